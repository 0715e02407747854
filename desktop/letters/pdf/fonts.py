"""The letter fonts: which of them shows a character, and how wide words are."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING, TypeAlias

from desktop.paths import resources

if TYPE_CHECKING:
    from reportlab.pdfbase.ttfonts import TTFont

REGULAR, BOLD, REGULAR_FALLBACK, BOLD_FALLBACK = "regular", "bold", "regular+", "bold+"

FILES = {
    REGULAR: "NotoSans-Regular.ttf",
    BOLD: "NotoSans-Bold.ttf",
    REGULAR_FALLBACK: "DejaVuSans.ttf",
    BOLD_FALLBACK: "DejaVuSans-Bold.ttf",
}
"""The font file of each face; the fallbacks show what Noto Sans lacks."""

ASCENT, DESCENT = 1.069, -0.293
"""Noto Sans above and below the base line, in ems."""

Stretch: TypeAlias = tuple[str, str]
"""A face and the text that it shows."""

_ONE_UNIT = range(0x20, 0x10000)
"""Characters that ReportLab can name in a file's text layer; emoji lie beyond them."""

_NEEDS_SHAPING = ((0x0590, 0x08FF), (0x0900, 0x109F), (0x1780, 0x17FF), (0x1CD0, 0x1CFF))
"""Scripts that come out wrong without a shaper: right to left, Indic, Thai, Khmer."""


@dataclass(frozen=True)
class Face:
    """A font file that has been read."""

    font: TTFont
    """ReportLab's font, which makes the subset of each file."""
    widths: dict[int, float]
    """Width by character, thousandths of an em; only the characters that may be used."""


@cache
def faces() -> dict[str, Face]:
    """Read the fonts, once for each process. ReportLab is imported here and not before."""
    from reportlab.pdfbase import pdfmetrics  # noqa: PLC0415
    from reportlab.pdfbase.ttfonts import TTFont  # noqa: PLC0415

    read: dict[str, Face] = {}
    for face, name in FILES.items():
        path = str(resources() / "fonts" / name)
        font = TTFont(f"Vanbok {face}", path, asciiReadable=False, shapable=False)
        shown = (code for code in font.face.charToGlyph if _usable(code))
        read[face] = Face(font, {code: font.face.getCharWidth(code) for code in shown})
    pdfmetrics.registerFont(read[REGULAR].font)
    return read


def _usable(code: int) -> bool:
    if code not in _ONE_UNIT or any(low <= code <= high for low, high in _NEEDS_SHAPING):
        return False
    # A character for private use says nothing to who hears it (19005-2, 6.2.11.7.3).
    character = chr(code)
    right_to_left = unicodedata.bidirectional(character) in {"R", "AL", "AN"}
    return not right_to_left and unicodedata.category(character) != "Co"


def face_of(character: str, *, bold: bool) -> str | None:
    """Tell which face shows a character; None when no face does."""
    for face in (BOLD, BOLD_FALLBACK) if bold else (REGULAR, REGULAR_FALLBACK):
        if ord(character) in faces()[face].widths:
            return face
    return None


@cache
def shown(bold: bool) -> frozenset[str]:
    """Give the characters that the regular or bold faces show."""
    pair = (BOLD, BOLD_FALLBACK) if bold else (REGULAR, REGULAR_FALLBACK)
    return frozenset(chr(code) for face in pair for code in faces()[face].widths)


@lru_cache(maxsize=8192)
def stretches(text: str, bold: bool) -> tuple[Stretch, ...]:
    """Split text by face. Characters that no face shows are left out: see glyphs.py."""
    first = BOLD if bold else REGULAR
    widths = faces()[first].widths
    if all(ord(character) in widths for character in text):
        return ((first, text),) if text else ()
    split: list[tuple[str, str]] = []
    for character in text:
        face = face_of(character, bold=bold)
        if face is None:
            continue
        if split and split[-1][0] == face:
            split[-1] = (face, split[-1][1] + character)
        else:
            split.append((face, character))
    return tuple(split)


@lru_cache(maxsize=8192)
def width(text: str, bold: bool) -> float:
    """Measure text in ems."""
    return (
        sum(
            faces()[face].widths[ord(character)]
            for face, part in stretches(text, bold)
            for character in part
        )
        / 1000
    )
