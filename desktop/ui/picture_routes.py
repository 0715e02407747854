"""Which subjects each page of the catalogue is drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import registers
from desktop.domain.casework import Case, Document
from desktop.domain.commitments import ActionPlan, Body, GoverningDocument, Network, Project
from desktop.domain.phases import Phase
from desktop.domain.visiting import Visit
from desktop.flow.agreement_view import agreement_pictures
from desktop.flow.follow_up_view import follow_up, latest_year
from desktop.flow.offered import offered
from desktop.flow.picture import deciding_board, picture
from desktop.flow.steps import step_named
from desktop.flow.visit_picture import visit_picture
from desktop.flow.waiting import label
from desktop.ui.page import Place, Route
from desktop.ui.pages.natverk import parts_offered

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from desktop.domain.record import Record
    from desktop.flow.desk import Desk
    from desktop.ui.page import PageEntry

VISIT_ACTS = ("approve_purpose", "plan_visit", "record_costs", "report_visit", "cancel_visit")
"""Acts of a visit that ask for much, each drawn with the first visit it can be done to."""

FEW = 3
"""The most pictures of pages about networks, projects and the rest of the same kind."""


def routes(desk: Desk, entries: Iterable[PageEntry]) -> Iterator[Route]:
    """Give the routes: each page of the list once, each page under another with its subjects."""
    for entry in entries:
        if entry.key == "besoksteg":
            yield from _visit_acts(desk)
        elif entry.key == "natverk":
            yield from (
                Route(page="natverk", act=each.key) for each in parts_offered(offered(desk))
            )
        elif entry.key in NETWORK_NEWS:
            yield from _commitments(desk, entry.key)
        elif entry.place is Place.UNDER:
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
        scheme = desk.guideline(case.guideline_id).scheme(case.scheme)
        if scheme.round is together and not deciding_board(desk, scheme):
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
    return [each.id for each in seen if applies(each)][:1]


def _visits(desk: Desk) -> list[int]:
    """Give a visit of each stage, one that is to be settled first."""
    seen = (visit_picture(desk, each.id) for each in desk.store.find(Visit, "number like 'B %'"))
    found: dict[str, int] = {}
    for each in sorted(seen, key=lambda one: not one.to_settle):
        found.setdefault(each.stage, each.id)
    return sorted(found.values())


def _visit_acts(desk: Desk) -> list[Route]:
    """Give each act of a visit that has a page of its own, once."""
    found: dict[str, Route] = {}
    for visit_id in _visits(desk):
        seen = visit_picture(desk, visit_id)
        for name in VISIT_ACTS:
            if step_named(name).applies(seen):
                found.setdefault(name, Route(page="besoksteg", subject=visit_id, act=name))
    return list(found.values())


def _places(desk: Desk) -> list[int]:
    """Give every place that has visits or agreements: they differ in what holds."""
    return [each.id for each in desk.store.find(registers.Place, "destination = 0", order="id")]


def _agreements(desk: Desk) -> list[int]:
    """Give an agreement of each status."""
    found: dict[str, int] = {}
    for each in agreement_pictures(desk):
        found.setdefault(each.status, each.id)
    return sorted(found.values())


def _answers(desk: Desk) -> list[int]:
    """Give one who has answered and one who has not, of the year that is worked with."""
    found: dict[str, int] = {}
    for each in follow_up(desk, latest_year(desk)).asked:
        found.setdefault(each.state, each.id)
    return sorted(found.values())


NETWORK_NEWS: Mapping[str, tuple[type[Record], str, str]] = {
    "natverk_ett": (Network, "register_network", "change_network"),
    "projekt": (Project, "register_project", "set_project_funding"),
    "handlingsplan": (ActionPlan, "register_action_plan", "evaluate_action_plan"),
    "verksamhet": (Body, "register_body", "register_contact_person"),
    "styrdokument": (GoverningDocument, "register_governing_document", ""),
}
"""By page: what it is about, the act that makes one, and an act that asks for much."""


def _commitments(desk: Desk, page: str) -> Iterator[Route]:
    """Give a few of a register, the form of a new one, and one of an act that asks for much."""
    kind, new, act = NETWORK_NEWS[page]
    found = desk.store.find(kind, order="id", limit=FEW)
    yield from (Route(page=page, subject=each.id) for each in found)
    yield Route(page=page, act=new)
    if found and act:
        yield Route(page=page, subject=found[0].id, act=act)


SUBJECTS: Mapping[str, Callable[[Desk], list[int]]] = {
    "arende": _cases,
    "handling": _documents,
    "besluta": lambda desk: _ready(desk, together=False),
    "aterkrav": _paid,
    "fordelning": lambda desk: _ready(desk, together=True),
    "ansokan": lambda _desk: [0],
    "besok": _visits,
    "nyttbesok": lambda _desk: [0],
    "budgetpapper": lambda _desk: [0],
    "ort": _places,
    "overenskommelse": _agreements,
    "svar": _answers,
    "arsrapport": lambda desk: [latest_year(desk)],
}
"""What pages are about; a page that is not named here is drawn with the first of its kind."""
