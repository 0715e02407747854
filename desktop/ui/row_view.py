"""The rows of a list: drawn in one go, moved in by the keyboard, clicked on their next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView, QToolTip

from desktop.ui.look import Look
from desktop.ui.measure import em, font, px
from desktop.ui.table_head import Headings
from desktop.ui.table_paint import INSET, CellPainter, plain_selection

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent

    from desktop.ui.table import Index, RowModel

ROW = 34
TALL = 44
"""Pixels of a row of one and of two lines at 100 %."""


class RowView(QTableView):
    """The rows; the keyboard moves, opens and leaves them."""

    entered_row = Signal()
    resized = Signal()
    passed = Signal(int)
    pressed_link = Signal(int)
    turned = Signal(bool)

    def __init__(self, rows: RowModel, *, primary: bool, tall: bool, quiet: bool = False) -> None:
        """Make it for a model; primary and quiet ones light a row only with the keyboard."""
        super().__init__()
        self.rows = rows
        self.headings = Headings(rows)
        self.match = ""
        self.unfolds = False
        self._primary = primary
        self._quiet = primary or quiet
        self.setModel(rows)
        # A view does not own its model: left over, it would go when and where Python collects.
        rows.setParent(self)
        self.setHorizontalHeader(self.headings)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(px(TALL if tall else ROW))
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setCornerButtonEnabled(False)
        plain_selection(self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that the columns have other room."""
        super().resizeEvent(event)
        self.resized.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows that are seen, all in one go: a call for each cell costs too much."""
        painter = QPainter(self.viewport())
        look = Look()
        area = event.rect()
        first, last = self.rowAt(area.top()), self.rowAt(area.bottom())
        if first < 0:
            return
        if last < 0:
            last = self.rows.rowCount() - 1
        places = [
            (self.columnViewportPosition(at), self.columnWidth(at), column)
            for at, column in enumerate(self.rows.columns)
        ]
        drawing = CellPainter(painter, look, self.match, primary=self._primary)
        here = self.currentIndex().row() if self.hasFocus() or not self._quiet else -1
        high = self.verticalHeader().defaultSectionSize()
        wide = self.viewport().width()
        top = self.rowViewportPosition(first)
        for row in range(first, last + 1):
            if row == here:
                painter.fillRect(0, top, wide, high, look.roles.selection)
            if row < self.rows.rowCount() - 1:
                painter.fillRect(0, top + high - 1, wide, 1, look.roles.hairline)
            for (left, width, column), cell in zip(places, self.rows.cells(row), strict=True):
                if left + width > area.left() and left <= area.right():
                    place = QRectF(left, top, width, high - 1)
                    drawing.draw(place, column, cell, lit=row == here)
            top += high

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Light the current row."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Put the light out, where only the list with the keyboard is lit."""
        super().focusOutEvent(event)
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Draw the old and the new current row."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        """Show words that were shortened, as a tooltip."""
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            QToolTip.showText(event.globalPos(), self.tip_at(event.pos()), self)
            return True
        return super().viewportEvent(event)

    def tip_at(self, place: QPoint) -> str:
        """Give the tooltip of a cell: its own, or its words when they are shortened."""
        index = self.indexAt(place)
        if not index.isValid():
            return ""
        cell = self.rows.cells(index.row())[index.column()]
        column = self.rows.columns[index.column()]
        wide = QFontMetrics(font(cell.weight or column.weight)).horizontalAdvance(cell.text)
        hidden = wide > self.columnWidth(index.column()) - 2 * px(INSET)
        return cell.tip or (cell.text if hidden else "")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter; step out at either end with the arrows."""
        key = event.key()
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held:
            self.entered_row.emit()
            return
        at = self.currentIndex().row()
        if key == Qt.Key.Key_Down and at >= self.rows.rowCount() - 1:
            self.passed.emit(1)
        elif key == Qt.Key.Key_Up and at <= 0:
            self.passed.emit(-1)
        elif self.unfolds and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.turned.emit(key == Qt.Key.Key_Right)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            bar = self.horizontalScrollBar()
            bar.setValue(bar.value() + (em(6) if key == Qt.Key.Key_Right else -em(6)))
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _search: str) -> None:
        """Find nothing by letters: it would read every row of a long list."""

    def _link_at(self, event: QMouseEvent) -> int:
        index = self.indexAt(event.position().toPoint())
        if not index.isValid() or not self.rows.columns[index.column()].link:
            return -1
        return index.row() if self.rows.cells(index.row())[index.column()].text else -1

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show the hand over a next step."""
        shape = Qt.CursorShape
        over = self._link_at(event) >= 0
        self.viewport().setCursor(shape.PointingHandCursor if over else shape.ArrowCursor)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Do the next step that was clicked."""
        super().mouseReleaseEvent(event)
        at = self._link_at(event)
        if at >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self.pressed_link.emit(at)
