"""The headings above a list, and the sums below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QHeaderView, QWidget

from desktop.ui.icons import draw
from desktop.ui.ink import Ink, write
from desktop.ui.measure import font, px
from desktop.ui.roles import now
from desktop.ui.table_paint import INSET

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtCore import QRect

    from desktop.ui.table import RowModel


class Headings(QHeaderView):
    """The row of headings: grey, small, with a line below and a chevron on the sorted one."""

    def __init__(self, rows: RowModel) -> None:
        """Make the row."""
        super().__init__(Qt.Orientation.Horizontal)
        self._rows = rows
        self.sorted_by: tuple[str, bool] = ("", False)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(px(20))
        self.setFixedHeight(px(30))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        """Draw one heading."""
        column = self._rows.columns[at]
        roles = now()
        area = QRectF(rect)
        painter.save()
        painter.fillRect(area, roles.base)
        painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), roles.soft_edge)
        inside = area.adjusted(px(INSET), 0, -px(INSET), 0)
        key, descending = self.sorted_by
        wide = write(painter, inside, column.title, Ink("smallmedium", roles.muted, column.align))
        if key == column.key:
            left = inside.left() + wide + px(3)
            if column.align == "right":
                left = inside.right() - wide - px(15)
            name = "chevron-down" if descending else "chevron-up"
            square = QRectF(left, area.center().y() - px(6), px(12), px(12))
            draw(painter, square, name, roles.muted)
        painter.restore()


class SumRow(QWidget):
    """Sums under their columns, outside what scrolls."""

    def __init__(self, rows: RowModel, headings: QHeaderView) -> None:
        """Make the row under the headings' columns."""
        super().__init__()
        self._rows = rows
        self._headings = headings
        self._sums: Mapping[str, str] = {}
        self.setFixedHeight(px(34))
        headings.sectionResized.connect(lambda *_: self.update())
        headings.geometriesChanged.connect(self.update)

    def set_sums(self, sums: Mapping[str, str]) -> None:
        """Show sums by column; none hides the row."""
        self._sums = dict(sums)
        words = [
            f"{column.title} {self._sums[column.key]}"
            for column in self._rows.columns
            if column.key in self._sums
        ]
        self.setAccessibleName(", ".join(words))
        self.setVisible(bool(self._sums))
        self.update()

    def paintEvent(self, _event: object) -> None:
        """Draw the sums; words at the left may run over empty columns."""
        painter = QPainter(self)
        painter.fillRect(0, 0, self.width(), 1, now().hairline)
        for at, column in enumerate(self._rows.columns):
            words = self._sums.get(column.key, "")
            if words:
                self._draw(painter, at, words, right=column.align == "right")

    def _draw(self, painter: QPainter, at: int, words: str, *, right: bool) -> None:
        roles = now()
        left = self._headings.sectionViewportPosition(at) + px(INSET)
        wide = self._headings.sectionSize(at) - 2 * px(INSET)
        rect = QRectF(left, 1, wide if right else self.width() - left, self.height() - 1)
        strong = right or at == 0
        size = "strong" if strong else "body"
        if right:
            needed = QFontMetrics(font(size)).horizontalAdvance(words)
            rect.setLeft(min(rect.left(), rect.right() - needed))
        colour = roles.text if strong else roles.muted
        write(painter, rect, words, Ink(size, colour, "right" if right else "left"))
