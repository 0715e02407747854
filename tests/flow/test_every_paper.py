"""What every paper knows and what none can do without; envelopes, calendars, texts on trial."""

from __future__ import annotations

import base64
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.casework import Document
from desktop.domain.dates import FinancialYear
from desktop.domain.phases import WindowSide
from desktop.domain.problems import Refusal
from desktop.flow import text_trial
from desktop.flow.ask import File
from desktop.flow.calendar_file import calendar_file
from desktop.flow.coat import coat_picture, keep_coat
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.deadlines import Deadline
from desktop.flow.envelope import WINDOWS, moved, trial_letter
from desktop.flow.journal_tracks import tracks
from desktop.flow.papers import completion_request, draw, window, year_in_letter
from desktop.flow.steps.office import SetWindow
from desktop.flow.texts import history, text_on, versions
from desktop.flow.waiting import late_words
from desktop.flow.work import Work
from desktop.letters.compose import compose, kind_of
from desktop.letters.template import SHARED, builtin
from tests.flow.handed import handed, said
from tests.flow.papers_stage import READY, RECEIVED
from tests.flow.telling import is_as_written

if TYPE_CHECKING:
    from collections.abc import Callable


COAT = Path(__file__).parents[2] / "resources" / "example" / "vapen.png"


def words_of(problems: Any) -> list[str]:
    return [f"{each.field}: {each.text}".replace("\u00a0", " ") for each in problems]


# What every paper knows


def test_every_paper_knows_the_office_who_signs_the_day_and_what_the_register_holds(full):
    facts = handed(lambda: completion_request(full.desk, full.sees(RECEIVED), ["a"], full.today))

    assert facts.office == full.desk.office()
    assert facts.officer == full.desk.officer()
    assert facts.made_on == full.today
    assert facts.checksum == full.head[:12]
    assert facts.coat is None
    assert facts.window == window(full.desk.office())


def test_the_coat_of_arms_stands_on_every_paper_once_it_is_chosen(full):
    file = {"name": "vapen.png", "base64": base64.b64encode(COAT.read_bytes()).decode()}
    full.does("set_coat", picture=file)

    facts = handed(lambda: completion_request(full.desk, full.sees(RECEIVED), ["a"], full.today))

    assert facts.coat == coat_picture(File(name="vapen.png", content=COAT.read_bytes()))
    (kept,) = full.desk.store.find(Document, "kind = 'coat'")
    assert (kept.title, kept.name, kept.media) == ("Kommunvapen", "kommunvapen.png", "image/png")
    assert (kept.subject, kept.made_on) == ("office:1", full.today)


def test_a_file_that_is_no_picture_is_no_coat_of_arms():
    with pytest.raises(Refusal) as refused:
        coat_picture(File(name="vapen.txt", content=b"hej"))

    (problem,) = refused.value.problems
    assert problem.field == "coat"
    assert str(problem.text).startswith("Kommunvapen – vapen.txt ")


def test_a_field_of_another_name_is_told_what_is_wrong_with_its_coat(coordinator):
    with pytest.raises(Refusal) as refused:
        keep_coat(
            coordinator.desk,
            File(name="x", content=b"hej"),
            Work(store=coordinator.desk.store),
            "arms",
        )

    assert refused.value.problems[0].field == "arms"


def refused(make: Callable[[], object]) -> list[str]:
    with pytest.raises(Refusal) as trouble:
        make()
    return words_of(trouble.value.problems)


def test_a_letter_names_what_is_missing_in_the_settings(full):
    dismissed = {"outcome": "dismissed", "granted": 0, "reasons": ["wrong_applicant"]}
    facts = handed(lambda: full.in_case(RECEIVED, "decide", unbiased=True, **dismissed))
    bare = replace(facts, office=replace(facts.office, court="", court_address=""))

    assert refused(lambda: draw(full.desk, kind_of(bare), bare, "own_text")) == [
        ": Brevet – förvaltningsrätt saknas – fyll i under Inställningar.",
        ": Brevet – domstolens adress saknas – fyll i under Inställningar.",
    ]


def test_a_letter_names_what_is_missing_in_the_form(full):
    facts = handed(lambda: completion_request(full.desk, full.sees(RECEIVED), ["a"], full.today))
    bare = replace(facts, matter=replace(facts.matter, number=""))

    assert refused(lambda: draw(full.desk, "completion_request", bare, "items")) == [
        "items: Brevet – uppgiften ärendenummer saknas – fyll i den först."
    ]


def test_a_sign_that_cannot_be_printed_is_named_where_it_was_written(full):
    odd = ["Tack \U0001f600"]
    facts = handed(lambda: completion_request(full.desk, full.sees(RECEIVED), odd, full.today))

    assert refused(lambda: draw(full.desk, "completion_request", facts, "items")) == [
        "items: Brevet – tecknet \U0001f600 i ”Tack \U0001f600” går inte att skriva ut – byt det."
    ]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2025, 9, 1), date(2026, 8, 31), "1 september 2025–31 augusti 2026"),
        (date(2025, 1, 2), date(2026, 1, 1), "2 januari 2025–1 januari 2026"),
    ],
)
def test_a_financial_year_in_a_letter(first, last, words):
    assert year_in_letter(FinancialYear(first=first, last=last)).replace("\u00a0", " ") == words


# The envelope


def test_the_letter_for_trying_envelopes_is_a_confirmation_that_names_the_towns_own(full):
    facts = handed(lambda: trial_letter(full.desk))

    is_as_written("papers/envelope", said(facts))
    assert facts.office == full.desk.office()


def test_it_is_laid_as_the_office_would_have_it(full):
    wanted = SetWindow(side="right", left=115, top=47, fold_mark=False, fold_at=99)

    office = moved(full.desk.office(), wanted)
    facts = handed(lambda: trial_letter(full.desk, office))

    assert office.window_side is WindowSide.RIGHT
    assert (facts.window.left, facts.window.top, facts.window.fold) == (115.0, 47.0, 0.0)
    assert (office.window_left, office.window_top, office.fold_at) == (115, 47, 99)
    assert full.desk.office().window_side is WindowSide.LEFT


def test_a_fold_is_marked_where_it_was_set(full):
    wanted = SetWindow(side="left", left=25, top=47, fold_mark=True, fold_at=105)

    assert window(moved(full.desk.office(), wanted)).fold == 105.0


def test_the_address_lies_inside_each_usual_window():
    for each in WINDOWS.values():
        left, top = each.address
        assert each.left < left < each.left + each.width
        assert each.top < top < each.top + each.height
        assert each.lefts[0] <= left <= each.lefts[1]


def test_where_there_are_no_grants_it_is_a_grant_all_the_same(schools):
    facts = handed(lambda: trial_letter(schools.desk))

    assert facts.matter.scheme
    assert facts.matter.number == "2026-001"
    assert facts.consulted is False


# The calendar


def test_the_calendar_file_says_every_deadline_once(full):
    made = calendar_file(all_deadlines(full.desk), "påhittat", full.today)

    text = made.decode().replace("\r\n ", "").replace("\r\n", "\n")
    is_as_written("papers/calendar", text)
    assert made == calendar_file(all_deadlines(full.desk), "påhittat", full.today)


def test_a_deadline_without_a_day_is_not_in_the_calendar(full):
    found = [each for each in all_deadlines(full.desk) if each.day is None]

    assert b"VEVENT" not in calendar_file(found, "påhittat", full.today)


def test_the_calendar_is_in_the_language_of_the_window(full):
    found: list[Deadline] = [each for each in all_deadlines(full.desk) if each.kind != "note"][:1]

    text = calendar_file(found, "x", full.today, lambda words: f"på låtsas {words}").decode()

    assert "NAME:på låtsas Bevakningar i Vänbok" in text
    for each in ("SUMMARY", "DESCRIPTION", "CATEGORIES"):
        assert f"{each}:på låtsas" in text


# Letter texts on trial


def test_an_example_borrows_the_office_the_officer_and_the_guideline(full):
    borrowed = text_trial.around(full.desk)

    assert (borrowed.office, borrowed.officer) == (full.desk.office(), full.desk.officer())
    assert borrowed.guideline.title == "Riktlinjer för internationellt arbete"
    assert borrowed.committee == "internationella kommittén"
    assert (borrowed.made_on, borrowed.coat) == (full.today, None)
    assert text_trial.around(full.desk, date(2026, 5, 1)).made_on == date(2026, 5, 1)
    file = {"name": "vapen.png", "base64": base64.b64encode(COAT.read_bytes()).decode()}
    full.does("set_coat", picture=file)
    assert text_trial.around(full.desk).coat == full.desk.store.content(full.desk.office().coat_id)


def test_a_text_that_counts_from_a_later_day_is_said_to_come(full):
    text = text_on(full.desk, "report_reminder", full.today).replace("Er rapport", "Rapporten")
    later = date(2026, 5, 1)
    full.does("edit_letter_text", name="report_reminder", text=text, valid_from=later, note="nytt")

    shown = history(full.desk, "report_reminder")

    assert [(each.version, each.counts, each.coming, each.own) for each in shown] == [
        (2, False, True, True),
        (1, True, False, True),
        (0, False, False, False),
    ]
    assert (shown[0].valid_from, shown[0].adopted_on, shown[0].note) == (later, full.today, "nytt")
    assert shown[0].officer == "Ebba Sagolin"
    assert shown[2].valid_from is None
    full.on(later)
    assert [each.counts for each in history(full.desk, "report_reminder")] == [True, False, False]
    assert [each.counts for each in history(full.desk, "confirmation")] == [True]


def test_a_text_on_trial_is_composed_with_the_municipalitys_other_texts(full):
    day = full.today
    facts = text_trial.example_of(full.desk, "report_reminder")
    text = text_on(full.desk, "report_reminder", day)

    made = text_trial.composed({}, "report_reminder", text, facts)

    assert made == compose("report_reminder", facts, text)
    assert made != text_trial.composed({}, "confirmation", text, facts)


def test_a_shared_text_on_trial_is_shown_in_a_letter_that_holds_it(full):
    name = min(SHARED)
    facts, text = text_trial.example_of(full.desk, name), builtin(name)
    changed = text.replace('text = "', 'text = "På försök: ', 1)
    assert changed != text

    shown, tried = (text_trial.composed({}, name, each, facts) for each in (text, changed))

    assert shown == text_trial.composed({name: changed}, name, text, facts)
    assert shown != tried == compose(kind_of(facts), facts, shared={name: changed})


def test_a_text_that_names_what_no_letter_has_is_remarked_on(full):
    text = text_on(full.desk, "report_reminder", full.today)

    assert not [e for e in text_trial.remarks_on(full.desk, "report_reminder", text) if e.stops]
    broken = text.replace("Er rapport", "{påhitt}")
    remarks = text_trial.remarks_on(full.desk, "report_reminder", broken)
    assert [each for each in remarks if each.stops]


def test_the_own_texts_of_the_register_can_all_be_used(full):
    assert len(versions(full.desk)) == 1
    assert list(text_trial.unreadable(full.desk)) == []


@pytest.mark.parametrize(("days", "words"), [(1, "1 dag sen"), (2, "2 dagar sen")])
def test_a_paper_says_one_day_late_of_one_day(days, words):
    assert late_words(days) == words


def test_a_journal_says_how_late_a_report_is_the_day_after_its_last(full):
    full.on(date(2026, 3, 3))

    assert dict(tracks(full.sees(READY)))["Rapport"] == "Väntas senast 2026-03-02, 1 dag sen"
