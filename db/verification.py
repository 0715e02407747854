"""SQLite's own check of a file just opened, run beside the first page."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import suppress
from typing import TYPE_CHECKING

from db.connection import connect_reader
from db.errors import FAULTS, Damaged, FileTrouble, reading_trouble
from db.pages import damaged_pages

if TYPE_CHECKING:
    from pathlib import Path


STOPPING = 3.0
"""Seconds that a check that was broken off is waited for: its disk may not answer any more."""


class Verification:
    """A quick_check in a thread and a connection of its own; nothing is written before it ends."""

    def __init__(self, path: Path) -> None:
        """Name the file; `start` starts."""
        self._path = path
        self._connection: sqlite3.Connection | None = None
        self._stopped = False
        self._thread = self._made()
        self.trouble: FileTrouble | None = None
        """What was found; None while it runs and when all is well."""

    def _made(self) -> threading.Thread:
        return threading.Thread(target=self._run, name="quick_check", daemon=True)

    def ask_again(self) -> None:
        """Start anew when the disk did not answer: that says nothing about the file."""
        if self.done and self.trouble is not None and not isinstance(self.trouble, Damaged):
            self.trouble = None
            self._thread = self._made()
            self._thread.start()

    def start(self) -> None:
        """Start the thread."""
        self._thread.start()

    @property
    def done(self) -> bool:
        """True when the check has answered."""
        return not self._thread.is_alive()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until it has answered, at most so many seconds; tell whether it has."""
        self._thread.join(seconds)
        return self.done

    def require(self) -> None:
        """Wait for the answer and raise what was found."""
        self._thread.join()
        if self.trouble is not None:
            raise self.trouble

    def stop(self) -> None:
        """Break the check off, when the register is closed before it has answered."""
        self._stopped = True
        connection = self._connection
        if connection is not None:
            # The thread may have ended, and closed it, since the line above.
            with suppress(sqlite3.ProgrammingError):
                connection.interrupt()
        self._thread.join(STOPPING)

    def _run(self) -> None:
        try:
            self._connection = connect_reader(self._path)
            try:
                self._check(self._connection)
            finally:
                connection, self._connection = self._connection, None
                connection.close()
        except FAULTS as error:
            if not self._stopped:
                self.trouble = reading_trouble(error, self._path)

    def _check(self, connection: sqlite3.Connection) -> None:
        if self._stopped:
            return
        found = [str(row[0]) for row in connection.execute("PRAGMA quick_check")]
        if found != ["ok"]:
            self.trouble = damaged_pages(self._path.name, found)
