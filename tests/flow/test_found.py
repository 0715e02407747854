"""What the search shows of what it finds."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desktop.domain.budgeting import Note
from desktop.domain.casework import Case
from desktop.flow import search_hits
from desktop.flow.search import every_rule, load_words, search


def test_the_words_around_the_first_that_was_found_are_shown():
    def around(text, *words):
        note = replace(_note(), text=text)
        return search_hits.snippet(note, "note", words)

    words = " ".join(f"o{at}" for at in range(20))
    assert around(words, "o0") == "o0 o1 o2 o3 o4 o5 o6 …"
    assert around(words, "o6").startswith("o0 o1")
    assert around(words, "o7") == "… " + " ".join(f"o{at}" for at in range(1, 14)) + " …"
    assert around(words, "o13") == "… " + " ".join(f"o{at}" for at in range(7, 20))
    assert around("Åke kom", "åke") == "Åke kom"
    assert around(words, "zz") == ""


def _note():
    return Note(text="", day=date(2026, 1, 1))


def test_rows_are_read_in_the_order_of_their_ids_and_those_gone_are_left_out(autumn):
    assert [each.id for each in search_hits.read(autumn, Case, [3, 999, 1])] == [3, 1]


def test_the_place_with_the_other_name_is_found(school_desk):
    words = load_words(school_desk.store.path)

    (group,) = [each for each in search(school_desk, "brahestad", words) if each.key == "places"]

    assert [str(each.title) for each in group.hits] == ["Raahe"]


def test_every_rule_stands_once(autumn):
    ids = [each.id for each in every_rule(autumn.in_force()[1])]

    assert len(ids) == len(set(ids))
    assert {"P1", "P8", "P13"} <= set(ids)


def test_a_case_that_is_found_is_not_told_of_again_by_its_decision(autumn):
    words = load_words(autumn.store.path)

    keys = {each.key: each for each in search(autumn, "vinterkonsert", words)}

    assert list(keys) == ["cases"]
    assert (len(keys["cases"].hits), keys["cases"].more) == (5, True)


def test_as_many_as_are_shown_is_not_more(autumn):
    words = load_words(autumn.store.path)

    def more(text, most):
        return {each.key: each.more for each in search(autumn, text, words, most=most)}

    assert more("policy", 2) == {"governing": False}
    assert more("policy", 1) == {"governing": True}
    assert more("pahitt", 20) == {"documents": False}
