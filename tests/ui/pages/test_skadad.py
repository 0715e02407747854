"""A file that cannot be opened: what it is, that nothing was written, and what to do."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QGuiApplication

from db.store import Store
from tests.ui.pages.register_window import ENTER


def open_bad(window, path, content):
    path.write_bytes(content)
    window.window.open_file(path)
    return window.page


def test_a_damaged_register_is_called_that_and_left_alone(alone, tmp_path, small_file):
    bad = tmp_path / "Piteå.vanbok"
    page = open_bad(alone, bad, small_file[:9000])
    assert alone.shown == "skadad"
    assert page.heading.text() == "Registret Piteå.vanbok går inte att läsa"
    assert "Ingenting har skrivits i det" in page.sentence.text()
    assert bad.read_bytes() == small_file[:9000]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"PK\x03\x04" + b"x" * 300, "Excel"),
        (b"%PDF-1.7\n" + b"x" * 300, "en PDF"),
        (b"hej hopp" * 40, "en textfil"),
        (b"", "tom"),
    ],
)
def test_another_kind_of_file_is_called_what_it_is(alone, tmp_path, content, what):
    page = open_bad(alone, tmp_path / "Budget.vanbok", content)
    assert page.heading.text() == "Budget.vanbok är inget register"
    assert what in page.sentence.text()


def test_a_file_that_is_gone_is_said_with_its_place(alone, tmp_path):
    alone.window.open_file(tmp_path / "Borta.vanbok")
    assert alone.page.heading.text() == "Borta.vanbok finns inte där den låg"
    assert str(tmp_path) in alone.page.sentence.text()


def test_a_register_open_in_another_window_can_be_tried_again(alone, path):
    with Store.open(path):
        alone.window.open_file(path)
        assert alone.page.heading.text() == "Piteå.vanbok är redan öppet"
    alone.page.again_button.click()
    assert alone.shown == "idag"


def test_enter_opens_the_register_used_last(alone, path, tmp_path):
    alone.session.preferences.opened(path)
    open_bad(alone, tmp_path / "x.vanbok", b"nej")
    assert alone.page.recent.paths == [path]
    alone.press(ENTER)
    assert alone.session.path == path


def test_the_one_that_failed_is_not_offered_again(alone, tmp_path):
    bad = tmp_path / "x.vanbok"
    alone.session.preferences.opened(bad)
    open_bad(alone, bad, b"nej")
    assert alone.page.recent.paths == []
    assert not alone.page.recent.isVisible()


def test_the_report_names_nobody(alone, tmp_path):
    page = open_bad(alone, tmp_path / "Ebba Sagolin.vanbok", b"PK\x03\x04hemligt")
    page.copy_button.click()
    words = QGuiApplication.clipboard().text()
    assert "NotARegister" in words
    assert "Sagolin" not in words
    assert str(tmp_path) not in words


def test_a_new_register_can_be_begun_from_there(alone, tmp_path):
    page = open_bad(alone, tmp_path / "x.vanbok", b"nej")
    page.new_button.click()
    assert alone.shown == "start"


def test_opening_a_bad_file_closes_the_one_that_was_open(opened, tmp_path):
    open_bad(opened, tmp_path / "x.vanbok", b"nej")
    assert opened.shown == "skadad"
    assert opened.session.desk is None
