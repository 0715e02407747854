"""One list of everything with a day: where it stands, whose move it is, and its calendar file."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from icalendar import Calendar

from desktop.domain.budgeting import Note
from desktop.domain.problems import Refusal
from desktop.domain.text import plain, say
from desktop.flow import deadline_facts
from desktop.flow.calendar_file import calendar_file
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.deadlines import KIND_WORDS, LEAD, Fact, deadlines
from desktop.flow.run import run
from desktop.flow.steps.notes import NoteDone
from desktop.flow.today import today

TODAY = date(2026, 11, 18)  # a Wednesday
UUID = "3f2b0a56-0000-4000-8000-000000000001"


def fact(day, kind="report", **more):
    base = {"kind": kind, "day": day, "text": plain("Rapport från Kören"), "subject": ("case", 3)}
    return Fact(**{**base, "calendar": plain("2026-003 Grindavík"), **more})


def one(day, kind="report", leads=None, on=TODAY):
    return deadlines([fact(day, kind)], on, leads)[0]


@pytest.mark.parametrize(
    ("day", "group", "state"),
    [
        (date(2026, 11, 17), "late", "late"),
        (date(2026, 11, 18), "week", "soon"),
        (date(2026, 11, 22), "week", "soon"),
        (date(2026, 11, 23), "month", "soon"),
        (date(2026, 11, 26), "month", "later"),
        (date(2026, 11, 30), "month", "later"),
        (date(2026, 12, 1), "later", "later"),
        (None, "undated", "later"),
    ],
)
def test_a_day_stands_in_its_week_month_or_later(day, group, state):
    found = one(day)
    assert (found.group, found.state) == (group, state)


@pytest.mark.parametrize(
    ("on", "day", "group"),
    [
        (date(2026, 12, 31), date(2027, 1, 1), "week"),
        (date(2026, 12, 31), date(2027, 1, 4), "later"),
        (date(2027, 1, 1), date(2026, 12, 31), "late"),
        (date(2027, 1, 1), date(2027, 1, 31), "month"),
    ],
)
def test_the_turn_of_the_year_is_no_wall(on, day, group):
    assert one(day, on=on).group == group


def test_a_lead_time_decides_when_it_is_soon():
    day = TODAY + timedelta(days=20)
    assert one(day).state == "later"
    assert one(day, leads={"report": 20}).state == "soon"


def test_what_waits_without_a_last_day_is_asked_about_after_a_while():
    found = one(date(2026, 11, 10), "payment_gate")
    assert found.day == date(2026, 11, 24)
    assert one(date(2026, 11, 10), "payment_gate", {"payment_gate": 3}).state == "late"


def test_the_earliest_stands_first_and_those_without_a_day_last():
    days = [None, date(2026, 12, 1), date(2026, 11, 1)]
    found = deadlines([fact(day) for day in days], TODAY)
    assert [each.day for each in found] == [date(2026, 11, 1), date(2026, 12, 1), None]


def test_every_kind_has_words_and_a_lead_time():
    assert set(KIND_WORDS) == set(LEAD)


# From the register


@pytest.fixture
def it(coordinator):
    return coordinator


def kinds(it):
    return {each.kind: each for each in all_deadlines(it.desk)}


def test_a_report_is_listed_with_its_day_and_whose_move_it_is(it):
    case = it.registers(ends_on=it.today + timedelta(days=22))
    it.grants(case)

    found = kinds(it)["report"]

    assert found.day == it.sees(case).report.due_on
    assert str(found.fact.text) == "Rapport från Körsällskapet Trollsländan"
    assert (found.fact.subject, found.fact.mine) == (("case", case), False)


def test_a_completion_and_a_waiting_payment_are_listed(it):
    asked = it.registers(costs="", other_funding="")
    it.in_case(asked, "ask_completion", due_on=date(2026, 3, 20))
    it.grants(it.registers(2, asked=1_000))

    found = kinds(it)

    assert found["completion"].day == date(2026, 3, 20)
    assert found["payment_gate"].day == it.today + timedelta(days=LEAD["payment_gate"])


def test_a_list_waits_for_the_board_then_the_notice_board_then_the_appeal_runs_out(it):
    it.grants(it.registers(asked=1_000))
    made = dict(it.does("make_list", meeting_on=date(2026, 3, 9)).subjects)["list"]
    assert kinds(it)["board"].day == date(2026, 3, 9)

    it.on(date(2026, 3, 9))
    it.does("report_list", {"list": made}, paragraph="§ 41")
    assert kinds(it)["notice_board"].day == date(2026, 3, 23)

    it.on(date(2026, 3, 13))
    it.does("announce_list", {"list": made}, announced_on=date(2026, 3, 13))
    assert kinds(it)["appeal"].day == date(2026, 4, 7)

    it.on(date(2026, 4, 8))
    assert "appeal" not in kinds(it)


def test_the_guideline_has_lapsed_and_the_period_ends(it):
    it.on(date(2026, 10, 1))
    found = kinds(it)
    assert (found["guideline"].day, found["guideline"].state) == (date(2026, 9, 30), "late")
    assert found["mandate"].day == date(2026, 12, 31)
    assert found["frame"].day == date(2027, 1, 1)
    assert "har gått ut" in str(found["guideline"].fact.text)


def test_a_frame_for_the_next_period_ends_the_wait_for_it(it):
    it.does("set_frame", first_year=2027, frame=500_000)
    assert "frame" not in kinds(it)


def test_after_new_year_the_new_period_is_the_one(it):
    it.on(date(2027, 1, 1))
    found = kinds(it)
    assert found["mandate"].day == date(2030, 12, 31)
    late = [each for each in all_deadlines(it.desk) if each.kind == "frame"]
    assert [(each.day, each.state) for each in late] == [
        (date(2027, 1, 1), "soon"),
        (date(2031, 1, 1), "later"),
    ]


def test_a_twin_town_without_an_agreement_has_no_day(it):
    found = [each for each in all_deadlines(it.desk) if each.kind == "place_agreement"]
    assert {each.day for each in found} == {None}
    assert ("place", 2) in {each.fact.subject for each in found}


# Own reminders


def test_a_reminder_is_listed_until_it_is_ticked_off(it):
    it.does("add_note", text="Ring om lokalen", day=it.today)
    assert str(kinds(it)["note"].fact.text) == "Ring om lokalen"

    run(it.desk, NoteDone(note_id=1))

    assert "note" not in kinds(it)
    assert it.desk.store.get(Note, 1).done_on == it.today


def test_a_reminder_can_be_about_a_case_that_exists(it):
    case = it.registers()
    it.does("add_note", text="Ring", day=it.today, subject=f"case:{case}")
    assert kinds(it)["note"].fact.subject == ("case", case)
    problems = it.is_refused("add_note", text="Ring", day=it.today, subject="case:99")
    assert [each.field for each in problems] == ["subject"]


def test_a_personal_number_is_kept_out_of_a_reminder(it):
    problems = it.is_refused("add_note", text="Ring 19850709-9805", day=it.today)
    assert [each.field for each in problems] == ["text"]


def test_a_done_reminder_is_not_done_again(it):
    it.does("add_note", text="Ring", day=it.today)
    run(it.desk, NoteDone(note_id=1))
    with pytest.raises(Refusal):
        run(it.desk, NoteDone(note_id=1))


def test_a_changed_lead_time_is_kept(it):
    it.does("set_lead_time", kind="mandate", days=999)
    it.does("set_lead_time", kind="mandate", days=400)
    assert kinds(it)["mandate"].lead == 400


def test_today_shows_a_late_reminder_and_one_of_this_week_but_not_one_far_off(it):
    it.does("add_note", text="Sen", day=it.today - timedelta(days=1))
    it.does("add_note", text="Snart", day=it.today + timedelta(days=7))
    it.does("add_note", text="Sedan", day=it.today + timedelta(days=8))

    seen = today(it.desk)

    assert [str(each.title) for each in seen.late] == ["Sen"]
    assert [str(each.title) for each in seen.week] == ["Snart"]
    assert "Sedan" in [str(each.text) for each in seen.later]


def test_what_cases_wait_for_is_found_by_an_index(it):
    plan = it.desk.store.rows(f"explain query plan {deadline_facts._WAITING}", it.today, 9)
    assert any("awaited_kind" in row[3] for row in plan), plan


# The calendar


def events(data):
    return {str(each["uid"]): each for each in Calendar.from_ical(data).walk("VEVENT")}


def test_a_deadline_is_a_whole_day_with_an_alarm_by_its_lead_time():
    found = deadlines([fact(date(2026, 12, 31))], TODAY)

    (event,) = events(calendar_file(found, UUID, TODAY)).values()

    assert event.decoded("dtstart") == date(2026, 12, 31)
    assert event.decoded("dtend") == date(2027, 1, 1)
    assert str(event["summary"]) == "Rapport: 2026-003 Grindavík"
    (alarm,) = event.walk("VALARM")
    assert alarm.decoded("trigger") == timedelta(days=-7)
    assert event.decoded("dtstamp") == datetime(2026, 11, 18, tzinfo=UTC)


def test_its_id_stays_when_day_and_words_change():
    before = calendar_file(deadlines([fact(date(2026, 12, 1))], TODAY), UUID, TODAY)
    moved = fact(date(2026, 12, 9), calendar=plain("annat"))
    after = calendar_file(deadlines([moved], TODAY), UUID, TODAY + timedelta(days=3))
    assert list(events(before)) == list(events(after)) == [f"{UUID}-report-case-3@vanbok"]


def test_the_same_list_gives_the_same_bytes():
    found = deadlines([fact(date(2026, 12, 1)), fact(date(2026, 12, 2), "completion")], TODAY)
    assert calendar_file(found, UUID, TODAY) == calendar_file(found, UUID, TODAY)


def test_nobody_is_named_and_nothing_written_by_hand_is_told(it):
    it.grants(it.registers())
    it.does("add_note", text="Ring Greta Visström", day=it.today)

    data = calendar_file(all_deadlines(it.desk), UUID, it.today).decode()

    words = data.replace("\r\n ", "")
    assert "Greta" not in words
    assert "Trollsländan" not in words
    assert "Egen bevakning 1" in words


def test_odd_signs_and_long_lines_come_back_as_they_were():
    words = "Saint-Barthélemy; å, ä och ö \\ i en lång, lång rad som måste vikas på två\neller fler"
    found = deadlines([fact(date(2026, 12, 1), calendar=plain(words))], TODAY)

    data = calendar_file(found, UUID, TODAY)

    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    (event,) = events(data).values()
    assert str(event["summary"]) == f"Rapport: {words}"


def test_what_has_no_day_is_not_in_the_calendar():
    found = deadlines([fact(None, "place_agreement")], TODAY)
    assert events(calendar_file(found, UUID, TODAY)) == {}


def test_the_calendar_speaks_the_language_of_the_window():
    found = deadlines([fact(date(2026, 12, 1), calendar=say("{a}", a=1))], TODAY)
    data = calendar_file(found, UUID, TODAY, lambda words: words.replace("Rapport", "Report"))
    assert b"SUMMARY:Report: 1" in data
