"""What a backup that was killed left in a place, told from what somebody is making there."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from db.backups.place import MANIFEST, named, part_of, tag_of, whole_name

if TYPE_CHECKING:
    from pathlib import Path

_LEFT_AFTER = 3600.0
"""Seconds until what another computer was making counts as left by one that was killed."""


def sweep(folder: Path, register_uuid: str) -> None:
    """Take away what a backup of this register that was killed left in a place.

    Nobody else on this computer is making one. Another computer may be, in a shared folder, or
    a slip may have come there before its backup: what is not this computer's goes when it is old.
    """
    tag = tag_of(register_uuid)
    ours = [path for path in folder.iterdir() if _is_half(path, tag)]
    own = {path.name.removesuffix(MANIFEST) for path in map(_whole, ours) if part_of(path) in ours}
    for path in ours:
        if _whole(path).name.removesuffix(MANIFEST) in own or _is_old(path):
            path.unlink(missing_ok=True)


def _whole(path: Path) -> Path:
    """Give what a file that is being made is to be called; any other as it is."""
    return path.with_name(whole_name(path.name) or path.name)


def _is_half(path: Path, tag: str) -> bool:
    """Tell a file that is being made, or a slip without its backup, of one register."""
    name = _whole(path).name.removesuffix(MANIFEST)
    said = named(name)
    half = whole_name(path.name) is not None or not path.with_name(name).exists()
    return half and said is not None and said.tag == tag


def _is_old(path: Path) -> bool:
    try:
        return time.time() - path.stat().st_mtime > _LEFT_AFTER
    except OSError:
        return False
