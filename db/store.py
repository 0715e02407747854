"""The open register: everything that is read, and the one way to write."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from db import transaction, undo
from db.errors import damaged
from db.file import RegisterFile
from db.header import SCHEMA, read_header
from db.lock import SessionLock
from db.row import IMMUTABLE, AnyRecord, cell, from_row, names_of, table_of
from db.verification import Verification
from desktop.domain.casework import Awaited, Summary
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from db.change import Act, Change, Event
    from db.derived import Derived
    from desktop.domain.record import Record

_AMONG = "IN (SELECT value FROM json_each(?))"
_DUE = "due_on IS NULL, due_on, since, id"


class Store:
    """A register that is open in this window; belongs to the thread that opened it."""

    def __init__(self, file: RegisterFile, lock: SessionLock, verified: Verification) -> None:
        """Keep what `open` has opened."""
        self._file = file
        self._lock = lock
        self._given: dict[type[Record], int] = {}
        self._replaced: list[tuple[int, tuple[int, ...]]] = []
        self.verified = verified
        """SQLite's own check of the file; the first act waits for its answer."""
        self.copied: Path | None = None
        """The copy made of an older register before it was brought to today's schema."""

    @classmethod
    def create(cls, path: Path, *, register_uuid: str, version: str) -> Self:
        """Make a new register and open it; AlreadyThere when something has that name."""
        from db import creation  # noqa: PLC0415 - a register is made once, and opened every day

        creation.create(Path(path).absolute(), register_uuid=register_uuid, version=version)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a register; raises a FileTrouble that says what to do, and then changes nothing."""
        path = Path(os.path.realpath(path))
        schema = read_header(path)
        lock = SessionLock(path)
        file = RegisterFile(path)
        copied: Path | None = None
        try:
            if schema < SCHEMA:
                from db import migrations  # noqa: PLC0415 - as rare as a new version

                copied = migrations.migrate(path)
            file.reopen()
            verified = Verification(path)
            verified.start()
        except BaseException:
            file.close()
            lock.release()
            raise
        store = cls(file, lock, verified)
        store.copied = copied
        return store

    def close(self) -> None:
        """Close the file and let others open it; nothing happens the second time."""
        self.verified.stop()
        self._file.leave()
        self._lock.release()

    def __enter__(self) -> Self:
        """Give the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def copy_to(self, copy: Path) -> Path:
        """Save a checked copy of the register as it is now; a file of that name is replaced.

        Raises AlreadyThere for the register's own name, Locked when the other file is open in
        a window, and any other FileTrouble when the copy cannot be made: then there is none.
        """
        from db import copying  # noqa: PLC0415 - copies are made now and then

        return copying.copy_open(self._file, copy.absolute())

    @property
    def path(self) -> Path:
        """Where the register lies."""
        return self._file.path

    @property
    def head(self) -> str:
        """The hash of the last event, 64 hexadecimal digits; letters print the first twelve."""
        return self._file.head

    @property
    def register_uuid(self) -> str:
        """The register's own name, the same wherever it lies."""
        return self._file.register_uuid

    @property
    def changes(self) -> int:
        """Rows written through this connection: moves with every write, saved or not yet."""
        return self._file.connection.total_changes

    # Reading records

    def get(self, kind: type[AnyRecord], key: int, *, everything: bool = False) -> AnyRecord:
        """Give a row by its id; LookupError when there is none, or only one taken away."""
        found = self.first(kind, "id = ?", key, everything=everything)
        if found is None:
            raise LookupError(f"{table_of(kind)} {key}")
        return found

    def find(
        self,
        kind: type[AnyRecord],
        where: str = "",
        *args: object,
        order: str = "id",
        limit: int | None = None,
        everything: bool = False,
    ) -> list[AnyRecord]:
        """Give the rows of a kind that a condition holds for.

        Columns are named as the fields, kronor as `<field>_ore` and counted in öre; the values
        for `?` may be days and states. Rows deleted or taken back are left out unless
        `everything`.
        """
        conditions = [f"({where})"] if where else []
        if not everything:
            conditions.append(_standing(kind))
        sql = (
            f'SELECT {names_of(kind)} FROM "{table_of(kind)}"'  # noqa: S608 - values are bound
            f"{' WHERE ' if conditions else ''}{' AND '.join(conditions)} ORDER BY {order}"
            f"{'' if limit is None else f' LIMIT {int(limit)}'}"
        )
        return self._records(kind, sql, *args)

    def first(
        self,
        kind: type[AnyRecord],
        where: str = "",
        *args: object,
        order: str = "id",
        everything: bool = False,
    ) -> AnyRecord | None:
        """Give the first of the rows that `find` would give, or None."""
        found = self.find(kind, where, *args, order=order, limit=1, everything=everything)
        return found[0] if found else None

    def count(self, kind: type[Record], where: str = "", *args: object) -> int:
        """Count the rows that `find` would give."""
        condition = f"({where}) AND {_standing(kind)}" if where else _standing(kind)
        sql = f'SELECT count(*) FROM "{table_of(kind)}" WHERE {condition}'  # noqa: S608 - values are bound
        return int(self.rows(sql, *args)[0][0])

    def rows(self, sql: str, *args: object) -> list[tuple[Any, ...]]:
        """Give what any SELECT gives, for sums; money is in öre."""
        return self._file.rows(sql, tuple(map(cell, args)))

    def _records(self, kind: type[AnyRecord], sql: str, *args: object) -> list[AnyRecord]:
        rows = self.rows(sql, *args)
        try:
            return [from_row(kind, cells) for cells in rows]
        except (ValueError, TypeError) as error:
            raise damaged(self.path.name, plain(f"{table_of(kind)}: {error}")) from error

    def next_id(self, kind: type[Record]) -> int:
        """Allot an id to a new row; one that is not used goes to another row later on."""
        if kind not in self._given:
            sql = f'SELECT coalesce(max(id), 0) FROM "{table_of(kind)}"'  # noqa: S608 - our own name
            self._given[kind] = int(self.rows(sql)[0][0])
        self._given[kind] += 1
        return self._given[kind]

    def content(self, document_id: int) -> bytes:
        """Give the bytes of a document; Damaged when they are not those that were stored."""
        rows = self.rows(
            "SELECT c.data, d.sha256 FROM content AS c JOIN document AS d ON d.id = c.document_id "
            "WHERE d.id = ?",
            document_id,
        )
        if not rows:
            raise LookupError(f"content {document_id}")
        data: bytes = rows[0][0]
        if hashlib.sha256(data).hexdigest() != rows[0][1]:
            raise damaged(self.path.name, say("handling {key} har ändrats", key=document_id))
        return data

    # Reading derived rows

    def summaries(self, ids: Iterable[int]) -> list[Summary]:
        """Give the summaries of cases in the order of `ids`; a case without one is left out."""
        wanted = list(ids)
        sql = f"SELECT {names_of(Summary)} FROM summary WHERE id {_AMONG}"  # noqa: S608 - values are bound
        found = {each.id: each for each in self._records(Summary, sql, json.dumps(wanted))}
        return [found[key] for key in wanted if key in found]

    def awaited(self, case_ids: Iterable[int]) -> dict[int, tuple[Awaited, ...]]:
        """Give what each of the cases waits for, the first due first."""
        wanted = list(case_ids)
        sql = f"SELECT {names_of(Awaited)} FROM awaited WHERE case_id {_AMONG} ORDER BY {_DUE}"  # noqa: S608 - values are bound
        found: dict[int, list[Awaited]] = {key: [] for key in wanted}
        for each in self._records(Awaited, sql, json.dumps(wanted)):
            found[each.case_id].append(each)
        return {key: tuple(waits) for key, waits in found.items()}

    def open_awaited(self, limit: int = 200) -> list[Awaited]:
        """Give what is waited for in all cases, the first due first, without a day last."""
        sql = f"SELECT {names_of(Awaited)} FROM awaited ORDER BY {_DUE} LIMIT ?"  # noqa: S608 - values are bound
        return self._records(Awaited, sql, limit)

    @property
    def last_event_id(self) -> int:
        """The id of the last event; 0 in a register without events."""
        return int(self.rows("SELECT coalesce(max(id), 0) FROM event")[0][0])

    def replaced_since(self, event_id: int) -> list[int]:
        """Give the cases whose derived rows were made again after an event, in this window."""
        return [key for number, replaced in self._replaced if number > event_id for key in replaced]

    # The log

    def events(self, subject: tuple[str, int] | None = None, limit: int = 200) -> list[Event]:
        """Give the last events, newest first, of one subject or of all."""
        if subject is None:
            return self._file.events("ORDER BY id DESC LIMIT ?", (limit,))
        return self._file.events(
            "WHERE id IN (SELECT event_id FROM event_subject WHERE entity = ? AND row_id = ?) "
            "ORDER BY id DESC LIMIT ?",
            (*subject, limit),
        )

    def events_after(self, event_id: int) -> list[Event]:
        """Give the events after one, oldest first."""
        return self._file.events("WHERE id > ? ORDER BY id", (event_id,))

    def event(self, event_id: int) -> Event:
        """Give an event by its id; LookupError when there is none."""
        found = self._file.events("WHERE id = ?", (event_id,))
        if not found:
            raise LookupError(f"event {event_id}")
        return found[0]

    def event_by_uuid(self, uuid: str) -> Event | None:
        """Give the event of an act, or None when it was never done."""
        found = self._file.events("WHERE uuid = ?", (uuid,))
        return found[0] if found else None

    # Writing

    def commit(self, act: Act, refresh: Callable[[Store, Derived], None]) -> Event:
        """Do an act whole or not at all; the same uuid again gives the first event unwritten.

        `refresh` makes the derived rows again; within it reads show what the act has changed.
        Raises NotSaved when nothing of the act is in the file, Unsure when that cannot be told,
        Damaged when the file did not pass its check; what `refresh` raises, after a rollback.
        """
        done = self.event_by_uuid(act.uuid)
        if done is not None:
            return done
        self.verified.require()
        try:
            event, replaced = transaction.save(
                self._file, act, lambda derived: refresh(self, derived)
            )
        finally:
            self._given.clear()
        self._replaced.append((event.id, replaced))
        return event

    def inverse(self, event: Event, day: date) -> tuple[Change, ...]:
        """Give the changes that take an event back on `day`; CannotUndo says why not."""
        return undo.inverse(self, event, day)


def _standing(kind: type[Record]) -> str:
    """Give the condition that leaves out rows deleted or taken back."""
    if kind not in IMMUTABLE:
        return "deleted IS NULL"
    table = table_of(kind)
    return (
        "NOT EXISTS (SELECT 1 FROM taken_back AS t "  # noqa: S608 - our own names
        f"WHERE t.entity = '{table}' AND t.row_id = \"{table}\".id AND t.deleted IS NULL)"
    )
