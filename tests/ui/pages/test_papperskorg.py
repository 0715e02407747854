"""The waste basket: what was taken away, and the way to put it back."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest

from desktop.domain.registers import Place
from desktop.flow.steps import step_named
from desktop.ui.page import Route

BASKET = Route(page="papperskorg")
PATIENCE = 3_000
"""Milliseconds until the whole log must have been looked through."""


def does(opened, act, /, **fields):
    outcome = opened.session.run(step_named(act).command(**fields))
    assert outcome is not None
    return outcome


def read(page):
    """Wait until the whole log is looked through, and the chosen thing is unfolded."""
    for _ in range(PATIENCE // 10):
        if page._reading is None:
            break
        QTest.qWait(10)
    page._unfold()
    return page


@pytest.fixture
def place(opened):
    key = dict(does(opened, "add_place", name="Sagostad").subjects)["place"]
    does(opened, "remove_place", place_id=key)
    return key


def test_an_empty_basket_says_what_will_lie_there(opened):
    page = read(opened.go(BASKET))

    assert page.table.empty.accessibleName().startswith("Papperskorgen är tom.")
    assert not page.card.isVisible()


def test_it_says_that_it_is_never_emptied_and_what_disposal_is(opened):
    page = opened.go(BASKET)

    assert "töms aldrig" in page.frame.header.line.text()
    assert "Gallring är något annat" in page.frame.header.line.text()


def test_what_was_taken_away_by_which_act_and_when(opened, place):
    page = read(opened.go(BASKET))
    cells = page.table.rows.cells(0)

    assert cells[0].text == "Ort Sagostad"
    assert cells[1].text == "Sagostad är borttagen."
    assert cells[2].text == "2026-11-21"


def test_it_is_put_back_by_an_act(opened, place):
    page = read(opened.go(BASKET))
    assert page.card.undo_button.text() == "Lägg tillbaka"

    page.card.undo_button.click()

    assert opened.desk.store.get(Place, place).name == "Sagostad"
    assert opened.desk.store.events(limit=1)[0].text == "Ångrat: Sagostad är borttagen."
    read(page)
    assert page.table.empty.isVisible()


def test_what_stands_in_the_way_is_said(opened, place):
    added = does(opened, "add_place", name="Drömby")
    key = dict(added.subjects)["place"]
    association = does(opened, "add_association", name="Föreningen Ny", place_ids=(key,))
    does(opened, "take_back", event_id=association.event.id)
    does(opened, "remove_place", place_id=key)
    page = read(opened.go(BASKET))
    at = next(at for at, thing in enumerate(page._things) if "Ny" in str(thing.what))
    page.table.select(at)
    page._unfold()

    assert page.card.sentence.text() == (
        "Det kan inte läggas tillbaka nu. Ort Drömby är borttaget – lägg tillbaka det först."
    )
    assert not page.card.undo_button.isVisible()


def test_words_narrow_it(opened, place):
    note = does(opened, "add_note", text="Boka sal", day=opened.desk.today)
    does(opened, "take_back", event_id=note.event.id)
    page = read(opened.go(BASKET))
    assert len(page.table.rows.ids) == 2

    page.filter.setText("boka")
    page.filter.asked.emit("boka")

    assert len(page.table.rows.ids) == 1
    assert page.table.rows.cells(0)[0].text == "Bevakning Boka sal"
