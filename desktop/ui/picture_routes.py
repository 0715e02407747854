"""Which subjects each page of the catalogue is drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.casework import Case, Document
from desktop.domain.phases import Phase
from desktop.flow.picture import picture
from desktop.flow.steps import step_named
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


def _ready(desk: Desk, *, together: bool) -> list[int]:
    """Give a case that is ready for decision, by itself or together with others."""
    for case in desk.store.find(Case, "phase = ?", Phase.READY, order="id desc"):
        if desk.guideline(case.guideline_id).scheme(case.scheme).round is together:
            return [case.id]
    return []


def _documents(desk: Desk) -> list[int]:
    """Give a decision, a committee sheet and a file that came in."""
    store = desk.store
    wanted = (
        store.first(Document, "kind = 'decision_partly'", order="id desc"),
        store.first(Document, "kind = 'committee_sheet'", order="id desc"),
        store.first(Document, "outgoing = 0 and kind <> 'coat'", order="id desc"),
    )
    return [each.id for each in wanted if each]


def _paid(desk: Desk) -> list[int]:
    """Give a case with money that can be claimed back."""
    carried = desk.store.find(Case, "phase = ?", Phase.CARRIED_OUT)
    seen = (picture(desk, case.id) for case in carried)
    applies = step_named("reclaim").applies
    return [next(each.id for each in seen if applies(each))]


SUBJECTS: Mapping[str, Callable[[Desk], list[int]]] = {
    "arende": _cases,
    "handling": _documents,
    "besluta": lambda desk: _ready(desk, together=False),
    "aterkrav": _paid,
    "fordelning": lambda desk: _ready(desk, together=True),
    "ansokan": lambda _desk: [0],
}
"""What pages are about; a page that is not named here is drawn with the first of its kind."""
