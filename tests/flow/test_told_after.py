"""What is told of a case, a distribution and a register once something more has been done."""

from __future__ import annotations

import re
from datetime import date, datetime
from typing import Any

import pytest

from desktop.domain.budgeting import WhatIf
from desktop.domain.casework import Appeal
from desktop.domain.problems import Refusal
from desktop.domain.registers import Office, Officer
from desktop.flow.journal_tracks import tracks
from desktop.flow.registers import begin
from desktop.flow.run import plan
from desktop.flow.search_hits import MOST_TITLE, READERS
from desktop.flow.steps.founding import FoundRegister
from desktop.flow.steps.what_if import ChangeWhatIf
from desktop.flow.trip_paper import draw_trip_list
from desktop.flow.yearly import yearly
from tests.flow.coordinator import Numbers
from tests.flow.test_letters import text_of
from tests.flow.visit_stage import NEAR, holds, ideas, plans

CLAIMED = 2
OURS: dict[str, Any] = {
    "department": "Påhittade förvaltningen",
    "address": "Box 7",
    "postcode": "941 85",
    "city": "Fabelby",
    "phone": "0123-45 67 89",
    "email": "ebba@fabelby.example",
    "website": "fabelby.example",
    "court": "Förvaltningsrätten i Fabelby",
    "court_address": "Box 9, 941 86 Fabelby",
}


@pytest.fixture
def announced(stage):
    """The list with the reclaim has been told to the board and announced."""
    (number,) = {listing.id for _, listing in stage.sees(CLAIMED).reclaim_lists if listing}
    stage.does("report_list", {"list": number}, paragraph="7", meeting_on=date(2026, 3, 2))
    stage.does("announce_list", {"list": number}, announced_on=date(2026, 3, 2))
    return stage


def told(it):
    (words,) = [
        state for label, state in tracks(it.sees(CLAIMED)) if label.startswith("Överklagande av ")
    ]
    return words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 3, 23), "Kan överklagas till och med 2026-03-23"),
        (date(2026, 3, 24), "Tiden gick ut 2026-03-23"),
    ],
)
def test_a_reclaim_can_be_appealed_for_three_weeks_after_the_notice_board(announced, day, words):
    announced.on(day)

    assert told(announced) == words


def test_an_appeal_of_a_reclaim_is_told_of_the_reclaim_alone(announced):
    announced.in_case(CLAIMED, "appeal_reclaim")

    seen = announced.sees(CLAIMED)
    (row,) = announced.desk.store.find(Appeal, "reclaim_id is not null")
    assert (seen.reclaim_appeal, seen.appeal) == (row, None)
    assert told(announced) == "Överklagat 2026-03-02, inte avgjort"


def test_a_distribution_keeps_its_own_name_and_takes_no_others(stage):
    desk = stage.desk
    stage.does("new_what_if", name="En till")
    (other,) = desk.store.find(WhatIf, "name = 'En till'")

    with pytest.raises(Refusal) as told_of:
        plan(desk, ChangeWhatIf(what_if_id=other.id, name="En påhittad fördelning"))

    assert [each.field for each in told_of.value.problems] == ["name"]
    plan(desk, ChangeWhatIf(what_if_id=other.id, name="En till"))


@pytest.mark.parametrize(
    ("text", "title"),
    [("x" * MOST_TITLE, "x" * MOST_TITLE), ("x" * MOST_TITLE + "y", "x" * MOST_TITLE + "…")],
    ids=["all of it", "cut"],
)
def test_a_note_is_found_by_as_much_of_its_text_as_a_title_has_room_for(stage, text, title):
    stage.does("add_note", text=text, day=stage.today)

    (*_, (_, hit)) = READERS["note"](stage.desk, [1, 2])

    assert (str(hit.title), str(hit.detail)) == (title, "2026-03-02")


def test_an_agreement_is_found_by_its_place_the_day_it_was_signed_and_with_whom(autumn):
    found = {
        row.id: (str(hit.title), str(hit.detail), hit.subject)
        for row, hit in READERS["agreement"](autumn, [1, 3])
    }

    assert found == {
        1: ("Överenskommelse med Grindavík", "2026-03-02, Grindavík", ("agreement", 1)),
        3: ("Överenskommelse med Saint-Barthélemy", "", ("agreement", 3)),
    }


def test_a_plan_is_found_by_its_year_and_whose_it_is(autumn):
    ((_, hit),) = READERS["plan"](autumn, [1])

    assert str(hit.title).startswith("Handlingsplan 20")
    assert str(hit.detail)


def test_one_case_that_a_rule_stops_stops_the_whole_split_and_is_named(stage):
    case = stage.registers_base(3, goals=[], confirm=False)
    stage.in_case(case, "skip_consultation", reason="Samma ansökan prövades nyss.")
    pot = {"scheme": "base_grant", "place_id": 2, "year": 2026, "decided_on": stage.today}

    (problem, *_) = stage.is_refused("decide_together", unbiased=True, **pot)

    assert problem.field == ""
    assert str(problem.text).startswith(f"{stage.sees(case).case.number}: ")


def test_an_answer_that_is_missing_for_all_is_blamed_on_its_own_field(stage):
    pot = {"scheme": "base_grant", "place_id": 2, "year": 2026, "decided_on": stage.today}

    (problem, *_) = stage.is_refused("decide_together", **pot)

    assert problem.field == "unbiased"


def test_a_reclaim_cites_what_the_recipient_did_not_do(stage):
    stage.in_case(6, "mark_paid")

    done = stage.in_case(
        6, "reclaim", amount=100, reason="fel uppgifter", ground="facts", unbiased=True
    )

    (paper,) = done.documents
    assert "Kravet på en skriftlig ansökan står i " in text_of(stage.desk.store.content(paper))


@pytest.fixture
def travelled(stage):
    """A trip that a project paid wholly, the idea of another, and one of our own."""
    abroad = {"form": "outgoing", "starts_on": "2026-02-09", "ends_on": "2026-02-12"}
    trip = holds(stage, costs=[], funding="project", project="Fyrarna", **abroad)
    ideas(stage, **abroad)
    plans(stage, place_id=NEAR, **abroad)
    return stage, trip


def test_the_list_of_trips_says_which_are_in_the_quota(travelled):
    it, _ = travelled

    words = text_of(draw_trip_list(it.desk))

    assert re.findall(r"Utgående( i kvoten| utanför kvoten)? (\w+)", words) == [
        (" utanför kvoten", "Genomfört"),
        ("", "Idé"),
        (" i kvoten", "Planerat"),
    ]


def test_a_trip_outside_the_quota_is_a_figure_that_leads_to_the_visit(travelled):
    it, trip = travelled

    outside = yearly(it.desk, 2026).figure("trips_outside")

    assert [(row.subject, row.amount) for row in outside.rows] == [(("visit", trip), 1)]


def test_what_is_given_at_first_start_stands_in_the_register(tmp_path):
    founding = FoundRegister(name="Ebba Sagolin", title="samordnare", delegation="§ 4", **OURS)
    desk = begin(
        tmp_path / "r.vanbok",
        founding,
        clock=lambda: datetime(2026, 3, 2, 9, 30),
        new_uuid=Numbers(),
    )

    (office,), (officer,) = desk.store.find(Office), desk.store.find(Officer)
    assert {name: getattr(office, name) for name in OURS} == OURS
    assert (officer.name, officer.title, officer.delegation) == (
        "Ebba Sagolin",
        "samordnare",
        "§ 4",
    )
    desk.store.close()
