"""A small plainly invented register, and acts to write it with."""

from __future__ import annotations

import hashlib
import uuid
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from db.change import Act, Content, Insert
from desktop.domain.budgeting import WhatIf
from desktop.domain.casework import (
    Application,
    Awaited,
    Case,
    Decision,
    DecisionList,
    Document,
    Payment,
    Reclaim,
    Report,
    Round,
    Summary,
)
from desktop.domain.phases import Channel, Outcome, PaymentState, Phase
from desktop.domain.registers import Association, BudgetPeriod, GuidelineVersion, Place
from desktop.domain.swedish import fold
from tests.db import commitment_values, follow_up_values, visit_values

if TYPE_CHECKING:
    from db.change import Change
    from db.derived import Derived
    from db.store import Store

DAY = date(2026, 3, 2)
REGISTER = "0f8fad5b-d9cb-469f-a165-70867728950e"
LETTER = b"%PDF-1.7 ett brev"


def act(*changes: Change, **more) -> Act:
    """An act with these changes; anything else of it can be given by name."""
    facts: dict[str, Any] = {
        "uuid": str(uuid.uuid4()),
        "name": "test",
        "at": datetime(2026, 3, 2, 9, 30),
        "officer": "Ebba Exempel",
        "command": "{}",
        "subjects": (),
        "text": "Något gjordes.",
        "changes": changes,
    }
    return Act(**(facts | more))


def nothing(_store: Store, _derived: Derived) -> None:
    """A refresh with nothing to make again."""


def place(**more) -> Place:
    facts: dict[str, Any] = {"id": 1, "name": "Grindavík"}
    return Place(**(facts | more))


def association(**more) -> Association:
    facts: dict[str, Any] = {"id": 1, "name": "Föreningen Påhitt"}
    return Association(**(facts | more))


def guideline(**more) -> GuidelineVersion:
    facts: dict[str, Any] = {
        "id": 1,
        "municipality": "pahitt",
        "title": "Riktlinjer",
        "body": "Kommunstyrelsen",
        "adopted_on": date(2022, 10, 10),
        "paragraph": "§ 164",
        "dnr": "22KS336",
        "valid_from": date(2022, 10, 10),
        "valid_to": None,
        "text": "{}",
    }
    return GuidelineVersion(**(facts | more))


def case(key: int = 1, **more) -> Case:
    facts: dict[str, Any] = {
        "id": key,
        "number": f"2026-{key:03}",
        "association_id": 1,
        "place_id": 1,
        "scheme": "base_grant",
        "year": 2026,
        "guideline_id": 1,
        "phase_since": DAY,
    }
    return Case(**(facts | more))


def letter(key: int = 1, data: bytes = LETTER, **more) -> tuple[Insert, Content]:
    facts: dict[str, Any] = {
        "id": key,
        "kind": "decision",
        "title": "Beslut",
        "name": f"beslut-{key}.pdf",
        "media": "application/pdf",
        "sha256": hashlib.sha256(data).hexdigest(),
        "size": len(data),
        "made_on": DAY,
        "case_id": 1,
        "outgoing": True,
    }
    return Insert(Document(**(facts | more))), Content(key, data)


def decision(key: int = 1, granted: int = 5000, **more) -> Decision:
    facts: dict[str, Any] = {
        "id": key,
        "case_id": 1,
        "version": 1,
        "number": key,
        "year": 2026,
        "outcome": Outcome.GRANTED if granted else Outcome.REJECTED,
        "asked": 10_000,
        "granted": granted,
        "decided_on": DAY,
        "officer": "Ebba Exempel",
        "officer_title": "internationell samordnare",
        "delegation": "punkt 4.7",
        "guideline_id": 1,
        "pot": "base_grant:1:2026",
        "pot_cap": 10_000,
        "snapshot": "{}",
        "document_id": key,
    }
    return Decision(**(facts | more))


def decide(key: int, *, case_id: int = 1, data: bytes = LETTER, **more) -> tuple[Change, ...]:
    """A decision with its letter, both with the same id."""
    return (
        *letter(key, data, case_id=case_id),
        Insert(decision(key, case_id=case_id, **more)),
    )


def payment(key: int = 1, amount: int = 5000, **more) -> Payment:
    facts: dict[str, Any] = {"id": key, "case_id": 1, "decision_id": 1, "amount": amount}
    if more.get("state") is PaymentState.PAID:
        facts["paid_on"] = DAY
    return Payment(**(facts | more))


def application(key: int = 1, **more) -> Application:
    facts: dict[str, Any] = {
        "id": key,
        "case_id": 1,
        "version": key,
        "came_on": DAY,
        "channel": Channel.POST,
        "arrived_on": DAY,
        "asked": 10_000,
    }
    return Application(**(facts | more))


def grounds() -> tuple[Change, ...]:
    """What every case stands on: a place, an association, a guideline and case 1."""
    return tuple(map(Insert, (place(), association(), guideline(), case())))


def one_of_each() -> tuple[Change, ...]:
    """A row with id 1 of every table that others point at."""
    rows = (
        Round(id=1, number=1, year=2026, opened_on=DAY),
        *(
            each.record
            for each in decide(1, granted=999_999_999, asked=0, pot_cap=999_999_999)
            if isinstance(each, Insert)
        ),
        DecisionList(id=1, number=1, year=2026, made_on=DAY, document_id=1),
        payment(1, 1),
        Report(id=1, case_id=1, ended_on=DAY, month_on=DAY, due_on=DAY),
        Reclaim(id=1, case_id=1, amount=1, reason="skäl", decided_on=DAY),
        BudgetPeriod(id=1, first_year=2023, last_year=2026, frame=100_000),
        WhatIf(id=1, name="En påhittad fördelning", year=2026),
        *visit_values.grounds(),
        *commitment_values.grounds(),
        *follow_up_values.grounds(),
    )
    return (*grounds(), *map(Insert, rows), Content(1, LETTER))


def summary(key: int = 1, **more) -> Summary:
    facts: dict[str, Any] = {
        "id": key,
        "case_id": key,
        "number": f"2026-{key:03}",
        "applicant": "Föreningen Påhitt",
        "place": "Grindavík",
        "scheme": "base_grant",
        "scheme_name": "Grundbidrag",
        "year": 2026,
        "phase": Phase.RECEIVED,
        "asked": 10_000,
        "proposed": None,
        "granted": None,
        "paid": 0,
        "arrived_on": DAY,
    }
    return Summary(**(facts | more))


def awaited(case_id: int = 1, **more) -> Awaited:
    facts: dict[str, Any] = {"case_id": case_id, "kind": "decision", "since": DAY}
    return Awaited(**(facts | more))


def refreshed(*summaries: Summary, words: str = ""):
    """A refresh that makes these cases again, with their own words to search for."""

    def refresh(_store: Store, derived: Derived) -> None:
        for each in summaries:
            text = words or f"{each.number} {each.applicant} {each.place} {each.scheme_name}"
            derived.replace_case(each, (), fold(text))

    return refresh
