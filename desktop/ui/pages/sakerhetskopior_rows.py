"""The list of backups: day, occasion, size, what it holds, where it lies, what it lacks."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.backups.difference import Relation
from db.backups.listing import Standing
from desktop.ui import kept_words
from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Mark, Tone
from desktop.ui.table import Cell, Column
from desktop.ui.widgets.file import size_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from db.backups.listing import Backup
    from db.backups.place import Place
    from desktop.ui.kept import Gathered, Kept


@dataclass(frozen=True, kw_only=True)
class Line:
    """One row."""

    backup: Backup
    """The backup."""
    kept: Kept | None
    """How it stands to the register; None when it cannot be used."""
    near: Place
    """The place beside the register."""
    now: datetime
    """When the list was made."""

    @property
    def name(self) -> str:
        """Its file's name, by which it is chosen again."""
        return self.backup.path.name


def lines(found: Gathered, now: datetime) -> list[Line]:
    """Give the rows, the newest first; those that cannot be used stand last."""
    near = found.places[0]
    usable = [Line(backup=each.backup, kept=each, near=near, now=now) for each in found.kept]
    return usable + [Line(backup=each, kept=None, near=near, now=now) for each in found.unfit]


def columns() -> Sequence[Column]:
    """Give the columns from the left."""
    return (
        Column(key="day", title=tr("Dag"), value=_day, weight="medium"),
        Column(key="holds", title=tr("Innehåll"), value=_holds, stretch=1),
        Column(key="place", title=tr("Ligger"), value=_place, tone=Tone.MUTED),
        Column(key="lacks", title=tr("Mot nu"), value=_lacks),
    )


def _day(line: Line) -> Cell:
    occasion = line.backup.occasion
    words = shown(occasion.words) if occasion is not None else tr("tillfället är okänt")
    return Cell(
        kept_words.moment(line.backup.made_at, line.now), second=words, tip=line.backup.path.name
    )


def _holds(line: Line) -> Cell:
    size = size_words(line.backup.size)
    if line.kept is None:
        return Cell(tr("Går inte att använda"), second=size, mark=Mark.STOP)
    return Cell(kept_words.holds(line.backup.facts), second=size)


def _place(line: Line) -> Cell:
    if line.kept is None:
        near = line.backup.path.parent == line.near.folder
        return Cell(tr("Vid registret") if near else tr("Andra platsen"))
    opened = line.backup.standing is Standing.OPENED
    return Cell(
        kept_words.lies_in(line.kept.places, line.near),
        second=tr("läst nyss") if opened else tr("kontrollerad"),
    )


def _lacks(line: Line) -> Cell:
    if line.kept is None:
        return Cell("")
    track = line.kept.track
    words = kept_words.differs(track, least=line.kept.least)
    if track is None or track.relation in (Relation.FORKED, Relation.AHEAD, Relation.STRANGER):
        return Cell(words, mark=Mark.WARN)
    tone = Tone.MUTED if track.relation is Relation.SAME else Tone.TEXT
    return Cell(words, tone=tone)
