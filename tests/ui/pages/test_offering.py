"""What a guideline lacks is not on screen: Upplands-Bro's coordinator sees no pots."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.registers import Place
from desktop.flow.registers import begin
from desktop.flow.steps.founding import FoundRegister
from desktop.ui.page import Place as Where
from desktop.ui.page import Route
from tests.flow.coordinator import Numbers
from tests.ui.pages.register_window import ENTER, NOW, RegisterWindow, fill, submit

GRANTS = {"arenden", "samrad", "foreningar", "budget"}


@pytest.fixture
def window(qapp, preferences, tmp_path, request):
    path = tmp_path / "Ny.vanbok"
    setup = FoundRegister(guideline=request.param, name="Ebba Sagolin")
    begin(path, setup, clock=lambda: NOW, new_uuid=Numbers()).store.close()
    made = RegisterWindow(preferences, path)
    yield made
    made.close()


def listed(window) -> set[str]:
    entries = window.window.shelf.entries()
    return {entry.key for entry in entries if entry.place in (Where.MAIN, Where.BELOW)}


def menus(window) -> list[str]:
    return [action.text().replace("&", "") for action in window.window.bar.actions()]


def news(window) -> list[str]:
    return [str(new.word) for entry in window.window.shelf.entries() for new in entry.news]


umea = pytest.mark.parametrize("window", ["umea"], indirect=True)
bro = pytest.mark.parametrize("window", ["upplands-bro"], indirect=True)
skelleftea = pytest.mark.parametrize("window", ["skelleftea"], indirect=True)
without_grants = pytest.mark.parametrize(
    "window", ["umea", "uppsala", "upplands-bro"], indirect=True
)


@without_grants
def test_pages_menus_and_news_of_grants_are_away(window):
    assert not listed(window) & GRANTS
    assert "Ärende" not in menus(window)
    assert not {"Ansökan", "Förening", "Skola"} & set(news(window))


@without_grants
def test_a_way_to_a_page_that_is_away_leads_home(window):
    window.go(Route(page="budget", act="set_frame"))
    assert window.shown == "idag"


@without_grants
def test_settings_have_no_committee_reasons_or_texts_of_grants(window):
    page = window.go(Route(page="installningar"))
    words = {part.text() for part in page.choice.parts()}
    assert {"Kontoret", "Utseende", "Om Vänbok"} <= words
    assert not {"Kommittén", "Skäl"} & words
    assert not page.office.court.isVisible()
    assert page.office.officer.heading.title.text() == "Du som undertecknar"


@skelleftea
def test_a_school_fund_has_no_committee_and_begins_with_a_school(window):
    page = window.go(Route(page="installningar"))
    words = {part.text() for part in page.choice.parts()}
    assert "Skäl" in words
    assert "Kommittén" not in words
    first = window.go(Route(page="idag")).first_things
    assert [button.text() for button in first.buttons] == [
        "Lägg till skola",
        "Registrera ansökan",
    ]


@bro
def test_an_empty_register_without_grants_begins_with_what_it_has(window):
    first = window.page.first_things
    assert first.isVisible()
    assert first.buttons[0].primary
    assert first.buttons[0].hasFocus()
    window.press(ENTER)
    assert window.shown != "idag"


@bro
def test_a_visit_asks_neither_for_areas_nor_why_it_is_not_digital(window):
    page = window.go(Route(page="nyttbesok"))
    fill(page.form, elsewhere="Sagohamn", purpose="skolor möts", starts_on="2027-02-01")
    submit(page.form)
    form = window.go(Route(page="besoksteg", subject=1, act="approve_purpose")).form
    assert not {"areas", "agenda_goals", "why_not_digital"} & set(form.inputs)


@umea
def test_a_visit_is_tagged_by_direction_and_agenda_goal(window):
    page = window.go(Route(page="nyttbesok", subject=1))
    fill(page.form, purpose="ungdomsråd möts", starts_on="2027-02-01")
    submit(page.form)
    form = window.go(Route(page="besoksteg", subject=1, act="approve_purpose")).form
    assert {"areas", "agenda_goals"} <= set(form.inputs)


@umea
def test_a_place_shows_nothing_of_grants(window):
    page = window.go(Route(page="ort", subject=1))
    assert page.agreement.isVisible()
    assert not page.partners.isVisible()
    assert not page.quota.isVisible()
    assert not page.pots.isVisible()
    assert not page.cases.isVisible()


@umea
def test_the_list_of_places_misses_the_councils_decision_and_counts_no_cases(window):
    page = window.go(Route(page="orter"))
    cells = page.table.rows.cells(0)
    assert len(cells) == 4
    assert (cells[3].text, cells[3].mark) == ("saknas", "warn")
    assert page.frame.header.line.text() == "För 5 vänorter är fullmäktiges beslut inte inskrivet."


@umea
def test_the_calm_line_leads_to_the_councils_day(window):
    page = window.go(Route(page="ort", subject=1))
    assert page.council.isVisible()
    page.council.link.click()
    assert page.form.field("council_on").hasFocus()
    fill(page.form, council_on="1949-05-16", council_paragraph="§ 84")
    submit(page.form)
    assert window.desk.store.get(Place, 1).council_on == date(1949, 5, 16)
    assert not page.council.isVisible()


@umea
def test_a_partnership_needs_no_decision_of_the_council(window):
    page = window.go(Route(page="ort", subject=2, act="change_place"))
    page.form.field("kind").set_key("partnership")
    submit(page.form)
    assert not page._seen.lacks_council
