"""Values that the file takes for the rows of networks, projects, plans and documents."""

from __future__ import annotations

from datetime import date
from typing import Any

from db.change import Change, Insert
from desktop.domain.commitment_words import BodyKind, ProjectKind
from desktop.domain.commitments import (
    ActionPlan,
    Body,
    ContactPerson,
    GoverningDocument,
    Network,
    Project,
    ProjectFunding,
)
from desktop.domain.record import Record

DAY = date(2026, 3, 2)


def grounds() -> tuple[Record, ...]:
    """A body, a network, a project and a plan with id 1, for the rows that point at them."""
    return (
        Body(id=1, kind=BodyKind.BOARD, name="Påhittsnämnden"),
        Network(id=1, name="Nätverket Påhitt"),
        Project(id=1, name="Påhittsprojektet", kind=ProjectKind.EU),
        ActionPlan(id=1, body_id=1, year=2026),
    )


def ordered(facts: dict[str, Any], first: str, last: str) -> dict[str, Any]:
    begins, ends = sorted((facts[first] or DAY, facts[last] or DAY))
    return facts | {first: begins, last: ends}


def contact(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    return (Insert(ContactPerson(id=key, **ordered(facts, "since", "until"))),)


def network(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    return (Insert(Network(id=key, **ordered(facts, "member_since", "left_on"))),)


def project(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    return (Insert(Project(id=key, **ordered(facts, "starts_on", "ends_on"))),)


def funding(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    facts |= {"body_id": facts["body_id"] if facts["own"] else None}
    return (Insert(ProjectFunding(id=key, **facts)),)


def plan(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    # A body has one plan a year.
    facts |= {"year": 1900 + key % 8000, "evaluated_on": facts["evaluated_on"] or DAY}
    return (Insert(ActionPlan(id=key, **facts)),)


def document(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    return (Insert(GoverningDocument(id=key, **ordered(facts, "valid_from", "valid_to"))),)


WRITES = {
    ActionPlan: plan,
    ContactPerson: contact,
    GoverningDocument: document,
    Network: network,
    Project: project,
    ProjectFunding: funding,
}
"""By kind: the changes that write a row with these values, made to fit the file."""
