"""The C shim: compiled once into a folder, loaded before a Python of its own, told what to do."""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import subprocess
import sys
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
ONLY_HERE = "the fault suites stand between a program and the system by LD_PRELOAD: Linux only"
LACKING = "the fault suites need a C compiler called cc (apt-get install gcc libc6-dev)"


class Plan(IntEnum):
    """What happens at the call with the given number."""

    NOTHING = 0
    KILL_BEFORE = 1
    KILL_AFTER = 2
    TORN = 3
    """Half of a write is done, then the program is killed; other calls go on."""
    ONCE = 4
    """The call fails with an error, the next go on."""
    FROM_THERE_ON = 5
    """It fails and so does every later one; a full disk takes half of the first write."""


class Blind(Exception):  # noqa: N818 - it says what the shim is
    """The shim did not see what it must see: nothing that it finds well is proven."""


def unfit() -> str:
    """Say why the suites cannot run on this machine; nothing when they can."""
    if sys.platform != "linux":
        return ONLY_HERE
    return "" if shutil.which("cc") else LACKING


def compiled(folder: Path) -> Path:
    """Compile the shim into a folder; the compiler's words when that fails."""
    library = folder / "shim.so"
    words = ["cc", "-O2", "-shared", "-fPIC", "-o"]
    done = subprocess.run(
        [*words, library, SOURCE, "-ldl", "-lpthread"], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return library


def environment(library: Path) -> dict[str, str]:
    """Give the environment of a Python that runs behind the shim."""
    root = str(Path(__file__).parents[2])
    return {**os.environ, "LD_PRELOAD": str(library), "PYTHONPATH": root, "PYTHONHASHSEED": "0"}


class Shim:
    """The shim in this process; Blind when the process was started without it."""

    def __init__(self, folder: Path) -> None:
        """Watch a folder."""
        self._library = ctypes.CDLL(None)
        try:
            self._library.vanbok_count.restype = ctypes.c_long
        except AttributeError:
            raise Blind("this process was started without the shim") from None
        self.watch(folder)
        # A kill cannot tell a synced file from another: the disk is spared thousands of syncs.
        self._library.vanbok_quiet(1)

    def watch(self, folder: Path) -> None:
        """Watch another folder, and leave the one before it alone."""
        self._library.vanbok_watch(os.fsencode(folder))

    def plan(self, what: Plan, number: int = 0, error: int = errno.EIO) -> None:
        """Let something happen at a call, counted from now."""
        self._library.vanbok_plan(int(what), ctypes.c_long(number), error)

    @property
    def count(self) -> int:
        """How many calls there were since the last plan."""
        return int(self._library.vanbok_count())

    def record(self, path: Path | None) -> None:
        """Begin or end a record of everything that is done in the folder."""
        self._library.vanbok_record(None if path is None else os.fsencode(path))

    def mark(self, text: str) -> None:
        """Put words into the record."""
        self._library.vanbok_mark(text.encode())
