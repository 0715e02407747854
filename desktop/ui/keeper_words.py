"""How old a backup is and where it lies, in words; no disk is read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from desktop.domain.spoken import counted, short_day
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

DAYS = 14
"""Up to so many days ago are counted; further back the date says more."""
_MOUNTS = (("run", "media"), ("media",), ("mnt",), ("Volumes",))
"""Folders in which disks appear, with the person's name below in the first two."""


def age(at: datetime, now: datetime) -> Text:
    """Say when something was: by the clock today and yesterday, in days, then by its date."""
    days = (now.date() - at.date()).days
    clock = plain(f"{at:%H.%M}")
    if days == 0:
        return clock
    if days == 1:
        return say("i går {clock}", clock=clock)
    if 1 < days <= DAYS:
        return say("för {days} dagar sedan", days=counted(days))
    if at.year == now.year and days > 0:
        return short_day(at.date())
    # With a clock set back, what is to come is said by its whole date.
    return plain(f"{at:%Y-%m-%d}")


def synced_name(path: Path) -> str:
    """Give the program that seems to keep a folder in step, by its name; "" for none."""
    from db.whereabouts import by_words  # noqa: PLC0415 - not before the first paint

    found = by_words(path, os.environ)
    return found.name if found is not None else ""


def disk_name(path: Path) -> str:
    """Give what people call the disk that a folder lies on, "" when the path does not say."""
    if path.drive:
        return path.drive if not path.drive.startswith("\\\\") else path.drive.rsplit("\\", 1)[-1]
    parts = path.parts[1:]
    for mount in _MOUNTS:
        if parts[: len(mount)] == mount:
            # /media/ebba/STICKA, but /mnt/sticka
            deep = len(mount) + (1 if mount[-1] == "media" else 0)
            return parts[deep] if len(parts) > deep else ""
    return ""


def place_name(chosen: Path, register: Path) -> Text:
    """Name the second place, with its preposition: "på E:", "i OneDrive", "i mappen Kopior"."""
    synced = synced_name(chosen)
    if synced:
        return say("i {folder}", folder=plain(synced))
    disk = disk_name(chosen)
    if disk and disk.casefold() != disk_name(register).casefold():
        return say("på {disk}", disk=plain(disk))
    return say("i mappen {folder}", folder=plain(chosen.name or str(chosen)))


def status(
    last: datetime | None,
    second: Text | None,
    second_last: datetime | None,
    now: datetime,
    *,
    together: bool,
) -> Text:
    """Say when and where the last good backups are, for the line at the bottom.

    `second` names the second place, None without one; `together` says that both places have the
    register in the same state.
    """
    if last is None and second_last is None:
        return say("Ingen säkerhetskopia än")
    if last is None and second_last is not None:
        return say("Säkerhetskopia {where} {when}", where=second, when=age(second_last, now))
    when = age(last or now, now)
    if second is None:
        return say("Säkerhetskopia {when}", when=when)
    if second_last is None:
        return say("Säkerhetskopia {when}, ingen än {where}", when=when, where=second)
    if together:
        return say("Säkerhetskopia {when}, och {where}", when=when, where=second)
    then = age(second_last, now)
    return say("Säkerhetskopia {when}, {where} {then}", when=when, where=second, then=then)
