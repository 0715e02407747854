"""Copies of an open register that were read again before they count."""

from __future__ import annotations

import os
import sqlite3
import sys
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from db.connection import connect_reader
from db.errors import AlreadyThere, damaged, read_only, saving_trouble
from db.insisting import renamed, replaced
from db.lock import SessionLock
from db.remains import NEW, put_strangers_aside, remains
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from pathlib import Path

    from db.backups.stepwise import Watch
    from db.file import RegisterFile


def sync_folder(folder: Path) -> None:
    """Make a new name in a folder outlive a power cut, where the system lets a folder be synced."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def place_new(part: Path, name: Path) -> None:
    """Give a finished file its name, never over another; raises OSError, FileExistsError too.

    When it raises, nothing has the name, unless the disk does not even take it away again, and
    the part may be gone: the caller still has what it was made from.
    """
    try:
        os.link(part, name)
    except FileExistsError:
        raise
    except OSError:
        # A stick or a share may not know second names.
        if name.exists():
            raise FileExistsError(str(name)) from None
        renamed(part, name)
    # Under its other name it is swept later.
    with suppress(OSError):
        part.unlink(missing_ok=True)
    try:
        sync_folder(name.parent)
    except OSError:
        # A name that may be gone tomorrow is not to be found today.
        with suppress(OSError):
            name.unlink()
        raise


def copy_beside(source: sqlite3.Connection, path: Path, schema: int) -> Path:
    """Copy a register that is about to be changed from `schema`, beside itself."""
    return copy_verified(source, _copy_name(path, schema))


def _copy_name(path: Path, source: int) -> Path:
    """Give a free name beside the register: nothing is ever overwritten."""
    number = 1
    while True:
        tail = "" if number == 1 else f" ({number})"
        copy = path.with_name(f"{path.stem} före version {source + 1}{tail}{path.suffix}")
        if not copy.exists():
            return copy
        number += 1


def copy_verified(source: sqlite3.Connection, copy: Path, watch: Watch | None = None) -> Path:
    """Copy an open register to a file that nothing has the name of, and check the copy.

    In one step, or in small ones that `watch` follows. Raises Damaged when the copy does not
    pass, BrokenOff, and sqlite3.Error; no half copy is left.
    """
    part = copy.with_name(copy.name + NEW)
    try:
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(part)) as target:
            target.execute("PRAGMA synchronous = EXTRA")
            _copy(source, target, watch)
        _compare(source, part)
        replaced(part, copy)
        sync_folder(copy.parent)
    except OSError:
        raise read_only(copy) from None
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return copy


def _copy(source: sqlite3.Connection, target: sqlite3.Connection, watch: Watch | None) -> None:
    if watch is None:
        source.backup(target)
        return
    from db.backups.stepwise import in_steps  # noqa: PLC0415 - loaded by whoever watches

    in_steps(source, target, watch)


def copy_open(file: RegisterFile, copy: Path, watch: Watch | None = None) -> Path:
    """Copy the register that is open, beside others of its kind or over an older copy."""
    if copy.exists() and copy.samefile(file.path):
        raise AlreadyThere(
            say("{name} är registret självt. Välj ett annat namn för kopian.", name=copy.name)
        )
    if not os.access(copy.parent, os.W_OK):
        raise read_only(copy)
    # A register that another window has open must not be exchanged under it.
    lock = SessionLock(copy)
    try:
        strangers = remains(copy)
        if strangers:
            put_strangers_aside(copy, strangers)
        return copy_verified(file.connection, copy, watch)
    except OSError:
        raise read_only(copy) from None
    except sqlite3.Error as error:
        raise saving_trouble(error, copy) from error
    finally:
        lock.release()


def _compare(source: sqlite3.Connection, part: Path) -> None:
    questions = ("PRAGMA application_id", "PRAGMA user_version", "SELECT head FROM meta")
    with closing(connect_reader(part)) as copied:
        found = copied.execute("PRAGMA quick_check(1)").fetchone()[0]
        if found != "ok":
            raise damaged(part.name, plain(found))
        for question in questions:
            if copied.execute(question).fetchall() != source.execute(question).fetchall():
                raise damaged(part.name, plain(question))
