"""How the backups of the open register stand, as far as is known without reading a disk."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.ui.keeper_words import place_name, status

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from db.backups.listing import Backup
    from db.backups.making import Outcome
    from db.backups.occasion import Stand
    from db.errors import FileTrouble
    from desktop.domain.text import Text
    from desktop.ui.keeper_work import Report
    from desktop.ui.preferences import Preferences

SOON, RETRY = 60.0, 300.0
"""Seconds until another try: when somebody else was at it, and when a place could not be used."""


@dataclass(frozen=True, kw_only=True)
class Keeping:
    """How the backups of the open register stand."""

    last: Backup | None = None
    """The last good one beside the register."""
    second: Path | None = None
    """The folder chosen as a second place."""
    second_last: Backup | None = None
    """The last good one there; None too while the disk is away."""
    second_at: datetime | None = None
    """When the last good one was made there, also while the disk is away."""
    running: bool = False
    """True while one is made."""
    outcomes: tuple[Outcome, ...] = ()
    """What came of the last try, by place."""

    @property
    def failed(self) -> bool:
        """True when a place failed at the last try, and not for somebody else being at it."""
        return any(each.trouble is not None and not passing(each.trouble) for each in self.outcomes)

    def words(self, register: Path, now: datetime) -> Text:
        """Say it in the line at the bottom."""
        name = place_name(self.second, register) if self.second is not None else None
        last = self.last.made_at if self.last is not None else None
        stands = (stand_of(self.last), stand_of(self.second_last))
        together = stands[0] is not None and stands[0] == stands[1]
        return status(last, name, self.second_at, now, together=together)


class Ledger:
    """What is known of one register's backups; forgotten when another is opened."""

    def __init__(self, register: Path, uuid: str, preferences: Preferences) -> None:
        """Know nothing yet."""
        self.register, self.uuid = register, uuid
        self.tried: float | None = None
        """When something was tried last, on a clock that is never set."""
        self.looked = False
        """True once the places have been looked at."""
        self._preferences = preferences
        self._lasts: tuple[Backup | None, ...] = ()
        self._outcomes: tuple[Outcome, ...] = ()

    @property
    def second(self) -> Path | None:
        """The folder chosen as a second place."""
        return self._preferences.second(self.uuid)

    def take(self, report: Report) -> None:
        """Learn from what was done; what could not be read is as it was."""
        if report.stand is not None:
            self._lasts, self.looked = report.lasts, True
        self._outcomes = report.outcomes

    def forget_outcomes(self) -> None:
        """Forget what failed: another place is used from now on."""
        self._outcomes = ()
        self._lasts = self._lasts[:1]

    def keeping(self, *, running: bool) -> Keeping:
        """Give how it stands."""
        second = self.second
        last = self._lasts[0] if self._lasts else None
        there = self._lasts[1] if second is not None and len(self._lasts) > 1 else None
        kept = self._preferences.second_at(self.uuid) if second is not None else None
        return Keeping(
            last=last,
            second=second,
            second_last=there,
            second_at=there.made_at if there is not None else kept,
            running=running,
            outcomes=self._outcomes,
        )

    def stands(self) -> tuple[Stand | None, ...]:
        """Give how the register stood in the last good backup of each place."""
        places = 1 if self.second is None else 2
        lasts = (*self._lasts, None, None)[:places]
        return tuple(stand_of(last) for last in lasts)

    def waited(self, now: float, interval: float) -> float | None:
        """Give the seconds since the last try; a failed one is tried again sooner."""
        if self.tried is None:
            return None
        waited = now - self.tried
        failed = [each.trouble for each in self._outcomes if each.trouble is not None]
        if not failed:
            return waited
        soon = SOON if any(passing(trouble) for trouble in failed) else RETRY
        return interval if waited >= soon else waited


def stand_of(backup: Backup | None) -> Stand | None:
    """Give how the register stood when a backup was made."""
    return backup.facts.stand if backup is not None and backup.facts is not None else None


def passing(trouble: FileTrouble) -> bool:
    """Tell whether a backup failed only for somebody else being at it, or for being broken off."""
    from db.backups.trouble import BrokenOff, Busy  # noqa: PLC0415 - not before the first paint

    return isinstance(trouble, (Busy, BrokenOff))
