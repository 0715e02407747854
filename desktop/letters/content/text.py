"""Text fit for paper, and stretches of it in one face."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

NO_BREAK = "\u00a0"
"""A space at which no line ends."""

_UNSEEN = frozenset({"Cc", "Cf", "Cs"})
_SPACES = re.compile(r"[\t\n\x0b\x0c\r \u2028\u2029]+")


def plain(text: str) -> str:
    """Make text fit for paper: NFC, one space for every run of white space, nothing invisible.

    Control characters, lone surrogates, soft hyphens, zero-width characters, direction marks and
    noncharacters are dropped: none can be seen, and some would spoil the text layer or the file.
    """
    composed = unicodedata.normalize("NFC", _SPACES.sub(" ", text))
    if composed.replace("\u00a0", " ").isprintable():
        return composed
    return "".join(
        character
        for character in composed
        if unicodedata.category(character) not in _UNSEEN and character not in "\ufffe\uffff"
    )


_MONTH = (
    "januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december"
    "|January|February|March|April|May|June|July|August|September|October|November|December"
)
_HOLD = re.compile(
    r" (?:"
    rf"(?<=\d )(?=(?:kr|kronor|krona|kap\.|§|år|%|km|mil|EUR|{_MONTH})(?!\w)|\d{{3}}(?!\d))"
    r"|(?=\d)(?:(?<=§ )|(?<=\bSEK )|(?<=\bEUR )|(?<=\bden )|(?<=\bpunkt )|(?<=\bkl\. )))"
)
"""It begins with the space itself, which is found quickly."""


def hold(text: str) -> str:
    """Put no-break spaces where a line must not end: `6 500 kr`, `den 3 maj`, `§ 164`."""
    return _HOLD.sub(NO_BREAK, text)


class Align(StrEnum):
    """Which edge of its column a text keeps to."""

    LEFT = "left"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face."""

    text: str
    """The words; `plain` has been through them when the letter is composed."""
    bold: bool = False
    """True for what the eye is to find first."""
    muted: bool = False
    """True for grey: what is said already elsewhere or only explains."""
    link: str = ""
    """Where the words lead, an https: or mailto: address; empty for none."""
    lang: str = ""
    """Language tag where the words are not in the document's language: "en-GB"."""


Runs: TypeAlias = tuple[Run, ...]


def runs_text(runs: Runs) -> str:
    """Give the words of runs without their faces."""
    return "".join(run.text for run in runs)
