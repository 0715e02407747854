"""An open register: its connection, which file it is, and the head of its chain."""

from __future__ import annotations

import os
import sqlite3
from contextlib import contextmanager, suppress
from threading import get_ident
from typing import TYPE_CHECKING, Any

from db import chain
from db.connection import connect, tidy
from db.errors import FAULTS, UNREADABLE, Fault, How, Moved, damaged, reading_trouble
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from db.change import Event
    from db.writer import Writer


class RegisterFile:
    """The one connection that reads and writes in the thread that opened the register."""

    def __init__(self, path: Path) -> None:
        """Name the file; `reopen` opens it."""
        self.path = path
        self.head = ""
        self.register_uuid = ""
        self._pending = ""
        self._identity = (0, 0)
        self._folder = 0
        self._stamp = (0, 0, 0)
        self._connection: sqlite3.Connection | None = None
        self._writer: Writer | None = None
        self._threads = {get_ident()}
        self.turns = 0
        """Grows when what was read may hold no more: at a roll-back and at a reopening."""

    @property
    def writer(self) -> Writer:
        """What writes records on the connection."""
        if self._writer is None:
            # Loads sqlite-utils, which is too slow for the start and not needed to read.
            from db.writer import Writer  # noqa: PLC0415

            self._writer = Writer(self.connection)
        return self._writer

    @property
    def connection(self) -> sqlite3.Connection:
        """The open connection; it is opened again when a failed save has closed it."""
        if get_ident() not in self._threads:
            raise RuntimeError("the register belongs to another thread")
        if self._connection is None:
            self.reopen()
        assert self._connection is not None  # noqa: S101 - reopen opens or raises
        return self._connection

    @property
    def is_open(self) -> bool:
        """True when there is a connection, which holds what was opened whatever has the name."""
        return self._connection is not None

    def take_over(self) -> None:
        """Belong to the thread that calls from now on: another has opened it."""
        self._threads = {get_ident()}

    @contextmanager
    def borrowed(self) -> Iterator[None]:
        """Let the thread that calls read and copy it while the one that it belongs to waits."""
        mine = get_ident()
        if mine in self._threads:
            yield
            return
        self._threads = self._threads | {mine}
        try:
            yield
        finally:
            self._threads = self._threads - {mine}

    def reopen(self) -> None:
        """Open the file anew and read its head; FileTrouble when that fails.

        A file that was open before must be the same register with the same head.
        """
        self.turns += 1
        self.close()
        try:
            before = self.on_disk()
            self._connection = connect(self.path, one_thread=False)
            self._identity, self._stamp = marks(self.on_disk())
            self._folder = os.stat(self.path.parent).st_dev  # noqa: PTH116 - as in on_disk
            self._read_head(self._connection)
        except FAULTS as error:
            self.close()
            raise reading_trouble(error, self.path) from error
        except BaseException:
            self.close()
            raise
        if marks(before)[0] != self._identity:
            self.close()
            raise self.moved(How.EXCHANGED)

    def expect(self, head: str) -> None:
        """Say which head the file has besides ours if a save that failed was done all the same."""
        self._pending = head

    def _read_head(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute("SELECT register_uuid, head FROM meta").fetchall()
        last = connection.execute("SELECT hash FROM event ORDER BY id DESC LIMIT 1").fetchone()
        if len(rows) != 1:
            raise damaged(self.path.name, say("registrets egen rad saknas"))
        uuid, head = rows[0]
        if head != (last[0] if last else chain.genesis(uuid)):
            raise damaged(self.path.name, say("loggen slutar inte där registret säger"))
        known = (self.register_uuid, self.head), (self.register_uuid, self._pending)
        if self.register_uuid and (uuid, head) not in known:
            raise self.moved(How.WRITTEN)
        self.register_uuid, self.head, self._pending = uuid, head, ""

    def on_disk(self) -> os.stat_result:
        """Look at the file that has our name; Moved when none has, or nothing answers."""
        try:
            return os.stat(self.path)  # noqa: PTH116 - Path.stat is the same, slower
        except OSError as error:
            gone = isinstance(error, FileNotFoundError) and not self.folder_away()
            raise self.moved(How.GONE if gone else How.UNREACHABLE) from None

    def folder_away(self) -> bool:
        """Tell whether the folder is missing or on another disk: a share or a stick that is out."""
        try:
            found = os.stat(self.path.parent)  # noqa: PTH116 - as above
        except OSError:
            return True
        return self._folder not in (0, found.st_dev)

    def moved(self, how: How, there: str | None = None) -> Moved:
        """Say that the file with our name is not ours any longer."""
        held = self.is_open and how in (How.GONE, How.EXCHANGED)
        return Moved(
            say(
                "{what} {way}",
                what=_what(how, self.path.name, there),
                way=_HELD if held else _WAYS[how],
            ),
            how,
            there,
        )

    def require_same(self) -> None:
        """Raise Moved unless the file with our name is still ours and has our head.

        Called within a transaction, so nobody can change either of them afterwards.
        """
        if marks(self.on_disk())[0] != self._identity:
            raise self.moved(How.EXCHANGED)
        if self.current_head() != self.head:
            raise self.moved(How.WRITTEN)

    def exchanged(self) -> bool:
        """Tell whether another file has our name; Moved when none has, or nothing answers."""
        return marks(self.on_disk())[0] != self._identity

    def current_head(self) -> str | None:
        """Read the head that the open file has now; None when it has none. Raises FAULTS."""
        stamp = marks(self.on_disk())[1]
        if stamp != self._stamp:
            # Somebody else wrote. A copy of the same age by SQLite's own count of saves would
            # pass for unchanged, and pages of two files would be mixed.
            self.forget()
        row = self.connection.execute("SELECT head FROM meta").fetchone()
        head = None if row is None else str(row[0])
        if head == self.head:
            self._stamp = stamp
        return head

    def forget(self) -> None:
        """Let go of the pages that were read, so that they are read from the disk again."""
        self.connection.execute("PRAGMA shrink_memory").fetchall()

    def stamp(self) -> tuple[int, int, int] | None:
        """Give what tells whether the open file was written in; None when its name is not ours."""
        try:
            identity, stamp = marks(self.on_disk())
        except Moved:
            return None
        return stamp if identity == self._identity else None

    def saved(self, head: str) -> None:
        """Remember the head and how the file looks after a save of ours."""
        self.head = head
        with suppress(Moved):
            self._stamp = marks(self.on_disk())[1]

    def rows(self, sql: str, args: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        """Read; FileTrouble when the file does not answer."""
        try:
            return self.connection.execute(sql, args).fetchall()
        except FAULTS as error:
            if _our_mistake(error):
                raise
            raise reading_trouble(error, self.path) from error

    def events(self, where: str, args: tuple[Any, ...]) -> list[Event]:
        """Read events; Damaged when a row is no event of ours."""
        try:
            return [
                chain.Link(cells=cells).event()
                for cells in self.rows(f"{chain.SELECT} {where}", args)
            ]
        except (ValueError, TypeError) as error:
            raise damaged(self.path.name, plain(f"event: {error}")) from error

    def leave(self) -> None:
        """Close the connection for good and leave one file behind."""
        if self._connection is not None:
            tidy(self._connection)
        self.close()

    def close(self) -> None:
        """Close the connection; a transaction that is open is rolled back."""
        self._writer = None
        if self._connection is not None:
            connection, self._connection = self._connection, None
            connection.close()


def _what(how: How, name: str, there: str | None) -> Text:
    match how:
        case How.WRITTEN if there == UNREADABLE:
            return say(
                "Registret {name} går inte att läsa längre, så ingenting sparades: filen är "
                "skadad eller överskriven.",
                name=name,
            )
        case How.GONE:
            return say(
                "Registret {name} har flyttats eller tagits bort medan det var öppet, så "
                "ingenting sparades.",
                name=name,
            )
        case How.EXCHANGED:
            return say(
                "Registret {name} har bytts ut mot en annan fil medan det var öppet, så "
                "ingenting sparades.",
                name=name,
            )
        case How.WRITTEN:
            return say(
                "Registret {name} har ändrats av ett annat program medan det var öppet, så "
                "ingenting sparades.",
                name=name,
            )
        case How.UNREACHABLE:
            return say(
                "Disken eller nätverket med registret {name} svarar inte, så ingenting sparades.",
                name=name,
            )
        case How.HELD:
            return say(
                "Registret {name} används just nu av ett annat program, så ingenting sparades.",
                name=name,
            )


_HELD = say(
    "Det som var öppet finns kvar här: lägg tillbaka det, eller spara en kopia av det, innan du "
    "stänger."
)
_AGAIN = say("Öppna registret igen, och jämför det med den senaste säkerhetskopian.")
_WAYS = {
    How.GONE: say("Leta upp det och öppna det igen."),
    How.EXCHANGED: _AGAIN,
    How.WRITTEN: _AGAIN,
    How.UNREACHABLE: say("Anslut disken igen, så går det att fortsätta."),
    How.HELD: say("Stäng det programmet, så går det att fortsätta."),
}


def marks(found: os.stat_result) -> tuple[tuple[int, int], tuple[int, int, int]]:
    """Give what tells a file from another, and what tells whether it was written in."""
    return (
        (found.st_dev, found.st_ino),
        (found.st_size, found.st_mtime_ns, found.st_ctime_ns),
    )


def _our_mistake(error: Fault) -> bool:
    """Tell a mistake in the SQL (code 1), or Python's own refusal, from the file's trouble."""
    if isinstance(error, UnicodeDecodeError):
        return False
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "decode" not in str(error)
    return bool(code == sqlite3.SQLITE_ERROR)
