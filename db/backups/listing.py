"""The backups in a place: believed when their slip fits, else judged by opening them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from db.backups import manifest
from db.backups.facts import Facts, whole
from db.backups.place import SUFFIX, Place, named, tag_of
from db.backups.trouble import unfit
from db.errors import FileTrouble
from db.header import SCHEMA
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from pathlib import Path

    from db.backups.occasion import Occasion
    from desktop.domain.text import Text


class Standing(StrEnum):
    """How far a backup is trusted."""

    GOOD = "good"
    """Its slip fits the file: it was verified when it was made and not written in since."""
    OPENED = "opened"
    """The slip is missing or does not fit, but the file was read and is a whole register."""
    UNFIT = "unfit"
    """It cannot be used; `text` says why."""


@dataclass(frozen=True, kw_only=True)
class Backup:
    """One backup in a list."""

    path: Path
    """The file."""
    standing: Standing
    """How far it is trusted."""
    number: int
    """Its place in the order they were made in that folder; 0 for a file with another name."""
    made_at: datetime
    """When, local time; of a file with another name when it was last written."""
    occasion: Occasion | None
    """Why it was made, when the slip says so."""
    program: str
    """The version that made it; empty when the slip does not say."""
    facts: Facts | None
    """What it holds; None when it cannot be used."""
    size: int
    """Bytes."""
    text: Text | None
    """What is odd or wrong with it; None when it is good."""

    @property
    def usable(self) -> bool:
        """True when it can be put back."""
        return self.standing is not Standing.UNFIT


def listing(place: Place, register_uuid: str | None = None) -> tuple[Backup, ...]:
    """Give the backups in a place, of one register or of all, the newest first.

    A file that cannot be used stands in the list of every register that it may be of. Gives
    nothing when the folder cannot be read.
    """
    tag = None if register_uuid is None else tag_of(register_uuid)
    found = [_judged(path) for path in _files(place.folder, tag)]
    kept = [
        each
        for each in found
        if register_uuid is None or each.facts is None or each.facts.register_uuid == register_uuid
    ]
    return tuple(sorted(kept, key=lambda each: (each.number, each.made_at), reverse=True))


def newest_good(place: Place, register_uuid: str) -> Backup | None:
    """Give the last good backup of a register in a place, None when there is none.

    Cheap: judges no more files than it must.
    """
    ours = [path for path in _files(place.folder, tag_of(register_uuid)) if named(path.name)]
    for path in sorted(ours, key=_number, reverse=True):
        found = _judged(path)
        if found.facts is not None and found.facts.register_uuid == register_uuid:
            return found
    return None


def _number(path: Path) -> int:
    name = named(path.name)
    return name.number if name else 0


def _files(folder: Path, tag: str | None) -> list[Path]:
    try:
        names = sorted(folder.iterdir())
    except OSError:
        return []
    return [path for path in names if path.suffix == SUFFIX and _may_be(path.name, tag)]


def _may_be(name: str, tag: str | None) -> bool:
    said = named(name)
    return tag is None or said is None or said.tag == tag


def _judged(path: Path) -> Backup:
    slip = manifest.read(path)
    if slip is None or not fits(slip, path):
        return judged(path)
    newer = slip.facts.schema > SCHEMA
    return Backup(
        path=path,
        standing=Standing.UNFIT if newer else Standing.GOOD,
        number=slip.number,
        made_at=slip.made_at,
        occasion=slip.occasion,
        program=slip.program,
        facts=slip.facts,
        size=slip.size,
        text=_newer(path) if newer else None,
    )


def fits(slip: manifest.Manifest, path: Path) -> bool:
    """Tell whether a slip is of this file, from its name, size and header."""
    said = named(path.name)
    if said is None or said.number != slip.number or said.tag != tag_of(slip.facts.register_uuid):
        return False
    try:
        return path.stat().st_size == slip.size and manifest.header_of(path) == slip.header
    except OSError:
        return False


def judged(path: Path) -> Backup:
    """Judge a backup by reading all of it, without believing any slip."""
    said = named(path.name)
    try:
        found = path.stat()
        size, written = found.st_size, datetime.fromtimestamp(found.st_mtime)  # noqa: DTZ006 - local
    except (OSError, OverflowError, ValueError):
        size, written = 0, datetime.min  # noqa: DTZ901 - sorts last
    facts, text = None, _unslipped(path)
    try:
        facts = whole(path)
    except FileTrouble as trouble:
        text = unfit(path.name, trouble).text
    return Backup(
        path=path,
        standing=Standing.UNFIT if facts is None else Standing.OPENED,
        number=said.number if said else 0,
        made_at=said.made_at if said else written,
        occasion=None,
        program="",
        facts=facts,
        size=size,
        text=text,
    )


def sound(backup: Backup) -> bool:
    """Tell whether every byte of a good backup is as when it was verified."""
    slip = manifest.read(backup.path)
    try:
        return slip is not None and manifest.sha256_of(backup.path) == slip.sha256
    except OSError:
        return False


def _unslipped(path: Path) -> Text:
    return say(
        "{name} har ändrats eller flyttats sedan den gjordes. "
        "Den är läst och är ett helt register.",
        name=plain(path.name),
    )


def _newer(path: Path) -> Text:
    return say(
        "{name} är gjord med en nyare version av Vänbok. Installera den senaste versionen av "
        "programmet för att återställa den.",
        name=plain(path.name),
    )
