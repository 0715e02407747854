"""The second place for backups: what speaks against a folder, and what can be proposed."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.problems import Problem, problem
from desktop.domain.text import plain
from desktop.ui.keeper_words import disk_name, synced_name

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST = 2
"""The most folders that are proposed."""
_HOMES = ("OneDriveCommercial", "OneDrive")
"""Variables in which a program that keeps a folder in step says where it is."""
_TAKEN = ("squashfs", "iso9660", "udf", "tmpfs", "overlay", "ramfs")
"""Kinds of file system that hold no backups for long."""


def second_problem(register: Path, folder: Path) -> Problem | None:
    """Say what keeps a folder from being the second place for backups of a register."""
    from db.backups.place import places  # noqa: PLC0415 - not before the first paint
    from db.backups.trouble import SamePlace  # noqa: PLC0415 - as above

    try:
        places(register, folder)
    except SamePlace as trouble:
        return Problem("second", trouble.text)
    try:
        there, closed = folder.is_dir(), not os.access(folder, os.W_OK)
    except PermissionError:
        there = closed = True
    except OSError:
        return problem(
            "second",
            "Säkerhetskopior – mappen {folder} svarar inte – anslut disken eller nätverket, "
            "eller välj en annan mapp.",
            folder=plain(str(folder)),
        )
    if not there:
        return problem(
            "second",
            "Säkerhetskopior – mappen {folder} finns inte – välj en annan mapp.",
            folder=plain(str(folder)),
        )
    if closed:
        return problem(
            "second",
            "Säkerhetskopior – i mappen {folder} går det inte att skriva – välj en annan mapp.",
            folder=plain(str(folder)),
        )
    return None


def same_disk(register: Path, folder: Path) -> bool:
    """Tell whether both lie on one disk of this computer, and nothing keeps the folder in step."""
    if synced_name(folder):
        return False
    try:
        above = next((each for each in register.parents if each.is_dir()), None)
        return above is not None and folder.stat().st_dev == above.stat().st_dev
    except OSError:
        return False


def proposals(register: Path) -> tuple[Path, ...]:
    """Give folders that would do: in step with somewhere else, or on another disk.

    Reads the disks, of which one may be slow: ask in a thread.
    """
    found: list[Path] = []
    for folder in (*_synced(), *_disks()):
        if folder not in found and second_problem(register, folder) is None:
            found.append(folder)
    fit = [each for each in found if not same_disk(register, each)]
    return tuple(fit[:MOST])


def _synced() -> Iterable[Path]:
    """Give the folders of this person that a program keeps in step, by their names."""
    for variable in _HOMES:
        if os.environ.get(variable):
            yield Path(os.environ[variable])
    try:
        names = sorted(Path.home().iterdir())
    except OSError:
        return
    for each in names:
        if synced_name(Path(each.name)):
            yield each


def _disks() -> Iterable[Path]:
    """Give the other disks: sticks, and what the computer calls by a name or letter of its own."""
    from PySide6.QtCore import QStorageInfo  # noqa: PLC0415 - only where it is asked

    for disk in QStorageInfo.mountedVolumes():
        kind = disk.fileSystemType().toStdString().casefold()
        root = Path(disk.rootPath())
        usable = disk.isValid() and disk.isReady() and not disk.isReadOnly()
        if usable and not _is_system(disk.isRoot(), root) and kind not in _TAKEN:
            yield root


def _is_system(first: bool, root: Path) -> bool:
    """Tell whether a disk is the computer's own, or has no name that anybody knows it by."""
    own = os.environ.get("SYSTEMDRIVE", "")
    return first or not disk_name(root) or root.drive.casefold() == own.casefold() != ""
