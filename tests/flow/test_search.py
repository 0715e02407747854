"""The search of everything: what each register is found by, the best first."""

from __future__ import annotations

from datetime import date, datetime
from unittest import mock

import pytest

from db import words as word_index
from db.search import CaseIndex
from desktop.flow.reading import read
from desktop.flow.registers import begin
from desktop.flow.run import run
from desktop.flow.search import load_words, search
from desktop.flow.search_sources import SOURCES
from desktop.flow.steps import step_named
from desktop.flow.steps.founding import FoundRegister
from tests.flow.coordinator import Numbers

NOW = datetime(2026, 11, 21, 12)
ACTS = (
    (
        "add_association",
        {"name": "Föreningen Havsörnen", "place_ids": [2], "contact": "Eva Mållgren"},
    ),
    ("add_association", {"name": "Grindavíks vänner", "place_ids": [2]}),
    (
        "register_application",
        {
            "association_id": 1,
            "place_id": 2,
            "scheme": "activity_grant",
            "year": "2026",
            "asked": 8000,
            "purpose": "visafton om fyrar",
            "starts_on": "2026-12-05",
            "ends_on": "2026-12-06",
            "costs": 9000,
            "other_funding": 0,
            "goals": ["cultures"],
            "came_on": "2026-11-02",
            "confirm": True,
        },
    ),
    (
        "new_visit",
        {
            "form": "digital",
            "place_id": 2,
            "purpose": "Planera fyrdagen",
            "starts_on": "2026-12-01",
        },
    ),
    (
        "add_note",
        {"day": "2027-01-18", "text": "Fråga hamnkaptenen om fyren", "subject": "place:2"},
    ),
    ("register_body", {"kind": "office", "name": "Hamnkontoret"}),
    ("register_contact_person", {"body_id": 1, "name": "Pia Fyrvaktare", "role": "hamnchef"}),
    ("register_network", {"name": "Fyrstäder i norr", "purpose": "Utbyte om fyrar"}),
    ("register_project", {"name": "Fyrarna lyser", "kind": "eu", "planned_development": "plan 3"}),
    (
        "register_governing_document",
        {"name": "Fyrpolicy", "kind": "policy", "body": "Kommunfullmäktige"},
    ),
)


def do(desk, name, raw):
    return run(desk, read(step_named(name).command, raw, desk.today))


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    path = tmp_path_factory.mktemp("search") / "r.vanbok"
    founding = FoundRegister(name="Ebba Sagolin", delegation="punkt 4.7", frame=480_000)
    desk = begin(path, founding, clock=lambda: NOW, new_uuid=Numbers())
    for name, raw in ACTS:
        do(desk, name, raw)
    yield desk
    desk.store.close()


@pytest.fixture(scope="module")
def words(made):
    return load_words(made.store.path)


def found(desk, words, text, **more):
    return {
        group.key: [str(hit.title) for hit in group.hits]
        for group in search(desk, text, words, **more)
    }


def test_every_register_is_found_by_its_words(made, words):
    assert found(made, words, "fyr") == {
        "networks": ["Fyrstäder i norr"],
        "projects": ["Fyrarna lyser"],
        "governing": ["Fyrpolicy"],
        "contacts": ["Pia Fyrvaktare"],
        "notes": ["Fråga hamnkaptenen om fyren"],
        "cases": ["2026-001 Föreningen Havsörnen"],
        "visits": ["B 2026-01 Grindavík"],
    }


@pytest.mark.parametrize(
    ("text", "key", "title"),
    [
        ("grindavik", "places", "Grindavík"),
        ("mållgren", "associations", "Föreningen Havsörnen"),
        ("hamnchef", "contacts", "Pia Fyrvaktare"),
        ("hamnkontoret", "contacts", "Hamnkontoret"),
        ("2026-001", "documents", "Bekräftelse till föreningen"),
        ("plan 3", "projects", "Fyrarna lyser"),
        ("P8", "rules", None),
        ("visafton", "cases", "2026-001 Föreningen Havsörnen"),
        ("island", "places", "Grindavík"),
        ("gustavia", "places", "Saint-Barthélemy"),
    ],
)
def test_a_word_of_it_is_enough(made, words, text, key, title):
    titles = found(made, words, text)[key]

    assert titles[:1] == [title] if title else len(titles) == 1


def test_the_group_that_answers_best_comes_first(made, words):
    assert next(iter(found(made, words, "grindavík"))) == "places"
    assert next(iter(found(made, words, "grindavíks vänner"))) == "associations"
    assert next(iter(found(made, words, "2026-001"))) == "cases"


def test_all_words_have_to_stand_in_one(made, words):
    assert "places" not in found(made, words, "grindavik frankrike")
    assert found(made, words, "") == found(made, words, "  ") == {}
    assert found(made, words, "zzzz") == {}


@pytest.mark.parametrize("text", ["%", "_", "' OR 1=1", '"', "\x00", "a" * 5000, "*", "()"])
def test_odd_letters_are_only_letters(made, words, text):
    search(made, text, words)


def test_the_words_around_are_shown_where_the_title_has_them_not(made, words):
    groups = {group.key: group for group in search(made, "planera", words)}
    assert groups["visits"].hits[0].snippet == ""
    groups = {group.key: group for group in search(made, "utbyte", words)}
    assert groups["networks"].hits[0].snippet == ""
    groups = {group.key: group for group in search(made, "lyser", words)}
    assert groups["projects"].hits[0].part == ""


def test_the_text_of_a_case_is_not_told_beside_the_case_itself(made, words):
    assert "documents" not in found(made, words, "visafton")


def test_cases_are_found_alike_by_index_and_by_sql(made, words):
    index = CaseIndex.load(made.store.path)

    assert found(made, words, "havsörnen", cases=index) == found(made, words, "havsörnen")


def test_at_most_so_many_of_each_are_given(made, words):
    [group] = [each for each in search(made, "o", words, most=1) if each.key == "rules"]

    assert (len(group.hits), group.more) == (1, True)


def test_without_the_words_cases_and_rules_are_still_found(made):
    assert list(found(made, None, "fyr")) == ["cases"]
    assert list(found(made, None, "P8")) == ["rules"]


@pytest.fixture
def desk(tmp_path):
    founding = FoundRegister(name="Ebba Sagolin", delegation="punkt 4.7")
    made = begin(tmp_path / "r.vanbok", founding, clock=lambda: NOW, new_uuid=Numbers())
    yield made
    made.store.close()


def test_what_is_made_changed_and_taken_back_is_caught_up(desk):
    words = load_words(desk.store.path)
    assert found(desk, words, "lysande") == {}

    do(desk, "register_network", {"name": "Lysande kuster"})
    words.catch_up(desk.store)
    assert found(desk, words, "lysande") == {"networks": ["Lysande kuster"]}

    do(desk, "change_network", {"network_id": 1, "name": "Blinkande kuster"})
    words.catch_up(desk.store)
    assert found(desk, words, "lysande") == {}
    assert found(desk, words, "blinkande") == {"networks": ["Blinkande kuster"]}

    do(desk, "take_back", {"event_id": desk.store.last_event_id})
    do(desk, "take_back", {"event_id": desk.store.last_event_id - 2})
    words.catch_up(desk.store)
    assert found(desk, words, "kuster") == {}


def test_a_place_under_a_new_name_is_found_through_what_is_done_there(desk):
    do(desk, "new_visit", {"form": "digital", "place_id": 2, "purpose": "Planera"})
    words = load_words(desk.store.path)
    assert "visits" not in found(desk, words, "sagovik")

    do(desk, "change_place", {"place_id": 2, "name": "Sagovik", "kind": "twin_town"})
    words.catch_up(desk.store)

    assert "visits" in found(desk, words, "sagovik")


def test_many_changes_are_caught_up(desk):
    words = load_words(desk.store.path)
    with mock.patch.object(word_index, "_LATE", 4):
        for at in range(12):
            do(desk, "add_note", {"day": date(2027, 1, 1 + at), "text": f"minne {at:02}"})
            if at % 5 == 0:
                words.catch_up(desk.store)
        words.catch_up(desk.store)

    assert found(desk, words, "minne 11") == {"notes": ["minne 11"]}
    assert sorted(words.query("note", "minne", 99)) == list(range(1, 13))


def test_what_is_loaded_later_finds_what_was_caught_up(desk):
    early = load_words(desk.store.path)
    for name, raw in ACTS:
        do(desk, name, raw)
    early.catch_up(desk.store)
    late = load_words(desk.store.path)

    for source in SOURCES:
        for text in ("fyr", "a", "2026", "norr"):
            assert sorted(early.query(source, text, 99)) == sorted(late.query(source, text, 99))
