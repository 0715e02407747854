"""The budget overview on paper: all that the committee reads of it; printed, never kept."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING

from desktop.flow.budget_facts import budget_facts
from desktop.flow.papers import base, draw
from desktop.flow.visit_facts import all_visits
from desktop.flow.visit_picture import pictured
from desktop.letters.facts import BudgetOverviewFacts
from desktop.letters.facts.budget import GrantLine, OwnLine, SetAside, SumLine, YearLine

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.budget_facts import BudgetFacts, CostRow, GrantRow
    from desktop.flow.desk import Desk


def draw_budget_overview(desk: Desk, year: int | None = None, on: date | None = None) -> bytes:
    """Draw the budget of a year's mandate period, as it looked on a day; writes nothing."""
    seen = budget_facts(desk, year or desk.today.year, on)
    return draw(desk, "budget_overview", _facts(desk, seen))


def _facts(desk: Desk, seen: BudgetFacts) -> BudgetOverviewFacts:
    _, guideline = desk.in_force()
    titles = _titles(desk)
    return BudgetOverviewFacts(
        **base(desk, desk.today, f"budget_overview:{seen.first_year}:{seen.on}:{desk.today}"),
        first_year=seen.first_year,
        last_year=seen.last_year,
        on=seen.on,
        year=seen.year,
        committee=guideline.committee,
        whole=seen.whole,
        left=seen.left,
        proposed=seen.proposed,
        calculation=tuple(SumLine(**asdict(row)) for row in seen.calculation),
        years=tuple(YearLine(**asdict(row)) for row in seen.years),
        grants=tuple(map(_grant, seen.grants)),
        costs=tuple(_cost(row, titles) for row in seen.costs),
        allocations=tuple(SetAside(**asdict(row)) for row in seen.allocations),
        unset=seen.unset,
    )


def _grant(row: GrantRow) -> GrantLine:
    return GrantLine(
        place=row.place,
        scheme=row.scheme,
        asked=row.asked,
        proposed=row.proposed,
        decided=row.decided,
        paid=row.paid,
        returned=row.returned,
        left=row.left if row.cap else None,
    )


def _cost(row: CostRow, titles: dict[str, str]) -> OwnLine:
    title = titles.get(row.words, "")
    return OwnLine(
        day=row.day,
        words=f"{row.words}, {title}" if title else row.words,
        purpose=row.purpose,
        bearer=row.bearer,
        amount=row.amount,
    )


def _titles(desk: Desk) -> dict[str, str]:
    """Give what each visit is called, by its number."""
    found = {}
    for visit in all_visits(desk):
        title = str(pictured(desk, visit).title)
        found[visit.number] = f"{title[:1].lower()}{title[1:]}"
    return found
