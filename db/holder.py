"""Who has a register open, as the content of a lock file says and as it is told."""

from __future__ import annotations

import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime

from desktop.domain.text import Text, plain, say

_LARGEST = 2000
"""Bytes of a lock file that are read; more is none of ours."""


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
        return (self.host, self.user) == (host(), _user())


def locked_words(name: str, who: Holder | None) -> Text:
    """Say that a register is open, and with whom."""
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


def say_who(handle: int) -> None:
    """Write in the lock file who has it; a disk that is full keeps nobody from working."""
    who = Holder(
        host=host(),
        user=_user(),
        pid=os.getpid(),
        since=datetime.now().replace(microsecond=0),  # noqa: DTZ005 - local
    )
    words = asdict(who) | {"since": who.since.isoformat()}
    with suppress(OSError):
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(words, ensure_ascii=False).encode())


def said(handle: int) -> Holder | None:
    """Read who the lock file says has it; None for anything else than what we write."""
    try:
        os.lseek(handle, 0, os.SEEK_SET)
        words = json.loads(os.read(handle, _LARGEST).decode())
        return Holder(
            host=_word(words["host"]),
            user=_word(words["user"]),
            pid=_number(words["pid"]),
            since=datetime.fromisoformat(words["since"]).replace(tzinfo=None),
        )
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return None


def _number(found: object) -> int:
    if not isinstance(found, int):
        raise TypeError(found)
    return found


def _word(found: object) -> str:
    """Give a name of at most a line, as anybody may have written the file."""
    if not isinstance(found, str) or not found.isprintable() or not 0 < len(found) <= 100:  # noqa: PLR2004
        raise ValueError(found)
    return found


def host() -> str:
    """Give the name of this computer."""
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
