"""A guideline is changed as data: values, parts, copies; judged and told in plain words."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from desktop import library
from desktop.domain.guideline import parse
from desktop.domain.guideline_diff import differences
from desktop.domain.guideline_edit import (
    adopted,
    copied,
    empty,
    empty_scheme,
    free_key,
    moved,
    running_name,
    short_name,
    tree_of,
    value_at,
    whole_scheme,
    with_goal,
    with_item,
    with_scheme,
    with_value,
    without,
)
from desktop.domain.guideline_fields import (
    COSTS,
    HEAD_FIELDS,
    LINE_FIELDS,
    TYPE_FIELDS,
    VISITS_FIELDS,
    costs,
    shown_in,
    taken_in,
)
from desktop.domain.guideline_judging import judge
from desktop.domain.guideline_parts import free_number, new_rule, spots
from desktop.domain.rule_kind import RulePart
from desktop.domain.rule_kinds import KINDS
from desktop.domain.toml_text import to_toml

KEYS = [each.key for each in library.municipalities()]


@pytest.fixture
def pitea():
    return tree_of(library.municipality("pitea").guideline)


def said(tree):
    return {each.field: str(each.text) for each in judge(tree)}


@pytest.mark.parametrize("key", KEYS)
def test_every_ready_guideline_is_without_problems_and_differs_from_itself_in_nothing(key):
    tree = tree_of(library.municipality(key).guideline)
    assert judge(tree) == ()
    assert differences(tree, tree) == ()


@pytest.mark.parametrize("key", KEYS)
def test_every_ready_guideline_goes_to_toml_and_back(key):
    tree = tree_of(library.municipality(key).guideline)
    assert tomllib.loads(to_toml(tree)) == tree


def test_a_value_is_changed_and_the_old_tree_is_left(pitea):
    new = with_value(pitea, ("scheme", 0, "rule", 0, "cap"), 15_000)
    assert value_at(new, ("scheme", 0, "rule", 0, "cap")) == 15_000
    assert value_at(pitea, ("scheme", 0, "rule", 0, "cap")) == 10_000


def test_none_takes_a_key_away(pitea):
    assert "committee" not in with_value(pitea, ("guideline", "committee"), None)["guideline"]


def test_items_come_go_and_move(pitea):
    more = with_goal(pitea)
    assert len(more["goal"]) == 7
    assert without(more, ("goal", 6)) == pitea
    first = moved(pitea, ("goal", 5), -5)["goal"][0]["key"]
    assert first == "knowledge"
    assert moved(pitea, ("goal", 0), -1) == pitea


def test_a_scheme_from_another_municipality_brings_its_rules_but_none_twice(pitea):
    fund = whole_scheme(library.municipality("skelleftea").guideline, "school_fund")
    new = with_scheme(pitea, fund)
    kinds = [rule["kind"] for rule in new["scheme"][2]["rule"]]
    assert "yearly_frame" in kinds
    assert "goals" not in kinds
    assert said(new) == {}


def test_two_copies_of_a_scheme_have_keys_of_their_own_but_must_be_named_apart(pitea):
    new = with_scheme(pitea, pitea["scheme"][0])
    assert [each["key"] for each in new["scheme"]][2] == "base_grant_2"
    assert said(new) == {
        "scheme.2.name": "Namn – ett annat bidrag heter så – skriv ett annat namn."
    }


def test_a_copy_for_another_municipality_has_none_of_the_others_decision(pitea):
    tree = copied(pitea, "vannas", "Vännäs", date(2026, 11, 21))
    it = parse(tree)
    assert (it.municipality, it.name, it.copied_from) == ("vannas", "Vännäs", "Piteå")
    assert (it.paragraph, it.dnr) == ("", "")
    assert (it.adopted_on, it.valid_to) == (None, None)
    own = parse(adopted(tree, {"valid_from": "2026-01-01", "body": "KF", "paragraph": ""}))
    assert (own.copied_from, own.complete) == ("", True)


def test_an_adoption_without_its_paragraph_takes_none_from_the_version_before(pitea):
    new = adopted(pitea, {"valid_from": "2027-01-01", "paragraph": "", "dnr": None})

    assert {"paragraph", "dnr", "copied_from"}.isdisjoint(new["guideline"])
    assert new["guideline"]["title"] == pitea["guideline"]["title"]


def test_the_first_form_of_grant_of_a_guideline_without_any(pitea):
    bare = without(pitea, ("scheme",))

    assert with_scheme(bare, pitea["scheme"][0])["scheme"][0]["key"] == "base_grant"


def test_an_empty_guideline_can_be_read_and_is_without_problems():
    tree = empty("nystad", "Nystad", date(2026, 1, 1))
    assert judge(tree) == ()
    assert parse(tree).schemes == ()


def test_what_is_missing_is_said_by_its_path(pitea):
    new = with_scheme(pitea, empty_scheme())
    rule = new_rule(new, RulePart.GRANT, KINDS[RulePart.GRANT]["per_person_day"])
    new = with_item(new, ("scheme", 2, "rule"), rule)
    found = said(new)
    assert {"scheme.2.name", "scheme.2.definite", "scheme.2.short"} <= set(found)
    assert "scheme.2.rule.0.paragraph" in found
    assert found["scheme.2.rule.0.cap_per_person_day"].startswith("Högst per person och dag – ")


@pytest.mark.parametrize(
    ("path", "value", "where"),
    [
        (("scheme", 0, "per_place"), False, "scheme.0.per_place"),
        (("scheme", 1, "activity"), False, "scheme.1.rule.2"),
        (("scheme", 0, "applicants"), [], "scheme.0.applicants"),
        (("scheme", 0, "applicants"), ["association", "municipal_school"], "scheme.0.applicants"),
        (("guideline", "committee"), None, "guideline.committee"),
        (("guideline", "minimum_goals"), 9, "guideline.minimum_goals"),
        (("guideline", "title"), "", "guideline.title"),
        (("visits", "quota_per_period"), None, "visits.quota_per_period"),
        (("visits", "report_months"), "två", "visits.report_months"),
        (("scheme", 0, "rule", 0, "cap"), "mycket", "scheme.0.rule.0.cap"),
        (("goal", 0, "text"), "", "goal.0.text"),
        (("work", "networks"), {"review_months": 0}, "work.networks.review_months"),
        (("goal",), [], "guideline.minimum_goals"),
        (("visits", "line", 0, "guest_share"), 101, "visits.line.0.guest_share"),
        (("shared", 0, "title"), " ", "shared.0.title"),
        (("shared", 0, "id"), None, "shared.0.id"),
        (("shared", 0, "text"), "x" * 20_001, "shared.0.text"),
        (("shared", 0, "kind"), "horoscope", "shared.0"),
        (("shared", 0, "kind"), "payee", "shared.0"),
    ],
)
def test_what_parts_need_of_each_other_is_said_where_it_is_mended(pitea, path, value, where):
    assert where in said(with_value(pitea, path, value))


def test_two_pots_in_one_scheme_are_one_too_many(pitea):
    pot = {**pitea["scheme"][1]["rule"][1]}
    assert "2 regler" in said(with_item(pitea, ("scheme", 0, "rule"), pot))["scheme.0"]


def test_a_ceiling_without_its_unit_is_asked_for_it(pitea):
    new = with_value(pitea, ("visits", "line", 2, "ceiling_ore"), 90_000)
    assert said(new)["visits.line.2.ceiling_unit"].startswith("Logi: Taket räknas")


def test_differences_are_told_as_now_and_new(pitea):
    new = with_value(pitea, ("scheme", 0, "rule", 0, "cap"), 15_000)
    new = with_value(new, ("visits", "line", 3, "payer"), "shared")
    new = without(new, ("shared", 4))
    new = with_value(new, ("visits", "quota_per_period"), 2)
    told = [(str(each.label), str(each.old), str(each.new)) for each in differences(pitea, new)]
    assert [each[0] for each in told] == [
        "Regel",
        "Grundbidrag: Högsta belopp, delas lika",
        "Resor per ort och mandatperiod",
        "Kost",
    ]
    assert told[0][2] == "tas bort"
    assert "15\u00a0000\u00a0kr" in told[1][2]
    assert told[2][1:] == ("1", "2")
    assert told[3][1:] == ("Värd", "Delas, gästen 50 %")


def test_a_new_scheme_is_told_with_each_of_its_rules(pitea):
    fund = whole_scheme(library.municipality("skelleftea").guideline, "school_fund")
    told = differences(pitea, with_scheme(pitea, fund))
    assert str(told[0].new) == "Fonden för internationellt skolutbyte"
    assert all(each.new_rule for each in told[1:])
    assert len(told) == 6


@pytest.mark.parametrize(
    ("written", "kept"), [("2", 2), ("", None), ("två", "två"), (" 12 ", 12), ("-1", "-1")]
)
def test_what_is_typed_becomes_a_number_nothing_or_stays_as_it_was_typed(written, kept):
    assert taken_in(VISITS_FIELDS[0], written) == kept


@pytest.mark.parametrize(
    ("fields", "key", "written", "kept"),
    [
        (HEAD_FIELDS, "title", " ", ""),
        (HEAD_FIELDS, "title", " Policy ", "Policy"),
        (HEAD_FIELDS, "owner", "", None),
        (HEAD_FIELDS, "committee", "", ""),
        (HEAD_FIELDS, "account_parts", "Ansvar / Fri,Objekt", ["Ansvar", "Fri", "Objekt"]),
        (HEAD_FIELDS, "account_parts", " ", None),
        (TYPE_FIELDS, "costs", "Mat", {"mat": "Mat"}),
        (LINE_FIELDS, "guest_share", "40 %", 40),
        (LINE_FIELDS, "ceiling_ore", "1 200 KR", 120_000),
        (LINE_FIELDS, "ceiling_ore", "", None),
        (LINE_FIELDS, "ceiling_ore", "½", "½"),
        (VISITS_FIELDS, "near_first", False, False),
    ],
)
def test_what_is_typed_is_taken_in_as_its_field_is(fields, key, written, kept):
    (field,) = (each for each in fields if each.key == key)

    assert taken_in(field, written) == kept


def test_types_of_cost_keep_their_keys_when_others_are_added():
    known = {"food": "Middagar", "gifts": "Gåvor"}
    assert costs("Gåvor, Resor, Middagar", known) == {
        "gifts": "Gåvor",
        "resor": "Resor",
        "food": "Middagar",
    }


def test_a_sum_in_ore_is_shown_in_kronor():
    assert shown_in(LINE_FIELDS[2], 90_000) == 900
    assert taken_in(LINE_FIELDS[2], "900 kr") == 90_000


def test_numbers_and_keys_are_free(pitea):
    assert free_number(pitea) == "P15"
    assert free_number(empty("x", "X", date(2026, 1, 1))) == "R1"
    assert free_key("Årets resor", ["arets_resor"]) == "arets_resor_2"


@pytest.mark.parametrize(
    ("name", "running", "short"),
    [
        ("Resebidrag", "resebidraget", "Rese"),
        ("Internationell fond", "internationell fonden", "Internationell"),
        ("Stipendium", "stipendiet", "Stipendium"),
        ("Ungas väg ut", "ungas väg ut", "Ungas"),
    ],
)
def test_a_name_proposes_its_other_forms(name, running, short):
    assert (running_name(name), short_name(name)) == (running, short)


def test_every_kind_of_rule_can_be_begun_and_says_something(pitea):
    for part, kinds in KINDS.items():
        for kind in kinds.values():
            rule = new_rule(pitea, part, kind)
            assert rule["title"]
            assert rule["gate"] in (kind.gates or (kind.gate,))


def test_every_rule_of_the_tree_is_found(pitea):
    assert len(list(spots(pitea))) == sum(
        len(each)
        for each in (
            pitea["shared"],
            *(scheme["rule"] for scheme in pitea["scheme"]),
            pitea["visits"]["rule"],
            pitea["work"].get("rule", ()),
            pitea["statement"],
        )
    )
    assert len(COSTS) == 12


def test_a_ceiling_with_its_unit_is_asked_for_nothing_more(pitea):
    new = with_value(pitea, ("visits", "line", 2, "ceiling_ore"), 90_000)

    assert said(with_value(new, ("visits", "line", 2, "ceiling_unit"), "night")) == {}
