"""A copy of a register in small steps, so that whoever writes in it never waits for long."""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.backups.facts import never
from db.backups.trouble import Busy, broken_off
from desktop.domain.text import say

if TYPE_CHECKING:
    from pathlib import Path

PAGES = 64
"""Pages of 4 kB in one step; the register is locked against saving for that long only."""
_FLUSH = 1024
"""Pages between two flushes: a disk with much to write makes every other save wait for it."""
_BREATH = 0.02
"""Seconds to wait when somebody is just saving."""
_TARGET = (
    # A half copy is thrown away, so it needs no way back and no syncing of SQLite's own.
    "PRAGMA journal_mode = OFF",
    "PRAGMA synchronous = OFF",
    "PRAGMA cache_size = -2048",
)


def _untold(_done: int, _total: int) -> None:
    """Tell nobody how far it has come."""


@dataclass(frozen=True, kw_only=True)
class Watch:
    """Who follows a copy being made, from the thread that makes it."""

    stopped: Callable[[], bool] = never
    """Tells whether to break it off."""
    told: Callable[[int, int], object] = _untold
    """Is told how many pages are copied, and of how many; begins again when somebody saves."""
    patience: float = 120.0
    """Seconds to go on while others save all the time."""


def copy(source: sqlite3.Connection, part: Path, watch: Watch) -> None:
    """Copy a register to a new file, which is on the disk when this returns.

    Raises BrokenOff, Busy, sqlite3.Error and OSError, FileExistsError when the name is taken;
    the caller takes a half file away.
    """
    handle = os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with closing(sqlite3.connect(part, isolation_level=None)) as target:
            for pragma in _TARGET:
                target.execute(pragma).fetchall()
            in_steps(source, target, watch, handle)
            # Takes a mark of write-ahead logging off that another tool may have left.
            target.execute("PRAGMA journal_mode = DELETE").fetchall()
        os.fsync(handle)
    finally:
        os.close(handle)


def in_steps(
    source: sqlite3.Connection,
    target: sqlite3.Connection,
    watch: Watch,
    handle: int | None = None,
    *,
    pages: int = PAGES,
) -> None:
    """Copy what one connection reads to another, and flush to the disk by `handle` at times.

    In steps of `pages`, all at once for -1. Raises BrokenOff, Busy and sqlite3.Error.
    """
    pace = _Pace(watch, handle)
    source.backup(target, pages=pages, progress=pace, sleep=_BREATH)


class _Pace:
    """What happens between two steps, when nothing is locked."""

    def __init__(self, watch: Watch, handle: int | None) -> None:
        self._watch = watch
        self._handle = handle
        self._end = time.monotonic() + watch.patience
        self._flushed = 0

    def __call__(self, status: int, remaining: int, total: int) -> None:
        if self._watch.stopped():
            raise broken_off()
        if status != sqlite3.SQLITE_DONE and time.monotonic() > self._end:
            raise Busy(
                say(
                    "Registret ändrades hela tiden, så ingen säkerhetskopia gjordes. "
                    "Ett nytt försök görs snart."
                )
            )
        done = total - remaining
        if self._handle is not None and not 0 <= done - self._flushed < _FLUSH:
            os.fsync(self._handle)
            self._flushed = done
        self._watch.told(done, total)
