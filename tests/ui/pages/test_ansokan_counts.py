"""The form of an application asks for what the rules of its grant count, and for nothing else."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from PySide6.QtTest import QTest

from desktop.domain.casework import Application
from desktop.ui.main_window import MainWindow
from desktop.ui.page import Route
from desktop.ui.session import Session
from tests.flow.coordinator import Clock
from tests.flow.test_vocabulary_scenarios import CHOIR, ISLAND, founded
from tests.ui.pages.case_window import ENTRIES

COUNTS = ("participants", "participant_days")
TEXTS = ("application_type", "lines", "aims", "theme", "work_before", "support")


@pytest.fixture
def session(qtbot, preferences, tmp_path):
    path = tmp_path / "sagoby.vanbok"
    founded(path).desk.store.close()
    made = Session(preferences, Clock(datetime(2026, 1, 12, 9, 30)))
    window = MainWindow(made, ENTRIES, None)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    window.show()
    assert made.open(path)
    window.go(Route(page="ansokan"))
    QTest.qWait(1)
    yield window
    window.close()


def page(window):
    return window.shelf.page()


def chosen(window, scheme):
    form = page(window).form
    form.choose_association(CHOIR)
    form.inputs["scheme"].put(scheme)
    form.follow()
    return form


@pytest.mark.parametrize(
    ("scheme", "shown"),
    [
        ("journey_grant", [True, True]),
        ("base_part", [True, False]),
        ("half_journey", [False, False]),
        ("yearly_grant", [False, False]),
    ],
)
def test_people_and_days_are_asked_for_where_a_rule_counts_them(session, scheme, shown):
    form = chosen(session, scheme)

    assert [form.is_shown(name) for name in COUNTS] == shown


def test_the_rules_count_while_it_is_typed(session):
    form = chosen(session, "journey_grant")
    given = {"place_id": "1", "asked": "10000", "starts_on": "2026-06-08", "participants": "8"}
    for name, value in (given | {"ends_on": "2026-06-16"}).items():
        form.inputs[name].put(value)
    form.mark_edited()

    page(session).try_rules()

    lines = [each.replace("\u00a0", " ") for each in page(session).trial.lines]
    assert "Sänker Högst per person och dag 4 500 kr" in lines


def test_what_was_counted_is_kept(session):
    form = chosen(session, "journey_grant")
    given = {"place_id": "1", "asked": "10000", "starts_on": "2026-06-08", "participants": "8"}
    for name, value in (given | {"ends_on": "2026-06-16", "participant_days": "4"}).items():
        form.inputs[name].put(value)

    form.submit()

    (kept,) = session.session.need().store.find(Application)
    assert (kept.participants, kept.participant_days) == (8, 4)
    assert kept.ends_on == date(2026, 6, 16)


def test_a_grant_for_schools_is_not_offered_to_associations(session):
    form = page(session).form

    keys = [key for key, _ in form._options(form._asks["scheme"])]

    assert "pupil_fund" not in keys


def test_where_both_can_apply_the_page_turns_to_the_schools_form_and_back(session):
    page(session).other.click()

    school = page(session).form
    assert school.scheme() == "pupil_fund"
    assert [school.is_shown(name) for name in TEXTS] == [False] * len(TEXTS)
    school.choose_association(ISLAND)

    page(session).other.click()

    assert page(session).form.scheme() != "pupil_fund"
