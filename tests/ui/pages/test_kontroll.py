"""The register is looked over from the window: a plain answer, and no fault overlooked."""

from __future__ import annotations

import sqlite3
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from db.check import Depth, Examined, examine
from desktop.domain.text import plain
from desktop.ui.page import Route
from desktop.ui.pages.kontroll import ended_words
from desktop.ui.roles import Mark
from tests.ui.pages.register_window import CTRL, RegisterWindow

CHECK = Route(page="kontroll")


def answered(qtbot, page, depth):
    """Look, and wait for the answer."""
    page.look(depth)
    qtbot.waitUntil(lambda: page.answer is not None, timeout=20_000)
    return page.answer


def answer_to(window, qtbot):
    """Wait for the answer to what was begun."""
    look = window.session.examination
    qtbot.waitUntil(lambda: look.answer is not None, timeout=20_000)
    QTest.qWait(1)
    return look.answer


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
    page.look(Depth.FULL)
    opened.go(Route(page="idag"))
    answer_to(opened, qtbot)
    assert "Kontrollen är klar. Allt stämmer." in opened.window.undo_band.text()


@pytest.mark.parametrize("forget", ["restyle", "other pages"])
def test_it_outlives_its_page_and_the_answer_is_there_on_the_next(opened, qtbot, forget):
    opened.go(CHECK).look(Depth.FULL)
    opened.go(Route(page="idag"))
    if forget == "restyle":
        opened.window.restyle()
    else:
        opened.window.shelf.forget_others()
    QTest.qWait(1)
    assert answer_to(opened, qtbot).well
    assert "Allt stämmer" in opened.window.undo_band.text()
    page = opened.go(CHECK)
    assert page.result.isVisible()
    assert "Allt stämmer" in page.report()


def test_a_page_made_while_a_look_goes_on_shows_it(opened, qtbot, monkeypatch):
    go_on = threading.Event()

    def slow(path, **more):
        go_on.wait(20)
        return examine(path, **more)

    monkeypatch.setattr("db.check.examine", slow)
    opened.go(CHECK).look(Depth.QUICK)
    opened.window.restyle()
    page = opened.go(CHECK)
    assert page.stop_button.isVisible()
    assert not page.quick_button.isEnabled()
    go_on.set()
    answer_to(opened, qtbot)
    assert page.result.isVisible()
    assert not page.stop_button.isVisible()


def test_a_look_at_a_disk_that_does_not_answer_keeps_nobody(opened, monkeypatch):
    silent = threading.Event()
    monkeypatch.setattr("desktop.ui.examination.STOPPING", 0.01)
    monkeypatch.setattr("db.check.examine", lambda *_args, **_more: silent.wait(20))
    page = opened.go(CHECK)
    page.look(Depth.QUICK)
    page.stop()
    assert "avbröts" in page.line.text()
    silent.set()
    QTest.qWait(20)
    assert page.answer is None, "what answers too late is not heard"


def test_a_register_that_cannot_be_read_now_is_not_called_broken(opened, qtbot, monkeypatch):
    def away(_path, **_more):
        return Examined(
            findings=(),
            depth=Depth.QUICK,
            counts=None,
            pages=(),
            stopped=False,
            unread=plain("Disken svarar inte."),
        )

    monkeypatch.setattr("db.check.examine", away)
    page = opened.go(CHECK)
    answered(qtbot, page, Depth.QUICK)
    assert "gick inte att kontrollera nu" in page.report()
    assert "Disken svarar inte." in page.report()
    assert "inte helt" not in page.report()


def test_closing_the_register_leaves_no_thread(opened):
    page = opened.go(CHECK)
    page.look(Depth.FULL)
    opened.session.close()
    assert not opened.session.examination.running
    assert "examination" not in [each.name for each in threading.enumerate()]


def test_the_answer_can_be_copied_and_names_nobody(opened, qtbot):
    page = opened.go(CHECK)
    answered(qtbot, page, Depth.FULL)
    page.copy_button.click()
    words = QGuiApplication.clipboard().text()
    assert words == page.report()
    assert "Sagolin" not in words
    assert str(opened.session.path) not in words


def test_a_look_that_could_not_be_made_is_not_said_to_be_done():
    unread = plain("Disken svarar inte.")
    answer = Examined(
        findings=(), depth=Depth.FULL, counts=None, pages=(), stopped=False, unread=unread
    )
    assert ended_words(answer) == ("Registret gick inte att kontrollera nu.", Mark.WARN)
