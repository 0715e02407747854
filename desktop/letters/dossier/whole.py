"""What the whole case as one file is made from, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from desktop.letters.dossier.hidden import Hidden
from desktop.letters.facts import DossierFacts, JournalFacts

Progress: TypeAlias = Callable[[int, int], None]
"""Told how many parts are done, of how many; may be called from another thread."""


def silent(_done: int, _of: int) -> None:
    """Tell nobody."""


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A document of the case as it is kept."""

    title: str
    """What it is."""
    name: str
    """Its file name."""
    media: str
    """Its media type."""
    day: date
    """The day it came in or was drawn up."""
    sha256: str
    """Hexadecimal digest of its bytes."""
    data: bytes
    """Its bytes."""
    ours: bool
    """True for a letter of ours, False for an original that came in."""

    @property
    def size(self) -> int:
        """Give its number of bytes."""
        return len(self.data)


@dataclass(frozen=True, kw_only=True)
class Whole:
    """A whole case, gathered and ready to be bound; knows nothing of the register."""

    contents: DossierFacts
    """The facts on top; rows, files and number of pages are filled in when it is bound."""
    journal: JournalFacts
    """The journal as of the day."""
    papers: tuple[Paper, ...]
    """The documents, oldest first."""
    hidden: Hidden | None = None
    """What is masked; None for nothing."""
    originals: bool = True
    """Whether originals are part of it; they cannot be masked."""


@dataclass(frozen=True, kw_only=True)
class Bound:
    """The file."""

    data: bytes
    """Its bytes."""
    pages: int
    """Its pages."""
    embedded: int
    """Files embedded in it."""
    left_out: tuple[str, ...]
    """Titles of documents that were left out because they cannot be masked."""
