"""One window, one register: an operating-system lock that dies with the process."""

from __future__ import annotations

import errno
import os
import sys
import time
from contextlib import suppress
from typing import TYPE_CHECKING

from db.errors import Locked, read_only, silent
from db.holder import locked_words, said, say_who
from db.insisting import insist
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from pathlib import Path

    from db.holder import Holder

_TRIES, _BREATH = 4, 0.02
"""Somebody who asks who holds a lock has it for a moment: tries, and seconds between them."""
_ROUNDS = 50
"""Times that a lock file may be found exchanged for another just when it was locked."""
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOSPC, errno.EDQUOT, errno.EISDIR)
"""What a system says of a folder that nothing new can be written in."""
_HELD = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK)
"""What a system says of a lock that somebody has; anything else is a disk that knows no locks."""

if sys.platform == "win32":
    import msvcrt

    _FAR = 1 << 30
    """The byte that is locked, far beyond the content: a locked byte cannot be read there."""

    def _take(handle: int) -> None:
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _try_shared(handle: int) -> None:
        _take(handle)
        os.lseek(handle, _FAR, os.SEEK_SET)
        msvcrt.locking(handle, msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _try_shared(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_SH | fcntl.LOCK_NB)


def holder(register: Path) -> Holder | None:
    """Tell who has a register open; None when nobody has, or the lock does not say.

    Writes nothing. What stands in the lock file is only words: that it is locked decides.
    """
    path = lock_path(register)
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return None
    try:
        _try_shared(handle)
    except OSError:
        return said(handle)
    finally:
        os.close(handle)
    return None


def is_held(register: Path) -> bool:
    """Tell whether anybody has a register open, also where that cannot be seen; writes nothing."""
    try:
        handle = os.open(lock_path(register), os.O_RDONLY)
    except FileNotFoundError:
        return False
    except OSError:
        return True
    try:
        _try_shared(handle)
    except OSError:
        return True
    finally:
        os.close(handle)
    return False


def lock_path(register: Path) -> Path:
    """Give where the lock of a register lies."""
    return register.with_name(f"{register.name}.lock")


class SessionLock:
    """The lock on one register, held from its making until `release`.

    It is the open handle that counts: what stands in the lock file, or that one is left over,
    never matters. The content only tells others who has it.
    """

    def __init__(self, register: Path) -> None:
        """Take the lock.

        Raises Locked when another window has it, ReadOnly when it cannot be made, and OutOfReach
        when the disk does not answer.
        """
        self._register = register
        self._path = lock_path(register)
        self._handle = self._taken(register)
        say_who(self._handle)

    def _taken(self, register: Path) -> int:
        tries = _TRIES
        for _ in range(_ROUNDS):
            handle, kept = self._opened(register), False
            try:
                _take(handle)
                kept = self._still_there(handle)
                if kept:
                    return handle
            except OSError as error:
                tries -= 1
                if error.errno not in _HELD:
                    raise silent(register, plain(error.strerror or str(error))) from error
                if not tries:
                    raise _locked(register, said(handle)) from None
                time.sleep(_BREATH)
            finally:
                if not kept:
                    os.close(handle)
        raise silent(register, say("låsfilen byts ut hela tiden"))

    def _opened(self, register: Path) -> int:
        try:
            # Windows refuses a file that its last holder is just taking away.
            return insist(
                lambda: os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666),
                tries=_TRIES,
                breath=_BREATH,
            )
        except OSError as error:
            if error.errno in _CLOSED:
                raise read_only(register) from None
            raise silent(register, plain(error.strerror or str(error))) from error

    def _still_there(self, handle: int) -> bool:
        """Tell whether the file locked is the one with the name: its last holder removes it."""
        try:
            return os.path.samestat(os.fstat(handle), self._path.stat())
        except FileNotFoundError:
            return False

    def renew(self) -> None:
        """Take the lock anew when its file was taken away or exchanged; raises as the making."""
        with suppress(OSError):
            if self._handle >= 0 and self._still_there(self._handle):
                return
        fresh = self._taken(self._register)
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = fresh
        say_who(fresh)

    def release(self) -> None:
        """Give the lock up and take its file away; nothing happens the second time."""
        if self._handle < 0:
            return
        handle, self._handle = self._handle, -1
        if sys.platform == "win32":
            os.close(handle)
            # Not while somebody else has opened it, which Windows refuses by itself.
            with suppress(OSError):
                self._path.unlink(missing_ok=True)
            return
        with suppress(OSError):
            if self._still_there(handle):
                self._path.unlink(missing_ok=True)
        os.close(handle)


def _locked(register: Path, who: Holder | None) -> Locked:
    return Locked(locked_words(register.name, who), who)
