"""What a register holds, read from a connection; and whether a file that is not open is whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import chain
from db.backups.occasion import Stand
from db.backups.trouble import broken_off, out_of_reach
from db.connection import connect_reader
from db.errors import FAULTS, NotARegister, NotFound, ReadOnly, damaged, reading_trouble
from db.header import APPLICATION_ID, read_header
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

_OPS = 20_000
"""Steps of SQLite's machine between two looks at whether to stop: some milliseconds."""
_TABLES = (
    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite@_%' ESCAPE '@'"
)


@dataclass(frozen=True, kw_only=True)
class Facts:
    """What tells one state of a register from another."""

    register_uuid: str
    """The register's own name."""
    schema: int
    """Its schema number."""
    head: str
    """The hash of its last event."""
    events: int
    """How many events it has."""
    last_at: str
    """When the last event was, local time, ISO 8601; empty in a register without events."""
    counts: Mapping[str, int]
    """Rows by table, also those deleted or taken back, which are never removed."""

    @property
    def stand(self) -> Stand:
        """What tells whether it has changed since."""
        return Stand(head=self.head, schema=self.schema)


def facts(connection: sqlite3.Connection, name: str) -> Facts:
    """Read the facts of a register called `name`, all of them as they were at one moment.

    Raises NotARegister, Damaged when head, log and numbers do not agree, and sqlite3.Error.
    """
    if connection.in_transaction:
        return _facts(connection, name)
    # An act saved between two questions would look like damage.
    connection.execute("BEGIN")
    try:
        return _facts(connection, name)
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _facts(connection: sqlite3.Connection, name: str) -> Facts:
    if _one(connection, "PRAGMA application_id") != APPLICATION_ID:
        raise NotARegister(
            say("{name} är inte ett register. Ingenting har ändrats.", name=plain(name))
        )
    schema = _one(connection, "PRAGMA user_version")
    meta = connection.execute("SELECT register_uuid, head FROM meta").fetchall()
    last = connection.execute("SELECT id, hash, at FROM event ORDER BY id DESC LIMIT 1").fetchone()
    if len(meta) != 1:
        raise damaged(name, say("registrets egen rad saknas"))
    uuid, head = meta[0]
    if not isinstance(uuid, str):
        raise damaged(name, say("registrets egen rad saknas"))
    events, last_hash, last_at = last or (0, chain.genesis(uuid), "")
    if head != last_hash:
        raise damaged(name, say("loggen slutar inte där registret säger"))
    counts = _counts(connection)
    if counts["event"] != events:
        raise damaged(name, say("händelser saknas i loggen"))
    return Facts(
        register_uuid=uuid, schema=schema, head=head, events=events, last_at=last_at, counts=counts
    )


def _one(connection: sqlite3.Connection, sql: str) -> int:
    return int(connection.execute(sql).fetchone()[0])


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    names = sorted(name for (name,) in connection.execute(_TABLES).fetchall())
    quoted = {name: name.replace('"', '""') for name in names}
    return {name: _one(connection, f'SELECT count(*) FROM "{quoted[name]}"') for name in names}  # noqa: S608 - quoted


def never() -> bool:
    """Say that nobody asks it to stop."""
    return False


def whole(path: Path, *, stopped: Callable[[], bool] = never, log: bool = False) -> Facts:
    """Read a register that no window has open through and through; with `log` the chain too.

    Raises a FileTrouble; BrokenOff when `stopped` said so. Never call it for the register that
    this process has open: closing any other handle to a file drops SQLite's locks on it.
    """
    with suppress(ReadOnly):
        read_header(path)
    try:
        _require_settled(path)
        with closing(connect_reader(path)) as connection:
            connection.set_progress_handler(lambda: int(stopped()), _OPS)
            found = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
            if found != "ok":
                raise damaged(path.name, plain(found))
            read = facts(connection, path.name)
            if log:
                _follow(connection, path.name, read.register_uuid)
            return read
    except FAULTS as error:
        if stopped():
            raise broken_off() from error
        raise reading_trouble(error, path) from error
    except OSError as error:
        raise out_of_reach(path, error) from error


def _require_settled(path: Path) -> None:
    """Raise Damaged for a file with half a save beside it, which a reader cannot take back."""
    for ending in ("-journal", "-wal"):
        other = path.with_name(path.name + ending)
        if other.exists() and other.stat().st_size > 0:
            raise damaged(path.name, say("den har en halv ändring bredvid sig"))
    with path.open("rb") as file:
        if file.read(20)[18:] != b"\x01\x01":
            raise damaged(path.name, say("ett annat program har skrivit i den"))


def _follow(connection: sqlite3.Connection, name: str, register_uuid: str) -> None:
    """Follow the chain of events from the beginning to its end."""
    previous = chain.genesis(register_uuid)
    for cells in connection.execute(f"{chain.SELECT} ORDER BY id"):
        if cells[-2] != previous or chain.digest(cells) != cells[-1]:
            raise damaged(name, say("händelse {number} har ändrats", number=cells[0]))
        previous = cells[-1]


def live(path: Path) -> Facts:
    """Read the facts of a register that may be open, through SQLite alone.

    Raises a FileTrouble.
    """
    try:
        if not path.exists():
            raise NotFound(
                say(
                    "Det finns inget register på platsen {path}. Har det flyttats eller döpts om?",
                    path=plain(str(path)),
                )
            )
        with closing(connect_reader(path)) as connection:
            return facts(connection, path.name)
    except FAULTS as error:
        raise reading_trouble(error, path) from error
    except OSError as error:
        raise out_of_reach(path, error) from error
