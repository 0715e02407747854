"""A backup put back in the register's place; what was there is kept, and it is old or new."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from db.backups import manifest
from db.backups.aside import put_aside
from db.backups.facts import Facts, live, whole
from db.backups.listing import fits
from db.backups.making import Order, Outcome, back_up
from db.backups.occasion import Occasion
from db.backups.stepwise import copy
from db.backups.trouble import BrokenOff, Doubtful, detail_of, not_restored, reason_of, unfit
from db.connection import connect_reader, connected
from db.copying import sync_folder
from db.errors import FAULTS, FileTrouble, damaged
from db.insisting import removed, replaced
from db.lock import SessionLock
from db.remains import ENDINGS, RESTORING, remains
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.backups.place import Place
    from db.backups.stepwise import Watch


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What came of putting a backup back."""

    facts: Facts
    """What the register holds now."""
    outcomes: tuple[Outcome, ...]
    """The backups of what was there before, by place; none when nothing was there."""
    aside: Path | None
    """The folder with the former files, when they were damaged or could not be backed up."""
    proven: bool
    """True when every byte was as when the backup was made; else check the register in full."""


def restore(register: Path, backup: Path, places: Sequence[Place], order: Order) -> Restored:
    """Put a backup in the place of a register that no window has open.

    The backup is copied beside the register and read through and through; then what is there is
    backed up, or put aside with its journal; only then do they change places. Killed at any
    moment, the register is as it was or the backup; where it was damaged beyond opening it may
    for that moment be missing. Raises Locked, Unfit, NotRestored (all as it was) and Doubtful.
    """
    register = Path(os.path.realpath(register))
    order = replace(order, occasion=Occasion.RESTORE)
    lock = SessionLock(register)
    part = register.with_name(register.name + RESTORING)
    try:
        read, proven = _brought(register, backup, part, order.watch)
        outcomes, aside = _keep(register, places, order)
        _exchange(register, part, outcomes, aside)
        _require_arrived(register, read, _where(outcomes, aside))
    except (OSError, *FAULTS) as error:
        raise not_restored(register.name, say("{reason}.", reason=reason_of(error))) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        lock.release()
    return Restored(facts=read, outcomes=outcomes, aside=aside, proven=proven)


def _brought(register: Path, backup: Path, part: Path, watch: Watch) -> tuple[Facts, bool]:
    """Copy the backup beside the register; give what the copy holds, and whether it is proven."""
    if register.exists() and backup.exists() and register.samefile(backup):
        raise not_restored(register.name, say("säkerhetskopian är registret självt."))
    part.unlink(missing_ok=True)
    slip = manifest.read(backup)
    try:
        held = whole(backup, stopped=watch.stopped)
        proven = slip is not None and fits(slip, backup)
        if slip is not None and proven and manifest.sha256_of(backup) != slip.sha256:
            raise damaged(backup.name, say("dess byte är inte de som kontrollerades"))
        with closing(connect_reader(backup)) as source:
            copy(source, part, watch)
        read = whole(part, stopped=watch.stopped, log=True)
    except BrokenOff:
        raise
    except FileTrouble as trouble:
        raise unfit(backup.name, trouble) from trouble
    if read != held or (slip is not None and proven and read != slip.facts):
        raise not_restored(register.name, say("kopian blev en annan än säkerhetskopian."))
    _require_same(register, read)
    if register.exists():
        part.chmod(register.stat().st_mode & 0o777)
    return read, proven


def _require_same(register: Path, read: Facts) -> None:
    """Raise when another register has the name: it is not to be exchanged for this one."""
    try:
        there = live(register)
    except FileTrouble:
        # Missing, foreign or damaged: that is why a backup is wanted. It is kept all the same.
        return
    if there.register_uuid != read.register_uuid:
        raise not_restored(register.name, say("säkerhetskopian är av ett annat register."))


def _keep(
    register: Path, places: Sequence[Place], order: Order
) -> tuple[tuple[Outcome, ...], Path | None]:
    """Keep what is there: as backups when it can be read, else put aside as it is."""
    aside = put_aside(register, order.now) if remains(register) else None
    if not register.exists():
        return (), aside
    if aside is not None:
        _settle(register)
    outcomes = back_up(register, places, order) if not remains(register) else ()
    for each in outcomes:
        if isinstance(each.trouble, BrokenOff):
            raise each.trouble
    if aside is None and not any(each.backup for each in outcomes):
        aside = put_aside(register, order.now)
    return outcomes, aside


def _settle(register: Path) -> None:
    """Let SQLite finish or take back half a save, where it can."""
    with suppress(*FAULTS), connected(register) as connection:
        connection.execute("SELECT head FROM meta").fetchone()


def _where(outcomes: tuple[Outcome, ...], aside: Path | None) -> Path | None:
    made = [each.backup.path for each in outcomes if each.backup is not None]
    return made[0] if made else aside


def _exchange(
    register: Path, part: Path, outcomes: tuple[Outcome, ...], aside: Path | None
) -> None:
    """Let the copy take the register's name."""
    hot = remains(register)
    if hot and aside is None:
        raise not_restored(register.name, say("ett annat program skriver i det."))
    try:
        if hot:
            # A journal beside another file would spoil it, so the file goes before its journal.
            removed(register)
            sync_folder(register.parent)
        for ending in ENDINGS:
            removed(register.with_name(register.name + ending))
        replaced(part, register)
        sync_folder(register.parent)
    except OSError as error:
        if part.exists() and register.exists():
            raise
        if part.exists():
            raise _doubtful(register, _where(outcomes, aside), reason_of(error)) from error


def _require_arrived(register: Path, read: Facts, kept: Path | None) -> None:
    try:
        arrived = whole(register)
    except FileTrouble as trouble:
        raise _doubtful(register, kept, detail_of(trouble)) from trouble
    if arrived != read:
        raise _doubtful(register, kept, say("den har ett annat innehåll"))


def _doubtful(register: Path, kept: Path | None, reason: Text) -> Doubtful:
    return Doubtful(
        say(
            "Säkerhetskopian kom inte på plats som {name} ({reason}). Registret som det var "
            "ligger kvar i {kept}. Kontrollera disken och återställ igen.",
            name=plain(register.name),
            reason=reason,
            kept=plain(str(kept or "")),
        ),
        kept,
    )
