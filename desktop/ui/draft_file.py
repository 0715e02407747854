"""One register's drafts on the disk: written whole or not at all, the file before kept beside."""

from __future__ import annotations

import json
import os
import shutil
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QSaveFile

from desktop.ui.draft import Draft, as_json, from_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORM = 1
"""Number of the file's form; a later program's file is left as it is, not guessed at."""
LARGEST = 4_000_000
"""Bytes of all drafts of a register together."""
MOST = 100
"""Drafts of a register; beyond that the oldest goes."""
MOST_DAMAGED = 5
"""Damaged files that are kept beside, the newest."""
PATIENCE = 300
"""Milliseconds to wait for another window that writes the same file."""


class DraftFile:
    """The drafts of one register. Another window may write in the same file.

    They write by turns, so neither loses any, as long as the turn comes within PATIENCE.
    """

    def __init__(self, path: Path, register: str) -> None:
        """Name the file; it is read when it is first asked."""
        self.damaged: Path | None = None
        """The damaged file that was put aside since the program began."""
        self.later: Path | None = None
        """The file of a later program, which this one cannot read and leaves as it is."""
        self._register = register
        self._read: dict[str, Draft] = {}
        self._odd: dict[str, object] = {}
        self._mine: dict[str, Draft | None] = {}
        self._name(path)

    def _name(self, path: Path) -> None:
        self.path = path
        self.before = path.with_name(f"{path.stem}.before.json")
        """The file as it was before it was written last."""
        self._seen: tuple[int, int, int] | None = None

    def all(self) -> dict[str, Draft]:
        """Give every draft by its name, those that could not be written included."""
        self._refresh()
        return self._together()

    def _together(self) -> dict[str, Draft]:
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

    def _refresh(self) -> bool:
        """Read the file again when somebody has changed it; False when it cannot be read now.

        It must not be written over then: it may be as good as it was, and is read another time.
        """
        try:
            return self._read_again()
        except OSError:
            return False

    def _read_again(self) -> bool:
        stamp = _stamp(self.path)
        if stamp is not None and stamp == self._seen:
            return True
        found = _parsed(self.path)
        if _is_later(found):
            self._leave_to_later()
            return self._read_again()
        content, moved = self._drafts_in(found), True
        if content is None:
            moved = stamp is None or self._put_aside()
            content = self._drafts_in(_parsed(self.before))
        if content is not None:
            self._read, self._odd = content
        self._seen = _stamp(self.path) if moved else None
        return moved

    def _leave_to_later(self) -> None:
        """Leave the file as it is to the program that wrote it, and use another beside it."""
        self.later = self.path
        self._name(self.path.with_name(f"{self.path.stem}.form-{FORM}.json"))

    def _drafts_in(
        self, found: dict[str, object] | None
    ) -> tuple[dict[str, Draft], dict[str, object]] | None:
        """Give the drafts of a file, and those that cannot be understood; None for a damaged one.

        One odd draft harms none of its neighbours, and is kept as it is.
        """
        drafts = found.get("drafts") if found is not None and found.get("form") == FORM else None
        if not isinstance(drafts, dict):
            return None
        read, odd = dict[str, Draft](), dict[str, object]()
        for name, each in drafts.items():
            try:
                read[name] = from_json(self._register, name, each)
            except ValueError:
                odd[name] = each
        return None if odd and not read else (read, odd)

    def _put_aside(self) -> bool:
        """Keep a damaged file beside, under a name that says when; False when it stays."""
        found = time.strftime("%Y-%m-%d %H%M%S")
        aside = self.path.with_name(f"{self.path.stem} damaged {found}.json")
        try:
            self.path.replace(aside)
        except OSError:
            return False
        self.damaged = aside
        with suppress(OSError):
            older = sorted(self.path.parent.glob(f"{self.path.stem} damaged *.json"))
            for each in older[:-MOST_DAMAGED]:
                each.unlink()
        return True

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
        if not self._refresh():
            return False
        kept = _bounded(self._together())
        odd = {name: each for name, each in self._odd.items() if name not in self._mine}
        drafts = odd | {name: as_json(each) for name, each in kept.items()}
        words = json.dumps({"form": FORM, "drafts": drafts}, ensure_ascii=False, indent=1)
        try:
            self._keep_before()
        except OSError:
            return False
        if not write_private(self.path, words.encode("utf-8", "surrogatepass")):
            return False
        self._read, self._odd, self._mine = kept, odd, {}
        with suppress(OSError):
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


def _parsed(path: Path) -> dict[str, object] | None:
    """Read what may be a file of drafts; None when there is none or it is damaged, else OSError."""
    try:
        found = json.loads(path.read_bytes())
    except (FileNotFoundError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def _is_later(found: dict[str, object] | None) -> bool:
    """Tell whether a later program wrote a file."""
    form = found.get("form") if found is not None else None
    return isinstance(form, int) and form > FORM


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except FileNotFoundError:
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
