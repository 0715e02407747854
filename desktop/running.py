"""Which windows run, and how earlier ones ended: a mark is left by one that never came to its end.

The mark holds when the program began, and nothing else; a crash is noted beside it.
"""

from __future__ import annotations

import atexit
import faulthandler
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from desktop import logfile

if TYPE_CHECKING:
    from pathlib import Path

MARK = "running-"
"""Beginning of a mark's name; the rest tells the processes of one day from each other."""
MOST = 20_000
"""Letters of a crash's note that are given on."""


@dataclass(frozen=True, kw_only=True)
class Ended:
    """A window that did not come to its end."""

    began: datetime
    """When it was started."""
    note: str = ""
    """What the interpreter wrote when it crashed, without paths; "" when it was just gone."""


class Running:
    """The mark of this process; held by a lock that the system lets go whatever happens."""

    def __init__(self, path: Path) -> None:
        """Name the mark."""
        self.path = path
        self._opened = self._noting = -1

    def begin(self) -> None:
        """Leave the mark; one that cannot be left stops nothing."""
        with suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            self._opened = os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600)
            lock(self._opened)
            os.write(self._opened, str(int(time.time())).encode())
            self._noting = logfile.crash_in(_note_of(self.path))
            atexit.register(self.end)

    def end(self) -> None:
        """Take the mark away: the program came to its end."""
        if self._opened < 0:
            return
        opened, self._opened = self._opened, -1
        with suppress(OSError):
            os.close(opened)
            self.path.unlink()
        if self._noting >= 0:
            # What crashes after this is no longer the window's.
            faulthandler.disable()
            with suppress(OSError):
                os.close(self._noting)
                _note_of(self.path).unlink()


def begin() -> tuple[Running, tuple[Ended, ...]]:
    """Leave the mark of this process; give it and those windows that never came to their end."""
    where = logfile.folder()
    ended = tuple(_ended(where))
    mine = Running(where / f"{MARK}{os.getpid()}-{time.time_ns() // 1_000_000}")
    mine.begin()
    return mine, ended


def _ended(where: Path) -> list[Ended]:
    """Read the marks that nobody holds, and take them away."""
    found = []
    for mark in sorted(where.glob(f"{MARK}*")):
        if mark.suffix == ".txt" or held(mark):
            continue
        note = _note_of(mark)
        with suppress(OSError, ValueError):
            began = datetime.fromtimestamp(int(mark.read_text(encoding="ascii")), UTC).astimezone()
            found.append(Ended(began=began, note=_noted(note)))
        with suppress(OSError):
            mark.unlink()
        with suppress(OSError):
            note.unlink()
    return found


def held(mark: Path) -> bool:
    """Say whether the process that left a mark still runs."""
    try:
        opened = os.open(mark, os.O_RDWR)
    except OSError:
        return True
    try:
        lock(opened)
    except OSError:
        return True
    finally:
        os.close(opened)
    return False


def lock(opened: int) -> None:
    """Hold a mark that is open, as long as this process lives; OSError when another one does."""
    if os.name == "nt":
        import msvcrt  # noqa: PLC0415 - only there

        # Far behind what is written, so that it can be read.
        os.lseek(opened, 1 << 20, os.SEEK_SET)
        msvcrt.locking(opened, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        os.lseek(opened, 0, os.SEEK_SET)
        return
    import fcntl  # noqa: PLC0415 - not on Windows

    fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _note_of(mark: Path) -> Path:
    return mark.with_name(f"{mark.name}.txt")


def _noted(note: Path) -> str:
    """Read what the interpreter wrote, without the folders of this computer."""
    try:
        words = note.read_bytes()[:MOST].decode("utf-8", "replace")
    except OSError:
        return ""
    return logfile.without_folders(words).strip()
