"""Folders laid out for a case: the same bytes every time, and only what has changed laid again."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from pathlib import Path

Layout: TypeAlias = "dict[str, bytes | None]"
"""The bytes of every file by its name in the folder; None is a folder."""


def taken(folder: Path) -> Layout:
    """Give everything that lies in a folder."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


class Ground:
    """A folder that is put back to its layout before each case."""

    def __init__(self, folder: Path, layout: Layout) -> None:
        """Take an empty folder."""
        self.folder = folder
        self._layout = layout
        self._stamps: dict[str, tuple[int, ...]] = {}

    def lay(self, layout: Layout | None = None) -> None:
        """Make the folder hold its layout, or this one, and nothing else."""
        if layout is not None and layout is not self._layout:
            self._stamps = {
                name: stamp
                for name, stamp in self._stamps.items()
                if layout.get(name, 0) is self._layout.get(name)
            }
            self._layout = layout
        for path in sorted(self.folder.rglob("*"), reverse=True):
            name = str(path.relative_to(self.folder))
            if name not in self._layout:
                if path.is_dir():
                    path.rmdir()
                else:
                    path.unlink()
                self._stamps.pop(name, None)
        for name, data in self._layout.items():
            path = self.folder / name
            if data is None:
                path.mkdir(exist_ok=True)
            elif not path.exists() or self._stamps.get(name) != _stamp(path):
                path.unlink(missing_ok=True)
                path.write_bytes(data)
                self._stamps[name] = _stamp(path)

    def clear(self) -> None:
        """Take the folder away."""
        shutil.rmtree(self.folder, ignore_errors=True)


def _stamp(path: Path) -> tuple[int, ...]:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_mode
