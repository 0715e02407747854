"""Text fit for paper, and stretches of it in one face."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TypeAlias

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


Runs: TypeAlias = tuple[Run, ...]


def runs_text(runs: Runs) -> str:
    """Give the words of runs without their faces."""
    return "".join(run.text for run in runs)
