"""A link that bears a name: it shortens itself in the middle where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy

from desktop.ui.measure import em, px
from desktop.ui.paint import focus_ring
from desktop.ui.roles import now
from desktop.ui.widgets.words import Link

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent, QResizeEvent

LEAST = 5
"""Em under which it never shrinks."""


class NameLink(Link):
    """As a Link, with itself as tooltip where something is hidden."""

    def __init__(self, text: str, size: str = "body") -> None:
        """Make it."""
        super().__init__(text, size)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _wide(self) -> int:
        """Give how wide the words are, for the pointer and the ring."""
        return min(self.width(), self.sizeHint().width())

    def hitButton(self, pos: QPoint) -> bool:
        """Answer on the words alone."""
        return 0 <= pos.x() <= self._wide()

    def minimumSizeHint(self) -> QSize:
        """Be content with a few letters."""
        wants = self.sizeHint()
        return QSize(min(em(LEAST), wants.width()), wants.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the tooltip only where something is hidden."""
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.sizeHint().width() > self.width() else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits, underlined under the pointer."""
        painter = QPainter(self)
        written = self.font()
        written.setUnderline(self.underMouse())
        painter.setFont(written)
        painter.setPen(now().link)
        room = self.width() - px(4)
        words = QFontMetrics(written).elidedText(
            self.text(), Qt.TextElideMode.ElideMiddle, room + 1
        )
        painter.drawText(QRectF(px(2), 0, room + 2, self.height()), _MIDDLE, words)
        if self.hasFocus():
            focus_ring(painter, QRectF(0, 0, self._wide(), self.height()))


_MIDDLE = Qt.AlignmentFlag.AlignVCenter
