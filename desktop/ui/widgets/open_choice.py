"""A choice that stands open as rows: ring, name, a grey line, and a warning where there is one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
)

from desktop.ui.measure import px
from desktop.ui.paint import RADIUS, focus_ring, tick_dot
from desktop.ui.roles import Mark, Tone, now
from desktop.ui.widgets.card import Card, tight
from desktop.ui.widgets.tick import SIDE
from desktop.ui.widgets.words import Symbol, Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QSize
    from PySide6.QtGui import QPaintEvent, QResizeEvent

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


class _Row(QAbstractButton):
    """One row; all of it answers."""

    def __init__(self, choice: Open, *, first: bool) -> None:
        super().__init__()
        self.key = choice.key
        self._first = first
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        said = (choice.word, choice.about, choice.warning)
        self.setAccessibleName(". ".join(part for part in said if part))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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

    def hasHeightForWidth(self) -> bool:
        """Let the lines break."""
        return True

    def heightForWidth(self, wide: int) -> int:
        """Give the height that the lines need at a width."""
        layout = self.layout()
        return layout.heightForWidth(wide) if layout is not None else px(50)

    def sizeHint(self) -> QSize:
        """Want what the words want."""
        layout = self.layout()
        return layout.sizeHint() if layout is not None else super().sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the broken lines are."""
        super().resizeEvent(event)
        self.setMinimumHeight(max(0, self.heightForWidth(self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw ground, line above and ring."""
        painter = QPainter(self)
        roles = now()
        if self.isChecked():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(roles.selection)
            painter.drawRoundedRect(QRectF(self.rect()), px(RADIUS - 1), px(RADIUS - 1))
        if not self._first:
            painter.fillRect(0, 0, self.width(), 1, roles.hairline)
        ring = QRectF(px(INSET), px(11), px(SIDE), px(SIDE))
        tick_dot(painter, ring, on=self.isChecked(), focus=self.hasFocus())
        if self.hasFocus():
            focus_ring(painter, self.rect())


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
