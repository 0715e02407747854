"""The cards of the budget: the frame and how it was counted, and what was noted on it."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.swedish import digits, kr
from desktop.ui.i18n import tr
from desktop.ui.pages.idag_side import frame_parts
from desktop.ui.roles import Tone
from desktop.ui.table import Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.calculation import CalculationGrid, SumLine
from desktop.ui.widgets.card import Card, Hairline, Heading, Section, tight
from desktop.ui.widgets.pots import Bar, legend
from desktop.ui.widgets.words import Words, muted

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.registers import BudgetEntry
    from desktop.flow.budget_view import BudgetView
    from desktop.flow.money import Frame
    from desktop.ui.widgets.pots import Part

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
        sums = QHBoxLayout()
        tight(sums, 10)
        sums.addWidget(self.left, 0, Qt.AlignmentFlag.AlignBaseline)
        sums.addWidget(self.of, 1, Qt.AlignmentFlag.AlignBaseline)
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
    return (
        tr("1 dag kvar av perioden")
        if days == 1
        else tr("{days} dagar kvar av perioden", days=days)
    )


def _counted(frame: Frame, entries: Sequence[BudgetEntry]) -> list[SumLine]:
    """Give the lines of the calculation, each movement with its decision."""
    lines = [SumLine(label=tr("Ram"), value=kr(frame.period.frame))]
    lines += [
        SumLine(
            label=each.reference,
            value=kr(abs(each.amount)),
            sign=MINUS if each.amount < 0 else PLUS,
        )
        for each in reversed(entries)
        if each.kind == "movement"
    ]
    lines.append(SumLine(label=tr("Beslutade bidrag"), value=kr(frame.decided), sign=MINUS))
    lines.append(SumLine(label=tr("Egna kostnader"), value=kr(frame.own), sign=MINUS))
    return [*lines, SumLine(label=tr("Kvar"), value=kr(frame.left), line=True, strong=True)]


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
        Column(
            key="amount", title=tr("Kronor"), value=_entry_amount, align="right", weight="strong"
        ),
        Column(key="step", title="", value=lambda _it: tr("Ta bort"), link=True, align="right"),
    ]


def _kind(it: BudgetEntry) -> str:
    return tr("Flyttat") if it.kind == "movement" else tr("Egen kostnad")


def _entry_amount(it: BudgetEntry) -> str:
    """Give the sum as it changes what is left: a cost takes from it."""
    amount = it.amount if it.kind == "movement" else -it.amount
    return f"{MINUS if amount < 0 else PLUS}{digits(abs(amount))}"
