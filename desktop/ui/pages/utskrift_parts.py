"""The list of letters to tick, and the band that says how far the printing has come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.i18n import tr
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column
from desktop.ui.table_view import Table
from desktop.ui.widgets.button import Button
from desktop.ui.widgets.card import Card, row
from desktop.ui.widgets.pots import Bar, Part
from desktop.ui.widgets.words import Symbol, Words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from PySide6.QtCore import QModelIndex

    from desktop.flow.outbox import OutLetter


class LetterTable(QObject):
    """Letters with a tick each: Space or a click in the first column turns it."""

    ticked = Signal()
    """Another choice."""
    opened = Signal(object)
    """Id of a document that is to be read."""

    def __init__(self, parent: QWidget) -> None:
        """Make it empty."""
        super().__init__(parent)
        self.chosen: set[int] = set()
        self.done: set[int] = set()
        self.fixed = False
        self.table = Table(self._columns(), name=tr("Brev att skriva ut"))
        self.table.set_empty(tr("Det finns inga brev att skriva ut här."))
        self.table.view.installEventFilter(self)
        self.table.view.clicked.connect(self._clicked)
        self.table.opened.connect(self.opened)

    def _columns(self) -> list[Column]:
        return [
            Column(key="tick", title=tr("Skriv ut"), value=self._tick),
            Column(
                key="title",
                title=tr("Brev"),
                value=lambda it: it.document.title,
                weight="medium",
                stretch=2,
            ),
            Column(key="party", title=tr("Sökande"), value=lambda it: it.party, stretch=2),
            Column(key="number", title=tr("Ärende"), value=lambda it: it.case.number),
            Column(
                key="day",
                title=tr("Skrivet"),
                value=lambda it: it.document.made_on.isoformat(),
                tone=Tone.MUTED,
            ),
            Column(key="state", title=tr("Läge"), value=self._state, width=10),
        ]

    def _tick(self, it: OutLetter) -> Cell:
        on = it.document.id in self.chosen
        words = tr("Ja") if on else tr("Nej")
        tone = Tone.LINK if on else Tone.MUTED
        return Cell(words, mark="ticked" if on else "unticked", tone=tone)

    def _state(self, it: OutLetter) -> Cell:
        if it.document.id in self.done:
            return Cell(tr("Utskrivet"), mark=Mark.OK)
        if it.unsent:
            return Cell(tr("Att skicka"), mark=Mark.MINE)
        return Cell("")

    def show_letters(self, letters: Sequence[OutLetter]) -> None:
        """Show letters in the order they will be printed."""
        self.table.set_rows([(each.document.id, each) for each in letters])

    def choose(self, ids: Iterable[int]) -> None:
        """Tick these and no others."""
        self.chosen = set(ids)
        self.table.read_again()
        self.ticked.emit()

    def turn(self, document_id: int) -> None:
        """Tick a letter, or no longer; nothing turns while letters are being printed."""
        if not self.fixed:
            self.choose(self.chosen ^ {document_id})

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() == 0:
            self.turn(self.table.rows.ids[index.row()])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Turn the tick of the current row with Space."""
        current = self.table.current_id()
        pressed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        space = isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space
        if pressed and space and current is not None:
            self.turn(current)
            return True
        return super().eventFilter(watched, event)


class JobCard(Card):
    """How far a job has come, with the way to stop it; then how it ended."""

    cancelled = Signal()

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__(spacing=10)
        self._symbol = Symbol(Mark.WAITING)
        self.words = Words("", "medium", wrap=True)
        self.cancel = Button(tr("Avbryt"))
        self.cancel.clicked.connect(self.cancelled)
        self._bar = Bar()
        line = row(self._symbol, spacing=10)
        line.addWidget(self.words, 1)
        line.addWidget(self.cancel)
        self.body.addLayout(line)
        self.add(self._bar)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_running(self, words: str, done: int, count: int) -> None:
        """Say what is being done, and draw how much of it is."""
        self._symbol.set_mark(Mark.WAITING)
        self.words.setText(words)
        self.setAccessibleName(words)
        self.cancel.show()
        self._draw(done, count)

    def show_ended(self, words: str, mark: Mark) -> None:
        """Say how it ended."""
        self._symbol.set_mark(mark)
        self.words.setText(words)
        self.setAccessibleName(words)
        self.cancel.hide()
        self._draw(0, 0)

    def _draw(self, done: int, count: int) -> None:
        self._bar.setVisible(bool(count))
        self._bar.set_parts(
            [
                Part(kind="decided", label="", amount=done),
                Part(kind="left", label="", amount=count - done),
            ]
        )
