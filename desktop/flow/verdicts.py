"""Whether an act can be taken back now: what the page of history says of each."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.domain.problems import Problem, Refusal
from desktop.domain.text import Text, say
from desktop.flow.undoing import Hindrance, depth

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.event_log import LogRow, Undoings


class Standing(StrEnum):
    """How an act stands."""

    STANDS = "stands"
    """It can be taken back now."""
    HELD = "held"
    """Something that was done later holds it."""
    LEFT = "left"
    """It has left the house."""
    UNDONE = "undone"
    """It was taken back, and can be done again."""
    GONE = "gone"
    """It was taken back, and is done anew in the ordinary way."""
    BEGAN = "began"
    """The register began with it."""


STANDING_WORDS: dict[Standing, Text] = {
    Standing.STANDS: say("Kan ångras"),
    Standing.HELD: say("Något bygger på det"),
    Standing.LEFT: say("Har lämnat huset"),
    Standing.UNDONE: say("Ångrat"),
    Standing.GONE: say("Ångrat"),
    Standing.BEGAN: say("Registrets början"),
}


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """How an act stands, and what to press."""

    standing: Standing
    """How."""
    target: int
    """The event that *Ångra det här* or *Gör om* takes back."""
    undone_by: int | None = None
    """The undoing, when it was taken back."""
    problem: Problem | None = None
    """Why it cannot be taken back, or done again, now."""

    @property
    def may(self) -> bool:
        """True when the button does something now."""
        return self.standing in (Standing.STANDS, Standing.UNDONE)

    @property
    def hindrance(self) -> Hindrance | None:
        """What stands in the way, when that is an event."""
        return self.problem if isinstance(self.problem, Hindrance) else None


def verdict(desk: Desk, row: LogRow, undoings: Undoings) -> Verdict:
    """Say how an act stands: looked at and judged, and nothing written."""
    undoings.reach(row.id)
    if row.id == 1:
        return Verdict(standing=Standing.BEGAN, target=row.id)
    if row.final:
        return Verdict(standing=Standing.LEFT, target=row.id, problem=problem_of(desk, row.id))
    target = undoings.last_of(row.id)
    undone = (depth(desk.store, target, {}) - depth(desk.store, row.id, {})) % 2 == 1
    problem = problem_of(desk, target)
    if undone:
        standing = Standing.GONE if problem else Standing.UNDONE
        return Verdict(standing=standing, target=target, undone_by=target, problem=problem)
    return Verdict(
        standing=Standing.HELD if problem else Standing.STANDS, target=target, problem=problem
    )


def problem_of(desk: Desk, event_id: int) -> Problem | None:
    """Give why an event cannot be taken back now; None when it can."""
    from desktop.flow.run import plan  # noqa: PLC0415 - only where it is asked
    from desktop.flow.steps.undo import TakeBack  # noqa: PLC0415 - as above

    try:
        plan(desk, TakeBack(event_id=event_id))
    except Refusal as refusal:
        return refusal.problems[0]
    return None
