"""What is verified: an open register, or a copy of it taken without holding anybody up."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Any

from db.connection import BUSY_SECONDS, connect_reader, guard
from db.errors import FAULTS, NotMigrated, damaged, not_found, reading_trouble
from db.header import APPLICATION_ID, SCHEMA, newer
from db.row import KINDS, table_of
from desktop.domain.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from db.errors import FileTrouble
    from db.row import Row
    from db.store import Store

_PAGES = 256
"""Pages copied in one step: about a millisecond, and nobody can save for that long."""
_IN_MEMORY = 256 * 1024 * 1024
"""Bytes of a register that is copied to memory; a larger one goes to a nameless file."""
_OPS = 20_000
"""Steps of SQLite's machine between two looks at whether to stop: some milliseconds."""


class Stopped(Exception):  # noqa: N818 - no error
    """Somebody asked the verification to stop."""


class Source:
    """A register being verified, read row by row through one connection."""

    def __init__(
        self, connection: sqlite3.Connection, path: Path, stopped: Callable[[], bool]
    ) -> None:
        """Read what a connection has open, and call it `path`."""
        self._connection = connection
        self._path = path
        self._stopped = stopped
        self.pages: set[int] = set()
        """The pages that were found wrong."""
        self.became: dict[tuple[str, int], Row] | None = None
        """What the log says that each row became, once it has been read to its end."""

    @property
    def name(self) -> str:
        """The name of the file."""
        return self._path.name

    @property
    def register_uuid(self) -> str:
        """The register's own name; Damaged when there is not one."""
        rows = list(self.rows("SELECT register_uuid FROM meta"))
        if len(rows) != 1:
            raise damaged(self.name, say("registrets egen rad saknas"))
        return str(rows[0][0])

    def rows(self, sql: str, *args: object) -> Iterator[tuple[Any, ...]]:
        """Give the rows of a SELECT one by one; a FileTrouble, or Stopped, on the way."""
        try:
            yield from self._connection.execute(sql, args)
        except FAULTS as error:
            raise self._trouble(error) from error

    def one(self, sql: str, *args: object) -> int:
        """Give the one number of a SELECT."""
        return int(next(self.rows(sql, *args))[0])

    def _trouble(self, error: sqlite3.Error | UnicodeDecodeError) -> FileTrouble | Stopped:
        return Stopped() if self._stopped() else reading_trouble(error, self._path)

    def counts(self) -> dict[str, int]:
        """Give bytes, events, rows and documents."""
        tables = [table_of(kind) for kind in KINDS]
        return {
            "bytes": self.one("PRAGMA page_size") * self.one("PRAGMA page_count"),
            "events": self.one("SELECT count(*) FROM event"),
            "rows": sum(self.one(f'SELECT count(*) FROM "{table}"') for table in tables),  # noqa: S608 - our own names
            "documents": self.one("SELECT count(*) FROM document"),
        }


def of_store(store: Store) -> Source:
    """Read an open register through its own connection, in its thread."""
    return Source(store.file.connection, store.path, lambda: False)


@contextmanager
def snapshot(
    path: Path, told: Callable[[int, int], object], stopped: Callable[[], bool]
) -> Iterator[Source]:
    """Copy a register, open or not, and give the copy. Raises a FileTrouble, and Stopped."""
    if not path.exists():
        raise not_found(path)
    try:
        with closing(connect_reader(path)) as live:
            copied = _copied(live, told, stopped)
    except FAULTS as error:
        raise reading_trouble(error, path) from error
    with closing(copied):
        copied.set_progress_handler(lambda: int(stopped()), _OPS)
        found = Source(copied, path, stopped)
        _require_ours(found, path)
        yield found


def _copied(
    live: sqlite3.Connection, told: Callable[[int, int], object], stopped: Callable[[], bool]
) -> sqlite3.Connection:
    page = int(live.execute("PRAGMA page_size").fetchone()[0])
    size = page * int(live.execute("PRAGMA page_count").fetchone()[0])

    def pace(_status: int, remaining: int, total: int) -> None:
        if stopped():
            raise Stopped
        told(total - remaining, total)

    # Neither leaves a file that anybody could find.
    copied = sqlite3.connect(
        ":memory:" if size <= _IN_MEMORY else "", isolation_level=None, timeout=BUSY_SECONDS
    )
    try:
        copied.execute(f"PRAGMA page_size = {page:d}").fetchall()
        live.backup(copied, pages=_PAGES, progress=pace, sleep=0.01)
        guard(copied)
    except BaseException:
        copied.close()
        raise
    return copied


def _require_ours(found: Source, path: Path) -> None:
    if found.one("PRAGMA application_id") != APPLICATION_ID:
        raise damaged(path.name, say("filens början är trasig"))
    schema = found.one("PRAGMA user_version")
    if schema > SCHEMA:
        raise newer(path.name)
    if schema < SCHEMA:
        raise NotMigrated(
            say(
                "Registret {name} är från en äldre version av Vänbok. Öppna det, så förs det "
                "över, och kontrollera det sedan.",
                name=path.name,
            )
        )
