"""Every record comes out of the file as it went in."""

from __future__ import annotations

import dataclasses
import hashlib
import string
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, get_args, get_origin, get_type_hints

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.change import Content, Insert, Update
from db.row import DERIVED, IMMUTABLE, KINDS, from_row, table_of, to_row
from db.store import Store
from desktop.domain.budgeting import LeadTime
from desktop.domain.casework import (
    Application,
    Awaited,
    BudgetLine,
    Case,
    Decision,
    Document,
    Payment,
    Reclaim,
    Summary,
    TakenBack,
)
from desktop.domain.commitments import ContactPerson
from desktop.domain.phases import PaymentState, ReclaimGround
from desktop.domain.registers import Association, BudgetPeriod, LetterText, Office
from desktop.domain.visit_words import VisitForm
from desktop.domain.visiting import Visit
from tests.db import commitment_values, follow_up_values, samples, visit_values

SIGNS = st.sampled_from(string.ascii_letters + string.digits + "åäöÅÄÖéðþŋøæ \"'%_-<>&;\n–€𝔉🎈")
DAYS = st.dates(date(1, 1, 1), date(9999, 12, 31))
MONEY = st.integers(0, 999_999_999)
LINE = st.text(SIGNS, min_size=1, max_size=40)
OBJECT = LINE.map(lambda words: f'{{"ord": {len(words)}}}')

BY_NAME = {
    "year": st.integers(1900, 9999),
    "first_year": st.integers(1900, 2000),
    "last_year": st.integers(2000, 9999),
    "distance_km": st.none() | st.integers(0, 25_000),
    "since": st.none() | st.integers(1000, 9999),
    "pupils": st.none() | st.integers(0, 99_999),
    "participants": st.none() | st.integers(0, 99_999),
    "participant_days": st.none() | st.integers(0, 99_999),
    "staff": st.none() | st.integers(0, 99_999),
    "place_in_list": st.integers(0, 9999),
    "number": st.integers(1, 999_999_999),
    "version": st.integers(1, 999_999_999),
    "currency": st.just("SEK"),
    "form": st.sampled_from(["", "meeting", "email", "phone"]),
    "result": st.sampled_from(["", "upheld", "annulled"]),
    "code": st.sampled_from(["", "2581", "0114"]),
    "snapshot": OBJECT,
    "size": st.integers(0, 1_000_000_000),
}
"""Fields that the file holds to narrower limits than their types do."""

BY_FIELD = {
    (Association, "year_end"): st.sampled_from(["12-31", "08-31", "06-30"]),
    (Awaited, "since"): DAYS,
    (Case, "number"): LINE,
    (Summary, "number"): LINE,
    (BudgetLine, "place_in_list"): st.integers(1, 9999),
    (BudgetPeriod, "frame"): MONEY,
    (ContactPerson, "since"): st.none() | DAYS,
    (LeadTime, "kind"): st.sampled_from(["report", "appeal_time"]),
    (LeadTime, "days"): st.integers(0, 999),
    (Visit, "form"): st.sampled_from(VisitForm),
    (Visit, "number"): LINE,
    (Office, "window_left"): st.integers(10, 150),
    (Office, "window_top"): st.integers(30, 90),
    (Office, "fold_at"): st.integers(70, 230),
    (Reclaim, "ground"): st.sampled_from(["", *ReclaimGround]).map(str),
}


def values_of(kind, name, hint):
    if (kind, name) in BY_FIELD:
        return BY_FIELD[kind, name]
    if name in BY_NAME:
        return BY_NAME[name]
    if kind.__name__ == "GuidelineVersion" and name == "text":
        return OBJECT
    if kind.__name__ == "LetterText" and name == "name":
        return st.sampled_from(["appeal", "conditions", "decision_granted"])
    if kind.__name__ == "BudgetEntry" and name == "kind":
        return st.sampled_from(["movement", "own_cost"])
    return by_type(name, hint)


def by_type(name, hint):
    if type(None) in get_args(hint):
        inner = next(part for part in get_args(hint) if part is not type(None))
        return st.none() | by_type(name, inner)
    if get_origin(hint) is Annotated:
        return MONEY.filter(bool)
    if hint == tuple[str, ...]:
        return st.lists(LINE, max_size=4).map(tuple)
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return st.sampled_from(list(hint))
    if name.endswith("_id"):
        return st.just(1)
    return {str: LINE, date: DAYS, bool: st.booleans(), int: MONEY}[hint]


def fields_of(kind):
    """Values for all fields but id, rev and deleted."""
    hints = get_type_hints(kind, include_extras=True)
    names = [each.name for each in dataclasses.fields(kind)][3:]
    return st.fixed_dictionaries({name: values_of(kind, name, hints[name]) for name in names})


def deciding(key, facts):
    """A decision in a case of its own, with a letter of its own."""
    granted = facts["granted"] if facts["outcome"] in ("granted", "partly") else 0
    facts |= {"case_id": key, "document_id": key, "granted": granted, "number": key}
    facts |= {"year": 2026, "replaces_id": None, "pot": str(key), "pot_cap": 999_999_999}
    before = (Insert(samples.case(key)), *samples.letter(key, case_id=key))
    return (*before, Insert(Decision(id=key, **facts)))


def reclaiming(key, facts):
    """A numbered reclaim with a letter, or one of the board, which has its paragraph instead."""
    facts |= {"number": 0, "year": 2027, "due_on": facts["due_on"] or samples.DAY}
    if key % 2:
        facts |= {"number": key, "board": "", "paragraph": ""}
    return (Insert(Reclaim(id=key, **(facts | {"case_id": 1, "document_id": 1}))),)


def paying(key, facts):
    facts |= {"amount": facts["amount"] % 1000 + 1, "reverses_id": None}
    if facts["state"] is PaymentState.PAID:
        facts["paid_on"] = facts["paid_on"] or samples.DAY
    return (Insert(Payment(id=key, **facts)),)


def documenting(key, facts):
    data = facts["name"].encode()
    facts |= {"sha256": hashlib.sha256(data).hexdigest(), "size": len(data)}
    return Insert(Document(id=key, **facts)), Content(key, data)


def casing(key, facts):
    return (Insert(Case(id=key, **(facts | {"number": f"{key} {facts['number']}"}))),)


def taking_back(key, facts):
    return (Insert(TakenBack(id=key, **(facts | {"entity": "application", "row_id": key}))),)


def applying(key, facts):
    return (Insert(Application(id=key, **(facts | {"version": key}))),)


def wording(key, facts):
    return (Insert(LetterText(id=key, **(facts | {"version": key}))),)


WRITES = {
    LetterText: wording,
    Application: applying,
    Decision: deciding,
    Payment: paying,
    Reclaim: reclaiming,
    Document: documenting,
    Case: casing,
    TakenBack: taking_back,
    **visit_values.WRITES,
    **commitment_values.WRITES,
    **follow_up_values.WRITES,
}
ALONE = {
    "allocation",
    "board_notice",
    "lead_time",
    "what_if",
    "what_if_row",
    "listed_decision",
    "listed_reclaim",
    "association_place",
    "round_case",
    "budget_year",
    "round",
    "decision_list",
    "reason",
}
"""Tables where only one row that is not deleted may say the same."""


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    """One register for all examples: what one of them writes does not trouble the next."""
    path = tmp_path_factory.mktemp("rows") / "rader.vanbok"
    with Store.create(path, register_uuid=samples.REGISTER, version="0.1.0") as store:
        first = (*samples.one_of_each(), Insert(samples.application()))
        store.commit(samples.act(*first), samples.nothing)
        store.rows("PRAGMA synchronous = OFF")
        yield store


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind is not Office], ids=table_of)
@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_record_comes_back_as_it_was(shared, kind, data):
    key = shared.next_id(kind) + 1000
    if kind in (Decision, Document):
        key = max(shared.next_id(each) for each in (Case, Decision, Document)) + 1000
    facts = data.draw(fields_of(kind))
    if kind in WRITES:
        changes = WRITES[kind](key, facts)
    else:
        deleted = st.none() if kind in IMMUTABLE else st.none() | DAYS
        deleted = DAYS if table_of(kind) in ALONE else deleted
        changes = (Insert(kind(id=key, deleted=data.draw(deleted), **facts)),)

    shared.commit(samples.act(*changes), samples.nothing)

    written = next(each.record for each in reversed(changes) if isinstance(each, Insert))
    assert shared.get(kind, key, everything=True) == written


@settings(max_examples=30)
@given(facts=fields_of(Office), then=fields_of(Office))
def test_the_office_comes_back_as_it_was_changed(shared, facts, then):
    first = shared.first(Office)
    after = Office(id=1, **(facts | {"coat_id": None}))
    again = Office(id=1, **then)
    if first is None:
        shared.commit(samples.act(Insert(after)), samples.nothing)
    else:
        shared.commit(samples.act(Update(first, after)), samples.nothing)
    before = shared.get(Office, 1)

    shared.commit(samples.act(Update(before, again)), samples.nothing)

    assert dataclasses.replace(shared.get(Office, 1), rev=1) == again


@settings(max_examples=30)
@given(facts=fields_of(Summary), waits=st.lists(fields_of(Awaited), max_size=3))
def test_derived_records_come_back_as_they_were(shared, facts, waits):
    summary = Summary(id=1, **(facts | {"case_id": 1}))
    awaited = [Awaited(**(each | {"case_id": 1})) for each in waits]

    shared.commit(samples.act(), lambda _, derived: derived.replace_case(summary, awaited, "ord"))

    assert shared.summaries([1]) == [summary]
    found = [dataclasses.replace(each, id=0) for each in shared.awaited([1])[1]]
    assert sorted(found, key=repr) == sorted(awaited, key=repr)


@pytest.mark.parametrize("kind", [*KINDS, *DERIVED], ids=table_of)
@settings(max_examples=20)
@given(data=st.data())
def test_a_row_is_the_record_without_a_file_too(kind, data):
    record = kind(id=7, rev=3, deleted=data.draw(st.none() | DAYS), **data.draw(fields_of(kind)))

    assert from_row(kind, tuple(to_row(record).values())) == record


def test_kronor_that_are_not_whole_are_refused_by_the_program(shared):
    half: Any = 1.5
    period = BudgetPeriod(id=9, first_year=2023, last_year=2026, frame=half)

    with pytest.raises(TypeError):
        shared.commit(samples.act(Insert(period)), samples.nothing)


def test_a_cell_that_no_record_can_hold_is_told_from_one_that_is_empty():
    with pytest.raises(ValueError, match="whole number of kronor"):
        from_row(BudgetPeriod, (1, 1, None, 2023, 2026, 150))
