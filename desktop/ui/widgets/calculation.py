"""A sum with the lines that led to it, as columns beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QWidget

from desktop.ui.measure import em, px
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Hairline, tight
from desktop.ui.widgets.words import Link, Words

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QResizeEvent

COLUMN = 17
"""Em that one column of a calculation wants."""


@dataclass(frozen=True, kw_only=True)
class SumLine:
    """One line of a calculation."""

    label: str
    """"Annan finansiering"."""
    value: str = ""
    """"9 000"."""
    sign: str = ""
    """"–" or "=" before the label."""
    line: bool = False
    """True for a result: a line stands above it."""
    strong: bool = False
    """True for the figure that decides."""
    muted: bool = False
    """True for a line that only explains."""
    link: str = ""
    """Words after the label that can be followed; emitted as they are."""


class _Column(QWidget):
    """One column: sign, label, value."""

    def __init__(self, lines: Sequence[SumLine], followed: Callable[[str], None]) -> None:
        super().__init__()
        grid = QGridLayout(self)
        tight(grid)
        grid.setHorizontalSpacing(px(6))
        grid.setVerticalSpacing(px(3))
        grid.setColumnStretch(1, 1)
        signs = any(line.sign for line in lines)
        at = 0
        for line in lines:
            if line.line:
                grid.addWidget(Hairline(strong=True), at, 1, 1, 2)
                at += 1
            tone = Tone.MUTED if line.muted else Tone.TEXT
            size = "strong" if line.strong else "body"
            if signs:
                grid.addWidget(Words(line.sign, "body", Tone.MUTED), at, 0)
                grid.setColumnMinimumWidth(0, px(12))
            grid.addWidget(self._label(line, size, tone, followed), at, 1)
            grid.addWidget(Words(line.value, size, tone, right=True), at, 2)
            at += 1
        grid.setRowStretch(at, 1)

    @staticmethod
    def _label(line: SumLine, size: str, tone: Tone, followed: Callable[[str], None]) -> QWidget:
        words = Words(line.label, size, tone, wrap=line.muted)
        if not line.link:
            return words
        holder = QWidget()
        grid = QGridLayout(holder)
        tight(grid, 4)
        link = Link(line.link)
        link.clicked.connect(lambda _on=False: followed(line.link))
        grid.addWidget(words, 0, 0)
        grid.addWidget(link, 0, 1)
        grid.setColumnStretch(2, 1)
        return holder


class CalculationGrid(QWidget):
    """Columns with upright hairlines between; under each other where there is little room."""

    followed = Signal(str)

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        tight(self._line, 14)
        self._columns = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)

    def set_columns(self, columns: Sequence[Sequence[SumLine]]) -> None:
        """Show these."""
        while item := self._line.takeAt(0):
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._columns = len(columns)
        for at, lines in enumerate(columns):
            if at:
                self._line.addWidget(Hairline(upright=self._wide()))
            self._line.addWidget(_Column(lines, self.followed.emit), 1)
        said = [f"{one.sign} {one.label} {one.link} {one.value}" for col in columns for one in col]
        self.setAccessibleName(". ".join(" ".join(words.split()) for words in said))

    def _wide(self) -> bool:
        return self._line.direction() is QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand or lie, as there is room."""
        super().resizeEvent(event)
        wide = self.width() >= em(COLUMN) * max(1, self._columns)
        if wide == self._wide():
            return
        way = QBoxLayout.Direction
        self._line.setDirection(way.LeftToRight if wide else way.TopToBottom)
        for at in range(self._line.count()):
            part = self._line.itemAt(at)
            line = part.widget() if part is not None else None
            if isinstance(line, Hairline):
                line.turn(upright=wide)

    def minimumSizeHint(self) -> QSize:
        """Be content with one column: the columns can go under each other."""
        return QSize(em(COLUMN), super().minimumSizeHint().height())
