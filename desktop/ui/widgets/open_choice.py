"""A choice that stands open as rows: ring, name, a grey line, and a warning where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QVBoxLayout

from desktop.ui.measure import px
from desktop.ui.paint import tick_dot
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.widgets.card import Card, tight
from desktop.ui.widgets.row_button import RowButton
from desktop.ui.widgets.tick import SIDE
from desktop.ui.widgets.words import Symbol, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPainter

INSET = 16
"""Pixels between the card's edge and the ring."""


@dataclass(frozen=True, kw_only=True)
class Open:
    """One of the choices."""

    key: str
    """Emitted when it is chosen."""
    word: str
    """"Piteå"."""
    about: str = ""
    """The grey line."""
    warning: str = ""
    """A calm line with a triangle."""


class _Row(RowButton):
    """One row."""

    def __init__(self, choice: Open, *, first: bool) -> None:
        super().__init__()
        self.key = choice.key
        self._first = first
        said = (choice.word, choice.about, choice.warning)
        self.setAccessibleName(". ".join(part for part in said if part))
        line = QHBoxLayout(self)
        line.setContentsMargins(px(INSET + SIDE + 18), px(10), px(INSET), px(11))
        column = QVBoxLayout()
        tight(column, 2)
        line.addLayout(column, 1)
        column.addWidget(Words(choice.word, "medium"))
        if choice.about:
            column.addWidget(Words(choice.about, "small", Tone.MUTED, wrap=True))
        if choice.warning:
            warning = QHBoxLayout()
            tight(warning, 5)
            warning.addWidget(Symbol(Mark.WARN, 14), 0, Qt.AlignmentFlag.AlignTop)
            warning.addWidget(Words(choice.warning, "small", Tone.WARN, wrap=True), 1)
            column.addLayout(warning)

    def decorate(self, painter: QPainter) -> None:
        """Draw the line above and the ring."""
        if not self._first:
            painter.fillRect(0, 0, self.width(), 1, now().hairline)
        ring = QRectF(px(INSET), px(11), px(SIDE), px(SIDE))
        tick_dot(painter, ring, on=self.isChecked(), focus=self.hasFocus())


class OpenChoice(Card):
    """One of several, each with room for words; the arrows move and choose, as in any group."""

    chosen = Signal(str)

    def __init__(self, name: str) -> None:
        """Make it empty; `name` is the question."""
        super().__init__(padding=0, spacing=0)
        self.setAccessibleName(name)
        self._group = QButtonGroup(self)
        self._group.setExclusive(True)
        self._group.buttonClicked.connect(self._clicked)
        self._rows: list[_Row] = []

    def set_choices(self, choices: Sequence[Open]) -> None:
        """Offer these; the first is chosen unless the chosen one is still there."""
        before = self.key()
        for old in self._rows:
            self._group.removeButton(old)
            self.body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._rows = [_Row(each, first=not at) for at, each in enumerate(choices)]
        for row in self._rows:
            self._group.addButton(row)
            self.add(row)
            # The layout would show it later, and what is hidden cannot take the keyboard.
            row.show()
        if self._rows:
            self._check(self._rows[0])
        self.set_key(before)

    def _clicked(self, row: QAbstractButton) -> None:
        self.setFocusProxy(row)
        self.chosen.emit(self.key())

    def _check(self, row: _Row) -> None:
        row.setChecked(True)
        self.setFocusProxy(row)

    def key(self) -> str:
        """Give the key of what is chosen, "" before there is anything."""
        return next((row.key for row in self._rows if row.isChecked()), "")

    def set_key(self, key: str) -> None:
        """Choose by key; an unknown one leaves what was."""
        for row in self._rows:
            if row.key == key:
                self._check(row)
