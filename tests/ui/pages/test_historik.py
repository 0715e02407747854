"""The history: every act, how it stands, and the way back or on."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from desktop.domain.registers import Place
from desktop.flow.steps import step_named
from desktop.flow.steps.closing import ReopenCase
from desktop.flow.steps.decision_anew import DecideAnew
from desktop.ui.companions import accompany
from desktop.ui.form import FormPanel
from desktop.ui.page import Route
from tests.ui.pages.case_register import Clock, decide, filled
from tests.ui.pages.register_window import HAVSORNEN, NOW, RegisterWindow

HISTORY = Route(page="historik")
PATIENCE = 3_000
"""Milliseconds until what is done a piece at a time must be done."""


def waits(until):
    """Let the window work until something holds; what never comes fails the test after it."""
    for _ in range(PATIENCE // 10):
        if until():
            return
        QTest.qWait(10)


def does(opened, act, /, **fields):
    """Do an act as another part of the window would."""
    outcome = opened.session.run(step_named(act).command(**fields))
    assert outcome is not None
    return outcome


def places(opened) -> list[str]:
    return [each.name for each in opened.desk.store.find(Place)]


@pytest.fixture
def page(opened):
    does(opened, "add_place", name="Sagostad")
    does(opened, "change_association", association_id=HAVSORNEN, name="Örnarna", place_ids=(2,))
    return opened.go(HISTORY)


def chosen(page, text):
    """Choose the newest act with these words."""
    for at, event_id in enumerate(page.table.rows.ids):
        if text in page.table.rows.cells(at)[1].text:
            page.table.select(event_id)
            page._rest.timeout.emit()
            return event_id
    raise AssertionError(text)


def test_all_acts_newest_first_with_who_about_what_and_how_it_stands(opened, page):
    assert list(page.table.rows.ids) == list(range(opened.desk.store.last_event_id, 0, -1))
    cells = page.table.rows.cells(0)
    assert cells[0].text == NOW.date().isoformat()
    assert "Örnarna" in cells[1].text
    assert cells[1].second == "Ebba Sagolin"
    assert cells[2].text == "Örnarna"
    waits(lambda: page.table.rows.cells(0)[3].text == "Kan ångras")
    assert page.table.rows.cells(0)[3].text == "Kan ångras"


def test_it_unfolds_to_field_before_and_after(page):
    chosen(page, "Örnarna")

    words = [each.text() for each in page.card.findChildren(type(page.card.sentence))]
    assert "Föreningen Havsörnen → Örnarna" in words
    assert page.card.sentence.text() == "Det kan ångras: inget senare bygger på det."


def test_an_act_far_down_is_undone_and_done_again_from_its_row(opened, page):
    event = chosen(page, "Sagostad")
    page.card.undo_button.click()
    assert "Sagostad" not in places(opened)
    page.table.select(event)
    page._rest.timeout.emit()

    assert page.card.undo_button.text() == "Gör om"
    assert page.card.sentence.text().startswith("Ångrat 2026-11-21")
    page.card.undo_button.click()
    assert "Sagostad" in places(opened)
    page.table.select(event)
    page._rest.timeout.emit()
    assert page.card.sentence.text().startswith("Gjort igen 2026-11-21")
    assert page.card.undo_button.text() == "Ångra det här"


def test_what_something_rests_on_says_what_and_offers_to_undo_that_first(opened, page):
    place = opened.desk.store.first(Place, "name = 'Sagostad'").id
    later = does(opened, "change_place", place_id=place, name="Sagoby")
    page = opened.go(HISTORY)
    event = chosen(page, "Sagostad är tillagd")

    assert "Sagoby" in page.card.sentence.text()
    assert "2026-11-21 12.00" in page.card.sentence.text()
    assert not page.card.undo_button.isVisible()
    page.card.later_button.click()
    assert page.table.current_id() == later.event.id
    page.table.select(event)
    page._rest.timeout.emit()
    page.card.first_button.click()
    assert "Sagostad" in places(opened)


def test_how_the_register_began_is_nothing_to_undo(opened, page):
    chosen(page, opened.desk.store.event(1).text)

    assert page.card.sentence.text() == "Med det här började registret."
    assert not page.card.undo_button.isVisible()


def test_words_days_and_kinds_narrow_it(page):
    page.filter.setText("sagostad")
    page.filter.asked.emit("sagostad")
    assert len(page.query.ids) == 1
    page.table.emptied.emit()
    page.groups.set_key("registers")
    page._narrow()
    assert 0 < len(page.query.ids) < page.session.need().store.last_event_id
    page.groups.set_key("")
    page.kinds.set_key("left")
    page._narrow()
    assert list(page.query.ids) == [1]
    page.kinds.set_key("")
    page.days.set_key("day")
    page.day.setText("2020-01-01")
    page._narrow()
    assert list(page.query.ids) == []
    assert page.table.empty.isVisible()


def test_a_route_to_an_event_clears_the_filter_that_hides_it(opened, page):
    page.filter.setText("sagostad")
    page.filter.asked.emit("sagostad")

    page = opened.go(Route(page="historik", subject=2))

    assert page.table.current_id() == 2
    assert page.filter.text() == ""


def test_the_link_leads_to_what_it_was_about(opened, page):
    page.table.stepped.emit(page.table.rows.ids[0])

    assert opened.shown == "forening"


def test_ctrl_z_goes_on_after_a_restart(preferences, opened, path):
    does(opened, "add_place", name="Sagostad")
    does(opened, "add_place", name="Drömby")
    opened.close()

    again = RegisterWindow(preferences, path)
    assert again.session.can_undo()
    again.session.undo()
    again.session.undo()
    assert not {"Sagostad", "Drömby"} & set(places(again))
    again.close()

    third = RegisterWindow(preferences, path)
    third.session.redo()
    assert "Sagostad" in places(third)
    assert "Drömby" not in places(third)
    third.session.redo()
    assert "Drömby" in places(third)
    third.close()


@pytest.fixture
def sent(qapp, preferences, tmp_path):
    """Give a window where a letter was sent last, and a place was added before."""
    path = tmp_path / "Piteå.vanbok"
    desk, cases = filled(path, Clock())
    decide(desk, cases["ready"])
    desk.store.close()
    made = RegisterWindow(preferences, path)
    does(made, "add_place", name="Sagostad")
    does(made, "send_letter", case_id=cases["ready"], sent_on=made.desk.today)
    yield made
    made.close()


def test_ctrl_z_at_what_has_left_says_so_once_and_then_goes_on(sent):
    accompany(sent.window)
    band = sent.window.undo_band

    sent.window.answers.undo()
    assert "Det har lämnat huset och kan inte ångras." in band.text()
    assert "Ctrl+Z en gång till ångrar det som gjordes före: Sagostad är tillagd." in band.text()
    ways = [link.text() for link in band.ways]
    assert ways == ["Rätta eller ändra beslutet", "Visa i historiken"]
    sent.window.answers.undo()

    assert "Sagostad" not in places(sent)


def test_what_has_left_the_house_leads_the_lawful_way(sent):
    page = sent.go(HISTORY)

    assert page.card.sentence.text().startswith("Det har lämnat huset och kan inte ångras.")
    assert not page.card.undo_button.isVisible()
    page.card.lawful_button.click()
    assert sent.shown == "besluta"
    assert sent.page.form.effect.isVisible()


def test_a_refused_undo_offers_to_undo_the_newer_act_first(opened):
    accompany(opened.window)
    added = does(opened, "add_place", name="Sagostad")
    place = dict(added.subjects)["place"]
    does(opened, "change_place", place_id=place, name="Sagoby")

    opened.session.take_back(added.event.id)

    ways = {link.text(): link for link in opened.window.undo_band.ways}
    assert list(ways) == ["Ångra det först", "Visa i historiken"]
    ways["Ångra det först"].click()
    assert "Sagostad" in places(opened)


def test_the_history_of_a_page_undoes_too(opened):
    does(opened, "change_association", association_id=HAVSORNEN, name="Örnarna", place_ids=(2,))
    page = opened.go(Route(page="forening", subject=HAVSORNEN))
    page.events.toggle()
    waits(lambda: bool(page.events.undoable))

    next(iter(page.events.undoable.values())).click()

    assert page.session.need().store.events(limit=1)[0].name == "take_back"


def test_reopening_says_what_it_means_above_the_fields(opened):
    page = opened.go(Route(page="arende", subject=1))
    assert not page.form.effect.isVisible()

    form = FormPanel(ReopenCase, title="", button="Öppna igen")
    assert "Journalen från avslutet står kvar" in form.effect.text()
    anew = FormPanel(DecideAnew, title="", button="Besluta", values={"kind": "change"})
    assert "Till mottagarens nackdel" in anew.effect.text()
    anew.inputs["kind"].put("after_court")
    anew._on_edit("kind")
    assert "13 kap. 8 § kommunallagen" in anew.effect.text()
    assert anew.effect.accessibleName().startswith("Vad det betyder: ")
