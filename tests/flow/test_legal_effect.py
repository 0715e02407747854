"""What it means in law to reopen or replace what has left the house is said of every such act."""

from __future__ import annotations

import pytest

from desktop.cli.schema import act_schema
from desktop.flow.legal_effect import REOPENING, effect_of, effects_of
from desktop.flow.legal_undoing import act_on, effect_of_undoing, way_on
from desktop.flow.steps import step_named

MUST = {
    "claim_came_back",
    "decide_anew",
    "drop_reclaim",
    "letter_came_back",
    "new_agreement_version",
    "recall_payment",
    "record_new_board_decision",
    "reopen_case",
    "reopen_visit",
    "reverse_payment",
    "settle_appeal",
}
KINDS = ("correction", "change", "review", "after_court")


def _said(effect) -> str:
    return " ".join(str(each) for each in effect.said())


@pytest.mark.parametrize("name", sorted(MUST))
def test_every_act_that_reopens_or_replaces_says_what_it_means(name):
    effect = effect_of(name)
    assert effect is not None
    assert effect.sentences
    assert act_schema(step_named(name))["x-legal-effect"]


def test_no_act_is_forgotten_by_its_name():
    """An act that is called reopening, changing anew or taking back belongs here."""
    assert MUST <= REOPENING
    assert {step_named(name).name for name in REOPENING} == set(REOPENING)


@pytest.mark.parametrize("name", ["decide_anew", "record_new_board_decision"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_new_decision_says_that_the_old_stays_and_that_a_new_time_begins(name, kind):
    said = _said(effect_of(name, kind))

    assert "Det gamla beslutet ändras inte: det står kvar i registret" in said
    assert "nytt brev" in said
    assert "ny tid att överklaga på tre veckor" in said


def test_each_kind_rests_on_its_own_section():
    laws = [_said(effect_of("decide_anew", kind)) for kind in KINDS]

    assert "36 § förvaltningslagen är mönstret" in laws[0]
    assert "37 och 38 §§" in laws[1]
    assert "37–39 §§" in laws[2]
    assert "13 kap. 8 § kommunallagen" in laws[3]


@pytest.mark.parametrize("kind", ["change", "review"])
def test_a_change_for_the_worse_asks_for_its_ground(kind):
    assert "Till mottagarens nackdel" in _said(effect_of("decide_anew", kind))


def test_the_boards_own_decision_is_not_reported_to_it():
    assert "anmäls för sig" in _said(effect_of("decide_anew", "change"))
    assert "anmäls för sig" not in _said(effect_of("record_new_board_decision", "change"))


def test_no_section_is_claimed_that_does_not_apply():
    """Förvaltningslagen 36–39 §§ are a pattern: 2 § of it switches them off for a grant."""
    for name in REOPENING:
        for effect in effects_of(name):
            if effect.law is not None and "förvaltningslagen" in str(effect.law):
                assert "är mönstret, men gäller inte direkt" in str(effect.law)


def test_an_act_within_the_house_says_nothing():
    assert effect_of("add_place") is None
    assert "x-legal-effect" not in act_schema(step_named("add_place"))


def test_taking_back_what_others_know_of_says_what_it_means():
    assert "anmäld" in _said(effect_of_undoing("report_list"))
    assert "13 kap. 5 §" in _said(effect_of_undoing("announce_list"))
    assert effect_of_undoing("add_note") is None


def test_a_sent_letter_leads_to_a_new_decision(coordinator):
    case = coordinator.registers()
    coordinator.grants(case)
    sent = next(e for e in coordinator.desk.store.events() if e.name == "send_letter")

    (problem,) = coordinator.is_refused("take_back", event_id=sent.id)

    assert str(way_on("send_letter")) in str(problem.text)
    assert (problem.event_id, problem.undoable) == (sent.id, False)
    assert act_on(coordinator.desk, sent) == ("decide_anew", case)


def test_a_payment_of_a_closed_case_leads_to_opening_it_first(coordinator):
    case = coordinator.registers()
    coordinator.closes(case)
    paid = next(e for e in coordinator.desk.store.events() if e.name == "mark_paid")

    assert act_on(coordinator.desk, paid) == ("reopen_case", case)
