"""One window, one register: an operating-system lock that dies with the process."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from db.errors import Locked, read_only
from desktop.domain.text import say

if TYPE_CHECKING:
    from pathlib import Path

if sys.platform == "win32":
    import msvcrt

    def _take(handle: int) -> None:
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


class SessionLock:
    """The lock on one register, held from its making until `release`.

    It is the open handle that counts: what stands in the lock file, or that one is left over,
    never matters.
    """

    def __init__(self, register: Path) -> None:
        """Take the lock; Locked when another window has it, ReadOnly when it cannot be made."""
        self._path = register.with_name(f"{register.name}.lock")
        self._handle = self._taken(register)

    def _taken(self, register: Path) -> int:
        while True:
            handle = self._opened(register)
            try:
                _take(handle)
            except OSError:
                os.close(handle)
                raise Locked(
                    say(
                        "Registret {name} är redan öppet i ett annat fönster. "
                        "Använd det fönstret, eller stäng det först.",
                        name=register.name,
                    )
                ) from None
            if self._still_there(handle):
                return handle
            os.close(handle)

    def _opened(self, register: Path) -> int:
        try:
            return os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        except OSError:
            raise read_only(register) from None

    def _still_there(self, handle: int) -> bool:
        """Tell whether the file locked is the one with the name: its last holder removes it."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False

    def release(self) -> None:
        """Give the lock up and take its file away; nothing happens the second time."""
        if self._handle < 0:
            return
        handle, self._handle = self._handle, -1
        if sys.platform != "win32":
            self._path.unlink(missing_ok=True)
        os.close(handle)
