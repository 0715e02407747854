"""One window, one register: an operating-system lock that dies with the process."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from db.errors import Locked, read_only
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from pathlib import Path

_LARGEST = 2000
"""Bytes of a lock file that are read; more is none of ours."""
_TRIES, _BREATH = 4, 0.02
"""Somebody who asks who holds a lock has it for a moment: tries, and seconds between them."""

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


@dataclass(frozen=True, kw_only=True)
class Holder:
    """Who has a register open."""

    host: str
    """The name of the computer."""
    user: str
    """The name of the account."""
    pid: int
    """The number of the process."""
    since: datetime
    """Since when, local time by that computer's clock."""

    @property
    def here(self) -> bool:
        """True when it is the same account on the same computer as this process."""
        return (self.host, self.user) == (_host(), _user())


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
        return _said(handle)
    finally:
        os.close(handle)
    return None


def lock_path(register: Path) -> Path:
    """Give where the lock of a register lies."""
    return register.with_name(f"{register.name}.lock")


class SessionLock:
    """The lock on one register, held from its making until `release`.

    It is the open handle that counts: what stands in the lock file, or that one is left over,
    never matters. The content only tells others who has it.
    """

    def __init__(self, register: Path) -> None:
        """Take the lock; Locked when another window has it, ReadOnly when it cannot be made."""
        self._register = register
        self._path = lock_path(register)
        self._handle = self._taken(register)
        _say_who(self._handle)

    def _taken(self, register: Path) -> int:
        tries = _TRIES
        while True:
            handle = self._opened(register)
            try:
                _take(handle)
            except OSError:
                who = _said(handle)
                os.close(handle)
                tries -= 1
                if not tries:
                    raise _locked(register, who) from None
                time.sleep(_BREATH)
                continue
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

    def renew(self) -> None:
        """Take the lock anew when its file was taken away or exchanged; raises as the making."""
        with suppress(OSError):
            if self._handle >= 0 and self._still_there(self._handle):
                return
        fresh = self._taken(self._register)
        if self._handle >= 0:
            os.close(self._handle)
        self._handle = fresh
        _say_who(fresh)

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
    return Locked(_sentence(register.name, who), who)


def _sentence(name: str, who: Holder | None) -> Text:
    if who is None:
        return say(
            "Registret {name} är redan öppet i ett annat fönster. "
            "Använd det fönstret, eller stäng det först.",
            name=name,
        )
    if who.here:
        return say(
            "Registret {name} är redan öppet i ett annat fönster, sedan {since}. "
            "Använd det fönstret, eller stäng det först.",
            name=name,
            since=plain(since_words(who.since)),
        )
    return say(
        "Registret {name} är öppet hos {user} på {host} sedan {since}. Ingenting har ändrats. "
        "Be {user} stänga det där, eller titta i det så länge utan att ändra.",
        name=name,
        user=plain(who.user),
        host=plain(who.host),
        since=plain(since_words(who.since)),
    )


def since_words(since: datetime) -> str:
    """Give a time as it is said: "08.10" today, otherwise with its day, "2026-11-21 08.10"."""
    today = since.date() == datetime.now().date()  # noqa: DTZ005 - local
    return f"{since:%H.%M}" if today else f"{since:%Y-%m-%d %H.%M}"


def _say_who(handle: int) -> None:
    """Write in the lock file who has it; a disk that is full keeps nobody from working."""
    who = Holder(
        host=_host(),
        user=_user(),
        pid=os.getpid(),
        since=datetime.now().replace(microsecond=0),  # noqa: DTZ005 - local
    )
    said = asdict(who) | {"since": who.since.isoformat()}
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(said, ensure_ascii=False).encode())


def _said(handle: int) -> Holder | None:
    """Read who the lock file says has it; None for anything else than what we write."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        said = json.loads(os.read(handle, _LARGEST).decode())
        return Holder(
            host=_word(said["host"]),
            user=_word(said["user"]),
            pid=_number(said["pid"]),
            since=datetime.fromisoformat(said["since"]).replace(tzinfo=None),
        )
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def _number(said: object) -> int:
    if not isinstance(said, int):
        raise TypeError(said)
    return said


def _word(said: object) -> str:
    """Give a name of at most a line, as anybody may have written the file."""
    if not isinstance(said, str) or not said.isprintable() or not 0 < len(said) <= 100:  # noqa: PLR2004
        raise ValueError(said)
    return said


def _host() -> str:
    if sys.platform == "win32":
        return os.environ.get("COMPUTERNAME", "") or "?"
    return os.uname().nodename or "?"


def _user() -> str:
    for name in ("USERNAME", "LOGNAME", "USER"):
        if os.environ.get(name):
            return os.environ[name]
    if sys.platform == "win32":
        return "?"
    import pwd  # noqa: PLC0415 - the variables tell nearly always

    try:
        return pwd.getpwuid(os.getuid()).pw_name
    except KeyError:
        return str(os.getuid())
