"""When a backup is to be made; pure."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.domain.text import Text, say

INTERVAL_SECONDS = 30 * 60.0
"""Between two backups while somebody works."""


class Occasion(StrEnum):
    """Why a backup is made."""

    START = "start"
    INTERVAL = "interval"
    MIGRATION = "migration"
    IMPORT = "import"
    DISPOSAL = "disposal"
    RESTORE = "restore"
    CLOSE = "close"
    ASKED = "asked"

    @property
    def words(self) -> Text:
        """Say it in a list of backups."""
        return _WORDS[self]


_WORDS = {
    Occasion.START: say("när registret öppnades"),
    Occasion.INTERVAL: say("under arbetet"),
    Occasion.MIGRATION: say("före överföring till ny version"),
    Occasion.IMPORT: say("före import"),
    Occasion.DISPOSAL: say("före gallring"),
    Occasion.RESTORE: say("före återställning"),
    Occasion.CLOSE: say("när registret stängdes"),
    Occasion.ASKED: say("på begäran"),
}
_IF_CHANGED = (Occasion.START, Occasion.INTERVAL, Occasion.CLOSE)


@dataclass(frozen=True, kw_only=True)
class Stand:
    """What tells a register that has changed from one that has not."""

    head: str
    """The hash of its last event."""
    schema: int
    """Its schema number: a migration writes no event."""


def due(occasion: Occasion, *, now: Stand, last: Stand | None, waited: float | None) -> bool:
    """Tell whether a backup is to be made in one place.

    `last` is how the register stood in the last good backup there, None when there is none.
    `waited` is the seconds since the last try in this window, failed or not, on a clock that is
    never set; None when nothing was tried. What cannot be done again is always preceded by one.
    """
    if occasion not in _IF_CHANGED:
        return True
    if last == now:
        return False
    return occasion is not Occasion.INTERVAL or waited is None or waited >= INTERVAL_SECONDS
