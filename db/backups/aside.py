"""A register that cannot be backed up, put aside with everything that belongs to it."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from db.backups.manifest import sha256_of
from db.backups.place import beside as backups_beside
from db.copying import sync_folder
from db.insisting import renamed
from db.remains import remains

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path


def put_aside(register: Path, now: datetime) -> Path:
    """Keep a register with all that belongs to it in a folder of its own; give the folder.

    The register stays where it is; it may be missing, with only its journal left. Raises OSError;
    no half folder is left then.
    """
    folder = _new_folder(backups_beside(register).ready(), now)
    belongs = remains(register)
    there = [register] if register.exists() else []
    try:
        for path in (*there, *belongs):
            # What SQLite may still write in must not be the same bytes by another name.
            kept(path, folder / path.name, linked=not belongs)
        sync_folder(folder)
        sync_folder(folder.parent)
    except OSError:
        shutil.rmtree(folder, ignore_errors=True)
        raise
    return folder


def move_aside(register: Path, paths: Sequence[Path], now: datetime) -> Path:
    """Move files away from beside a register to a folder of their own; give the folder.

    Raises OSError.
    """
    folder = _new_folder(backups_beside(register).ready(), now)
    for path in paths:
        renamed(path, folder / path.name)
    sync_folder(folder)
    sync_folder(register.parent)
    return folder


def _new_folder(parent: Path, now: datetime) -> Path:
    number = 1
    while True:
        tail = "" if number == 1 else f" {number}"
        folder = parent / f"Undanlagt {now:%Y-%m-%d %H%M%S}{tail}"
        try:
            folder.mkdir()
        except FileExistsError:
            number += 1
        else:
            return folder


def kept(path: Path, copy: Path, *, linked: bool) -> None:
    """Keep a file by a second name, or else by a copy that was read again."""
    if linked:
        try:
            os.link(path, copy)
        except OSError:
            # A stick or a share may not know second names.
            copy.unlink(missing_ok=True)
        else:
            return
    shutil.copyfile(path, copy)
    with copy.open("rb+") as file:
        os.fsync(file.fileno())
    if sha256_of(copy) != sha256_of(path):
        raise OSError(None, "kopian stämde inte", str(copy))
