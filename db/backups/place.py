"""The folders where backups lie, and the names that they have there."""

from __future__ import annotations

import hashlib
import os
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.backups.trouble import SamePlace, place_gone, place_trouble
from db.copying import sync_folder
from db.holder import host
from desktop.domain.swedish import fold
from desktop.domain.text import plain, say

FOLDER = "Vänbok säkerhetskopior"
"""The folder of its own in every place; other files there are left alone."""
SUFFIX = ".vanbok"
MANIFEST = ".json"
PART = ".part"
"""What a file that is being made ends with; before it stands which computer makes it."""
_NAME = re.compile(
    r"(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)-(?P<day>\d{4}-\d\d-\d\d)-(?P<time>\d{6})"
    r"-(?P<number>\d{5,9})-(?P<tag>[0-9a-f]{8})\.vanbok"
)
_PART_NAME = re.compile(r"(?P<name>.+?)(?:\.[0-9a-f]{8})?\.part")
_SLUG = 30
_PLAIN = str.maketrans("åäö", "aao")


@dataclass(frozen=True, kw_only=True)
class Place:
    """One of the folders for backups."""

    chosen: Path
    """The folder that was chosen, or the register's own; it is never made."""
    folder: Path
    """The folder in it where the backups lie, and nothing that anybody works in."""
    known: bool = False
    """True when backups were made there before, so that a missing folder is a disk that is away."""

    def ready(self) -> Path:
        """Give the folder, made when it is missing; raises NotBackedUp.

        The chosen folder must be there: on a disk that is away a new one would hide the loss.
        """
        must_be = self.folder if self.known else self.chosen
        try:
            if not must_be.is_dir():
                raise place_gone(must_be)
            if not self.folder.is_dir():
                self.folder.mkdir()
                sync_folder(self.chosen)
        except OSError as error:
            raise place_trouble(error, self.folder) from error
        return self.folder


def beside(register: Path) -> Place:
    """Give the place beside a register."""
    parent = Path(register).absolute().parent
    return Place(chosen=parent, folder=parent / FOLDER)


def second(chosen: Path, *, known: bool = False) -> Place:
    """Give the place in a folder that was chosen; a folder of backups may itself be chosen."""
    chosen = Path(chosen).absolute()
    folder = chosen if chosen.name == FOLDER else chosen / FOLDER
    return Place(chosen=chosen, folder=folder, known=known)


def places(register: Path, chosen: Path | None, *, known: bool = False) -> tuple[Place, ...]:
    """Give the place beside a register, and a second one when it was chosen.

    `known` says that backups were made in the second before. Raises SamePlace when both are one
    folder, or the register itself lies in the second.
    """
    first = beside(register)
    if chosen is None:
        return (first,)
    other = second(chosen, known=known)
    if _real(other.folder) in (_real(first.folder), _real(first.chosen)):
        raise SamePlace(
            say(
                "Mappen {folder} är den där registret redan har sina säkerhetskopior. "
                "Välj en mapp på en annan disk.",
                folder=plain(str(chosen)),
            )
        )
    return first, other


def _real(folder: Path) -> str:
    """Give where a folder really lies; as it is called when the disk does not answer."""
    try:
        return os.path.realpath(folder)
    except OSError:
        return os.path.abspath(folder)  # noqa: PTH100 - Path.absolute keeps ".."


def is_backup(path: Path) -> bool:
    """Tell whether a file is one of the backups, which nobody is to work in."""
    return Path(path).absolute().parent.name == FOLDER and named(Path(path).name) is not None


def tag_of(register_uuid: str) -> str:
    """Give the eight digits that tell the files of one register from another's."""
    return re.sub("[^0-9a-f]", "", register_uuid.lower())[:8].ljust(8, "0")


@dataclass(frozen=True, kw_only=True)
class Named:
    """What the name of a backup says."""

    number: int
    """Its place in the order they were made in that folder."""
    made_at: datetime
    """When, by the clock then."""
    tag: str
    """Which register it is of."""


def name_of(register: Path, register_uuid: str, number: int, now: datetime) -> str:
    """Give the name of a backup."""
    words = fold(register.stem).translate(_PLAIN)
    slug = re.sub("[^a-z0-9]+", "-", words)[:_SLUG].strip("-") or "register"
    return f"{slug}-{now:%Y-%m-%d-%H%M%S}-{number:05}-{tag_of(register_uuid)}{SUFFIX}"


def part_of(path: Path) -> Path:
    """Give what a file is called while this computer makes it."""
    return path.with_name(f"{path.name}.{_computer()}{PART}")


def whole_name(part: str) -> str | None:
    """Give what a file that is being made is to be called; None for any other file."""
    found = _PART_NAME.fullmatch(part)
    return found["name"] if found else None


def _computer() -> str:
    """Give digits that tell this computer from others, without its name."""
    return hashlib.sha256(host().encode()).hexdigest()[:8]


def named(name: str) -> Named | None:
    """Read the name of a backup; None for any other file."""
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    clock = ":".join(re.findall("..", found["time"]))
    try:
        made = datetime.fromisoformat(f"{found['day']} {clock}")
    except ValueError:
        return None
    return Named(number=int(found["number"]), made_at=made, tag=found["tag"])
