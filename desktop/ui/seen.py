"""How far each register had come when it was last open here: hashes and numbers, no names."""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.ui.preferences import config_folder

if TYPE_CHECKING:
    from db.store import Store

FOLDER = "seen"
DIGITS = 12
"""Hexadecimal digits of a hash that are kept, as on a letter."""
TRAIL = 300
"""The last events whose hashes are kept, to tell an older register from another one."""


@dataclass(frozen=True, kw_only=True)
class Sight:
    """One register as it was last seen on this computer."""

    uuid: str
    """The register's own name."""
    path: str
    """Where its file lay."""
    events: int
    """How many events it had."""
    trail: tuple[str, ...]
    """The first digits of the hashes of its last events, newest first."""


@dataclass(frozen=True, kw_only=True)
class Older:
    """What a register lacks of what was seen in it before."""

    events: int
    """How many events are gone; of a register on another track those seen after it parted."""
    forked: bool
    """True when it has other events instead."""


def seen_now(store: Store) -> Sight:
    """Give how an open register stands."""
    hashes = store.rows("SELECT hash FROM event ORDER BY id DESC LIMIT ?", TRAIL)
    return Sight(
        uuid=store.register_uuid,
        path=str(store.path),
        events=store.last_event_id,
        trail=tuple(str(each)[:DIGITS] for (each,) in hashes),
    )


def compared(store: Store, sight: Sight) -> Older | None:
    """Tell what an open register lacks of what was seen; None when it has all of it."""
    last = store.last_event_id
    ours = {
        int(key): str(value)[:DIGITS]
        for key, value in store.rows(
            "SELECT id, hash FROM event WHERE id > ?", sight.events - len(sight.trail)
        )
    }
    shared = [at for at, known in enumerate(sight.trail) if ours.get(sight.events - at) == known]
    if shared and shared[0] == 0:
        return None
    if not sight.trail:
        return None
    if not shared:
        # Older than all that is remembered: the numbers alone tell.
        behind = last <= sight.events - len(sight.trail)
        missing = sight.events - last if behind else len(sight.trail)
        return Older(events=missing, forked=not behind)
    return Older(events=shared[0], forked=last > sight.events - shared[0])


class Sights:
    """A small file for each register; one that is missing or damaged counts as never seen."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep them in a folder of their own beside the preferences."""
        self._folder = (folder or config_folder()) / FOLDER

    def of(self, uuid: str) -> Sight | None:
        """Give how a register was last seen."""
        return _read(self._file(uuid))

    def at(self, path: Path) -> Sight | None:
        """Give what was last seen under a path, also when the file there is gone or damaged."""
        wanted = os.path.realpath(path)
        found = (_read(file) for file in self._files())
        return next((each for each in found if each is not None and each.path == wanted), None)

    def keep(self, sight: Sight) -> None:
        """Remember a register; a full disk must not stop the work."""
        file = self._file(sight.uuid)
        part = file.with_suffix(".part")
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            part.write_text(json.dumps(asdict(sight)), encoding="utf-8")
            part.replace(file)

    def _file(self, uuid: str) -> Path:
        safe = "".join(sign for sign in uuid if sign.isalnum() or sign == "-")
        return self._folder / f"{safe}.json"

    def _files(self) -> list[Path]:
        """Give the files, the one written last first."""
        with suppress(OSError):
            return sorted(
                self._folder.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True
            )
        return []


def _read(file: Path) -> Sight | None:
    try:
        found = json.loads(file.read_text(encoding="utf-8"))
        return Sight(
            uuid=str(found["uuid"]),
            path=str(found["path"]),
            events=int(found["events"]),
            trail=tuple(map(str, found["trail"])),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return None
