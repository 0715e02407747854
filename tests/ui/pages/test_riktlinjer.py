"""The guideline's page: its rules in plain words, its versions and who follows them."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.flow.run import run
from desktop.flow.steps.guidelines import AdoptGuideline, Cap
from desktop.ui.page import Route

ADOPT = Route(page="riktlinjer", act="adopt_guideline")
PAGE = Route(page="riktlinjer")


def words_of(widget):
    return [each.text() for each in widget.findChildren(QLabel)]


def adopt(desk, cap):
    return run(
        desk,
        AdoptGuideline(
            valid_from=date(2027, 1, 1),
            adopted_on=date(2026, 11, 2),
            caps=(Cap(scheme="activity_grant", cap=cap),),
        ),
    )


def test_a_lapsed_guideline_is_said_calmly_with_a_way_on(opened):
    page = opened.go(PAGE)
    band = page.frame.bands.itemAt(0).widget()
    assert "Riktlinjen gick ut den\u00a030\u00a0september 2026." in words_of(band)[:3]
    band.links[0].click()
    assert opened.shown == "riktlinje_andra"


def test_the_adoption_is_on_a_page_of_its_own(opened):
    opened.go(ADOPT)
    QTest.qWait(1)
    assert opened.shown == "riktlinje_andra"


def test_every_rule_stands_with_number_sentence_and_paragraph(opened):
    page = opened.go(PAGE)
    ids = {row.rule_id for row in page.rules.rows}
    assert ids == {f"P{number}" for number in range(1, 15)}
    annual = next(row for row in page.rules.rows if row.rule_id == "P8")
    assert "Inget betalas ut förrän verksamhetsberättelsen" in annual.accessibleName()
    assert "Bidrag till föreningar, femte stycket" in annual.accessibleName()
    assert "förutsättning för utbetalning" in annual.accessibleName()


def test_the_guidelines_own_words_unfold_with_enter(opened):
    page = opened.go(PAGE)
    row = page.rules.rows[0]
    assert row.words.isHidden()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert row.words.isVisible()
    QTest.keyClick(row, Qt.Key.Key_Return)
    assert row.words.isHidden()


def test_a_link_to_a_rule_lights_it_and_takes_the_keyboard_there(opened):
    page = opened.go(Route(page="riktlinjer", act="P8"))
    lit = [row for row in page.rules.rows if row.lit]
    assert [row.rule_id for row in lit] == ["P8"]
    assert lit[0].hasFocus()
    assert lit[0].words.isVisible()


def test_who_follows_the_version_is_listed_and_can_be_opened(opened):
    page = opened.go(PAGE)
    assert page.followers.heading.beside.text() == "1"
    page.followers.table.opened.emit(1)
    QTest.qWait(1)
    assert opened.shown == "arende"


def test_an_old_version_can_be_read(opened):
    adopt(opened.desk, 12_000)
    page = opened.go(PAGE)
    assert len(page.versions.rows) == 2
    page.versions.rows[0].click()
    assert page.frame.header.badge.text() == "Från 2027-01-01"
    assert page.followers.isHidden()
    page.versions.rows[1].click()
    assert page.frame.header.badge.text() == "Gick ut 2026-09-30"


def test_the_list_of_pages_marks_a_lapsed_guideline(opened):
    entry = opened.window.shelf.entry("riktlinjer")
    assert entry.mark(opened.desk) == "warn"
    assert entry.mark(opened.desk.on(date(2026, 9, 30))) is None
