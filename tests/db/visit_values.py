"""Values that the file takes for the rows of visits and agreements."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from db.change import Change, Insert
from desktop.domain.record import Record
from desktop.domain.visit_words import AgreementState, PeopleRole, VisitForm, VisitStage
from desktop.domain.visiting import (
    Agreement,
    AgreementLine,
    Visit,
    VisitCost,
    VisitDay,
    VisitExtension,
    VisitPeople,
)

DAY = date(2026, 3, 2)
RESTING = (AgreementState.DORMANT, AgreementState.PAUSED)


def grounds() -> tuple[Record, ...]:
    """A draft and a visit with id 1, for the rows that point at them."""
    visit = Visit(
        id=1,
        number="B 2026-99",
        form=VisitForm.INCOMING,
        guideline_id=1,
        stage_since=DAY,
        place_id=1,
    )
    return Agreement(id=1, place_id=1), visit


def agreement(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    first, last = sorted((facts["valid_from"] or DAY, facts["valid_to"] or DAY))
    facts |= {"valid_from": first, "valid_to": last, "signed_on": facts["signed_on"] or DAY}
    facts |= {"ends_on": facts["ends_on"] or DAY, "prevailing": "en", "replaces_id": None}
    facts |= {"rests_from": DAY if facts["state"] in RESTING else None}
    facts |= {"notice_months": key % 121}
    return (Insert(Agreement(id=key, **facts)),)


def line(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    ceiling = key if facts["ceiling_unit"] else None
    facts |= {"ceiling_ore": ceiling, "guest_share": key % 101}
    # A kind of cost stands once in an agreement: each line has one of its own.
    return (Insert(Agreement(id=key, place_id=1)), *lines(key, facts | {"agreement_id": key}))


def lines(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    return (Insert(AgreementLine(id=key, **facts)),)


def visit(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    first, last = sorted((facts["starts_on"] or DAY, facts["ends_on"] or DAY))
    stage = facts["stage"]
    facts |= {"number": f"B {key}", "starts_on": first, "ends_on": last, "agreement_id": None}
    facts |= {"approved_on": DAY, "reported_on": DAY}
    facts |= {"cancelled_on": DAY if stage is VisitStage.CANCELLED else None}
    facts |= {"closed_on": DAY if stage is VisitStage.CLOSED else None}
    return (Insert(Visit(id=key, **facts)),)


def people(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    numbers: dict[str, Any] = {"under_13": 0, "aged_13_17": 0, "aged_18_25": 0, "aged_26": 1}
    if facts["role"] in (PeopleRole.YOUTH, PeopleRole.COMPANION):
        numbers |= {"under_13": key % 10_000, "aged_13_17": 3, "name": ""}
    return (Insert(VisitPeople(id=key, **(facts | numbers))),)


def cost(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    amount = facts["amount"] and key
    facts |= {"amount": amount, "sek_ore": amount, "rate": "", "rate_on": None}
    facts |= {"planned_ore": key, "quantity": key % 999_999 + 1, "currency": "SEK"}
    return (Insert(VisitCost(id=key, **facts)),)


def day(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    return (Insert(VisitDay(id=key, **facts)),)


def extension(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    later = facts["old_on"] + timedelta(days=1)
    return (Insert(VisitExtension(id=key, **(facts | {"new_on": later}))),)


WRITES = {
    Agreement: agreement,
    AgreementLine: line,
    Visit: visit,
    VisitPeople: people,
    VisitCost: cost,
    VisitDay: day,
    VisitExtension: extension,
}
"""By kind: the changes that write a row with these values, made to fit the file."""
