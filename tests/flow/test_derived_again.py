"""Whose cases an act touches, and what their rules are told, as the rows themselves have it."""

from __future__ import annotations

import json

import pytest

from desktop import library
from desktop.domain.casework import Application, Case, Decision, ListedDecision, Round, RoundCase
from desktop.domain.phases import BEFORE_DECISION, Phase
from desktop.domain.registers import Association, Place
from desktop.domain.rule import Consultation
from desktop.flow.derive import cases_of
from desktop.flow.facts import case_facts, facts_for
from desktop.flow.money import in_pot, pot_of
from desktop.flow.queue import alone
from desktop.flow.rounds import hears
from desktop.flow.snapshot import frozen
from tests.flow.trying import sits_down

EARLY = (Phase.RECEIVED, Phase.PREPARATION, Phase.COMPLETION)


@pytest.fixture
def looked_at_desk(looked_at):
    return sits_down(looked_at).desk


def cases(desk):
    return desk.store.find(Case, order="id")


def application_of(desk, case):
    found = desk.store.first(Application, "case_id = ?", case.id, order="version desc")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("kind", "register", "column"),
    [("association", Association, "association_id"), ("place", Place, "place_id")],
)
def test_an_act_about_one_of_a_register_touches_the_cases_it_has_and_no_other(
    autumn, kind, register, column
):
    found = {each.id: cases_of(autumn.store, kind, each.id) for each in autumn.store.find(register)}

    assert found == {
        key: {each.id for each in cases(autumn) if getattr(each, column) == key} for key in found
    }
    assert len([each for each in found.values() if each]) > 1


def test_an_act_about_a_case_touches_that_case(autumn):
    assert cases_of(autumn.store, "case", 3) == {3}


def test_an_act_about_a_round_touches_the_cases_that_lay_in_it(autumn):
    rows = autumn.store.find(RoundCase, "round_id = 10")

    assert cases_of(autumn.store, "round", 10) == {each.case_id for each in rows} == {16, 18}


def test_an_act_about_a_list_touches_the_cases_of_its_decisions(autumn):
    rows = autumn.store.find(ListedDecision, "list_id = 1")
    decided = {autumn.store.get(Decision, each.decision_id).case_id for each in rows}

    assert cases_of(autumn.store, "list", 1) == decided
    assert len(decided) > 1


@pytest.mark.parametrize("kind", ["visit", "agreement", "network", "office"])
def test_what_has_no_cases_touches_none(autumn, kind):
    assert cases_of(autumn.store, kind, 1) == set()


def test_nobody_has_been_heard_before_the_case_is_ready_for_it(autumn):
    early = [each for each in cases(autumn) if each.phase in EARLY]

    assert {case_facts(autumn, each).consultation for each in early} == {Consultation(reason="")}


def test_who_was_heard_and_when_is_told_from_the_round_on(autumn):
    late = [each for each in cases(autumn) if each.phase not in EARLY and not each.unconsulted]
    told = {each.id: case_facts(autumn, each).consultation for each in late}

    for each in late:
        row = autumn.store.first(RoundCase, "case_id = ?", each.id, order="id desc")
        held = autumn.store.get(Round, row.round_id) if row else None
        number = f"{held.number}/{held.year}" if held else ""
        assert (told[each.id].number, told[each.id].held_on) == (
            number,
            held.held_on if held else None,
        )
    assert told[16].number == "10/2026"


def test_a_case_in_a_round_that_is_not_held_waits(looked_at_desk):
    (case,) = looked_at_desk.store.find(Case, "phase = 'consultation'")

    heard = case_facts(looked_at_desk, case).consultation

    assert (heard.held_on, heard.waiting, heard.number) == (None, True, "10/2026")


def test_why_nobody_was_heard_is_told_before_the_case_is_in_the_file_too(autumn):
    case = autumn.store.get(Case, 14)

    tried = facts_for(autumn, case, application_of(autumn, case)).consultation

    assert tried == Consultation(reason="Samma ansökan prövades nyss.")


def test_an_undecided_case_shares_its_pot_with_those_that_wait_for_a_decision(autumn):
    for each in cases(autumn):
        if each.phase in BEFORE_DECISION:
            others = [
                one
                for one in in_pot(autumn, each.scheme, each.place_id, each.year)
                if one.case.id != each.id
            ]
            waiting = [one for one in others if one.granted is None]
            pot = pot_of(autumn, each, application_of(autumn, each))
            assert (pot.undecided, pot.members) == (len(waiting) + 1, len(others) + 1)


@pytest.mark.parametrize(("case_id", "undecided"), [(1, 1), (10, 4), (14, 2), (19, 1)])
def test_a_decided_case_waits_in_no_line(autumn, case_id, undecided):
    case = autumn.store.get(Case, case_id)

    assert pot_of(autumn, case, application_of(autumn, case)).undecided == undecided


@pytest.mark.parametrize(("case_id", "year"), [(1, 2026), (20, 2027)])
def test_the_base_amount_is_that_of_the_grant_year(autumn, case_id, year):
    case = autumn.store.get(Case, case_id)

    facts = alone(autumn, case, application_of(autumn, case))

    assert facts.base_amount == library.base_amounts().get(year)
    assert (facts.base_amount is None) == (year == 2027)


def test_a_committee_is_heard_where_a_scheme_asks_for_it(autumn, school_desk):
    assert hears(autumn)
    assert not hears(school_desk)


def test_what_a_decision_rested_on_is_written_the_same_whatever_the_order():
    one, other = frozen((), (), summa=1, avvikelse="å"), frozen((), (), avvikelse="å", summa=1)

    assert one == other == '{"avvikelse": "å", "findings": [], "limits": [], "summa": 1}'
    assert list(json.loads(one)) == sorted(json.loads(one))
