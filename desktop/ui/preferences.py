"""What the program remembers of this person on this computer: small, and never of the register."""

from __future__ import annotations

import json
import os
from datetime import datetime
from pathlib import Path
from typing import Any

from desktop.ui.drafts import Drafts, drafts_folder

CONFIG = "VANBOK_CONFIG"
"""Environment variable that names another folder; tests use it."""
MOST_RECENT = 9
PATIENCE = 300
"""Milliseconds to wait for another window that writes the same file."""
WORN = ("language", "look", "text_size")
"""What this window is dressed in, whatever another window has chosen since."""


def config_folder() -> Path:
    """Give the folder of preferences and drafts."""
    given = os.environ.get(CONFIG)
    if given:
        return Path(given)
    from PySide6.QtCore import QStandardPaths  # noqa: PLC0415 - only where it is asked

    where = QStandardPaths.StandardLocation.GenericConfigLocation
    return Path(QStandardPaths.writableLocation(where)) / "vanbok"


def _read(path: Path) -> dict[str, Any] | None:
    """Read a file of ours; None for one that is missing, damaged or not to be read just now."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _write(path: Path, values: dict[str, Any]) -> bool:
    """Write all of it or nothing; a full disk must not stop the work."""
    from PySide6.QtCore import QSaveFile  # noqa: PLC0415 - not before the first paint

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    file.write(json.dumps(values, ensure_ascii=False, indent=1, sort_keys=True).encode())
    return file.commit()


class PrintMemory:
    """The printer and the number of copies chosen last, in a file of their own."""

    def __init__(self, folder: Path) -> None:
        """Read them."""
        self._path = folder / "printing.json"
        self._values = _read(self._path) or {}

    @property
    def printer(self) -> str:
        """The system's name of the printer, "" before any was chosen."""
        found = self._values.get("printer", "")
        return found if isinstance(found, str) else ""

    @property
    def copies(self) -> int:
        """Number of copies, at least 1."""
        found = self._values.get("copies", 1)
        return max(1, found) if isinstance(found, int) else 1

    def keep(self, printer: str, copies: int) -> None:
        """Remember them."""
        self._values = {"printer": printer, "copies": copies}
        _write(self._path, self._values)


class Preferences:
    """Language, look, text size, sizes of things, and the registers opened lately.

    Another window of the program may write in the same file: each lays only what it has changed
    itself over what the file holds then.
    """

    def __init__(self, folder: Path | None = None) -> None:
        """Read them; whatever is wrong there falls back to the defaults."""
        self.folder = folder or config_folder()
        self._path = self.folder / "preferences.json"
        self._values = _read(self._path) or {}
        self._changed: set[str] = set()
        self.drafts = Drafts(drafts_folder(folder), self.folder / "drafts.json")

    def save(self) -> bool:
        """Write what was changed; False when that was not possible, and it goes with the next."""
        from PySide6.QtCore import QLockFile  # noqa: PLC0415 - not before the first paint

        lock = QLockFile(str(self._path.with_suffix(".lock")))
        # A lock left behind must not keep anybody from writing: after a while it counts as none.
        held = lock.tryLock(PATIENCE)
        try:
            values = self._latest()
            if not _write(self._path, values):
                return False
        finally:
            if held:
                lock.unlock()
        others = {key: each for key, each in values.items() if key not in WORN}
        self._values = others | {key: self._values[key] for key in WORN if key in self._values}
        self._changed.clear()
        return True

    def _latest(self) -> dict[str, Any]:
        """Give what the file holds now, with what was changed here laid over it."""
        found = _read(self._path)
        # Where it cannot be read, what is known here is better than nothing at all.
        base = self._values if found is None else found
        return base | {key: self._values[key] for key in self._changed}

    def _keep(self, key: str, value: object) -> None:
        self._values[key] = value
        self._changed.add(key)
        self.save()

    def _get(self, key: str, default: str) -> str:
        value = self._values.get(key, default)
        return value if isinstance(value, str) else default

    @property
    def language(self) -> str:
        """The language of the window: "sv" or "en"."""
        return self._get("language", "sv")

    @language.setter
    def language(self, code: str) -> None:
        self._keep("language", code)

    @property
    def look(self) -> str:
        """A value of theme.Look."""
        return self._get("look", "system")

    @look.setter
    def look(self, look: str) -> None:
        self._keep("look", look)

    @property
    def text_size(self) -> int:
        """Text size in per cent, 100 to 200."""
        value = self._values.get("text_size", 100)
        return min(max(value, 100), 200) if isinstance(value, int) else 100

    @text_size.setter
    def text_size(self, per_cent: int) -> None:
        self._keep("text_size", per_cent)

    def size(self, name: str) -> str:
        """Give a window's or splitter's state as it was left, in Qt's own base64; "" at first."""
        return self._get(f"size.{name}", "")

    def keep_size(self, name: str, state: str) -> None:
        """Remember a window's or splitter's state."""
        self._keep(f"size.{name}", state)

    def recent(self) -> list[Path]:
        """Give the registers opened lately, the latest first."""
        return _paths(self._values)

    def opened(self, path: Path) -> None:
        """Put a register first among those opened lately."""
        others = [each for each in _paths(self._latest()) if each != path]
        self._keep("recent", [str(each) for each in [path, *others][:MOST_RECENT]])

    def forget(self, path: Path) -> None:
        """Take a register out of those opened lately."""
        self._keep("recent", [str(each) for each in _paths(self._latest()) if each != path])

    # The second place for backups, by the register's uuid

    def _of(self, uuid: str) -> dict[str, Any]:
        found = self._values.get(f"second.{uuid}", {})
        return dict(found) if isinstance(found, dict) else {}

    def second(self, uuid: str) -> Path | None:
        """Give the folder chosen as a second place for a register's backups."""
        path = self._of(uuid).get("path")
        return Path(path) if isinstance(path, str) and path else None

    def second_known(self, uuid: str) -> bool:
        """Say whether a backup has been made there: a missing folder is then a disk away."""
        return self._of(uuid).get("known") is True

    def second_at(self, uuid: str) -> datetime | None:
        """Give when the last good one was made there, also while the disk is away."""
        at = self._of(uuid).get("at")
        try:
            return datetime.fromisoformat(at) if isinstance(at, str) else None
        except ValueError:
            return None

    def keep_second(
        self, uuid: str, path: Path | None, *, known: bool = False, at: datetime | None = None
    ) -> None:
        """Remember a second place, or with None that there is none any more."""
        kept: dict[str, Any] = {"asked": True} if self.second_asked(uuid) else {}
        if path is not None:
            kept |= {"path": str(path), "known": known}
        if at is not None:
            kept["at"] = at.isoformat(timespec="seconds")
        self._keep(f"second.{uuid}", kept)

    def place_accepted(self, uuid: str) -> str:
        """Give the folder where a register was said to lie well, although it is synchronised."""
        return self._get(f"place.{uuid}", "")

    def accept_place(self, uuid: str, folder: str) -> None:
        """Remember that a register is to lie where it lies."""
        self._keep(f"place.{uuid}", folder)

    def second_asked(self, uuid: str) -> bool:
        """Say whether it was told once that a second place is missing."""
        return self._of(uuid).get("asked") is True

    def asked_second(self, uuid: str) -> None:
        """Remember that it was told."""
        self._keep(f"second.{uuid}", {**self._of(uuid), "asked": True})


def _paths(values: dict[str, Any]) -> list[Path]:
    """Give the registers opened lately out of what is remembered; nothing odd counts."""
    found = values.get("recent", [])
    if not isinstance(found, list):
        return []
    return [Path(each) for each in found if isinstance(each, str)]
