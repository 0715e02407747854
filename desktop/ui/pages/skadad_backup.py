"""Which register a backup is of, when somebody opened the backup itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.backups.manifest import read
from db.backups.track import uuid_in

if TYPE_CHECKING:
    from pathlib import Path

_MOST = 50
"""Files that are looked at."""


def register_of(backup: Path) -> Path | None:
    """Find the register beside whose folder of backups this one lies; slow, and raises nothing."""
    slip = read(backup)
    uuid = slip.facts.register_uuid if slip is not None else uuid_in(backup)
    if uuid is None:
        return None
    try:
        beside = sorted(backup.parent.parent.glob("*.vanbok"))[:_MOST]
    except OSError:
        return None
    # The newest is the one that is worked in, should a copy lie beside it.
    ours = [path for path in beside if uuid_in(path) == uuid]
    return max(ours, key=lambda path: path.stat().st_mtime, default=None)
