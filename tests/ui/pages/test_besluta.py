"""Deciding: sum, outcome, reasons and letter follow each other, and nothing is decided twice."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.casework import Decision
from desktop.flow.picture import picture
from tests.ui.pages.case_window import CTRL, Desktop


@pytest.fixture
def desktop(qtbot, preferences, tmp_path):
    made = Desktop(qtbot, preferences, tmp_path, full=True)
    yield made
    made.window.close()


@pytest.fixture
def deciding(desktop):
    desktop.go("besluta", desktop.cases["ready"])
    return desktop


def type_sum(desktop, words):
    field = desktop.form.field("granted")
    field.setFocus()
    field.selectAll()
    desktop.type(words)


def plain(words):
    return words.replace("\u00a0", " ")


def test_everything_is_proposed_and_the_letter_is_seen(deciding):
    form = deciding.form
    raw = form.raw()
    assert (raw["outcome"], plain(raw["granted"])) == ("partly", "10 000 kr")
    assert raw["reasons"] == ["goals", "cap_per_place"]
    assert form.foot.button.text() == "Besluta 10\u00a0000\u00a0kr"
    assert "Seglarlaget Passadvinden 10 000 kronor" in plain(deciding.page.letter.text())
    assert not form.is_shown("deviation")


def test_space_and_ctrl_enter_decide(deciding):
    form = deciding.form
    form.field("unbiased").setFocus()
    deciding.press(Qt.Key.Key_Space)
    deciding.press(Qt.Key.Key_Return, CTRL)
    made = deciding.decision("ready")
    assert made.granted == 10_000
    assert deciding.where == "besluta"
    assert deciding.page.letter._content == deciding.desk.store.content(made.document_id)
    assert deciding.form.title.text() == "Skicka beslutet"
    assert not deciding.form.has_focus()
    assert deciding.page.print_button.isVisible()


def test_without_the_declaration_nothing_is_decided_and_the_box_says_why(deciding):
    deciding.form.focus_first()
    deciding.ctrl_enter()
    assert picture(deciding.desk, deciding.cases["ready"]).decision is None
    assert deciding.problem("unbiased").startswith("Jäv – ")
    assert deciding.form.field("unbiased").hasFocus()


def test_another_sum_changes_outcome_button_and_letter_and_asks_why(deciding):
    type_sum(deciding, "8000")
    form = deciding.form
    assert form.outcome == "partly"
    assert form.foot.button.text() == "Besluta 8\u00a0000\u00a0kr"
    assert form.is_shown("deviation")
    QTest.qWait(300)
    assert "Skäl att avvika" in deciding.page.letter.nothing.text()
    form.field("deviation").setFocus()
    deciding.type("Programmet är kortat.")
    QTest.qWait(300)
    assert "8 000 kronor" in plain(deciding.page.letter.text())
    assert "Programmet är kortat." in deciding.page.letter.text()


def test_more_than_the_rules_leave_is_said_beside_the_sum_and_what_is_typed_stays(deciding):
    type_sum(deciding, "14000")
    assert deciding.form.outcome == "granted"
    deciding.form.field("unbiased").setChecked(True)
    deciding.form.focus_first()
    deciding.ctrl_enter()
    assert "räcker till 10 000 kr" in plain(deciding.problem("granted"))
    assert plain(deciding.form.field("granted").text()) == "14 000 kr"


def test_a_sum_that_cannot_be_read_is_left_as_it_was_written(deciding):
    type_sum(deciding, "tiotusen")
    deciding.form.focus_first()
    deciding.ctrl_enter()
    assert deciding.problem("granted")
    assert deciding.form.field("granted").text() == "tiotusen"


def test_rejecting_takes_the_sum_away_and_offers_other_reasons(deciding):
    form = deciding.form
    form.inputs["outcome"].put("rejected")
    form._outcome_chosen()
    assert form.foot.button.text() == "Besluta avslag"
    assert form.raw()["granted"] == "0"
    assert not form.is_shown("granted")
    offered = {row.line.key for row in form.reasons._rows}
    assert "pot_empty" in offered
    assert "cap_per_place" not in offered


def test_the_rest_of_the_reasons_and_own_words_come_on_demand(deciding):
    form = deciding.form
    hidden = [row for row in form.reasons._rows if not row.isVisible()]
    assert hidden
    form.reasons.more.click()
    assert all(row.isVisible() for row in form.reasons._rows)
    form.field("own_text").setFocus()
    deciding.type("Utställningen är öppen för alla.")
    QTest.qWait(300)
    assert "Utställningen är öppen för alla." in plain(
        deciding.page.letter.text().replace("\r\n", " ").replace("\n", " ")
    )


def test_the_band_names_who_gets_less_from_the_same_pot(deciding):
    said = deciding.page._rivals
    assert "Palmbladet" in said[0]
    assert "får då 0 kr" in plain(said[0])
    type_sum(deciding, "2000")
    QTest.qWait(300)
    assert deciding.page._rivals == ()


def test_the_paragraph_behind_a_ceiling_can_be_read(deciding):
    assert not deciding.page.paragraph.isVisible()
    limit = next(each for each in deciding.page._seen.draft.limits if each.kind == "cap")
    deciding.form.limits.followed.emit(limit)
    assert "10 000 kronor" in deciding.page.paragraph.text.text()


def test_what_is_typed_survives_a_look_elsewhere(deciding):
    type_sum(deciding, "8000")
    deciding.press(Qt.Key.Key_Escape)
    assert deciding.where == "arenden"
    deciding.go("besluta", deciding.cases["ready"])
    assert plain(deciding.form.field("granted").text()) == "8 000 kr"


def test_a_case_not_heard_says_so_instead_of_a_letter(desktop):
    desktop.go("besluta", desktop.cases["new"])
    assert "kommittén är inte hörd" in desktop.page.letter.nothing.text()


def test_a_rejection_for_a_shared_out_pot_is_ready_to_be_decided(desktop):
    desktop.go("besluta", desktop.cases["empty"], "reject")
    assert desktop.form.outcome == "rejected"
    assert desktop.form.foot.button.text() == "Besluta avslag"


def test_a_decision_is_replaced_by_a_new_one_with_its_ground(desktop):
    case_id = desktop.cases["gate"]
    desktop.go("besluta", case_id, "decide_anew")
    form = desktop.form
    form.field("ground").setFocus()
    desktop.type("Fel belopp i brevet.")
    form.field("unbiased").setChecked(True)
    desktop.ctrl_enter()
    made = desktop.desk.store.find(Decision, "case_id = ?", case_id)
    assert [each.version for each in made] == [1, 2]
    assert desktop.form.title.text() == "Skicka beslutet"


def test_where_there_is_little_room_the_letter_lies_behind_a_tab(deciding):
    deciding.window.resize(900, 700)
    QTest.qWait(1)
    panes = deciding.page.panes
    assert panes.switch.isVisible()
    assert not deciding.page.letter.isVisible()
    panes.switch.set_key("letter")
    panes.fit()
    assert deciding.page.letter.isVisible()


def test_the_division_is_remembered(deciding, preferences):
    panes = deciding.page.panes
    panes.splitter.setSizes([700, 500])
    panes.splitter.splitterMoved.emit(700, 1)
    assert preferences.size("besluta")


def test_going_through_several_decisions_leaves_no_part_behind(desktop):
    for case in ("ready", "norrsken", "ready"):
        desktop.go("besluta", desktop.cases[case])
        QTest.qWait(1)
    limit = next(each for each in desktop.page._seen.draft.limits if each.kind == "cap")
    desktop.form.limits.followed.emit(limit)
    assert desktop.page.paragraph.isVisible()
