"""Connections to a register, with the settings that keep it whole."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager, suppress
from typing import TYPE_CHECKING
from urllib.parse import quote

from db.errors import FAULTS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_SECONDS = 5.0
"""How long SQLite waits for another program before it says that the file is busy."""

_GUARDED = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA recursive_triggers = ON",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA mmap_size = 0",
    "PRAGMA temp_store = MEMORY",
)
_DURABLE = (
    "PRAGMA secure_delete = ON",
    "PRAGMA locking_mode = NORMAL",
    # TRUNCATE with EXTRA is the only pair that lost nothing in simulated power cuts.
    "PRAGMA journal_mode = TRUNCATE",
    "PRAGMA synchronous = EXTRA",
)


def connect(path: Path, *, one_thread: bool = True) -> sqlite3.Connection:
    """Open an existing register for reading and writing; one connection for one thread.

    Who opens it for more than one has to see to it that only one of them works in it at a time.
    """
    connection = _opened(path, "rw", one_thread=one_thread)
    try:
        guard(connection)
        for pragma in _DURABLE:
            connection.execute(pragma).fetchall()
        _require_journal(connection)
    except FAULTS:
        connection.close()
        raise
    return connection


def _require_journal(connection: sqlite3.Connection) -> None:
    """Raise sqlite3.OperationalError when another program keeps the file in another journal."""
    found = connection.execute("PRAGMA journal_mode").fetchone()[0]
    if found != "truncate":
        raise sqlite3.OperationalError(f"journal_mode {found}")


def tidy(connection: sqlite3.Connection) -> None:
    """Take the empty journal file away, so that a closed register is one file."""
    if not connection.in_transaction:
        with suppress(sqlite3.Error):
            connection.execute("PRAGMA journal_mode = DELETE").fetchall()


@contextmanager
def connected(path: Path) -> Iterator[sqlite3.Connection]:
    """Open an existing register for reading and writing, and leave one file behind."""
    with closing(connect(path)) as connection:
        yield connection
        tidy(connection)


def connect_reader(path: Path) -> sqlite3.Connection:
    """Open an existing register for reading only, in any thread."""
    connection = _opened(path, "ro")
    try:
        guard(connection)
    except FAULTS:
        connection.close()
        raise
    return connection


def guard(connection: sqlite3.Connection) -> None:
    """Set what keeps a damaged or hostile file from doing harm; raises FAULTS."""
    for pragma in _GUARDED:
        connection.execute(pragma).fetchall()


def _opened(path: Path, mode: str, *, one_thread: bool = True) -> sqlite3.Connection:
    # A plain connect would make an empty file where none is.
    return sqlite3.connect(
        f"{_uri(path)}?mode={mode}",
        uri=True,
        isolation_level=None,
        timeout=BUSY_SECONDS,
        check_same_thread=one_thread,
        cached_statements=256,
    )


def _uri(path: Path) -> str:
    posix = path.absolute().as_posix()
    return f"file://{'' if posix.startswith('/') else '/'}{quote(posix)}"
