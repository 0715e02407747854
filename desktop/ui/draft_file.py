"""One register's drafts on the disk: written whole or not at all, the file before kept beside."""

from __future__ import annotations

import json
import os
import shutil
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QSaveFile

from desktop.ui.draft import Draft, as_json, from_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORM = 1
"""Number of the file's form; a later program's file is put aside, not guessed at."""
LARGEST = 4_000_000
"""Bytes of all drafts of a register together."""
MOST = 100
"""Drafts of a register; beyond that the oldest goes."""
MOST_DAMAGED = 5
"""Damaged files that are kept beside, the newest."""
PATIENCE = 300
"""Milliseconds to wait for another window that writes the same file."""


class DraftFile:
    """The drafts of one register. Another window may write in the same file; neither loses any."""

    def __init__(self, path: Path, register: str) -> None:
        """Name the file; it is read when it is first asked."""
        self.path = path
        self.before = path.with_name(f"{path.stem}.before.json")
        """The file as it was before it was written last."""
        self.damaged: Path | None = None
        """The damaged file that was put aside since the program began."""
        self._register = register
        self._seen: tuple[int, int, int] | None = None
        self._read: dict[str, Draft] = {}
        self._mine: dict[str, Draft | None] = {}

    def all(self) -> dict[str, Draft]:
        """Give every draft by its name, those that could not be written included."""
        self._refresh()
        found = {**self._read, **self._mine}
        return {name: each for name, each in found.items() if each is not None}

    def put(self, draft: Draft) -> bool:
        """Keep a draft; False when it is only in memory, and is tried again with the next."""
        self._mine[draft.id] = draft
        return self._write()

    def drop(self, names: Iterable[str]) -> bool:
        """Forget drafts; False when the file still has them."""
        self._mine |= dict.fromkeys(names)
        return self._write()

    def write_again(self) -> bool:
        """Write what could not be written before; True when nothing is left to write."""
        return not self._mine or self._write()

    # Reading

    def _refresh(self) -> None:
        """Read the file again when somebody has changed it."""
        stamp = _stamp(self.path)
        if stamp is not None and stamp == self._seen:
            return
        found = self._parsed(self.path)
        if found is None and stamp is not None:
            self._put_aside()
        if found is None:
            found = self._parsed(self.before)
        if found is not None:
            self._read = found
        self._seen = _stamp(self.path)

    def _parsed(self, path: Path) -> dict[str, Draft] | None:
        """Read a file of ours; None when there is none or it is damaged."""
        try:
            found = json.loads(path.read_bytes())
            if not isinstance(found, dict) or found.get("form") != FORM:
                return None
            drafts = found["drafts"].items()
            return {name: from_json(self._register, name, each) for name, each in drafts}
        except (OSError, ValueError, KeyError, AttributeError, RecursionError):
            return None

    def _put_aside(self) -> None:
        """Keep a damaged file beside, under a name that says when it was found."""
        found = time.strftime("%Y-%m-%d %H%M%S")
        aside = self.path.with_name(f"{self.path.stem} damaged {found}.json")
        try:
            self.path.replace(aside)
            older = sorted(self.path.parent.glob(f"{self.path.stem} damaged *.json"))
            for each in older[:-MOST_DAMAGED]:
                each.unlink()
        except OSError:
            return
        self.damaged = aside

    # Writing

    def _write(self) -> bool:
        try:
            private(self.path.parent)
        except OSError:
            return False
        lock = QLockFile(str(self.path.with_suffix(".lock")))
        # A lock left behind must not keep anybody from writing: after a while it counts as none.
        held = lock.tryLock(PATIENCE)
        try:
            return self._write_all()
        finally:
            if held:
                lock.unlock()

    def _write_all(self) -> bool:
        kept = _bounded(self.all())
        drafts = {name: as_json(each) for name, each in kept.items()}
        words = json.dumps({"form": FORM, "drafts": drafts}, ensure_ascii=False, indent=1)
        try:
            self._keep_before()
        except OSError:
            return False
        if not write_private(self.path, words.encode("utf-8", "surrogatepass")):
            return False
        self._read, self._mine = kept, {}
        self._seen = _stamp(self.path)
        return True

    def _keep_before(self) -> None:
        """Let the file as it is be the one before; it has just been read and is whole."""
        if not self.path.exists():
            return
        fresh = self.before.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        try:
            os.link(self.path, fresh)
        except OSError:
            # A disk without links.
            shutil.copy2(self.path, fresh)
        fresh.replace(self.before)


def private(folder: Path) -> None:
    """Make a folder that nobody else can look into; OSError when that fails."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if os.name == "posix" and folder.stat().st_mode & 0o077:
        folder.chmod(0o700)


def write_private(path: Path, content: bytes) -> bool:
    """Write all of a file that nobody else can read, or nothing."""
    file = QSaveFile(str(path))
    if not file.open(QSaveFile.OpenModeFlag.WriteOnly):
        return False
    own = QSaveFile.Permission
    file.setPermissions(own.ReadOwner | own.WriteOwner)
    if file.write(content) != len(content):
        file.cancelWriting()
    return bool(file.commit())


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino


def _bounded(drafts: dict[str, Draft]) -> dict[str, Draft]:
    """Leave the oldest out where they are too many or too large; the newest always stays."""
    kept: dict[str, Draft] = {}
    size = 0
    newest = sorted(drafts.values(), key=lambda each: each.at, reverse=True)
    for draft in newest[:MOST]:
        size += len(json.dumps(as_json(draft), ensure_ascii=False).encode("utf-8", "surrogatepass"))
        if size > LARGEST and kept:
            break
        kept[draft.id] = draft
    return kept
