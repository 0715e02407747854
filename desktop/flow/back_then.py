"""Rows as they were at the end of a past day, rewound from the log."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from db.row import decoded, table_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from db.change import Changed
    from desktop.domain.record import Record
    from desktop.flow.desk import Desk

R = TypeVar("R", bound="Record")

MOST = 10_000
"""Acts about one subject; a budget or a visit never has as many."""


def rewound(
    desk: Desk,
    rows: Iterable[R],
    subjects: Iterable[tuple[str, int]],
    on: date,
    *,
    from_start: bool = False,
) -> list[R]:
    """Give rows of one kind as they stood when a day ended.

    `rows` are those of today, with those taken away; `subjects` are what the acts that wrote them
    were about. A row written later is left out; with `from_start` it is given as it was first
    written, for what holds from before it was written down.
    """
    state = {row.id: row for row in rows}
    if not state:
        return []
    table = table_of(type(next(iter(state.values()))))
    for event in _later(desk, subjects, on):
        for changed in reversed(event):
            if changed.table == table and changed.id in state:
                _undo(state, changed, from_start=from_start)
    return [row for row in state.values() if row.deleted is None]


def _later(desk: Desk, subjects: Iterable[tuple[str, int]], on: date) -> list[tuple[Changed, ...]]:
    """Give what the acts after a day changed, the latest act first."""
    events = {
        event.id: event
        for subject in subjects
        for event in desk.store.events(subject=subject, limit=MOST)
        if event.at.date() > on
    }
    return [events[key].changed() for key in sorted(events, reverse=True)]


def _undo(state: dict[int, R], changed: Changed, *, from_start: bool) -> None:
    if changed.before is not None:
        row = state[changed.id]
        state[changed.id] = replace(row, **decoded(type(row), changed.before))
    elif not from_start:
        del state[changed.id]
