"""What the board is told in the yearly report, and what it claims back itself."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

from desktop.domain.casework import Document, Reclaim
from desktop.domain.follow_up import YearlyReport
from desktop.domain.text import say
from desktop.flow.follow_up_view import follow_up
from desktop.flow.steps import step_named
from tests.flow.handed import handed

if TYPE_CHECKING:
    from tests.flow.coordinator import Coordinator


# The report to the board


def test_a_year_that_has_not_begun_cannot_be_reported(full):
    (problem,) = full.is_refused("make_yearly_report", {"follow_up": 2026}, year=2027)

    assert str(problem.text) == "År – 2027 har inte börjat – välj ett år som varit."
    full.does("make_yearly_report", {"follow_up": 2026})


def test_it_is_said_what_becomes_of_the_report_before_it_is_made(full):
    consequence = step_named("make_yearly_report").consequence
    assert consequence is not None

    assert str(consequence(follow_up(full.desk, 2025))) == (
        "Den förra rapporten finns kvar. Den nya blir version 2."
    )
    assert str(consequence(follow_up(full.desk, 2024))) == (
        "Siffrorna fryses. 1 svar saknas och står så i rapporten."
    )
    assert str(consequence(follow_up(full.desk, 2023))) == "Siffrorna fryses så som de är i dag."
    done = full.does("make_yearly_report", {"follow_up": 2025})
    assert str(done.text) == "Årsrapporten 2025 är klar att skriva under."


def test_the_board_has_the_newest_report_and_no_older(full):
    full.does("make_yearly_report", {"follow_up": 2025})
    first, second = full.desk.store.find(YearlyReport, "year = 2025", order="version")
    board = {"board_on": full.today, "paragraph": "201"}

    (older,) = full.is_refused(
        "note_yearly_report", {"follow_up": 2025}, report_id=first.id, **board
    )
    (none,) = full.is_refused("note_yearly_report", {"follow_up": 2025}, report_id=99, **board)
    (early,) = full.is_refused(
        "note_yearly_report",
        {"follow_up": 2025},
        **{**board, "board_on": full.today - timedelta(days=1)},
    )
    done = full.does("note_yearly_report", {"follow_up": 2025}, **board)

    assert str(older.text) == "Årsrapport – en nyare version finns – välj den."
    assert str(none.text) == "Årsrapport – finns inte i registret – välj i listan."
    assert early.field == "board_on"
    noted = full.desk.store.get(YearlyReport, second.id)
    assert (noted.board_on, noted.paragraph) == (full.today, "§ 201")
    assert str(done.text) == "Årsrapporten 2025 är anmäld 2026-03-02 § 201."


def test_own_words_are_written_over_and_written_away(full):
    form = {"follow_up": 2025}
    full.does("write_yearly_words", form, text="Andra ord.")
    full.does("write_yearly_words", form, section="people", text="Många unga.")
    full.does("write_yearly_words", form, section="costs", text="")
    facts = handed(lambda: full.does("make_yearly_report", form))
    assert facts.yearly.words == {"summary": "Andra ord.", "people": "Många unga."}

    full.does("write_yearly_words", form, text="")

    facts = handed(lambda: full.does("make_yearly_report", form))
    assert facts.yearly.words == {"people": "Många unga."}


# What the board claims back itself


def test_the_board_claims_back_by_its_minutes(schools):
    case = 5
    meeting = {
        "meeting_on": schools.today,
        "paragraph": "90",
        "reason": "Halva gruppen blev hemma.",
    }

    done = schools.in_case(case, "record_board_reclaim", amount=9_000, **meeting)

    (claim,) = schools.desk.store.find(Reclaim, "case_id = ?", case)
    assert (claim.amount, claim.paragraph, claim.board) == (9_000, "§ 90", "kommunstyrelsen")
    assert (claim.decided_on, claim.year, claim.heard_on) == (schools.today, 2026, None)
    assert (claim.due_on, claim.ground) == (date(2026, 4, 1), "purpose")
    assert (claim.officer, claim.document_id) == ("Ebba Sagolin", None)
    assert str(done.text).replace("\u00a0", " ") == (
        "Kommunstyrelsen återkräver 9 000 kr av Påhittade hamngymnasiet. Skicka protokollsutdraget."
    )
    assert str(say("{x}", x=done.event.reason)) == claim.reason


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("meeting_on", {"meeting_on": date(2026, 3, 1)}),
        ("heard_on", {"heard_on": date(2026, 3, 1)}),
        ("due_on", {"due_on": date(2026, 3, 1)}),
    ],
)
def test_a_claim_of_the_boards_comes_after_what_it_is_about(schools, field, typed):
    problems = schools.in_case_refused(
        5, "record_board_reclaim", **{"reason": "x", "paragraph": "90", **typed}
    )

    assert [each.field for each in problems] == [field]


def test_what_is_delegated_is_not_claimed_back_by_the_board(full):
    problems = full.in_case_refused(1, "record_board_reclaim", paragraph="90", reason="x")

    assert "är delegerat – besluta om återkravet i stället" in str(problems[0].text)


def test_the_minutes_are_kept_with_the_claim(schools: Coordinator):
    minutes = {"name": "protokoll.txt", "base64": "aGVq"}

    schools.in_case(5, "record_board_reclaim", paragraph="90", reason="x", minutes=minutes)

    (claim,) = schools.desk.store.find(Reclaim, "case_id = 5")
    paper = schools.desk.store.get(Document, claim.document_id or 0)
    assert (paper.kind, paper.title) == ("attachment", "Protokollsutdrag § 90, återkrav")
    assert paper.case_id == 5
