"""The list of visits, the page of one, and the pages of its acts."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.domain.visit_words import VisitStage
from desktop.domain.visiting import Visit, VisitCost
from desktop.flow.today import today
from desktop.flow.visit_picture import visit_picture
from desktop.ui.page import Route
from desktop.ui.pages.besok_words import phase_steps, waiting_count
from desktop.ui.widgets.rule_paint import fitting
from tests.ui.pages.register_window import (
    CTRL,
    ENTER,
    GRINDAVIK,
    RegisterWindow,
    fill,
    problem_at,
    submit,
    write,
)
from tests.ui.pages.visit_register import CONTACT, HELD, IDEA, SETTLING, TRIP, visit_register


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("visits") / "Piteå.vanbok"
    visit_register(path)
    return path.read_bytes()


@pytest.fixture
def opened(qapp, preferences, tmp_path, made):
    path = tmp_path / "Piteå.vanbok"
    path.write_bytes(made)
    window = RegisterWindow(preferences, path)
    yield window
    window.close()


def visit(opened, key) -> Visit:
    found: Visit = opened.desk.store.get(Visit, key)
    return found


def step_page(opened, key, act):
    return opened.go(Route(page="besoksteg", subject=key, act=act))


def rows_of(form, name):
    return form.field(name).lines


def type_in(line, key, words):
    write(line.inputs[key].widget, words)


def choose(line, key, value):
    box = line.inputs[key].widget
    box.set_key(value)
    box.chosen.emit(value)


# The list


def test_the_list_shows_shares_sums_and_the_next_step(opened):
    page = opened.go(Route(page="besoken"))
    line = page.frame.header.line.text()
    assert line.startswith("Digitalt 1 av 4 (25 %)")
    assert "25 år eller yngre 6 av 18 (33 %) av gästerna" in line
    at = list(page.table.rows.ids).index(SETTLING)
    assert page.table.rows.cells(at)[-1].text == "Reglera 4\u00a0200\u00a0kr"


def test_the_filters_of_the_list_narrow_it(opened):
    page = opened.go(Route(page="besoken"))
    page.forms.set_key("outgoing")
    page.forms.chosen.emit("outgoing")
    assert page.table.rows.ids == [TRIP]
    page.filter.setText("finns inte")
    assert page.table.rows.ids == []
    page.table.emptied.emit()
    assert len(page.table.rows.ids) == 5


def test_an_empty_list_has_one_sentence_and_one_button(qapp, preferences, path):
    window = RegisterWindow(preferences, path)
    page = window.go(Route(page="besoken"))
    assert page.table.empty.accessibleName() == "Inga besök än. En idé räcker för att börja."
    page.table.emptied.emit()
    assert window.shown == "nyttbesok"
    window.close()


def test_the_nav_counts_the_visits_that_wait_for_me(opened):
    assert waiting_count(opened.desk) == 4
    seen = today(opened.desk)
    lines = [each for each in (*seen.late, *seen.week, *seen.mine) if each.kind == "visit"]
    assert len(lines) == 4
    assert all(each.act for each in lines)


def test_ctrl_n_on_the_list_begins_a_visit(opened):
    opened.go(Route(page="besoken"))
    opened.press(Qt.Key.Key_N, CTRL)
    assert opened.shown == "nyttbesok"


# A new visit


def test_a_visit_from_a_place_needs_no_place(opened):
    page = opened.go(Route(page="nyttbesok", subject=GRINDAVIK))
    assert page.form.raw()["place_id"] == str(GRINDAVIK)
    fill(page.form, purpose="idrott", starts_on="2027-02-01")
    submit(page.form)
    assert opened.shown == "besok"
    assert opened.window.windowTitle() == "Besök från Grindavík – Vänbok"


def test_a_visit_with_nobody_is_said_under_the_field(opened):
    page = opened.go(Route(page="nyttbesok"))
    page.form.field("place_id").set_key("")
    submit(page.form)
    assert "Ort" in problem_at(page.form, "place_id")


def test_places_of_a_trip_stand_nearest_first_with_their_quota(opened):
    page = opened.go(Route(page="nyttbesok"))
    box = page.form.field("place_id")
    assert [box.itemText(at) for at in range(1, box.count())] == [
        "Kandalaksja · 52 mil",
        "Grindavík · 206 mil",
        "Saint-Barthélemy · 790 mil",
    ]
    page.form.inputs["form"].put("outgoing")
    page.form.edited.emit()
    words = [box.itemText(at) for at in range(1, box.count())]
    assert words[0] == "Kandalaksja · 52 mil · 0 av 1"
    assert words[1] == "Grindavík · 206 mil · 1 av 1, stoppas P13"


def test_a_digital_contact_is_two_fields_and_leads_back_to_the_place(opened):
    page = opened.go(Route(page="nyttbesok", subject=GRINDAVIK, act="log_contact"))
    assert page.form.field("purpose").hasFocus()
    fill(page.form, purpose="planering av våren")
    submit(page.form)
    assert opened.shown == "ort"
    assert opened.desk.store.count(Visit, "number like 'D %'") == 2


# The page of a visit


def test_an_idea_says_what_is_missing_in_plain_words(opened):
    page = opened.go(Route(page="besok", subject=IDEA))
    words = page.form.foot.consequence.text()
    assert "skriv vad besöket ska ge (P11)" in words
    assert "skriv varför de ska ses på plats (P10)" in words
    opened.press(ENTER, CTRL)
    assert opened.shown == "besoksteg"


def test_the_settlement_says_who_owes_whom_and_the_act_settles(opened):
    page = opened.go(Route(page="besok", subject=SETTLING))
    assert page.form.foot.button.text() == "Reglera 4\u00a0200\u00a0kr"
    assert page.cards.costs.table.texts()[2][3:5] == ["Piteå", "Grindavík"]
    page.form.focus_first()
    opened.press(ENTER, CTRL)
    assert visit(opened, SETTLING).settled_on is not None


def test_the_deviating_cost_is_tinted_and_told_in_a_sentence(opened):
    page = opened.go(Route(page="besok", subject=SETTLING))
    tinted = [row.tinted for row in page.cards.costs.table._rows]
    assert tinted == [False, False, True, False]
    foreign = page.cards.costs.table.texts()[3][1]
    assert foreign == "552\u00a0000\u00a0ISK × 0,0750 den 12\u00a0okt"


def test_people_stand_by_role_and_age(opened):
    page = opened.go(Route(page="besok", subject=SETTLING))
    texts = page.cards.guests.table.texts()
    assert texts[0] == ["Projektledare: Jóna Tilbúinsdóttir", "–", "–", "1", "1"]
    assert texts[-1] == ["Tillsammans", "2", "–", "4", "6"]


def test_a_rule_opens_its_paragraph(opened):
    page = opened.go(Route(page="besok", subject=SETTLING))
    page.cards.rules.opened.emit("2:P10")
    assert page.cards.paragraph.isVisible()
    assert "digitala medier" in page.cards.paragraph.text.text()


def test_another_step_without_rows_opens_beside_the_cards(opened):
    page = opened.go(Route(page="besok", subject=HELD))
    page.choose("extend_visit_report")
    fill(page.form, new_on="2026-12-20", reason="påhittat skäl")
    submit(page.form)
    assert visit(opened, HELD).report_due_on == date(2026, 12, 20)


def test_a_contact_can_be_taken_away(opened):
    page = opened.go(Route(page="besok", subject=CONTACT))
    page.choose("remove_contact")
    submit(page.form)
    assert opened.shown == "besoken"


def test_a_visit_that_is_gone_says_so(opened):
    page = opened.go(Route(page="besok", subject=99))
    assert page.gone.isVisible()


# Acts with a page of their own


def test_the_rules_follow_what_is_typed_before_the_purpose_is_approved(opened):
    page = step_page(opened, IDEA, "approve_purpose")
    fill(page.form, purpose="jämföra fritid", why_not_digital="studiebesök")
    page.form.inputs["areas"].put(["young"])
    page.try_rules()
    words = [line.word for line in page.rules.view.rules.rows]
    assert "Stoppar" not in words
    submit(page.form)
    assert visit(opened, IDEA).stage is VisitStage.APPROVED
    assert opened.shown == "besok"


def test_what_is_missing_is_said_under_its_field(opened):
    page = step_page(opened, IDEA, "approve_purpose")
    submit(page.form)
    assert "P10" in problem_at(page.form, "why_not_digital")


def test_what_was_typed_is_offered_again_after_esc(opened):
    opened.go(Route(page="besok", subject=IDEA))
    page = step_page(opened, IDEA, "approve_purpose")
    fill(page.form, purpose="ett halvt utkast")
    opened.press(Qt.Key.Key_Escape)
    QTest.qWait(1)
    assert opened.shown == "besok"
    page = step_page(opened, IDEA, "approve_purpose")
    assert page.form.raw()["purpose"] == "ett halvt utkast" or page.form.offer is not None


def test_the_planned_sums_are_filled_in_with_one_click(opened):
    page = step_page(opened, HELD, "report_visit")
    fill(page.form, outcome="ett utbyte är planerat")
    edit = page.form.field("costs")
    edit.fill_link.click()
    assert [line.raw()["paid_by"] for line in edit.given()] == ["host", "host", "host", "guest"]
    submit(page.form)
    assert visit(opened, HELD).stage is VisitStage.REPORTED
    paid = [cost.sek_ore for cost in opened.desk.store.find(VisitCost, "visit_id = ?", HELD)]
    assert paid == [1_710_000, 1_248_000, 420_000, 4_140_000]


def test_kronor_and_payer_are_worked_out_while_typing(opened):
    page = step_page(opened, HELD, "record_costs")
    line = rows_of(page.form, "costs")[3]
    choose(line, "currency", "ISK")
    assert line.inputs["rate_on"].raw() == "2026-10-01"
    type_in(line, "amount", "552 000")
    type_in(line, "rate", "0,0750")
    assert line.words["sek"].text() == "41\u00a0400\u00a0kr"
    assert line.words["should"].text() == "Grindavík"
    assert line.inputs["paid_by"].raw() == "guest"
    assert not line.tinted
    choose(line, "paid_by", "host")
    assert line.tinted


def test_a_rate_that_is_missing_is_said_and_marked_in_its_cell(opened):
    page = step_page(opened, HELD, "record_costs")
    line = rows_of(page.form, "costs")[0]
    choose(line, "currency", "EUR")
    type_in(line, "amount", "1 500")
    submit(page.form)
    assert "Kurs" in problem_at(page.form, "costs")
    assert line.inputs["rate"].widget.bad
    assert line.inputs["rate"].widget.hasFocus()


def test_there_is_always_an_empty_row_and_enter_goes_down(opened):
    page = step_page(opened, HELD, "record_costs")
    edit = page.form.field("costs")
    assert len(edit.lines) == 5
    choose(edit.lines[-1], "cost_type", "gifts")
    assert len(edit.lines) == 6
    edit.lines[0].take("amount")
    opened.press(ENTER)
    assert edit.lines[1].inputs["amount"].widget.hasFocus()


def test_tab_goes_from_row_to_row_and_on_to_the_button(opened):
    page = step_page(opened, HELD, "record_costs")
    edit = page.form.field("costs")
    edit.lines[0].inputs["paid_by"].widget.setFocus()
    opened.press(Qt.Key.Key_Tab)
    opened.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is edit.lines[1].inputs["cost_type"].widget
    edit.lines[-1].more.setFocus()
    opened.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.form.foot.button


def test_ctrl_delete_takes_a_row_away(opened):
    page = step_page(opened, HELD, "record_costs")
    edit = page.form.field("costs")
    edit.lines[0].take("amount")
    opened.press(Qt.Key.Key_Delete, CTRL)
    assert [line.raw()["cost_type"] for line in edit.given()] == [
        "food",
        "local_transport",
        "travel",
    ]


def test_the_young_are_counted_under_the_rows(opened):
    page = step_page(opened, TRIP, "plan_visit")
    words = page.form.field("people").total.text()
    assert words == "6 gäster, 2 av dem 25 år eller yngre (33 procent)"


def test_a_plan_offers_a_row_for_each_day_and_sends_only_what_is_written(opened):
    page = step_page(opened, TRIP, "plan_visit")
    edit = page.form.field("programme")
    assert [line.raw()["day"] for line in edit.lines[:3]] == [
        "2026-05-04",
        "2026-05-05",
        "2026-05-06",
    ]
    assert edit.raw() == []
    type_in(edit.lines[1], "text", "Studiebesök")
    assert [row["text"] for row in edit.raw()] == ["Studiebesök"]


def test_a_row_that_is_wrong_is_said_with_its_paragraph_or_reason(opened):
    page = step_page(opened, TRIP, "plan_visit")
    edit = page.form.field("people")
    choose(edit.lines[-1], "role", "youth")
    submit(page.form)
    assert "Antal" in problem_at(page.form, "people")


def test_in_a_narrow_window_each_row_is_a_small_form(opened):
    opened.window.resize(900, 700)
    page = step_page(opened, HELD, "record_costs")
    edit = page.form.field("costs")
    assert edit.width() < edit.wide()
    assert not edit._head.isVisible()
    assert not edit.lines[0].inputs["rate"].widget.isVisible()


def test_a_cancelled_visit_shows_the_stages_it_came_through(opened):
    seen = visit_picture(opened.desk, TRIP)
    visit = replace(seen.visit, stage=VisitStage.CANCELLED, cancelled_on=seen.today)
    cancelled = replace(seen, facts=replace(seen.facts, visit=visit))

    words = [each.word for each in phase_steps(cancelled)]

    assert words == ["Idé", "Syfte godkänt", "Planerat", "Inställt"]


def test_goals_that_do_not_fit_are_left_out_whole(qapp):
    metrics = QFontMetrics(QApplication.font())
    words = "Unga, Kultur och fritid, Näringsliv"
    room = metrics.horizontalAdvance("Unga, Kultur och fritid …") + 1
    assert fitting(words, metrics, room) == "Unga, Kultur och fritid …"
    assert fitting(words, metrics, 10 * room) == words
