"""What the rules of networks, projects, plans, contacts, places and documents look at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.dates import add_months, mandate_period

if TYPE_CHECKING:
    from desktop.domain.commitments import (
        ActionPlan,
        Body,
        ContactPerson,
        GoverningDocument,
        GuidelineReview,
        Network,
        NetworkActivity,
        NetworkReview,
        PlanGoal,
        Project,
        ProjectFunding,
    )
    from desktop.domain.guideline import Guideline
    from desktop.domain.registers import Place
    from desktop.domain.units import Kr
    from desktop.domain.visiting import Agreement

FIRST_MONTHS = 12
"""Months into a mandate period within which a review at its start is made; the house's default."""

QUIET_MONTHS = 36
"""Months without activity after which something is said to rest; the house's default."""


@dataclass(frozen=True, kw_only=True)
class _Facts:
    """What every kind of facts has."""

    today: date
    """The day it is computed for."""
    guideline: Guideline
    """The guideline in force that day."""


@dataclass(frozen=True, kw_only=True)
class NetworkFacts(_Facts):
    """A network and what has been done in it."""

    network: Network
    """The network."""
    body: Body | None
    """The body that answers for it."""
    activities: tuple[NetworkActivity, ...] = ()
    """What was done in it."""
    reviews: tuple[NetworkReview, ...] = ()
    """Its reviews."""

    @property
    def last_activity(self) -> date | None:
        """The day something was last done in it."""
        return max((each.held_on for each in self.activities), default=None)


@dataclass(frozen=True, kw_only=True)
class ProjectFacts(_Facts):
    """A project and its money."""

    project: Project
    """The project."""
    body: Body | None
    """The body that answers for it."""
    funding: tuple[ProjectFunding, ...] = ()
    """Who pays what."""


@dataclass(frozen=True, kw_only=True)
class PlanFacts(_Facts):
    """The action plan of a body and year, or that there is none."""

    body: Body
    """The body."""
    year: int
    """The year."""
    plan: ActionPlan | None = None
    """The plan; None when there is none."""
    goals: tuple[PlanGoal, ...] = ()
    """Its goals."""
    followed: bool = False
    """True when the body has a plan for the year after."""


@dataclass(frozen=True, kw_only=True)
class ContactFacts(_Facts):
    """A body and who is its contact today."""

    body: Body
    """The body."""
    persons: tuple[ContactPerson, ...] = ()
    """Its contact persons today."""


@dataclass(frozen=True, kw_only=True)
class PlaceFacts(_Facts):
    """A place and its decision."""

    place: Place
    """The place."""
    last_contact: date | None = None
    """The day of the latest visit or contact that was held; None when none is known."""


@dataclass(frozen=True, kw_only=True)
class AgreementFacts(_Facts):
    """A cost-sharing agreement."""

    agreement: Agreement
    """The agreement."""


@dataclass(frozen=True, kw_only=True)
class DocumentFacts(_Facts):
    """A governing document."""

    document: GoverningDocument
    """The document."""


@dataclass(frozen=True, kw_only=True)
class ReviewFacts(_Facts):
    """The guideline itself and its reviews."""

    reviews: tuple[GuidelineReview, ...] = ()
    """Reviews of the guideline, of every version."""


Facts: TypeAlias = (
    NetworkFacts
    | ProjectFacts
    | PlanFacts
    | ContactFacts
    | PlaceFacts
    | AgreementFacts
    | DocumentFacts
    | ReviewFacts
)
"""Whatever a rule of the work looks at."""


def network_review_due(
    network: Network, reviews: tuple[NetworkReview, ...], months: int | None
) -> date | None:
    """Give the day a network is to be reviewed: the one set, or counted from the last review.

    Without a review it is counted from the first day as member; None when nothing gives a day.
    """
    if network.next_review_on is not None:
        return network.next_review_on
    last = max((each.held_on for each in reviews), default=network.member_since)
    return add_months(last, months) if last and months else None


@dataclass(frozen=True, kw_only=True)
class PeriodReview:
    """How the review of a guideline at the start of a mandate period stands."""

    reviewed_on: date | None
    """The latest review, or its adoption when that is later; None when neither is known."""
    period: tuple[int, int]
    """First and last year of the mandate period of the day."""
    due: date
    """The last day of the next review."""

    @property
    def done(self) -> bool:
        """True when it was reviewed or adopted in the period."""
        return self.reviewed_on is not None and self.reviewed_on.year >= self.period[0]


def period_review(facts: ReviewFacts, months: int = FIRST_MONTHS) -> PeriodReview:
    """Count when the guideline in force is next reviewed, `months` into a mandate period (U1, S9).

    A version adopted in the period counts as reviewed then.
    """
    days = [each.held_on for each in facts.reviews if each.held_on <= facts.today]
    if facts.guideline.adopted_on is not None:
        days.append(facts.guideline.adopted_on)
    last = max(days, default=None)
    period = mandate_period(facts.today.year)
    start = period[1] + 1 if last is not None and last.year >= period[0] else period[0]
    # The day before the month begins: twelve months is the last day of the year.
    due = date.fromordinal(add_months(date(start, 1, 1), months).toordinal() - 1)
    return PeriodReview(reviewed_on=last, period=period, due=due)


def budget(funding: tuple[ProjectFunding, ...]) -> Kr:
    """Give the kronor of all financiers: granted when that is known, otherwise applied for."""
    return sum(map(money, funding))


def own_money(funding: tuple[ProjectFunding, ...]) -> Kr:
    """Give the municipality's own kronor."""
    return sum(money(each) for each in funding if each.own)


def money(row: ProjectFunding) -> Kr:
    """Give what a financier pays: granted when that is known, otherwise applied for."""
    return row.applied or 0 if row.granted is None else row.granted
