"""Another copy of a register moved out of the way: whole, found again, and never removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.backups.aside import move_aside
from db.backups.trouble import NotPutAway, reason_of
from db.lock import SessionLock
from db.remains import remains
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path


def put_away(copy: Path, now: datetime) -> Path:
    """Move a copy beside a register, with what belongs to it, into a folder; give where it lies.

    The folder is made among the backups of its place. Raises Locked when a window has it open,
    and any other FileTrouble when it cannot be moved: then it lies where it lay.
    """
    lock = SessionLock(copy)
    try:
        # A journal goes first: alone it means nothing, and the file without it would be half.
        folder = move_aside(copy, (*remains(copy), copy), now)
    except OSError as error:
        raise NotPutAway(
            say(
                "{name} kunde inte läggas undan ({reason}). Den ligger kvar där den låg.",
                name=plain(copy.name),
                reason=reason_of(error),
            )
        ) from error
    finally:
        lock.release()
    return folder / copy.name
