"""The budget as its page and its paper show it, today or as it looked when a past day ended.

Grants, payments, repayments, movements and costs noted by hand count from their own day, the day
of the act they record (`ledger`). Set-asides, plans of visits and changes of the frame have no day
of their own and count from the day they were written, as the log says (`back_then`). What was
noted by mistake and taken away never counted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.budgeting import Allocation, Purpose
from desktop.domain.dates import mandate_period
from desktop.domain.registers import BudgetEntry, BudgetPeriod, BudgetYear, Place
from desktop.flow.back_then import rewound
from desktop.flow.ledger import LedgerLine, Money, Returned, ledger, returned, total
from desktop.flow.money import EVERYWHERE, frame_of, per_place
from desktop.flow.own_costs import OwnCost, own_costs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from desktop.domain.guideline import Scheme
    from desktop.flow.desk import Desk
    from desktop.flow.money import Frame


@dataclass(frozen=True, kw_only=True)
class YearLine:
    """One year of a mandate period, whole kronor."""

    year: int
    """Calendar year; grants count on their grant year, own costs on their day."""
    plan: int | None
    """Planned; None when nothing is planned."""
    money: Money
    """The grants."""
    own: int
    """Own costs."""

    @property
    def decided(self) -> int:
        """Granted, less what has gone back to the frame."""
        return self.money.decided - self.money.freed

    @property
    def used(self) -> int:
        """Give grants and own costs."""
        return self.decided + self.own


@dataclass(frozen=True, kw_only=True)
class PotLine:
    """The grants of one scheme, place and year."""

    scheme: str
    """Key of the scheme."""
    short: str
    """Its short name."""
    cap: int
    """What the pot holds, kronor; 0 when the scheme has no pot for each place."""
    money: Money
    """The sums."""

    @property
    def left(self) -> int:
        """The pot less what is decided; proposals stand beside."""
        return self.cap - self.money.decided


@dataclass(frozen=True, kw_only=True)
class PlaceLine:
    """The grants of one place and year, with its pots."""

    place: Place
    """The place."""
    pots: tuple[PotLine, ...]
    """By scheme, in the guideline's order."""

    @property
    def money(self) -> Money:
        """Give the sums of its pots together."""
        return sum((pot.money for pot in self.pots), Money())

    @property
    def cap(self) -> int:
        """What its pots hold."""
        return sum(pot.cap for pot in self.pots)

    @property
    def left(self) -> int:
        """Its pots less what is decided."""
        return sum(pot.left for pot in self.pots if pot.cap)


@dataclass(frozen=True, kw_only=True)
class AllocationLine:
    """What is set aside for a purpose, and what is left of it."""

    id: int
    """The allocation."""
    purpose: Purpose
    """What it is for."""
    year: int | None
    """The year; None for the whole period."""
    amount: int
    """Set aside, kronor."""
    used: int
    """Granted or spent for that purpose in that time, kronor."""

    @property
    def left(self) -> int:
        """What remains, kronor; below 0 when more is used than was set aside."""
        return self.amount - self.used


@dataclass(frozen=True, kw_only=True)
class BudgetView:
    """A mandate period with all that its page shows."""

    first_year: int
    """First calendar year."""
    last_year: int
    """Last calendar year."""
    on: date | None
    """The past day it is shown as of; None for today."""
    frame: Frame | None
    """The frame; None when none is set."""
    years: tuple[YearLine, ...]
    """Every year of the period."""
    movements: tuple[BudgetEntry, ...]
    """Movements of the frame, by day."""
    costs: tuple[OwnCost, ...]
    """Own costs, those of visits too, by day."""
    returned: tuple[Returned, ...]
    """Grants paid back, case by case."""
    allocations: tuple[AllocationLine, ...]
    """What is set aside."""

    @property
    def unset(self) -> int | None:
        """What of the frame is set aside for nothing; None without a frame."""
        if self.frame is None:
            return None
        return self.frame.whole - sum(line.amount for line in self.allocations)


def budget_view(desk: Desk, year: int, on: date | None = None) -> BudgetView:
    """Give the mandate period that a year belongs to; `on` as it looked when that day ended."""
    if on is not None and on >= desk.today:
        on = None
    first, last = mandate_period(year)
    frame = frame_of(desk, year, on)
    lines = ledger(desk, first, last, on)
    if frame is None:
        years = _years(first, last, lines, (), {})
        return BudgetView(
            first_year=first,
            last_year=last,
            on=on,
            frame=None,
            years=years,
            movements=(),
            costs=(),
            returned=(),
            allocations=(),
        )
    costs = own_costs(desk, frame.period, on)
    years = _years(first, last, lines, costs, _plans(desk, frame.period, on))
    movements = desk.store.find(
        BudgetEntry, "period_id = ? and kind = 'movement'", frame.period.id, order="day, id"
    )
    return BudgetView(
        first_year=first,
        last_year=last,
        on=on,
        frame=frame,
        years=years,
        movements=tuple(each for each in movements if on is None or each.day <= on),
        costs=tuple(costs),
        returned=tuple(returned(desk, first, last, on)),
        allocations=_allocations(desk, frame.period, years, costs, on),
    )


def _plans(desk: Desk, period: BudgetPeriod, on: date | None) -> dict[int, int]:
    rows = desk.store.find(BudgetYear, "period_id = ?", period.id, everything=on is not None)
    if on is not None:
        rows = rewound(desk, rows, [("budget", period.id)], on, from_start=True)
    return {each.year: each.plan for each in rows}


def _years(
    first: int,
    last: int,
    lines: Sequence[LedgerLine],
    costs: Sequence[OwnCost],
    plans: dict[int, int],
) -> tuple[YearLine, ...]:
    return tuple(
        YearLine(
            year=year,
            plan=plans.get(year),
            money=total(line for line in lines if line.year == year),
            own=sum(cost.amount for cost in costs if cost.year == year),
        )
        for year in range(first, last + 1)
    )


def _allocations(
    desk: Desk,
    period: BudgetPeriod,
    years: Sequence[YearLine],
    costs: Sequence[OwnCost],
    on: date | None,
) -> tuple[AllocationLine, ...]:
    rows = desk.store.find(Allocation, "period_id = ?", period.id, everything=on is not None)
    if on is not None:
        rows = rewound(desk, rows, [("budget", period.id)], on)
    order = list(Purpose)
    rows.sort(key=lambda each: (order.index(each.purpose), each.year or 0))
    return tuple(
        AllocationLine(
            id=each.id,
            purpose=each.purpose,
            year=each.year,
            amount=each.amount,
            used=used_for(each.purpose, each.year, years, costs),
        )
        for each in rows
    )


def used_for(
    purpose: Purpose, year: int | None, years: Iterable[YearLine], costs: Iterable[OwnCost]
) -> int:
    """Give what has been used for a purpose, in a year or in them all."""
    spent = sum(
        cost.amount for cost in costs if cost.purpose is purpose and year in (None, cost.year)
    )
    if purpose is not Purpose.GRANTS:
        return spent
    return spent + sum(line.decided for line in years if year in (None, line.year))


_POTS = """select distinct scheme, place_id, guideline_id from grant_case
    where year = ? and deleted is null"""


def place_lines(desk: Desk, year: int, on: date | None = None) -> list[PlaceLine]:
    """Give the grants of a year place by place, with every pot of the guideline."""
    if on is not None and on >= desk.today:
        on = None
    _, guideline = desk.in_force(on)
    money: dict[tuple[str, int], Money] = {}
    for line in ledger(desk, year, year, on):
        at = line.scheme, line.place_id if per_place(desk, line.scheme) else EVERYWHERE.id
        money[at] = money.get(at, Money()) + line.money
    schemes = {scheme.key: scheme for scheme in guideline.schemes}
    caps: dict[tuple[str, int], int] = {}
    for key, where, version in desk.store.rows(_POTS, year):
        place_id = where if per_place(desk, key) else EVERYWHERE.id
        if (key, place_id) in money:
            scheme = desk.guideline(version).scheme(key)
            schemes.setdefault(key, scheme)
            caps[key, place_id] = max(caps.get((key, place_id), 0), scheme.cap)
    return [
        PlaceLine(
            place=place,
            pots=tuple(
                PotLine(
                    scheme=key,
                    short=scheme.short,
                    cap=caps.get((key, place.id), scheme.cap),
                    money=money.get((key, place.id), Money()),
                )
                for key, scheme in schemes.items()
                if (scheme.cap and scheme.per_place == bool(place.id)) or (key, place.id) in money
            ),
        )
        for place in _where(desk, schemes.values(), {place_id for _, place_id in money})
    ]


def _where(desk: Desk, schemes: Iterable[Scheme], used: set[int]) -> list[Place]:
    """Give what has pots or money: the whole municipality, then the places."""
    kinds = {scheme.per_place for scheme in schemes if scheme.cap}
    whole = [EVERYWHERE] if False in kinds or EVERYWHERE.id in used else []
    places = _places(desk, used - {EVERYWHERE.id}) if True in kinds or used - {0} else []
    return [*whole, *places]


def _places(desk: Desk, used: set[int]) -> list[Place]:
    """Give the places there are, and those taken away that the money still knows."""
    places = desk.store.find(Place, "destination = 0")
    gone = used - {place.id for place in places}
    return [*places, *(desk.store.get(Place, key, everything=True) for key in sorted(gone))]


def periods(desk: Desk) -> list[tuple[int, int]]:
    """Give the mandate periods to choose from: those with a frame, this one and the next."""
    now = mandate_period(desk.today.year)
    following = mandate_period(now[1] + 1)
    kept = [(each.first_year, each.last_year) for each in desk.store.find(BudgetPeriod)]
    return sorted({*kept, now, following}, reverse=True)
