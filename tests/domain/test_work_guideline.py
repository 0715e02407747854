"""The part of a guideline on the whole work: read whole or said to be broken, merged when older."""

from __future__ import annotations

import copy
from datetime import date
from typing import Any

import pytest

from desktop import library
from desktop.domain.errors import BrokenGuideline
from desktop.domain.guideline import Guideline, from_json, parse, to_json, with_work
from desktop.domain.rule_kind import RulePart
from desktop.domain.rule_kinds import kind_of
from desktop.domain.work_guideline import NO_WORK, MonthDay, WorkRules, work_rules

KEYS = ("pitea", "skelleftea", "umea", "uppsala", "upplands-bro")


def data(key: str) -> dict[str, Any]:
    return copy.deepcopy(dict(library.municipality(key).guideline))


def work(key: str) -> WorkRules:
    return work_rules(parse(data(key)))


def changed(key: str, **part: Any) -> Guideline:
    whole = data(key)
    return parse({**whole, "work": {**whole["work"], **part}})


@pytest.mark.parametrize("key", KEYS)
def test_every_rule_of_the_work_is_of_a_known_kind_and_says_where_it_stands(key):
    for rule in work(key).rules:
        assert kind_of(RulePart.WORK, rule.kind) is not None, rule.kind
        assert rule.on in (kind_of(RulePart.WORK, rule.kind) or rule).on
        assert rule.title
        assert rule.paragraph
        assert rule.short
        assert rule.text


@pytest.mark.parametrize("key", KEYS)
def test_what_the_register_keeps_of_it_reads_back_the_same(key):
    kept = from_json(to_json(data(key)))

    assert (kept.work, kept.visits) == (work(key), parse(data(key)).visits)


def test_umea_as_its_programme_says():
    umea = parse(data("umea"))

    assert [goal.short for goal in umea.goals] == [
        "Påverkan och omvärldsbevakning",
        "Positionering och näringsliv",
        "Internationella Umeå",
        "Verksamhetsutveckling",
    ]
    assert (umea.adopted_on, umea.valid_to, umea.schemes) == (None, None, ())
    it = work("umea")
    assert it.agenda_goals
    assert it.council_decides_twin_towns
    assert it.review == "mandate_period"
    assert it.area_required == frozenset()
    assert it.follow_up is not None
    assert it.follow_up.asked == ("board", "company")
    assert it.follow_up.answer_by.within(2027) == date(2027, 1, 31)


def test_uppsala_asks_nobody_and_adopts_nothing_that_its_text_does_not_say():
    uppsala = parse(data("uppsala"))

    assert uppsala.dnr == "KSN-2014-0129"
    assert (uppsala.body, uppsala.adopted_on) == ("", None)
    assert [goal.short for goal in uppsala.goals] == [
        "Verksamhetsutveckling",
        "Näringslivsutveckling och positionering",
        "Bevakning och påverkan",
    ]
    assert (work("uppsala").follow_up, work("uppsala").plans) == (None, None)


def test_upplands_bro_has_plans_and_contacts_and_no_areas():
    bro = parse(data("upplands-bro"))

    assert (str(bro.adopted_on), bro.body) == ("2020-02-12", "Kommunfullmäktige")
    assert bro.goals == ()
    it = work("upplands-bro")
    assert it.plans is not None
    assert it.plans.of == ("board", "company")
    assert it.contacts is not None
    assert it.contacts.of == ("office",)
    assert it.networks is None


def test_skelleftea_requires_an_area_for_every_activity():
    it = work("skelleftea")

    assert it.area_required == {"visit", "project", "grant"}
    assert it.plans is not None
    assert it.rules_on("plan") == ()


def test_a_version_from_before_gets_the_part_that_was_written_down_later():
    old = data("skelleftea")
    part = old.pop("work")
    version = parse(old)

    assert version.work is None
    assert work_rules(version) is NO_WORK
    assert with_work(version, part).work == work("skelleftea")
    assert with_work(version, None).work is None
    assert library.work_part("skelleftea", date(2026, 1, 1)) == part
    assert library.work_part("skelleftea", date(2014, 12, 31)) is None
    assert library.work_part("../umea", date(2026, 1, 1)) is None


def test_a_version_that_has_the_part_keeps_its_own():
    own = changed("umea", agenda_goals=False)

    assert with_work(own, data("umea")["work"]) is own


@pytest.mark.parametrize(
    "part",
    [
        {"area_required": ["soul"]},
        {"plans": {"of": ["club"]}},
        {"plans": {}},
        {"projects": {"kinds": ["war"]}},
        {"networks": {}},
        {"review": {"every": "now and then"}},
        {"follow_up": {"asked": ["board"]}},
        {
            "follow_up": {
                "asked": ["board"],
                "answer_by": "02-30",
                "report_by": "02-28",
                "reported_to": "kommunstyrelsen",
            }
        },
        {"rule": [{"id": "U9", "title": "Nytt", "paragraph": "1", "gate": "note"}]},
        {"rule": [{"id": "U9", "title": "Nytt", "paragraph": "1", "on": "project"}]},
    ],
)
def test_a_part_that_lacks_something_or_names_what_is_not_there_is_broken(part):
    with pytest.raises(BrokenGuideline):
        changed("umea", **part)


def test_a_day_of_the_year_comes_back_and_is_shown_as_it_was_written():
    day = MonthDay.read("02-29")

    assert (day.within(2027), day.within(2028)) == (date(2027, 2, 28), date(2028, 2, 29))
    assert str(day) == "02-29"
