"""What the file refuses of reclaims: a number twice, a decision without letter, a changed one."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from db.change import Insert, Update
from db.errors import NotSaved
from desktop.domain.casework import Appeal, DecisionList, ListedReclaim, Reclaim, TakenBack
from desktop.domain.phases import ReclaimState
from tests.db.samples import DAY, act, case, decide, letter, nothing


def claim(key: int = 1, number: int = 2, **more: Any) -> Reclaim:
    facts: dict[str, Any] = {
        "id": key,
        "case_id": 1,
        "amount": 1_000,
        "reason": "skäl",
        "decided_on": DAY,
        "due_on": DAY,
        "number": number,
        "year": 2026,
        "officer": "Ebba Exempel",
        "document_id": 9,
    }
    return Reclaim(**(facts | more))


@pytest.fixture
def decided(started):
    """Decision 1/2026 in case 1, and the letter of a reclaim."""
    started.commit(act(*decide(1), *letter(9)), nothing)
    return started


def refused(store, *changes, match):
    head = store.head
    with pytest.raises(NotSaved, match=match):
        store.commit(act(*changes), nothing)
    assert store.head == head


def test_a_reclaim_does_not_take_the_number_of_a_decision(decided):
    refused(decided, Insert(claim(number=1)), match="nummer finns redan")


def test_a_decision_does_not_take_the_number_of_a_reclaim(decided):
    decided.commit(act(Insert(claim(number=2)), Insert(case(2, number="2026-002"))), nothing)

    refused(decided, *decide(2, case_id=2, number=2), match="nummer finns redan")


def test_two_reclaims_do_not_have_one_number(decided):
    decided.commit(act(Insert(claim()), *letter(10)), nothing)

    refused(decided, Insert(claim(2, document_id=10)), match="nummer finns redan")


def test_the_number_of_another_year_and_of_what_was_taken_back_is_free(decided):
    decided.commit(act(Insert(TakenBack(id=1, entity="decision", row_id=1))), nothing)

    decided.commit(act(Insert(claim(number=1)), *letter(10)), nothing)
    decided.commit(act(Insert(claim(2, number=1, year=2027, document_id=10))), nothing)

    assert decided.count(Reclaim) == 2


@pytest.mark.parametrize(
    "wrong", [{"document_id": None}, {"document_id": 8}, {"due_on": None}, {"year": 0}]
)
def test_a_numbered_reclaim_has_its_letter_and_its_last_day(decided, wrong):
    other = letter(8, case_id=None)

    refused(decided, *other, Insert(claim(**wrong)), match="saknar sitt brev")


def test_a_reclaim_without_number_is_as_schema_one_knew_it(decided):
    decided.commit(act(Insert(claim(number=0, year=0, document_id=None, due_on=None))), nothing)

    assert decided.get(Reclaim, 1).state is ReclaimState.DECIDED


@pytest.mark.parametrize(
    "changed",
    [{"amount": 900}, {"reason": "annat"}, {"number": 3}, {"due_on": None}, {"pay_to": "annat"}],
)
def test_what_its_letter_says_never_changes(decided, changed):
    decided.commit(act(Insert(claim())), nothing)
    before = decided.get(Reclaim, 1)

    refused(decided, Update(before, replace(before, **changed)), match="ändras aldrig")


def test_how_far_it_has_come_does_change(decided):
    decided.commit(act(Insert(claim())), nothing)
    before = decided.get(Reclaim, 1)

    decided.commit(act(Update(before, replace(before, state=ReclaimState.CLAIMED))), nothing)

    assert decided.get(Reclaim, 1).state is ReclaimState.CLAIMED


def test_a_reclaim_stands_on_one_list(decided):
    decided.commit(act(Insert(claim()), *letter(10, case_id=None)), nothing)
    lists = [DecisionList(id=n, number=n, year=2026, made_on=DAY, document_id=10) for n in (1, 2)]
    decided.commit(
        act(*map(Insert, lists), Insert(ListedReclaim(id=1, list_id=1, reclaim_id=1))), nothing
    )

    refused(decided, Insert(ListedReclaim(id=2, list_id=2, reclaim_id=1)), match="UNIQUE")


def test_an_appeal_of_a_reclaim_names_the_decision_of_its_own_case(decided):
    decided.commit(
        act(Insert(claim()), Insert(case(2, number="2026-002")), *decide(2, case_id=2, number=5)),
        nothing,
    )

    refused(
        decided,
        Insert(Appeal(id=1, decision_id=2, reclaim_id=1, received_on=DAY)),
        match="ett annat ärende",
    )
