"""The guideline's page, and the adoption of a new version."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.domain.casework import Case
from desktop.domain.registers import GuidelineVersion
from desktop.flow.picture import picture
from desktop.ui.page import Route
from tests.ui.pages.register_window import (
    TROLLSLANDAN,
    apply,
    fill,
    problem_at,
    submit,
    write,
)

ADOPT = Route(page="riktlinjer", act="adopt_guideline")


def cap(page, scheme, words):
    for line in page.form.field("caps").lines:
        if line["scheme"].raw() == scheme:
            write(line["cap"].widget, words)


def words_of(widget):
    return [each.text() for each in widget.findChildren(QLabel)]


def test_a_lapsed_guideline_is_said_calmly_with_a_way_on(opened):
    page = opened.go(Route(page="riktlinjer"))
    band = page.frame.bands.itemAt(0).widget()
    assert "Riktlinjen gick ut den\u00a030\u00a0september 2026." in words_of(band)[:3]
    band.links[0].click()
    assert page.form is not None


def test_every_rule_stands_with_number_paragraph_and_text(opened):
    page = opened.go(Route(page="riktlinjer"))
    ids = {row.rule_id for row in page.rules.rows}
    assert ids == {f"P{number}" for number in range(1, 15)}
    annual = next(row for row in page.rules.rows if row.rule_id == "P8")
    assert "Bidrag till föreningar, femte stycket" in annual.accessibleName()
    assert "förutsättning för utbetalning" in annual.accessibleName()


def test_a_link_to_a_rule_lights_it_and_takes_the_keyboard_there(opened):
    page = opened.go(Route(page="riktlinjer", act="P8"))
    lit = [row for row in page.rules.rows if row.lit]
    assert [row.rule_id for row in lit] == ["P8"]
    assert lit[0].hasFocus()


def test_a_new_cap_is_adopted_and_old_cases_keep_the_old(opened):
    page = opened.go(ADOPT)
    fill(page.form, valid_from="2027-01-01", adopted_on="2026-11-02", paragraph="§ 12")
    cap(page, "activity_grant", "12 000")
    submit(page.form)
    versions = opened.desk.store.find(GuidelineVersion)
    assert [each.valid_from for each in versions] == [date(2022, 10, 10), date(2027, 1, 1)]
    old = picture(opened.desk, 1)
    assert old.scheme.cap == 10_000
    assert opened.desk.in_force(date(2027, 1, 2))[1].scheme("activity_grant").cap == 12_000
    assert opened.desk.in_force()[1].scheme("activity_grant").cap == 10_000
    later = apply(opened.desk.on(date(2027, 2, 1)), TROLLSLANDAN, came=date(2027, 1, 20))
    assert picture(opened.desk, later).scheme.cap == 12_000
    assert opened.desk.store.get(Case, 1).guideline_id == versions[0].id
    assert [row.isChecked() for row in page.versions.rows] == [True, False]


def test_the_preview_follows_what_is_typed(opened):
    page = opened.go(ADOPT)
    cap(page, "activity_grant", "12 000")
    page.form.edited.emit()
    QTest.qWait(200)
    shown = words_of(page.changes)
    at = shown.index("Aktivitetsbidrag, högst per ort och år")
    assert shown[at + 1 : at + 3] == ["10\u00a0000\u00a0kr", "12\u00a0000\u00a0kr"]
    assert "samma" in shown


def test_a_preview_that_cannot_be_made_says_why(opened):
    page = opened.go(ADOPT)
    fill(page.form, valid_from="2022-10-10")
    QTest.qWait(200)
    assert any("en version gäller redan från 2022-10-10" in each for each in words_of(page.changes))


def test_a_last_day_before_the_first_is_said_beside_it(opened):
    page = opened.go(ADOPT)
    fill(page.form, valid_to="2026-01-01")
    submit(page.form)
    assert "är före första dagen" in problem_at(page.form, "valid_to")


@pytest.mark.parametrize("words", ["0", "-5", "tolv tusen", "1e12"])
def test_a_cap_that_is_no_sum_is_refused_in_the_form(opened, words):
    page = opened.go(ADOPT)
    cap(page, "activity_grant", words)
    submit(page.form)
    assert "Högst per ort och år" in problem_at(page.form, "caps")
    assert opened.desk.store.count(GuidelineVersion) == 1


def test_an_old_version_can_be_read(opened):
    page = opened.go(ADOPT)
    cap(page, "activity_grant", "12 000")
    submit(page.form)
    page.versions.rows[1].click()
    assert page.frame.header.badge.text() == "Gick ut 2026-09-30"


def test_the_list_of_pages_marks_a_lapsed_guideline(opened):
    entry = opened.window.shelf.entry("riktlinjer")
    assert entry.mark(opened.desk) == "warn"
    assert entry.mark(opened.desk.on(date(2026, 9, 30))) is None
