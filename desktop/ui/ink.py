"""Writing one line of words into a rectangle, shortened in the middle when it does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFontMetrics

from desktop.ui.measure import font

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QPainter

ALIGN = {
    "left": Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True)
class Ink:
    """How words are written."""

    size: str
    """A name of measure.SIZES."""
    colour: QColor
    """Their colour."""
    align: str = "left"
    """"left", "right" or "center"; what stands right is a sum and never shortened."""


def write(painter: QPainter, rect: QRectF, words: str, ink: Ink) -> int:
    """Write words and give how wide they became."""
    written = font(ink.size)
    metrics = QFontMetrics(written)
    painter.setFont(written)
    painter.setPen(ink.colour)
    wide = metrics.horizontalAdvance(words)
    if wide > rect.width() and ink.align != "right":
        words = metrics.elidedText(words, Qt.TextElideMode.ElideMiddle, int(rect.width()))
        wide = metrics.horizontalAdvance(words)
    painter.drawText(rect, ALIGN[ink.align] | Qt.TextFlag.TextDontClip, words)
    return wide
