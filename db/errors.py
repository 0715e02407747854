"""What can be wrong with a register's file, each said in a plain Swedish sentence."""

from __future__ import annotations

import sqlite3
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from pathlib import Path

    from db.change import Event
    from db.holder import Holder


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
    HELD = "held"
    """Another program uses the file, and lets nobody read it."""


UNREADABLE = "unreadable"
"""What `Moved.there` says of a file that nobody can read as a register."""


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


class NotWritten(NotRescued):
    """What is open is still held, but cannot be written where it was asked for."""


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
_SILENT = (
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    # A temporary disk or a memory that is full says nothing about the file.
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_NOMEM,
)
_PRIMARY = 0xFF


def code_of(error: Fault) -> int:
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
    code = code_of(error)
    if code in _BUSY:
        return in_use(path)
    if code in _CLOSED:
        return read_only(path)
    if code in _SILENT:
        return silent(path, plain(str(error)))
    return damaged(path.name, plain(str(error)))


def in_use(path: Path) -> Locked:
    """Say that another program uses a register just now."""
    return Locked(
        say(
            "Registret {name} används just nu av ett annat program. "
            "Stäng det programmet och försök igen.",
            name=path.name,
        )
    )


def silent(path: Path, reason: Text) -> OutOfReach:
    """Say that a register cannot be reached."""
    return OutOfReach(
        say(
            "Registret {name} går inte att nå ({reason}). Kontrollera att disken eller "
            "nätverket är anslutet och öppna registret igen.",
            name=path.name,
            reason=reason,
        )
    )


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
    code = code_of(error)
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
