"""An equal split as the page of it shows: who shares a pot, what each gets, and what is left."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Case, Report
from desktop.domain.dates import FinancialYear, last_closed_year
from desktop.domain.phases import Phase
from desktop.domain.proposal import stopping
from desktop.flow.money import in_pot
from desktop.flow.picture import picture
from desktop.ui.i18n import tr
from desktop.ui.pages.case_parts.trying import days_late
from desktop.ui.roles import Mark

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData, Scheme
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture


@dataclass(frozen=True, kw_only=True)
class State:
    """A state in a cell of the comparison."""

    mark: Mark
    """Its symbol."""
    words: str
    """"2025 inkommen"."""
    case_id: int = 0
    """A case it leads to."""


@dataclass(frozen=True, kw_only=True)
class Member:
    """One of those who share."""

    seen: Picture
    """Its case."""
    share: int
    """The equal part, kronor."""
    amount: int
    """Granted when decided, else what the rules give."""
    application: State
    """Whether the application is complete."""
    annual_report: State
    """Whether the annual report is in."""
    earlier: State
    """Whether earlier reports came in time."""

    @property
    def decided(self) -> bool:
        """True when its decision stands."""
        return self.seen.granted is not None

    @property
    def ready(self) -> bool:
        """True when it can be decided."""
        return self.seen.case.phase is Phase.READY


@dataclass(frozen=True, kw_only=True)
class Split:
    """A pot that is shared equally."""

    scheme: Scheme
    """The kind of grant."""
    place_id: int
    """The place."""
    place: str
    """Its name."""
    year: int
    """Grant year."""
    members: tuple[Member, ...]
    """Those who share, in order of arrival."""

    @property
    def ready(self) -> tuple[Member, ...]:
        """Those who are decided by the next act."""
        return tuple(each for each in self.members if each.ready)

    @property
    def decided(self) -> tuple[Member, ...]:
        """Those whose decisions stand."""
        return tuple(each for each in self.members if each.decided)

    @property
    def newcomer(self) -> Member | None:
        """The one who came after others were decided."""
        waiting = [each for each in self.members if not each.decided]
        return waiting[0] if self.decided and len(waiting) == 1 else None

    @property
    def shared(self) -> int:
        """Kronor granted and proposed."""
        return sum(each.amount for each in self.members)

    @property
    def left(self) -> int:
        """Kronor that nobody gets."""
        return max(0, self.scheme.cap - self.shared)

    @property
    def even(self) -> int:
        """The pot divided by all, whole kronor."""
        return self.scheme.cap // max(1, len(self.members))

    @property
    def rule(self) -> RuleData | None:
        """The rule that shares."""
        return next((rule for rule in self.scheme.rules if rule.kind == "sharing"), None)


def round_scheme(desk: Desk) -> Scheme | None:
    """Give the scheme that is decided side by side; None where the guideline has none."""
    _, guideline = desk.in_force()
    return next((scheme for scheme in guideline.schemes if scheme.round), None)


def busiest(desk: Desk, scheme: Scheme) -> tuple[int, int]:
    """Give place and year with an undecided case, or the first place and this year."""
    rows = desk.store.find(
        Case, "scheme = ? and phase not in ('decided', 'carried_out', 'closed')", scheme.key
    )
    if rows:
        return rows[-1].place_id, rows[-1].year
    latest = desk.store.find(Case, "scheme = ?", scheme.key, order="id desc", limit=1)
    return (latest[0].place_id, latest[0].year) if latest else (1, desk.today.year)


def split_of(desk: Desk, scheme: Scheme, place_id: int, place: str, year: int) -> Split:
    """Read a split."""
    members = [
        _member(desk, picture(desk, each.case.id))
        for each in in_pot(desk, scheme.key, place_id, year)
    ]
    if members:
        scheme = members[0].seen.scheme
    return Split(scheme=scheme, place_id=place_id, place=place, year=year, members=tuple(members))


def _member(desk: Desk, seen: Picture) -> Member:
    sharing = next((each for each in seen.limits if each.kind == "sharing"), None)
    granted = seen.granted
    return Member(
        seen=seen,
        share=sharing.amount if sharing else 0,
        amount=seen.draft.amount if granted is None else granted,
        application=_application(seen),
        annual_report=_annual_report(seen),
        earlier=_earlier(desk, seen),
    )


def _application(seen: Picture) -> State:
    stops = stopping(seen.draft.findings, "decision")
    if not stops:
        return State(mark=Mark.OK, words=tr("Fullständig"))
    return State(mark=Mark.STOP, words=tr("{count} saknas", count=len(stops)))


def _annual_report(seen: Picture) -> State:
    year = last_closed_year(seen.today, seen.association.year_end)
    words = _short(year)
    if year.last in seen.facts.annual_reports:
        return State(mark=Mark.OK, words=tr("{year} inkommen", year=words))
    return State(mark=Mark.WAITING, words=tr("{year} väntas", year=words))


def _short(year: FinancialYear) -> str:
    if year.first.year == year.last.year:
        return str(year.last.year)
    return f"{year.first.year}/{year.last.year % 100:02}"


def _earlier(desk: Desk, seen: Picture) -> State:
    worst, days = None, 0
    cases = desk.store.find(
        Case, "association_id = ? and id <> ?", seen.association.id, seen.id, order="id desc"
    )
    for case in cases:
        report = desk.store.first(Report, "case_id = ?", case.id, order="id desc")
        late = days_late(report, desk.today)
        if late > days:
            worst, days = case, late
    if worst is None:
        return State(mark=Mark.OK, words=tr("Inga sena"))
    words = tr("{number}, {days} dagar", number=worst.number, days=days)
    return State(mark=Mark.LATE, words=words, case_id=worst.id)
