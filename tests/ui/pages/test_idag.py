"""Today: its groups, its keys, its money, and what it says in an empty register."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.domain.swedish import kr
from desktop.ui.page import Route
from tests.ui.pages.list_window import ListWindow, empty_window
from tests.ui.pages.register_window import CTRL, ENTER


@pytest.fixture
def window(qapp, preferences, tmp_path):
    made = ListWindow(preferences, tmp_path)
    yield made
    made.close()


def rows(window, group):
    return [str(each.title) for each in window.page.groups[group].matters]


def test_it_is_the_first_page_with_the_day_as_its_heading(window):
    assert window.shown == "idag"
    assert window.page.frame.header.title.text() == "Lördag 21 november"


def test_a_late_report_stands_first_and_alone_in_its_group(window):
    assert rows(window, "late") == ["Rapport från Föreningen Havsörnen"]
    assert not any("Havsörnen" in each for each in rows(window, "week"))


def test_the_keyboard_begins_at_the_most_urgent_row(window):
    group = window.page.groups["late"]
    assert group.has_focus()
    assert window.page.current().subject == window.cases["late"]


def test_enter_opens_the_case(window):
    window.press(ENTER)
    assert window.window.shelf.route == Route(page="arende", subject=window.cases["late"])


def test_ctrl_enter_goes_to_the_next_act(window):
    window.press(ENTER, CTRL)
    route = Route(page="arende", subject=window.cases["late"], act="remind_report")
    assert window.window.shelf.route == route


def test_the_arrows_go_from_one_group_into_the_next(window):
    window.press(Qt.Key.Key_Down)
    assert window.page.groups["week"].has_focus()
    assert not window.page.groups["late"].has_focus()
    window.press(Qt.Key.Key_Up)
    assert window.page.groups["late"].has_focus()


def test_an_equal_split_is_one_row_that_leads_to_its_page(window):
    group = window.page.groups["mine"]
    splits = [at for at, each in enumerate(group.matters) if each.kind == "pot"]
    assert len(splits) == 1
    went: list[Route] = []
    window.page.go.connect(went.append)
    group.table.stepped.emit(splits[0])
    assert [route.page for route in went] == ["fordelning"]
    assert went[0].subject in window.cases.values()


def test_a_list_for_the_board_leads_to_rounds_and_lists(window):
    group = window.page.groups["others"]
    at = next(at for at, each in enumerate(group.matters) if each.kind == "list")
    group.table.stepped.emit(at)
    assert window.shown == "samrad"
    assert window.page.form.title.text().startswith("Listan är anmäld")


def test_a_lapsed_guideline_is_a_calm_band_with_the_way_on(window):
    band = window.page.frame.bands.itemAt(0).widget()
    assert "Riktlinjen gick ut" in band.accessibleName()
    band.links[0].click()
    assert window.shown == "riktlinjer"


def test_the_pots_stand_as_bars_place_by_place(window):
    bars = [
        each.accessibleName()
        for each in window.page.money._bars.findChildren(object)
        if hasattr(each, "set_parts")
    ]
    assert len(bars) == 6
    assert any(each.startswith("Grindavík Grund:") for each in bars)


def test_the_frame_says_what_is_left(window):
    bar = window.page.money._bar
    assert bar._left.text() == kr(480_000 - 3500 - 6500)
    assert "Perioden slutar om 40 dagar" in bar._note.text()


def test_an_act_moves_the_matter(window):
    window.press(ENTER, CTRL)
    window.press(ENTER, CTRL)
    window.go(Route(page="idag"))
    late = window.page.groups["late"].matters
    assert "Påmind 21" in str(late[0].detail).replace("\u00a0", " ")


def test_an_empty_group_says_so(window):
    group = window.page.groups["late"]
    group.show_matters((), window.desk.today)
    assert not group.table.isVisibleTo(group)
    assert group.nothing.isVisibleTo(group)


def test_an_empty_register_says_what_to_do_first(qapp, preferences, tmp_path):
    made = empty_window(preferences, tmp_path)
    first = made.page.first_things
    assert first.isVisibleTo(made.page)
    assert not made.page.groups["late"].isVisibleTo(made.page)
    assert first.buttons[0].primary
    assert first.buttons[0].hasFocus()
    made.press(ENTER)
    assert made.window.shelf.route == Route(page="forening", act="add_association")
    made.close()


def test_a_register_without_a_frame_offers_to_set_one(qapp, preferences, tmp_path):
    made = empty_window(preferences, tmp_path, frame=None)
    made.page.money._without.button.click()
    assert made.window.shelf.route == Route(page="budget", act="set_frame")
    made.close()


def test_the_list_counts_what_the_coordinator_has_to_look_at(window):
    seen = window.page.groups
    count = sum(len(seen[name].matters) for name in ("late", "week", "mine"))
    button = next(
        each
        for each in window.window.nav.findChildren(object)
        if getattr(getattr(each, "item", None), "key", "") == "idag"
    )
    assert button.count == count
