"""What a typed name is like, and that it is told where the guideline asks for it (S8)."""

from __future__ import annotations

from datetime import datetime

import pytest

from db.check import check
from desktop.flow.established import Known
from desktop.flow.registers import begin
from desktop.flow.run import run
from desktop.flow.similar import alike, other_names, rule_of, similar
from desktop.flow.steps.associations import AddAssociation
from desktop.flow.steps.founding import FoundRegister
from desktop.flow.steps.places import AddPlace, ChangePlace
from tests.flow.coordinator import Numbers

NAMES = (
    "Raahe",
    "Rana",
    "Saint-Barthélemy",
    "Grindavík",
    "Vesthimmerland",
    "Föreningen Havsörnen",
    "Körsällskapet Trollsländan",
    "Vänortsföreningen Lönnbacken",
    "Ugglegymnasiet",
)
KNOWN = [Known(kind="place", id=at, name=name) for at, name in enumerate(NAMES, 1)]


def names(typed):
    return [each.known.name for each in alike(typed, KNOWN)]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Raahe", "Raahe"),
        ("raahe", "Raahe"),
        ("Brahestad", "Raahe"),
        ("Brahesta", "Raahe"),
        ("Mo i Rana", "Rana"),
        ("Grindavik", "Grindavík"),
        ("Grinda", "Grindavík"),
        ("St Barthelemy", "Saint-Barthélemy"),
        ("Saint Barthelemy", "Saint-Barthélemy"),
        ("Gustavia", "Saint-Barthélemy"),
        ("Løgstør", "Vesthimmerland"),
        ("Vesthimmerlands kommun", "Vesthimmerland"),
        ("Havsornen", "Föreningen Havsörnen"),
        ("Vänföreningen Havsörnen", "Föreningen Havsörnen"),
        ("Kören Trollsländan", "Körsällskapet Trollsländan"),
        ("Lönbacken", "Vänortsföreningen Lönnbacken"),
        ("Uggelgymnasiet", "Ugglegymnasiet"),
    ],
)
def test_what_is_there_already_is_found(typed, found):
    assert names(typed)[:1] == [found]


@pytest.mark.parametrize(
    "typed", ["", "Ra", "Rovaniemi", "Föreningen", "Föreningen Lingonet", "Tartu", "Skolan", "123"]
)
def test_nothing_is_found_for_what_is_like_nothing(typed):
    assert names(typed) == []


def test_the_other_name_is_told():
    [found] = alike("Brahestad", KNOWN)

    assert (str(found.words), found.other_name) == ("Raahe (Brahestad)", "Brahestad")


def test_at_most_three_are_shown_the_likest_first():
    many = [Known(kind="network", id=n, name=f"Nordiska kuststäder {n}") for n in range(1, 9)]

    found = alike("Nordiska kuststäder 4", many)

    assert len(found) == 3
    assert found[0].known.id == 4
    assert [each.score for each in found] == sorted((e.score for e in found), reverse=True)


def test_every_town_has_more_names_than_one_and_none_twice():
    assert all(len(set(each)) == len(each) > 1 for each in other_names().values())


def desk_of(tmp_path, key):
    return begin(
        tmp_path / f"{key}.vanbok",
        FoundRegister(name="Ebba Sagolin", guideline=key),
        clock=lambda: datetime(2026, 11, 21, 12),
        new_uuid=Numbers(),
    )


@pytest.fixture
def skelleftea(tmp_path):
    desk = desk_of(tmp_path, "skelleftea")
    yield desk
    desk.store.close()


@pytest.fixture
def pitea(tmp_path):
    desk = desk_of(tmp_path, "pitea")
    yield desk
    desk.store.close()


def test_a_new_place_like_a_known_one_is_registered_and_it_is_told(skelleftea):
    outcome = run(skelleftea, AddPlace(name="Brahestad", kind="other"))

    assert "Liknande kontakter visades: Raahe (Brahestad) (S8)" in str(outcome.text)
    assert outcome.event.text == str(outcome.text)
    assert check(skelleftea.store) == []


def test_a_place_like_no_other_is_registered_without_a_word_more(skelleftea):
    outcome = run(skelleftea, AddPlace(name="Tartu", kind="other"))

    assert "Liknande" not in str(outcome.text)


def test_a_changed_place_is_not_compared_with_itself(skelleftea):
    outcome = run(skelleftea, ChangePlace(place_id=1, name="Raahe", kind="twin_town", country="FI"))

    assert "Liknande" not in str(outcome.text)


def test_without_such_a_rule_it_is_shown_and_not_noted(pitea):
    assert [each.known.name for each in similar(pitea, "add_place", "Grindavik")] == ["Grindavík"]
    assert rule_of(pitea, "add_place") is None

    outcome = run(pitea, AddAssociation(name="Föreningen Havsörnen", place_ids=(1,)))
    again = run(pitea, AddAssociation(name="Sällskapet Havsörnen", place_ids=(1,)))

    assert "Liknande" not in str(outcome.text) + str(again.text)


def test_the_rule_is_cited_with_its_paragraph(skelleftea):
    for act in ("add_place", "add_school", "register_network"):
        rule = rule_of(skelleftea, act)
        assert rule is not None
        assert (rule.id, rule.paragraph) == ("S8", "Arbetssätt, andra stycket")
    assert rule_of(skelleftea, "set_officer") is None


def test_the_name_of_a_known_place_is_chosen_and_not_like_it(skelleftea):
    assert similar(skelleftea, "register_school_application", "raahe") == []
    [found] = similar(skelleftea, "register_school_application", "Brahestad")
    assert found.known.name == "Raahe"
