"""A register looked at in a verified copy, so that nothing is changed where it lies."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.backups.place import named
from db.backups.stepwise import PAGES, Watch, in_steps
from db.backups.trouble import Busy
from db.connection import connect_reader
from db.errors import FAULTS, FileTrouble, OutOfReach, code_of, in_use, reading_trouble
from db.header import read_schema
from db.lock import holder
from db.remains import beside, copy_raw, in_wal, remains, require_sound
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from datetime import datetime

    from db.holder import Holder

_TRIES = 3
"""Times to copy a file that another program may be writing in, before it is called damaged."""
_ALL = -1
"""Pages of one step that copies everything."""
_PATIENCE = 20.0
"""Seconds that the copying goes on in small steps while others save all the time."""
_UNSETTLED = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
_FLEETING = ("PRAGMA journal_mode = OFF", "PRAGMA synchronous = OFF")
"""A copy to look at need not outlive a power cut."""


@dataclass(frozen=True, kw_only=True)
class View:
    """What is looked at: somewhere else, or as it was at another time."""

    source: Path
    """The file that was copied; it is as it was."""
    taken_at: datetime
    """The time that it shows, local: when a backup was made, otherwise when it was copied."""
    is_backup: bool
    """True when it is one of the backups."""
    schema: int
    """The schema of the file; the copy was brought to today's when it is older."""
    holder: Holder | None
    """Who had it open when it was copied."""


def copied(
    path: Path, folder: Path, now: datetime, watch: Watch | None = None
) -> tuple[Path, View]:
    """Copy a register to `folder`, settled and verified; give the copy and what it shows.

    Nothing is written beside `path`, and no lock is taken on it. It may be a backup, a file or
    folder that cannot be written in, open on another computer, or of an older schema. Whoever
    saves in it meanwhile never waits for long. Raises a FileTrouble, BrokenOff when `watch` said
    so; no copy is left then.
    """
    path = Path(os.path.realpath(path))
    schema = read_schema(path)
    copy = _free(folder, path)
    try:
        _copy(path, copy, watch or Watch(patience=_PATIENCE))
    except OSError as error:
        remove(copy)
        raise OutOfReach(
            say(
                "{name} gick inte att kopiera för att titta i ({reason}). Ingenting har ändrats. "
                "Kontrollera att disken är ansluten och har plats, och försök igen.",
                name=path.name,
                reason=plain(error.strerror or str(error)),
            )
        ) from error
    except BaseException:
        remove(copy)
        raise
    said = named(path.name)
    return copy, View(
        source=path,
        taken_at=said.made_at if said else now,
        is_backup=said is not None,
        schema=schema,
        holder=holder(path),
    )


def remove(copy: Path) -> None:
    """Take away a copy that is looked at no longer."""
    with suppress(OSError):
        for path in (copy, *remains(copy)):
            path.unlink(missing_ok=True)


def _free(folder: Path, path: Path) -> Path:
    copy, number = folder / path.name, 1
    while copy.exists():
        number += 1
        copy = folder / f"{path.stem} ({number}){path.suffix}"
    return copy


def _copy(path: Path, copy: Path, watch: Watch) -> None:
    """Copy through SQLite where that leaves no trace; else as bytes, settled in the copy."""
    wal = in_wal(path)
    if not wal and beside(path, "-wal") is None and _copied_as_reader(path, copy, watch):
        return
    ways = [("-wal",)] * _TRIES if wal else [*[("-journal",)] * _TRIES, ()]
    for number, endings in enumerate(ways, 1):
        remove(copy)
        copy_raw(path, copy, endings)
        try:
            require_sound(copy, path.name)
        except FileTrouble:
            # Somebody may have saved meanwhile, or the journal may be another file's.
            if number == len(ways):
                raise
        else:
            return


def _copied_as_reader(path: Path, copy: Path, watch: Watch) -> bool:
    """Copy in small steps; all at once where others save all the time, who have to wait then."""
    try:
        return _copied_by_sqlite(path, copy, watch, PAGES)
    except Busy:
        remove(copy)
    try:
        return _copied_by_sqlite(path, copy, watch, _ALL)
    except Busy:
        raise in_use(path) from None


def _copied_by_sqlite(path: Path, copy: Path, watch: Watch, pages: int) -> bool:
    """Copy as a reader; False when half a save stands in the way, which a reader cannot settle."""
    try:
        with closing(connect_reader(path)) as source, closing(sqlite3.connect(copy)) as target:
            for pragma in _FLEETING:
                target.execute(pragma).fetchall()
            in_steps(source, target, watch, pages=pages)
    except FAULTS as error:
        if not isinstance(error, UnicodeDecodeError) and code_of(error) in _UNSETTLED:
            return False
        raise reading_trouble(error, path) from error
    require_sound(copy, path.name)
    return True
