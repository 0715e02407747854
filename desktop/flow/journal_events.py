"""What happened in a case, from the log: its own acts and those of its rounds and lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.flow.case_documents import lists_of, rounds_of
from desktop.letters.facts.journal import EventRow

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.change import Event
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture

EVERY = 1_000_000
"""More events than any register has."""


def event_rows(desk: Desk, seen: Picture) -> Iterator[EventRow]:
    """Give what happened as rows of the journal, oldest first."""
    found = events_of(desk, seen)
    undone = _undone(found)
    for each in found:
        yield EventRow(
            at=each.at,
            day=each.at.date(),
            who=each.officer,
            what=each.text,
            reason=each.reason,
            undone=each.id in undone,
        )


def events_of(desk: Desk, seen: Picture) -> list[Event]:
    """Give the events of the case, its rounds, its lists and its annual reports, oldest first."""
    store = desk.store
    found = {each.id: each for each in store.events(("case", seen.id), limit=EVERY)}
    shared = [("round", each.id) for each in rounds_of(desk, seen.id)]
    shared += [("list", each.id) for each in lists_of(desk, seen)]
    for subject_of in shared:
        found |= {
            each.id: each
            for each in store.events(subject_of, limit=EVERY)
            if not any(kind == "case" for kind, _ in each.subjects)
        }
    if seen.decision is not None:
        found |= {
            each.id: each
            for each in store.events(("association", seen.association.id), limit=EVERY)
            if each.name == "receive_annual_report" and each.at.date() >= seen.decision.decided_on
        }
    return [found[key] for key in sorted(found)]


def _undone(events: list[Event]) -> set[int]:
    """Give the events that stand taken back, when undoing was itself undone not."""
    back: set[int] = set()
    for each in reversed(events):
        if each.undoes is not None and each.id not in back:
            back.add(each.undoes)
    return back
