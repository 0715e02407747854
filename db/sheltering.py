"""What is open saved in the first folder that takes it, when its own name is not its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from db.errors import AlreadyThere, NotWritten, ReadOnly
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import datetime
    from pathlib import Path

    from db.store import Store

_NAMES = 100
"""Names that are tried in a folder: so many were never made in one minute."""


def shelter(store: Store, folders: Iterable[Path], now: datetime) -> Path:
    """Save a verified copy of what is open in one of the folders, best first; give where.

    Never over anything. Raises NotWritten when no folder takes it, and any other FileTrouble when
    what was open can no longer be had from the file; no half copy is left.
    """
    refused: NotWritten | ReadOnly | None = None
    for folder in folders:
        for to in _names(store.path, folder, now):
            try:
                return store.rescue(to)
            except AlreadyThere:
                continue
            except (NotWritten, ReadOnly) as trouble:
                refused = trouble
                break
    raise NotWritten(
        say(
            "Det som är öppet i {name} gick inte att spara i någon mapp. Ingenting har ändrats.",
            name=plain(store.path.name),
        )
    ) from refused


def _names(path: Path, folder: Path, now: datetime) -> Iterator[Path]:
    for number in range(1, _NAMES):
        tail = "" if number == 1 else f" {number}"
        yield folder / f"{path.stem} (var öppet {now:%Y-%m-%d %H%M}{tail}){path.suffix}"
