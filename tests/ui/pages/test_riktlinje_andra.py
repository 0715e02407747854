"""The guideline is written in place: fields, rules, parts, drafts, problems and what differs."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from desktop.domain.casework import Case
from desktop.domain.registers import GuidelineVersion, Reason
from desktop.flow.picture import picture
from desktop.ui.page import Route
from tests.ui.pages.guideline_hand import Hand
from tests.ui.pages.register_window import TROLLSLANDAN, apply

EDIT = Route(page="riktlinje_andra")
CAP = "scheme.1.rule.1.cap"


@pytest.fixture
def page(opened):
    return opened.go(EDIT)


@pytest.fixture
def hand(page):
    return Hand(page)


def words_of(widget):
    return [each.text() for each in widget.findChildren(QLabel) if not each.isHidden()]


def block(page, name):
    return next(
        each
        for card in page.body.cards
        for each in (*card.blocks, *(b for rule in card.rules for b in rule.blocks))
        if each.name == name
    )


def judged(page):
    page.judge()
    return page


def test_the_whole_guideline_stands_in_sections(page):
    keys = [card.key for card in page.body.cards]
    assert keys == [
        *("guideline", "goal", "shared", "scheme.0", "scheme.1"),
        *("visits", "matrix", "work", "statement"),
    ]
    assert [row.key for row in page.side.sections.rows] == keys


def test_a_rule_is_said_anew_while_its_figure_is_typed(page, hand):
    hand.set(CAP, "12 000")
    rule = hand.rule("scheme.1", "cap")
    assert rule.sentence.text().replace("\u00a0", " ").startswith("Högst 12 000 kr per ort")
    judged(page)
    assert "Högst 10 000 kr" in rule.was.text().replace("\u00a0", " ")


def test_a_new_cap_is_adopted_and_old_cases_keep_the_old(opened, page, hand):
    hand.set(CAP, "12 000")
    hand.adopt(valid_from="2027-01-01", adopted_on="2026-11-02", paragraph="§ 12")
    assert opened.shown == "riktlinjer"
    versions = opened.desk.store.find(GuidelineVersion)
    assert [each.valid_from for each in versions] == [date(2022, 10, 10), date(2027, 1, 1)]
    assert picture(opened.desk, 1).scheme.cap == 10_000
    assert opened.desk.store.get(Case, 1).guideline_id == versions[0].id
    later = apply(opened.desk.on(date(2027, 2, 1)), TROLLSLANDAN, came=date(2027, 1, 20))
    assert picture(opened.desk, later).scheme.cap == 12_000
    assert [row.isChecked() for row in opened.page.versions.rows] == [True, False]


def test_the_button_names_the_day_and_who_keeps_the_old(page):
    assert page.form.foot.button.text() == "Anta från 2027-01-01"
    assert "Ett ärende behåller sin version." in page.form.foot.consequence.text()


@pytest.mark.parametrize("words", ["mycket", "-5", "1e12", "12,5"])
def test_what_is_no_sum_stops_beside_its_field(opened, page, hand, words):
    hand.set(CAP, words)
    assert "inget heltal" in block(judged(page), CAP).problem.text()
    hand.adopt()
    assert opened.shown == "riktlinje_andra"
    assert opened.desk.store.count(GuidelineVersion) == 1


def test_a_day_that_is_taken_is_said_in_the_form(page, hand):
    hand.adopt(valid_from="2022-10-10")
    assert "gäller redan från 2022-10-10" in page.form.fields["valid_from"].problem.text()


def test_what_is_missing_is_not_shouted_before_one_adopts(page, hand):
    hand.add_rule("scheme.0", "window", "")
    judged(page)
    rule = hand.card("scheme.0").rules[-1]
    assert not any(each.problem.text() for each in rule.blocks)
    hand.adopt()
    assert block(page, f"{rule.name}.paragraph").problem.text().startswith("Var det står")


def test_a_rule_that_was_added_can_be_taken_back(page, hand):
    before = page.editing.tree
    hand.add_rule("scheme.0", "funding", "§ 3")
    assert hand.rule("scheme.0", "funding").badge.isVisible()
    hand.remove("scheme.0", "funding")
    assert page.editing.tree == before
    page.body.changes.undo.click()
    assert hand.rule("scheme.0", "funding")


def test_a_scheme_of_another_municipality_is_taken_in_with_its_reasons(opened, page, hand):
    section = hand.add_scheme("skelleftea:school_fund")
    assert section == "scheme.2"
    hand.adopt(valid_from="2027-01-01", paragraph="§ 3")
    it = opened.desk.in_force(date(2027, 1, 1))[1]
    assert [each.key for each in it.schemes] == ["base_grant", "activity_grant", "school_fund"]
    assert any(each.key == "fund_costs" for each in opened.desk.store.find(Reason))


def test_a_scheme_with_cases_cannot_become_another_kind(opened, page, hand):
    hand.set("scheme.1.per_place", value=False)
    hand.remove("scheme.1", "cap")
    hand.add_rule("scheme.1", "yearly_frame", "§ 2", cap="50 000")
    hand.adopt()
    assert opened.shown == "riktlinje_andra"
    assert "har ärenden" in block(page, "scheme.1.per_place").problem.text()


def test_another_place_takes_the_old_quotation_away_but_not_what_was_written(page, hand):
    hand.set("scheme.0.rule.0.paragraph", "Bidrag, 2 §")
    rule = page.editing.tree["scheme"][0]["rule"][0]
    assert "text" not in rule
    assert "short" not in rule
    assert block(page, "scheme.0.rule.0.text").input.text() == ""
    hand.set("scheme.0.rule.0.text", "Bidraget är högst 10 000 kr.")
    hand.set("scheme.0.rule.0.paragraph", "Bidrag, 3 §")
    assert page.editing.tree["scheme"][0]["rule"][0]["text"] == "Bidraget är högst 10 000 kr."


def test_goals_come_and_go(page, hand):
    hand.click(hand.card("goal").adder)
    hand.set("goal.6.short", "Kultur")
    hand.set("goal.6.text", "bidrar till kulturutbyte")
    assert [each["short"] for each in page.editing.tree["goal"]][-1] == "Kultur"
    assert any("Kultur" in words for words in words_of(judged(page).body.changes))


def test_a_part_of_the_work_is_ticked_in_and_out(page, hand):
    card = hand.card("work")
    hand.click(card.ticks["follow_up"])
    hand.set("work.follow_up.answer_by", "01-15")
    assert page.editing.tree["work"]["follow_up"]["answer_by"] == "01-15"
    hand.click(hand.card("work").ticks["follow_up"])
    assert "follow_up" not in page.editing.tree["work"]


def test_visits_can_be_left_out_and_taken_in(opened, page, hand):
    page._act(lambda tree: {key: part for key, part in tree.items() if key != "visits"})
    assert page.body.card("matrix") is None
    hand.click(hand.card("visits").adder)
    assert page.body.card("matrix") is not None
    page._act(lambda tree: {key: part for key, part in tree.items() if key != "visits"})
    hand.adopt(valid_from="2027-01-01")
    assert opened.desk.in_force(date(2027, 1, 1))[1].visits is None


def test_who_pays_is_told_as_now_and_new(page, hand):
    hand.pay("food", "shared")
    hand.pay("lodging", "host", "900", "night")
    judged(page)
    lines = {
        line.key: line.said.text().replace("\u00a0", " ")
        for line in hand.card("matrix").matrix.rows
    }
    assert lines["food"] == "Nu: Värd"
    assert lines["lodging"] == "Nu: Värd"
    new = [words.replace("\u00a0", " ") for words in words_of(page.body.changes)]
    assert "Värd, högst 900 kr per natt" in new
    assert "Delas, gästen 50 %" in new


def test_what_is_written_is_kept_when_one_leaves(opened, page, hand):
    hand.set("guideline.owner", "Kontoret för vänner")
    opened.go(Route(page="idag"))
    opened.window.shelf.forget_others()
    page = opened.go(EDIT)
    assert page.editing.tree["guideline"]["owner"] == "Kontoret för vänner"
    page.form.other.emit("drop")
    assert block(page, "guideline.owner").input.text() == "Kommunledningsförvaltningen"
    assert not page.editing.changed


def test_a_click_on_a_section_goes_there(page):
    row = next(row for row in page.side.sections.rows if row.key == "matrix")
    row.click()
    QTest.qWait(1)
    bar = page._main.verticalScrollBar()
    assert bar.value() > 0
    assert page.combo.key() in ("matrix", "visits")


def test_every_field_has_a_name(page):
    nameless = [
        block.name
        for card in page.body.cards
        for block in (*card.blocks, *(b for rule in card.rules for b in rule.blocks))
        if not block.input.accessibleName()
    ]
    assert nameless == []
