"""Fields of the guideline beside each other, in as many columns as there is room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from desktop.ui.measure import em, px

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.ui.pages.riktlinje_andra_field import FieldBlock

COLUMN = 10.5
"""Em of a column."""
MOST = 4
"""Columns at the most; a text takes two of them."""
ALL = 0
"""Span of a block that takes all the width."""
BESIDE, BELOW = 16, 12


class BlockLayout(QLayout):
    """Lines of blocks, each as wide as the columns it spans, their tops in line."""

    def __init__(self, holder: QWidget) -> None:
        """Make it empty."""
        super().__init__(holder)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item last, as Qt asks."""
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        """Give the number of items."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item, or None past the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or None past the last."""
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want all the width."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow one is higher."""
        return True

    def invalidate(self) -> None:
        """Forget what was measured: something in it has changed."""
        self._heights.clear()
        super().invalidate()

    def heightForWidth(self, wide: int) -> int:
        """Give the height at a width; Qt asks for the same ones again and again."""
        if wide not in self._heights:
            self._heights[wide] = self._place(QRect(0, 0, wide, 0), move=False)
        return self._heights[wide]

    def sizeHint(self) -> QSize:
        """Want room for all columns."""
        wide = MOST * em(COLUMN) + (MOST - 1) * px(BESIDE)
        return QSize(wide, self.heightForWidth(wide))

    def minimumSize(self) -> QSize:
        """Be content with one column; the height follows from the width."""
        return QSize(em(COLUMN), px(20))

    def setGeometry(self, rect: QRect) -> None:
        """Put every block in its place."""
        super().setGeometry(rect)
        self._place(self.contentsRect(), move=True)

    def _lines(self, columns: int) -> list[list[tuple[QLayoutItem, int]]]:
        lines: list[list[tuple[QLayoutItem, int]]] = []
        left = 0
        for item in self._items:
            widget: object = item.widget()
            span = int(getattr(widget, "span", 1)) or columns
            span = min(span, columns)
            if span > left:
                lines.append([])
                left = columns
            lines[-1].append((item, span))
            left -= span
        return lines

    def _place(self, rect: QRect, *, move: bool) -> int:
        margins = self.contentsMargins()
        sides = 0 if move else margins.left() + margins.right()
        ends = 0 if move else margins.top() + margins.bottom()
        wide = rect.width() - sides
        columns = _columns(wide)
        one = (wide - px(BESIDE) * (columns - 1)) / columns
        top = rect.top()
        for line in self._lines(columns):
            at, high = 0, 0
            placed: list[tuple[QLayoutItem, QRect]] = []
            for item, span in line:
                room = round(one * span + px(BESIDE) * (span - 1))
                tall = _high(item, room)
                left = rect.left() + round(at * (one + px(BESIDE)))
                placed.append((item, QRect(QPoint(left, top), QSize(room, tall))))
                at, high = at + span, max(high, tall)
            for item, where in placed if move else ():
                item.setGeometry(where)
            top += high + px(BELOW)
        return max(0, top - rect.top() - px(BELOW)) + ends


def _columns(wide: int) -> int:
    room = (wide + px(BESIDE)) // (em(COLUMN) + px(BESIDE))
    return next(each for each in (MOST, 2, 1) if room >= each or each == 1)


def _high(item: QLayoutItem, wide: int) -> int:
    return item.heightForWidth(wide) if item.hasHeightForWidth() else item.sizeHint().height()


class BlockGrid(QWidget):
    """Holds fields."""

    def __init__(self, blocks: Sequence[FieldBlock]) -> None:
        """Put them in their order."""
        super().__init__()
        self.blocks = list(blocks)
        layout = BlockLayout(self)
        for block in self.blocks:
            layout.addWidget(block)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
