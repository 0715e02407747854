"""Two cards beside each other, or below each other where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from desktop.ui.measure import em
from desktop.ui.widgets.card import BETWEEN_CARDS, tight

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

BESIDE = 58
"""Em from which two cards stand beside each other."""


class Pair(QWidget):
    """Holds the two."""

    def __init__(self, left: QWidget, right: QWidget) -> None:
        """Put them in; the left one is a little wider."""
        super().__init__()
        self._right = right
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        tight(self._line, BETWEEN_CARDS)
        self._line.addWidget(left, 11)
        self._line.addWidget(right, 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lie or stand."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        beside = self.width() >= em(BESIDE)
        self._line.setDirection(way.LeftToRight if beside else way.TopToBottom)

    def minimumSizeHint(self) -> QSize:
        """Be content with one of them beside nothing."""
        return QSize(em(17), super().minimumSizeHint().height())
