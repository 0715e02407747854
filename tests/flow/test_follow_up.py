"""Answers come back from Excel, each once and to its own round; what was wrong is named by cell."""

from __future__ import annotations

import io
from datetime import datetime
from uuid import uuid4

import pytest
from openpyxl import load_workbook

from desktop.domain.casework import Document
from desktop.domain.follow_up import YearlyReport, YearlyWords
from desktop.flow.follow_up_next import other_follow_up_acts
from desktop.flow.follow_up_view import follow_up, follow_up_years, latest_year
from desktop.flow.registers import begin
from desktop.flow.steps.founding import FoundRegister
from desktop.flow.yearly import yearly
from tests.flow.coordinator import Clock, Coordinator, Numbers
from tests.flow.follow_up_stage import (
    BODIES,
    as_file,
    asked,
    begins,
    filled,
    registers,
    sends,
    sheet_of,
)
from tests.flow.trying import sits_down

YEAR = 2026
NAME = BODIES[0][1]
QUESTIONS = "Vad vill ni göra nästa år?\nVad hindrade er?"


@pytest.fixture
def it(tmp_path):
    """At her desk in Upplands-Bro, with forms sent to two boards and a company."""
    clock = Clock(datetime(2026, 12, 1, 9, 30))
    founding = FoundRegister(guideline="upplands-bro", name="Ebba Sagolin")
    desk = begin(tmp_path / "påhittat.vanbok", founding, clock=clock, new_uuid=Numbers())
    coordinator = Coordinator(desk, clock)
    registers(coordinator)
    begins(coordinator, YEAR, questions=QUESTIONS)
    sends(coordinator, YEAR)
    yield coordinator
    desk.store.close()


def reads(it, cells, name=NAME):
    return it.does("read_answer", {"follow_up": YEAR}, file=filled(sheet_of(it, YEAR, name), cells))


def is_refused(it, file):
    problems = it.is_refused("read_answer", {"follow_up": YEAR}, file=file)
    assert {each.field for each in problems} == {"file"}
    return [str(each.text).replace("\u00a0", " ") for each in problems]


def answer(it, name=NAME):
    return follow_up(it.desk, YEAR).one(asked(it, YEAR, name)["asked"]).asked


def test_a_filled_form_becomes_an_answer_and_is_kept_as_it_came(it):
    cells = {
        "activities": "Körresa",
        "digital": 3,
        "participants": 20.0,
        "youth": "12",
        "cost_own": "12 000 kr",
        "question:2": "Tiden",
    }
    areas = it.desk.in_force()[1].goals
    if areas:
        cells[f"area:{areas[0].key}"] = "ja"

    done = reads(it, cells)

    found = answer(it)
    assert str(done.text) == f"Svaret från {NAME} är inläst."
    assert (found.answered_on, found.source) == (it.today, "xlsx")
    assert (found.digital, found.participants, found.youth, found.cost_own) == (3, 20, 12, 12_000)
    assert found.incoming is None
    assert found.answers == ("", "Tiden")
    assert found.areas == tuple(goal.key for goal in areas[:1])
    kept = it.desk.store.get(Document, found.document_id)
    assert (kept.kind, kept.outgoing) == ("follow_up_answer", False)


def test_what_cannot_be_read_is_named_by_its_cell(it):
    sheet = sheet_of(it, YEAR, NAME)

    words = is_refused(it, filled(sheet, {"digital": "ca 20", "youth": 1.5, "cost_own": -5}))

    assert words == [
        (
            "Cell B8: Digitala möten – ca 20 går inte att läsa som ett helt tal – skriv bara"
            " siffror, till exempel 6 500."
        ),
        (
            "Cell B12: Varav 25 år eller yngre – 1,5 går inte att läsa som ett helt tal –"
            " skriv bara siffror, till exempel 6 500."
        ),
        "Cell B13: Kostnader på egen budget – -5 är för litet – skriv minst 0 kr.",
    ]


def test_a_question_that_cannot_be_kept_is_named_by_its_own_cell(it):
    page = load_workbook(io.BytesIO(sheet_of(it, YEAR, NAME)))["Svar"]
    at = {page[f"D{row}"].value: f"B{row}" for row in range(1, page.max_row + 1)}
    wrong = {"question:1": "Resa", "question:2": "Resa med 811228-9874"}

    (words,) = is_refused(it, filled(sheet_of(it, YEAR, NAME), wrong))

    assert words.startswith(f"Cell {at['question:2']}: ")


def test_areas_are_chosen_with_any_word_or_sign_for_yes(stage):
    name = follow_up(stage.desk, 2025).missing[0].name
    one, two, three, four = (each.key for each in stage.desk.in_force()[1].goals[:4])
    ticks = {f"area:{one}": True, f"area:{two}": False, f"area:{three}": "X", f"area:{four}": 1.0}
    sheet = sheet_of(stage, 2025, name)

    stage.does(
        "read_answer", {"follow_up": 2025}, file=filled(sheet, {"activities": "Körresa", **ticks})
    )

    found = follow_up(stage.desk, 2025).one(asked(stage, 2025, name)["asked"]).asked
    assert found.areas == (one, three, four)


def test_a_personal_number_in_a_cell_is_refused(it):
    sheet = sheet_of(it, YEAR, NAME)

    (words,) = is_refused(it, filled(sheet, {"activities": "Resa med 811228-9874"}))

    assert words.startswith("Cell B7: ")
    assert "personnummer" in words


def test_the_same_answer_twice_is_noticed(it):
    reads(it, {"activities": "Körresa"})

    (words,) = is_refused(it, filled(sheet_of(it, YEAR, NAME), {"activities": "Körresa"}))

    assert "har redan svarat" in words


def test_a_form_of_another_year_says_which(it):
    sheet = sheet_of(it, YEAR, NAME)
    begins(it, 2025, answer_by="2026-12-20", board_on="2027-02-28")

    problems = it.is_refused(
        "read_answer", {"follow_up": 2025}, file=filled(sheet, {"activities": "Körresa"})
    )

    assert "är ett svar om 2026" in str(problems[0].text)


def test_a_form_of_another_register_is_refused(it, tmp_path):
    other = Clock(datetime(2026, 12, 1, 9, 30))
    path = tmp_path / "annat.vanbok"
    founding = FoundRegister(guideline="upplands-bro", name="Ebba Sagolin")
    desk = begin(path, founding, clock=other, new_uuid=lambda: str(uuid4()))
    stranger = Coordinator(desk, other)
    registers(stranger)
    begins(stranger, YEAR)
    sends(stranger, YEAR)
    sheet = sheet_of(stranger, YEAR, NAME)
    desk.store.close()

    (words,) = is_refused(it, filled(sheet, {"activities": "Körresa"}))

    assert "ett annat register" in words


def test_a_file_that_is_no_form_is_refused(it):
    (words,) = is_refused(it, as_file(b"hej"))

    assert "ingen Excelfil" in words


def test_an_answer_is_taken_back_and_read_again(it):
    done = reads(it, {"activities": "Körresa"})
    it.does("take_back", event_id=done.event.id)

    reads(it, {"activities": "Teaterresa"})

    assert answer(it).activities == "Teaterresa"


def test_a_corrected_answer_keeps_the_file_that_came(it):
    reads(it, {"activities": "Körresa", "digital": 3})
    came = answer(it).document_id

    it.does("correct_answer", asked(it, YEAR, NAME), digital=4)

    found = answer(it)
    assert (found.digital, found.activities, found.document_id) == (4, "Körresa", came)
    assert found.source == "xlsx"


def test_one_more_is_asked_and_gets_a_form_alone(it):
    office = it.desk.store.rows("select id from body where name = ?", BODIES[3][1])[0][0]
    it.does("ask_body", {"follow_up": YEAR}, body_id=office)
    before = it.desk.store.count(Document)

    sends(it, YEAR)

    assert it.desk.store.count(Document) == before + 2
    assert it.is_refused("send_follow_up", {"follow_up": YEAR})


def test_one_that_is_excused_can_be_asked_again(it):
    it.does("excuse_body", asked(it, YEAR, NAME), reason="Inget hände.")
    assert len(follow_up(it.desk, YEAR).missing) == 2

    it.does("ask_body", {"follow_up": YEAR}, body_id=answer(it).body_id)

    assert len(follow_up(it.desk, YEAR).missing) == 3


def test_words_are_kept_each_time_and_one_row_holds_them(it):
    for words in ("Året", "Året har präglats", "Året har präglats av unga."):
        it.does("write_yearly_words", {"follow_up": YEAR}, section="summary", text=words)

    kept = it.desk.store.find(YearlyWords)
    assert [each.text for each in kept] == ["Året har präglats av unga."]


def test_a_made_report_is_fixed_in_the_file(it):
    it.does("make_yearly_report", {"follow_up": YEAR})
    made = it.desk.store.first(YearlyReport)

    assert made.figures.startswith('{"answers": ')
    assert it.desk.store.content(made.document_id).startswith(b"%PDF-")


def test_a_year_that_has_not_begun_has_no_report(it):
    problems = it.is_refused("make_yearly_report", {"follow_up": 2027})

    assert problems[0].field == "year"


def test_the_year_to_work_with_is_the_last_until_the_board_has_its_report(it):
    it.on(datetime(2027, 2, 1).date())
    assert latest_year(it.desk) == YEAR
    assert follow_up_years(it.desk) == (2027, 2026)

    it.does("make_yearly_report", {"follow_up": YEAR})
    it.does("note_yearly_report", {"follow_up": YEAR}, paragraph="12")

    assert latest_year(it.desk) == 2027


def test_what_can_be_done_follows_what_was_done(it):
    names = {each.name for each in other_follow_up_acts(follow_up(it.desk, YEAR))}

    assert "start_follow_up" not in names
    assert "note_yearly_report" not in names
    assert {"remind_follow_up", "make_yearly_report", "write_yearly_words"} <= names


def test_a_report_made_too_early_is_taken_back_and_its_version_is_free_again(it):
    done = it.does("make_yearly_report", {"follow_up": YEAR})
    it.does("take_back", event_id=done.event.id)

    it.does("make_yearly_report", {"follow_up": YEAR})

    assert [each.version for each in follow_up(it.desk, YEAR).reports] == [1]


def test_forms_made_too_early_are_taken_back_with_their_papers(it):
    sent = next(each for each in it.desk.store.events() if each.name == "send_follow_up")

    it.does("take_back", event_id=sent.id)

    seen = follow_up(it.desk, YEAR)
    assert (len(seen.unsent), seen.sent) == (3, False)
    assert it.desk.store.find(Document, "kind like 'follow_up%'") == []


@pytest.mark.parametrize("year", [-1, 0, 1, 1899, 2200, 10**6])
def test_there_is_nothing_about_a_year_that_nobody_can_mean(looked_at, year):
    desk = sits_down(looked_at).desk

    for view in (follow_up, yearly):
        with pytest.raises(LookupError):
            view(desk, year)
    assert follow_up(desk, 1900).year == 1900
    assert follow_up(desk, 2199).year == 2199
