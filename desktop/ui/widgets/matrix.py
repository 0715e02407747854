"""Who pays what, to read: a row for each kind of cost, a dot where it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import em, px
from desktop.ui.paint import tick_dot
from desktop.ui.roles import Tone
from desktop.ui.widgets.card import Hairline, tight
from desktop.ui.widgets.grid_table import GridRow, GridTable, Head, Place
from desktop.ui.widgets.tick import SIDE
from desktop.ui.widgets.words import Words, small

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QPaintEvent, QResizeEvent

NARROW = 48
"""Em below which the dots become words."""
COLUMNS = ("guest", "host", "shared")
CENTER = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, kw_only=True)
class MatrixRow:
    """Who pays one kind of cost."""

    name: str
    """"Logi"."""
    payer: str
    """"guest", "host" or "shared"; anything else is said in words."""
    words: str
    """The payer in words: "värd", "var och en sitt", "delas, gästen 40 procent"."""
    ceiling: str = ""
    """"1 100 kr per natt"."""
    note: str = ""
    """"ungdomsgrupp i värdfamilj"."""


class Dot(QWidget):
    """A ring, filled where the row belongs; nobody presses it."""

    def __init__(self, *, on: bool) -> None:
        """Show it."""
        super().__init__()
        self._on = on
        self.setFixedSize(px(SIDE + 4), px(SIDE + 4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it; an empty one is fainter than a field that can be chosen."""
        painter = QPainter(self)
        if not self._on:
            painter.setOpacity(0.45)
        tick_dot(painter, QRectF(self.rect()).adjusted(2, 2, -2, -2), on=self._on, focus=False)


class MatrixView(QWidget):
    """The whole matrix, with dots where there is room and words where there is not."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._dots = QWidget()
        self._words = GridTable(tr("Vem betalar vad"), inset=16)
        self._column = QVBoxLayout(self)
        tight(self._column)
        self._column.addWidget(self._dots)
        self._column.addWidget(self._words)
        self._words.hide()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAccessibleName(tr("Vem betalar vad"))

    def show_rows(self, rows: Sequence[MatrixRow]) -> None:
        """Show these."""
        said = "; ".join(
            ", ".join(part for part in (row.name, row.words, row.ceiling, row.note) if part)
            for row in rows
        )
        self.setAccessibleDescription(said)
        self._words.show_rows(
            [
                Head(title=tr("Kostnad"), share=2),
                Head(title=tr("Betalas av"), share=1),
                Head(title=tr("Tak"), below=True),
                Head(title=tr("Not"), share=1, below=True),
            ],
            [
                GridRow(
                    places=[
                        Place(text=row.name),
                        Place(text=row.words),
                        Place(text=row.ceiling),
                        Place(text=row.note, tone=Tone.MUTED),
                    ]
                )
                for row in rows
            ],
        )
        dots = _dotted(rows)
        old, self._dots = self._dots, dots
        self._column.replaceWidget(old, dots)
        old.hide()
        old.deleteLater()
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < em(NARROW)
        self._words.setVisible(narrow)
        self._dots.setVisible(not narrow)

    def minimumSizeHint(self) -> QSize:
        """Be content with words."""
        return QSize(em(14), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Take words where there is little room."""
        super().resizeEvent(event)
        self._fit()


def _dotted(rows: Sequence[MatrixRow]) -> QWidget:
    holder = QWidget()
    grid = QGridLayout(holder)
    grid.setContentsMargins(px(16), 0, px(16), px(4))
    grid.setHorizontalSpacing(px(12))
    grid.setVerticalSpacing(0)
    titles = (tr("Kostnad"), tr("Gäst"), tr("Värd"), tr("Delas"), tr("Tak"), tr("Not"))
    for at, title in enumerate(titles):
        words = small(title)
        if at in (1, 2, 3):
            words.setAlignment(CENTER)
        elif title == tr("Tak"):
            words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(words, 0, at)
    grid.setRowMinimumHeight(0, px(26))
    for number, row in enumerate(rows):
        at = 1 + number * 2
        grid.addWidget(Hairline(strong=not number), at, 0, 1, 6)
        grid.setRowMinimumHeight(at + 1, px(29))
        grid.addWidget(Words(row.name, wrap=True), at + 1, 0)
        if row.payer in COLUMNS:
            for column, payer in enumerate(COLUMNS):
                grid.addWidget(Dot(on=payer == row.payer), at + 1, 1 + column, CENTER)
        else:
            said = Words(row.words, "body", Tone.MUTED)
            said.setAlignment(CENTER)
            grid.addWidget(said, at + 1, 1, 1, 3)
        grid.addWidget(Words(row.ceiling, right=True), at + 1, 4)
        grid.addWidget(small(row.note, wrap=True), at + 1, 5)
    for column in (1, 2, 3):
        grid.setColumnMinimumWidth(column, em(4))
    grid.setColumnStretch(0, 5)
    grid.setColumnStretch(5, 3)
    return holder
