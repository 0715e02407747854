"""Trips counted for each place and mandate period, places by distance, and shares (P10–P13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.dates import council_period, mandate_period
from desktop.domain.phases import PlaceKind
from desktop.domain.swedish import fold
from desktop.domain.visit_words import Funding, VisitForm, VisitStage

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from desktop.domain.registers import Place
    from desktop.domain.visit_guideline import VisitRules
    from desktop.domain.visiting import Visit, VisitCost, VisitPeople

COUNTED = (
    VisitStage.APPROVED,
    VisitStage.PLANNED,
    VisitStage.CARRIED_OUT,
    VisitStage.REPORTED,
    VisitStage.CLOSED,
)
"""Stages of a trip that takes room in the quota: an idea does not yet, a cancelled no longer."""


def own_money(visit: Visit, costs: Iterable[VisitCost]) -> bool:
    """Say whether any of our own money goes into a visit: only then does a trip take the quota."""
    if visit.funding is Funding.OWN:
        return True
    return any(
        cost.source is Funding.OWN and max(cost.planned_ore or 0, cost.sek_ore or 0) > 0
        for cost in costs
    )


@dataclass(frozen=True, kw_only=True)
class Quota:
    """The trips to one place in one mandate period."""

    first_year: int
    """First calendar year of the period."""
    last_year: int
    """Last calendar year."""
    allowed: int | None
    """Trips allowed on own budget; None when the guideline sets no quota."""
    counted: tuple[Visit, ...]
    """Trips that take room, by departure."""
    outside: tuple[Visit, ...]
    """Trips outside the quota, by departure."""

    @property
    def full(self) -> bool:
        """True when one more trip on own budget is stopped."""
        return self.allowed is not None and len(self.counted) >= self.allowed


def quota_period(rules: VisitRules, day: date) -> tuple[date, date]:
    """Give first and last day of the mandate period that trips are counted in: KS's by default."""
    if rules.council_period:
        return council_period(day)
    first, last = mandate_period(day.year)
    return date(first, 1, 1), date(last, 12, 31)


def quota(  # noqa: PLR0913 - what a quota is counted of
    rules: VisitRules,
    visits: Iterable[Visit],
    costs: Mapping[int, Collection[VisitCost]],
    *,
    place_id: int,
    day: date,
    but: int = 0,
) -> Quota:
    """Count the trips to a place in the mandate period of a day; `but` is left out."""
    first, last = quota_period(rules, day)
    trips = sorted(
        (
            each
            for each in visits
            if each.place_id == place_id
            and each.id != but
            and each.form is VisitForm.OUTGOING
            and each.stage in COUNTED
            and each.starts_on is not None
            and first <= each.starts_on <= last
        ),
        key=lambda each: (str(each.starts_on), each.id),
    )
    taking = {each.id for each in trips if takes_room(rules, each, costs.get(each.id, ()))}
    return Quota(
        first_year=first.year,
        last_year=last.year,
        allowed=rules.quota_per_period,
        counted=tuple(each for each in trips if each.id in taking),
        outside=tuple(each for each in trips if each.id not in taking),
    )


def takes_room(rules: VisitRules, visit: Visit, costs: Iterable[VisitCost]) -> bool:
    """Say whether a trip takes room in the quota: not one that a project pays wholly (P13)."""
    return not rules.project_outside or own_money(visit, costs)


def nearest_first(places: Iterable[Place]) -> list[Place]:
    """Give places by distance, those without one last, and by name."""
    return sorted(
        places,
        key=lambda each: (each.distance_km is None, each.distance_km or 0, fold(each.name)),
    )


def nearer_without_trip(
    place: Place, places: Iterable[Place], visited: Collection[int]
) -> tuple[Place, ...]:
    """Give twin towns nearer than a place that have had no trip in the period."""
    if place.distance_km is None:
        return ()
    return tuple(
        each
        for each in nearest_first(places)
        if each.kind is PlaceKind.TWIN_TOWN
        and each.distance_km is not None
        and each.distance_km < place.distance_km
        and each.id not in visited
    )


@dataclass(frozen=True, kw_only=True)
class Share:
    """A part of a whole, such as digital contacts of all contacts."""

    part: int
    """How many of the kind."""
    whole: int
    """How many in all."""

    @property
    def percent(self) -> int | None:
        """Whole per cent, half up; None of nothing."""
        return (self.part * 200 + self.whole) // (2 * self.whole) if self.whole else None


def digital_share(visits: Iterable[Visit]) -> Share:
    """Give the share of contacts that were digital; ideas and cancelled visits are none (P10)."""
    held = [each for each in visits if each.stage in COUNTED]
    return Share(part=sum(each.form is VisitForm.DIGITAL for each in held), whole=len(held))


def youth_share(people: Iterable[VisitPeople]) -> Share:
    """Give the share of those taking part who are 25 or younger (P11, U5)."""
    known = tuple(people)
    return Share(part=sum(each.young for each in known), whole=sum(each.count for each in known))
