"""The cards of the budget: the frame, the years, the pots of a year, the entries."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from desktop.domain.swedish import digits, kr
from desktop.ui.i18n import tr
from desktop.ui.pages.idag_side import frame_parts
from desktop.ui.roles import Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.calculation import CalculationGrid, SumLine
from desktop.ui.widgets.card import Card, Hairline, Heading, Section, row
from desktop.ui.widgets.pots import Bar, Part, legend
from desktop.ui.widgets.words import Words, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.registers import BudgetEntry
    from desktop.flow.budget_view import BudgetView, PotLine, YearLine
    from desktop.flow.money import Frame

MINUS, PLUS = "−", "+"


class FrameCard(Card):
    """What is left, large; a bar; and how it was counted."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self.heading = Heading(tr("Ramen"), note=" ")
        self.left = Words("", "big")
        self.of = muted()
        self.bar = Bar(high=18)
        self.legend = legend([])
        self.grid = CalculationGrid()
        self.nothing = muted("", wrap=True)
        self.line = Hairline()
        sums = row(self.left, self.of, None, spacing=10)
        for at in range(2):
            sums.setAlignment(sums.itemAt(at).widget(), Qt.AlignmentFlag.AlignBaseline)
        self.add(self.heading)
        self.body.addLayout(sums)
        self.add(self.nothing, self.bar, self.legend, self.line, self.grid)

    def show_budget(self, seen: BudgetView, today: date) -> None:
        """Show a period."""
        years = f"{seen.first_year}–{seen.last_year}"
        self.heading.title.setText(tr("Ramen {years}", years=years))
        self.heading.note.setText(_time_left(seen, today))
        self.heading.note.setVisible(bool(self.heading.note.text()))
        frame = seen.frame
        for part in (self.left, self.of, self.bar, self.legend, self.line, self.grid):
            part.setVisible(frame is not None)
        self.nothing.setVisible(frame is None)
        self.nothing.setText(tr("Ingen ram är inlagd för {years}.", years=years))
        if frame is not None:
            self._show_frame(frame, seen.entries)

    def _show_frame(self, frame: Frame, entries: Sequence[BudgetEntry]) -> None:
        self.left.setText(kr(frame.left))
        self.left.set_tone(Tone.STOP if frame.left < 0 else Tone.TEXT)
        proposed = tr("kvar, varav {sum} är föreslaget", sum=kr(frame.proposed))
        self.of.setText(proposed if frame.proposed else tr("kvar"))
        parts = frame_parts(frame)
        self.bar.set_parts(parts)
        self._show_legend(parts)
        self.grid.set_columns([_counted(frame, entries)])

    def _show_legend(self, parts: Sequence[Part]) -> None:
        fresh = legend([(part.kind, f"{part.label} {digits(part.amount)}") for part in parts])
        self.body.replaceWidget(self.legend, fresh)
        self.legend.hide()
        self.legend.deleteLater()
        self.legend = fresh
        self.legend.show()


def _time_left(seen: BudgetView, today: date) -> str:
    days = (date(seen.last_year, 12, 31) - today).days
    if days < 0:
        return tr("perioden är slut")
    if today.year < seen.first_year:
        return tr("börjar {year}", year=seen.first_year)
    return tr("1 dag kvar av perioden") if days == 1 else tr("{days} dagar kvar av perioden", days=days)


def _counted(frame: Frame, entries: Sequence[BudgetEntry]) -> list[SumLine]:
    """Give the lines of the calculation, each movement with its decision."""
    lines = [SumLine(label=tr("Ram"), value=kr(frame.period.frame))]
    for each in reversed([each for each in entries if each.kind == "movement"]):
        lines.append(
            SumLine(
                label=each.reference,
                value=kr(abs(each.amount)),
                sign=MINUS if each.amount < 0 else PLUS,
            )
        )
    lines.append(SumLine(label=tr("Beslutade bidrag"), value=kr(frame.decided), sign=MINUS))
    lines.append(SumLine(label=tr("Egna kostnader"), value=kr(frame.own), sign=MINUS))
    return [*lines, SumLine(label=tr("Kvar"), value=kr(frame.left), line=True, strong=True)]


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
        Column(key="decided", title=tr("Beslutat"), value=lambda it: digits(it[0].decided), align="right"),
        Column(key="own", title=tr("Egna kostnader"), value=lambda it: digits(it[0].own), align="right"),
        Column(
            key="used",
            title=tr("Tillsammans"),
            value=lambda it: digits(it[0].used),
            align="right",
            weight="strong",
        ),
        Column(key="proposed", title=tr("Föreslaget"), value=_proposed, align="right"),
        Column(key="paid", title=tr("Utbetalt"), value=lambda it: digits(it[0].paid), align="right"),
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
        super().__init__(Heading(tr("Bidrag"), note=tr("kronor; kvar är potten minus beslutat")), self.table)

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
        Column(key="paid", title=tr("Utbetalt"), value=lambda it: digits(it[0].paid), align="right"),
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


class EntryCard(Section):
    """Movements of the frame and own costs; each can be taken away again."""

    def __init__(self) -> None:
        """Make it empty."""
        self.table = Table(_entry_columns(), name=tr("Flyttat och egna kostnader"), fit=True)
        self.table.set_empty(tr("Inga egna kostnader och inget flyttat."), tr("Lägg in en kostnad"))
        super().__init__(Heading(tr("Flyttat och egna kostnader"), "0"), self.table)

    def show_budget(self, seen: BudgetView) -> None:
        """Show the entries of a period."""
        self.heading.beside.setText(str(len(seen.entries)))
        self.heading.beside.setVisible(bool(seen.entries))
        self.table.set_rows([(each.id, each) for each in seen.entries])


def _entry_columns() -> list[Column]:
    return [
        Column(key="day", title=tr("Dag"), value=lambda it: it.day.isoformat(), tone=Tone.MUTED),
        Column(key="kind", title=tr("Slag"), value=_kind),
        Column(key="reference", title=tr("Vad"), value=lambda it: it.reference, stretch=1),
        Column(key="amount", title=tr("Kronor"), value=_entry_amount, align="right", weight="strong"),
        Column(key="step", title="", value=lambda _it: tr("Ta bort"), link=True, align="right"),
    ]


def _kind(it: BudgetEntry) -> str:
    return tr("Flyttat") if it.kind == "movement" else tr("Egen kostnad")


def _entry_amount(it: BudgetEntry) -> str:
    """Give the sum as it changes what is left: a cost takes from it."""
    amount = it.amount if it.kind == "movement" else -it.amount
    return f"{MINUS if amount < 0 else PLUS}{digits(abs(amount))}"
