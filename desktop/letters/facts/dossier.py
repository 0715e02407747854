"""What the whole case as one file says of itself: its contents and its files."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.letters.facts.letter import Facts


@dataclass(frozen=True, kw_only=True)
class ContentsRow:
    """A part of the whole case as one file."""

    number: int
    """Its number in the file."""
    title: str
    """What it is."""
    day: date
    """The day it came in or was drawn up."""
    page: int
    """The page it begins on; 0 when it has none."""
    note: str = ""
    """What is to be known: "kan inte visas, ligger bifogad"."""


@dataclass(frozen=True, kw_only=True)
class FileRow:
    """A file that is embedded, or left out."""

    number: int
    """The number of its part."""
    name: str
    """Its name in the file; empty when it is left out."""
    kind: str
    """Its media type."""
    size: int
    """Bytes."""
    sha256: str
    """Hexadecimal digest; empty when it is left out."""
    note: str = ""
    """Why it is left out."""


@dataclass(frozen=True, kw_only=True)
class DossierFacts(Facts):
    """The contents of the whole case as one file; `made_on` is the day it is drawn up."""

    number: str
    """Number of the case."""
    applicant: str
    """The applicant."""
    subject: str
    """What it is about."""
    head: tuple[tuple[str, str], ...]
    """The facts on top, label and value."""
    rows: tuple[ContentsRow, ...]
    """The parts in order."""
    files: tuple[FileRow, ...] = ()
    """The embedded files, and those left out."""
    masked: str = ""
    """What is masked: "kontonummer och kontaktpersoner"; empty for nothing."""
    last_page: int = 0
    """The number of pages."""
