"""Old backups taken away, once what stands in their stead has been read again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.backups import manifest
from db.backups.listing import Backup, Standing, listing, sound
from db.backups.thinning import Mark, superfluous

if TYPE_CHECKING:
    from datetime import datetime

    from db.backups.place import Place


def thin(place: Place, register_uuid: str, now: datetime) -> int:
    """Take away the good backups of a register that have done their duty; give how many.

    What is damaged, has no slip that fits or is not named as ours is neither counted nor touched.
    A backup is taken away only when the next newer one that stays is, byte by byte, as it was
    when it was verified. Called when a new backup has just been verified.
    """
    good = {
        Mark(number=each.number, made_at=each.made_at): each
        for each in listing(place, register_uuid)
        if each.standing is Standing.GOOD
    }
    known: dict[Mark, bool] = {}
    while True:
        gone = superfluous(good, now)
        stays = sorted(good.keys() - set(gone), key=lambda mark: mark.number)
        heirs = {_heir(mark, stays) for mark in gone}
        known |= {heir: sound(good[heir]) for heir in heirs - known.keys()}
        rotten = {heir for heir in heirs if not known[heir]}
        if not rotten:
            return sum(_remove(good[mark]) for mark in gone)
        for mark in rotten:
            del good[mark]


def _heir(mark: Mark, stays: list[Mark]) -> Mark:
    """Give the next newer one that stays; the newest of all always stays."""
    return next(each for each in stays if each.number > mark.number)


def _remove(backup: Backup) -> bool:
    """Take a backup away, then its slip; one that cannot be is tried again another time."""
    try:
        backup.path.unlink()
        manifest.manifest_path(backup.path).unlink(missing_ok=True)
    except OSError:
        return False
    return True
