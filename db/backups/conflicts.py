"""Other copies of a register beside it, as synchronised folders and renaming leave them."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.backups.difference import Difference, Relation, difference
from db.backups.facts import Facts, live, whole
from db.backups.place import SUFFIX
from db.backups.trouble import unfit
from db.errors import FileTrouble

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.domain.text import Text

_MOST = 200
"""Files beside a register that are looked at."""


@dataclass(frozen=True, kw_only=True)
class Sibling:
    """A file beside the register with the same register in it."""

    path: Path
    """The file."""
    difference: Difference | None
    """How it differs from the register; None when it cannot be read."""
    text: Text | None
    """Why it cannot be read."""

    @property
    def has_more(self) -> bool:
        """True when it has events that the register lacks: somebody's work is in it alone."""
        return self.difference is not None and self.difference.relation in (
            Relation.AHEAD,
            Relation.FORKED,
        )


def siblings(register: Path) -> tuple[Sibling, ...]:
    """Find the copies beside a register, those with more than it has first; nothing is written.

    A damaged file counts when it is named as a copy: its name begins as the register's does.
    Raises a FileTrouble when the register itself cannot be read.
    """
    uuid = live(register).register_uuid
    found = [_sibling(register, path, uuid) for path in _beside(register)]
    return tuple(
        sorted(
            (each for each in found if each is not None),
            key=lambda each: (not each.has_more, each.path.name),
        )
    )


@dataclass(frozen=True, kw_only=True)
class Elsewhere:
    """A register under another name than it had."""

    path: Path
    """Its file."""
    facts: Facts
    """What it holds."""


def elsewhere(register: Path, uuid: str) -> tuple[Elsewhere, ...]:
    """Find a register that has left its name in the folder where it lay, the fullest file first.

    Also one that was saved there because its own name was gone. A file that cannot be read is not
    found; nothing is raised, nothing written.
    """
    found = []
    for path in _registers(register.parent):
        with suppress(FileTrouble):
            facts = live(path)
            if facts.register_uuid == uuid:
                found.append(Elsewhere(path=path, facts=facts))
    return tuple(sorted(found, key=lambda each: (-each.facts.events, each.path.name)))


def _registers(folder: Path) -> list[Path]:
    try:
        paths = sorted(folder.iterdir())
        return [path for path in paths if path.suffix.lower() == SUFFIX and path.is_file()][:_MOST]
    except OSError:
        return []


def _beside(register: Path) -> list[Path]:
    try:
        same = register.stat()
    except OSError:
        return []
    others = _registers(register.parent)
    # Never opened a second time by another name: closing it would drop the register's locks.
    return [path for path in others if not _is(path, same.st_dev, same.st_ino)]


def _is(path: Path, device: int, inode: int) -> bool:
    try:
        found = path.stat()
    except OSError:
        return True
    return (found.st_dev, found.st_ino) == (device, inode)


def _sibling(register: Path, path: Path, uuid: str) -> Sibling | None:
    try:
        if live(path).register_uuid != uuid:
            return None
        whole(path)
        return Sibling(path=path, difference=difference(register, path), text=None)
    except FileTrouble as trouble:
        if not path.stem.startswith(register.stem):
            return None
        return Sibling(path=path, difference=None, text=unfit(path.name, trouble).text)
