"""The tables of the budget: year by year, and what is set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.budgeting import PURPOSE_WORDS
from desktop.domain.swedish import digits, kr
from desktop.ui.i18n import shown, tr
from desktop.ui.pages.budget_chart import YearChart
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Card, Heading, Section
from desktop.ui.widgets.pots import Part
from desktop.ui.widgets.words import muted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.flow.budget_view import AllocationLine, BudgetView, YearLine

MINUS = "−"


class YearCard(Card):
    """The years as columns, or as a table; the current row decides which grants are shown."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self.heading = Heading(tr("År för år"), tr("kronor"), link=tr("Visa som tabell"))
        self.chart = YearChart()
        self.table = Table(_year_columns(), name=tr("År för år"), fit=True)
        self.note = muted("", wrap=True)
        self.add(self.heading, self.chart, self.table, self.note)
        self.table.hide()
        self.heading.link.clicked.connect(self.turn)

    def turn(self) -> None:
        """Show the table instead of the columns, or back."""
        table = not self.table.isVisibleTo(self)
        self.table.setVisible(table)
        self.chart.setVisible(not table)
        self.heading.link.setText(tr("Visa som staplar") if table else tr("Visa som tabell"))

    def show_budget(self, seen: BudgetView) -> None:
        """Show the years of a period."""
        self.chart.set_years(seen.years)
        planned = any(line.plan is not None for line in seen.years)
        self.heading.beside.setText(tr("kronor, streckat är planen") if planned else tr("kronor"))
        self.note.setText(_over(seen.years))
        self.note.setVisible(bool(self.note.text()))
        self.table.set_rows([(line.year, line) for line in seen.years])
        plans = [line.plan for line in seen.years if line.plan is not None]
        self.table.set_sums(
            {
                "year": tr("Summa"),
                "plan": digits(sum(plans)) if plans else "",
                "decided": digits(sum(line.decided for line in seen.years)),
                "proposed": digits(sum(line.money.proposed for line in seen.years)),
                "own": digits(sum(line.own for line in seen.years)),
                "used": digits(sum(line.used for line in seen.years)),
            }
        )


def _over(years: Sequence[YearLine]) -> str:
    over = [
        tr("{year} gick {sum} över planen.", year=line.year, sum=kr(line.used - line.plan))
        for line in years
        if line.plan is not None and line.used > line.plan
    ]
    return " ".join([*over, tr("Ramen gäller hela perioden.")]) if over else ""


def _year_columns() -> list[Column]:
    return [
        Column(
            key="year", title=tr("År"), value=lambda it: str(it.year), weight="medium", width=5.2
        ),
        Column(key="plan", title=tr("Plan"), value=_plan, align="right"),
        Column(
            key="decided", title=tr("Bidrag"), value=lambda it: digits(it.decided), align="right"
        ),
        Column(key="own", title=tr("Eget"), value=lambda it: digits(it.own), align="right"),
        Column(
            key="used",
            title=tr("Summa"),
            value=lambda it: digits(it.used),
            align="right",
            weight="strong",
        ),
        Column(
            key="proposed",
            title=tr("Föreslaget"),
            value=lambda it: _in_brackets(it.money.proposed),
            align="right",
        ),
        Column(key="gap", title="", value=lambda _it: "", stretch=1, width=1),
    ]


def _plan(it: YearLine) -> Cell:
    return Cell("–", tone=Tone.MUTED) if it.plan is None else Cell(digits(it.plan))


def _in_brackets(proposed: int) -> Cell:
    return Cell(f"({digits(proposed)})" if proposed else "", tone=Tone.MUTED)


class AllocationCard(Section):
    """What is set aside, with what is used and left of each part."""

    def __init__(self) -> None:
        """Make it empty."""
        columns = _allocation_columns(lambda: "" if self._past else tr("Ändra"))
        self.table = Table(columns, name=tr("Avsatt ur ramen"), fit=True)
        self.table.set_empty(
            tr("Inget är avsatt för särskilda ändamål."), tr("Avsätt en del av ramen")
        )
        super().__init__(Heading(tr("Avsatt ur ramen"), note=" "), self.table)
        self._past = False

    def show_budget(self, seen: BudgetView) -> None:
        """Show what is set aside of a period's frame; on a past day nothing can be changed."""
        self._past = seen.on is not None
        self.table.set_rows([(line.id, line) for line in seen.allocations])
        words = ""
        if seen.allocations and seen.unset is not None:
            words = (
                tr("{sum} är inte avsatt", sum=kr(seen.unset))
                if seen.unset >= 0
                else tr("{sum} mer än ramen är avsatt", sum=kr(-seen.unset))
            )
        self.heading.note.setText(words)
        self.heading.note.setVisible(bool(words))


def _allocation_columns(step: Callable[[], str]) -> list[Column]:
    return [
        Column(
            key="purpose",
            title=tr("Ändamål"),
            value=lambda it: shown(PURPOSE_WORDS[it.purpose]),
            weight="medium",
            stretch=1,
        ),
        Column(key="year", title=tr("Tid"), value=_time, tone=Tone.MUTED),
        Column(key="amount", title=tr("Avsatt"), value=lambda it: digits(it.amount), align="right"),
        Column(key="used", title=tr("Använt"), value=lambda it: digits(it.used), align="right"),
        Column(key="left", title=tr("Kvar"), value=_unused, align="right", weight="strong"),
        Column(key="bar", title="", value=_allocation_bar, stretch=1, width=8),
        Column(key="step", title="", value=lambda _it: step(), link=True, align="right"),
    ]


def _time(it: AllocationLine) -> str:
    return tr("hela perioden") if it.year is None else str(it.year)


def _unused(it: AllocationLine) -> Cell:
    if it.left < 0:
        return Cell(f"{MINUS}{digits(-it.left)}", mark=Mark.WARN, tone=Tone.WARN)
    return Cell(digits(it.left))


def _allocation_bar(it: AllocationLine) -> Cell:
    kind = "decided" if it.purpose == "grants" else "own"
    parts = (
        Part(kind=kind, label=tr("Använt"), amount=it.used),
        Part(kind="left", label=tr("Kvar"), amount=max(0, it.left)),
    )
    words = ", ".join(f"{part.label} {kr(part.amount)}" for part in parts)
    return Cell(words, bar=parts, tip=words)
