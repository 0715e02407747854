"""The budget as its page shows it: the frame, its years, its entries and the pots of a year."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.dates import mandate_period
from desktop.domain.registers import BudgetEntry, BudgetPeriod, BudgetYear
from desktop.flow.money import PotBar, frame_of, pots

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.money import Frame

_DECIDED = """select c.year, sum(d.granted_ore) from standing_decision d
    join grant_case c on c.id = d.case_id where c.year between ? and ? group by c.year"""
_PROPOSED = """select year, sum(proposed_ore) from summary
    where year between ? and ? group by year"""
_PAID = """select year, sum(paid_ore) from summary where year between ? and ? group by year"""
_REPAID = """select sum(amount_ore) from repayment r join grant_case c on c.id = r.case_id
    where c.year between ? and ? and r.deleted is null"""
_OF_POT = """select c.scheme, c.place_id, sum(s.asked_ore), sum(s.paid_ore) from summary s
    join grant_case c on c.id = s.id where c.year = ? group by c.scheme, c.place_id"""


@dataclass(frozen=True, kw_only=True)
class YearLine:
    """One year of a mandate period, whole kronor."""

    year: int
    """Calendar year; grants count on their grant year, own costs on their day."""
    plan: int | None
    """Planned; None when nothing is planned."""
    decided: int
    """Granted and not declined."""
    proposed: int
    """Proposed and not decided."""
    paid: int
    """Paid less returned."""
    own: int
    """Own costs."""

    @property
    def used(self) -> int:
        """Give grants and own costs."""
        return self.decided + self.own


@dataclass(frozen=True, kw_only=True)
class PotLine:
    """One pot of a year with what was asked and paid, whole kronor."""

    pot: PotBar
    """The pot."""
    asked: int
    """Asked in all its applications."""
    paid: int
    """Paid less returned."""


@dataclass(frozen=True, kw_only=True)
class BudgetView:
    """A mandate period with all that its page shows."""

    first_year: int
    """First calendar year."""
    last_year: int
    """Last calendar year."""
    frame: Frame | None
    """The frame; None when none is set."""
    repaid: int
    """Returned by associations, kronor; counted in what is paid, not in the frame."""
    years: tuple[YearLine, ...]
    """Every year of the period."""
    entries: tuple[BudgetEntry, ...]
    """Movements and own costs, the latest first."""


def budget_view(desk: Desk, year: int) -> BudgetView:
    """Give the mandate period that a year belongs to."""
    first, last = mandate_period(year)
    frame = frame_of(desk, year)
    entries: list[BudgetEntry] = []
    if frame is not None:
        entries = desk.store.find(
            BudgetEntry, "period_id = ?", frame.period.id, order="day desc, id desc"
        )
    return BudgetView(
        first_year=first,
        last_year=last,
        frame=frame,
        repaid=int(desk.store.rows(_REPAID, first, last)[0][0] or 0) // 100,
        years=tuple(_years(desk, frame, first, last, entries)),
        entries=tuple(entries),
    )


def _by_year(desk: Desk, sql: str, first: int, last: int) -> dict[int, int]:
    return {int(row[0]): int(row[1] or 0) // 100 for row in desk.store.rows(sql, first, last)}


def _years(
    desk: Desk, frame: Frame | None, first: int, last: int, entries: list[BudgetEntry]
) -> list[YearLine]:
    decided, proposed, paid = (
        _by_year(desk, sql, first, last) for sql in (_DECIDED, _PROPOSED, _PAID)
    )
    plans: dict[int, int] = {}
    if frame is not None:
        rows = desk.store.find(BudgetYear, "period_id = ?", frame.period.id)
        plans = {each.year: each.plan for each in rows}
    own = dict.fromkeys(range(first, last + 1), 0)
    for entry in entries:
        if entry.kind == "own_cost":
            own[min(max(entry.day.year, first), last)] += entry.amount
    return [
        YearLine(
            year=year,
            plan=plans.get(year),
            decided=decided.get(year, 0),
            proposed=proposed.get(year, 0),
            paid=paid.get(year, 0),
            own=own[year],
        )
        for year in range(first, last + 1)
    ]


def pot_lines(desk: Desk, year: int) -> list[PotLine]:
    """Give the pots of a year, those of a place together."""
    sums = {
        (str(scheme), int(place)): (int(asked or 0) // 100, int(paid or 0) // 100)
        for scheme, place, asked, paid in desk.store.rows(_OF_POT, year)
    }
    found = []
    for pot in sorted(pots(desk, year), key=lambda each: each.place.id):
        asked, paid = sums.get((pot.scheme, pot.place.id), (0, 0))
        found.append(PotLine(pot=pot, asked=asked, paid=paid))
    return found


def periods(desk: Desk) -> list[tuple[int, int]]:
    """Give the mandate periods to choose from: those with a frame, this one and the next."""
    now = mandate_period(desk.today.year)
    following = mandate_period(now[1] + 1)
    kept = [(each.first_year, each.last_year) for each in desk.store.find(BudgetPeriod)]
    return sorted({*kept, now, following}, reverse=True)
