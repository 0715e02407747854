"""Every key of a guideline's data is read to its place, and what is left out has its default."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.applicants import ApplicantKind
from desktop.domain.cost_types import CostType
from desktop.domain.guideline import (
    ApplicationType,
    Guideline,
    RuleData,
    Scheme,
    parse,
    read_rule,
    to_json,
    with_visits,
    with_work,
)
from desktop.domain.guideline import CostType as KindOfCost
from desktop.domain.visit_guideline import PLAIN, MatrixLine, VisitRules, parse_visits
from desktop.domain.visit_words import CeilingUnit, Payer
from desktop.domain.work_guideline import (
    NO_WORK,
    BodyTerms,
    FollowUpTerms,
    MonthDay,
    NetworkTerms,
    ProjectTerms,
    WorkRules,
    parse_work,
)

BARE_RULE = {"id": "X1", "title": "Regeln", "paragraph": "1 Påhitt"}
WHOLE_RULE = {
    **BARE_RULE,
    "kind": "cap",
    "gate": "payment",
    "short": "1",
    "text": "Så står det.",
    "order": 7,
    "overridable": True,
    "on": "project",
    "cap": 10_000,
}
BARE = RuleData(
    id="X1",
    kind="statement",
    gate="decision",
    title="Regeln",
    paragraph="1 Påhitt",
    short="1 Påhitt",
    text="",
    order=50,
    overridable=False,
    on="",
    figures={},
)
WHOLE = RuleData(
    id="X1",
    kind="cap",
    gate="payment",
    title="Regeln",
    paragraph="1 Påhitt",
    short="1",
    text="Så står det.",
    order=7,
    overridable=True,
    on="project",
    figures={"cap": 10_000},
)
BARE_SCHEME = {
    "key": "grant",
    "name": "Bidraget",
    "short": "Bidrag",
    "definite": "bidraget",
    "activity": False,
    "rule": [],
}
BARE_HEAD = {
    "municipality": "sagostad",
    "name": "Sagostad",
    "title": "Riktlinjer",
    "body": "KS",
    "valid_from": "2026-01-01",
    "committee": "",
}


@pytest.mark.parametrize(("data", "rule"), [(BARE_RULE, BARE), (WHOLE_RULE, WHOLE)])
def test_a_rule_is_read_key_by_key(data, rule):
    assert read_rule(data) == rule


def test_a_bare_guideline_has_every_default():
    found = parse({"guideline": BARE_HEAD, "scheme": [BARE_SCHEME]})

    assert found == Guideline(
        municipality="sagostad",
        name="Sagostad",
        title="Riktlinjer",
        body="KS",
        adopted_on=None,
        paragraph="",
        dnr="",
        owner="",
        valid_from=date(2026, 1, 1),
        valid_to=None,
        committee="",
        minimum_goals=1,
        goals=(),
        schemes=(
            Scheme(
                key="grant",
                name="Bidraget",
                short="Bidrag",
                definite="bidraget",
                activity=False,
                round=False,
                cap=0,
                per_place=True,
                applicants=(ApplicantKind.ASSOCIATION,),
                decided_by_board=False,
                grant="",
                document="",
                types=(),
                rules=(),
            ),
        ),
        statements=(),
        account_parts=(),
        copied_from="",
        complete=False,
        visits=None,
        work=None,
    )


def test_a_whole_guideline_is_read_key_by_key():
    head = {
        **BARE_HEAD,
        "adopted_on": "2025-12-01",
        "paragraph": "§ 7",
        "dnr": "KS 2025-9",
        "owner": "Kansliet",
        "valid_to": "2029-12-31",
        "committee": "Kommittén",
        "minimum_goals": 2,
        "account_parts": ["Ansvar", "Fri"],
        "copied_from": "Piteå",
        "complete": True,
    }
    scheme = {
        **BARE_SCHEME,
        "activity": True,
        "per_place": False,
        "applicants": ["municipal_school"],
        "decided_by": "board",
        "grant": "fondens pengar",
        "document": "Fondens regler",
        "type": [{"key": "trip", "name": "Resa", "costs": {"food": "Mat"}}],
        "rule": [WHOLE_RULE, {**BARE_RULE, "kind": "sharing", "order": 9, "cap": 1}],
    }

    found = parse({"guideline": head, "scheme": [scheme], "statement": [BARE_RULE]})

    assert (found.adopted_on, found.valid_to) == (date(2025, 12, 1), date(2029, 12, 31))
    assert (found.paragraph, found.dnr, found.owner) == ("§ 7", "KS 2025-9", "Kansliet")
    assert (found.committee, found.minimum_goals) == ("Kommittén", 2)
    assert found.account_parts == ("Ansvar", "Fri")
    assert (found.copied_from, found.complete) == ("Piteå", True)
    assert found.statements == (BARE,)
    made = found.scheme("grant")
    assert (made.activity, made.per_place, made.decided_by_board) == (True, False, True)
    assert (made.round, made.cap) == (True, 1)
    assert made.applicants == (ApplicantKind.MUNICIPAL_SCHOOL,)
    assert (made.grant, made.document) == ("fondens pengar", "Fondens regler")
    food = KindOfCost(key="food", name="Mat")
    assert made.types == (ApplicationType(key="trip", name="Resa", costs=(food,)),)
    assert [each.gate for each in made.rules] == ["decision", "payment"]


def test_rules_stand_by_gate_then_by_order_and_the_shared_ones_among_them():
    rules = [
        {**BARE_RULE, "id": "late", "gate": "closing", "order": 1},
        {**BARE_RULE, "id": "second", "order": 20},
        {**BARE_RULE, "id": "paid", "gate": "payment"},
    ]
    shared = [{**BARE_RULE, "id": "first", "order": 10}, {**BARE_RULE, "id": "last"}]

    found = parse(
        {"guideline": BARE_HEAD, "scheme": [{**BARE_SCHEME, "rule": rules}], "shared": shared}
    )

    stands = [each.id for each in found.schemes[0].rules]
    assert stands == ["first", "second", "last", "paid", "late"]


def test_visits_are_read_key_by_key():
    line = {
        "cost_type": "lodging",
        "payer": "shared",
        "guest_share": 40,
        "ceiling_ore": 95_000,
        "ceiling_unit": "night",
        "note": "högst tre nätter",
    }
    data = {
        "quota_per_period": 2,
        "council_period": True,
        "project_outside": False,
        "near_first": True,
        "report_months": 3,
        "to_working_day": False,
        "endless_warns": True,
        "ending_months": 9,
        "line": [line, {"cost_type": "gifts", "payer": "own"}],
        "rule": [{**BARE_RULE, "order": 60}, WHOLE_RULE],
    }

    assert parse_visits(data, read_rule) == VisitRules(
        quota_per_period=2,
        council_period=True,
        project_outside=False,
        near_first=True,
        report_months=3,
        to_working_day=False,
        endless_warns=True,
        ending_months=9,
        lines=(
            MatrixLine(
                cost_type=CostType.LODGING,
                payer=Payer.SHARED,
                guest_share=40,
                ceiling_ore=95_000,
                ceiling_unit=CeilingUnit.NIGHT,
                note="högst tre nätter",
            ),
            MatrixLine(cost_type=CostType.GIFTS, payer=Payer.OWN),
        ),
        rules=(WHOLE, read_rule({**BARE_RULE, "order": 60})),
    )


def test_visits_without_a_word_follow_custom():
    assert parse_visits({"rule": []}, read_rule) == PLAIN
    assert parse_visits({}, read_rule) is None
    assert parse_visits(None, read_rule) is None


def test_the_whole_work_is_read_key_by_key():
    data = {
        "areas_title": "Områden",
        "agenda_goals": True,
        "area_required": ["visit", "project"],
        "networks": {"review_months": 24},
        "projects": {"kinds": ["eu", "aid"]},
        "plans": {"of": ["board"]},
        "contacts": {"of": ["office"]},
        "documents": True,
        "follow_up": {
            "asked": ["board", "company"],
            "answer_by": "01-31",
            "report_by": "03-15",
            "reported_to": "kommunstyrelsen",
        },
        "review": {"every": "mandate_period"},
        "council_decides_twin_towns": True,
        "rule": [
            {**WHOLE_RULE, "gate": "note", "order": 9},
            {**WHOLE_RULE, "id": "X0", "gate": "entry", "order": 8},
        ],
    }

    found = parse_work(data, read_rule)

    assert found is not None
    assert [each.id for each in found.rules] == ["X0", "X1"]
    assert found == WorkRules(
        areas_title="Områden",
        agenda_goals=True,
        area_required=frozenset({"visit", "project"}),
        networks=NetworkTerms(review_months=24),
        projects=ProjectTerms(kinds=("eu", "aid")),
        plans=BodyTerms(of=("board",)),
        contacts=BodyTerms(of=("office",)),
        documents=True,
        follow_up=FollowUpTerms(
            asked=("board", "company"),
            answer_by=MonthDay(month=1, day=31),
            report_by=MonthDay(month=3, day=15),
            reported_to="kommunstyrelsen",
        ),
        review="mandate_period",
        council_decides_twin_towns=True,
        rules=found.rules,
    )


def test_work_without_a_word_keeps_nothing():
    assert parse_work({}, read_rule) == NO_WORK
    assert parse_work(None, read_rule) is None


@pytest.mark.parametrize(
    "part",
    [
        {"area_required": ["moon"]},
        {"projects": {"kinds": ["moon"]}},
        {"plans": {"of": ["moon"]}},
        {"review": {"every": "moon"}},
        {"rule": [{**WHOLE_RULE, "gate": "note", "on": "moon"}]},
        {"rule": [{**WHOLE_RULE, "gate": "moon"}]},
    ],
)
def test_a_word_that_is_not_known_is_wrong(part):
    with pytest.raises(ValueError, match="moon"):
        parse_work(part, read_rule)


def test_what_was_written_down_later_is_merged_once_and_only_into_what_is_not_whole():
    bare = parse({"guideline": BARE_HEAD})
    whole = parse({"guideline": {**BARE_HEAD, "complete": True}})
    visits, work = {"quota_per_period": 1}, {"documents": True}

    with_both = with_work(with_visits(bare, visits), work)

    assert with_both.visits is not None
    assert with_both.visits.quota_per_period == 1
    assert with_both.work == WorkRules(documents=True)
    assert with_visits(with_both, {"quota_per_period": 5}) is with_both
    assert with_work(with_both, {}) is with_both
    assert (with_visits(whole, visits), with_work(whole, work)) == (whole, whole)
    assert (with_visits(bare, {}), with_work(bare, None)) == (bare, bare)
    assert with_work(bare, {}).work == NO_WORK


def test_what_the_register_keeps_is_the_same_whatever_order_it_was_written_in():
    assert to_json({"b": "å", "a": date(2026, 1, 1)}) == '{"a": "2026-01-01", "b": "å"}'
