"""A guideline is data: read whole or said to be broken, followed by day, never edited."""

from __future__ import annotations

import copy
from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.errors import BrokenGuideline
from desktop.domain.guideline import amended, from_json, in_force, parse, to_json
from desktop.domain.rules import RULES
from tests.domain.facts import guideline, kept, pitea


def test_pitea_as_adopted():
    version = guideline()

    assert version.cited().shown(str) == "Kommunstyrelsen 2022-10-10 § 164"
    assert (version.dnr, version.valid_to) == ("22KS336", date(2026, 9, 30))
    assert len(version.goals) == 6
    assert {scheme.key: scheme.cap for scheme in version.schemes} == {
        "activity_grant": 10_000,
        "base_grant": 10_000,
    }
    assert [scheme.key for scheme in version.schemes if scheme.round] == ["base_grant"]
    assert [scheme.key for scheme in version.schemes if scheme.activity] == ["activity_grant"]


def test_every_rule_is_of_a_kind_we_have_and_says_where_it_stands():
    for scheme in guideline().schemes:
        for rule in scheme.rules:
            assert rule.kind in RULES
            assert rule.id.startswith("P")
            assert rule.title
            assert rule.paragraph
            assert rule.short
            assert rule.text
    assert {each.id for each in guideline().statements} == {"P10", "P11", "P12", "P13", "P14"}


def test_only_the_annual_report_can_be_exempted():
    rules = {(r.id, r.overridable) for scheme in guideline().schemes for r in scheme.rules}

    assert {name for name, overridable in rules if overridable} == {"P8"}


def test_rules_come_gate_by_gate_in_their_order():
    gates = ["decision", "payment", "closing"]

    for scheme in guideline().schemes:
        places = [(gates.index(rule.gate), rule.order) for rule in scheme.rules]
        assert places == sorted(places)


def test_what_the_register_keeps_reads_back_the_same():
    assert from_json(to_json(pitea())) == guideline()


@pytest.mark.parametrize(
    "path",
    [
        ("guideline",),
        ("guideline", "valid_from"),
        ("guideline", "committee"),
        ("scheme", 0, "definite"),
        ("scheme", 0, "rule", 0, "title"),
        ("shared", 0, "paragraph"),
        ("goal", 0, "text"),
    ],
)
def test_a_file_that_lacks_something_is_broken(path):
    data = copy.deepcopy(pitea())
    part = data
    for step in path[:-1]:
        part = part[step]
    del part[path[-1]]

    with pytest.raises(BrokenGuideline):
        parse(data)


@pytest.mark.parametrize(
    ("key", "value"), [("valid_from", "i höstas"), ("valid_to", "2026-02-30"), ("adopted_on", None)]
)
def test_a_day_that_is_none_is_broken(key, value):
    data = pitea()
    data["guideline"][key] = value

    with pytest.raises(BrokenGuideline):
        parse(data)


def test_a_new_version_has_its_own_head_and_caps_and_leaves_the_old_data_alone():
    data = pitea()
    before = copy.deepcopy(data)

    new = parse(
        amended(data, {"valid_from": "2027-01-01", "valid_to": None}, {"base_grant": 12_000})
    )

    assert data == before
    assert new.scheme("base_grant").cap == 12_000
    assert new.scheme("activity_grant").cap == 10_000
    assert (new.valid_from, new.valid_to) == (date(2027, 1, 1), None)
    assert new.goals == guideline().goals


@pytest.mark.parametrize(
    ("day", "followed"),
    [("2020-01-01", 1), ("2022-10-10", 1), ("2026-12-31", 1), ("2027-01-01", 2), ("2031-01-01", 3)],
)
def test_the_latest_begun_is_in_force_and_before_all_of_them_the_first(day, followed):
    old = guideline()
    versions = [
        (3, replace(old, valid_from=date(2030, 1, 1))),
        (1, old),
        (2, replace(old, valid_from=date(2027, 1, 1))),
    ]

    assert in_force(versions, date.fromisoformat(day))[0] == followed


def test_it_has_lapsed_the_day_after_its_last():
    version = guideline()

    assert not version.lapsed(date(2026, 9, 30))
    assert version.lapsed(date(2026, 10, 1))
    assert not replace(version, valid_to=None).lapsed(date(2099, 1, 1))


def test_a_scheme_it_does_not_have():
    with pytest.raises(KeyError):
        guideline().scheme("school_fund")


@pytest.mark.parametrize(
    ("day", "followed"), [("2019-01-01", 2), ("2026-12-31", 2), ("2027-01-01", 1)]
)
def test_one_taken_over_is_followed_until_an_own_one_begins(day, followed):
    own = replace(guideline(), valid_from=date(2027, 1, 1))
    taken = replace(guideline(), valid_from=date(2030, 1, 1), copied_from="Piteå")

    assert in_force([(1, own), (2, taken)], date.fromisoformat(day))[0] == followed


def test_a_guideline_knows_who_can_apply_for_anything():
    fund = parse(kept("skelleftea"))

    assert (guideline().associations, guideline().schools) == (True, False)
    assert (fund.associations, fund.schools) == (False, True)
