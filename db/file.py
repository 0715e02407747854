"""An open register: its connection, which file it is, and the head of its chain."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING, Any

from db import chain
from db.connection import connect, tidy
from db.errors import FAULTS, Fault, Moved, damaged, reading_trouble
from desktop.domain.text import plain, say

if TYPE_CHECKING:
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
        self._identity = (0, 0)
        self._connection: sqlite3.Connection | None = None
        self._writer: Writer | None = None

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
        if self._connection is None:
            self.reopen()
        assert self._connection is not None  # noqa: S101 - reopen opens or raises
        return self._connection

    def reopen(self) -> None:
        """Open the file anew and read its head; FileTrouble when that fails."""
        self.close()
        try:
            before = self._on_disk()
            self._connection = connect(self.path)
            self._identity = self._on_disk()
            self._read_head(self._connection)
        except FAULTS as error:
            self.close()
            raise reading_trouble(error, self.path) from error
        except BaseException:
            self.close()
            raise
        if before != self._identity:
            self.close()
            raise self._moved()

    def _read_head(self, connection: sqlite3.Connection) -> None:
        rows = connection.execute("SELECT register_uuid, head FROM meta").fetchall()
        last = connection.execute("SELECT hash FROM event ORDER BY id DESC LIMIT 1").fetchone()
        if len(rows) != 1:
            raise damaged(self.path.name, say("registrets egen rad saknas"))
        self.register_uuid, self.head = rows[0]
        if self.head != (last[0] if last else chain.genesis(self.register_uuid)):
            raise damaged(self.path.name, say("loggen slutar inte där registret säger"))

    def _on_disk(self) -> tuple[int, int]:
        try:
            found = os.stat(self.path)  # noqa: PTH116 - Path.stat is the same, slower
        except OSError:
            raise self._moved() from None
        return found.st_dev, found.st_ino

    def _moved(self) -> Moved:
        return Moved(
            say(
                "Registret {name} har flyttats, bytts ut eller ändrats av ett annat program "
                "medan det var öppet, så ingenting sparades. Öppna registret igen.",
                name=self.path.name,
            )
        )

    def require_same(self) -> None:
        """Raise Moved unless the file with our name is still ours and has our head.

        Called within a transaction, so nobody can change either of them afterwards.
        """
        head = self.connection.execute("SELECT head FROM meta").fetchone()
        if self._on_disk() != self._identity or head != (self.head,):
            raise self._moved()

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


def _our_mistake(error: Fault) -> bool:
    """Tell a mistake in the SQL (code 1), or Python's own refusal, from the file's trouble."""
    if isinstance(error, UnicodeDecodeError):
        return False
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return "decode" not in str(error)
    return bool(code == sqlite3.SQLITE_ERROR)
