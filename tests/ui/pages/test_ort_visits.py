"""What visits and agreements add to a place's page, and the page of an agreement."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.domain.visit_words import AgreementState
from desktop.domain.visiting import Agreement, AgreementLine
from desktop.flow.registers import begin
from desktop.flow.run import run
from desktop.flow.steps.founding import FoundRegister
from desktop.flow.steps.places import AddPlace
from desktop.ui.page import Route
from desktop.ui.widgets.rules import RuleLine
from tests.flow.coordinator import Numbers
from tests.ui.pages.register_window import (
    CTRL,
    ENTER,
    GRINDAVIK,
    KANDALAKSJA,
    NOW,
    RegisterWindow,
    fill,
    problem_at,
    submit,
)
from tests.ui.pages.visit_register import AGREEMENT, TRIP, visit_register


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("agreements") / "Piteå.vanbok"
    visit_register(path)
    return path.read_bytes()


@pytest.fixture
def opened(qapp, preferences, tmp_path, made):
    path = tmp_path / "Piteå.vanbok"
    path.write_bytes(made)
    window = RegisterWindow(preferences, path)
    yield window
    window.close()


def place(opened, key=GRINDAVIK):
    return opened.go(Route(page="ort", subject=key))


def agreement_page(opened, key, act=""):
    return opened.go(Route(page="overenskommelse", subject=key, act=act))


def agreement(opened, key) -> Agreement:
    found: Agreement = opened.desk.store.get(Agreement, key)
    return found


def test_the_agreement_says_that_it_holds_and_who_pays(opened):
    page = place(opened)
    assert page.agreement.badge.text() == "Gäller"
    said = page.agreement.matrix.accessibleDescription()
    assert "Logi, värd" in said
    assert "Gåvor, var och en sitt" in said


def test_a_town_without_an_agreement_warns_and_offers_one(opened):
    page = place(opened, KANDALAKSJA)
    assert not page.agreement.matrix.isVisible()
    assert page.agreement.link.text() == "Ny överenskommelse"
    page.agreement.link.click()
    assert opened.shown == "overenskommelse"


def test_the_quota_is_said_in_words_with_its_paragraph(opened):
    page = place(opened)
    assert page.quota.isVisible()
    page.quota.paragraphed.emit("quota")
    assert page.paragraph.isVisible()
    assert page.paragraph.heading.title.text().startswith("P13")


def test_contacts_can_be_read_as_a_table(opened):
    page = place(opened)
    assert page.contacts.line.isVisible()
    assert "Digitalt: Månadsmöte" in page.contacts.line.accessibleDescription()
    page.contacts.table_link.click()
    assert page.contacts.table.isVisible()
    assert len(page.contacts.table.rows.ids) == 4


def test_the_arrows_go_between_contacts_and_enter_opens_one(opened):
    page = place(opened)
    page.contacts.line.setFocus()
    for _ in range(5):
        opened.press(Qt.Key.Key_Left)
    opened.press(Qt.Key.Key_Right)
    opened.press(ENTER)
    assert opened.shown == "besok"
    assert opened.page._visit_id == TRIP


def test_ctrl_n_on_a_place_begins_a_visit_with_it(opened):
    place(opened)
    opened.press(Qt.Key.Key_N, CTRL)
    assert opened.shown == "nyttbesok"
    assert opened.page.form.raw()["place_id"] == str(GRINDAVIK)


def test_a_guideline_without_quota_and_agreements_shows_neither(qapp, preferences, tmp_path):
    path = tmp_path / "Påhittad.vanbok"
    command = FoundRegister(guideline="skelleftea", name="Ebba Sagolin")
    desk = begin(path, command, clock=lambda: NOW, new_uuid=Numbers())
    run(desk, AddPlace(name="Låtsasborg"))
    desk.store.close()
    window = RegisterWindow(preferences, path)
    page = window.go(Route(page="ort", subject=1))
    assert page.visit_button.isVisible()
    assert not page.quota.isVisible()
    assert not page.agreement.isVisible()
    new = window.go(Route(page="nyttbesok", subject=1))
    fill(new.form, purpose="idrott", starts_on="2027-02-01")
    submit(new.form)
    lines = window.page.cards.rules.view.rules.rows
    assert [each.source for each in lines if isinstance(each, RuleLine)] == [
        "Prioriterade områden st. 2"
    ]
    window.close()


# The agreement


def test_a_new_agreement_begins_with_the_guidelines_proposal(opened):
    page = agreement_page(opened, KANDALAKSJA, "draft_agreement")
    rows = {row["cost_type"]: row["payer"] for row in page.form.raw()["lines"]}
    assert rows["travel"] == "guest"
    assert rows["lodging"] == "host"
    submit(page.form)
    assert opened.shown == "overenskommelse"
    assert opened.page._seen.state is AgreementState.DRAFT
    assert opened.page.form.foot.button.text() == "Markera undertecknad"


def test_a_shared_cost_keeps_its_per_cent_and_ceiling(opened):
    page = agreement_page(opened, AGREEMENT, "new_agreement_version")
    lines = page.form.field("lines").lines
    shared = lines["interpreting"]
    shared.radios["shared"].click()
    assert shared.share.text() == "50"
    shared.share.setText("40")
    lines["lodging"].ceiling.setText("1100")
    lines["lodging"].ceiling.textEdited.emit("1100")
    assert lines["lodging"].unit.key() == "night"
    lines["visa"].radios[""].click()
    submit(page.form)
    kept = {
        str(line.cost_type): line
        for line in opened.desk.store.find(AgreementLine, "agreement_id = ?", 2)
    }
    assert kept["interpreting"].guest_share == 40
    assert kept["lodging"].ceiling_ore == 110_000
    assert "visa" not in kept


def test_the_arrows_choose_who_pays(opened):
    page = agreement_page(opened, KANDALAKSJA, "draft_agreement")
    line = page.form.field("lines").lines["lodging"]
    line.radios["host"].setFocus()
    opened.press(Qt.Key.Key_Right)
    assert line.payer() == "shared"


def test_a_ceiling_without_its_unit_is_said_and_marked(opened):
    page = agreement_page(opened, KANDALAKSJA, "draft_agreement")
    line = page.form.field("lines").lines["lodging"]
    line.ceiling.setText("1100")
    submit(page.form)
    assert "Taket räknas" in problem_at(page.form, "lines")
    assert line.unit.bad


def test_signing_needs_only_the_days(opened):
    page = agreement_page(opened, KANDALAKSJA, "draft_agreement")
    submit(page.form)
    key = opened.page._subject
    fill(opened.page.form, valid_from="2026-01-01", valid_to="2029-12-31")
    submit(opened.page.form)
    assert agreement(opened, key).state is AgreementState.SIGNED
    assert opened.page.form.title.text() == "Inget väntar"


def test_a_last_day_before_the_first_is_said_under_its_field(opened):
    page = agreement_page(opened, KANDALAKSJA, "draft_agreement")
    fill(page.form, valid_from="2027-01-01", valid_to="2026-01-01")
    submit(page.form)
    assert "Gäller till" in problem_at(page.form, "valid_to")


def test_notice_is_given_from_the_other_steps(opened):
    page = agreement_page(opened, AGREEMENT)
    page.choose("terminate_agreement")
    fill(page.form, reason="påhittat skäl")
    submit(page.form)
    assert agreement(opened, AGREEMENT).ends_on == date(2027, 5, 21)
    assert opened.page.frame.header.badge.text() == "Uppsagd"


def test_a_draft_that_is_dropped_leads_back_to_the_place(opened):
    page = agreement_page(opened, KANDALAKSJA, "draft_agreement")
    submit(page.form)
    opened.page.choose("drop_agreement")
    submit(opened.page.form)
    assert opened.shown == "ort"
