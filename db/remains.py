"""What other programs and killed acts leave beside a register, settled before it is opened."""

from __future__ import annotations

from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from db.connection import connect_reader, connected
from db.errors import FAULTS, FileTrouble, OutOfReach, reading_trouble
from db.header import APPLICATION_ID, MAGIC, SCHEMA, newer
from db.pages import damaged_pages, pages_in
from desktop.domain.text import plain, say

ENDINGS = ("-journal", "-wal", "-shm")
"""What SQLite leaves beside a file: half a save, or saves not yet in the file."""
RESTORING, NEW = ".restore", ".new"
"""What a register is called while it is put back, and any other file of one while it is made."""
LEFT = (RESTORING, NEW)
"""What an act of ours that was killed leaves of a file it was making."""
_WAL = b"\x02\x02"


def remains(register: Path) -> list[Path]:
    """Give the files of SQLite's beside a register that have something in them."""
    found = [register.with_name(register.name + ending) for ending in ENDINGS]
    return [path for path in found if path.is_file() and path.stat().st_size > 0]


def beside(register: Path, ending: str) -> Path | None:
    """Give one of the files beside a register, when there is something in it."""
    path = register.with_name(register.name + ending)
    return path if path in remains(register) else None


def in_wal(register: Path) -> bool:
    """Tell whether another tool has left the register in write-ahead logging.

    Never for a register that is open in this process: closing any handle drops SQLite's locks.
    """
    with register.open("rb") as file:
        return file.read(20)[18:] == _WAL


def sweep(register: Path) -> None:
    """Take away what acts of ours that were killed left; the caller holds the session lock."""
    for ending in LEFT:
        part = register.with_name(register.name + ending)
        with suppress(OSError):
            if part.is_file() and _is_ours(part):
                for path in (part, *remains(part)):
                    path.unlink()


def _is_ours(part: Path) -> bool:
    """Tell half a file of ours from somebody's own file with such a name."""
    with part.open("rb") as file:
        head = file.read(100)
    ours = head.startswith(MAGIC) and head[68:72] == APPLICATION_ID.to_bytes(4, "big")
    return ours or not head.strip(b"\x00")


def settle(register: Path) -> bool:
    """Let SQLite finish what stands beside a register or in its header; tell if there was any.

    What it would make of it is proved on a copy first, and a log or journal that belongs to
    another file is put aside. Raises a FileTrouble, and then the register is unchanged. The
    caller holds the session lock.
    """
    try:
        wal = in_wal(register)
        if not wal and not any(beside(register, ending) for ending in ENDINGS[:2]):
            return False
        if wal:
            _require_whole(register, "-wal")
        else:
            _sort_out(register)
    except OSError as error:
        raise OutOfReach(
            say(
                "Registret {name} gick inte att läsa igenom ({reason}). Ingenting har ändrats. "
                "Frigör utrymme på disken, kontrollera den och försök igen.",
                name=register.name,
                reason=plain(error.strerror or str(error)),
            )
        ) from error
    try:
        with connected(register) as connection:
            connection.execute("SELECT head FROM meta").fetchone()
    except FAULTS as error:
        raise reading_trouble(error, register) from error
    return True


def _sort_out(register: Path) -> None:
    """Put aside what is not of this register. Raises OSError, and Damaged when it is not whole."""
    strangers = [path for path in (beside(register, "-wal"),) if path is not None]
    if strangers:
        # A file with saves in a log says so itself: this log was left by another file.
        strangers.extend(path for path in (beside(register, "-shm"),) if path is not None)
    journal = beside(register, "-journal")
    if journal is None:
        _require_whole(register)
    elif not _takes_back(register):
        strangers.append(journal)
    if strangers:
        put_strangers_aside(register, strangers)


def put_strangers_aside(register: Path, paths: list[Path]) -> Path:
    """Move files that would be taken for the register's own to a folder; raises OSError."""
    from db.backups.aside import move_aside  # noqa: PLC0415 - as rare as the strangers

    return move_aside(register, paths, datetime.now())  # noqa: DTZ005 - local


def _takes_back(register: Path) -> bool:
    """Tell whether the journal is of this file: False when the file is whole only without it.

    Raises Damaged when it is whole in neither way.
    """
    try:
        _require_whole(register, "-journal")
    except FileTrouble:
        try:
            _require_whole(register)
        except FileTrouble:
            pass
        else:
            return False
        raise
    return True


def _require_whole(register: Path, *endings: str) -> None:
    """Raise a FileTrouble unless a copy of the register, with such files beside it, is whole."""
    from tempfile import TemporaryDirectory  # noqa: PLC0415 - slow to load, and seldom needed

    with TemporaryDirectory(prefix="vanbok-") as folder:
        copy = Path(folder) / "prov.vanbok"
        copy_raw(register, copy, endings)
        require_sound(copy, register.name)


def copy_raw(register: Path, copy: Path, endings: tuple[str, ...]) -> None:
    """Copy a register that nobody here has open, byte by byte, with files beside it."""
    import shutil  # noqa: PLC0415 - as above

    shutil.copyfile(register, copy)
    for ending in endings:
        path = beside(register, ending)
        if path is not None:
            shutil.copyfile(path, copy.with_name(copy.name + ending))


def require_sound(copy: Path, name: str) -> None:
    """Let SQLite settle a copy of the register called `name`, and read it through and through.

    Raises a FileTrouble.
    """
    from db.backups.facts import facts  # noqa: PLC0415 - a register is whole nearly always

    try:
        with connected(copy) as connection:
            found = [str(row[0]) for row in connection.execute("PRAGMA quick_check")]
            if found != ["ok"]:
                raise damaged_pages(name, found)
            if facts(connection, name).schema > SCHEMA:
                raise newer(name)
    except FAULTS as error:
        raise reading_trouble(error, copy.with_name(name)) from error


def pages_of(register: Path) -> tuple[int, ...]:
    """Give the pages that SQLite names as wrong in a damaged register, when it can tell."""
    try:
        if remains(register) or in_wal(register):
            # A reader would write in what stands beside it.
            return ()
        with closing(connect_reader(register)) as connection:
            return pages_in(str(row[0]) for row in connection.execute("PRAGMA quick_check"))
    except (OSError, *FAULTS):
        return ()
