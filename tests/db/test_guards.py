"""What the file refuses, whoever writes in it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from db.change import Insert, Update
from db.errors import NotSaved
from db.row import KINDS, table_of
from desktop.domain.casework import (
    Case,
    DecisionList,
    ListedDecision,
    Payment,
    Repayment,
    TakenBack,
)
from desktop.domain.phases import DecisionKind, Outcome, PaymentState
from desktop.domain.registers import BudgetPeriod, Place
from tests.db.samples import (
    DAY,
    LETTER,
    act,
    application,
    case,
    decide,
    decision,
    guideline,
    letter,
    nothing,
    payment,
    place,
)


@pytest.fixture
def other(full):
    """Another program's connection to the same file, without any setting of ours."""
    full.commit(act(Insert(application()), subjects=(("case", 1),)), nothing)
    with closing(sqlite3.connect(full.path)) as connection:
        yield connection


def refused(store, *changes, match):
    """The act is refused, with these words, and nothing of it is in the file."""
    head = store.head
    with pytest.raises(NotSaved, match=match):
        store.commit(act(*changes), nothing)
    assert store.head == head


IMMUTABLE = (
    "decision",
    "document",
    "application",
    "guideline_version",
    "content",
    "event",
    "event_subject",
)


@pytest.mark.parametrize("table", IMMUTABLE)
def test_a_row_that_never_changes_cannot_be_changed_by_sql(other, table):
    for column in [row[1] for row in other.execute(f"PRAGMA table_info({table})")]:
        with pytest.raises(sqlite3.IntegrityError, match="ändras aldrig"):
            other.execute(f"UPDATE {table} SET {column} = {column}")


@pytest.mark.parametrize("table", [*IMMUTABLE, "meta", *map(table_of, KINDS)])
def test_no_row_can_be_deleted_by_sql(other, table):
    if other.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,):
        other.executescript(
            f"PRAGMA ignore_check_constraints = ON; PRAGMA foreign_keys = OFF;"
            f"INSERT INTO {table} ({', '.join(names(other, table))}) "
            f"VALUES ({', '.join(blanks(other, table))});"
        )
    with pytest.raises(sqlite3.IntegrityError, match=r"tas aldrig bort"):
        other.execute(f"DELETE FROM {table}")


def names(connection, table):
    return [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]


def blanks(connection, table):
    types = [row[2] for row in connection.execute(f"PRAGMA table_info({table})")]
    return ["99" if kind == "INTEGER" else "'1999-01-01'" for kind in types]


@pytest.mark.parametrize(
    "table", ["decision", "document", "application", "guideline_version", "content"]
)
def test_replace_does_not_get_past_the_guard(other, table):
    with pytest.raises(
        sqlite3.IntegrityError, match=r"ändras aldrig|har redan ett beslut|finns redan"
    ):
        other.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table}")


def test_an_event_cannot_be_slipped_in(other):
    with pytest.raises(sqlite3.IntegrityError, match="följer inte på"):
        other.execute(
            "INSERT INTO event SELECT id + 5, 'b' || substr(uuid, 2), at, officer, name, command, "
            "subjects, text, reason, changes, final, undoes, previous, hash FROM event WHERE id = 1"
        )


def test_the_head_cannot_be_moved(other):
    with pytest.raises(sqlite3.IntegrityError, match="huvudet"):
        other.execute("UPDATE meta SET head = replace(head, 'a', 'b')")


def test_the_register_keeps_its_identity(other):
    with pytest.raises(sqlite3.IntegrityError, match="identitet"):
        other.execute("UPDATE meta SET register_uuid = substr(register_uuid, 2) || '0'")


def test_a_change_that_does_not_count_itself_is_refused(other):
    with pytest.raises(sqlite3.IntegrityError, match="sedan den lästes"):
        other.execute("UPDATE place SET name = 'Tartu'")


def test_a_row_keeps_its_id(other):
    with pytest.raises(sqlite3.IntegrityError, match="sedan den lästes"):
        other.execute("UPDATE reclaim SET id = 9, rev = rev + 1")


@pytest.mark.parametrize(
    ("table", "column", "value"),
    [
        ("place", "kind", "'planet'"),
        ("place", "council_on", "'2026-02-30'"),
        ("place", "council_on", "'i går'"),
        ("place", "name", "''"),
        ("place", "deleted", "'2026-1-1'"),
        ("association", "year_end", "'13-31'"),
        ("association", "name", "printf('%.201c', 'x')"),
        ("association", "note", "printf('%.20001c', 'x')"),
        ("grant_case", "year", "12"),
        ("grant_case", "phase", "'lost'"),
        ("budget_period", "frame_ore", "-100"),
        ("budget_period", "frame_ore", "150"),
        ("budget_period", "frame_ore", "100000000000"),
        ("budget_period", "last_year", "1999"),
        ("payment", "currency", "'EUR'"),
        ("payment", "amount_ore", "0"),
        ("report", "due_on", "''"),
    ],
)
def test_a_value_outside_its_limits_is_refused(other, table, column, value):
    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        other.execute(f"UPDATE {table} SET {column} = {value}, rev = rev + 1")


def test_a_row_that_another_points_at_must_exist(store):
    refused(store, Insert(case()), match="FOREIGN KEY")


# The letter


def test_a_decision_without_a_letter_is_refused(started):
    refused(started, Insert(decision()), match="saknar sitt brev")


def test_a_decision_whose_letter_has_no_bytes_is_refused(started):
    document, _ = letter()

    refused(started, document, Insert(decision()), match="saknar sitt brev")


def test_a_decision_with_the_letter_of_another_case_is_refused(started):
    started.commit(act(Insert(case(2))), nothing)

    refused(started, *letter(1, case_id=2), Insert(decision()), match="saknar sitt brev")


def test_a_letter_of_another_size_is_refused(started):
    refused(started, *letter(1, size=3), match="storlek")


def test_two_decisions_cannot_share_a_letter(started):
    started.commit(act(*decide(1, granted=0)), nothing)
    second = decision(2, granted=0, version=2, replaces_id=1, document_id=1)

    refused(started, Insert(second), match="UNIQUE")


# Versions of the decision


def test_a_second_decision_must_name_the_one_it_replaces(started):
    started.commit(act(*decide(1, granted=0)), nothing)

    refused(started, *decide(2, granted=0, version=2), match="vilket det ersätter")


def test_a_decision_can_be_replaced(started):
    started.commit(act(*decide(1, granted=4000)), nothing)

    started.commit(
        act(*decide(2, granted=6000, version=2, replaces_id=1, kind=DecisionKind.REVIEW)), nothing
    )

    assert started.rows("SELECT id FROM standing_decision") == [(2,)]


def test_a_decision_cannot_replace_one_of_another_case(started):
    started.commit(act(Insert(case(2)), *decide(1)), nothing)

    refused(started, *decide(2, case_id=2, replaces_id=1), match="samma ärende")


def test_a_delegation_number_is_given_once(started):
    started.commit(act(Insert(case(2)), *decide(1)), nothing)

    refused(started, *decide(2, case_id=2, number=1), match="nummer finns redan")


def test_a_decision_taken_back_leaves_its_number(started):
    started.commit(act(Insert(case(2)), *decide(1)), nothing)
    started.commit(act(Insert(TakenBack(id=1, entity="decision", row_id=1))), nothing)

    started.commit(act(*decide(2, case_id=2, number=1)), nothing)

    assert started.rows("SELECT id FROM standing_decision") == [(2,)]


@pytest.mark.parametrize(
    ("outcome", "granted"), [(Outcome.REJECTED, 1), (Outcome.GRANTED, 0), (Outcome.PARTLY, 0)]
)
def test_money_is_granted_exactly_when_the_outcome_says_so(started, outcome, granted):
    refused(started, *decide(1, granted=granted, outcome=outcome), match="CHECK")


def test_a_version_of_an_application_comes_once(started):
    started.commit(act(Insert(application(1, version=1))), nothing)

    refused(started, Insert(application(2, version=1)), match="finns redan")


# The pot


@pytest.fixture
def shared_pot(started):
    """Cases 1 and 2 in one pot of 10 000, of which case 1 has 6 000."""
    started.commit(act(Insert(case(2)), *decide(1, granted=6000)), nothing)
    return started


def test_a_decision_within_the_pot_is_taken(shared_pot):
    shared_pot.commit(act(*decide(2, case_id=2, granted=4000)), nothing)

    assert shared_pot.rows("SELECT sum(granted_ore) FROM standing_decision") == [(1_000_000,)]


def test_a_decision_above_the_pot_is_refused(shared_pot):
    refused(shared_pot, *decide(2, case_id=2, granted=4001), match="ryms inte i potten")


def test_a_written_deviation_may_go_above_the_pot(shared_pot):
    shared_pot.commit(act(*decide(2, case_id=2, granted=4001, deviation="KS beslut § 12")), nothing)

    assert shared_pot.rows("SELECT sum(granted_ore) FROM standing_decision") == [(1_000_100,)]


def test_the_replaced_decision_does_not_count(shared_pot):
    shared_pot.commit(act(*decide(2, granted=10_000, version=2, replaces_id=1)), nothing)

    assert shared_pot.rows("SELECT sum(granted_ore) FROM standing_decision") == [(1_000_000,)]


def declined(store, day):
    before = store.get(Case, 1)
    return Update(before, replace(before, declined_on=day))


def test_a_declined_grant_leaves_room(shared_pot):
    shared_pot.commit(act(declined(shared_pot, DAY)), nothing)

    shared_pot.commit(act(*decide(2, case_id=2, granted=10_000)), nothing)

    assert shared_pot.rows("SELECT id FROM standing_decision") == [(2,)]


def test_a_declined_grant_comes_back_only_where_there_is_room(shared_pot):
    shared_pot.commit(act(declined(shared_pot, DAY)), nothing)
    shared_pot.commit(act(*decide(2, case_id=2, granted=10_000)), nothing)

    refused(shared_pot, declined(shared_pot, None), match="ryms inte längre")


def test_a_decision_comes_back_only_where_there_is_room(shared_pot):
    shared_pot.commit(act(*decide(2, granted=1000, version=2, replaces_id=1)), nothing)
    shared_pot.commit(act(*decide(3, case_id=2, granted=9000)), nothing)

    refused(
        shared_pot,
        Insert(TakenBack(id=1, entity="decision", row_id=2)),
        match="ryms inte längre",
    )


def test_a_decision_is_not_taken_back_twice_over(shared_pot):
    """Given decision 1 taken back and a new one made, the first cannot come back beside it."""
    shared_pot.commit(act(Insert(TakenBack(id=1, entity="decision", row_id=1))), nothing)
    shared_pot.commit(act(*decide(2, granted=1000)), nothing)
    before = shared_pot.get(TakenBack, 1)

    refused(shared_pot, Update(before, replace(before, deleted=DAY)), match="ärendet")


# Payments


def moved(store, key, state, **more):
    before = store.get(Payment, key)
    return Update(before, replace(before, state=state, **more))


@pytest.fixture
def granted(started):
    """Case 1 with 5 000 granted and payment 1 of 5 000 planned."""
    started.commit(act(*decide(1, granted=5000), Insert(payment(1, 5000))), nothing)
    return started


def test_the_sum_granted_can_be_paid(granted):
    granted.commit(act(moved(granted, 1, PaymentState.PAID, paid_on=DAY)), nothing)

    assert granted.get(Payment, 1).state is PaymentState.PAID


@pytest.mark.parametrize("state", [PaymentState.READY, PaymentState.HANDED, PaymentState.PAID])
def test_more_than_granted_cannot_be_on_its_way(granted, state):
    granted.commit(act(moved(granted, 1, PaymentState.READY)), nothing)

    refused(granted, Insert(payment(2, 1, state=state, paid_on=DAY)), match="mer än det beviljade")


def test_a_planned_payment_cannot_be_released_above_the_grant(granted):
    granted.commit(act(moved(granted, 1, PaymentState.READY), Insert(payment(2, 1))), nothing)

    refused(granted, moved(granted, 2, PaymentState.READY), match="mer än det beviljade")


def test_nothing_is_paid_of_a_declined_grant(granted):
    granted.commit(act(declined(granted, DAY)), nothing)

    refused(granted, moved(granted, 1, PaymentState.READY), match="mer än det beviljade")


def test_what_was_reversed_can_be_paid_again(granted):
    granted.commit(act(moved(granted, 1, PaymentState.PAID, paid_on=DAY)), nothing)
    back = payment(2, -5000, state=PaymentState.REVERSED, reverses_id=1, reason="fel konto")
    granted.commit(act(Insert(back)), nothing)

    granted.commit(act(Insert(payment(3, 5000, state=PaymentState.PAID))), nothing)

    assert granted.get(Payment, 3).amount == 5000


def test_a_payment_is_reversed_once(granted):
    granted.commit(act(moved(granted, 1, PaymentState.PAID, paid_on=DAY)), nothing)
    back = payment(2, -2500, state=PaymentState.REVERSED, reverses_id=1)
    granted.commit(act(Insert(back)), nothing)

    refused(granted, Insert(replace(back, id=3)), match="UNIQUE")


def test_no_more_is_reversed_than_was_paid(granted):
    refused(granted, Insert(payment(2, -5001, reverses_id=1)), match="kan inte återföras")


def test_a_negative_payment_must_reverse_one(granted):
    refused(granted, Insert(payment(2, -1)), match="CHECK")


def test_money_that_came_back_can_be_paid_again(granted):
    granted.commit(act(moved(granted, 1, PaymentState.PAID, paid_on=DAY)), nothing)
    granted.commit(
        act(Insert(Repayment(id=1, case_id=1, reclaim_id=None, day=DAY, amount=2000))), nothing
    )

    granted.commit(act(Insert(payment(2, 2000, state=PaymentState.READY))), nothing)

    refused(granted, Insert(payment(3, 1, state=PaymentState.READY)), match="mer än det beviljade")


def test_a_payment_belongs_to_a_decision_of_its_case(granted):
    granted.commit(act(Insert(case(2))), nothing)

    refused(granted, Insert(payment(2, 1, case_id=2)), match="annat ärendes beslut")


def test_a_decision_cannot_be_taken_back_when_money_is_on_its_way(granted):
    granted.commit(act(moved(granted, 1, PaymentState.READY)), nothing)

    refused(granted, Insert(TakenBack(id=1, entity="decision", row_id=1)), match="pengar är på väg")


# Lists and other rows that come once


def test_a_decision_stands_on_one_list(started):
    started.commit(act(*decide(1), *letter(2, case_id=None)), nothing)
    lists = [DecisionList(id=n, number=n, year=2026, made_on=DAY, document_id=2) for n in (1, 2)]
    started.commit(
        act(*map(Insert, lists), Insert(ListedDecision(id=1, list_id=1, decision_id=1))), nothing
    )

    refused(started, Insert(ListedDecision(id=2, list_id=2, decision_id=1)), match="UNIQUE")


def test_a_decision_taken_off_a_list_can_stand_on_another(started):
    started.commit(act(*decide(1), *letter(2, case_id=None)), nothing)
    lists = [DecisionList(id=n, number=n, year=2026, made_on=DAY, document_id=2) for n in (1, 2)]
    listed = ListedDecision(id=1, list_id=1, decision_id=1)
    started.commit(act(*map(Insert, lists), Insert(listed)), nothing)
    started.commit(act(Update(listed, replace(listed, deleted=DAY))), nothing)

    started.commit(act(Insert(ListedDecision(id=2, list_id=2, decision_id=1))), nothing)

    assert [each.list_id for each in started.find(ListedDecision)] == [2]


def test_a_case_number_is_given_once(started):
    refused(started, Insert(case(2, number="2026-001")), match="UNIQUE")


def test_a_guideline_keeps_its_text(started):
    before = started.first(type(guideline()))

    refused(started, Update(before, replace(before, title="Nytt")), match="ändras aldrig")


def test_rows_are_put_away_not_deleted(started):
    before = started.get(Place, 1)
    started.commit(act(Update(before, replace(before, deleted=DAY))), nothing)

    assert started.find(Place) == []
    assert started.find(Place, everything=True)[0].deleted == DAY


def test_the_file_reads_the_same_without_the_program(full):
    with closing(sqlite3.connect(full.path)) as plain:
        money = plain.execute("SELECT frame_ore FROM budget_period").fetchone()
        bytes_of_letter = plain.execute("SELECT data FROM content").fetchone()

    assert money == (full.get(BudgetPeriod, 1).frame * 100,)
    assert bytes_of_letter == (LETTER,)
    assert place().name == "Grindavík"
