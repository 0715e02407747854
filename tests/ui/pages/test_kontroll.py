"""The register is looked over from the window: a plain answer, and no fault overlooked."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from db.check import Depth
from desktop.ui.page import Route
from tests.ui.pages.register_window import CTRL, RegisterWindow

CHECK = Route(page="kontroll")


def answered(qtbot, page, depth):
    """Look, and wait for the answer."""
    page.look(depth)
    qtbot.waitUntil(lambda: page.answer is not None, timeout=20_000)
    return page.answer


@pytest.fixture
def spoilt(qapp, preferences, path):
    """Give a window on a register in which another program changed a sum."""
    with sqlite3.connect(path) as connection:
        names = [
            name
            for (name,) in connection.execute(
                "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'association'"
            )
        ]
        sql = [
            connection.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (name,)).fetchone()[
                0
            ]
            for name in names
        ]
        for name in names:
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE association SET city = 'Luleå' WHERE id = 1")
        for statement in sql:
            connection.execute(statement)
    connection.close()
    made = RegisterWindow(preferences, path)
    yield made
    made.close()


@pytest.mark.parametrize("depth", Depth)
def test_a_whole_register_is_said_to_be_whole_with_what_was_counted(opened, qtbot, depth):
    page = opened.go(CHECK)
    answer = answered(qtbot, page, depth)
    assert answer.well
    assert page.result.isVisible()
    assert str(answer.counts.events) in page.report()
    assert page.quick_button.isEnabled()
    assert not page.stop_button.isVisible()


def test_ctrl_enter_looks_quickly(opened, qtbot):
    page = opened.go(CHECK)
    opened.press(Qt.Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: page.answer is not None, timeout=20_000)
    assert page.answer.depth is Depth.QUICK


def test_what_another_program_changed_is_found_and_leads_to_the_backups(spoilt, qtbot):
    page = spoilt.go(CHECK)
    answer = answered(qtbot, page, Depth.FULL)
    assert not answer.well
    assert "Luleå" in page.report()
    assert page.backups_button.hasFocus()
    page.backups_button.click()
    assert spoilt.shown == "sakerhetskopior"


def test_a_look_that_is_broken_off_says_nothing_of_the_rest(opened, qtbot):
    page = opened.go(CHECK)
    page.look(Depth.FULL)
    page.stop()
    assert page.answer is None
    assert not page.result.isVisible()
    assert "avbröts" in page.line.text()
    assert answered(qtbot, page, Depth.QUICK).well, "and it can be done again"


def test_it_goes_on_while_she_works_on_another_page(opened, qtbot):
    page = opened.go(CHECK)
    with qtbot.waitSignal(page.said, timeout=20_000) as told:
        page.look(Depth.FULL)
        opened.go(Route(page="idag"))
    assert "Allt stämmer" in told.args[0]


def test_closing_the_register_leaves_no_thread(opened):
    page = opened.go(CHECK)
    page.look(Depth.FULL)
    opened.session.close()
    assert page._work is None


def test_the_answer_can_be_copied_and_names_nobody(opened, qtbot):
    page = opened.go(CHECK)
    answered(qtbot, page, Depth.FULL)
    page.copy_button.click()
    words = QGuiApplication.clipboard().text()
    assert words == page.report()
    assert "Sagolin" not in words
    assert str(opened.session.path) not in words
