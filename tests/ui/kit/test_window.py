"""The window goes between pages, asks for acts, and gives the answers to the page."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.problems import problem
from desktop.ui import theme
from desktop.ui.draft import DraftKey
from desktop.ui.main_window import MainWindow
from desktop.ui.nav import Nav
from desktop.ui.page import Route
from tests.ui import demo_pages, samples
from tests.ui.office import Office


@pytest.fixture
def window(qtbot, preferences):
    made = MainWindow(Office(preferences), demo_pages.PAGES, demo_pages.find)
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    made.begin()
    QTest.qWait(1)
    yield made
    made.close()


def press(window, key, *held) -> None:
    modifiers = Qt.KeyboardModifier.NoModifier
    for each in held:
        modifiers |= each
    QTest.keyClick(QApplication.focusWidget() or window, key, modifiers)


CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def shown(window):
    return window.shelf.route.page


def test_it_begins_with_the_first_page(window):
    assert shown(window) == "idag"
    assert window.windowTitle() == "Idag – Vänbok"


def test_pages_are_built_when_they_are_first_shown(window):
    assert set(window.shelf._pages) == {"idag"}


@pytest.mark.parametrize(
    ("key", "held", "page"),
    [
        (Qt.Key.Key_2, ALT, "arenden"),
        (Qt.Key.Key_9, ALT, "uppfoljning"),
        (Qt.Key.Key_0, ALT, "riktlinjer"),
        (Qt.Key.Key_Comma, CTRL, "installningar"),
        (Qt.Key.Key_N, CTRL, "ansokan"),
    ],
)
def test_keys_lead_to_pages(window, key, held, page):
    press(window, key, held)
    assert shown(window) == page


def test_back_leads_where_one_came_from(window):
    window.go(Route(page="arenden"))
    window.go(Route(page="arende", subject=3))
    window.back()
    assert shown(window) == "arenden"
    press(window, Qt.Key.Key_Escape)
    assert shown(window) == "idag"
    window.back()
    assert shown(window) == "idag"


def test_escape_first_empties_the_filter(window):
    window.go(Route(page="arenden"))
    page = window.shelf.page()
    page.filter.setText("grind")
    press(window, Qt.Key.Key_Escape)
    assert page.filter.text() == ""
    assert shown(window) == "arenden"


def test_a_child_page_lights_the_page_it_belongs_to(window):
    window.go(Route(page="arende", subject=3))
    lit = [button.item.key for button in window.nav._buttons if button.isChecked()]
    assert lit == ["arenden"]


def test_ctrl_enter_goes_to_the_form_and_there_does_the_act(window):
    window.go(Route(page="arende", subject=14))
    page = window.shelf.page()
    page.rules.view.setFocus()
    press(window, Qt.Key.Key_Return, CTRL)
    assert window.session.asked == []
    assert page.form.has_focus()
    press(window, Qt.Key.Key_Return, CTRL)
    command, raw = window.session.asked[0]
    assert command is samples.ReceiveReport
    assert raw["came_on"] == "2026-11-21"


def test_what_was_done_is_said_with_the_way_back(window):
    window.go(Route(page="arende", subject=14))
    page = window.shelf.page()
    before = page.refreshed
    page.form.submit()
    assert window.undo_band.isVisible()
    assert window.undo_band.text() == "Berättelsen är mottagen."
    assert page.refreshed == before + 1
    window.undo_band.link.click()
    assert window.session.undone == 1
    assert window.undo_band.text() == "Ångrat."


def test_a_refused_act_is_answered_at_the_form(window):
    window.session.problems = (problem("came_on", "Kom in – har inte varit än – skriv en annan."),)
    window.go(Route(page="arende", subject=14))
    page = window.shelf.page()
    page.form.submit()
    assert page.form.fields["came_on"].problem.isVisible()
    assert not window.undo_band.isVisible()


def test_a_refused_undo_is_said_at_the_bottom(window):
    window.session.refused.emit((problem("event_id", "Brevet har lämnat huset."),))
    assert window.undo_band.text() == "Brevet har lämnat huset."
    assert not window.undo_band.link.isVisible()


def test_a_form_that_is_left_is_kept_as_a_draft(window):
    window.go(Route(page="arende", subject=14))
    form = window.shelf.page().form
    form.inputs["came_on"].field.setText("24 dec")
    form.inputs["came_on"].field.textEdited.emit("24 dec")
    window.back()
    kept = window.session.preferences.drafts.get(DraftKey(act="report", subject=14))
    assert kept["came_on"] == "24 dec"


def test_saving_is_never_needed(window):
    press(window, Qt.Key.Key_S, CTRL)
    assert window.undo_band.text().startswith("Allt är sparat")


def test_everything_is_searched_and_enter_goes_to_the_first_hit(window):
    press(window, Qt.Key.Key_F, CTRL)
    box = window.tools.search
    assert box.hasFocus()
    QTest.keyClicks(box, "havs")
    press(window, Qt.Key.Key_Return)
    assert window.shelf.route == Route(page="arende", subject=1)
    assert box.text() == ""


def test_f6_goes_round_between_the_columns(window):
    window.go(Route(page="arende", subject=1))
    page = window.shelf.page()
    page.form.focus_first()
    seen = []
    for _ in range(3):
        window.next_column()
        focused = QApplication.focusWidget()
        seen.append(
            "nav"
            if window.nav.isAncestorOf(focused)
            else "rules"
            if focused is page.rules.view
            else "form"
        )
    assert seen == ["nav", "rules", "form"]


def test_a_page_adds_its_own_lines_to_the_menus(window):
    window.go(Route(page="arende", subject=1))
    menu = next(
        each.menu() for each in window.bar.actions() if each.text().replace("&", "") == "Ärende"
    )
    for _ in range(2):
        menu.aboutToShow.emit()
        assert [each.text() for each in menu.actions()][3:] == ["Läs upp"]


def test_a_narrow_or_large_window_shows_icons_alone(window, qapp):
    assert not window.nav._narrow
    window.resize(1024, 700)
    assert window.nav._narrow
    window.resize(1440, 900)
    assert not window.nav._narrow
    window.session.preferences.text_size = 200
    window.restyle()
    assert window.nav._narrow
    assert shown(window) == "idag"
    theme.wear(qapp)


def test_without_a_register_only_files_and_help_are_offered(window):
    window.session.close()
    assert shown(window) == "start"
    titles = [each.text().replace("&", "") for each in window.bar.actions()]
    assert titles == ["Arkiv", "Hjälp"]
    assert not window.nav.isVisible()
    assert not window.tools.isVisible()


def test_a_page_that_the_guideline_lacks_is_not_offered(qtbot, preferences):
    lacking = [entry if entry.key != "orter" else _hidden(entry) for entry in demo_pages.PAGES]
    window = MainWindow(Office(preferences), lacking, None)
    qtbot.addWidget(window)
    window.begin()
    assert "orter" not in [button.item.key for button in window.nav._buttons]
    window.go(Route(page="orter"))
    assert shown(window) == "idag"
    fourth = [button.item for button in window.nav._buttons][3]
    assert (fourth.key, fourth.keys) == ("foreningar", "Alt+4")
    window.close()


def _hidden(entry):
    return replace(entry, visible=lambda _desk: False)


def test_counts_are_read_aloud(window):
    names = {button.item.key: button.accessibleName() for button in window.nav._buttons}
    assert names["idag"] == "Idag, 8 väntar"
    assert names["riktlinjer"] == "Riktlinjer, behöver ses över"


def test_arrows_move_in_the_list_of_pages(window):
    nav: Nav = window.nav
    nav.focus_here()
    press(window, Qt.Key.Key_Down)
    press(window, Qt.Key.Key_Return)
    assert shown(window) == "arenden"


@pytest.mark.parametrize("page", ["idag", "arenden", "arende", "ansokan"])
def test_everything_the_keyboard_reaches_has_a_name_and_comes_once(window, page):
    window.go(Route(page=page))
    first = QApplication.focusWidget()
    nameless, seen = [], []
    each: Any = first
    while True:
        reached = each.focusPolicy() & Qt.FocusPolicy.TabFocus and each.isVisible()
        if reached and each.focusProxy() is None:
            seen.append(each)
            if not (each.accessibleName() or getattr(each, "text", str)()):
                nameless.append(each)
        each = each.nextInFocusChain()
        if each is first:
            break
    assert nameless == []
    assert len(seen) == len(set(map(id, seen)))
    assert len(seen) > 8


@pytest.mark.parametrize(
    ("wide", "high", "per_cent"), [(1024, 700, 200), (1440, 900, 200), (1024, 700, 100)]
)
@pytest.mark.parametrize("page", ["idag", "arende", "ansokan"])
def test_no_page_needs_sideways_scrolling(window, qapp, wide, high, per_cent, page):
    window.session.preferences.text_size = per_cent
    window.restyle()
    window.resize(wide, high)
    window.go(Route(page=page))
    qapp.processEvents()
    frame = window.shelf.page().layout().itemAt(0).widget()
    assert window.width() == wide
    assert frame._scroll.horizontalScrollBar().maximum() == 0
    theme.wear(qapp)


def test_the_size_of_the_window_is_remembered(window, preferences, qtbot):
    window.resize(760, 640)
    window.close()
    again = MainWindow(Office(type(preferences)()), demo_pages.PAGES, None)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (760, 640)


def test_nothing_flashes_up_while_pages_are_built(window, spy, qapp):
    for entry in demo_pages.PAGES:
        window.go(Route(page=entry.key))
        qapp.processEvents()
    assert spy.shown == []
