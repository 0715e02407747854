"""What is open saved although its file is gone or exchanged, and the name given back to it."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.backups.aside import kept, move_aside
from db.backups.facts import whole
from db.backups.trouble import reason_of
from db.connection import connected
from db.copying import place_new, sync_folder
from db.errors import (
    FAULTS,
    AlreadyThere,
    FileTrouble,
    How,
    NotRescued,
    NotWritten,
    ReadOnly,
    reading_trouble,
)
from db.remains import remains
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from db.errors import Fault
    from db.file import RegisterFile
    from db.store import Store
    from desktop.domain.text import Text

_PART = ".new"
_BACK = ".restore"
_PAGES = 256


@dataclass(frozen=True, kw_only=True)
class PutBack:
    """What came of giving a register its name back."""

    path: Path
    """The register, closed; it holds what was open."""
    aside: Path | None
    """Where what had its name lies now, whole; None when nothing had it."""


def rescue(file: RegisterFile, to: Path) -> Path:
    """Save a verified copy of what is open under a name that nothing has; give the name.

    Raises AlreadyThere; NotRescued when what was open can no longer be had; NotWritten and
    ReadOnly when it cannot be written there. No half copy is left.
    """
    part = to.with_name(to.name + _PART)
    try:
        if to.exists() or to.is_symlink():
            raise _taken(to)
        _copy(file, part)
        place_new(part, to)
    except FileExistsError:
        raise _taken(to) from None
    except OSError as error:
        raise _not_written(to, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return to


def put_back(store: Store, now: datetime) -> PutBack:
    """Give what is open its name back, and close it; what has the name is put aside whole.

    Both are kept, and at every moment one whole file has the name, or none if none had it. Does
    nothing but close when the file is as we left it. Raises a FileTrouble; then nothing has
    changed, and the store is open as it was.
    """
    done = give_name_back(store, now)
    let_go(store)
    return done


def give_name_back(store: Store, now: datetime) -> PutBack:
    """Do the slow part of `put_back`, in any thread that has borrowed the store.

    It is still open then, in a file that has no name any more: `let_go` has to come next.
    """
    file = store.file
    moved = store.standing()
    if moved is None:
        return PutBack(path=file.path, aside=None)
    if moved.how not in (How.GONE, How.EXCHANGED) or not file.is_open:
        raise _lost(file, moved.how)
    store.lock.renew()
    part = file.path.with_name(file.path.name + _BACK)
    try:
        aside = _set_aside(file.path, now)
        try:
            _copy(file, part)
            _exchange(part, file.path, aside)
        except BaseException:
            _not_aside(aside)
            raise
    except OSError as error:
        raise _not_written(file.path, error) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return PutBack(path=file.path, aside=aside)


def let_go(store: Store) -> None:
    """Close what was open when its name was given back, in the thread that it belongs to."""
    # What the connection holds has no name any more: its journal's name is the new file's.
    store.file.close()
    _clear(store.path)
    store.close()


def _copy(file: RegisterFile, part: Path) -> None:
    """Copy what is open to a new file that is on the disk and verified when this returns."""
    if not file.is_open:
        raise _lost(file, How.WRITTEN)
    part.unlink(missing_ok=True)
    try:
        file.forget()
        before = file.stamp()
        with closing(sqlite3.connect(part, isolation_level=None)) as target:
            target.execute("PRAGMA synchronous = EXTRA").fetchall()
            file.connection.backup(target, pages=_PAGES)
        with part.open("rb+") as copied:
            os.fsync(copied.fileno())
        if file.stamp() != before:
            raise _lost(file, How.WRITTEN)
    except FAULTS as error:
        if not _answers(file):
            raise reading_trouble(error, file.path) from error
        raise _not_written(
            part.with_name(part.name.removesuffix(_PART).removesuffix(_BACK)), error
        ) from error
    try:
        read = whole(part, log=True)
    except ReadOnly:
        raise
    except FileTrouble as trouble:
        raise _lost(file, How.WRITTEN) from trouble
    if (read.register_uuid, read.head) != (file.register_uuid, file.head):
        raise _lost(file, How.WRITTEN)


def _answers(file: RegisterFile) -> bool:
    """Tell whether what is open can be read, so that a copy that failed did so where it is made."""
    try:
        file.forget()
        file.connection.execute("SELECT count(*) FROM event").fetchone()
    except (FileTrouble, *FAULTS):
        return False
    return True


def _set_aside(path: Path, now: datetime) -> Path | None:
    """Keep what has our name by another name too, with half a save beside it settled after that.

    Raises OSError and FileTrouble; nothing is kept then.
    """
    left = remains(path)
    if not path.exists():
        if left:
            # A journal without its file would be taken for the new file's.
            move_aside(path, left, now)
        return None
    aside = _free(path, now)
    part = path.with_name(path.name + _PART)
    try:
        for each in left:
            # Copies, not second names: what works in the one must not change the other.
            _kept(each, aside.with_name(aside.name + each.name.removeprefix(path.name)))
        part.unlink(missing_ok=True)
        _kept(path, part)
        place_new(part, aside)
        if left:
            _settle(path)
    except BaseException:
        _not_aside(aside)
        raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return aside


def _kept(path: Path, copy: Path) -> None:
    kept(path, copy, linked=False)


def _settle(path: Path) -> None:
    """Let SQLite take back or finish half a save in what has our name; its bytes are kept."""
    with suppress(*FAULTS), connected(path) as connection:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    if remains(path):
        raise FileTrouble(
            say(
                "Ett annat program skriver i filen som heter {name}, så ingenting har ändrats. "
                "Stäng det programmet och försök igen.",
                name=plain(path.name),
            )
        )


def _free(path: Path, now: datetime) -> Path:
    """Give a name beside the register that nothing has: nothing is ever overwritten."""
    number = 1
    while True:
        tail = "" if number == 1 else f" {number}"
        name = f"{path.stem} (kom utifrån {now:%Y-%m-%d %H%M}{tail}){path.suffix}"
        aside = path.with_name(name)
        if not aside.exists():
            return aside
        number += 1


def _exchange(part: Path, path: Path, aside: Path | None) -> None:
    if aside is None:
        # Somebody may have put a file there since: it is not to be overwritten.
        place_new(part, path)
        return
    part.replace(path)
    # It is done, and both are kept; the next save syncs the folder again.
    with suppress(OSError):
        sync_folder(path.parent)


def _clear(path: Path) -> None:
    """Take away the empty journal, so that a closed register is one file."""
    journal = path.with_name(f"{path.name}-journal")
    with suppress(OSError):
        if journal.stat().st_size == 0:
            journal.unlink()


def _not_aside(aside: Path | None) -> None:
    """Take the second name away again: nothing was exchanged."""
    if aside is not None:
        with suppress(OSError):
            for each in (aside, *remains(aside)):
                each.unlink(missing_ok=True)


def _taken(to: Path) -> AlreadyThere:
    return AlreadyThere(
        say(
            "Det finns redan en fil som heter {name} i mappen. Välj ett annat namn.",
            name=plain(to.name),
        )
    )


def _not_written(to: Path, error: OSError | Fault) -> FileTrouble:
    return NotWritten(
        say(
            "Det gick inte att skriva {name} ({reason}). Ingenting har ändrats, och registret är "
            "fortfarande öppet. Välj en annan mapp, eller kontrollera disken och försök igen.",
            name=plain(to.name),
            reason=reason_of(error),
        )
    )


def _lost(file: RegisterFile, how: How) -> NotRescued:
    return NotRescued(_sentence(file.path.name, how))


def _sentence(name: str, how: How) -> Text:
    if how is How.UNREACHABLE:
        return say(
            "Disken eller nätverket med {name} svarar inte, så det går inte att spara en kopia. "
            "Det som är sparat är kvar där. Anslut disken igen, så går det att fortsätta.",
            name=plain(name),
        )
    return say(
        "Filen {name} har skrivits över, så det som var öppet finns inte kvar i den. Ingenting "
        "har ändrats. Se efter i den senaste säkerhetskopian, och jämför den med filen.",
        name=plain(name),
    )
