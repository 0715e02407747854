"""An association's closed financial years: which annual report has come in, and which has not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from desktop.domain.phases import CHANNEL_WORDS
from desktop.domain.spoken import year_words
from desktop.ui.i18n import shown, tr
from desktop.ui.measure import px
from desktop.ui.roles import Mark, Tone
from desktop.ui.widgets.card import Card, Heading, tight
from desktop.ui.widgets.words import Link, Symbol, Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.flow.associations import YearReport

TOP = Qt.AlignmentFlag.AlignTop
RIGHT = Qt.AlignmentFlag.AlignRight


class Reports(Card):
    """One row a year; the missing one has the way to receive it."""

    received = Signal()
    """The missing one has come."""
    opened = Signal(object)
    """Id of a document."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._holder = QWidget()
        self.add(Heading(tr("Verksamhetsberättelser")), self._holder)
        self._note = small("", wrap=True)
        self.add(self._note)

    def show_years(self, years: Sequence[YearReport], *, paragraph: str, stops: bool) -> None:
        """Show these, the latest first.

        `paragraph` is what asks for them; `stops` says that a case waits for the missing one.
        """
        holder = QWidget()
        grid = QGridLayout(holder)
        tight(grid)
        grid.setHorizontalSpacing(px(10))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(2, 1)
        for at, one in enumerate(years):
            self._row(grid, at, one, stops=stops)
        self.body.replaceWidget(self._holder, holder)
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = holder
        self._note.setText(paragraph)
        self._note.setVisible(bool(paragraph))

    def _row(self, grid: QGridLayout, at: int, one: YearReport, *, stops: bool) -> None:
        missing = Mark.STOP if stops and one.awaited else Mark.TODO
        mark = Mark.OK if one.report is not None else missing
        grid.addWidget(Symbol(mark), at, 0, TOP)
        grid.addWidget(Words(shown(year_words(one.year)), "medium"), at, 1, TOP)
        tone = Tone.STOP if mark is Mark.STOP else Tone.MUTED
        grid.addWidget(Words(_state(one, stops=stops), "body", tone, wrap=True), at, 2)
        link = Link("")
        if one.report is None:
            link.setText(tr("Ta emot"))
            link.clicked.connect(self.received)
        elif one.report.document_id is not None:
            link.setText(tr("Visa"))
            document = one.report.document_id
            link.clicked.connect(lambda _on=False: self.opened.emit(document))
        link.setAccessibleName(f"{link.text()} {shown(year_words(one.year))}")
        grid.addWidget(link, at, 3, TOP | RIGHT)
        link.setVisible(bool(link.text()))


def _state(one: YearReport, *, stops: bool) -> str:
    if one.report is None:
        if stops:
            return tr("Saknas. Inget betalas ut förrän den har kommit in.")
        return tr("Har inte kommit in.")
    channel = shown(CHANNEL_WORDS[one.report.channel]).lower()
    return tr("Kom in {day}, {channel}", day=str(one.report.received_on), channel=channel)
