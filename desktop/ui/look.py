"""Colours, lengths and fonts as they are now, looked up once for a whole painting."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication

from desktop.ui.measure import SIZES, font, px
from desktop.ui.roles import now

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainter


@lru_cache(maxsize=8192)
def _advance(words: str, size: str, points: float, family: str) -> int:
    del points, family  # they are part of what is remembered
    return QFontMetrics(font(size)).horizontalAdvance(words)


class Look:
    """A list of thousands of cells cannot ask the application about each of them."""

    def __init__(self) -> None:
        """Look everything up."""
        base = QApplication.font()
        self._base = (base.pointSizeF(), base.family())
        self.roles = now()
        self.unit = px(100) / 100
        self._fonts = {size: font(size) for size in SIZES}
        metrics = {size: QFontMetrics(each) for size, each in self._fonts.items()}
        self._high = {size: each.height() for size, each in metrics.items()}
        self._ascent = {size: each.ascent() for size, each in metrics.items()}

    def px(self, length: float) -> int:
        """Give a length that is so many pixels at 100 %."""
        return round(length * self.unit)

    def advance(self, words: str, size: str) -> int:
        """Give the width of words."""
        return _advance(words, size, *self._base)

    def height(self, size: str) -> int:
        """Give the height of a line."""
        return self._high[size]

    def write(
        self, painter: QPainter, rect: QRectF, words: str, ink: tuple[str, QColor, str]
    ) -> int:
        """Write words, ink being size, colour and side, and give how wide they became.

        Words are shortened in the middle, except what stands right: those are sums and days.
        """
        size, colour, side = ink
        wide = self.advance(words, size)
        if wide > rect.width() and side != "right":
            metrics = QFontMetrics(self._fonts[size])
            # A name is known by both its ends, a small grey sentence by how it begins.
            way = Qt.TextElideMode
            where = way.ElideRight if size == "small" else way.ElideMiddle
            words = metrics.elidedText(words, where, int(rect.width()))
            wide = metrics.horizontalAdvance(words)
        left = rect.x()
        if side == "right":
            left += rect.width() - wide
        elif side == "center":
            left += (rect.width() - wide) / 2
        top = rect.y() + (rect.height() - self._high[size]) / 2
        painter.setFont(self._fonts[size])
        painter.setPen(colour)
        painter.drawText(round(left), round(top + self._ascent[size]), words)
        return wide
