"""Ctrl+S says that all is saved only when it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.ui.draft import DraftKey
from desktop.ui.page import Route
from desktop.ui.saved_words import saved_words
from tests.ui.pages.register_window import CTRL, TROLLSLANDAN, fill

CHANGE = Route(page="forening", subject=TROLLSLANDAN, act="change_association")


class Own:
    """Something of a page's own that is typed in, outside its form."""

    dirty = True

    def keep(self) -> None:
        """Be kept."""


def test_all_is_saved_when_nothing_is_typed(opened):
    opened.press(Qt.Key.Key_S, CTRL)
    assert "Allt är sparat." in opened.window.undo_band.text()


@pytest.mark.parametrize("where", ["form", "own words"])
def test_what_is_typed_anywhere_is_only_a_draft(opened, where):
    own = Own()
    if where == "form":
        fill(opened.go(CHANGE).form, address="Nygatan 7")
    else:
        opened.session.preferences.drafts.watch(own)
    assert "undanlagt som utkast" in saved_words(opened.window)[0]
    assert own.dirty


def test_a_draft_of_another_day_is_not_in_the_register(opened):
    key = DraftKey(register=opened.desk.store.register_uuid, act="change_association", subject=1)
    opened.session.preferences.drafts.keep(key, {"address": "Nygatan 7"})
    words = saved_words(opened.window)[0]
    assert "Allt är sparat" not in words
    assert "ligger kvar som utkast" in words
