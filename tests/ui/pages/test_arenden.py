"""The list of cases: it answers as one types, sorts, sums, and leads on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.domain.swedish import digits
from desktop.ui.finder import finder_of
from desktop.ui.page import Route
from tests.ui.pages.list_window import ListWindow, empty_window, wait_for
from tests.ui.pages.register_window import CTRL, ENTER


@pytest.fixture
def window(qapp, preferences, tmp_path):
    made = ListWindow(preferences, tmp_path)
    made.go(Route(page="arenden"))
    yield made
    made.close()


@pytest.fixture
def ready(window):
    """A page whose index has been read."""
    wait_for(lambda: finder_of(window.session).index() is not None)
    wait_for(lambda: bool(window.page.table.sums.isVisibleTo(window.page.table)))
    return window


def numbers(window):
    table = window.page.table
    return [table.rows.cells(at)[0].text for at in range(len(table.rows.ids))]


def cell(window, key, at=0):
    keys = [column.key for column in window.page.table.rows.columns]
    return window.page.table.rows.cells(at)[keys.index(key)]


def head(window, key):
    keys = [column.key for column in window.page.table.rows.columns]
    window.page.table.view.headings.sectionClicked.emit(keys.index(key))


def test_every_case_is_there_before_the_index_is_read(window):
    assert len(numbers(window)) == len(window.cases)
    assert window.page.count.text() == f"{len(window.cases)} ärenden"


def test_the_most_urgent_stands_first(window):
    assert "försenad" in cell(window, "state").text
    assert cell(window, "step").text.startswith("Påminn")


def test_it_narrows_as_one_types(ready):
    ready.page.filter.setText("havs")
    assert numbers(ready)
    assert {cell(ready, "applicant", at).text for at in range(len(numbers(ready)))} == {
        "Föreningen Havsörnen"
    }
    assert ready.page.count.text() == f"2 av {len(ready.cases)} ärenden"


def test_typing_without_dots_and_accents_finds_places(ready):
    ready.page.filter.setText("grindavik")
    assert {cell(ready, "place", at).text for at in range(len(numbers(ready)))} == {"Grindavík"}


def test_the_answer_is_the_same_before_the_index_is_read(window):
    window.page.filter.setText("grind 2026")
    before = numbers(window)
    wait_for(lambda: finder_of(window.session).index() is not None)
    window.page.filter.setText("")
    window.page.filter.setText("grind 2026")
    assert numbers(window) == before


def test_what_is_found_is_summed_when_the_keys_rest(ready):
    ready.page.filter.setText("havs")
    wait_for(lambda: "11" in ready.page.table.sums.accessibleName())
    assert f"Sökt, kr {digits(11_500)}" in ready.page.table.sums.accessibleName()


def test_a_proposed_sum_stands_in_parentheses(ready):
    ready.page.filter.setText("norrsken grundbidrag")
    assert cell(ready, "granted").text == f"({digits(3333)})"


def test_the_groups_part_open_cases_between_me_and_others(ready):
    tools = ready.page.tools
    found = {}
    for group in ("mine", "others", "closed"):
        tools.group.set_key(group)
        tools.changed.emit()
        found[group] = set(ready.page.table.rows.ids)
    assert found["mine"] | found["others"] == set(ready.cases.values())
    assert not found["mine"] & found["others"]
    assert not found["closed"]


def test_the_choosers_offer_what_there_is(ready):
    page = ready.page
    page.tools.scheme.set_key("base_grant")
    page.tools.changed.emit()
    assert {cell(ready, "scheme", at).text for at in range(len(numbers(ready)))} == {"Grundbidrag"}
    page.tools.place.set_key("Saint-Barthélemy")
    page.tools.changed.emit()
    assert page.table.empty.isVisibleTo(page)


def test_a_heading_sorts_by_swedish_order(ready):
    head(ready, "applicant")
    names = [cell(ready, "applicant", at).text for at in range(len(numbers(ready)))]
    assert names[0] == "Föreningen Havsörnen"
    assert names == sorted(names, key=lambda name: name.replace("ö", "z"))
    head(ready, "applicant")
    assert cell(ready, "applicant").text == names[-1]


def test_a_sorted_list_is_still_filtered(ready):
    head(ready, "asked")
    ready.page.filter.setText("grind")
    asked = [cell(ready, "asked", at).text for at in range(len(numbers(ready)))]
    values = [int("".join(sign for sign in each if sign.isdigit())) for each in asked]
    assert values == sorted(values)


def test_enter_in_the_filter_opens_the_first_hit(ready):
    ready.page.filter.setText("sagostund")
    ready.page.filter.setFocus()
    ready.press(ENTER)
    assert ready.window.shelf.route == Route(page="arende", subject=ready.cases["late"])


def test_the_arrows_move_in_the_list_from_the_filter(ready):
    ready.page.filter.setFocus()
    first = ready.page.table.current_id()
    ready.press(Qt.Key.Key_Down)
    assert ready.page.table.current_id() != first


def test_ctrl_enter_goes_to_the_next_act(ready):
    ready.page.filter.setText("två hamnar")
    ready.press(ENTER, CTRL)
    assert ready.window.shelf.route == Route(page="besluta", subject=ready.cases["ready"])


def test_a_case_that_was_changed_shows_it_when_one_comes_back(ready):
    ready.page.filter.setText("palmbladet")
    assert cell(ready, "state").text == "Ny"
    ready.go(Route(page="arende", subject=ready.cases["new"]))
    ready.press(ENTER, CTRL)
    ready.press(ENTER, CTRL)
    ready.go(Route(page="arenden"))
    ready.page.filter.setText("palmbladet")
    assert cell(ready, "state").text == "I samråd"


def test_nothing_that_fits_says_so_and_leads_back(ready):
    ready.page.filter.setText("zzz")
    assert ready.page.table.empty.isVisibleTo(ready.page)
    ready.page.table.empty.button.click()
    assert len(numbers(ready)) == len(ready.cases)
    assert ready.page.filter.text() == ""


def test_an_empty_register_offers_the_first_application(qapp, preferences, tmp_path):
    made = empty_window(preferences, tmp_path)
    page = made.go(Route(page="arenden"))
    assert page.table.empty.isVisibleTo(page)
    assert page.table.empty.button.text() == "Registrera ansökan"
    made.close()


def test_the_route_can_name_a_group(window):
    page = window.go(Route(page="arenden", act="mine"))
    assert page.tools.asked().group == "mine"
    assert 0 < len(page.table.rows.ids) < len(window.cases)


def test_a_narrow_page_puts_the_state_beside_the_name(ready):
    ready.window.resize(1024, 700)
    wait_for(lambda: ready.page.width() < 1000)
    headings = ready.page.table.view.headings
    keys = [column.key for column in ready.page.table.rows.columns]
    assert keys[headings.logicalIndex(2)] == "state"
    assert keys[headings.logicalIndex(3)] == "step"
