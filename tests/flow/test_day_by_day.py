"""What turns on a day: the day before, the day itself and the day after."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from desktop.domain.casework import Awaited, Case
from desktop.domain.commitment_words import ProjectState
from desktop.domain.commitments import ContactPerson, Network
from desktop.domain.phases import Phase
from desktop.flow.agreement_view import agreement_picture
from desktop.flow.board import rounds
from desktop.flow.contact_view import body_picture, serving
from desktop.flow.days import parse_day
from desktop.flow.deadlines import which_day as dated
from desktop.flow.document_view import governing_picture
from desktop.flow.follow_up_view import asked_picture, latest_year
from desktop.flow.headlines import in_order
from desktop.flow.matters import when, which_day
from desktop.flow.network_view import network_picture, pictured
from desktop.flow.next_act import next_act
from desktop.flow.picture import picture
from desktop.flow.plan_view import plan_picture
from desktop.flow.project_view import project_picture
from desktop.flow.rounds_view import next_of, rounds_view
from desktop.flow.today import today
from desktop.flow.visit_list import visit_list
from desktop.flow.visit_next import visit_label
from desktop.flow.visit_picture import visit_picture
from desktop.flow.waiting import current, label
from tests.flow.lived_stage import NEAR

DAY = date(2026, 3, 10)


def at(desk, day):
    return desk.on(date.fromisoformat(day))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("t", DAY),
        (" I dag ", DAY),
        ("idag", DAY),
        ("today", DAY),
        ("+7", date(2026, 3, 17)),
        ("-10", date(2026, 2, 28)),
        ("+9999", date(2053, 7, 25)),
        ("+10000", None),
        ("20261121", date(2026, 11, 21)),
        ("2026-11-21", date(2026, 11, 21)),
        ("2026-1-2", date(2026, 1, 2)),
        ("24/12", date(2026, 12, 24)),
        ("24.12", date(2026, 12, 24)),
        ("1 / 2", date(2026, 2, 1)),
        ("24 dec", date(2026, 12, 24)),
        ("den 1 januari 2027", date(2027, 1, 1)),
        ("3 May", date(2026, 5, 3)),
        ("3 october", date(2026, 10, 3)),
        ("3 okt.", date(2026, 10, 3)),
        ("3 xyz", None),
        ("31 feb", None),
        ("2026-13-01", None),
        ("20261301", None),
        ("", None),
        ("2026", None),
    ],
)
def test_a_day_is_read_as_people_type_it(typed, day):
    assert parse_day(typed, DAY) == day


def waits(kind="report", due=None, since=date(2026, 3, 1), **more):
    return Awaited(case_id=1, kind=kind, since=since, due_on=due, **{"mine": False, **more})


@pytest.mark.parametrize(
    ("row", "group", "words", "day"),
    [
        (waits(due=date(2026, 3, 9)), "late", "1 dag sen", "9 mar"),
        (waits(due=date(2026, 3, 8)), "late", "2 dagar sen", "8 mar"),
        (waits(due=date(2025, 3, 10)), "late", "365 dagar sen", "10 mar 2025"),
        (waits(due=date(2026, 3, 9)), "week", "i går", "9 mar"),
        (waits(due=date(2026, 3, 8)), "week", "för 2 dagar sedan", "8 mar"),
        (waits(due=DAY), "week", "i dag", "10 mar"),
        (waits(due=date(2026, 3, 11)), "week", "onsdag", "11 mar"),
        (waits(due=date(2026, 3, 15)), "week", "söndag", "15 mar"),
        (waits(due=date(2026, 3, 11)), "others", "i morgon", "11 mar"),
        (waits(due=date(2026, 3, 12)), "others", "om 2 dagar", "12 mar"),
        (waits(due=DAY), "others", "9 dagar", "sedan 1 mar"),
        (waits(since=date(2026, 3, 9)), "mine", "1 dag", "sedan 9 mar"),
        (waits(since=DAY), "mine", "i dag", "sedan 10 mar"),
        (waits(since=date(2026, 3, 11)), "mine", "i dag", "sedan 11 mar"),
        (waits(since=date(2025, 12, 31)), "mine", "69 dagar", "sedan 31 dec 2025"),
        (waits(since=date(2026, 3, 9)), "late", "1 dag", "sedan 9 mar"),
    ],
)
def test_a_line_of_today_says_when(row, group, words, day):
    plain = str(which_day(row, DAY, group)).replace("\u00a0", " ")

    assert (str(when(row, DAY, group)), plain) == (words, day)


def test_a_day_of_another_year_is_shown_with_its_year():
    told = [
        str(dated(date(year, 1, 31), DAY)).replace("\u00a0", " ") for year in (2025, 2026, 2027)
    ]

    assert told == ["31 jan 2025", "31 jan", "31 jan 2027"]


@pytest.mark.parametrize(
    ("row", "kind", "tone", "days", "words"),
    [
        (waits(due=DAY), "report", "waiting", 0, "Rapport väntas till 10 mar"),
        (waits(due=date(2026, 3, 9)), "report", "late", 1, "Rapport försenad 1 dag"),
        (waits(due=date(2026, 3, 8)), "report", "late", 2, "Rapport försenad 2 dagar"),
        (waits("completion", due=DAY), "completion", "waiting", 0, "Komplettering senast 10 mar"),
        (waits("completion", date(2026, 3, 9)), "completion", "late", 1, "Komplettering 1 dag sen"),
        (
            waits("completion", date(2026, 3, 7)),
            "completion",
            "late",
            3,
            "Komplettering 3 dagar sen",
        ),
        (waits("reclaim", date(2026, 3, 9)), "reclaim", "late", 1, "Återkrav pågår"),
        (waits("meeting", date(2026, 3, 9)), "meeting", "waiting", 1, "På delegationslista"),
        (waits("ready", date(2026, 3, 9), mine=True), "ready", "mine", 1, "Klart för beslut"),
        (waits("handed"), "handed", "waiting", 0, "Hos ekonomi"),
    ],
)
def test_a_case_is_labelled_by_what_it_waits_for(row, kind, tone, days, words):
    found = label([row], Phase.CARRIED_OUT, DAY)

    assert (found.kind, found.tone, found.days) == (kind, tone, days)
    assert str(found.text).replace("\u00a0", " ") == words


def test_a_closed_case_waits_for_nothing():
    found = label([waits(due=date(2026, 1, 1))], Phase.CLOSED, DAY)

    assert (found.kind, str(found.text), found.tone) == ("closed", "Avslutat", "done")
    assert label([], Phase.DECIDED, DAY).tone == "done"


def test_an_overdue_report_comes_before_the_letter_and_one_in_time_after_it():
    letter = waits("letter", mine=True)

    def first(due):
        return current([letter, waits(due=due)], DAY)[0].kind

    assert (first(date(2026, 3, 9)), first(DAY), first(date(2026, 3, 11))) == (
        "report",
        "letter",
        "letter",
    )


def test_a_row_counts_from_its_first_day_until_its_last():
    row = waits("payment", from_on=DAY, until_on=DAY)

    def counts(by):
        return bool(current([row], DAY + timedelta(days=by)))

    assert [counts(by) for by in (-1, 0, 1)] == [False, True, False]


@pytest.mark.parametrize(
    ("day", "late", "words", "act"),
    [
        ("2026-08-31", 0, "Medlem", "note_network_activity"),
        ("2026-09-01", 0, "Medlem", "review_network"),
        ("2026-09-02", 1, "Omprövning sen", "review_network"),
    ],
)
def test_a_network_is_to_be_reviewed_on_its_day(lived, day, late, words, act):
    seen = network_picture(at(lived, day), 2)

    assert (seen.review_late, str(seen.label), seen.next_act) == (late, words, act)


@pytest.mark.parametrize(
    ("day", "left", "words"),
    [
        ("2026-12-30", False, "Lämnas 2026-12-31"),
        ("2026-12-31", False, "Lämnas 2026-12-31"),
        ("2027-01-01", True, "Lämnat"),
    ],
)
def test_a_network_is_left_the_day_after_its_last(lived, day, left, words):
    seen = network_picture(at(lived, day), 5)

    assert (seen.left, str(seen.label), seen.tone, seen.next_act) == (left, words, "done", "")


def test_a_network_that_is_left_is_never_late(autumn):
    gone = Network(name="Borta", next_review_on=date(2026, 1, 1), left_on=date(2026, 12, 1))

    seen = replace(pictured(autumn, gone), review_due=date(2026, 1, 1))

    assert (seen.review_late, seen.leaving, seen.tone) == (0, False, "done")


@pytest.mark.parametrize(
    ("day", "late", "over", "words", "tone"),
    [
        ("2026-09-30", 0, False, "Pågår", "coming"),
        ("2026-10-01", 0, True, "Slutdagen har passerat", "late"),
    ],
)
def test_a_project_is_over_the_day_after_its_last(lived, day, late, over, words, tone):
    seen = project_picture(at(lived, day), 3)

    assert (seen.report_late, seen.over, str(seen.label), seen.tone) == (late, over, words, tone)


@pytest.mark.parametrize(
    ("day", "late", "act"),
    [
        ("2026-09-01", 0, "mark_project_reported"),
        ("2026-09-02", 1, "set_project_report_days"),
    ],
)
def test_a_project_report_is_late_the_day_after(lived, day, late, act):
    seen = project_picture(at(lived, day), 4)

    assert (seen.report_late, seen.late, seen.next_act) == (late, late > 0, act)


def test_a_project_that_is_done_is_never_late(lived):
    seen = project_picture(at(lived, "2030-01-01"), 4)
    done = replace(seen, project=replace(seen.project, state=ProjectState.CLOSED))

    assert (done.report_late, done.over, done.late, done.tone) == (0, False, False, "done")


@pytest.mark.parametrize(
    ("day", "late", "act"),
    [
        ("2026-09-14", 0, ""),
        ("2026-09-15", 0, "review_governing_document"),
        ("2026-09-16", 1, "review_governing_document"),
    ],
)
def test_a_document_is_to_be_reviewed_on_its_day(lived, day, late, act):
    seen = governing_picture(at(lived, day), 3)

    assert (seen.review_late, seen.next_act) == (late, act)
    assert seen.tone == ("late" if late else "coming")


@pytest.mark.parametrize(
    ("key", "day", "words"),
    [
        (2, "2026-06-30", "Gäller"),
        (2, "2026-07-01", "Gäller inte längre"),
        (4, "2026-12-31", "Gäller senare"),
        (4, "2027-01-01", "Gäller"),
    ],
)
def test_a_document_is_valid_from_its_first_day_to_its_last(lived, key, day, words):
    assert str(governing_picture(at(lived, day), key).label) == words


def test_a_document_is_cited_with_its_paragraph_sign_once(lived):
    seen = governing_picture(at(lived, "2026-10-01"), 3)
    signed = replace(seen, document=replace(seen.document, paragraph="§ 15"))

    assert seen.cited == signed.cited == "Kommunfullmäktige 2020-02-12 § 15"


def test_an_ended_document_asks_for_no_review(lived):
    seen = governing_picture(at(lived, "2026-10-01"), 2)
    due = replace(seen, document=replace(seen.document, next_review_on=date(2026, 1, 1)))

    assert (due.review_late, due.next_act, due.tone) == (0, "", "done")


@pytest.mark.parametrize(
    ("day", "names", "former"),
    [
        ("2025-01-06", [], 2),
        ("2025-01-07", ["Ylva Påhittad"], 1),
        ("2026-06-30", ["Ylva Påhittad"], 1),
        ("2026-07-01", ["Eskil Dikt"], 1),
    ],
)
def test_a_contact_person_serves_from_the_first_day_to_the_last(lived, day, names, former):
    seen = body_picture(at(lived, day), 2)

    assert ([each.name for each in seen.persons], len(seen.former)) == (names, former)


def test_a_contact_person_without_days_always_serves():
    assert serving(ContactPerson(body_id=1, name="Moa Saga"), DAY)


@pytest.mark.parametrize(("day", "ended"), [("2026-01-31", False), ("2026-02-01", True)])
def test_a_body_is_in_being_to_its_last_day(lived, day, ended):
    assert body_picture(at(lived, day), 4).ended is ended


@pytest.mark.parametrize(
    ("day", "words", "tone"),
    [("2025-12-31", "Gäller", "coming"), ("2026-01-01", "Att utvärdera", "mine")],
)
def test_a_plan_is_to_be_evaluated_when_its_year_is_over(lived, day, words, tone):
    seen = plan_picture(at(lived, day), 4)

    assert (str(seen.label), seen.tone) == (words, tone)


@pytest.mark.parametrize(
    ("day", "ending"),
    [
        ("2026-05-11", None),
        ("2026-05-12", date(2026, 11, 11)),
        ("2026-11-11", date(2026, 11, 11)),
        ("2026-11-12", None),
    ],
)
def test_an_agreement_ends_soon_within_the_months_of_the_guideline(lived, day, ending):
    assert agreement_picture(at(lived, day), 1).ending_on == ending


@pytest.mark.parametrize(
    ("day", "late", "words"),
    [
        ("2026-07-01", 0, "Rapport senast 1 jul"),
        ("2026-07-02", 1, "Rapport försenad 1 dag"),
        ("2026-07-03", 2, "Rapport försenad 2 dagar"),
    ],
)
def test_a_visits_report_is_late_the_day_after(lived, day, late, words):
    seen = visit_picture(at(lived, day), 12)

    assert seen.report_late == late
    assert str(visit_label(seen).text).replace("\u00a0", " ") == words


@pytest.mark.parametrize(
    ("day", "over", "tone"),
    [("2026-10-07", False, "coming"), ("2026-10-08", True, "mine")],
)
def test_a_visit_may_have_been_held_on_its_last_day(lived, day, over, tone):
    seen = visit_picture(at(lived, day), 14)

    assert (seen.over, visit_label(seen).tone) == (over, tone)


@pytest.mark.parametrize(
    ("day", "late", "words"),
    [
        ("2026-03-30", 0, "senast 31 mar"),
        ("2026-03-31", 0, "senast 31 mar"),
        ("2026-04-01", 1, "1 dag sen"),
        ("2026-04-02", 2, "2 dagar sen"),
    ],
)
def test_an_answer_is_late_the_day_after(lived, day, late, words):
    seen = asked_picture(at(lived, day), 3)

    assert (seen.days_late, str(seen.label).replace("\u00a0", " ")) == (late, words)


@pytest.mark.parametrize(
    ("day", "year"),
    [("2025-06-01", 2025), ("2026-01-01", 2025), ("2026-12-31", 2025), ("2027-01-01", 2027)],
)
def test_the_year_that_is_followed_up_is_the_last_one_until_its_report_is_noted(lived, day, year):
    assert latest_year(at(lived, day)) == year


@pytest.mark.parametrize(
    ("day", "act"),
    [
        ("2026-10-14", "receive_report"),
        ("2026-10-15", "remind_report"),
    ],
)
def test_an_association_has_two_weeks_to_answer_a_reminder(lived, day, act):
    assert next_act(picture(at(lived, day), 8)) == act


def _where(desk, kind, subject):
    seen = today(desk)
    groups = {name: getattr(seen, name) for name in ("late", "week", "mine", "others")}
    return [
        name
        for name, matters in groups.items()
        for each in matters
        if (each.kind, each.subject) == (kind, subject)
    ]


@pytest.mark.parametrize(
    ("day", "kind", "subject", "groups"),
    [
        ("2026-09-27", "note", 3, []),
        ("2026-09-28", "note", 3, ["week"]),
        ("2026-10-05", "note", 3, ["week"]),
        ("2026-10-06", "note", 3, ["late"]),
        ("2026-09-28", "visit", 14, []),
        ("2026-09-29", "visit", 14, ["week"]),
        ("2026-10-06", "visit", 14, ["week"]),
        ("2026-10-07", "visit", 14, ["late"]),
        ("2026-10-08", "visit", 14, ["mine"]),
        ("2026-10-12", "case", 17, ["mine"]),
        ("2026-10-13", "case", 17, ["week"]),
        ("2026-03-31", "case", 2, ["mine"]),
    ],
)
def test_a_matter_stands_in_the_group_of_its_day(lived, day, kind, subject, groups):
    if (kind, subject) == ("case", 2):
        groups = ["others"]

    assert _where(at(lived, day), kind, subject) == groups


def _ahead(desk):
    return [str(each.text) for each in today(desk).later]


@pytest.mark.parametrize(
    ("day", "missing", "ends"),
    [("2026-09-29", False, False), ("2026-09-30", True, True), ("2026-12-31", True, True)],
)
def test_the_end_of_the_period_is_seen_three_months_ahead(lived, day, missing, ends):
    lines = _ahead(at(lived, day))

    assert ("Ram för 2027–2030 saknas" in lines, "Mandatperioden slutar" in lines) == (
        missing,
        ends,
    )


@pytest.mark.parametrize(
    ("day", "seen"),
    [("2026-06-29", False), ("2026-06-30", True), ("2026-09-29", True), ("2026-09-30", False)],
)
def test_the_end_of_the_guideline_is_seen_three_months_ahead(stage, day, seen):
    stage.on(date.fromisoformat(day))

    assert ("Riktlinjen går ut" in _ahead(stage.desk)) is seen


@pytest.mark.parametrize(
    ("day", "seen"),
    [
        ("2026-01-22", True),
        ("2026-01-21", False),
        ("2026-04-16", True),
        ("2026-04-17", False),
    ],
)
def test_a_report_is_seen_from_three_months_until_a_week_ahead(stage, day, seen):
    stage.on(date.fromisoformat(day))

    assert (12 in [each.case_id for each in today(stage.desk).later]) is seen


def test_days_left_of_the_period_are_counted(lived):
    left = [
        today(at(lived, day)).frame_ends_in for day in ("2026-12-30", "2026-12-31", "2027-01-01")
    ]

    assert left == [1, 0, 1460]


@pytest.mark.parametrize(("days", "words"), [(0, "i dag"), (1, "1 dag"), (2, "2 dagar")])
def test_a_round_says_how_long_it_has_been_open(stage, days, words):
    stage.wait(days)

    (line,) = rounds(stage.desk)

    assert (str(line.when), line.group, line.act) == (words, "mine", "make_sheet")


def test_a_round_of_two_is_told_in_the_plural_and_waits_for_others_when_it_is_sent(stage):
    stage.in_case(10, "add_to_round")
    stage.does("make_sheet", {"round": 10})

    (line,) = rounds(stage.desk)

    assert str(line.detail) == "2 ärenden väntar på kommittén"
    assert (line.group, line.act, str(line.words)) == ("others", "close_round", "Samråd klart")


def test_a_pot_with_one_case_ready_is_told_in_the_singular(stage):
    stage.in_case(15, "back_to_preparation")

    (line,) = [each for each in today(stage.desk).mine if each.kind == "pot"]

    assert str(line.title) == "Grundbidrag 2026, Grindavík: 1 förening"


def test_a_pot_that_was_heard_says_when(stage):
    for case in (14, 15):
        stage.in_case(case, "back_to_preparation")
        stage.in_case(case, "add_to_round")
    stage.does("close_round", {"round": 10}, held_on="2026-03-02")

    (line,) = [each for each in today(stage.desk).mine if each.kind == "pot"]

    words = str(line.detail).replace("\u00a0", " ")
    assert words == "Samråd klart 2 mar. Lika delar, 5 000 kr var."


def test_what_can_be_done_at_once_on_the_page_of_rounds_comes_first(stage):
    def next_now():
        return next_of(rounds_view(stage.desk), stage.today)

    assert next_now() == ("make_sheet", 10)
    stage.does("make_sheet", {"round": 10})
    assert next_now() == ("make_list", 0)
    stage.does("make_list")
    assert next_now() == ("announce_list", 1)
    for key in (1, 2):
        stage.does("announce_list", {"list": key}, announced_on=stage.today)
    assert next_now() == ("close_round", 10)
    stage.does("close_round", {"round": 10})
    assert next_now() == ("report_list", 3)


def test_the_places_visits_are_those_of_the_place(autumn):
    rows = visit_list(autumn, place_id=NEAR).rows

    assert [each.number for each in rows] == ["D 2026-02", "B 2026-10"]


def test_rules_stand_by_their_number():
    assert sorted(["P10", "P2", "A2", "S"], key=in_order) == ["S", "A2", "P2", "P10"]


def test_the_desk_keeps_what_it_computed_until_something_is_written(coordinator):
    desk, counted = coordinator.desk, []

    def count():
        counted.append(1)
        return len(counted)

    assert [desk.keep("a", count), desk.keep("a", count), desk.keep("b", count)] == [1, 1, 2]
    coordinator.does("add_place", name="Sagostad")
    assert desk.keep("a", count) == 3


def test_the_desk_keeps_through_writes_what_has_the_same_stamp(coordinator):
    desk = coordinator.desk

    assert desk.keep_while("a", 1, lambda: "first") == "first"
    assert desk.keep_while("a", 1, lambda: "second") == "first"
    assert desk.keep_while("a", 2, lambda: "third") == "third"
    assert desk.keep_while("a", 2, lambda: "fourth") == "third"


def test_a_desk_on_another_day_is_the_same_desk(coordinator):
    other = coordinator.desk.on(date(2030, 1, 1))

    assert other.today == date(2030, 1, 1)
    assert other.clock() == datetime(2030, 1, 1, 12)
    assert other.store is coordinator.desk.store
    assert other.in_force()[1] is coordinator.desk.in_force()[1]
    assert other.in_force(date(2022, 10, 10))[0] == 1


def test_the_case_that_is_noted_closed_stays_closed(stage):
    assert stage.desk.store.get(Case, 5).phase is Phase.CLOSED
    assert next_act(picture(stage.desk, 5)) == ""
