"""How what the search finds is shown: its name, what tells it from others, and where it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.budgeting import Note
from desktop.domain.casework import Application, Case, Decision, Document, Report
from desktop.domain.commitment_words import BODY_WORDS, DOCUMENT_WORDS, PROJECT_STATE_WORDS
from desktop.domain.commitments import (
    ActionPlan,
    Body,
    ContactPerson,
    GoverningDocument,
    Network,
    NetworkActivity,
    PlanGoal,
    Project,
    ProjectPartner,
)
from desktop.domain.phases import PLACE_WORDS
from desktop.domain.record import Record
from desktop.domain.registers import Association, Place
from desktop.domain.swedish import fold
from desktop.domain.text import Text, plain, say
from desktop.domain.visiting import Agreement, Visit, VisitPeople
from desktop.flow.search_sources import SOURCES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from desktop.flow.desk import Desk

R = TypeVar("R", bound=Record)
AROUND = 6
"""Words shown on each side of the one that was found in a text."""


@dataclass(frozen=True, kw_only=True)
class Found:
    """Something in the register in which the words stand."""

    subject: tuple[str, int]
    """Where it is: kind and id, as deadlines and events name things."""
    title: Text
    """What it is called."""
    detail: Text
    """What tells it from others."""
    part: str = ""
    """The part of it: a rule's id in a guideline."""
    snippet: str = ""
    """The words around the one that was found, where it is not in the title."""


def read(desk: Desk, kind: type[R], ids: Iterable[int]) -> list[R]:
    """Read rows that stand, in the order of their ids."""
    wanted = list(ids)
    listed = "[" + ",".join(map(str, wanted)) + "]"
    rows = desk.store.find(kind, "id IN (SELECT value FROM json_each(?))", listed)
    by_id = {each.id: each for each in rows}
    return [by_id[key] for key in wanted if key in by_id]


def snippet(record: Record, source: str, words: Sequence[str]) -> str:
    """Give some words around the first that was found in a row's text; "" when none was."""
    for column in SOURCES[source].columns:
        said = str(getattr(record, column)).split()
        for at, word in enumerate(said):
            if any(each in fold(word) for each in words):
                first, last = max(0, at - AROUND), at + AROUND + 1
                before, after = "… " * (first > 0), " …" * (last < len(said))
                return f"{before}{' '.join(said[first:last])}{after}"
    return ""


def _joined(*parts: object) -> Text:
    return plain(", ".join(str(part) for part in parts if str(part)))


def _places(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[Place, Found]]:
    for each in read(desk, Place, ids):
        detail = _joined(str(PLACE_WORDS[each.kind]).lower(), each.country)
        yield each, Found(subject=("place", each.id), title=plain(each.name), detail=detail)


def _associations(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[Association, Found]]:
    for each in read(desk, Association, ids):
        detail = _joined(each.contact, each.city)
        subject = ("association", each.id)
        yield each, Found(subject=subject, title=plain(each.name), detail=detail)


def _place_names(desk: Desk) -> dict[int, str]:
    return {each.id: each.name for each in desk.store.find(Place)}


def _visit(each: Visit, places: dict[int, str]) -> Found:
    where = places.get(each.place_id or 0, "") or each.elsewhere
    return Found(
        subject=("visit", each.id),
        title=plain(" ".join(part for part in (each.number, where) if part)),
        detail=_joined(each.starts_on or "", each.purpose[:80]),
    )


def _visits(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[Visit, Found]]:
    places = _place_names(desk)
    for each in read(desk, Visit, ids):
        yield each, _visit(each, places)


def _people(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[VisitPeople, Found]]:
    places = _place_names(desk)
    for each in read(desk, VisitPeople, ids):
        for visit in read(desk, Visit, [each.visit_id]):
            yield each, _visit(visit, places)


def _agreements(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[Agreement, Found]]:
    places = _place_names(desk)
    for each in read(desk, Agreement, ids):
        yield (
            each,
            Found(
                subject=("agreement", each.id),
                title=say("Överenskommelse med {place}", place=places.get(each.place_id, "")),
                detail=_joined(each.signed_on or "", each.counterpart),
            ),
        )


def _documents(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[Document, Found]]:
    rows = read(desk, Document, ids)
    numbers = _numbers(desk, (each.case_id for each in rows))
    for each in rows:
        detail = _joined(numbers.get(each.case_id or 0, ""), each.made_on)
        subject = ("document", each.id)
        yield each, Found(subject=subject, title=plain(each.title), detail=detail)


def _numbers(desk: Desk, ids: Iterable[int | None]) -> dict[int, str]:
    cases = read(desk, Case, sorted({each for each in ids if each}))
    return {each.id: each.number for each in cases}


def _of_case(kind: type[R], title: Text) -> Callable[[Desk, Sequence[int]], Iterator[Any]]:
    def rows(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[Any, Found]]:
        found: list[Any] = list(read(desk, kind, ids))
        numbers = _numbers(desk, (each.case_id for each in found))
        for each in found:
            number = numbers.get(each.case_id, "")
            said = say("{title} i {case}", title=title, case=number)
            yield each, Found(subject=("case", each.case_id), title=said, detail=plain(""))

    return rows


def _notes(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[Note, Found]]:
    for each in read(desk, Note, ids):
        title = plain(each.text if len(each.text) <= MOST_TITLE else f"{each.text[:MOST_TITLE]}…")
        yield each, Found(subject=("note", each.id), title=title, detail=plain(str(each.day)))


MOST_TITLE = 80


def _networks(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[Network, Found]]:
    for each in read(desk, Network, ids):
        detail = say("utträtt") if each.left_on else plain(each.purpose[:80])
        subject = ("network", each.id)
        yield each, Found(subject=subject, title=plain(each.name), detail=detail)


def _activities(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[NetworkActivity, Found]]:
    for each in read(desk, NetworkActivity, ids):
        for _network, found in _networks(desk, [each.network_id]):
            yield each, found


def _projects(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[Project, Found]]:
    for each in read(desk, Project, ids):
        state = str(PROJECT_STATE_WORDS[each.state]).lower()
        detail = _joined(state, each.programme, each.dnr)
        subject = ("project", each.id)
        yield each, Found(subject=subject, title=plain(each.name), detail=detail)


def _partners(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[ProjectPartner, Found]]:
    for each in read(desk, ProjectPartner, ids):
        for _project, found in _projects(desk, [each.project_id]):
            yield each, found


def _plans(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[ActionPlan, Found]]:
    rows = read(desk, ActionPlan, ids)
    bodies = {each.id: each.name for each in read(desk, Body, {each.body_id for each in rows})}
    for each in rows:
        title = say("Handlingsplan {year}", year=each.year)
        detail = plain(bodies.get(each.body_id, ""))
        yield each, Found(subject=("plan", each.id), title=title, detail=detail)


def _goals(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[PlanGoal, Found]]:
    for each in read(desk, PlanGoal, ids):
        for _plan, found in _plans(desk, [each.plan_id]):
            yield each, found


def _bodies(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[Body, Found]]:
    for each in read(desk, Body, ids):
        detail = plain(str(BODY_WORDS[each.kind]).lower())
        yield each, Found(subject=("body", each.id), title=plain(each.name), detail=detail)


def _contacts(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[ContactPerson, Found]]:
    rows = read(desk, ContactPerson, ids)
    bodies = {each.id: each.name for each in read(desk, Body, {each.body_id for each in rows})}
    for each in rows:
        detail = _joined(each.role, bodies.get(each.body_id, ""))
        yield each, Found(subject=("contact", each.id), title=plain(each.name), detail=detail)


def _governing(desk: Desk, ids: Sequence[int]) -> Iterator[tuple[GoverningDocument, Found]]:
    for each in read(desk, GoverningDocument, ids):
        detail = _joined(str(DOCUMENT_WORDS[each.kind]).lower(), each.body, each.paragraph)
        subject = ("governing_document", each.id)
        yield each, Found(subject=subject, title=plain(each.name), detail=detail)


READERS: dict[str, Callable[[Desk, Sequence[int]], Iterator[tuple[Any, Found]]]] = {
    "place": _places,
    "association": _associations,
    "visit": _visits,
    "visit_people": _people,
    "agreement": _agreements,
    "document": _documents,
    "application": _of_case(Application, say("Ansökan")),
    "decision": _of_case(Decision, say("Beslut")),
    "report": _of_case(Report, say("Rapport")),
    "note": _notes,
    "network": _networks,
    "network_activity": _activities,
    "project": _projects,
    "project_partner": _partners,
    "plan": _plans,
    "plan_goal": _goals,
    "body": _bodies,
    "contact": _contacts,
    "governing_document": _governing,
}
"""Reads rows of a source, and says how each is shown."""
