"""Whether the file with the register's name is still the one that is open, asked as time goes."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from db import chain
from db.backups.difference import Relation, relation
from db.backups.facts import facts, whole
from db.connection import connect_reader
from db.errors import FAULTS, FileTrouble, How, Moved
from db.file import marks
from db.remains import in_wal, remains

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.errors import Fault
    from db.file import RegisterFile

UNREADABLE = "unreadable"
_RECENT = 200
"""The last events whose hashes are kept, to know an earlier state of the register by."""
_BUSY = (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)
_SILENT = (sqlite3.SQLITE_IOERR, sqlite3.SQLITE_CANTOPEN)
_PRIMARY = 0xFF


class Standing:
    """Looks at one open register, in its thread; every look leaves no lock."""

    def __init__(self, file: RegisterFile) -> None:
        """Look at a file that has just been opened."""
        self._file = file
        self._recent: dict[int, str] = {}
        self._known: tuple[object, Moved] | None = None

    def look(self) -> Moved | None:
        """Tell what became of the file; None when it is as we left it, or is so again."""
        file = self._file
        try:
            exchanged = file.exchanged()
            if not file.is_open:
                file.reopen()
            elif exchanged:
                return self._exchanged()
            head = file.current_head()
        except Moved as moved:
            return moved
        except FAULTS as error:
            return self._faulty(error)
        except FileTrouble:
            return file.moved(How.UNREACHABLE)
        if head != file.head:
            return self._once(How.WRITTEN, self._written)
        self._remember()
        return None

    def _remember(self) -> None:
        """Keep the hashes of the last events."""
        known = max(self._recent, default=-1)
        if known >= 0 and self._recent[known] == self._file.head:
            return
        rows = self._file.rows(
            "SELECT id, hash FROM event WHERE id > ? ORDER BY id DESC LIMIT ?", (known, _RECENT)
        )
        self._recent |= dict(rows)
        if len(rows) < _RECENT and known < 0:
            self._recent[0] = chain.genesis(self._file.register_uuid)
        for key in sorted(self._recent)[:-_RECENT]:
            del self._recent[key]

    def _faulty(self, error: Fault) -> Moved | None:
        """Tell what it means that the open connection does not answer."""
        code = int(getattr(error, "sqlite_errorcode", 0)) & _PRIMARY
        if code in _BUSY:
            # Somebody saves or copies just now: that is not known to be anything.
            return None
        if code not in _SILENT:
            return self._file.moved(How.WRITTEN, UNREADABLE)
        try:
            # What a share had given out may be dead for good although the share is back.
            self._file.reopen()
        except Moved as moved:
            return moved
        except FileTrouble:
            return self._file.moved(How.UNREACHABLE)
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
        if moved.there != Relation.SAME:
            return moved
        self._known = None
        try:
            # Ours is let go only for one that is whole.
            whole(self._file.path)
            self._file.reopen()
        except Moved as trouble:
            return trouble
        except FileTrouble:
            return self._file.moved(How.EXCHANGED, UNREADABLE)
        return None

    def _compared(self) -> str:
        file = self._file
        try:
            if in_wal(file.path) or remains(file.path):
                # Half a save beside it would be taken back into ours by the next reading of it.
                return UNREADABLE
            with closing(connect_reader(file.path)) as there:
                return relation(file.connection, there, file.path.name)
        except (FileTrouble, OSError, *FAULTS):
            return UNREADABLE
