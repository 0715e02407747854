"""What is left of a pot and of the frame, and for whom."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.budgeting import Purpose, WhatIf
from desktop.domain.casework import Application, Case
from desktop.domain.cost_types import CostType
from desktop.domain.phases import Channel, Phase
from desktop.domain.text import plain, say
from desktop.domain.visit_words import Party, Payer, VisitForm, VisitStage
from desktop.domain.visiting import AgreementLine, Visit, VisitCost
from desktop.flow import case_list
from desktop.flow.lists import next_number, next_of_board
from desktop.flow.money import period_of
from desktop.flow.own_costs import our_ore, own_costs
from desktop.flow.queue import InPot, place_in_line, shares
from desktop.flow.what_if import Pending, column

# The queue of a pot


def case_in_pot(number, day, asked=100, room=None, granted=None, proposal=None):
    case = Case(
        id=number,
        number=f"2026-{number:03}",
        association_id=1,
        place_id=2,
        scheme="activity_grant",
        year=2026,
        guideline_id=1,
        phase=Phase.RECEIVED,
        phase_since=date(2026, 1, 1),
    )
    return InPot(
        case=case,
        applicant=f"Förening {number}",
        arrived=(date(2026, 1, day), number),
        asked=asked,
        room=asked if room is None else room,
        granted=granted,
        proposal=proposal,
    )


def divided(others, arrived, whole):
    granted, ahead = shares(others, arrived, whole)
    return [(each.case[-1], each.amount) for each in granted], [
        (each.case[-1], each.amount) for each in ahead
    ]


ME = (date(2026, 1, 5), 5)


def test_those_before_in_line_take_what_they_can_use_and_those_after_nothing():
    others = [
        case_in_pot(1, 1, granted=300),
        case_in_pot(2, 2, asked=500, room=400),
        case_in_pot(3, 3, asked=500, proposal=250),
        case_in_pot(4, 5, asked=10),
        case_in_pot(6, 5, asked=10),
    ]

    assert divided(others, ME, 1_000) == ([("1", 300)], [("2", 400), ("3", 250), ("4", 10)])


def test_the_last_in_line_gets_what_is_left_and_nobody_less_than_nothing():
    others = [case_in_pot(at, at, asked=400) for at in (1, 2, 3, 4)]

    assert divided(others, ME, 1_000) == ([], [("1", 400), ("2", 400), ("3", 200)])
    over = [case_in_pot(1, 1, granted=1_200), case_in_pot(2, 2), case_in_pot(3, 3, granted=0)]
    assert divided(over, ME, 1_000) == ([("1", 1_200)], [])


def test_a_case_that_is_not_in_the_file_is_the_last_of_its_day():
    case = case_in_pot(7, 1).case
    form = Application(
        case_id=7, version=1, came_on=ME[0], channel=Channel.EMAIL, arrived_on=ME[0], asked=1
    )

    assert place_in_line(case, form) == (ME[0], 7)
    assert place_in_line(replace(case, id=0), form) > (ME[0], 10**9)


# Distributions tried


def pend(case_id, asked=100, ceiling=None, stop=None, pot_left=None, given=None):
    return Pending(
        case_id=case_id,
        number=f"2026-{case_id:03}",
        applicant="",
        about=plain(""),
        asked=asked,
        proposed=asked,
        given=asked if given is None else given,
        ceiling=asked if ceiling is None else ceiling,
        stop=stop,
        pot=("base_grant", 2),
        pot_left=pot_left,
        phase=Phase.READY,
    )


def marks(cases, amounts, left=None):
    found = column(cases, amounts, left)
    return {
        key: (each.mark, str(each.words or "").replace("\u00a0", " "))
        for key, each in found.cells.items()
    }


@pytest.mark.parametrize(
    ("case", "amount", "mark", "words"),
    [
        (pend(1), 100, "", ""),
        (pend(1), 99, "lowered", "Sökt 100 kr, reglerna ger 100 kr"),
        (pend(1), 0, "", ""),
        (pend(1), None, "", ""),
        (pend(1, ceiling=80), 80, "lowered", "Sökt 100 kr, reglerna ger 100 kr"),
        (pend(1, ceiling=80), 81, "stop", "Reglerna räcker till 80 kr"),
        (pend(1, stop=say("stopp")), 1, "stop", "stopp"),
        (pend(1, stop=say("stopp")), 0, "", ""),
        (pend(1, pot_left=100), 100, "", ""),
        (pend(1, pot_left=99), 100, "stop", "Potten räcker till 99 kr"),
    ],
)
def test_a_sum_that_is_tried_is_judged(case, amount, mark, words):
    assert marks([case], {1: amount})[1] == (mark, words)


def test_a_pot_is_drawn_on_in_the_order_of_arrival():
    cases = [pend(1, pot_left=150), pend(2, pot_left=150), pend(3, pot_left=150)]

    found = marks(cases, {1: 100, 2: 100, 3: 10})

    assert found[1] == ("", "")
    assert found[2] == ("stop", "Potten räcker till 50 kr")
    assert found[3] == ("stop", "Potten räcker till 0 kr")


@pytest.mark.parametrize(
    ("left", "after", "stop"),
    [(200, 0, ""), (199, -1, "Ramen räcker inte: 1 kr för mycket"), (None, None, "")],
)
def test_a_distribution_is_judged_by_the_frame(left, after, stop):
    found = column([pend(1), pend(2)], {1: 100, 2: 100}, left)

    assert (found.total, found.left) == (200, after)
    assert str(found.stop or "").replace("\u00a0", " ") == stop
    assert found.stopped is bool(stop)


def test_a_distribution_with_a_stopped_sum_is_stopped():
    tried = WhatIf(id=3, year=2026, name="Rum", note="")

    found = column([pend(1, ceiling=1)], {1: 2}, None, tried)

    assert (found.id, found.name, found.stopped, found.adopted_on) == (3, "Rum", True, None)


# Own costs


def cost(**more):
    return VisitCost(visit_id=1, cost_type=CostType.LODGING, **more)


def visit(form=VisitForm.INCOMING, stage=VisitStage.PLANNED):
    return Visit(
        number="B 2026-01", form=form, guideline_id=1, stage_since=date(2026, 1, 1), stage=stage
    )


HOST_PAYS = AgreementLine(
    agreement_id=1, cost_type=CostType.LODGING, payer=Payer.HOST, guest_share=50
)


@pytest.mark.parametrize(
    ("of", "it", "line", "ore"),
    [
        (visit(), cost(planned_ore=900), None, 900),
        (visit(), cost(planned_ore=900), HOST_PAYS, 900),
        (visit(VisitForm.OUTGOING), cost(planned_ore=900), HOST_PAYS, 0),
        (visit(), cost(planned_ore=900, sek_ore=1_000, paid_by=Party.HOST), HOST_PAYS, 1_000),
        (visit(), cost(planned_ore=900, sek_ore=800, paid_by=Party.HOST), HOST_PAYS, 900),
        (visit(stage=VisitStage.CANCELLED), cost(planned_ore=900), HOST_PAYS, 0),
        (
            visit(stage=VisitStage.CANCELLED),
            cost(planned_ore=900, sek_ore=50, paid_by=Party.HOST),
            HOST_PAYS,
            50,
        ),
    ],
)
def test_our_part_of_a_cost_is_planned_or_real(of, it, line, ore):
    assert our_ore(of, it, line) == ore


def test_own_costs_are_those_noted_and_those_of_visits_by_day(autumn):
    period = period_of(autumn, 2026)
    assert period is not None

    found = own_costs(autumn, period)
    then = own_costs(autumn, period, date(2026, 3, 20))

    assert [each.day for each in found] == sorted(each.day for each in found)
    assert sum(each.amount for each in found if each.entry_id) == 1_250
    assert sum(each.amount for each in found if each.visit_id) == 150_800
    assert [each.amount for each in then if each.entry_id] == [1_250]
    assert {each.purpose for each in found} == {Purpose.TRIPS, Purpose.HOSTING}
    before = own_costs(autumn, period, date(2026, 3, 19))
    assert not [each for each in before if each.entry_id]


def test_a_cost_noted_outside_the_period_counts_in_its_nearest_year(coordinator):
    it = coordinator
    for day in ("2022-12-31", "2023-01-01"):
        it.does("add_own_cost", year=2023, day=day, amount=10, reference="tolk")
    period = period_of(it.desk, 2026)
    assert period is not None
    found = own_costs(it.desk, period)

    assert [(each.year, each.day.year) for each in found] == [(2023, 2022), (2023, 2023)]


# Numbers of decisions


def test_the_next_number_of_a_year_comes_after_grants_and_reclaims_alike(autumn):
    assert (next_number(autumn, 2026), next_number(autumn, 2027)) == (16, 1)
    assert next_of_board(autumn, 2026) == 1


def test_a_boards_decisions_have_a_series_of_their_own(school_desk):
    assert (next_of_board(school_desk, 2026), next_number(school_desk, 2026)) == (3, 1)
    assert next_of_board(school_desk, 2025) == 1


# The list of cases


def test_sums_are_put_together():
    one = case_list.Sums(count=1, asked=2, proposed=3, granted=4, paid=5)

    assert one + one == case_list.Sums(count=2, asked=4, proposed=6, granted=8, paid=10)


def test_no_cases_come_to_nothing(autumn):
    assert case_list.sums_of(autumn, []) == case_list.Sums()
