"""The words of every register but the cases in memory, for the search of everything."""

from __future__ import annotations

from array import array
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from db.block import Part
from db.connection import connect_reader
from db.errors import FAULTS, reading_trouble
from db.row import IMMUTABLE, table_of
from desktop.domain.record import Record
from desktop.domain.swedish import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from db.store import Store

_AT_A_TIME = 2000
"""Rows fetched before other threads are let on."""
_LATE = 200
"""Rows changed by acts that are searched one by one before all are joined again."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """Which words a kind of row is found by."""

    record: type[Record]
    """The kind."""
    columns: tuple[str, ...]
    """Its columns of words."""
    joined: tuple[str, ...] = ()
    """Words of other rows, each an SQL expression of one value or NULL."""
    depends: tuple[type[Record], ...] = ()
    """Kinds of those other rows that can change."""

    @property
    def table(self) -> str:
        """Give its table."""
        return table_of(self.record)

    def select(self, where: str = "") -> str:
        """Give the SQL of ids and words, the latest first."""
        own = [f'"{self.table}"."{column}"' for column in self.columns]
        words = " || ' ' || ".join([*own, *(f"coalesce({each}, '')" for each in self.joined)])
        standing = "" if self.record in IMMUTABLE else "deleted IS NULL"
        conditions = " AND ".join(each for each in (standing, where) if each) or "1"
        return (
            f'SELECT id, {words} FROM "{self.table}" '  # noqa: S608 - our own names
            f"WHERE {conditions} ORDER BY id DESC"
        )


class _Kind:
    """The words of one kind: most in one piece, the lately changed one by one."""

    def __init__(self, ids: Sequence[int], words: Sequence[bytes]) -> None:
        self._part = Part(array("q", ids), words)
        self._late: dict[int, bytes | None] = {}

    @classmethod
    def of(cls, rows: Iterable[tuple[Any, ...]]) -> _Kind:
        """Make it of ids and words, the latest first."""
        ids: list[int] = []
        words: list[bytes] = []
        for key, said in rows:
            ids.append(key)
            words.append(_folded(said))
        return cls(ids, words)

    def put(self, key: int, words: bytes | None) -> None:
        """Take in what a row says now; None when it is there no more."""
        self._late[key] = words
        if len(self._late) > _LATE:
            late, self._late = self._late, {}
            kept = {row: said for row, said in self._part.search([]) if row not in late}
            kept |= {row: said for row, said in late.items() if said is not None}
            ids = sorted(kept, reverse=True)
            self._part = Part(array("q", ids), [kept[row] for row in ids])

    def search(self, words: Sequence[bytes]) -> Iterator[int]:
        """Give the rows in which all of the words stand, the latest first as a rule."""
        for key in sorted(self._late, reverse=True):
            own = self._late[key]
            if own is not None and all(word in own for word in words):
                yield key
        for key, _line in self._part.search(words):
            if key not in self._late:
                yield key


class WordIndex:
    """Made in any thread, then used in one; rows taken back are left to who reads them."""

    def __init__(
        self, sources: Mapping[str, Source], kinds: dict[str, _Kind], event_id: int
    ) -> None:
        """Hold what was read as it was after an event."""
        self._sources = sources
        self._kinds = kinds
        self._event_id = event_id
        self._names = {source.table: name for name, source in sources.items()}

    @classmethod
    def load(cls, path: Path, sources: Mapping[str, Source]) -> WordIndex:
        """Read all rows through a connection of its own; a FileTrouble when that fails."""
        try:
            with closing(connect_reader(path)) as connection:
                connection.execute("BEGIN")
                last = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()[0]
                kinds = {name: _read(connection, each) for name, each in sources.items()}
        except FAULTS as error:
            raise reading_trouble(error, path) from error
        return cls(sources, kinds, last)

    def catch_up(self, store: Store) -> None:
        """Take in what acts have changed since the index was made or last caught up."""
        changed = {
            (each.table, each.id)
            for event in store.events_after(self._event_id)
            for each in event.changed()
        }
        tables = {table for table, _key in changed}
        for name, source in self._sources.items():
            if tables & {table_of(each) for each in source.depends}:
                self._kinds[name] = _Kind.of(store.rows(source.select()))
        for table, key in changed:
            if table in self._names:
                name = self._names[table]
                rows = store.rows(self._sources[name].select("id = ?"), key)
                self._kinds[name].put(key, _folded(rows[0][1]) if rows else None)
        self._event_id = max(self._event_id, store.last_event_id)

    def query(self, name: str, text: str, limit: int) -> list[int]:
        """Give the first rows of a source in which every word of `text` stands."""
        words = sorted({word.encode() for word in fold(text).split()}, key=len, reverse=True)
        if not words:
            return []
        return list(islice(self._kinds[name].search(words), limit))


def _read(connection: sqlite3.Connection, source: Source) -> _Kind:
    cursor = connection.execute(source.select())
    batches = iter(lambda: cursor.fetchmany(_AT_A_TIME), [])
    return _Kind.of(row for batch in batches for row in batch)


def _folded(words: Any) -> bytes:  # noqa: ANN401 - a cell of words
    said = " ".join(str(words or "").split())
    # Folding leaves plain letters as lower() does, which is many times as fast.
    return said.lower().encode() if said.isascii() else fold(said).encode()
