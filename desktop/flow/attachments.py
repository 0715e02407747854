"""Files that came from outside: which of them could do something when they are opened."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath

from desktop import library
from desktop.domain.text import Text, say

_STARTS = (
    b"MZ",
    b"\x7fELF",
    b"#!",
    b"\xfe\xed\xfa",
    b"\xcf\xfa\xed\xfe",
    b"\xca\xfe\xba\xbe",
    # A Windows shortcut.
    b"\x4c\x00\x00\x00\x01\x14\x02\x00",
)
_MACRO_PART = b"vbaProject.bin"
_BACKWARDS = frozenset({"RLO", "LRO", "RLE", "LRE", "RLI", "LRI", "FSI"})
_MARKUP = b"<"


def suffix(name: str) -> str:
    """Give what the system goes by when it opens a file: the last suffix, in small letters.

    Windows takes away dots and spaces at the end before it looks.
    """
    return PurePath(name.rstrip(". ")).suffix.lower()


def may_be_opened(name: str, content: bytes) -> bool:
    """Tell whether it may be opened at all, if need be after a warning: a program never is."""
    return _never(name, content) is None


def danger(name: str, content: bytes) -> Text | None:
    """Say what a file could do to the computer when it is opened; None when it only can be read.

    Name and bytes decide together: a program does not become a picture by its name.
    """
    return _never(name, content) or _with_care(name, content)


def _never(name: str, content: bytes) -> Text | None:
    if any(unicodedata.bidirectional(sign) in _BACKWARDS for sign in name):
        return say(
            "Namnet är skrivet så att en del av det visas baklänges. Så gömmer man vad en fil är, "
            "och därför öppnas den inte härifrån."
        )
    if suffix(name) in library.attachment_kinds()["programs"] or content.startswith(_STARTS):
        return say(
            "Filen är ett program eller en genväg, ingen handling att läsa. Öppnas den kan den "
            "ändra eller radera det som finns på datorn, och därför öppnas den inte härifrån."
        )
    return None


def _with_care(name: str, content: bytes) -> Text | None:
    kinds, tail = library.attachment_kinds(), suffix(name)
    if tail in kinds["macros"] or (content.startswith(b"PK") and _MACRO_PART in content):
        return say(
            "Filen kan innehålla makron, små program som körs när den öppnas. Tillåt inga makron "
            "om du blir tillfrågad."
        )
    if tail in kinds["pages"] or content.lstrip()[:1] == _MARKUP:
        return say(
            "Filen är en webbsida. Öppnas den kan den hämta annat från nätet, och avsändaren kan "
            "se att du läst den."
        )
    if tail not in kinds["usual"]:
        return say(
            "Det är ett ovanligt slags fil. Öppna den bara om du väntade dig den från avsändaren."
        )
    return None
