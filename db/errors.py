"""What can be wrong with a register's file, each said in a plain Swedish sentence."""

from __future__ import annotations

import re
import sqlite3
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from db.change import Event
    from db.lock import Holder


class FileTrouble(Exception):  # noqa: N818 - named by the trouble, as its children are
    """Something with the file stands in the way; `text` says what it is and what to do."""

    def __init__(self, text: Text) -> None:
        """Keep the sentence."""
        self.text = text
        super().__init__(str(text))


class NotFound(FileTrouble):
    """There is no file with that name."""


class NotARegister(FileTrouble):
    """The file is something else than a register of ours; it was left as it is."""


class Damaged(FileTrouble):
    """The file is a register, or was one, and cannot be trusted; nothing is written in it.

    `pages` are the numbers of the pages that SQLite names, none when it names none.
    """

    def __init__(self, text: Text, pages: tuple[int, ...] = ()) -> None:
        """Keep the sentence and the pages."""
        self.pages = pages
        super().__init__(text)


class Newer(FileTrouble):
    """A later version of the program made the file; this one must not write in it."""


class Locked(FileTrouble):
    """Another window or program is using the file; `holder` is who, when the lock says."""

    def __init__(self, text: Text, holder: Holder | None = None) -> None:
        """Keep the sentence and who has it."""
        self.holder = holder
        super().__init__(text)


class ReadOnly(FileTrouble):
    """The file or its folder cannot be written in."""


class OutOfReach(FileTrouble):
    """The disk or share that the file lies on does not answer."""


class AlreadyThere(FileTrouble):
    """A new register would have overwritten a file."""


class NotMigrated(FileTrouble):
    """The file could not be brought to this version's form and is as it was."""


class NotSaved(FileTrouble):
    """The act was not done: nothing of it is in the file."""


class Stale(NotSaved):
    """A row that was to be changed has been changed since it was read."""


class OnlyLooking(NotSaved):
    """The register is looked at in a copy, and nothing is changed in it."""


class How(StrEnum):
    """What became of the file with the register's name while it was open."""

    GONE = "gone"
    """No file has the name."""
    EXCHANGED = "exchanged"
    """Another file has the name; what was open is still held."""
    WRITTEN = "written"
    """It is the same file with another content: what was open is in it no longer."""
    UNREACHABLE = "unreachable"
    """The disk or share does not answer."""


class Moved(NotSaved):
    """The file was moved, exchanged or written in by another program while it was open.

    `there` is how what has the name now stands to what was open: "behind", "ahead", "forked",
    "stranger" or "unreadable"; None when there is nothing, or it was not asked.
    """

    def __init__(self, text: Text, how: How, there: str | None = None) -> None:
        """Keep the sentence, what became of the file and what is there now."""
        self.how = how
        self.there = there
        super().__init__(text)


class NotRescued(FileTrouble):
    """What was open can no longer be had from the file; nothing was written."""


class Unsure(FileTrouble):
    """The file cannot be read after a failed save, so nobody can say whether it was saved."""


class CannotUndo(FileTrouble):
    """The act cannot be taken back; `later` is the act that stands in the way, if one does."""

    def __init__(self, text: Text, later: Event | None = None) -> None:
        """Keep the sentence and the later act."""
        self.later = later
        super().__init__(text)


FAULTS = (sqlite3.Error, UnicodeDecodeError)
"""What SQLite raises; the second when a damaged name stands in the words of the first."""

Fault: TypeAlias = sqlite3.Error | UnicodeDecodeError

_DAMAGE = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_CLOSED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)
_SILENT = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
_PRIMARY = 0xFF
_PAGE = re.compile(r"\bpage (\d+)", re.IGNORECASE)
_SPANS = 6


def _code(error: Fault) -> int:
    """Give SQLite's primary result code; 0 for an error of Python's own."""
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY


def damaged(name: str, detail: Text, pages: tuple[int, ...] = ()) -> Damaged:
    """Say that a register is damaged, with what was found in `detail`."""
    return Damaged(
        say(
            "Registret {name} är skadat ({detail}). Ingenting har skrivits i det. "
            "Öppna den senaste säkerhetskopian i stället och behåll den skadade filen.",
            name=name,
            detail=detail,
        ),
        pages,
    )


def damaged_pages(name: str, findings: Iterable[str]) -> Damaged:
    """Say which pages SQLite's own check found wrong in a register, or else what it found."""
    found = list(findings)
    pages = pages_in(found)
    detail = pages_words(pages) if pages else plain(found[0] if found else "")
    return damaged(name, detail, pages)


def pages_in(findings: Iterable[str]) -> tuple[int, ...]:
    """Give the pages that SQLite names in what its check has found, in order."""
    return tuple(sorted({int(each) for text in findings for each in _PAGE.findall(text)}))


def pages_words(pages: tuple[int, ...]) -> Text:
    """Say in a line which pages are wrong: "sidorna 212–215 och 300 innehåller fel data"."""
    if len(pages) == 1:
        return say("sidan {page} innehåller fel data", page=pages[0])
    spans: list[list[int]] = []
    for page in pages:
        if spans and page == spans[-1][1] + 1:
            spans[-1][1] = page
        else:
            spans.append([page, page])
    shown = [str(a) if a == b else f"{a}\N{EN DASH}{b}" for a, b in spans[:_SPANS]]
    words = ", ".join(shown) + (" …" if len(spans) > _SPANS else "")
    return say("sidorna {pages} innehåller fel data", pages=plain(words))


def not_found(path: Path) -> NotFound:
    """Say that there is no register at a place."""
    return NotFound(
        say(
            "Det finns inget register på platsen {path}. Har det flyttats eller döpts om? "
            "Leta upp det med Öppna.",
            path=plain(str(path)),
        )
    )


def reading_trouble(error: Fault, path: Path) -> FileTrouble:
    """Turn SQLite's error while opening or reading `path` into a sentence."""
    code = _code(error)
    if code in _BUSY:
        return Locked(
            say(
                "Registret {name} används just nu av ett annat program. "
                "Stäng det programmet och försök igen.",
                name=path.name,
            )
        )
    if code in _CLOSED:
        return read_only(path)
    if code in _SILENT:
        return OutOfReach(
            say(
                "Registret {name} går inte att nå ({reason}). Kontrollera att disken eller "
                "nätverket är anslutet och öppna registret igen.",
                name=path.name,
                reason=plain(str(error)),
            )
        )
    return damaged(path.name, plain(str(error)))


def read_only(path: Path) -> ReadOnly:
    """Say that the file or its folder is protected against writing."""
    return ReadOnly(
        say(
            "Registret {name} är skrivskyddat eller ligger i en mapp som inte går att skriva i. "
            "Kopiera det till en egen mapp, ta bort skrivskyddet och öppna det igen.",
            name=path.name,
        )
    )


def saving_trouble(error: Fault, path: Path) -> FileTrouble:
    """Turn SQLite's error inside a transaction that is rolled back into a sentence."""
    code = _code(error)
    if code in _DAMAGE or isinstance(error, UnicodeDecodeError):
        return damaged(path.name, plain(str(error)))
    if code == sqlite3.SQLITE_FULL:
        return NotSaved(
            say("Disken är full, så ingenting sparades. Frigör utrymme och gör om det du gjorde.")
        )
    if code in _BUSY:
        return NotSaved(
            say(
                "Ett annat program använder registret, så ingenting sparades. "
                "Stäng det programmet och gör om det du gjorde."
            )
        )
    if code == sqlite3.SQLITE_CONSTRAINT:
        return NotSaved(
            say(
                "Registret tar inte emot ändringen, så ingenting sparades: {reason}.",
                reason=plain(str(error)),
            )
        )
    return NotSaved(
        say(
            "Det gick inte att skriva i registret, så ingenting sparades ({reason}). "
            "Kontrollera disken och gör om det du gjorde.",
            reason=plain(str(error)),
        )
    )
