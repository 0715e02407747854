"""Taking back the latest mistake by a counter-act; what left the house stays (DOMAIN § 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.errors import CannotUndo
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.text import plain, say
from desktop.flow.ask import Kind, ask
from desktop.flow.legal_undoing import way_on
from desktop.flow.resting import still_free
from desktop.flow.step import Command, Step
from desktop.flow.undoing import Hindrance, depth, first_act

if TYPE_CHECKING:
    from db.change import Event
    from desktop.domain.text import Text
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class TakeBack(Command):
    """Take back an act by its event; taking back a taking back does it again."""

    event_id: int = ask(Kind.REF, "Händelse", ref="event")


def _take_back(desk: Desk, it: TakeBack, work: Work) -> None:
    try:
        event = desk.store.event(it.event_id)
    except LookupError:
        raise refuse("event_id", "Händelse – finns inte i loggen – välj i listan.") from None
    if event.final:
        said = say(
            "Händelse – {text} Det har lämnat huset och kan inte ångras. {way}",
            text=plain(event.text),
            way=way_on(event.name),
        )
        raise Refusal([Hindrance("event_id", said, event_id=event.id)])
    still_free(desk, event)
    try:
        work.changes.extend(desk.store.inverse(event, desk.today))
    except CannotUndo as trouble:
        raise Refusal([_hindrance(trouble)]) from trouble
    for kind, row_id in event.subjects:
        work.about(kind, row_id)
    work.undoes = event.id
    work.said = _said(desk, event)


def _hindrance(trouble: CannotUndo) -> Problem:
    """Say what stands in the way, and which event it is when it is one."""
    said = say("Händelse – {text}", text=trouble.text)
    later = trouble.later
    if later is None:
        return Problem("event_id", said)
    if later.final:
        # "Ta tillbaka det först" would be advice that nobody can follow.
        said = say(
            "Händelse – Det kan inte tas tillbaka, för något som har lämnat huset bygger på det"
            " ({when}): {later} {way}",
            when=f"{later.at:%Y-%m-%d %H.%M}",
            later=plain(later.text),
            way=way_on(later.name),
        )
    return Hindrance("event_id", said, event_id=later.id, undoable=not later.final)


def _said(desk: Desk, event: Event) -> Text:
    """Say what was undone, or done again, by the words of the first act."""
    first = first_act(desk.store, event)
    if depth(desk.store, event.id, {}) % 2:
        return say("Gjort igen: {text}", text=first.text)
    return say("Ångrat: {text}", text=first.text)


STEPS = (
    Step(
        name="take_back",
        command=TakeBack,
        about="event",
        title=say("Ångra"),
        button=say("Ångra"),
        plan=_take_back,
    ),
)
