"""How a register was left: what had become of its file, and where what was open is kept."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.problems import Problem
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime
    from pathlib import Path

    from db.errors import FileTrouble, Moved
    from db.store import Store


@dataclass(frozen=True, kw_only=True)
class Left:
    """A register as it was when it was closed, or was about to be."""

    path: Path
    """Its file."""
    head: str
    """The hash of its last event, as it was open."""
    moved: Moved | None = None
    """What had become of its file; None when that was as it was left, with that head."""
    kept: Path | None = None
    """Where what was open was saved and verified, because of that."""
    trouble: FileTrouble | None = None
    """Why it was not."""

    @property
    def still_kept(self) -> bool:
        """True while what was saved lies there."""
        try:
            return self.kept is not None and self.kept.is_file()
        except OSError:
            return False

    @property
    def in_danger(self) -> bool:
        """True when what is open is held by this program alone, and closing it loses it."""
        from db.errors import NotWritten  # noqa: PLC0415 - as rare as it

        return isinstance(self.trouble, NotWritten)


def parting(store: Store, moved: Moved, folders: Iterable[Path], now: datetime) -> Left:
    """Save what is open in the first folder that takes it, when its file has `moved`."""
    from db.errors import FileTrouble, How  # noqa: PLC0415 - as rare as it
    from db.sheltering import shelter  # noqa: PLC0415 - as rare as it

    kept: Path | None = None
    refused: FileTrouble | None = None
    if moved.how is not How.WRITTEN:
        try:
            kept = shelter(store, folders, now)
        except FileTrouble as trouble:
            refused = trouble
    return Left(path=store.path, head=store.head, moved=moved, kept=kept, trouble=refused)


def not_left(left: Left) -> Problem:
    """Say that a register stays open, as closing it would lose what is open."""
    return Problem(
        "",
        say(
            "Registret är fortfarande öppet. Filen {name} är inte den som öppnades, och det som "
            "är öppet kunde inte sparas i någon annan mapp. Frigör utrymme på disken och försök "
            "igen. Görs det nu en gång till stängs det ändå, och då finns bara säkerhetskopiorna.",
            name=plain(left.path.name),
        ),
    )
