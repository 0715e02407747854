"""Taking back the latest mistake by a counter-act; what left the house stays (DOMAIN § 5)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.errors import CannotUndo
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.resting import still_free
from desktop.flow.step import Command, Step

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
        raise refuse(
            "event_id",
            "Händelse – {text} Det har lämnat huset och kan inte ångras – rätta med ett nytt beslut"
            " eller en ny åtgärd.",
            text=event.text,
        )
    still_free(desk, event)
    try:
        work.changes.extend(desk.store.inverse(event, desk.today))
    except CannotUndo as trouble:
        raise Refusal(
            [Problem("event_id", say("Händelse – {text}", text=trouble.text))]
        ) from trouble
    for kind, row_id in event.subjects:
        work.about(kind, row_id)
    work.undoes = event.id
    work.said = _said(desk, event)


def _said(desk: Desk, event: Event) -> Text:
    """Say what was undone, or done again, by the words of the first act."""
    again, first = False, event
    while first.undoes is not None:
        again, first = not again, desk.store.event(first.undoes)
    if again:
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
