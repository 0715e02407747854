"""How backups stand to a register, found without reading them: also where much is damaged."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.backups.difference import SHOWN, Happened, Relation, difference
from db.connection import connect_reader
from db.errors import FAULTS, FileTrouble
from db.header import APPLICATION_ID

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence
    from pathlib import Path

    from db.backups.facts import Facts


@dataclass(frozen=True, kw_only=True)
class Track:
    """How a backup stands to the register, counted in events."""

    relation: Relation
    """How the backup stands to the register."""
    missing: int
    """Events that the register has and the backup lacks."""
    extra: int
    """Events that only the backup has."""
    common: int
    """The last event that both have."""


def uuid_in(register: Path) -> str | None:
    """Give a register's own name out of its file, None when that cannot be read."""
    if not _quiet(register):
        return None
    try:
        with closing(connect_reader(register)) as connection:
            if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
                return None
            found = connection.execute("SELECT register_uuid FROM meta").fetchone()
    except FAULTS:
        return None
    return found[0] if found is not None and isinstance(found[0], str) else None


def tracks(register: Path, backups: Sequence[tuple[Path, Facts]]) -> tuple[Track | None, ...]:
    """Tell how each backup stands to the register; None where that cannot be told.

    Reads the register's log alone, so that damage elsewhere in the file does not matter, and a
    backup only when it is not what the register was. The register may be open in this window.
    """
    if not _quiet(register):
        return tuple(None for _ in backups)
    try:
        with closing(connect_reader(register)) as connection:
            uuid, last = _end(connection)
            return tuple(
                _track(connection, register, path, facts, uuid, last) for path, facts in backups
            )
    except FAULTS:
        return tuple(None for _ in backups)


def happened_after(register: Path, number: int) -> tuple[Happened, ...] | None:
    """Give the register's events after one, newest first, at most SHOWN; None when unreadable."""
    if not _quiet(register):
        return None
    try:
        with closing(connect_reader(register)) as connection:
            rows = connection.execute(
                "SELECT id, at, text FROM event WHERE id > ? ORDER BY id DESC LIMIT ?",
                (number, SHOWN),
            ).fetchall()
    except FAULTS:
        return None
    return tuple(Happened(id=key, at=str(at), text=str(text)) for key, at, text in rows)


def _quiet(path: Path) -> bool:
    """Tell whether a file can be read without SQLite leaving anything beside it."""
    try:
        # Asked for by name alone: opening the live file would drop the locks on it.
        if not path.is_file() or path.stat().st_size == 0:
            return False
        return not path.with_name(f"{path.name}-wal").exists()
    except OSError:
        return False


def _end(connection: sqlite3.Connection) -> tuple[str, int]:
    uuid = connection.execute("SELECT register_uuid FROM meta").fetchone()
    last = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()
    return (str(uuid[0]) if uuid else "", int(last[0]))


def _track(  # noqa: PLR0913, PLR0917 - the register's side and the backup's
    connection: sqlite3.Connection,
    register: Path,
    path: Path,
    facts: Facts,
    uuid: str,
    last: int,
) -> Track | None:
    if facts.register_uuid != uuid:
        return Track(relation=Relation.STRANGER, missing=last, extra=facts.events, common=0)
    if 0 < facts.events <= last and _has(connection, facts):
        missing = last - facts.events
        relation = Relation.BEHIND if missing else Relation.SAME
        return Track(relation=relation, missing=missing, extra=0, common=facts.events)
    return _read(register, path)


def _has(connection: sqlite3.Connection, facts: Facts) -> bool:
    """Tell whether the register's log goes through the backup's last event."""
    try:
        found = connection.execute(
            "SELECT hash FROM event WHERE id = ?", (facts.events,)
        ).fetchone()
    except FAULTS:
        return False
    return found is not None and found[0] == facts.head


def _read(register: Path, path: Path) -> Track | None:
    try:
        found = difference(register, path)
    except FileTrouble:
        return None
    return Track(
        relation=found.relation, missing=found.here, extra=found.there, common=found.common
    )
