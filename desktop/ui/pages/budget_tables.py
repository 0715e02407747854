"""The tables of the budget: year by year, and the pots of one year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import digits, kr
from desktop.ui.i18n import tr
from desktop.ui.roles import Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.card import Heading, Section
from desktop.ui.widgets.pots import Part

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.budget_view import BudgetView, PotLine, YearLine


class YearCard(Section):
    """A row for each year; the current one decides which pots are shown."""

    def __init__(self) -> None:
        """Make it empty."""
        self.table = Table(_year_columns(), name=tr("År för år"), fit=True)
        super().__init__(Heading(tr("År för år"), note=tr("kronor")), self.table)

    def show_budget(self, seen: BudgetView) -> None:
        """Show the years of a period."""
        self.table.set_rows([(line.year, (line, _most(seen.years))) for line in seen.years])
        plans = [line.plan for line in seen.years if line.plan is not None]
        self.table.set_sums(
            {
                "year": tr("Summa"),
                "plan": digits(sum(plans)) if plans else "",
                "decided": digits(sum(line.decided for line in seen.years)),
                "proposed": digits(sum(line.proposed for line in seen.years)),
                "own": digits(sum(line.own for line in seen.years)),
                "used": digits(sum(line.used for line in seen.years)),
                "paid": digits(sum(line.paid for line in seen.years)),
            }
        )


def _most(years: Sequence[YearLine]) -> int:
    return max((max(line.used + line.proposed, line.plan or 0) for line in years), default=0)


def _year_columns() -> list[Column]:
    return [
        Column(
            key="year", title=tr("År"), value=lambda it: str(it[0].year), weight="medium", width=5.6
        ),
        Column(key="plan", title=tr("Plan"), value=_plan, align="right"),
        Column(
            key="decided",
            title=tr("Beslutat"),
            value=lambda it: digits(it[0].decided),
            align="right",
        ),
        Column(
            key="own", title=tr("Egna kostnader"), value=lambda it: digits(it[0].own), align="right"
        ),
        Column(
            key="used",
            title=tr("Tillsammans"),
            value=lambda it: digits(it[0].used),
            align="right",
            weight="strong",
        ),
        Column(key="proposed", title=tr("Föreslaget"), value=_proposed, align="right"),
        Column(
            key="paid", title=tr("Utbetalt"), value=lambda it: digits(it[0].paid), align="right"
        ),
        Column(key="bar", title="", value=_year_bar, stretch=1, width=8),
        Column(key="step", title="", value=_plan_step, link=True, align="right"),
    ]


def _plan(it: tuple[YearLine, int]) -> Cell:
    plan = it[0].plan
    return Cell("–", tone=Tone.MUTED) if plan is None else Cell(digits(plan))


def _plan_step(it: tuple[YearLine, int]) -> str:
    return tr("Lägg plan") if it[0].plan is None else tr("Ändra plan")


def _proposed(it: tuple[YearLine, int]) -> Cell:
    proposed = it[0].proposed
    return Cell(f"({digits(proposed)})" if proposed else "", tone=Tone.MUTED)


def _year_bar(it: tuple[YearLine, int]) -> Cell:
    line, most = it
    free = max(0, most - line.used - line.proposed)
    parts = (
        Part(kind="decided", label=tr("Beslutat"), amount=line.decided),
        Part(kind="own", label=tr("Egna kostnader"), amount=line.own),
        Part(kind="proposed", label=tr("Föreslaget"), amount=line.proposed),
        Part(kind="left", label="", amount=free),
    )
    words = ", ".join(f"{part.label} {kr(part.amount)}" for part in parts[:3])
    return Cell(words, bar=parts, tip=words)


class PotCard(Section):
    """The pots of one year."""

    def __init__(self) -> None:
        """Make it empty."""
        self.table = Table(_pot_columns(), name=tr("Potter"), fit=True)
        self.table.set_empty(tr("Riktlinjen har inga potter."))
        super().__init__(
            Heading(tr("Bidrag"), note=tr("kronor; kvar är potten minus beslutat")), self.table
        )

    def show_pots(self, year: int, lines: Sequence[PotLine]) -> None:
        """Show the pots of a year."""
        self.heading.title.setText(tr("Bidrag {year} per ort", year=year))
        before, rows = 0, []
        for at, line in enumerate(lines):
            rows.append((at, (line, line.pot.place.id != before)))
            before = line.pot.place.id
        self.table.set_rows(rows)
        if not lines:
            self.table.set_sums({})
            return
        self.table.set_sums(
            {
                "place": tr("Tillsammans"),
                "asked": digits(sum(line.asked for line in lines)),
                "proposed": digits(sum(line.pot.proposed for line in lines)),
                "decided": digits(sum(line.pot.decided for line in lines)),
                "paid": digits(sum(line.paid for line in lines)),
                "left": digits(sum(line.pot.cap - line.pot.decided for line in lines)),
            }
        )


def _pot_columns() -> list[Column]:
    return [
        Column(
            key="place",
            title=tr("Ort"),
            value=lambda it: it[0].pot.place.name if it[1] else "",
            weight="medium",
        ),
        Column(key="scheme", title=tr("Bidrag"), value=lambda it: tr(it[0].pot.short)),
        Column(key="asked", title=tr("Sökt"), value=lambda it: digits(it[0].asked), align="right"),
        Column(key="proposed", title=tr("Föreslaget"), value=_pot_proposed, align="right"),
        Column(
            key="decided",
            title=tr("Beslutat"),
            value=lambda it: digits(it[0].pot.decided),
            align="right",
        ),
        Column(
            key="paid", title=tr("Utbetalt"), value=lambda it: digits(it[0].paid), align="right"
        ),
        Column(key="left", title=tr("Kvar"), value=_pot_left, align="right", weight="strong"),
        Column(key="bar", title=tr("Potten"), value=_pot_bar, stretch=1, width=8),
    ]


def _pot_left(it: tuple[PotLine, bool]) -> str:
    return digits(it[0].pot.cap - it[0].pot.decided)


def _pot_proposed(it: tuple[PotLine, bool]) -> Cell:
    proposed = it[0].pot.proposed
    return Cell(f"({digits(proposed)})" if proposed else "", tone=Tone.MUTED)


def _pot_bar(it: tuple[PotLine, bool]) -> Cell:
    pot = it[0].pot
    parts = (
        Part(kind="decided", label=tr("Beslutat"), amount=pot.decided),
        Part(kind="proposed", label=tr("Föreslaget"), amount=pot.proposed),
        Part(kind="left", label=tr("Kvar"), amount=pot.left),
    )
    words = ", ".join(f"{part.label} {kr(part.amount)}" for part in parts)
    return Cell(words, bar=parts, tip=words)
