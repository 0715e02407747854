"""A row of tools that goes on below when there is no more room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSpacerItem, QWidgetItem

from desktop.ui.measure import px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class FlowLayout(QLayout):
    """Widgets beside each other; those with a stretch share what is left of their line."""

    def __init__(self, spacing: float = 8) -> None:
        """Make it empty."""
        super().__init__()
        self._parts: list[tuple[QLayoutItem, int]] = []
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(px(spacing))

    def addWidget(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget last."""
        self.addChildWidget(widget)
        self._parts.append((QWidgetItem(widget), stretch))
        self.invalidate()

    def addStretch(self, stretch: int = 1) -> None:
        """Push what follows to the right end of its line."""
        self._parts.append((QSpacerItem(0, 0), stretch))
        self.invalidate()

    def addItem(self, item: QLayoutItem) -> None:
        """Put an item last, as Qt asks."""
        self._parts.append((item, 0))
        self.invalidate()

    def count(self) -> int:
        """Give the number of items."""
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Give an item, or None past the last."""
        return self._parts[index][0] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out, or None past the last."""
        self.invalidate()
        return self._parts.pop(index)[0] if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want nothing more than it needs."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Say that a narrow row is higher."""
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
        """Want all on one line."""
        shown = [item.sizeHint() for item, _stretch in self._shown()]
        wide = sum(size.width() + self.spacing() for size in shown) - self.spacing()
        return QSize(max(0, wide), max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Be content with the widest."""
        shown = [item.minimumSize() for item, _stretch in self._shown()]
        wide = max((size.width() for size in shown), default=0)
        return QSize(wide, max((size.height() for size in shown), default=0))

    def _shown(self) -> list[tuple[QLayoutItem, int]]:
        return [each for each in self._parts if not _hidden(each[0])]

    def _lines(self, wide: int) -> list[list[tuple[QLayoutItem, int, QSize]]]:
        lines: list[list[tuple[QLayoutItem, int, QSize]]] = [[]]
        room = wide
        for item, stretch in self._shown():
            size = item.sizeHint()
            if lines[-1] and size.width() > room:
                lines.append([])
                room = wide
            lines[-1].append((item, stretch, size))
            room -= size.width() + self.spacing()
        return lines

    def setGeometry(self, rect: QRect) -> None:
        """Put every widget in its place."""
        super().setGeometry(rect)
        self._place(rect, move=True)

    def _place(self, rect: QRect, *, move: bool) -> int:
        top = rect.top()
        for line in self._lines(rect.width()):
            sizes = [size for _item, _stretch, size in line]
            gaps = self.spacing() * max(0, len(line) - 1)
            free = max(0, rect.width() - sum(size.width() for size in sizes) - gaps)
            shares = sum(stretch for _item, stretch, _size in line)
            high = max((size.height() for size in sizes), default=0)
            left = rect.left()
            for item, stretch, size in line:
                grown = free * stretch // shares if shares else 0
                wide = min(size.width() + grown, rect.width())
                down = (high - size.height()) // 2
                if move:
                    item.setGeometry(QRect(QPoint(left, top + down), QSize(wide, size.height())))
                left += wide + self.spacing()
            top += high + self.spacing()
        return top - rect.top() - self.spacing()


def _hidden(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.isHidden()
