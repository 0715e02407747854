"""Records written through sqlite-utils, inside a transaction that is already open.

Only this module imports sqlite-utils, and only the first act imports this module: it is slow to
load, and no page needs it to be read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlite_utils import Database
from sqlite_utils.db import Table

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from db.row import Row


class KnownTable(Table):
    """A table of the schema: it is there, and `id` is its key, without asking the file."""

    def exists(self) -> bool:
        """Say yes: otherwise a mistyped name would make a table instead of an error."""
        return True

    @property
    def pks(self) -> list[str]:
        """The key, without a look at the schema."""
        return ["id"]


class Writer:
    """Inserts and updates rows on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Wrap the connection; its settings are left as they are."""
        self._database = Database(connection, recursive_triggers=False, execute_plugins=False)
        self._tables: dict[str, KnownTable] = {}

    def _table(self, name: str) -> KnownTable:
        if name not in self._tables:
            self._tables[name] = KnownTable(self._database, name)
        return self._tables[name]

    def insert(self, table: str, rows: Sequence[Row]) -> None:
        """Insert rows of one table, all of them with the same columns."""
        self._table(table).insert_all(rows)

    def update(self, table: str, key: int, changed: dict[str, Any]) -> None:
        """Change some columns of one row that is there."""
        self._table(table).update(key, changed)
