"""A few facts side by side: a grey word above each, as many in a row as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.ui.measure import em, px
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Card, tight
from desktop.ui.widgets.words import Words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

EACH = 9.5
"""Em that one fact wants."""
TOP = Qt.AlignmentFlag.AlignTop


class Figures(Card):
    """What one looks up most often, without a heading."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._pairs: list[QWidget] = []
        self._holder = QWidget()
        self._grid = QGridLayout(self._holder)
        tight(self._grid)
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(px(10))
        self.add(self._holder)
        self._across = 0

    def set_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show label and value of each."""
        for old in self._pairs:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._pairs = [_pair(label, value) for label, value in facts]
        self._across = 0
        self._lay()
        self.setAccessibleName(", ".join(f"{label} {value}" for label, value in facts))

    def _lay(self) -> None:
        room = max(1, int(self.width() // em(EACH)))
        across = min(len(self._pairs), room)
        if across == self._across:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 1 if column < across else 0)
        self._across = across
        for at, pair in enumerate(self._pairs):
            self._grid.removeWidget(pair)
            self._grid.addWidget(pair, at // across, at % across, TOP)
            self._grid.setColumnStretch(at % across, 1)
            pair.show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take another number in a row when there is another width."""
        super().resizeEvent(event)
        self._lay()


def _pair(label: str, value: str) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    tight(column, 1)
    column.addWidget(Words(label, "small", Tone.MUTED, wrap=True))
    column.addWidget(Words(value, "medium", wrap=True))
    return holder
