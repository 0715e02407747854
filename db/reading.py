"""What can be read in a register that is open."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from db.errors import damaged
from db.row import IMMUTABLE, AnyRecord, cell, from_row, names_of, table_of
from desktop.domain.casework import Awaited, Summary
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from db.change import Event
    from db.file import RegisterFile
    from desktop.domain.record import Record

_AMONG = "IN (SELECT value FROM json_each(?))"
_DUE = "due_on IS NULL, due_on, since, id"


class Reading:
    """Records, derived rows and events, read in the thread that opened the register."""

    def __init__(self, file: RegisterFile) -> None:
        """Read the file that is open."""
        self._file = file

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
        """A number that moves with every write, saved or not yet, and with every roll-back."""
        return self._file.connection.total_changes + (self._file.turns << 40)

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


def _standing(kind: type[Record]) -> str:
    """Give the condition that leaves out rows deleted or taken back."""
    if kind not in IMMUTABLE:
        return "deleted IS NULL"
    table = table_of(kind)
    return (
        "NOT EXISTS (SELECT 1 FROM taken_back AS t "  # noqa: S608 - our own names
        f"WHERE t.entity = '{table}' AND t.row_id = \"{table}\".id AND t.deleted IS NULL)"
    )
