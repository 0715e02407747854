"""The rules of Piteå on facts alone: what they lower, stop, note, and how they explain it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.casework import Report
from desktop.domain.errors import UnknownRule
from desktop.domain.guideline import parse
from desktop.domain.phases import Outcome, ReportState
from desktop.domain.proposal import consultation_needed, outcome_for, propose, stopping
from desktop.domain.rule import Consultation, Draft, Pot, Status, day
from desktop.domain.rules.sharing import share_of
from tests.domain.facts import facts, guideline, pitea, share

KRONOR = st.integers(0, 999_999_999)


def found(draft, rule, title=""):
    return next(each for each in draft.findings if each.rule == rule and title in str(each.title))


def deciding(draft):
    return next(each for each in draft.limits if each.deciding)


# Equal split


@pytest.mark.parametrize(
    ("pot", "members", "decided", "undecided", "share"),
    [
        (10_000, 3, 0, 3, 3_333),
        (10_000, 2, 0, 2, 5_000),
        (10_000, 3, 10_000, 1, 0),
        (10_000, 3, 3_333, 2, 3_333),
        (10_000, 3, 8_000, 1, 2_000),
        (10_000, 7, 0, 7, 1_428),
        (10_000, 1, 0, 1, 10_000),
        (10_000, 3, 12_000, 1, 0),
        (10_000, 0, 0, 0, 0),
    ],
)
def test_a_share_is_whole_kronor_rounded_down(pot, members, decided, undecided, share):
    assert share_of(pot, members, decided, undecided) == share


@given(KRONOR, st.lists(st.integers(0, 20_000), max_size=6), st.integers(1, 8))
def test_shares_never_pass_the_pot_and_leave_less_than_a_krona_each(pot, granted, undecided):
    decided = sum(granted)
    members = len(granted) + undecided

    share = share_of(pot, members, decided, undecided)

    assert share >= 0
    assert decided + share * undecided <= max(pot, decided)
    assert share <= pot // members
    if not granted:
        assert pot - share * members < members


def test_an_equal_split_is_explained_by_pot_and_members():
    draft = propose(facts("base_grant", asked=10_000, pot=Pot(members=3, undecided=3)))

    limit = deciding(draft)
    assert draft.amount == 3_333
    assert str(limit.title) == "Lika del"
    assert limit.detail().replace("\u00a0", " ") == "10 000 ÷ 3"
    assert limit.paragraph == "Bidrag till föreningar, andra stycket"
    assert found(draft, "P4").status is Status.LOWERED


def test_one_association_alone_shares_with_nobody():
    draft = propose(facts("base_grant", asked=4_000))

    assert draft.amount == 4_000
    assert found(draft, "P4").status is Status.MET
    assert deciding(draft).rule == ""


# Activity grant


@given(
    asked=st.integers(1, 999_999_999),
    costs=KRONOR,
    other=KRONOR,
    granted=st.lists(st.integers(0, 12_000), max_size=4),
    ahead=st.lists(st.integers(0, 12_000), max_size=4),
)
def test_a_proposal_is_the_lowest_ceiling_and_the_ceiling_forgets_the_queue(
    asked, costs, other, granted, ahead
):
    pot = Pot(granted=tuple(map(share, granted)), ahead=tuple(map(share, ahead)))

    draft = propose(facts(asked=asked, costs=costs, other_funding=other, pot=pot))

    left = max(0, 10_000 - sum(granted))
    funding = max(0, costs - other)
    assert draft.ceiling == min(asked, funding, left)
    assert draft.amount == min(asked, funding, max(0, left - sum(ahead)))
    assert sum(granted) + draft.ceiling <= max(10_000, sum(granted))
    assert [each.deciding for each in draft.limits].count(True) == 1
    assert deciding(draft).amount == min(each.amount for each in draft.limits)


def test_every_ceiling_carries_its_paragraph():
    draft = propose(facts())

    assert [each.rule for each in draft.limits] == ["", "P5", "P5"]
    assert all(each.paragraph and each.short for each in draft.limits if each.rule)


def test_costs_less_other_funding_are_shown_as_a_sum():
    draft = propose(facts(asked=8_000, costs=9_000, other_funding=4_000))

    assert draft.amount == 5_000
    assert deciding(draft).detail().replace("\u00a0", " ") == "9 000 − 4 000"


def test_unknown_costs_stop_and_unknown_other_funding_is_none():
    assert found(propose(facts(costs=None)), "P5", "finansierat").status is Status.STOPS
    assert propose(facts(asked=8_000, costs=5_000, other_funding=None)).amount == 5_000


def test_equal_shares_of_the_activity_pot_are_a_key_in_the_guideline():
    data = pitea()
    cap = next(
        rule for scheme in data["scheme"] for rule in scheme["rule"] if rule["kind"] == "cap"
    )
    cap["share_equally"] = True
    pot = Pot(ahead=(share(8_000),), members=2, undecided=2)

    assert propose(facts(guideline=parse(data), pot=pot)).amount == 5_000


# The others


@pytest.mark.parametrize(("goals", "status"), [((), Status.STOPS), (("cultures",), Status.MET)])
def test_an_application_serves_at_least_one_goal(goals, status):
    assert found(propose(facts(goals=goals)), "P6", "målsättning").status is status


def test_an_association_that_is_not_registered_for_the_place_is_noted():
    assert found(propose(facts(linked=False)), "P3").status is Status.NOTE


@pytest.mark.parametrize(
    ("left", "status"),
    [(8_000, Status.MET), (7_999, Status.STOPS), (-5, Status.STOPS), (None, Status.NOTE)],
)
def test_the_frame_stops_what_it_has_no_room_for(left, status):
    assert found(propose(facts(frame_left=left)), "P2").status is status


@pytest.mark.parametrize(
    ("heard", "status"),
    [
        (Consultation(held_on=date(2026, 3, 2), number="1/2026"), Status.MET),
        (Consultation(reason="brådskande"), Status.NOTE),
        (Consultation(waiting=True, number="1/2026"), Status.WAITS),
        (Consultation(), Status.WAITS),
    ],
)
def test_the_committee_is_heard_or_there_is_a_reason(heard, status):
    assert found(propose(facts(consultation=heard)), "P9").status is status


@pytest.mark.parametrize(
    ("outcome", "needed"),
    [("granted", True), ("rejected", True), ("dismissed", False), ("written_off", False)],
)
def test_some_outcomes_need_no_consultation(outcome, needed):
    scheme = guideline().scheme("activity_grant")

    assert consultation_needed(scheme, Outcome(outcome)) is needed


@pytest.mark.parametrize(
    ("day", "status"), [(date(2026, 9, 30), Status.MET), (date(2026, 10, 1), Status.NOTE)]
)
def test_a_lapsed_guideline_is_noted_and_stops_nothing(day, status):
    draft = propose(facts(today=day))

    assert found(draft, "P1").status is status
    assert stopping(draft.findings, "decision") == ()


@pytest.mark.parametrize(
    ("day", "year", "stops"),
    [
        (date(2026, 12, 30), "för 2025", False),
        (date(2026, 12, 31), "för 2026", True),
        (date(2027, 1, 1), "för 2026", True),
    ],
)
def test_the_payment_gate_asks_for_the_year_closed_last(day, year, stops):
    draft = propose(facts(today=day))

    assert str(found(draft, "P8").limit) == year
    assert bool(stopping(draft.findings, "payment")) is stops
    assert stopping(draft.findings, "decision") == ()


def test_an_exemption_is_a_note_with_its_reason():
    line = found(propose(facts(annual_reports=frozenset(), exemptions={"P8": "bildad i år"})), "P8")

    assert (line.status, str(line.limit)) == (Status.NOTE, "bildad i år")


@pytest.mark.parametrize(
    ("state", "day", "status"),
    [
        (ReportState.AWAITED, date(2026, 4, 22), Status.WAITS),
        (ReportState.AWAITED, date(2026, 4, 23), Status.NOTE),
        (ReportState.RECEIVED, date(2026, 4, 23), Status.WAITS),
        (ReportState.APPROVED, date(2027, 1, 1), Status.MET),
        (ReportState.DEVIATING, date(2027, 1, 1), Status.NOTE),
        (ReportState.WAIVED, date(2027, 1, 1), Status.NOTE),
        (ReportState.MISSING, date(2027, 1, 1), Status.NOTE),
        (ReportState.LAPSED, date(2027, 1, 1), Status.NOTE),
    ],
)
def test_a_report_is_awaited_late_or_judged(state, day, status):
    row = Report(
        case_id=1,
        ended_on=date(2026, 3, 22),
        month_on=date(2026, 4, 22),
        due_on=date(2026, 4, 22),
        received_on=date(2026, 4, 20) if state is not ReportState.AWAITED else None,
        state=state,
    )

    assert found(propose(facts(today=day, report=row)), "P7").status is status


def test_an_activity_without_a_last_day_is_stopped_before_the_decision():
    stops = stopping(propose(facts(ends_on=None)).findings, "decision")

    assert [each.rule for each in stops] == ["P7"]


@pytest.mark.parametrize(
    ("asked", "amount", "outcome"),
    [(8_000, 8_000, "granted"), (8_000, 1, "partly"), (8_000, 0, "rejected"), (1, 1, "granted")],
)
def test_a_sum_amounts_to_an_outcome(asked, amount, outcome):
    assert outcome_for(asked, amount) == outcome


def test_a_rule_this_program_does_not_have_is_said_so():
    data = pitea()
    data["shared"][0]["kind"] = "horoscope"

    with pytest.raises(UnknownRule, match="horoscope"):
        propose(facts(guideline=parse(data)))


@given(st.data())
def test_whatever_the_facts_every_rule_says_one_line(data):
    draw = data.draw
    scheme = draw(st.sampled_from(["activity_grant", "base_grant"]))
    seen = facts(
        scheme,
        asked=draw(st.integers(1, 999_999_999)),
        costs=draw(st.none() | KRONOR),
        other_funding=draw(st.none() | KRONOR),
        goals=draw(st.sampled_from([(), ("young",)])),
        frame_left=draw(st.none() | st.integers(-10_000, 10_000)),
        pot=Pot(
            granted=tuple(share(each) for each in draw(st.lists(KRONOR, max_size=3))),
            members=draw(st.integers(1, 5)),
            undecided=draw(st.integers(1, 5)),
        ),
        today=draw(st.dates(date(2022, 10, 10), date(2030, 1, 1))),
    )

    draft = propose(seen)

    assert len(draft.findings) == len(seen.scheme.rules)
    assert 0 <= draft.amount <= draft.ceiling <= seen.application.asked
    for each in draft.findings:
        assert str(each.title)
        assert str(each.value)
        assert each.paragraph
        assert each.short


def test_nothing_has_a_ceiling_before_there_is_one():
    assert Draft(amount=0).ceiling == 0
    assert str(day(None)) == ""
