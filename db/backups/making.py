"""A backup made and verified, in each of the places on its own."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.backups import manifest
from db.backups.facts import Facts, live, whole
from db.backups.listing import Backup, Standing
from db.backups.place import SUFFIX, Place, name_of, named, part_of, tag_of
from db.backups.removal import thin
from db.backups.stepwise import Watch, copy
from db.backups.sweeping import sweep
from db.backups.trouble import Busy, detail_of, place_trouble, spoilt
from db.connection import connect_reader
from db.copying import sync_folder
from db.errors import (
    FAULTS,
    Damaged,
    FileTrouble,
    Locked,
    NotARegister,
    OutOfReach,
    ReadOnly,
    code_of,
    reading_trouble,
)
from db.insisting import renamed
from db.lock import SessionLock
from desktop.domain.text import say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from db.backups.occasion import Occasion

_READING = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)


@dataclass(frozen=True, kw_only=True)
class Order:
    """What a backup is to say of itself, and who follows it."""

    occasion: Occasion
    """Why it is made."""
    now: datetime
    """The time it is, local."""
    program: str
    """The version of the program."""
    watch: Watch = field(default_factory=Watch)
    """Who follows it, and may stop it."""


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """What came of a backup in one place."""

    place: Place
    """The place."""
    backup: Backup | None
    """The backup, verified; None when none was made."""
    trouble: FileTrouble | None
    """Why none was made."""
    removed: int = 0
    """How many that had done their duty were taken away afterwards."""


def back_up(register: Path, places: Sequence[Place], order: Order) -> tuple[Outcome, ...]:
    """Back a register up in every place; each succeeds or fails on its own and says which.

    Can be called from any thread, also while a window has the register open and saves in it.
    Nothing is raised but what is a fault in the program; nothing is ever overwritten.
    """
    try:
        with _alone(register):
            return _everywhere(register, places, order)
    except FileTrouble as trouble:
        return tuple(Outcome(place=each, backup=None, trouble=trouble) for each in places)


def _everywhere(register: Path, places: Sequence[Place], order: Order) -> tuple[Outcome, ...]:
    before = live(register)
    outcomes: list[Outcome] = []
    made: list[Path] = []
    for place in places:
        outcome = _somewhere(register, made, place, before, order)
        if outcome.backup is not None:
            made = [outcome.backup.path]
        outcomes.append(outcome)
    return tuple(outcomes)


def _somewhere(
    register: Path, made: list[Path], place: Place, before: Facts, order: Order
) -> Outcome:
    """Back up from a backup already made, which holds nobody up, or else from the register."""
    trouble: FileTrouble | None = None
    for source in (*made, register):
        try:
            backup = _make(register, source, place, before, order)
        except FileTrouble as error:
            trouble = error
        except OSError as error:
            trouble = place_trouble(error, place.folder)
        else:
            removed = thin(place, before.register_uuid, order.now)
            return Outcome(place=place, backup=backup, trouble=None, removed=removed)
    return Outcome(place=place, backup=None, trouble=trouble)


@contextmanager
def _alone(register: Path) -> Iterator[None]:
    """Let one backup of a register be made at a time, also between processes."""
    try:
        lock = SessionLock(register.with_name(f"{register.name}.backup"))
    except Locked:
        raise Busy(say("Registret säkerhetskopieras redan. Försök igen om en stund.")) from None
    except (ReadOnly, OutOfReach):
        # A backup in the other place is worth more than that nobody else is at it.
        yield
        return
    try:
        yield
    finally:
        lock.release()


def _make(register: Path, source: Path, place: Place, before: Facts, order: Order) -> Backup:
    folder = place.ready()
    try:
        sweep(folder, before.register_uuid)
        path, number = _free(folder, register, before.register_uuid, order.now)
        part = part_of(path)
        try:
            read = _copied(register, source, part, order.watch)
            _require_ours(register, read, before)
            slip = _slip(register, part, read, number, order)
            manifest.write(slip, path)
            renamed(part, path)
            sync_folder(folder)
        finally:
            part.unlink(missing_ok=True)
            if not path.exists():
                manifest.manifest_path(path).unlink(missing_ok=True)
    except (OSError, sqlite3.Error) as error:
        raise place_trouble(error, folder) from error
    return _backup(slip, path)


def _free(folder: Path, register: Path, uuid: str, now: datetime) -> tuple[Path, int]:
    """Give a name that nothing has, with the number after the highest."""
    said = [named(path.name) for path in folder.iterdir() if path.suffix == SUFFIX]
    tag = tag_of(uuid)
    number = 1 + max((each.number for each in said if each and each.tag == tag), default=0)
    while True:
        path = folder / name_of(register, uuid, number, now)
        if not path.exists() and not manifest.manifest_path(path).exists():
            return path, number
        number += 1


def _copied(register: Path, source: Path, part: Path, watch: Watch) -> Facts:
    """Copy to the disk, and read what came there through and through."""
    try:
        with closing(connect_reader(source)) as connection:
            copy(connection, part, watch)
    except FAULTS as error:
        if not isinstance(error, sqlite3.Error) or code_of(error) in _READING:
            raise reading_trouble(error, source) from error
        raise
    part.chmod(source.stat().st_mode & 0o666)
    try:
        return whole(part, stopped=watch.stopped)
    except (Damaged, NotARegister) as trouble:
        raise spoilt(register.name, detail_of(trouble)) from trouble


def _require_ours(register: Path, read: Facts, before: Facts) -> None:
    """Raise unless the copy is of this register, no older than when we began, and still its past.

    The register may have got further events since.
    """
    if read.register_uuid != before.register_uuid or read.events < before.events:
        raise spoilt(register.name, say("den blev ett annat register"))
    try:
        with closing(connect_reader(register)) as connection:
            row = connection.execute(
                "SELECT hash FROM event WHERE id = ?", (read.events,)
            ).fetchone()
    except FAULTS as error:
        raise reading_trouble(error, register) from error
    if read.events and row != (read.head,):
        raise spoilt(register.name, say("den har andra händelser än registret"))


def _slip(register: Path, part: Path, read: Facts, number: int, order: Order) -> manifest.Manifest:
    return manifest.Manifest(
        register_name=register.name,
        number=number,
        made_at=order.now.replace(microsecond=0, tzinfo=None),
        occasion=order.occasion,
        program=order.program,
        facts=read,
        size=part.stat().st_size,
        header=manifest.header_of(part),
        sha256=manifest.sha256_of(part),
    )


def _backup(slip: manifest.Manifest, path: Path) -> Backup:
    return Backup(
        path=path,
        standing=Standing.GOOD,
        number=slip.number,
        made_at=slip.made_at,
        occasion=slip.occasion,
        program=slip.program,
        facts=slip.facts,
        size=slip.size,
        text=None,
    )
