"""What lists show of an application follows what else its applicant has been granted that year."""

from __future__ import annotations

from desktop.domain.registers import Reason
from desktop.flow.options import reasons_for
from desktop.flow.steps.about import seen_case
from tests.flow.test_vocabulary_scenarios import APPLICATION, ROWERS, coordinator

__all__ = ["coordinator"]


def applies(it, **typed):
    done = it.does("register_application", **{**APPLICATION, "participants": 3, **typed})
    return done.subjects[0][1]


def listed(it, case):
    (row,) = it.desk.store.summaries([case])
    return row.proposed


def test_a_second_application_to_another_place_is_listed_with_what_is_left(coordinator):
    first = applies(coordinator, came_on="2026-01-08")
    second = applies(coordinator, place_id=2)
    assert listed(coordinator, second) == 3_500

    coordinator.decides(first, granted=1_000, deviation="Resan blir kortare.", reasons=["goals"])

    assert listed(coordinator, second) == 4_500


def test_a_decision_that_is_taken_back_is_followed_too(coordinator):
    first = applies(coordinator, came_on="2026-01-08")
    second = applies(coordinator, place_id=2)
    typed = {"granted": 1_000, "deviation": "Resan blir kortare.", "reasons": ["goals"]}
    done = coordinator.decides(first, **typed)

    coordinator.does("take_back", event_id=done.event.id)

    assert listed(coordinator, second) == 3_500


def test_another_applicants_money_is_its_own(coordinator):
    applies(coordinator, came_on="2026-01-08")

    other = applies(coordinator, association_id=ROWERS, place_id=2)

    assert listed(coordinator, other) == 4_500


def test_counts_are_left_out_where_no_rule_asks_for_them(coordinator):
    case = applies(coordinator, scheme="yearly_grant", participant_days=4)

    seen = seen_case(coordinator.desk, case)

    assert (seen.application.participants, seen.application.participant_days) == (None, None)


def test_the_register_has_the_reasons_of_the_rules_its_guideline_has(coordinator):
    kinds = {each.rule for each in coordinator.desk.store.find(Reason)}

    assert {"per_person_day", "yearly_share", "late_deduction", "window", "prior_report"} <= kinds


def test_two_cases_without_a_pot_never_stand_in_each_others_way(coordinator):
    first = applies(coordinator)
    second = applies(coordinator, association_id=ROWERS)

    coordinator.decides(first)
    coordinator.decides(second)

    assert [coordinator.sees(each).granted for each in (first, second)] == [4_500, 4_500]


def test_a_reason_is_offered_where_the_grant_has_such_a_rule(coordinator):
    case = applies(coordinator, scheme="base_part")

    offered = [key for key, _ in reasons_for(coordinator.desk, coordinator.sees(case), "partly")]

    assert {"base_amount", "yearly_share"} <= set(offered)
    assert not {"per_person_day", "late_deduction"} & set(offered)
