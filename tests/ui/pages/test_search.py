"""The search of everything, typed and gone through with the keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.ui.finder import finder_of
from desktop.ui.search import find
from tests.ui.pages.list_window import wait_for
from tests.ui.pages.register_window import CTRL, ENTER


@pytest.fixture
def box(opened):
    """Give the field, with the keyboard in it."""
    opened.press(Qt.Key.Key_F, CTRL)
    found = opened.window.tools.search
    assert found.hasFocus()
    return found


def typed(box, words):
    """Type words, and give what is listed: group, name and detail of each row."""
    box.setText(words)
    box._timer.stop()
    box._search()
    rows = box._hits.rows
    return [tuple(cell.text for cell in rows.cells(at)) for at in range(rows.rowCount())]


def test_hits_stand_in_groups_each_named_once(box):
    rows = typed(box, "grindavik")

    assert rows[0] == ("Orter", "Grindavík", "vänort, Island")
    named = [group for group, _, _ in rows if group]
    assert len(set(named)) == len(named)
    assert "Ärenden" in named


def test_the_arrows_and_enter_go_to_a_hit_in_the_next_group(box, opened):
    rows = typed(box, "grindavik")
    case = next(at for at, row in enumerate(rows) if row[0] == "Ärenden")

    for _ in range(case):
        QTest.keyClick(box, Qt.Key.Key_Down)
    QTest.keyClick(box, ENTER)

    assert opened.shown == "arende"
    assert box.text() == ""


def test_a_rule_leads_to_the_guideline(box, opened):
    rows = typed(box, "P8")
    assert [row[0] for row in rows] == ["Riktlinjen"]

    QTest.keyClick(box, ENTER)

    assert opened.shown == "riktlinjer"


def test_a_document_leads_to_its_picture(box, opened):
    rows = typed(box, "bekräftelse")
    assert rows[0][0] == "Handlingar"

    QTest.keyClick(box, ENTER)

    assert opened.shown == "handling"


def test_nothing_found_is_said(box):
    assert typed(box, "zzzz") == []
    assert box._hits.empty.isVisible()


def test_esc_empties_the_field_and_takes_the_list_away(box):
    typed(box, "grindavik")

    QTest.keyClick(box, Qt.Key.Key_Escape)

    assert box.text() == ""
    assert not box._hits.isVisible()


def test_every_hit_of_the_words_can_be_gone_to(opened):
    wait_for(lambda: find(opened.session, "grindavik") != ())
    for words in ("grindavik", "2026", "a", "rapport"):
        for hit in find(opened.session, words):
            opened.window.go(hit.route)
            assert opened.window.shelf.route == hit.route


def test_what_is_typed_before_the_words_are_read_is_found_when_they_are(box, opened):
    finder = finder_of(opened.session)
    wait_for(lambda: finder.words() is not None)
    typed(box, "grindavik")
    before = box._hits.rows.rowCount()

    finder.words_ready.emit()

    assert box._hits.rows.rowCount() == before
