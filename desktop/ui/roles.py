"""What each colour of the window means, in light, dark and high contrast."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from functools import lru_cache

from PySide6.QtGui import QColor, QGuiApplication, QPalette


class Mark(StrEnum):
    """A state that has a symbol of its own outline, a word and a colour."""

    OK = "ok"
    LOWERED = "lowered"
    INFO = "info"
    WARN = "warn"
    STOP = "stop"
    LATE = "late"
    WAITING = "waiting"
    MINE = "mine"
    TODO = "todo"


class Tone(StrEnum):
    """How loud a piece of text is; colour is rare."""

    TEXT = "text"
    MUTED = "muted"
    LINK = "link"
    OK = "ok"
    INFO = "info"
    WARN = "warn"
    STOP = "stop"
    LATE = "late"


@dataclass(frozen=True, kw_only=True)
class Roles:
    """Every colour by what it stands for; the ratios are in the interface notes and tested."""

    window: QColor
    """Behind the cards."""
    nav: QColor
    """Behind the list of pages."""
    base: QColor
    """Cards and fields."""
    band: QColor
    """Group rows and feet inside a card."""
    text: QColor
    """Words and numbers."""
    muted: QColor
    """What is done, and what only explains."""
    accent: QColor
    """The one primary button, the focus and the edge of the next act."""
    on_accent: QColor
    """Words on the primary button."""
    link: QColor
    """What can be followed."""
    hairline: QColor
    """Lines between rows and round cards."""
    edge: QColor
    """The lower edge of a control, and boxes that can be ticked."""
    soft_edge: QColor
    """The other three edges of a control."""
    selection: QColor
    """The chosen row."""
    match: QColor
    """Behind letters that the filter found."""
    ok: QColor
    ok_tint: QColor
    info: QColor
    info_tint: QColor
    warn: QColor
    warn_tint: QColor
    stop: QColor
    stop_tint: QColor
    late: QColor
    late_tint: QColor
    neutral_tint: QColor
    """Behind a badge that wants nothing."""
    decided: QColor
    """Bars: money decided."""
    proposed: QColor
    """Bars: behind the hatching of money proposed."""
    own: QColor
    """Bars: costs of our own."""
    left: QColor
    """Bars: what remains."""

    def tone(self, tone: Tone) -> QColor:
        """Give the colour of text in a tone."""
        colour = getattr(self, tone.value)
        return colour if isinstance(colour, QColor) else self.text

    def mark(self, mark: Mark) -> QColor:
        """Give the colour of a symbol."""
        return {
            Mark.LOWERED: self.info,
            Mark.MINE: self.info,
            Mark.WAITING: self.muted,
            Mark.TODO: self.muted,
        }.get(mark) or self.tone(Tone(mark.value))

    def tint(self, mark: Mark | None) -> QColor:
        """Give the colour behind a band or badge of a state."""
        return {
            None: self.neutral_tint,
            Mark.OK: self.ok_tint,
            Mark.LOWERED: self.info_tint,
            Mark.INFO: self.info_tint,
            Mark.MINE: self.info_tint,
            Mark.WARN: self.warn_tint,
            Mark.STOP: self.stop_tint,
            Mark.LATE: self.late_tint,
        }.get(mark, self.neutral_tint)


def _made(**colours: int) -> Roles:
    return Roles(**{name: QColor(value) for name, value in colours.items()})


LIGHT = _made(
    window=0xF4F5F6, nav=0xECEEF0, base=0xFFFFFF, band=0xF7F8FA, text=0x1B1F24, muted=0x565E68,
    accent=0x1B5E9B, on_accent=0xFFFFFF, link=0x1B5E9B, hairline=0xE2E5E8, edge=0x868E98,
    soft_edge=0xC9CED4, selection=0xDCE8F4, match=0xFDF0D2, ok=0x1A6B3C, ok_tint=0xE6F3EA,
    info=0x1B5E9B, info_tint=0xE7F0FA, warn=0x805000, warn_tint=0xFDF3DC, stop=0xB3261E,
    stop_tint=0xFCEAE8, late=0x862A69, late_tint=0xF8E8F3, neutral_tint=0xECEEF0,
    decided=0x2F6FA8, proposed=0xA9C9EA, own=0x8A6BA8, left=0xDDE2E7,
)  # fmt: skip

DARK = _made(
    window=0x1B1D20, nav=0x16181A, base=0x24272B, band=0x2A2D31, text=0xE7E9EC, muted=0xA6AEB8,
    accent=0x82BBF2, on_accent=0x14181C, link=0x82BBF2, hairline=0x33373C, edge=0x7B848F,
    soft_edge=0x4A5057, selection=0x23394F, match=0x4A3C1A, ok=0x7FCF9A, ok_tint=0x1F3327,
    info=0x82BBF2, info_tint=0x1D2F42, warn=0xEDBB5C, warn_tint=0x382E18, stop=0xFF9389,
    stop_tint=0x3F2523, late=0xF0A0D4, late_tint=0x3A2434, neutral_tint=0x2D3136,
    decided=0x5E9FD8, proposed=0x2B4A68, own=0xA98BC6, left=0x3B4046,
)  # fmt: skip


def palette_of(roles: Roles) -> QPalette:
    """Give the palette that carries the roles to Qt's own widgets."""
    palette = QPalette()
    of = QPalette.ColorRole
    for role, colour in (
        (of.Window, roles.window), (of.WindowText, roles.text), (of.Base, roles.base),
        (of.AlternateBase, roles.band), (of.Text, roles.text), (of.PlaceholderText, roles.muted),
        (of.Button, roles.base), (of.ButtonText, roles.text), (of.BrightText, roles.stop),
        (of.Highlight, roles.selection), (of.HighlightedText, roles.text),
        (of.Accent, roles.accent), (of.Link, roles.link), (of.LinkVisited, roles.link),
        (of.ToolTipBase, roles.base), (of.ToolTipText, roles.text), (of.Light, roles.base),
        (of.Midlight, roles.hairline), (of.Mid, roles.soft_edge), (of.Dark, roles.edge),
        (of.Shadow, roles.edge),
    ):  # fmt: skip
        palette.setColor(role, colour)
    for role in (of.Text, of.WindowText, of.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, roles.muted)
    return palette


def contrast_roles(palette: QPalette) -> Roles:
    """Give roles of a palette's own colours alone: no tints, and symbols in the text colour."""
    window = palette.color(QPalette.ColorRole.Window)
    base = palette.color(QPalette.ColorRole.Base)
    text = palette.color(QPalette.ColorRole.Text)
    link = palette.color(QPalette.ColorRole.Link)
    given = {
        "window": window, "nav": window, "base": base, "band": base, "match": base,
        "accent": text, "on_accent": base, "link": link, "left": base, "proposed": base,
        "selection": palette.color(QPalette.ColorRole.Highlight),
    }  # fmt: skip
    return Roles(
        **{
            each.name: given.get(each.name, base if each.name.endswith("_tint") else text)
            for each in fields(Roles)
        }
    )


@lru_cache(maxsize=16)
def _roles_for(window: int, base: int, text: int, link: int, chosen: int) -> Roles:
    for roles in (LIGHT, DARK):
        if (window, base, text) == (roles.window.rgb(), roles.base.rgb(), roles.text.rgb()):
            return roles
    palette = QPalette(QColor(window))
    palette.setColor(QPalette.ColorRole.Base, QColor(base))
    palette.setColor(QPalette.ColorRole.Text, QColor(text))
    palette.setColor(QPalette.ColorRole.Link, QColor(link))
    palette.setColor(QPalette.ColorRole.Highlight, QColor(chosen))
    palette.setColor(QPalette.ColorRole.Window, QColor(window))
    return contrast_roles(palette)


def roles_of(palette: QPalette) -> Roles:
    """Give the roles that a palette stands for: ours, or made of the system's own colours."""
    of = QPalette.ColorRole
    return _roles_for(
        palette.color(of.Window).rgb(),
        palette.color(of.Base).rgb(),
        palette.color(of.Text).rgb(),
        palette.color(of.Link).rgb(),
        palette.color(of.Highlight).rgb(),
    )


@lru_cache(maxsize=4)
def _roles_by(_key: int) -> Roles:
    return roles_of(QGuiApplication.palette())


def now() -> Roles:
    """Give the roles of the application's palette as it is now; asked for at every painting."""
    return _roles_by(QGuiApplication.palette().cacheKey())
