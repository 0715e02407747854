"""Which characters of a document no letter font can show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import plain
from desktop.letters.pdf.fonts import face_of, shown
from desktop.letters.problems import MissingGlyph
from desktop.letters.text import texts

if TYPE_CHECKING:
    from desktop.letters.content import Document

_AROUND = 30
_LATIN = 0x250
"""Below it, every letter font shows what is left of a text that is fit for paper."""


def unprintable(words: str) -> MissingGlyph | None:
    """Find the first character of words from outside that no letter could show."""
    if words.isascii():
        return None
    shown = plain(words)
    for character in shown:
        if ord(character) < _LATIN:
            continue
        if None in (face_of(character, bold=False), face_of(character, bold=True)):
            return MissingGlyph(character, _around(shown, character))
    return None


def missing_glyphs(document: Document) -> tuple[MissingGlyph, ...]:
    """List the characters that would not be seen, each once with the words it stands in."""
    found: dict[str, MissingGlyph] = {}
    for text, bold in texts(document):
        if text.isascii():
            continue
        for character in set(text) - shown(bold) - found.keys():
            found[character] = MissingGlyph(character, _around(text, character))
    return tuple(found[character] for character in sorted(found))


def _around(text: str, character: str) -> str:
    place = text.index(character)
    begin = max(0, place - _AROUND)
    return text[begin : place + _AROUND].strip()
