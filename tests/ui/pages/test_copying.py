"""Spara en kopia som, and Stäng, in the menu Arkiv."""

from __future__ import annotations

import pytest

from db.store import Store
from desktop.ui import dialogs


@pytest.fixture
def asked(monkeypatch):
    """Answer the file dialog with a path, and remember what it proposed."""
    answer = {}

    def ask(_parent, _title, proposed, _filters):
        answer["proposed"] = proposed
        return answer["path"]

    monkeypatch.setattr(dialogs, "ask_save", ask)
    return answer


def line(window, words):
    return next(
        action
        for menu in window.window.bar.actions()
        for action in menu.menu().actions()
        if action.text().replace("&", "") == words
    )


def test_a_copy_holds_the_same_events_and_the_register_stays_open(opened, asked, tmp_path):
    asked["path"] = tmp_path / "Kopia.vanbok"
    line(opened, "Spara en kopia som …").trigger()
    assert asked["proposed"].name == "Piteå 2026-11-21.vanbok"
    assert opened.window.undo_band.text() == "Kopian Kopia.vanbok är sparad och kontrollerad."
    with Store.open(asked["path"]) as copy:
        assert copy.head == opened.desk.store.head


def test_a_copy_over_the_register_itself_is_refused(opened, asked, path):
    asked["path"] = path
    line(opened, "Spara en kopia som …").trigger()
    assert "är registret självt" in opened.window.undo_band.text()


def test_a_copy_over_a_register_that_is_open_elsewhere_is_refused(opened, asked, tmp_path):
    asked["path"] = tmp_path / "Kopia.vanbok"
    line(opened, "Spara en kopia som …").trigger()
    with Store.open(asked["path"]) as other:
        line(opened, "Spara en kopia som …").trigger()
        assert "redan öppet" in opened.window.undo_band.text()
        assert other.head == opened.desk.store.head


def test_closing_the_register_shows_first_start(opened):
    line(opened, "Stäng registret").trigger()
    assert opened.session.desk is None
    assert opened.shown == "start"
