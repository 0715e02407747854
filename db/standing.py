"""Whether the file with the register's name is still the one that is open, asked as time goes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from threading import Thread
from typing import TYPE_CHECKING

from db import chain
from db.backups.difference import Relation, relation
from db.backups.facts import facts, whole
from db.connection import connect_reader
from db.errors import (
    FAULTS,
    UNREADABLE,
    Damaged,
    FileTrouble,
    How,
    Locked,
    Moved,
    OutOfReach,
    reading_trouble,
)
from db.file import marks
from db.remains import in_wal, remains

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from db.errors import Fault
    from db.file import RegisterFile

_BREATH = 0.03
"""Seconds that a look which does not wait gives a file to be read: a small one is read by then."""
_RECENT = 200
"""The last events whose hashes are kept, to know an earlier state of the register by."""
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_PRIMARY = 0xFF


class Standing:
    """Looks at one open register, in its thread; no look leaves a lock, or raises a FileTrouble."""

    def __init__(self, file: RegisterFile) -> None:
        """Look at a file that has just been opened."""
        self._file = file
        self._recent: dict[int, str] = {}
        self._known: tuple[object, Moved] | None = None
        self._found: Moved | None = None
        self._wait = True
        self._through: _Through | None = None
        self.reading = False
        """True when the last look did not wait for all of what lies there to be read."""

    def look(self, *, wait: bool = True) -> Moved | None:
        """Tell what became of the file; None when it is as we left it, or is so again.

        Without `wait` None is also given while another copy of ours is read through and through
        before it is taken up: `reading` is True then.
        """
        self._wait, self.reading = wait, False
        try:
            found = self._looked()
        except FAULTS as error:
            found = self._faulty(error)
        except FileTrouble as trouble:
            found = self._told(trouble)
        self._found = found
        return found

    def _looked(self) -> Moved | None:
        """Look; raises FAULTS and FileTrouble."""
        file = self._file
        exchanged = file.exchanged()
        if not file.is_open:
            file.reopen()
        elif exchanged:
            return self._exchanged()
        if file.current_head() != file.head:
            return self._once(How.WRITTEN, self._written)
        self._remember()
        return None

    def _told(self, trouble: FileTrouble) -> Moved:
        """Tell of what stood in the way of a look as what it is."""
        if isinstance(trouble, Moved):
            return trouble
        if isinstance(trouble, Damaged):
            return self._file.moved(How.WRITTEN, UNREADABLE)
        return self._file.moved(How.HELD if isinstance(trouble, Locked) else How.UNREACHABLE)

    def _remember(self) -> None:
        """Keep the hashes of the last events; raises FAULTS."""
        known = max(self._recent, default=-1)
        if known >= 0 and self._recent[known] == self._file.head:
            return
        rows = self._file.connection.execute(
            "SELECT id, hash FROM event WHERE id > ? ORDER BY id DESC LIMIT ?", (known, _RECENT)
        ).fetchall()
        self._recent |= dict(rows)
        if len(rows) < _RECENT and known < 0:
            self._recent[0] = chain.genesis(self._file.register_uuid)
        for key in sorted(self._recent)[:-_RECENT]:
            del self._recent[key]

    def _faulty(self, error: Fault) -> Moved | None:
        """Tell what it means that the open connection does not answer."""
        if _busy(error):
            # Somebody saves or copies just now: nothing new is known.
            return self._found
        trouble = reading_trouble(error, self._file.path)
        if not isinstance(trouble, OutOfReach):
            return self._told(trouble)
        try:
            # What a share had given out may be dead for good although the share is back.
            self._file.reopen()
        except FileTrouble as again:
            return self._told(again)
        return None

    def _once(self, how: How, ask: Callable[[], str | None]) -> Moved:
        """Ask how what is there stands to us once for every state of it, as it takes a while."""
        key = (how, self._file.head, marks(self._file.on_disk()))
        if self._known is None or self._known[0] != key:
            self._known = (key, self._file.moved(how, ask()))
        return self._known[1]

    def _written(self) -> str | None:
        """Tell how what the open file has become stands to what it was."""
        file = self._file
        try:
            now = facts(file.connection, file.path.name)
            if now.register_uuid != file.register_uuid:
                return Relation.STRANGER
            if file.rows("SELECT 1 FROM event WHERE hash = ?", (file.head,)):
                return Relation.AHEAD
        except (FileTrouble, *FAULTS):
            return UNREADABLE
        if now.head in self._recent.values():
            return Relation.BEHIND
        # Events older than those kept cannot be told from a past of ours.
        return Relation.FORKED if now.events >= min(self._recent, default=0) else None

    def _exchanged(self) -> Moved | None:
        """Tell how the file that has our name stands to ours; take it up when it is the same."""
        moved = self._once(How.EXCHANGED, self._compared)
        if moved.there is None:
            # Somebody was at it: the next look asks again.
            self._known = None
        if moved.there != Relation.SAME:
            return moved
        self._known = None
        try:
            # Ours is let go only for one that is whole.
            if not self._read_through():
                self.reading = True
                return None
            self._file.reopen()
        except Moved as trouble:
            return trouble
        except FileTrouble:
            return self._file.moved(How.EXCHANGED, UNREADABLE)
        return None

    def _read_through(self) -> bool:
        """Read what lies there; False while a thread is at it. Raises FileTrouble."""
        path = self._file.path
        if self._wait:
            whole(path)
            return True
        key = marks(self._file.on_disk())
        if self._through is None or self._through.key != key:
            self._through = _Through(path, key)
        return self._through.ended()

    def _compared(self) -> str | None:
        file = self._file
        try:
            if in_wal(file.path) or remains(file.path):
                # Half a save beside it would be taken back into ours by the next reading of it.
                return UNREADABLE
            with closing(connect_reader(file.path)) as there:
                return relation(file.connection, there, file.path.name)
        except FAULTS as error:
            return None if _busy(error) else UNREADABLE
        except (FileTrouble, OSError):
            return UNREADABLE


class _Through:
    """One state of a file read through and through in a thread."""

    def __init__(self, path: Path, key: object) -> None:
        self.key = key
        self._trouble: FileTrouble | None = None
        self._thread = Thread(target=self._read, args=(path,), name="through", daemon=True)
        self._thread.start()

    def _read(self, path: Path) -> None:
        try:
            whole(path)
        except FileTrouble as trouble:
            self._trouble = trouble

    def ended(self) -> bool:
        """Tell whether it is whole; False while that is not known. Raises what was found."""
        self._thread.join(_BREATH)
        if self._thread.is_alive():
            return False
        if self._trouble is not None:
            raise self._trouble
        return True


def _busy(error: Fault) -> bool:
    """Tell whether another program was at the file just then."""
    return int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY in _BUSY
