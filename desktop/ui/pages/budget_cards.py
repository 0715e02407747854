"""The cards of the budget: the frame and how it was counted, and what was noted on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from desktop.domain.budgeting import PURPOSE_WORDS
from desktop.domain.swedish import digits, kr
from desktop.ui.i18n import shown, tr
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

    from desktop.flow.budget_view import BudgetView
    from desktop.flow.money import Frame
    from desktop.ui.widgets.pots import Part

MINUS, PLUS = "−", "+"
CASES = 4
"""Repayments that are named one by one."""


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
        self.heading.note.setText(_time_left(seen, seen.on or today))
        self.heading.note.setVisible(bool(self.heading.note.text()))
        frame = seen.frame
        for part in (self.left, self.of, self.bar, self.legend, self.line, self.grid):
            part.setVisible(frame is not None)
        self.nothing.setVisible(frame is None)
        self.nothing.setText(tr("Ingen ram är inlagd för {years}.", years=years))
        if frame is not None:
            self._show_frame(frame, seen)

    def _show_frame(self, frame: Frame, seen: BudgetView) -> None:
        self.left.setText(_minus(frame.left))
        self.left.set_tone(Tone.STOP if frame.left < 0 else Tone.TEXT)
        proposed = tr("kvar, varav {sum} är föreslaget", sum=kr(frame.proposed))
        self.of.setText(proposed if frame.proposed else tr("kvar"))
        parts = frame_parts(frame)
        self.bar.set_parts(parts)
        self._show_legend(parts)
        self.grid.set_columns([_counted(seen, frame)])

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


def _minus(amount: int) -> str:
    return f"{MINUS}{kr(-amount)}" if amount < 0 else kr(amount)


def _counted(seen: BudgetView, frame: Frame) -> list[SumLine]:
    """Give the lines of the calculation, each movement with its decision, each grant its case."""
    lines = [SumLine(label=tr("Ram"), value=kr(frame.period.frame))]
    lines += [
        SumLine(
            label=each.reference,
            value=kr(abs(each.amount)),
            sign=MINUS if each.amount < 0 else PLUS,
        )
        for each in seen.movements
    ]
    lines += _returned(seen)
    lines.append(SumLine(label=tr("Beslutade bidrag"), value=kr(frame.decided), sign=MINUS))
    lines.append(SumLine(label=tr("Egna kostnader"), value=kr(frame.own), sign=MINUS))
    left = SumLine(label=tr("Kvar"), value=_minus(frame.left), line=True, strong=True)
    return [*lines, left]


def _returned(seen: BudgetView) -> list[SumLine]:
    """Give what was paid back: case by case, or together when there are many."""
    if len(seen.returned) > CASES:
        words = tr("Återbetalda bidrag, {count} ärenden", count=len(seen.returned))
        whole = sum(each.amount for each in seen.returned)
        return [SumLine(label=words, value=kr(whole), sign=PLUS)]
    return [
        SumLine(
            label=tr("Återbetalt bidrag {day},", day=each.day.isoformat()),
            link=each.number,
            value=kr(each.amount),
            sign=PLUS,
        )
        for each in seen.returned
    ]


@dataclass(frozen=True, kw_only=True)
class EntryRow:
    """A movement or an own cost, as the list shows it."""

    day: date
    kind: str
    words: str
    amount: int
    """With the sign that it changes what is left by."""
    entry_id: int = 0
    """The entry that can be taken away; 0 for the cost of a visit."""
    visit_id: int = 0
    """The visit that it is the cost of."""


class EntryCard(Section):
    """Movements of the frame and own costs; what was noted by hand can be taken away again."""

    def __init__(self) -> None:
        """Make it empty."""
        self.table = Table(_entry_columns(), name=tr("Flyttat och egna kostnader"), fit=True)
        self.table.set_empty(tr("Inga egna kostnader och inget flyttat."), tr("Lägg in en kostnad"))
        super().__init__(Heading(tr("Flyttat och egna kostnader"), "0"), self.table)
        self.rows: dict[int, EntryRow] = {}

    def show_budget(self, seen: BudgetView) -> None:
        """Show the entries of a period, the latest first."""
        found = entry_rows(seen)
        self.heading.beside.setText(str(len(found)))
        self.heading.beside.setVisible(bool(found))
        self.rows = dict(enumerate(found))
        self.table.set_rows(list(self.rows.items()))


def entry_rows(seen: BudgetView) -> list[EntryRow]:
    """Give the movements and own costs of a period, the latest first."""
    moved = [
        EntryRow(
            day=each.day,
            kind=tr("Flyttat"),
            words=each.reference,
            amount=each.amount,
            entry_id=0 if seen.on else each.id,
        )
        for each in seen.movements
    ]
    costs = [
        EntryRow(
            day=each.day,
            kind=tr("Besök") if each.visit_id else shown(PURPOSE_WORDS[each.purpose]),
            words=each.words,
            amount=-each.amount,
            entry_id=0 if seen.on else each.entry_id,
            visit_id=each.visit_id,
        )
        for each in seen.costs
    ]
    return sorted([*moved, *costs], key=lambda row: (row.day, row.entry_id), reverse=True)


def _entry_columns() -> list[Column]:
    return [
        Column(key="day", title=tr("Dag"), value=lambda it: it.day.isoformat(), tone=Tone.MUTED),
        Column(key="kind", title=tr("Slag"), value=lambda it: it.kind),
        Column(key="reference", title=tr("Vad"), value=lambda it: it.words, stretch=1),
        Column(
            key="amount", title=tr("Kronor"), value=_entry_amount, align="right", weight="strong"
        ),
        Column(key="step", title="", value=_entry_step, link=True, align="right"),
    ]


def _entry_step(it: EntryRow) -> str:
    if it.visit_id:
        return tr("Öppna")
    return tr("Ta bort") if it.entry_id else ""


def _entry_amount(it: EntryRow) -> str:
    """Give the sum as it changes what is left: a cost takes from it."""
    return f"{MINUS if it.amount < 0 else PLUS}{digits(abs(it.amount))}"
