"""Where a deadline is looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitments import ContactPerson
from desktop.domain.follow_up import FollowUpRound
from desktop.domain.visiting import Agreement
from desktop.ui.page import Route

if TYPE_CHECKING:
    from desktop.flow.deadlines import Subject
    from desktop.flow.desk import Desk


_PAGES = {
    "case": "arende",
    "list": "samrad",
    "round": "samrad",
    "visit": "besok",
    "place": "ort",
    "association": "forening",
    "budget": "budget",
    "network": "natverk_ett",
    "project": "projekt",
    "plan": "handlingsplan",
    "body": "verksamhet",
    "governing_document": "styrdokument",
    "asked": "svar",
    "yearly": "uppfoljning",
}


def deadline_route(desk: Desk, subject: Subject) -> Route | None:
    """Give where a subject is; None for nothing, and for what has no page."""
    kind, row_id = subject
    if kind == "agreement":
        agreement = desk.store.first(Agreement, "id = ?", row_id)
        return Route(page="ort", subject=agreement.place_id) if agreement else None
    if kind == "follow_up":
        found = desk.store.first(FollowUpRound, "id = ?", row_id)
        return Route(page="uppfoljning", subject=found.year if found else 0)
    if kind == "contact":
        person = desk.store.first(ContactPerson, "id = ?", row_id)
        return Route(page="verksamhet", subject=person.body_id) if person else None
    if kind == "guideline":
        return Route(page="riktlinjer")
    if kind not in _PAGES:
        return None
    part = kind if kind in ("list", "round") else ""
    return Route(page=_PAGES[kind], subject=row_id, act=part)
