"""What the history says of one act: how it stands, and which ways on there are from it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.flow.legal_undoing import effect_of_undoing, way_on
from desktop.flow.undoing import depth, first_act
from desktop.flow.verdicts import Standing
from desktop.ui.i18n import shown, tr
from desktop.ui.roles import Mark
from desktop.ui.undo_ways import lawful

if TYPE_CHECKING:
    from datetime import datetime

    from desktop.domain.problems import Problem
    from desktop.flow.desk import Desk
    from desktop.flow.event_log import LogRow
    from desktop.flow.legal_effect import Effect
    from desktop.flow.verdicts import Verdict
    from desktop.ui.page import Route


@dataclass(frozen=True, kw_only=True)
class Told:
    """All that stands about an act beside its own words."""

    sentence: str
    """How it stands."""
    mark: Mark
    """The symbol of that."""
    button: str = ""
    """The verb; "" when nothing can be taken back or done again now."""
    target: int = 0
    """The event that the button takes back."""
    later: int = 0
    """An event that stands in the way; 0 for none."""
    later_may: bool = False
    """True when that one may be undone first."""
    lawful: tuple[str, Route] | None = None
    """Words and place of the act that goes the lawful way on."""
    effect: Effect | None = None
    """What taking back means where others may know of it already."""


def told(desk: Desk, row: LogRow, found: Verdict) -> Told:
    """Say how an act stands, with its ways on."""
    match found.standing:
        case Standing.BEGAN:
            return Told(sentence=tr("Med det här började registret."), mark=Mark.INFO)
        case Standing.LEFT:
            sentence = tr(
                "Det har lämnat huset och kan inte ångras. {way}", way=shown(way_on(row.name))
            )
            event = desk.store.event(row.id)
            return Told(sentence=sentence, mark=Mark.STOP, lawful=lawful(desk, event))
        case Standing.STANDS | Standing.UNDONE:
            return _may(desk, row, found)
        case Standing.HELD | Standing.GONE:
            return _may_not(desk, found)


def _may(desk: Desk, row: LogRow, found: Verdict) -> Told:
    again = depth(desk.store, found.target, {}) % 2 == 1
    first = first_act(desk.store, desk.store.event(row.id))
    if again:
        sentence = tr("Ångrat {when}. Det kan göras igen.", when=_when(desk, found.target))
    elif found.target != row.id:
        when = _when(desk, found.target)
        sentence = tr("Gjort igen {when}. Det kan ångras på nytt.", when=when)
    else:
        sentence = tr("Det kan ångras: inget senare bygger på det.")
    return Told(
        sentence=sentence,
        mark=Mark.INFO,
        button=tr("Gör om") if again else tr("Ångra det här"),
        target=found.target,
        effect=None if again else effect_of_undoing(first.name),
    )


def _may_not(desk: Desk, found: Verdict) -> Told:
    hindrance = found.hindrance
    words = problem_words(found.problem)
    if found.undone_by is not None:
        words = tr("Ångrat {when}. {why}", when=_when(desk, found.undone_by), why=words)
    return Told(
        sentence=words,
        mark=Mark.WAITING,
        later=hindrance.event_id if hindrance is not None else 0,
        later_may=hindrance is not None and hindrance.undoable,
    )


def problem_words(problem: Problem | None) -> str:
    """Give a refusal of taking back without the name of its field, which nobody filled in."""
    words = shown(problem.text) if problem is not None else ""
    return words.removeprefix(tr("Händelse")).removeprefix(" – ")


def _when(desk: Desk, event_id: int) -> str:
    return moment(desk.store.event(event_id).at)


def moment(at: datetime) -> str:
    """Give day and time: "2026-11-22 14.32"."""
    return f"{at:%Y-%m-%d %H.%M}"
