"""Which subjects each page of the catalogue is drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.casework import Case, Document
from desktop.domain.phases import Phase
from desktop.flow.waiting import label
from desktop.ui.page import Place, Route

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from desktop.flow.desk import Desk
    from desktop.ui.page import PageEntry


def routes(desk: Desk, entries: Iterable[PageEntry]) -> Iterator[Route]:
    """Give the routes: each page of the list once, each page under another with its subjects."""
    for entry in entries:
        if entry.place is Place.UNDER:
            subjects = SUBJECTS.get(entry.key, _first)(desk)
            yield from (Route(page=entry.key, subject=each) for each in subjects)
        else:
            yield Route(page=entry.key)


def _first(_desk: Desk) -> list[int]:
    return [1]


def _cases(desk: Desk) -> list[int]:
    """Give a case of each phase, and one of each thing that a decided case waits for."""
    found: dict[str, int] = {}
    for row in desk.store.summaries(each.id for each in desk.store.find(Case)):
        shown = label(desk.store.awaited([row.id])[row.id], row.phase, desk.today)
        found.setdefault(f"{shown.kind} {shown.tone}", row.id)
    return sorted(found.values())


def _ready(desk: Desk) -> list[int]:
    ready = desk.store.first(Case, "phase = ?", Phase.READY)
    return [ready.id] if ready else []


def _documents(desk: Desk) -> list[int]:
    """Give a letter of each kind, and a file that came in."""
    found: dict[str, int] = {}
    for each in desk.store.find(Document):
        found.setdefault(each.kind if each.outgoing else each.media, each.id)
    return sorted(found.values())


SUBJECTS: Mapping[str, Callable[[Desk], list[int]]] = {
    "arende": _cases,
    "handling": _documents,
    "besluta": _ready,
    "fordelning": _ready,
    "ansokan": lambda _desk: [0],
}
"""What pages are about; a page that is not named here is drawn with the first of its kind."""
