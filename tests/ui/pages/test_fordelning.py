"""An equal split: side by side, decided together, and what if one comes late."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt

from desktop.domain.casework import Decision
from desktop.flow.picture import picture
from desktop.ui.pages.case_parts.split import round_scheme, split_of
from desktop.ui.roles import Mark
from tests.ui.pages.case_register import GRINDAVIK, apply, consult
from tests.ui.pages.case_window import CTRL, Desktop

MEMBERS = ("norrsken", "havsornen", "trollslandan")


@pytest.fixture
def desktop(qtbot, preferences, tmp_path):
    made = Desktop(qtbot, preferences, tmp_path, full=True)
    made.go("fordelning", made.cases["norrsken"])
    yield made
    made.window.close()


def split(desktop):
    scheme = round_scheme(desktop.desk)
    assert scheme is not None
    return split_of(desktop.desk, scheme, GRINDAVIK, "Grindavík", 2026)


def decide_all(desktop):
    desktop.form.field("unbiased").setChecked(True)
    desktop.form.focus_first()
    desktop.ctrl_enter()


def test_three_share_and_a_krona_is_left(desktop):
    found = split(desktop)
    assert [each.amount for each in found.members] == [3333, 3333, 3333]
    assert (found.shared, found.left) == (9999, 1)
    assert desktop.page.frame.header.line.text() == "Tre föreningar delar 10\u00a0000\u00a0kr lika"
    assert desktop.form.foot.button.text() == "Besluta 3 × 3\u00a0333\u00a0kr"


def test_a_late_report_and_an_annual_report_to_come_are_shown(desktop):
    _norrsken, havsornen, trollslandan = split(desktop).members
    assert (havsornen.earlier.mark, havsornen.earlier.words) == (Mark.LATE, "2026-001, 26 dagar")
    assert trollslandan.annual_report.words == "2025/26 väntas"
    assert havsornen.application.words == "Fullständig"


def test_space_and_ctrl_enter_decide_all_three(desktop):
    desktop.form.field("unbiased").setFocus()
    desktop.press(Qt.Key.Key_Space)
    desktop.press(Qt.Key.Key_Return, CTRL)
    made = [desktop.decision(key) for key in MEMBERS]
    assert [each.granted for each in made] == [3333, 3333, 3333]
    assert len({each.number for each in made}) == 3
    assert desktop.form.title.text() == "Allt är beslutat"


def test_without_the_declaration_it_says_so_and_decides_nothing(desktop):
    desktop.form.focus_first()
    desktop.ctrl_enter()
    assert "Jäv" in desktop.problem("unbiased")
    assert picture(desktop.desk, desktop.cases["norrsken"]).decision is None


def test_a_day_to_come_is_said_beside_the_day(desktop):
    desktop.form.field("unbiased").setChecked(True)
    desktop.form.field("decided_on").setText("2026-12-24")
    desktop.form.focus_first()
    desktop.ctrl_enter()
    assert "2026-12-24" in desktop.problem("decided_on")
    assert desktop.form.field("decided_on").text() == "2026-12-24"


def test_the_letters_can_be_seen_before_they_are_decided(desktop):
    desktop.form.letters.emit()
    words = desktop.page.letters.text()
    for name in ("Norrsken", "Havsörnen", "Trollsländan"):
        assert name in words
    assert desktop.desk.store.count(Decision) == 2
    desktop.form.letters.emit()
    assert not desktop.page.letters.isVisible()


def test_they_can_be_decided_one_at_a_time(desktop):
    desktop.form.singly.emit()
    assert desktop.where == "besluta"


def test_own_words_are_asked_for_on_demand(desktop):
    assert not desktop.form.is_shown("own_text")
    desktop.form.show_fields(["own_text"], on=True)
    desktop.form.field("own_text").setText("Alla tre är välkomna igen.")
    decide_all(desktop)
    letter = picture(desktop.desk, desktop.cases["norrsken"]).snapshot["reasons"]
    assert "Alla tre är välkomna igen." in letter


def test_before_the_decision_the_three_ways_only_tell(desktop):
    assert desktop.page.ways.heading.title.text().startswith("Om en fjärde ansökan")
    assert desktop.page.ways.links == []


def test_one_who_comes_late_has_three_ways_to_go(desktop):
    decide_all(desktop)
    # A fourth association for the same place: the sailing club has moved north.
    late = apply(desktop.desk, 4, date(2026, 11, 20), 5000, place_id=GRINDAVIK)
    consult(desktop.desk, late, held_on=desktop.desk.today)
    desktop.go("fordelning", late)
    found = split(desktop)
    assert found.newcomer is not None
    assert found.newcomer.amount == 1
    links = desktop.page.ways.links
    assert [link.text().split(",")[0] for link in links] == [
        "Ge resten av potten",
        "Fatta nya beslut för alla fyra",
        "Avslå för att potten är fördelad",
    ]
    links[2].click()
    assert desktop.where == "besluta"
    assert desktop.form.outcome == "rejected"


def test_place_and_year_can_be_chosen(desktop):
    desktop.page.place.set_key("3")
    desktop.page.place.chosen.emit("3")
    assert desktop.page.frame.header.title.text() == "Grundbidrag 2026, Kandalaksja"
    assert desktop.page.frame.header.line.text() == "Ingen har sökt än."
    assert not desktop.page.table.isVisible()


def test_the_paragraph_that_shares_can_be_read(desktop):
    desktop.page.pot.heading.link.click()
    assert desktop.page.paragraph.isVisible()
    assert "P4" in desktop.page.paragraph.heading.title.text()
