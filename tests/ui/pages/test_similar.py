"""Names that are registered already, shown under the field where a new one is typed (S8)."""

from __future__ import annotations

from itertools import count

import pytest

from desktop.domain.registers import Association, Place
from desktop.flow.reading import read
from desktop.flow.registers import begin
from desktop.flow.run import run
from desktop.flow.steps import step_named
from desktop.flow.steps.founding import FoundRegister
from desktop.ui.forms.similar_names import SimilarNames
from desktop.ui.page import Route
from desktop.ui.widgets.words import Link, Words
from tests.ui.pages.register_window import GRINDAVIK, NOW, RegisterWindow, submit, write


@pytest.fixture
def fund(qapp, preferences, tmp_path):
    path, numbers = tmp_path / "Skellefteå.vanbok", count(1)
    begin(
        path,
        FoundRegister(guideline="skelleftea", name="Ebba Sagolin"),
        clock=lambda: NOW,
        new_uuid=lambda: f"00000000-0000-4000-8000-{next(numbers):012}",
    ).store.close()
    made = RegisterWindow(preferences, path)
    yield made
    made.close()


def typed(page, name):
    """Type a name in the form of a page, and give what is shown under it."""
    write(page.form.field("name"), name)
    below = page.form.findChild(SimilarNames)
    below.look()
    return below


def links(below):
    return [each.text() for each in below.findChildren(Link) if not each.isHidden()]


def words(below):
    return [each.text() for each in below.findChildren(Words)]


def test_a_place_under_another_name_is_shown_with_the_rule(fund):
    page = fund.go(Route(page="ort", act="add_place"))

    below = typed(page, "Brahestad")

    assert below.isVisible()
    assert links(below) == ["Raahe (Brahestad)"]
    assert "S8 Etablerade kontakter före nya (Arbetssätt, andra stycket)" in words(below)


def test_it_never_stands_in_the_way(fund):
    page = fund.go(Route(page="ort", act="add_place"))
    typed(page, "Brahestad")

    submit(page.form)

    assert [each.name for each in fund.desk.store.find(Place)][-1] == "Brahestad"
    assert "Liknande kontakter visades: Raahe" in fund.desk.store.events(limit=1)[0].text


def test_the_name_leads_to_the_one_that_is_there_and_what_was_typed_is_kept(fund):
    page = fund.go(Route(page="ort", act="add_place"))
    below = typed(page, "Brahestad")

    below.findChildren(Link)[0].click()

    assert fund.window.windowTitle() == "Raahe – Vänbok"
    page = fund.go(Route(page="ort", act="add_place"))
    assert page.form.offer is not None


def test_what_is_like_nothing_shows_nothing(opened):
    page = opened.go(Route(page="ort", act="add_place"))

    below = typed(page, "Tartu")

    assert not below.isVisible()
    assert links(below) == []


def test_without_the_rule_it_is_shown_without_a_paragraph(opened):
    page = opened.go(Route(page="forening", act="add_association"))

    below = typed(page, "Vänföreningen Havsörnen")

    assert links(below) == ["Föreningen Havsörnen"]
    assert "Finns redan något liknande?" in words(below)


def test_a_form_that_changes_something_looks_for_nothing(opened):
    page = opened.go(Route(page="ort", subject=GRINDAVIK, act="change_place"))

    assert page.form.findChild(SimilarNames) is None


def test_the_one_that_is_there_is_chosen_for_an_application(opened):
    page = opened.go(Route(page="ansokan"))
    newcomer = page.form.newcomer
    newcomer.link.click()
    write(newcomer.form.field("name"), "Sällskapet Havsörnen")
    newcomer.similar.look()

    newcomer.similar.findChildren(Link)[0].click()

    assert not newcomer.is_open()
    [known] = opened.desk.store.find(Association, "name = ?", "Föreningen Havsörnen")
    assert page.form.association_id() == known.id


def test_a_network_that_is_like_one_we_are_in_leads_there(fund):
    step = step_named("register_network")
    run(fund.desk, read(step.command, {"name": "Nordiska kuststäderna"}, NOW.date()))
    page = fund.go(Route(page="natverk_ett", act="register_network"))

    below = typed(page, "Nordiska kuststäder")
    below.findChildren(Link)[0].click()

    assert fund.window.shelf.route == Route(page="natverk_ett", subject=1)
