"""What a register holds after a fault, read with the program's own opening and full check."""

from __future__ import annotations

import glob
import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from db.check import check
from db.connection import connected
from db.errors import FAULTS, FileTrouble
from db.header import SCHEMA
from db.store import Store
from desktop.cli.derived_rows import differing
from desktop.flow.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"


@dataclass(frozen=True, kw_only=True)
class State:
    """All of a register that two of them can be told apart by."""

    head: str = ""
    """The hash of its last event."""
    rows: str = ""
    """SHA-256 over every cell of every table, and the text of the schema."""
    wrong: tuple[str, ...] = ()
    """What the program's own checks have found; nothing when all is well."""

    def __str__(self) -> str:
        """Give it in a line."""
        return f"{self.head[:8]}/{self.rows[:8]}" + "".join(f" {each}" for each in self.wrong)


@dataclass
class Reader:
    """Opens registers as the program does; what it has checked once byte by byte it knows."""

    flow: bool = True
    """True when what lists show is computed again as well."""
    _known: dict[bytes, State] = field(default_factory=dict)

    def opened(self, path: Path) -> State:
        """Open a register, which is first brought to today's schema when it is older.

        The same bytes with nothing beside them open as they did before.
        """
        alone = not any(path.parent.glob(f"{glob.escape(path.name)}?*"))
        known = self._known.get(_mark(path)) if alone and path.exists() else None
        if known is not None:
            return known
        try:
            # What SQLite's own check would say of these bytes stands in the full check.
            Store.open(path).close()
        except FileTrouble as trouble:
            return State(wrong=(f"{type(trouble).__name__}: {trouble}",))
        mark = _mark(path)
        if mark not in self._known:
            self._known[mark] = self._checked(path)
        return self._known[mark]

    def settled(self, path: Path) -> State | None:
        """Let SQLite take half a save back, and give the state if these bytes are known then."""
        try:
            with connected(path) as connection:
                connection.execute("PRAGMA user_version").fetchone()
        except FAULTS:
            return None
        return self._known.get(_mark(path))

    def _checked(self, path: Path) -> State:
        try:
            with Store.open(path) as store:
                wrong = [str(each) for each in check(store)]
                if self.flow and not wrong:
                    wrong = [str(each) for each in differing(Desk(store=store))]
                return State(head=store.head, rows=rows(path), wrong=tuple(wrong))
        except (FileTrouble, *FAULTS) as trouble:
            return State(wrong=(f"{type(trouble).__name__}: {trouble}",))


def _mark(path: Path) -> bytes:
    return hashlib.blake2b(path.read_bytes(), digest_size=16).digest()


def rows(path: Path) -> str:
    """Give the hash of everything in a register of any schema; SQLite settles it first."""
    found = hashlib.sha256()
    with closing(sqlite3.connect(path)) as connection:
        for line in _lines(connection):
            found.update(repr(line).encode())
    return found.hexdigest()


def _lines(connection: sqlite3.Connection) -> Iterator[tuple[Any, ...]]:
    yield from connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY 1, 2")
    for (table,) in connection.execute(_TABLES).fetchall():
        yield (table,)
        yield from connection.execute(f'SELECT * FROM "{table}" ORDER BY 1, 2')


def older(path: Path) -> bool:
    """Tell whether a settled file has an older schema than today's."""
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("PRAGMA user_version").fetchone()[0] < SCHEMA)
