"""Costs of our own that the frame pays: those noted by hand, and those of visits (P2, P14)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.budgeting import Purpose
from desktop.domain.registers import BudgetEntry
from desktop.domain.settlement import parts
from desktop.domain.visit_words import Party, VisitForm, VisitStage
from desktop.domain.visiting import Visit, VisitCost
from desktop.flow.back_then import rewound
from desktop.flow.visit_facts import agreement_for, lines_of, of_own_budget

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.registers import BudgetPeriod
    from desktop.domain.visiting import AgreementLine
    from desktop.flow.desk import Desk

PURPOSES = {VisitForm.OUTGOING: Purpose.TRIPS, VisitForm.INCOMING: Purpose.HOSTING}


@dataclass(frozen=True, kw_only=True)
class OwnCost:
    """One cost of our own, or all of a visit's together."""

    year: int
    """The year it counts in: of its day, or of the visit's first day."""
    day: date
    """That day."""
    amount: int
    """Whole kronor."""
    purpose: Purpose
    """What it is for."""
    words: str
    """What it was for, or the number of the visit."""
    visit_id: int = 0
    """The visit; 0 for one noted by hand."""
    entry_id: int = 0
    """The entry; 0 for a visit's."""
    place_id: int | None = None
    """The place that the visit is about."""


def own_costs(desk: Desk, period: BudgetPeriod, on: date | None = None) -> list[OwnCost]:
    """Give the period's own costs, by day; those of `on` and before when it is given.

    A cost noted by hand counts from its own day. A day outside the period counts in the
    period's nearest year.
    """
    entries = desk.store.find(
        BudgetEntry, "period_id = ? and kind = 'own_cost'", period.id, order="day, id"
    )
    noted = [
        OwnCost(
            year=min(max(each.day.year, period.first_year), period.last_year),
            day=each.day,
            amount=each.amount,
            purpose=each.purpose,
            words=each.reference,
            entry_id=each.id,
        )
        for each in entries
        if on is None or each.day <= on
    ]
    visits = [
        each for each in visit_costs(desk, on) if period.first_year <= each.year <= period.last_year
    ]
    return sorted([*noted, *visits], key=lambda each: (each.day, each.visit_id, each.entry_id))


def visit_costs(desk: Desk, on: date | None = None) -> list[OwnCost]:
    """Give what each visit takes from the frame: planned or real, whichever is greater.

    Only our part of what our own board bears from its own budget counts (P14): what the agreement
    puts on the other party is theirs. A cancelled visit costs what was really paid. What was known
    when a past day ended is read from the log, for neither a plan nor a bill has a day of its own;
    a visit counts in the year it begins.
    """
    if on is None:
        return desk.keep(("visit_costs",), lambda: _kept(desk))
    return _visit_costs(desk, on)


_READ = ("visit", "visit_cost", "agreement", "agreement_line", "office")
"""What the costs of visits are told from."""


def _kept(desk: Desk) -> list[OwnCost]:
    """Give today's; computed anew only when what they are told from has changed."""
    # Every picture of a case asks for the frame: rows as they lie are compared, not made.
    stamp = tuple(tuple(desk.store.rows(f"select * from {table}")) for table in _READ)  # noqa: S608 - our own names
    return desk.keep_while("visit_costs", stamp, lambda: _visit_costs(desk, None))


def _visit_costs(desk: Desk, on: date | None) -> list[OwnCost]:
    store, board = desk.store, desk.office().board
    visits = store.find(Visit, everything=on is not None)
    costs = store.find(VisitCost, everything=on is not None)
    if on is not None:
        subjects = [("visit", each.id) for each in visits]
        visits = rewound(desk, visits, subjects, on)
        costs = rewound(desk, costs, subjects, on)
    by_visit: dict[int, list[VisitCost]] = {}
    for cost in costs:
        if of_own_budget(cost, board):
            by_visit.setdefault(cost.visit_id, []).append(cost)
    found = []
    for visit in visits:
        ours = by_visit.get(visit.id, ())
        lines = {line.cost_type: line for line in _lines(desk, visit)} if ours else {}
        ore = sum(our_ore(visit, cost, lines.get(cost.cost_type)) for cost in ours)
        day = visit.starts_on or visit.stage_since
        if ore:
            found.append(
                OwnCost(
                    year=day.year,
                    day=day,
                    amount=(ore + 50) // 100,
                    purpose=PURPOSES.get(visit.form, Purpose.OTHER),
                    words=visit.number,
                    visit_id=visit.id,
                    place_id=visit.place_id,
                )
            )
    return found


def _lines(desk: Desk, visit: Visit) -> tuple[AgreementLine, ...]:
    return lines_of(desk, agreement_for(desk, visit))


def our_ore(visit: Visit, cost: VisitCost, line: AgreementLine | None) -> int:
    """Give our part of a cost: planned or real, whichever is greater; cancelled: real only."""
    real = _our_part(visit, cost, line, cost.sek_ore or 0)
    if visit.stage is VisitStage.CANCELLED:
        return real
    return max(_our_part(visit, cost, line, cost.planned_ore or 0), real)


def _our_part(visit: Visit, cost: VisitCost, line: AgreementLine | None, ore: int) -> int:
    ours = Party.GUEST if visit.form is VisitForm.OUTGOING else Party.HOST
    divided = parts(cost, line, ore)
    # Nobody has paid yet and no agreement says who should: what we plan is ours.
    return divided.get(ours, 0) if divided else ore
