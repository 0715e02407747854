"""A register moved to another folder: a verified copy there, and what it was kept as a backup."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from db.backups.facts import Facts, live, whole
from db.backups.making import back_up
from db.backups.occasion import Occasion
from db.backups.place import beside
from db.backups.stepwise import copy
from db.backups.trouble import BrokenOff, reason_of
from db.connection import connect_reader
from db.copying import place_new, sync_folder
from db.errors import FAULTS, AlreadyThere, FileTrouble, reading_trouble
from db.header import read_schema
from db.insisting import removed
from db.lock import SessionLock
from db.remains import NEW, put_strangers_aside, remains, settle, sweep
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from db.backups.listing import Backup
    from db.backups.making import Order


class NotMoved(FileTrouble):
    """The register lies where it lay, as it was."""


@dataclass(frozen=True, kw_only=True)
class MovedTo:
    """What came of moving a register."""

    path: Path
    """The register, closed, in the new folder."""
    aside: Path
    """The backup of it in `Vänbok säkerhetskopior` where it lay."""
    former: Path | None
    """The file where it lay, when it could not be taken away: it is an old copy now."""


def move(register: Path, folder: Path, order: Order) -> MovedTo:
    """Move a register that no window has open to a folder that is there, under the same name.

    A backup is made where it lies, and a verified copy in the new folder; only then is the file
    where it lay taken away. Killed at any moment, at least one whole file has the name, and they
    are the same; moved again, it is done to the end. Never over anything. Raises Locked,
    AlreadyThere, NotMoved, BrokenOff and other FileTroubles; the register is as it was then.
    """
    register = Path(os.path.realpath(register))
    folder = Path(os.path.realpath(folder))
    to = folder / register.name
    if not folder.is_dir():
        raise _no_folder(folder)
    if to == register:
        raise _taken(to)
    read_schema(register)
    with closing(_Locked(register)), closing(_Locked(to)):
        sweep(register)
        sweep(to)
        settle(register)
        before = live(register)
        arrived = to.exists() and _is_same(to, before)
        if to.exists() and not arrived:
            raise _taken(to)
        kept = _backed_up(register, order)
        if not arrived:
            _bring(register, to, before, order)
        former = _take_away(register, before)
    return MovedTo(path=to, aside=kept.path, former=former)


def _is_same(to: Path, before: Facts) -> bool:
    """Tell whether a move that was killed has brought the register there already."""
    try:
        return whole(to, log=True) == before
    except FileTrouble:
        return False


class _Locked:
    """A session lock that `closing` gives up."""

    def __init__(self, register: Path) -> None:
        self._lock = SessionLock(register)

    def close(self) -> None:
        self._lock.release()


def _backed_up(register: Path, order: Order) -> Backup:
    asked = replace(order, occasion=Occasion.ASKED)
    (outcome,) = back_up(register, (beside(register),), asked)
    if outcome.backup is None:
        raise outcome.trouble or _not_moved(register, say("säkerhetskopian blev inte av"))
    return outcome.backup


def _bring(register: Path, to: Path, before: Facts, order: Order) -> None:
    """Put a verified copy in the new folder, under its name."""
    part = to.with_name(to.name + NEW)
    try:
        strangers = remains(to)
        if strangers:
            put_strangers_aside(to, strangers)
        part.unlink(missing_ok=True)
        try:
            with closing(connect_reader(register)) as source:
                copy(source, part, order.watch)
            read = whole(part, stopped=order.watch.stopped, log=True)
            if read != before:
                raise _not_moved(register, say("kopian blev en annan"))
            part.chmod(register.stat().st_mode & 0o777)
            place_new(part, to)
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
    except FileExistsError:
        raise _taken(to) from None
    except BrokenOff:
        raise
    except OSError as error:
        raise _said(register, to, error) from error
    except FAULTS as error:
        raise reading_trouble(error, register) from error


def _take_away(register: Path, before: Facts) -> Path | None:
    """Take the former file away; give it when that cannot be done, or it is no longer the same."""
    try:
        if remains(register) or live(register) != before:
            return register
        removed(register)
        sync_folder(register.parent)
    except (OSError, FileTrouble):
        return register if register.exists() else None
    return None


def _no_folder(folder: Path) -> NotMoved:
    return NotMoved(
        say(
            "Mappen {folder} finns inte, så ingenting flyttades. Välj en annan mapp.",
            folder=plain(str(folder)),
        )
    )


def _said(register: Path, to: Path, error: OSError) -> NotMoved:
    return NotMoved(
        say(
            "Registret {name} flyttades inte: det gick inte att skriva i mappen {folder} "
            "({reason}). Det ligger kvar där det låg. Välj en annan mapp.",
            name=plain(register.name),
            folder=plain(str(to.parent)),
            reason=reason_of(error),
        )
    )


def _not_moved(register: Path, reason: Text) -> NotMoved:
    return NotMoved(
        say(
            "Registret {name} flyttades inte ({reason}). Det ligger kvar där det låg. "
            "Kontrollera disken och försök igen.",
            name=plain(register.name),
            reason=reason,
        )
    )


def _taken(to: Path) -> AlreadyThere:
    return AlreadyThere(
        say(
            "Det finns redan en fil som heter {name} i mappen {folder}, så ingenting flyttades. "
            "Välj en annan mapp.",
            name=plain(to.name),
            folder=plain(str(to.parent)),
        )
    )
