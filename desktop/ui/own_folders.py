"""Folders of ours in the system's temporary one: marked, taken away, and swept after a crash.

Whole registers that are looked at lie in them, and files that other programs show.
"""

from __future__ import annotations

import os
import re
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from desktop import running

if TYPE_CHECKING:
    from collections.abc import Iterable

PREFIX = "vanbok-"
MARK = ".vanbok-mark"
"""The file in a folder that the process which made it holds for as long as it lives."""
EXAMPLE = "Exempel.vanbok"
"""The example register, which may be gone on with another day."""
DAY = 86_400.0
MONTH = 30 * DAY
"""Seconds that a folder without a mark is left untouched before it is swept; one of an example."""
_NAME = re.compile(PREFIX + "[a-z0-9_]{8}")
_CONTENT = re.compile(r"handling-\d+.*|.+\.vanbok(-\w+|\.\w+)*|Vänbok säkerhetskopior")
"""What is in them: files that are shown, and registers with what belongs to them."""


class OwnFolders:
    """The marked folders of this process."""

    _held: ClassVar[dict[Path, int]] = {}

    @classmethod
    def make(cls) -> Path:
        """Make a folder that only this person can look into; raises OSError."""
        folder = unmarked()
        opened = os.open(folder / MARK, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
        cls._held[folder] = opened
        with suppress(OSError):
            running.lock(opened)
            # Only a mark with something in it counts: it is held by then.
            os.write(opened, b"1")
        return folder

    @classmethod
    def remove(cls, folder: Path) -> None:
        """Take a folder away with all that is in it, as far as no program holds it."""
        opened = cls._held.pop(folder, -1)
        if opened >= 0:
            os.close(opened)
        clear(folder)


def unmarked() -> Path:
    """Make a folder that outlives this process, and is swept when nobody has used it long."""
    from tempfile import mkdtemp  # noqa: PLC0415 - not before the first paint

    return Path(mkdtemp(prefix=PREFIX))


def discard(path: Path) -> None:
    """Take a file away, also one that is protected against writing; raises OSError."""
    with suppress(OSError):
        # Windows takes no file away that is.
        path.chmod(stat.S_IRUSR | stat.S_IWUSR)
    path.unlink(missing_ok=True)


def clear(folder: Path) -> None:
    """Take a folder away with all that is in it, as far as that can be done."""
    from shutil import rmtree  # noqa: PLC0415 - not before the first paint

    def protected(_step: object, path: str, _error: object) -> None:
        with suppress(OSError):
            if not Path(path).is_dir():
                discard(Path(path))

    rmtree(folder, onerror=protected)
    # A file that was protected has kept its folder.
    rmtree(folder, ignore_errors=True)


def sweep() -> int:
    """Take away what windows that were killed or broke down left; give how many folders.

    Only folders made as ours are, with nothing but ours in them, that nobody holds: those whose
    window is gone, and those without a mark that have not been touched for long.
    """
    from tempfile import gettempdir  # noqa: PLC0415 - not before the first paint

    found = 0
    with suppress(OSError):
        for folder in Path(gettempdir()).glob(f"{PREFIX}*"):
            with suppress(OSError):
                if _is_ours(folder) and _is_left(folder):
                    clear(folder)
                    found += 1
    return found


def may_be_swept(path: Path) -> bool:
    """Tell whether a file lies in a folder such as these, and so may go by itself one day."""
    from tempfile import gettempdir  # noqa: PLC0415 - not before the first paint

    folder = path.parent
    return bool(_NAME.fullmatch(folder.name)) and folder.parent == Path(gettempdir())


def _is_ours(folder: Path) -> bool:
    """Tell a folder that this person's program made from any other."""
    status = folder.lstat()
    if not _NAME.fullmatch(folder.name) or not stat.S_ISDIR(status.st_mode):
        return False
    if sys.platform != "win32" and (status.st_uid != os.getuid() or status.st_mode & 0o077):
        return False
    return all(each.name == MARK or _CONTENT.fullmatch(each.name) for each in folder.iterdir())


def _is_left(folder: Path) -> bool:
    inside = list(folder.rglob("*"))
    if _is_open(inside):
        return False
    mark = folder / MARK
    if mark in inside and mark.stat().st_size:
        return not running.held(mark)
    newest = max(each.stat().st_mtime for each in (folder, *inside))
    return time.time() - newest > (MONTH if folder / EXAMPLE in inside else DAY)


def _is_open(inside: Iterable[Path]) -> bool:
    """Tell whether a window has one of the registers in a folder open."""
    from db.lock import is_held  # noqa: PLC0415 - not before the first paint

    ending = ".lock"
    locks = (each for each in inside if each.name.endswith(ending))
    return any(is_held(each.with_name(each.name.removesuffix(ending))) for each in locks)
