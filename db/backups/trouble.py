"""What can stand in the way of a backup or of putting one back, in plain Swedish sentences."""

from __future__ import annotations

import errno
import sqlite3
from typing import TYPE_CHECKING

from db.errors import Damaged, Fault, FileTrouble, Newer, NotARegister, OutOfReach, code_of
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from pathlib import Path


class NotBackedUp(FileTrouble):
    """No backup was made; the register and the earlier backups are as they were."""


class PlaceGone(NotBackedUp):
    """The folder for backups is not there: a stick is out, or a share is away."""


class PlaceClosed(NotBackedUp):
    """The folder for backups cannot be written in."""


class PlaceFull(NotBackedUp):
    """The disk with the backups is full."""


class SamePlace(NotBackedUp):
    """The second place is the first: one broken disk would take both."""


class Busy(NotBackedUp):
    """The register was written in all the time, or is being backed up already; try again soon."""


class BrokenOff(NotBackedUp):
    """Somebody asked it to stop."""


class Spoilt(NotBackedUp):
    """The copy was not what it should be when it was read, so it was thrown away."""


class Unfit(FileTrouble):
    """The file is no backup that can be trusted; it was left as it is."""


class NotRestored(FileTrouble):
    """The register is as it was."""


class NotPutAway(FileTrouble):
    """The file lies where it lay."""


class OpenedBackup(FileTrouble):
    """Somebody is about to work in a backup, which is to be looked at or put back instead."""


class Doubtful(FileTrouble):
    """The backup is in place, but did not pass when it was read; `kept` is what was there."""

    def __init__(self, text: Text, kept: Path | None) -> None:
        """Keep the sentence and where the former register is."""
        self.kept = kept
        super().__init__(text)


_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_CLOSED = (errno.EACCES, errno.EPERM, errno.EROFS)
_AWAY = {
    getattr(errno, name)
    for name in (
        *("EHOSTDOWN", "EHOSTUNREACH", "ENETDOWN", "ENETUNREACH", "ENOTCONN", "ESTALE"),
        *("ETIMEDOUT", "ECONNRESET", "ECONNABORTED", "EREMOTEIO", "ENODEV", "ENXIO", "ENOMEDIUM"),
    )
    if hasattr(errno, name)
}
"""What a system says of a share or disk that does not answer; some know fewer words for it."""
_AWAY_WINDOWS = (21, 51, 53, 55, 59, 64, 67, 121, 1167, 1203, 1231, 1232, 1236, 1256)
"""Windows' numbers for the same."""


def place_gone(folder: Path) -> PlaceGone:
    """Say that a place is not there."""
    return PlaceGone(
        say(
            "Mappen {folder} finns inte, så ingen säkerhetskopia gjordes där. "
            "Anslut disken eller välj en annan mapp för säkerhetskopior.",
            folder=plain(str(folder)),
        )
    )


def _place_silent(folder: Path) -> PlaceGone:
    return PlaceGone(
        say(
            "Mappen {folder} svarar inte, så ingen säkerhetskopia gjordes där. "
            "Anslut disken eller nätverket, eller välj en annan mapp för säkerhetskopior.",
            folder=plain(str(folder)),
        )
    )


def place_trouble(error: OSError | Fault, folder: Path) -> NotBackedUp:
    """Turn an error while a backup was written into a sentence."""
    if _is_full(error):
        return PlaceFull(
            say(
                "Disken med mappen {folder} är full, så ingen säkerhetskopia gjordes där. "
                "Frigör utrymme eller välj en annan mapp för säkerhetskopior.",
                folder=plain(str(folder)),
            )
        )
    if _is_closed(error):
        return PlaceClosed(
            say(
                "Det går inte att skriva i mappen {folder}, så ingen säkerhetskopia gjordes där. "
                "Välj en annan mapp för säkerhetskopior.",
                folder=plain(str(folder)),
            )
        )
    if is_away(error):
        return _place_silent(folder)
    if isinstance(error, FileNotFoundError):
        return place_gone(folder)
    return NotBackedUp(
        say(
            "Säkerhetskopian i mappen {folder} kunde inte göras ({reason}). "
            "Kontrollera disken. Tidigare säkerhetskopior finns kvar.",
            folder=plain(str(folder)),
            reason=reason_of(error),
        )
    )


def _is_full(error: OSError | Fault) -> bool:
    if isinstance(error, OSError):
        return error.errno in _FULL
    return code_of(error) == sqlite3.SQLITE_FULL


def _is_closed(error: OSError | Fault) -> bool:
    if isinstance(error, OSError):
        return error.errno in _CLOSED
    return code_of(error) in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM)


def is_away(error: BaseException) -> bool:
    """Tell whether a disk or share did not answer."""
    if not isinstance(error, OSError):
        return False
    return error.errno in _AWAY or getattr(error, "winerror", None) in _AWAY_WINDOWS


def reason_of(error: OSError | Fault) -> Text:
    """Say what the disk or SQLite complained of, without any path."""
    if _is_full(error):
        return say("disken är full")
    if _is_closed(error):
        return say("det går inte att skriva i mappen")
    return plain((error.strerror if isinstance(error, OSError) else "") or str(error))


def broken_off() -> BrokenOff:
    """Say that somebody asked it to stop."""
    return BrokenOff(say("Säkerhetskopieringen avbröts. Ingenting har ändrats."))


def detail_of(trouble: FileTrouble) -> Text:
    """Give what was found, out of a sentence that names a file which is gone when it is read."""
    detail = dict(trouble.text.values).get("detail")
    return detail if isinstance(detail, Text) else say("den är inget register")


def spoilt(name: str, detail: Text) -> Spoilt:
    """Say that a copy did not pass."""
    return Spoilt(
        say(
            "Säkerhetskopian av {name} stämde inte när den lästes ({detail}), så den räknas inte. "
            "Kontrollera registret och disken. Tidigare säkerhetskopior finns kvar.",
            name=plain(name),
            detail=detail,
        )
    )


def out_of_reach(path: Path, error: OSError) -> OutOfReach:
    """Say that a file does not answer."""
    return OutOfReach(
        say(
            "Filen {name} går inte att läsa ({reason}). Kontrollera att disken är ansluten.",
            name=plain(path.name),
            reason=reason_of(error),
        )
    )


def unfit(name: str, trouble: FileTrouble) -> FileTrouble:
    """Say what is wrong with a backup, which is not the register itself."""
    if isinstance(trouble, (NotARegister, Newer)):
        return trouble
    if isinstance(trouble, Damaged):
        return Unfit(
            say(
                "Säkerhetskopian {name} är skadad och räknas inte. "
                "Välj en annan, och behåll filen som den är.",
                name=plain(name),
            )
        )
    return Unfit(
        say(
            "Säkerhetskopian {name} går inte att läsa just nu. "
            "Kontrollera att disken är ansluten, eller välj en annan.",
            name=plain(name),
        )
    )


def opened_backup(name: str) -> OpenedBackup:
    """Say that a file is a backup, and what backups are for."""
    return OpenedBackup(
        say(
            "{name} är en säkerhetskopia och ska vara som den är. "
            "Titta i den utan att ändra, eller återgå till den i registret.",
            name=plain(name),
        )
    )


def not_restored(name: str, reason: Text) -> NotRestored:
    """Say that nothing was put back, and why."""
    return NotRestored(
        say(
            "Ingenting återställdes: {reason} Registret {name} är som det var.",
            name=plain(name),
            reason=reason,
        )
    )
