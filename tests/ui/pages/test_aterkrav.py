"""Claiming money back: the letter is seen before it is decided, and is not sent by one key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.flow.picture import picture
from desktop.ui.pages.case_parts.running import tracks_of
from tests.ui.pages.case_window import CTRL, Desktop


@pytest.fixture
def claiming(qtbot, preferences, tmp_path):
    """The page of a case whose money is paid and whose report is late."""
    made = Desktop(qtbot, preferences, tmp_path, full=True)
    made.go("aterkrav", made.cases["late"])
    yield made
    made.window.close()


def letter(desktop) -> str:
    return " ".join(desktop.page.letter.text().split())


def decide(desktop) -> None:
    desktop.form.field("unbiased").setFocus()
    desktop.press(Qt.Key.Key_Space)
    desktop.press(Qt.Key.Key_Return, CTRL)


def test_the_letter_is_seen_at_once_with_what_is_proposed(claiming):
    assert claiming.form.raw()["ground"] == "report"
    assert "ska betala tillbaka 3 500 kronor i aktivitetsbidrag" in letter(claiming)
    assert "Rapporten skulle ha kommit in senast" in letter(claiming)


def test_the_letter_follows_what_is_typed(claiming):
    field = claiming.form.field("amount")
    field.setFocus()
    field.selectAll()
    claiming.type("900")
    QTest.qWait(400)

    assert "ska betala tillbaka 900 kronor" in letter(claiming)


def test_what_is_missing_for_the_letter_is_said_in_its_place(claiming):
    claiming.form.inputs["ground"].put("purpose")
    claiming.page.draw()

    assert "Vad som har hänt – saknas" in claiming.page.letter.nothing.text()


def test_deciding_shows_the_stored_letter_and_asks_for_its_dispatch(claiming):
    decide(claiming)

    claim = picture(claiming.desk, claiming.cases["late"]).reclaim
    assert claim is not None
    assert claim.amount == 3_500
    assert claiming.page.letter._content == claiming.desk.store.content(claim.document_id)
    assert claiming.form.title.text() == "Kravet är skickat"
    assert not claiming.form.has_focus()


def test_when_it_is_sent_the_case_is_shown(claiming):
    decide(claiming)
    claiming.form.focus_first()
    claiming.ctrl_enter()

    seen = picture(claiming.desk, claiming.cases["late"])
    assert seen.reclaim is not None
    assert seen.reclaim.claimed_on == seen.today
    assert claiming.where == "arende"


def test_nothing_is_decided_without_the_declaration(claiming):
    claiming.form.focus_first()
    claiming.ctrl_enter()

    assert picture(claiming.desk, claiming.cases["late"]).reclaim is None
    assert claiming.problem("unbiased").startswith("Jäv – ")


def test_the_case_leads_to_the_page(claiming):
    claiming.go("arende", claiming.cases["late"], "reclaim")
    claiming.form.focus_first()
    claiming.ctrl_enter()

    assert claiming.where == "aterkrav"


def test_the_case_tells_of_the_reclaims_list_and_appeal_beside_the_decisions(claiming):
    decide(claiming)

    told = {
        each.name: each.state for each in tracks_of(picture(claiming.desk, claiming.cases["late"]))
    }

    assert told["Återkrav"] == "3\u00a0500\u00a0kr, inte skickat"
    assert told["Återkravets anmälan"] == "Står inte på någon lista"
    assert told["Återkravets överklagande"] == "Tiden löper inte än"


def test_a_letter_that_came_back_is_asked_for_again(claiming):
    decide(claiming)
    claiming.form.focus_first()
    claiming.ctrl_enter()
    claiming.go("arende", claiming.cases["late"], "claim_came_back")
    claiming.form.focus_first()
    claiming.ctrl_enter()

    told = {
        each.name: each.state for each in tracks_of(picture(claiming.desk, claiming.cases["late"]))
    }

    assert told["Återkrav"].startswith("Kom tillbaka ")
    assert claiming.form.title.text() == "Kravet är skickat"
