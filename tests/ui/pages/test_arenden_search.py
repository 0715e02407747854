"""The search of everything: cases, associations and places by folded words."""

from __future__ import annotations

import pytest

from desktop.ui.finder import finder_of
from desktop.ui.page import Route
from desktop.ui.search import find
from tests.ui.pages.list_window import ListWindow, wait_for


@pytest.fixture
def window(qapp, preferences, tmp_path):
    made = ListWindow(preferences, tmp_path)
    yield made
    made.close()


def routes(window, words):
    return [hit.route for hit in find(window.session, words)]


def test_nothing_typed_finds_nothing(window):
    assert routes(window, "  ") == []


def test_a_place_is_found_by_its_bare_letters(window):
    assert Route(page="ort", subject=2) in routes(window, "grindavik")


def test_an_association_is_found_by_its_contact(window):
    assert routes(window, "visström")[0] == Route(page="forening", subject=3)


def test_a_case_is_found_by_what_it_is_about(window):
    assert Route(page="arende", subject=window.cases["late"]) in routes(window, "sagostund")


def test_it_finds_the_same_once_the_index_is_read(window):
    before = find(window.session, "norrsken")
    wait_for(lambda: finder_of(window.session).index() is not None)
    assert find(window.session, "norrsken") == before


def test_another_register_is_searched_once_it_is_open(window, tmp_path):
    find(window.session, "grind")
    wait_for(lambda: finder_of(window.session).index() is not None)
    window.session.close()
    assert find(window.session, "grind") == ()
    assert finder_of(window.session).index() is None
