"""The derived rows of every case, computed again and compared with the file's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.casework import Case, Summary
from desktop.domain.text import Text, say
from desktop.flow.derive import folded, summary
from desktop.flow.picture import picture
from desktop.flow.waiting import waiting

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from db.store import Store
    from desktop.domain.casework import Awaited
    from desktop.flow.desk import Desk

Derived: TypeAlias = "tuple[Summary | None, frozenset[Awaited], str]"
"""What lists show, what is awaited, and the words of the search."""


def differing(desk: Desk) -> Iterator[Text]:
    """Say which cases the file shows otherwise than they are.

    A row says what held on the day it was made, which is the day of the case's latest act or of
    a later act on something it shares: any of these days may have made it.
    """
    ids = {case.id: case.number for case in desk.store.find(Case)}
    for case_id, number in ids.items():
        kept = _kept(desk.store, case_id)
        if not any(_computed(desk.on(day), case_id) == kept for day in _days(desk.store, case_id)):
            yield say("{number} visas inte som det är: listan stämmer inte.", number=number)
    for (row_id,) in desk.store.rows("SELECT id FROM summary ORDER BY id"):
        if row_id not in ids:
            yield say("Listan visar ett ärende som inte finns i registret.")


def _kept(store: Store, case_id: int) -> Derived:
    shown = store.summaries([case_id])
    words = store.rows("SELECT folded FROM search WHERE id = ?", case_id)
    return (
        shown[0] if shown else None,
        _bare(store.awaited([case_id])[case_id]),
        words[0][0] if words else "",
    )


def _computed(desk: Desk, case_id: int) -> Derived:
    seen = picture(desk, case_id)
    return summary(seen), _bare(waiting(seen)), folded(seen)


def _bare(rows: Iterable[Awaited]) -> frozenset[Awaited]:
    """Give the rows without their ids, which are of no meaning."""
    return frozenset(replace(row, id=0) for row in rows)


def _days(store: Store, case_id: int) -> Iterator[date]:
    """Give the day of the case's latest act, then the days of every act after it."""
    rows = store.rows(
        "SELECT DISTINCT substr(at, 1, 10) FROM event WHERE id >= (SELECT max(event_id) FROM"
        " event_subject WHERE entity = 'case' AND row_id = ?) ORDER BY id",
        case_id,
    )
    for (day,) in rows:
        yield date.fromisoformat(day)
