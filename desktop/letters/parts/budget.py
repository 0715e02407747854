"""Parts of the budget overview; whole kronor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import kr
from desktop.letters.content import (
    Amount,
    Amounts,
    Block,
    Chart,
    Column,
    Series,
    Table,
)
from desktop.letters.fill import hold
from desktop.letters.parts.table import cell, number, sum_column

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.facts import BudgetOverviewFacts
    from desktop.letters.facts.budget import SumLine
    from desktop.letters.fill import Filler


def calculation(facts: BudgetOverviewFacts, _filler: Filler) -> Iterator[Block]:
    """From the frame to what is left, with the reference and day of each movement."""
    yield Amounts(rows=tuple(map(_step, facts.calculation)))


def _step(row: SumLine) -> Amount:
    last = row.kind == "left"
    about = ", ".join(filter(None, (row.day.isoformat() if row.day else "", row.case)))
    return Amount(
        label=hold(row.words), value=kr(row.amount), note=hold(about), bold=last, rule=last
    )


def year_chart(facts: BudgetOverviewFacts, _filler: Filler) -> Iterator[Block]:
    """What is granted and spent each year, beside what was planned."""
    series = [
        Series(name="Beslutade bidrag", values=tuple(row.decided for row in facts.years)),
        Series(name="Egna kostnader", values=tuple(row.own for row in facts.years)),
    ]
    if any(row.plan is not None for row in facts.years):
        series.insert(0, Series(name="Plan", values=tuple(row.plan for row in facts.years)))
    yield Chart(
        title="År för år",
        categories=tuple(str(row.year) for row in facts.years),
        series=tuple(series),
        head="År",
        table=False,
    )


def year_table(facts: BudgetOverviewFacts, _filler: Filler) -> Iterator[Block]:
    """Every sum of every year."""
    names = ("asked", "proposed", "decided", "own", "paid", "returned")
    yield Table(
        columns=(
            Column(title="År", weight=1.4),
            sum_column("Plan", 1.8),
            sum_column("Sökt", 1.8),
            sum_column("Föreslaget", 1.9),
            sum_column("Beslutat", 1.8),
            sum_column("Egna kostnader", 2),
            sum_column("Utbetalt", 1.8),
            sum_column("Återbetalt", 1.9),
        ),
        rows=tuple(
            (
                cell(str(row.year)),
                number(row.plan),
                *(number(getattr(row, name)) for name in names),
            )
            for row in facts.years
        ),
        total=(
            cell("Summa", bold=True),
            number(sum(row.plan or 0 for row in facts.years), bold=True),
            *(number(sum(getattr(row, name) for row in facts.years), bold=True) for name in names),
        ),
        small=True,
        row_heads=True,
    )


def grant_table(facts: BudgetOverviewFacts, _filler: Filler) -> Iterator[Block]:
    """The year's grants by place and scheme, with what is left of each pot."""
    names = ("asked", "proposed", "decided", "paid", "returned")
    left = sum(row.left or 0 for row in facts.grants)
    yield Table(
        columns=(
            Column(title="Ort", weight=2.8),
            Column(title="Bidrag", weight=2),
            sum_column("Sökt", 1.6),
            sum_column("Föreslaget", 1.8),
            sum_column("Beslutat", 1.6),
            sum_column("Utbetalt", 1.6),
            sum_column("Återbetalt", 1.8),
            sum_column("Kvar i potten", 1.8),
        ),
        rows=tuple(
            (
                cell(row.place),
                cell(row.scheme),
                *(number(getattr(row, name)) for name in names),
                number(row.left),
            )
            for row in facts.grants
        ),
        total=(
            cell("Summa", bold=True),
            cell(""),
            *(number(sum(getattr(row, name) for row in facts.grants), bold=True) for name in names),
            number(left, bold=True),
        ),
        small=True,
        row_heads=True,
    )


def own_table(facts: BudgetOverviewFacts, _filler: Filler) -> Iterator[Block]:
    """Costs of our own, by day; who bears them in a column only when there are several."""
    bearers = {row.bearer for row in facts.costs}
    columns = [
        Column(title="Dag", weight=1.8),
        Column(title="Vad", weight=7),
        Column(title="Ändamål", weight=2.4),
        *((Column(title="Kostnadsbärare", weight=3),) if len(bearers) > 1 else ()),
        sum_column("Kronor", 1.8),
    ]
    yield Table(
        columns=tuple(columns),
        rows=tuple(
            (
                cell(row.day.isoformat()),
                cell(row.words),
                cell(row.purpose),
                *((cell(row.bearer),) if len(bearers) > 1 else ()),
                number(row.amount),
            )
            for row in facts.costs
        ),
        total=(
            cell("Summa", bold=True),
            *(cell("") for _ in columns[2:]),
            number(sum(row.amount for row in facts.costs), bold=True),
        ),
        small=True,
    )


def set_aside(facts: BudgetOverviewFacts, _filler: Filler) -> Iterator[Block]:
    """What is set aside for each purpose, used and left."""
    yield Table(
        columns=(
            Column(title="Ändamål", weight=4),
            Column(title="Tid", weight=3),
            sum_column("Avsatt", 2),
            sum_column("Använt", 2),
            sum_column("Kvar", 2),
        ),
        rows=tuple(
            (
                cell(row.purpose),
                cell(str(row.year) if row.year else "hela perioden"),
                number(row.amount),
                number(row.used),
                number(row.left, bold=row.left < 0),
            )
            for row in facts.allocations
        ),
        small=True,
        row_heads=True,
    )
