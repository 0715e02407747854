"""Light, dark and high contrast, and the text size: what is set on the application itself."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from desktop.ui.measure import BASE_POINTS, scale, sized_font
from desktop.ui.roles import DARK, LIGHT, Roles, palette_of

SMALLEST = 100
LARGEST = 200
"""Text size in per cent."""


class Look(StrEnum):
    """Which colours are wanted."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


CONTRAST_LIGHT = (0xFFFFFF, 0x000000, 0x00009F, 0xC7E0FF)
CONTRAST_DARK = (0x000000, 0xFFFFFF, 0xFFFF00, 0x1A3A8A)
"""Ground, text, links and chosen row where the system has no high contrast of its own."""


def contrast_palette(*, dark: bool) -> QPalette:
    """Give a palette of two colours and a link colour."""
    ground, text, link, chosen = (QColor(c) for c in (CONTRAST_DARK if dark else CONTRAST_LIGHT))
    roles = dict.fromkeys(Roles.__dataclass_fields__, text) | {
        "window": ground, "base": ground, "band": ground, "link": link, "selection": chosen,
    }  # fmt: skip
    return palette_of(Roles(**roles))


def _is_dark(app: QApplication) -> bool:
    return app.styleHints().colorScheme() is Qt.ColorScheme.Dark


def _wants_contrast(app: QApplication) -> bool:
    hints = app.styleHints()
    # Shiboken deletes what accessibility() gives when nothing holds the hints it belongs to.
    access = hints.accessibility()
    return access.contrastPreference() is Qt.ContrastPreference.HighContrast


def palette_for(app: QApplication, look: Look) -> QPalette:
    """Give the palette of a look; the system's own colours stay in its high contrast."""
    dark = look is Look.DARK or (look is not Look.LIGHT and _is_dark(app))
    if look is Look.CONTRAST:
        return contrast_palette(dark=dark)
    if look is Look.SYSTEM and _wants_contrast(app):
        return QPalette(app.style().standardPalette())
    return palette_of(DARK if dark else LIGHT)


def wear(app: QApplication, look: Look = Look.SYSTEM, per_cent: int = SMALLEST) -> None:
    """Set style, palette and font; at the start and whenever a choice changes."""
    if app.style().name() != "fusion":
        app.setStyle("Fusion")
    size = min(max(per_cent, SMALLEST), LARGEST)
    font = sized_font(BASE_POINTS * size / 100, app.font().family())
    if app.font() != font:
        # Every widget hears of a font, also of the same again.
        app.setFont(font)
    scale.cache_clear()
    app.setPalette(palette_for(app, look))
