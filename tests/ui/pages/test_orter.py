"""The list of places and the page of one."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from desktop.domain.registers import Place
from desktop.ui.page import Route
from desktop.ui.pages.ort_words import distance_words
from tests.ui.pages.register_window import (
    BARTHELEMY,
    CTRL,
    ENTER,
    GRINDAVIK,
    HAVSORNEN,
    fill,
    problem_at,
    submit,
)


def place(opened, key=GRINDAVIK):
    return opened.desk.store.get(Place, key)


@pytest.mark.parametrize(
    ("kilometres", "words"),
    [(None, ""), (7, "7 km"), (99, "99 km"), (520, "52 mil"), (18_000, "1\u00a0800 mil")],
)
def test_a_distance_is_said_in_swedish_miles(kilometres, words):
    assert distance_words(kilometres) == words


def test_a_guideline_that_asks_for_no_decision_of_the_council_does_not_miss_it(opened):
    page = opened.go(Route(page="orter"))
    council = page.table.rows.cells(0)[3]
    assert (council.text, council.mark) == ("–", None)
    assert page.frame.header.line.text() == ""


def test_the_list_counts_cases(opened):
    page = opened.go(Route(page="orter"))
    assert [page.table.rows.cells(at)[4].text for at in range(3)] == ["0", "1", "0"]


def test_enter_opens_a_place(opened):
    opened.go(Route(page="orter"))
    opened.press(ENTER)
    assert opened.window.windowTitle() == "Saint-Barthélemy – Vänbok"


def test_a_place_shows_its_pots_associations_and_cases(opened):
    page = opened.go(Route(page="ort", subject=GRINDAVIK))
    assert [bar.short for bar in page._seen.pots] == ["Grund", "Aktivitet"]
    assert [each.association.name for each in page._seen.partners] == [
        "Föreningen Havsörnen",
        "Körsällskapet Trollsländan",
    ]
    assert page._seen.partners[1].proposed == 10_000
    assert page.cases.rows.ids == [1]


def test_a_new_place_needs_only_its_name(opened):
    opened.go(Route(page="ort", act="add_place"))
    fill(opened.page.form, name="Låtsasborg")
    opened.press(ENTER, CTRL)
    assert opened.window.windowTitle() == "Låtsasborg – Vänbok"


def test_a_year_that_is_none_is_said_beside_the_field(opened):
    page = opened.go(Route(page="ort", act="add_place"))
    fill(page.form, name="Låtsasborg", since="1x77")
    submit(page.form)
    assert "Sedan år" in problem_at(page.form, "since")


def test_a_place_that_is_there_already_is_said(opened):
    page = opened.go(Route(page="ort", act="add_place"))
    fill(page.form, name="grindavik")
    submit(page.form)
    assert "Grindavík finns redan" in problem_at(page.form, "name")


def test_a_place_without_cases_can_be_taken_away_and_brought_back(opened):
    page = opened.go(Route(page="ort", subject=BARTHELEMY, act="change_place"))
    page.form.foot.menu.actions()[0].trigger()
    QTest.qWait(5)
    assert opened.shown == "orter"
    assert opened.desk.store.count(Place) == 2
    opened.window.answers.undo()
    assert opened.desk.store.count(Place) == 3


def test_a_place_with_cases_offers_no_removal(opened):
    page = opened.go(Route(page="ort", subject=GRINDAVIK, act="change_place"))
    assert page.form.foot.menu.isEmpty()


def test_an_association_of_the_place_is_one_click_away(opened):
    page = opened.go(Route(page="ort", subject=GRINDAVIK))
    page.partners.opened.emit(HAVSORNEN)
    assert opened.window.windowTitle() == "Föreningen Havsörnen – Vänbok"


def test_closing_the_form_keeps_the_page(opened):
    page = opened.go(Route(page="ort", subject=GRINDAVIK, act="change_place"))
    page.form.foot.seconds[0].click()
    assert page.form is None
    assert opened.shown == "ort"
