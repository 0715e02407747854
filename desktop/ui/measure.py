"""Lengths and fonts that follow the text size, so that nothing is set in bare pixels."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QApplication

BASE_POINTS = 10.0
"""The size of body text at 100 %."""
BASE_PIXELS = 13.0
"""Pixels of an em at 100 % and 96 dpi."""
SCREEN_DPI = 96.0

REGULAR = QFont.Weight.Normal
MEDIUM = QFont.Weight.Medium
STRONG = QFont.Weight.DemiBold

SIZES = {
    "h1": (1.6, STRONG),
    "h2": (1.08, STRONG),
    "body": (1.0, REGULAR),
    "medium": (1.0, MEDIUM),
    "strong": (1.0, STRONG),
    "small": (0.92, REGULAR),
    "smallstrong": (0.92, STRONG),
    "smallmedium": (0.92, MEDIUM),
    "sum": (1.4, REGULAR),
    "sumstrong": (1.4, STRONG),
    "big": (2.0, STRONG),
}
"""Every size and weight the window uses; a style outside this table is a mistake."""


@lru_cache(maxsize=1)
def scale() -> float:
    """Give how much larger than 100 % at 96 dpi text is now.

    Asked for every length of every part, so it is kept until scale.cache_clear(): whoever sets
    the font, and hears of another screen, says so.
    """
    dpi = QGuiApplication.primaryScreen().logicalDotsPerInch()
    return QApplication.font().pointSizeF() / BASE_POINTS * dpi / SCREEN_DPI


def px(length: float) -> int:
    """Give a length that is so many pixels at 100 %, never less than one."""
    return max(1, round(length * scale())) if length else 0


def em(lengths: float) -> int:
    """Give so many times the height of body text, in pixels."""
    return round(lengths * BASE_PIXELS * scale())


def sized_font(points: float, family: str) -> QFont:
    """Give the application's font: the system's family, tabular figures, a size in points."""
    font = QFont(family)
    font.setPointSizeF(points)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


@lru_cache(maxsize=64)
def _font(name: str, points: float, family: str) -> QFont:
    factor, weight = SIZES[name]
    font = sized_font(points * factor, family)
    font.setWeight(weight)
    return font


def font(name: str = "body") -> QFont:
    """Give a font of SIZES at the text size of now."""
    base = QApplication.font()
    return _font(name, base.pointSizeF(), base.family())
