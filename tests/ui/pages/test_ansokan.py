"""A new application: what is known is filled in, the rules follow, nothing typed is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.domain.casework import Application, Case, Document
from desktop.domain.registers import Association
from desktop.flow.ask import File
from desktop.ui.draft import DraftKey
from tests.ui.pages.case_register import BARTHELEMY, GRINDAVIK, NORRSKEN, PALMBLADET, PDF
from tests.ui.pages.case_window import CTRL, Desktop


@pytest.fixture
def desktop(qtbot, preferences, tmp_path):
    made = Desktop(qtbot, preferences, tmp_path, full=True)
    made.go("ansokan")
    yield made
    made.window.close()


def fill(desktop, **values):
    form = desktop.form
    form.choose_association(values.pop("association", NORRSKEN))
    form.inputs["scheme"].put(values.pop("scheme", "activity_grant"))
    form.follow()
    given = {
        "purpose": "sagokväll om Grindavík",
        "starts_on": "2026-12-05",
        "ends_on": "2026-12-05",
        "asked": "5 000 kr",
        "costs": "7400",
        "other_funding": "2400",
        "goals": ["interest", "cultures"],
    }
    for name, value in (given | values).items():
        form.inputs[name].put(value)
    form.follow()
    form.mark_edited()
    desktop.page.try_rules()


def lines(desktop):
    return [line.replace("\u00a0", " ") for line in desktop.page.trial.lines]


def test_the_keyboard_begins_at_the_association_and_three_letters_find_it(desktop):
    desktop.type("pal")
    desktop.press(Qt.Key.Key_Return)
    assert desktop.form.association_id() == PALMBLADET
    assert desktop.form.raw()["place_id"] == str(BARTHELEMY)
    assert desktop.form.raw()["year"] == "2026"
    assert "ett ärende sedan 2026" in desktop.form.fields["association_id"].hint.text()


def test_at_most_twelve_fields_are_asked_for_an_activity(desktop):
    fill(desktop)
    form = desktop.form
    proposed = {"scheme", "place_id", "year", "came_on", "channel"}
    asked = [name for name in form.inputs if form.is_shown(name) and name not in proposed]
    assert len(asked) <= 12


def test_the_rules_follow_while_it_is_typed(desktop):
    fill(desktop)
    assert "Uppfylld Inte finansierat på annat sätt 5 000 kr" in lines(desktop)
    assert "Sänker Högsta belopp per ort och år 0 kr" in lines(desktop)
    desktop.form.inputs["other_funding"].put("7 000 kr")
    desktop.page.try_rules()
    assert "Sänker Inte finansierat på annat sätt 400 kr" in lines(desktop)


def test_before_there_is_anything_to_try_it_says_what_is_needed(desktop):
    assert lines(desktop) == ["Välj förening, så räknas reglerna medan du skriver."]
    desktop.form.choose_association(NORRSKEN)
    desktop.page.try_rules()
    assert lines(desktop) == ["Skriv sökt belopp, så räknas reglerna."]


def test_a_grant_that_is_shared_asks_for_no_activity(desktop):
    desktop.form.inputs["scheme"].put("base_grant")
    desktop.form.follow()
    assert not desktop.form.is_shown("purpose")
    desktop.form.inputs["scheme"].put("activity_grant")
    desktop.form.follow()
    assert desktop.form.is_shown("purpose")


def test_the_last_day_gives_the_report_day_and_another_year(desktop):
    fill(desktop, starts_on="2027-02-01", ends_on="2027-02-03")
    assert desktop.form.fields["ends_on"].hint.text() == "rapport senast 2027-03-03"
    assert desktop.form.raw()["year"] == "2027"


def test_a_letter_by_post_counts_as_the_working_day_before(desktop):
    desktop.form.inputs["channel"].put("post")
    desktop.form.inputs["came_on"].put("2026-11-20")
    desktop.form.follow()
    assert desktop.form.fields["channel"].hint.text() == "räknas som kommen 2026-11-19"
    desktop.form._arrival.click()
    assert desktop.form.is_shown("arrival_note")


def test_ctrl_enter_registers_and_leads_to_the_case(desktop):
    fill(desktop, dnr="26KS240", original=File(name="Ansökan.pdf", content=PDF))
    desktop.press(Qt.Key.Key_Return, CTRL)
    assert desktop.where == "arende"
    case = desktop.desk.store.find(Case, order="id desc", limit=1)[0]
    assert (case.association_id, case.place_id, case.dnr) == (NORRSKEN, GRINDAVIK, "26KS240")
    assert desktop.desk.store.first(Document, "case_id = ? and kind = 'application'", case.id)
    desktop.go("ansokan")
    assert desktop.form.raw()["purpose"] == ""
    assert desktop.form.offer is None


def test_the_second_button_writes_the_confirmation_and_shows_it(desktop):
    fill(desktop)
    desktop.form.foot.seconds[0].click()
    assert desktop.where == "handling"
    assert "Isländska sällskapet Norrsken" in desktop.page.letter.text()
    desktop.window.back()
    assert desktop.where == "arende"


def test_a_day_that_has_not_been_is_said_beside_it_and_the_rest_stays(desktop):
    fill(desktop, came_on="2026-12-19")
    desktop.press(Qt.Key.Key_Return, CTRL)
    assert "2026-12-19 har inte varit än" in desktop.problem("came_on")
    assert desktop.form.field("came_on").hasFocus()
    assert desktop.form.raw()["purpose"] == "sagokväll om Grindavík"
    assert any("Högsta belopp" in line for line in lines(desktop))


def test_every_bad_field_is_said_at_once(desktop):
    desktop.form.choose_association(NORRSKEN)
    desktop.form.inputs["scheme"].put("activity_grant")
    desktop.form.follow()
    desktop.form.inputs["asked"].put("många")
    desktop.form.inputs["starts_on"].put("igår kväll")
    desktop.form.focus_first()
    desktop.press(Qt.Key.Key_Return, CTRL)
    assert desktop.problem("asked")
    assert desktop.problem("starts_on")
    assert desktop.form.raw()["starts_on"] == "igår kväll"


def test_an_association_that_is_not_there_is_added_in_place(desktop):
    fill(desktop)
    newcomer = desktop.form.newcomer
    newcomer.link.click()
    desktop.type("Sagoligan")
    newcomer.form.inputs["place_ids"].put([str(BARTHELEMY)])
    desktop.ctrl_enter()
    added = desktop.desk.store.first(Association, "name = 'Sagoligan'")
    assert added is not None
    assert desktop.where == "ansokan"
    assert desktop.form.association_id() == added.id
    assert desktop.form.raw()["purpose"] == "sagokväll om Grindavík"
    assert not newcomer.is_open()


def test_an_association_that_is_there_already_is_said_in_the_small_form(desktop):
    newcomer = desktop.form.newcomer
    newcomer.link.click()
    desktop.type("palmbladet")
    desktop.ctrl_enter()
    assert "finns redan" in newcomer.form.fields["name"].problem.text()
    desktop.press(Qt.Key.Key_Escape)
    assert not newcomer.is_open()
    assert desktop.where == "ansokan"


def test_it_is_filled_in_as_an_earlier_one(desktop):
    desktop.form.choose_association(NORRSKEN)
    desktop.form.inputs["scheme"].put("activity_grant")
    desktop.form.follow()
    desktop.page.try_rules()
    desktop.page.similar.copy.click()
    raw = desktop.form.raw()
    assert raw["purpose"] == "sagokväll om Grindavík på biblioteket"
    assert raw["costs"] == "7\u00a0400\u00a0kr"
    assert raw["starts_on"] == ""


def test_what_was_begun_is_kept_when_the_program_is_closed(desktop, preferences):
    fill(desktop)
    desktop.page.leave()
    kept = preferences.drafts.get(
        DraftKey(register=desktop.desk.store.register_uuid, act="register_application")
    )
    assert kept["purpose"] == "sagokväll om Grindavík"


def test_a_look_at_another_page_loses_nothing(desktop):
    fill(desktop)
    desktop.go("arende", desktop.cases["gate"])
    desktop.window.back()
    assert desktop.where == "ansokan"
    assert desktop.form.raw()["asked"] == "5\u00a0000\u00a0kr"


def test_a_second_application_for_a_shared_pot_is_explained(desktop):
    fill(desktop, scheme="base_grant", asked="9000")
    assert "har redan sökt grundbidrag" in lines(desktop)[0]
    desktop.press(Qt.Key.Key_Return, CTRL)
    assert "har redan sökt" in desktop.problem("association_id")
    assert desktop.desk.store.count(Application) == 8


@pytest.mark.parametrize("wide", [900, 1440])
def test_nothing_scrolls_sideways(desktop, wide):
    desktop.window.resize(wide, 700)
    fill(desktop)
    QTest.qWait(1)
    assert not desktop.page.frame._scroll.horizontalScrollBar().maximum()
