"""The journal of a case: everything in order, kept when the case is closed, drawn any day."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from desktop.domain.casework import Document
from desktop.flow.journal import journal, journal_facts
from desktop.letters.legible import legible
from tests.flow.coordinator import Coordinator
from tests.letters.structure import faults, tree_text


def journals(it: Coordinator, case: int) -> list[Document]:
    return it.desk.store.find(Document, "case_id = ? and kind = 'journal'", case)


def closed(it: Coordinator) -> int:
    case = it.registers(asked=5_000)
    it.closes(case)
    return case


def test_closing_keeps_the_journal_with_the_closing_as_its_last_line(coordinator):
    case = closed(coordinator)

    (kept,) = journals(coordinator, case)
    content = coordinator.desk.store.content(kept.id)

    assert hashlib.sha256(content).hexdigest() == kept.sha256
    assert kept.outgoing
    assert faults(content) == []
    assert "Ärendet avslutades." in tree_text(content)
    assert f"Avslutat sedan {coordinator.today}" in tree_text(content)


def test_opening_again_keeps_the_old_journal_and_the_next_closing_makes_a_new_one(coordinator):
    case = closed(coordinator)
    coordinator.in_case(case, "reopen_case", reason="ett kvitto saknades")
    coordinator.wait()
    coordinator.in_case(case, "close_case")

    first, second = journals(coordinator, case)

    assert first.name != second.name
    assert "ett kvitto saknades" in tree_text(coordinator.desk.store.content(second.id))
    assert "ett kvitto saknades" not in tree_text(coordinator.desk.store.content(first.id))


def test_a_closing_taken_back_takes_its_journal_with_it(coordinator):
    case = closed(coordinator)
    coordinator.does("take_back", event_id=coordinator.desk.store.last_event_id)

    assert journals(coordinator, case) == []


def test_every_event_stands_in_order_with_who_and_why(coordinator):
    case = coordinator.registers(asked=5_000)
    coordinator.in_case(case, "skip_consultation", reason="Samma ansökan prövades nyss.")
    coordinator.decides(case)

    facts = journal_facts(coordinator.desk, coordinator.sees(case))

    log = coordinator.desk.store.events(("case", case))
    assert [each.what for each in facts.events] == [each.text for each in reversed(log)]
    times = [each.at for each in facts.events if each.at is not None]
    assert len(times) == len(facts.events)
    assert times == sorted(times)
    assert {each.who for each in facts.events} == {"Ebba Sagolin"}
    assert "Samma ansökan prövades nyss." in [each.reason for each in facts.events]


def test_a_rule_broken_on_purpose_is_printed_with_its_reason(coordinator):
    case = coordinator.registers(asked=5_000)
    coordinator.in_case(case, "skip_consultation", reason="Samma ansökan prövades nyss.")

    text = tree_text(journal(coordinator.desk, coordinator.sees(case)))

    assert "Utan samråd: Samma ansökan prövades nyss." in text


def test_what_was_taken_back_says_so_and_what_was_done_again_does_not(coordinator):
    case = coordinator.registers(asked=5_000)
    coordinator.in_case(case, "set_reference", dnr="26KS77")
    done = coordinator.desk.store.last_event_id
    coordinator.does("take_back", event_id=done)

    once = journal_facts(coordinator.desk, coordinator.sees(case)).events
    coordinator.does("take_back", event_id=coordinator.desk.store.last_event_id)
    twice = journal_facts(coordinator.desk, coordinator.sees(case)).events

    assert [each.undone for each in once] == [False, True, False]
    assert [each.undone for each in twice] == [False, False, True, False]


def test_a_correction_says_what_it_replaces(coordinator):
    case = coordinator.registers(asked=5_000)
    coordinator.grants(case)
    coordinator.in_case(case, "decide_anew", ground="fel namn", unbiased=True)

    text = tree_text(journal(coordinator.desk, coordinator.sees(case))).replace("\n", " ")

    assert "Ersatt av 2/2026." in text
    assert "Ersätter 1/2026: fel namn." in text


def test_every_case_anywhere_in_its_life_can_be_printed_any_day(stage):
    from desktop.domain.casework import Case  # noqa: PLC0415

    for case in stage.desk.store.find(Case):
        seen = stage.sees(case.id)
        drawn = journal(stage.desk, seen)
        assert drawn == journal(stage.desk, seen)
        assert faults(drawn) == []


def test_drawing_it_keeps_nothing(coordinator):
    case = coordinator.registers()
    head = coordinator.head
    journal(coordinator.desk, coordinator.sees(case))

    assert coordinator.head == head


def test_a_sign_that_no_letter_shows_is_written_by_its_number(coordinator):
    case = coordinator.registers(asked=5_000)
    facts = journal_facts(coordinator.desk, coordinator.sees(case))
    odd = replace(facts, events=(replace(facts.events[0], what="Tack \U0001f600"),))

    assert legible(odd).events[0].what == "Tack [U+1F600]"
    assert legible(facts) is facts
