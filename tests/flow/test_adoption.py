"""A guideline is adopted whole, from its data; old cases keep the version they came in under."""

from __future__ import annotations

import itertools
import json
from datetime import date, datetime
from typing import Any

import pytest

from desktop import library
from desktop.domain.problems import Refusal
from desktop.flow.ask import File
from desktop.flow.guideline_data import tree_of_version
from desktop.flow.guidelines import followers, preview, sections, version_list
from desktop.flow.registers import begin
from desktop.flow.run import plan, run
from desktop.flow.steps.founding import FoundRegister
from desktop.flow.steps.guidelines import AdoptGuideline, Cap

NOW = datetime(2026, 11, 21, 12)


def founded(tmp_path, **values):
    numbers = itertools.count(1)
    return begin(
        tmp_path / "x.vanbok",
        FoundRegister(name="Ebba Sagolin", address="Svartuddsvägen 1", **values),
        clock=lambda: NOW,
        new_uuid=lambda: f"00000000-0000-4000-8000-{next(numbers):012}",
    )


@pytest.fixture
def desk(tmp_path):
    made = founded(tmp_path)
    yield made
    made.store.close()


@pytest.fixture
def copy(tmp_path):
    """A register for Vännäs, begun from a copy of Piteå's guideline."""
    made = founded(tmp_path, municipality="Vännäs", guideline="pitea")
    yield made
    made.store.close()


def file_of(tree):
    return File(name="ny.json", content=json.dumps(tree).encode())


def adopting(tree=None, **values):
    given: dict[str, Any] = {
        "valid_from": date(2027, 1, 1),
        "adopted_on": date(2026, 11, 2),
        "data": file_of(tree) if tree is not None else None,
    }
    return AdoptGuideline(**(given | values))


def refusals(desk, command):
    with pytest.raises(Refusal) as refused:
        run(desk, command)
    return {each.field: str(each.text) for each in refused.value.problems}


def test_the_whole_data_is_adopted_and_the_old_version_stays(desk):
    tree = tree_of_version(desk, 1)
    tree["scheme"][1]["rule"][1]["cap"] = 12_000
    tree["visits"]["quota_per_period"] = 3
    run(desk, adopting(tree, paragraph="§ 9"))
    old, new = desk.guideline(1), desk.guideline(2)
    assert (old.scheme("activity_grant").cap, new.scheme("activity_grant").cap) == (10_000, 12_000)
    assert new.visits is not None
    assert (new.visits.quota_per_period, new.paragraph, new.complete) == (3, "§ 9", True)
    assert desk.in_force()[0] == 1
    assert desk.in_force(date(2027, 1, 1))[0] == 2


def test_a_part_that_was_left_out_does_not_come_back(desk):
    tree = tree_of_version(desk, 1)
    del tree["visits"], tree["work"]
    run(desk, adopting(tree))
    assert (desk.guideline(2).visits, desk.guideline(2).work) == (None, None)
    assert desk.guideline(1).visits is not None


def test_only_caps_can_be_given_as_before(desk):
    run(desk, adopting(caps=(Cap(scheme="base_grant", cap=9_000),)))
    assert desk.guideline(2).scheme("base_grant").cap == 9_000


def test_caps_and_data_go_together(desk):
    tree = tree_of_version(desk, 1)
    run(desk, adopting(tree, caps=(Cap(scheme="base_grant", cap=9_000),)))
    assert desk.guideline(2).scheme("base_grant").cap == 9_000


def test_every_problem_of_the_data_is_said_by_its_path(desk):
    tree = tree_of_version(desk, 1)
    tree["scheme"][0]["name"] = ""
    tree["visits"]["quota_per_period"] = None
    found = refusals(desk, adopting(tree))
    assert set(found) == {"data.scheme.0.name", "data.visits.quota_per_period"}


@pytest.mark.parametrize(
    "content",
    [b"nonsens", b"{", b"[1]", b"\xff\xfe", b'{"guideline": 3}', b"{}", b'{"guideline": {}}'],
)
def test_what_is_no_guideline_is_refused_in_words(desk, content):
    command = AdoptGuideline(
        valid_from=date(2027, 1, 1),
        adopted_on=date(2026, 11, 2),
        data=File(name="ny.toml", content=content),
    )
    assert "ny.toml går inte att läsa" in refusals(desk, command)["data"]


def test_data_in_the_wrong_form_never_breaks_the_program(desk):
    wrong: tuple[Any, ...] = (3, "x", [3], [{}], {"rule": [3]}, None)
    for part in ("goal", "scheme", "shared", "statement", "visits", "work"):
        for broken in wrong:
            tree = tree_of_version(desk, 1)
            tree[part] = broken
            try:
                plan(desk, adopting(tree))
            except Refusal as refused:
                assert refused.problems


def test_the_name_of_the_municipality_cannot_be_changed_by_the_data(desk):
    tree = tree_of_version(desk, 1)
    tree["guideline"] |= {"name": "Någon annan", "municipality": "other", "copied_from": "X"}
    run(desk, adopting(tree))
    it = desk.guideline(2)
    assert (it.name, it.municipality, it.copied_from) == ("Piteå", "pitea", "")


def test_what_would_change_is_told_before(desk):
    tree = tree_of_version(desk, 1)
    tree["scheme"][1]["rule"][1]["cap"] = 12_000
    told = preview(desk, adopting(tree))
    assert [str(each.label) for each in told] == ["Aktivitetsbidrag: Högsta belopp per ort och år"]


def test_a_copy_is_followed_until_an_own_one_begins_whenever_that_was(copy):
    assert copy.in_force()[1].copied_from == "Piteå"
    assert version_list(copy)[0].state == "copy"
    tree = tree_of_version(copy, 1)
    run(copy, adopting(tree, valid_from=date(2019, 6, 1), adopted_on=date(2019, 5, 20)))
    version, it = copy.in_force()
    assert (version, it.copied_from, it.name) == (2, "", "Vännäs")
    assert copy.in_force(date(2020, 1, 1))[0] == 2
    assert copy.in_force(date(2018, 1, 1))[0] == 1
    assert [each.state for each in version_list(copy)] == ["now", "past"]


def test_a_copy_can_be_adopted_as_it_stands(copy):
    run(copy, adopting(valid_from=date(2026, 1, 1), adopted_on=date(2025, 12, 1)))
    it = copy.in_force()[1]
    assert (it.copied_from, it.visits is not None, it.dnr) == ("", True, "")


def test_an_empty_register_gets_its_schemes_with_their_reasons(tmp_path):
    desk = founded(tmp_path, municipality="Vännäs", guideline="empty")
    assert desk.in_force()[1].schemes == ()
    tree = tree_of_version(desk, 1)
    fund = library.municipality("skelleftea").guideline["scheme"][0]
    tree["scheme"] = json.loads(json.dumps(fund and [fund], default=str))
    run(desk, adopting(tree, valid_from=date(2026, 1, 1), adopted_on=date(2025, 12, 1)))
    keys = {row[0] for row in desk.store.rows("select key from reason")}
    assert "fund_costs" in keys
    desk.store.close()


def test_rules_are_read_section_by_section_each_once(desk):
    found = {each.key: each for each in sections(desk.in_force()[1])}
    keys = ["shared", "scheme:base_grant", "scheme:activity_grant", "visits"]
    assert list(found)[:4] == keys
    rules = [rule.rule.id for each in found.values() for rule in each.rules]
    assert set(rules) == {f"P{number}" for number in range(1, 15)}
    assert all(str(rule.sentence).endswith(".") for each in found.values() for rule in each.rules)


def test_nobody_follows_a_version_that_begins_later(desk):
    run(desk, adopting(tree_of_version(desk, 1)))
    assert followers(desk, 2) == []
