"""The top of a letter, and where the envelope's window lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.ui.i18n import tr
from desktop.ui.measure import px
from desktop.ui.pdf_pages import POINTS, PdfPages
from desktop.ui.roles import now

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent, QResizeEvent

    from desktop.flow.envelope import EnvelopeWindow

PAPER = 210.0
"""Millimetres of A4 from side to side."""
SEEN = 100.0
"""Millimetres of the letter that are shown, from its top."""
MOST = 460
"""Pixels of its width at 100 %."""
MM = 25.4
OUTLINE = QColor("#b3261e")
"""On white paper, whatever the colours of the window."""


def outline(painter: QPainter, window: EnvelopeWindow, millimetre: float) -> None:
    """Draw the edge of a window on a sheet of paper; `millimetre` is one in the painter's units."""
    pen = QPen(OUTLINE, 0.4 * millimetre)
    pen.setStyle(Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    place = QRectF(window.left, window.top, window.width, window.height)
    painter.drawRoundedRect(
        QRectF(place.topLeft() * millimetre, place.size() * millimetre),
        3 * millimetre,
        3 * millimetre,
    )


class EnvelopeView(QWidget):
    """A real letter's first page, cut off below the fold, with the window over it."""

    def __init__(self) -> None:
        """Make it empty."""
        super().__init__()
        self._letter = b""
        self._window: EnvelopeWindow | None = None
        self._drawn: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setSizePolicy(policy)
        self.setMaximumWidth(px(MOST))
        self.setAccessibleName(tr("Brevets överkant med kuvertets fönster"))

    def show_letter(self, letter: bytes, window: EnvelopeWindow) -> None:
        """Show another letter under another window."""
        if letter != self._letter:
            self._letter, self._drawn = letter, None
        self._window = window
        self.update()

    def sizeHint(self) -> QSize:
        """Want as much as is sharp and no more."""
        return QSize(px(MOST), round(px(MOST) * SEEN / PAPER))

    def minimumSizeHint(self) -> QSize:
        """Be content with half of it."""
        return QSize(px(MOST) // 2, round(px(MOST) // 2 * SEEN / PAPER))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the paper's shape."""
        super().resizeEvent(event)
        self.setFixedHeight(round(self.width() * SEEN / PAPER))
        self._drawn = None

    def _page(self) -> QImage | None:
        if self._drawn is None and self._letter:
            pages = PdfPages(self._letter)
            dots = self.width() * self.devicePixelRatioF() / (pages.size(0).width() / POINTS)
            rows = min(round(SEEN / MM * dots), pages.pixels(0, dots).height())
            self._drawn = pages.strip(0, dots, 0, rows)
            pages.close()
        return self._drawn

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw paper, letter and window."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        page = self._page()
        if page is not None:
            painter.drawImage(self.rect(), page)
        if self._window is not None and page is not None:
            outline(painter, self._window, self.width() / PAPER)
        painter.setPen(now().soft_edge)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
