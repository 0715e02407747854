"""The chain shows a changed log, and the log a changed row."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import replace

import pytest

from db import chain
from db.change import Insert, Update
from db.check import check
from db.store import Store
from desktop.domain.casework import Payment, Reclaim
from desktop.domain.phases import PaymentState
from desktop.domain.registers import Place
from tests.db.samples import (
    DAY,
    REGISTER,
    act,
    application,
    awaited,
    case,
    decide,
    letter,
    nothing,
    one_of_each,
    payment,
    summary,
)


@pytest.fixture
def lived(full):
    """A register in which several things were done."""
    full.commit(act(Insert(application()), subjects=(("case", 1), ("application", 1))), nothing)
    before = full.get(Place, 1)
    full.commit(act(Update(before, replace(before, note="ny"))), nothing)
    full.commit(act(), lambda _, derived: derived.replace_case(summary(), [awaited()], "ord"))
    return full


def found(store):
    return [str(text) for text in check(store)]


def behind(store, *statements, triggers=()):
    """Change the file past its triggers, as somebody with another tool could."""
    store.close()
    with closing(sqlite3.connect(store.path)) as other:
        kept = [
            other.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[0]
            for name in triggers
        ]
        other.executescript(
            ";".join([*(f"DROP TRIGGER {name}" for name in triggers), *statements, *kept, ""])
        )
        other.commit()
    return Store.open(store.path)


def test_a_register_of_ours_is_well(lived):
    assert found(lived) == []


def test_an_empty_register_is_well(store):
    assert found(store) == []


def test_the_head_of_an_empty_register_is_its_own(store):
    assert store.head == hashlib.sha256(f"vanbok {REGISTER}".encode()).hexdigest()


def test_the_hash_can_be_worked_out_by_anybody(lived):
    """Given only the file and the words of its schema, the hash is SHA-256 of a JSON array."""
    row = dict(zip(chain.COLUMNS, lived.rows(f"{chain.SELECT} WHERE id = 2")[0], strict=True))
    names = (
        "previous",
        "id",
        "uuid",
        "at",
        "officer",
        "name",
        "command",
        "subjects",
        "text",
        "reason",
        "changes",
        "final",
        "undoes",
    )
    text = json.dumps([row[name] for name in names], ensure_ascii=False, separators=(",", ":"))

    assert hashlib.sha256(text.encode()).hexdigest() == row["hash"]


@pytest.mark.parametrize(
    "column",
    ["uuid", "at", "officer", "name", "command", "text", "reason", "changes", "final"],
)
def test_a_changed_event_is_found(lived, column):
    new = {"final": "1", "changes": "'[]'", "command": "'{1}'", "at": "'2020-01-01T00:00:00'"}
    changed = behind(
        lived,
        f"UPDATE event SET {column} = {new.get(column, f'{column} || char(120)')} WHERE id = 2"
        if column != "uuid"
        else "UPDATE event SET uuid = 'x' || substr(uuid, 2) WHERE id = 2",
        triggers=["event_fixed"],
    )

    with changed:
        assert "Händelse 2 har ändrats i efterhand." in found(changed)


def test_an_event_taken_out_is_found(lived):
    changed = behind(
        lived,
        "DELETE FROM event_subject WHERE event_id = 2",
        "DELETE FROM event WHERE id = 2",
        triggers=["event_kept", "event_subject_kept"],
    )

    with changed:
        findings = found(changed)
    assert "Händelse 2 saknas i loggen." in findings
    assert "Händelse 3 följer inte på den före: kedjan är bruten." in findings


def test_a_cut_tail_is_found_by_the_head_that_was_printed(lived):
    """Given a tail cut with the head moved, the chain is whole, and the head is another."""
    printed = lived.head
    changed = behind(
        lived,
        "DELETE FROM event WHERE id = 4",
        "UPDATE meta SET head = (SELECT hash FROM event WHERE id = 3)",
        triggers=["event_kept"],
    )

    with changed:
        assert found(changed) == []
        assert changed.head != printed


def test_subjects_that_were_taken_away_are_found(lived):
    changed = behind(
        lived, "DELETE FROM event_subject WHERE entity = 'case'", triggers=["event_subject_kept"]
    )

    with changed:
        assert found(changed) == ["Händelse 2 är fel införd bland det den handlar om."]


@pytest.mark.parametrize(
    ("statement", "trigger", "words"),
    [
        (
            "UPDATE decision SET granted_ore = 900000",
            "decision_fixed",
            (
                "Rad 1 i decision har ändrats utanför programmet: granted_ore är 900000, "
                "men loggen säger 99999999900."
            ),
        ),
        (
            "UPDATE place SET name = 'Tartu'",
            "place_counted",
            (
                "Rad 1 i place har ändrats utanför programmet: name är Tartu, "
                "men loggen säger Grindavík."
            ),
        ),
        (
            "UPDATE association SET note = 'x', rev = 2",
            "association_kept",
            "Rad 1 i association har ändrats utanför programmet: rev är 2, men loggen säger 1.",
        ),
        (
            (
                "INSERT INTO place (id, rev, name, kind, country, council_paragraph, note) "
                "SELECT 2, 1, name, kind, country, council_paragraph, note FROM place"
            ),
            "place_kept",
            "Rad 2 i place saknas i loggen.",
        ),
        (
            "DELETE FROM reclaim",
            "reclaim_kept",
            "Rad 1 i reclaim finns i loggen men inte i registret.",
        ),
    ],
)
def test_a_changed_row_is_found(lived, statement, trigger, words):
    with behind(lived, statement, triggers=[trigger]) as changed:
        assert words in found(changed)


def test_changed_bytes_are_found(lived):
    changed = behind(
        lived, "UPDATE content SET data = zeroblob(length(data))", triggers=["content_fixed"]
    )

    with changed:
        assert found(changed) == [
            "Handling 1, Beslut, har ändrats: innehållet stämmer inte med sin kontrollsumma."
        ]


def test_missing_bytes_are_found(lived):
    with behind(lived, "DELETE FROM content", triggers=["content_kept"]) as changed:
        assert found(changed) == ["Handling 1, Beslut, saknar innehåll."]


def test_a_missing_protection_is_found(lived):
    with behind(lived, "DROP TRIGGER decision_fixed") as changed:
        assert found(changed) == [
            "Filens uppbyggnad har ändrats utanför programmet: decision_fixed är inte som den ska."
        ]


def test_a_comment_that_has_swallowed_the_next_column_is_found(lived):
    """Given one bit of an end of line, the column after it is no longer in the table."""
    path = lived.path
    lived.close()
    whole = path.read_bytes()
    broken = whole.replace(b"-- Last day to answer.\n", b"-- Last day to answer.\x0b")
    assert broken != whole
    path.write_bytes(broken)

    with Store.open(path) as changed:
        assert found(changed) == [
            "Filens uppbyggnad har ändrats utanför programmet: completion är inte som den ska."
        ]


def test_a_reference_to_nothing_is_found(lived):
    with behind(lived, "DELETE FROM place", triggers=["place_kept"]) as changed:
        assert "Rad 1 i grant_case hänvisar till en rad i place som inte finns." in found(changed)


def test_a_pot_that_overflowed_is_found(started):
    started.commit(
        act(Insert(case(2)), *decide(1, granted=6000), *decide(2, case_id=2, granted=4000)),
        nothing,
    )
    sql = "UPDATE decision SET granted_ore = 500000 WHERE id = 2"

    with behind(started, sql, triggers=["decision_fixed"]) as changed:
        assert (
            "I potten base_grant:1:2026 är 11\u00a0000\u00a0kr beviljade, men den rymmer "
            "10\u00a0000\u00a0kr, och inget skäl är angivet." in found(changed)
        )


def test_a_number_that_two_decisions_bear_is_found(started):
    started.commit(act(Insert(case(2)), *decide(1), *decide(2, case_id=2, number=2)), nothing)
    sql = "UPDATE decision SET number = 1 WHERE id = 2"

    with behind(started, sql, triggers=["decision_fixed"]) as changed:
        assert "Flera delegationsbeslut har nummer 1/2026." in found(changed)


def test_a_number_that_a_decision_and_a_reclaim_bear_is_found(started):
    claim = Reclaim(
        id=1,
        case_id=1,
        number=2,
        year=2026,
        document_id=9,
        officer="Ebba Exempel",
        amount=1_000,
        reason="skäl",
        decided_on=DAY,
        due_on=DAY,
    )
    started.commit(act(*decide(1), *letter(9), Insert(claim)), nothing)
    sql = "UPDATE reclaim SET number = 1"

    with behind(started, sql, triggers=["reclaim_counted", "reclaim_fixed"]) as changed:
        assert "Flera delegationsbeslut har nummer 1/2026." in found(changed)


def test_money_paid_above_the_grant_is_found(started):
    paid = payment(1, 5000, state=PaymentState.PAID)
    started.commit(act(*decide(1, granted=5000), Insert(paid)), nothing)
    sql = "UPDATE payment SET amount_ore = 600000, rev = rev + 1"

    with behind(started, sql, triggers=["payment_still_within_grant"]) as changed:
        assert changed.get(Payment, 1).amount == 6000
        assert (
            "I ärende 2026-001 är 6\u00a0000\u00a0kr utbetalda, men högst 5\u00a0000\u00a0kr har "
            "beviljats." in found(changed)
        )


def test_a_grant_lowered_after_it_was_paid_is_no_fault_of_the_register(started):
    paid = payment(1, 5000, state=PaymentState.PAID)
    started.commit(act(*decide(1, granted=5000), Insert(paid)), nothing)
    started.commit(act(*decide(2, granted=1000, version=2, replaces_id=1)), nothing)

    assert found(started) == []


def test_a_log_that_is_no_json_is_a_finding_too(lived):
    changed = behind(
        lived, "UPDATE event SET changes = '[{]' WHERE id = 1", triggers=["event_fixed"]
    )

    with changed:
        assert "Händelse 1 har ändrats i efterhand." in found(changed)


def test_one_of_each_is_of_each(full):
    assert len(one_of_each()) > 10
    assert full.get(Payment, 1).paid_on is None
    assert DAY.year == 2026
