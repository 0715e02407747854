"""Older files brought to today's schema in one transaction, after a verified copy."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from db.connection import connected
from db.copying import copy_beside
from db.errors import FAULTS, FileTrouble, NotMigrated, reading_trouble
from db.header import SCHEMA
from db.insisting import removed
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Iterator

_FOLDER = Path(__file__).parent / "schema"
_COMMENT = re.compile(r"(--[^\n]*)\n")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One migration, of literals and SQL only; never changed once it is released."""

    source: int
    """The schema it starts from."""
    target: int
    """The schema it ends in."""
    sql: str
    """Its statements, without BEGIN and COMMIT."""


@cache
def schema_file(number: int) -> str:
    """Give what schema `number` adds to the one before it; 1 is the whole of the first."""
    return (_FOLDER / f"{number:04}.sql").read_text(encoding="utf-8")


@cache
def schema_sql() -> str:
    """Give today's whole schema as SQL: every numbered file in order."""
    return "\n".join(map(schema_file, range(1, SCHEMA + 1)))


@cache
def released_steps() -> tuple[Step, ...]:
    """Give every step from the first schema that was released to today's, oldest first."""
    return tuple(
        Step(source=number - 1, target=number, sql=schema_file(number))
        for number in range(2, SCHEMA + 1)
    )


def statements(sql: str) -> Iterator[str]:
    """Split SQL into statements; triggers stay whole."""
    statement = ""
    for line in sql.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement.strip()
            statement = ""


def schema_text(connection: sqlite3.Connection) -> frozenset[tuple[str, str, str]]:
    """Give kind, name and SQL of everything in the schema, evened out."""
    rows = connection.execute(
        "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'"
    )
    return frozenset((kind, name, evened(str(sql))) for kind, name, sql in rows)


def evened(sql: str) -> str:
    """Give SQL with its spaces evened out, and a mark where each comment ends.

    A comment whose line no longer ends where it did has swallowed the column that follows.
    """
    return " ".join(_COMMENT.sub(r"\1 ⏎ ", sql).split())


@cache
def fresh_schema(sql: str) -> frozenset[tuple[str, str, str]]:
    """Give the schema text of a file newly made with `sql`."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in statements(sql):
            connection.execute(statement)
        return schema_text(connection)


def migrate(
    path: Path,
    steps: tuple[Step, ...] | None = None,
    *,
    target: int = SCHEMA,
    sql: str | None = None,
) -> Path:
    """Bring an older file to schema `target`, whose whole SQL is `sql`; give the copy made first.

    One transaction: the file is as it was, or all the way there. Raises NotMigrated, Damaged,
    Locked or ReadOnly; the caller holds the session lock.
    """
    copy: Path | None = None
    source = target
    try:
        with connected(path) as connection:
            source = connection.execute("PRAGMA user_version").fetchone()[0]
            way = _way(path, released_steps() if steps is None else steps, source, target)
            _require_register(connection, path)
            copy = copy_beside(connection, path, source)
            # Cannot be switched within a transaction; every reference is checked before COMMIT.
            connection.execute("PRAGMA foreign_keys = OFF")
            _walk(connection, path, way, fresh_schema(sql or schema_sql()))
    except NotMigrated:
        _forget(path, copy, source)
        raise
    except FAULTS as error:
        if _schema_of(path) != target:
            _forget(path, copy, source)
            raise _not_migrated(path, plain(str(error))) from error
    return copy or path


def _forget(path: Path, copy: Path | None, source: int) -> None:
    """Take the copy of a file away that is as it was, as each try would leave one more."""
    with suppress(OSError, FileTrouble):
        if copy is not None and _schema_of(path) == source:
            removed(copy)


def _require_register(connection: sqlite3.Connection, path: Path) -> None:
    """Raise Damaged for a file with our number and nothing of ours in it."""
    try:
        connection.execute("SELECT head FROM meta").fetchone()
    except FAULTS as error:
        raise reading_trouble(error, path) from error


def _schema_of(path: Path) -> int:
    """Ask the file itself: a COMMIT that reports an error may have been done all the same."""
    try:
        with connected(path) as connection:
            return int(connection.execute("PRAGMA user_version").fetchone()[0])
    except FAULTS as error:
        raise reading_trouble(error, path) from error


def _way(path: Path, steps: tuple[Step, ...], source: int, target: int) -> list[Step]:
    way: list[Step] = []
    while source != target:
        step = next((step for step in steps if step.source == source), None)
        if step is None:
            raise _not_migrated(path, plain(f"schema {source}"))
        way.append(step)
        source = step.target
    return way


def _walk(
    connection: sqlite3.Connection,
    path: Path,
    way: list[Step],
    fresh: frozenset[tuple[str, str, str]],
) -> None:
    connection.execute("BEGIN EXCLUSIVE")
    try:
        for step in way:
            for statement in statements(step.sql):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {step.target:d}")
        _require_arrived(connection, path, fresh)
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _require_arrived(
    connection: sqlite3.Connection, path: Path, fresh: frozenset[tuple[str, str, str]]
) -> None:
    if schema_text(connection) != fresh:
        raise _not_migrated(path, say("schemat blev ett annat"))
    if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
        raise _not_migrated(path, say("en hänvisning pekar fel"))


def _not_migrated(path: Path, reason: Text) -> NotMigrated:
    return NotMigrated(
        say(
            "Registret {name} är från en äldre version och kunde inte föras över ({reason}). "
            "Det är oförändrat. Öppna det med den version av Vänbok som gjorde det.",
            name=path.name,
            reason=reason,
        )
    )
