"""The budget as plain data, for papers and for the command line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.budgeting import PURPOSE_WORDS
from desktop.flow.budget_view import budget_view, place_lines
from desktop.flow.ledger import Money

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.budget_view import BudgetView
    from desktop.flow.desk import Desk
    from desktop.flow.own_costs import OwnCost


@dataclass(frozen=True, kw_only=True)
class SumRow:
    """One row of the calculation of what is left."""

    words: str
    """What it is, "Ram", "KS 2025-03-10 § 41", "Återbetalt bidrag"."""
    amount: int
    """Whole kronor, with its sign."""
    kind: str
    """"frame", "movement", "returned", "decided", "own" or "left"."""
    day: date | None = None
    """Its day, when it has one."""
    case: str = ""
    """Number of the case it comes from."""


@dataclass(frozen=True, kw_only=True)
class YearRow:
    """One year, whole kronor."""

    year: int
    plan: int | None
    asked: int
    proposed: int
    decided: int
    own: int
    paid: int
    returned: int


@dataclass(frozen=True, kw_only=True)
class GrantRow:
    """The grants of one place and scheme, whole kronor."""

    place: str
    scheme: str
    """Short name."""
    bearer: str
    """The board that bears them."""
    asked: int
    proposed: int
    decided: int
    paid: int
    returned: int
    cap: int
    """What the pot holds; 0 for none."""
    left: int
    """The pot less what is decided; 0 for none."""


@dataclass(frozen=True, kw_only=True)
class CostRow:
    """One own cost, whole kronor."""

    day: date
    words: str
    purpose: str
    bearer: str
    amount: int


@dataclass(frozen=True, kw_only=True)
class AllocationRow:
    """What is set aside for a purpose, whole kronor."""

    purpose: str
    year: int | None
    """The year; None for the whole period."""
    amount: int
    used: int
    left: int


@dataclass(frozen=True, kw_only=True)
class BudgetFacts:
    """A mandate period as it stands on a day; nothing but figures and words."""

    first_year: int
    last_year: int
    on: date
    """The day it is as of."""
    year: int
    """The year that `grants` is about."""
    whole: int | None
    """Frame, movements and what was paid back; None when no frame is set."""
    left: int | None
    """What remains; None when no frame is set."""
    proposed: int
    """Proposed in undecided cases of the period."""
    calculation: tuple[SumRow, ...]
    """The rows that lead to `left`, which is the last."""
    years: tuple[YearRow, ...]
    grants: tuple[GrantRow, ...]
    costs: tuple[CostRow, ...]
    allocations: tuple[AllocationRow, ...]
    unset: int | None
    """What is set aside for nothing."""


def budget_facts(desk: Desk, year: int, on: date | None = None) -> BudgetFacts:
    """Give a year's mandate period and the year's grants; `on` as it looked on that day."""
    seen = budget_view(desk, year, on)
    board = desk.office().board
    return BudgetFacts(
        first_year=seen.first_year,
        last_year=seen.last_year,
        on=seen.on or desk.today,
        year=year,
        whole=seen.frame.whole if seen.frame else None,
        left=seen.frame.left if seen.frame else None,
        proposed=sum(line.money.proposed for line in seen.years),
        calculation=calculation(seen),
        years=tuple(
            YearRow(
                year=line.year,
                plan=line.plan,
                asked=line.money.asked,
                proposed=line.money.proposed,
                decided=line.money.decided,
                own=line.own,
                paid=line.money.paid,
                returned=line.money.returned,
            )
            for line in seen.years
        ),
        grants=_grants(desk, year, seen.on, board),
        costs=tuple(_cost(each, board) for each in seen.costs),
        allocations=tuple(
            AllocationRow(
                purpose=str(PURPOSE_WORDS[line.purpose]),
                year=line.year,
                amount=line.amount,
                used=line.used,
                left=line.left,
            )
            for line in seen.allocations
        ),
        unset=seen.unset,
    )


def calculation(seen: BudgetView) -> tuple[SumRow, ...]:
    """Give the rows that lead from the frame to what is left."""
    frame = seen.frame
    if frame is None:
        return ()
    return (
        SumRow(words="Ram", amount=frame.period.frame, kind="frame"),
        *(
            SumRow(words=each.reference, amount=each.amount, kind="movement", day=each.day)
            for each in seen.movements
        ),
        *(
            SumRow(
                words="Återbetalt bidrag",
                amount=each.amount,
                kind="returned",
                day=each.day,
                case=each.number,
            )
            for each in seen.returned
        ),
        SumRow(words="Beslutade bidrag", amount=-frame.decided, kind="decided"),
        SumRow(words="Egna kostnader", amount=-frame.own, kind="own"),
        SumRow(words="Kvar", amount=frame.left, kind="left"),
    )


def _grants(desk: Desk, year: int, on: date | None, board: str) -> tuple[GrantRow, ...]:
    return tuple(
        GrantRow(
            place=line.place.name,
            scheme=pot.short,
            bearer=board,
            **_sums(pot.money),
            cap=pot.cap,
            left=pot.left if pot.cap else 0,
        )
        for line in place_lines(desk, year, on)
        for pot in line.pots
    )


def _sums(money: Money) -> dict[str, int]:
    return {
        name: getattr(money, name) for name in ("asked", "proposed", "decided", "paid", "returned")
    }


def _cost(cost: OwnCost, board: str) -> CostRow:
    return CostRow(
        day=cost.day,
        words=cost.words,
        purpose=str(PURPOSE_WORDS[cost.purpose]),
        bearer=board,
        amount=cost.amount,
    )
