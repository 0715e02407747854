"""The derived tables: what a case shows and waits for, made again with every act."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.row import columns_of, to_row
from desktop.domain.casework import Awaited, Summary
from desktop.domain.swedish import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable

    from db.row import Row, SqlValue

_AFTER_Z = str.maketrans({"å": "{", "ä": "|", "ö": "}"})
"""The signs after z, so that plain byte comparison sorts as Swedish does."""


def sort_key(name: str) -> str:
    """Give the key that sorts a name in Swedish order by plain comparison of bytes."""
    return fold(name).translate(_AFTER_Z)


_SUMMARY = (*(column.name for column in columns_of(Summary)), "applicant_key", "place_key")
_AWAITED = tuple(column.name for column in columns_of(Awaited) if column.name != "id")


class Derived:
    """What `refresh` is given to write the derived rows with; good within one act."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Write on the connection whose transaction is open."""
        self._connection = connection
        self.replaced: list[int] = []
        """The cases whose rows were made again or taken away."""

    def replace_case(self, summary: Summary, awaited: Iterable[Awaited], folded: str) -> None:
        """Make all derived rows of a case again; `folded` is swedish.fold of its words.

        Only what has changed is written: every page left alone is one less to save.
        """
        keys: Row = {
            "applicant_key": sort_key(summary.applicant),
            "place_key": sort_key(summary.place),
        }
        self._put("summary", summary.id, to_row(summary) | keys, _SUMMARY)
        self._put("search", summary.id, {"id": summary.id, "folded": folded}, ("id", "folded"))
        self._put_awaited(summary.id, [to_row(each) for each in awaited])
        self.replaced.append(summary.id)

    def _put(self, table: str, key: int, row: Row, names: tuple[str, ...]) -> None:
        there = self._rows(table, names, "id", key)
        if there:
            self._update(table, key, there[0], row)
        else:
            self._insert(table, {name: row[name] for name in names})

    def _put_awaited(self, case_id: int, rows: list[Row]) -> None:
        there = self._rows("awaited", ("id", *_AWAITED), "case_id", case_id)
        for old, new in zip(there, rows, strict=False):
            self._update("awaited", old["id"], old, {name: new[name] for name in _AWAITED})
        for new in rows[len(there) :]:
            self._insert("awaited", {name: new[name] for name in _AWAITED})
        for old in there[len(rows) :]:
            self._connection.execute("DELETE FROM awaited WHERE id = ?", (old["id"],))

    def _rows(self, table: str, names: tuple[str, ...], column: str, key: int) -> list[Row]:
        sql = f"SELECT {', '.join(names)} FROM {table} WHERE {column} = ? ORDER BY id"  # noqa: S608 - our own names
        cells = self._connection.execute(sql, (key,)).fetchall()
        return [dict(zip(names, each, strict=True)) for each in cells]

    def _insert(self, table: str, row: Row) -> None:
        marks = ", ".join("?" * len(row))
        sql = f"INSERT INTO {table} ({', '.join(row)}) VALUES ({marks})"  # noqa: S608 - our own names
        self._connection.execute(sql, tuple(row.values()))

    def _update(self, table: str, key: SqlValue, old: Row, new: Row) -> None:
        changed = {name: cell for name, cell in new.items() if cell != old[name]}
        if changed:
            sets = ", ".join(f"{name} = ?" for name in changed)
            sql = f"UPDATE {table} SET {sets} WHERE id = ?"  # noqa: S608 - our own names
            self._connection.execute(sql, (*changed.values(), key))

    def remove_case(self, case_id: int) -> None:
        """Take the derived rows of a case away, when its registration is taken back."""
        for table, column in (("awaited", "case_id"), ("search", "id"), ("summary", "id")):
            self._connection.execute(
                f"DELETE FROM {table} WHERE {column} = ?",  # noqa: S608 - our own names
                (case_id,),
            )
        self.replaced.append(case_id)
