"""What is left of the frame, what is kept apart, and how it looked on a past day."""

from __future__ import annotations

import shutil
from contextlib import suppress
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from db.change import Act, Insert
from desktop.domain.budgeting import Purpose
from desktop.domain.cost_types import CostType
from desktop.domain.problems import Refusal
from desktop.domain.registers import BudgetEntry
from desktop.domain.visit_words import Funding, Party, VisitForm, VisitStage
from desktop.domain.visiting import Visit, VisitCost
from desktop.flow import ledger as module
from desktop.flow.budget_facts import budget_facts
from desktop.flow.budget_view import budget_view, place_lines
from desktop.flow.ledger import Money, case_lines, ledger, total
from desktop.flow.own_costs import visit_costs
from desktop.flow.registers import open_register
from desktop.flow.run import run
from desktop.flow.steps.budget import RemoveEntry
from tests.flow.coordinator import GRINDAVIK, Clock, Coordinator

BOARD = "kommunstyrelsen"


@pytest.fixture
def it(coordinator):
    return coordinator


def cost(it, **typed):
    facts = {"year": it.today.year, "day": it.today, "amount": 1000, "reference": "tolk"}
    it.does("add_own_cost", **{**facts, **typed})


def framed(it, year, on=None):
    found = budget_view(it.desk, year, on).frame
    assert found is not None
    return found


def left(it, on=None):
    return framed(it, it.today.year, on).left


def test_what_is_left_is_frame_and_movements_less_grants_and_own_costs(it):
    case = it.registers(asked=6_500)
    it.readies(case)
    it.decides(case)
    it.does("move_frame", year=2026, day=it.today, amount=15_000, reference="KS § 41")
    cost(it, amount=4_200)

    assert left(it) == 480_000 + 15_000 - 6_500 - 4_200


def test_a_proposal_is_kept_beside_what_is_left(it):
    it.registers(asked=6_500)

    seen = budget_view(it.desk, 2026)

    assert seen.frame is not None
    assert (seen.frame.left, seen.frame.proposed) == (480_000, 6_500)


def test_money_that_comes_back_is_free_again_and_named(it):
    case = it.registers(asked=8_000)
    it.grants(case)
    it.pays(case)
    it.wait(40)
    it.in_case(case, "reclaim", amount=800, reason="bussen blev billigare", unbiased=True)
    it.in_case(case, "claim_sent")
    it.in_case(case, "record_repayment", amount=800)

    seen = budget_view(it.desk, 2026)

    assert left(it) == 480_000 - 7_200
    assert [(each.number, each.amount) for each in seen.returned] == [("2026-001", 800)]
    assert total(ledger(it.desk, 2026, 2026)) == Money(
        asked=8_000, decided=8_000, paid=8_000, returned=800, freed=800, count=1
    )


def test_a_grant_declined_after_payment_frees_the_frame_once(it):
    case = it.registers(asked=8_000)
    it.grants(case)
    it.in_case(case, "decline", evidence="mejl", declined_on=it.today)

    assert left(it) == 480_000


def test_the_case_lines_add_up_to_their_pot(it):
    it.grants(it.registers(asked=3_000))
    it.registers(2, asked=4_000)

    lines = case_lines(it.desk, GRINDAVIK, 2026)

    whole = sum((line.money for line in lines), Money())
    assert [line.applicant for line in lines] == [
        "Körsällskapet Trollsländan",
        "Föreningen Vulkanvännerna",
    ]
    pot = next(
        pot
        for line in place_lines(it.desk, 2026)
        for pot in line.pots
        if line.place.id == GRINDAVIK and pot.scheme == "activity_grant"
    )
    assert pot.money == whole
    assert pot.left == pot.cap - 3_000


# A past day


def test_a_decision_counts_from_the_day_it_was_made(it):
    case = it.registers(asked=8_000)
    it.readies(case)
    it.wait(3)
    it.decides(case)
    it.wait(10)

    decided = it.today - timedelta(days=10)
    assert left(it, decided - timedelta(days=1)) == 480_000
    assert left(it, decided) == 472_000


def test_before_the_decision_its_proposal_is_shown(it):
    case = it.registers(asked=8_000)
    put = it.today
    it.readies(case)
    it.wait(3)
    it.decides(case)
    it.wait(1)

    assert framed(it, 2026, put).proposed == 8_000
    assert framed(it, 2026, put - timedelta(days=1)).proposed == 0
    assert framed(it, 2026, it.today - timedelta(days=1)).proposed == 0


def test_a_replaced_decision_counts_until_the_day_of_the_new_one(it):
    case = it.registers(asked=8_000)
    it.grants(case)
    before = it.today
    it.wait(5)
    it.in_case(case, "decide_anew", kind="change", granted=5_000, outcome="partly", unbiased=True,
               ground="Beloppet blev fel.", own_text="Skälen står i utredningen.",
               deviation="Rättat belopp.")  # fmt: skip
    it.wait(1)

    assert left(it, before) == 472_000
    assert left(it) == 475_000


def test_a_cost_counts_from_its_own_day_and_year(it):
    cost(it, year=2025, day=date(2025, 12, 31), amount=700)
    cost(it, year=2026, day=date(2026, 1, 1), amount=900)

    years = {line.year: line.own for line in budget_view(it.desk, 2026).years}

    assert (years[2025], years[2026]) == (700, 900)
    assert left(it, date(2025, 12, 30)) == 480_000
    assert left(it, date(2025, 12, 31)) == 479_300
    assert left(it, date(2026, 1, 1)) == 478_400


def test_a_cost_noted_by_mistake_never_counted(it):
    cost(it)
    found = it.desk.store.find(BudgetEntry)[-1]
    day = it.today
    it.wait(2)
    run(it.desk, RemoveEntry(entry_id=found.id))
    it.wait(1)

    assert left(it, day) == 480_000


def test_a_changed_frame_counts_from_the_day_it_was_changed(it):
    before = it.today
    it.wait(1)
    it.does("set_frame", first_year=2023, frame=500_000)
    it.wait(1)

    assert left(it) == 500_000
    assert left(it, before) == 480_000
    assert left(it, date(2024, 6, 30)) == 480_000


def test_a_changed_plan_and_a_set_aside_too(it):
    it.does("plan_year", year=2026, plan=120_000)
    it.does("set_allocation", first_year=2023, purpose="trips", amount=90_000)
    before = it.today
    it.wait(1)
    it.does("plan_year", year=2026, plan=130_000)
    it.does("set_allocation", first_year=2023, purpose="trips", amount=0)
    it.wait(1)

    then, now = budget_view(it.desk, 2026, before), budget_view(it.desk, 2026)

    assert (then.years[3].plan, now.years[3].plan) == (120_000, 130_000)
    assert ([line.amount for line in then.allocations], now.allocations) == ([90_000], ())
    assert budget_view(it.desk, 2026, before - timedelta(days=1)).allocations == ()


def test_today_is_not_a_past_day(it):
    it.registers(asked=6_500)
    assert budget_view(it.desk, 2026, it.today) == budget_view(it.desk, 2026)


# Set aside


def test_what_is_set_aside_is_used_by_its_purpose(it):
    it.does("set_allocation", first_year=2023, purpose="grants", year=2026, amount=60_000)
    it.does("set_allocation", first_year=2023, purpose="memberships", amount=10_000)
    it.grants(it.registers(asked=8_000))
    cost(it, amount=2_500, purpose="memberships")
    cost(it, amount=100)

    lines = {
        line.purpose: (line.used, line.left) for line in budget_view(it.desk, 2026).allocations
    }

    assert lines == {Purpose.GRANTS: (8_000, 52_000), Purpose.MEMBERSHIPS: (2_500, 7_500)}
    assert budget_view(it.desk, 2026).unset == 480_000 - 70_000


def test_more_than_the_frame_cannot_be_set_aside(it):
    it.does("set_allocation", first_year=2023, purpose="grants", amount=400_000)
    problems = it.is_refused("set_allocation", first_year=2023, purpose="trips", amount=80_001)
    assert [each.field for each in problems] == ["amount"]


def test_a_purpose_is_set_aside_by_year_or_for_the_period(it):
    it.does("set_allocation", first_year=2023, purpose="trips", year=2026, amount=1_000)
    problems = it.is_refused("set_allocation", first_year=2023, purpose="trips", amount=1_000)
    assert [each.field for each in problems] == ["year"]


# Visits


def visited(it, *costs, form=VisitForm.OUTGOING, stage=VisitStage.PLANNED, day=date(2026, 5, 3)):
    """A visit with its costs, written as the visit's own acts write them."""
    store = it.desk.store
    visit = Visit(
        id=store.next_id(Visit),
        number=f"B 2026-{store.next_id(Visit):02}",
        form=form,
        guideline_id=1,
        stage=stage,
        stage_since=it.today,
        place_id=GRINDAVIK,
        starts_on=day,
        ends_on=day,
        bearer=BOARD,
        **({"cancelled_on": it.today, "cancel_reason": "storm"} if stage == "cancelled" else {}),
    )
    rows = [
        VisitCost(id=store.next_id(VisitCost), visit_id=visit.id, cost_type=CostType.TRAVEL, **each)
        for each in costs
    ]
    store.commit(
        Act(
            uuid=it.desk.new_uuid(),
            name="plan_visit",
            at=it.desk.clock(),
            officer="Ebba Sagolin",
            command="{}",
            subjects=(("visit", visit.id),),
            text="Besöket är planerat.",
            changes=(Insert(visit), *map(Insert, rows)),
        ),
        lambda _store, _derived: None,
    )
    return visit


def test_a_visit_costs_what_was_planned_or_what_it_became_whichever_is_greater(it):
    paid = {"amount": 510_000, "sek_ore": 510_000, "paid_by": Party.GUEST}
    visited(it, {"planned_ore": 460_000, "bearer": BOARD, **paid}, {"planned_ore": 90_000})

    assert left(it) == 480_000 - 5_100 - 900


def test_only_our_own_board_and_money_count(it):
    visited(
        it,
        {"planned_ore": 100_000, "bearer": "barn- och utbildningsnämnden"},
        {"planned_ore": 200_000, "bearer": BOARD, "source": Funding.PROJECT},
        {"planned_ore": 300_000, "bearer": "Kommunstyrelsen"},
    )
    assert left(it) == 480_000 - 3_000


def test_a_visit_counts_in_the_year_it_begins_and_for_its_purpose(it):
    visited(it, {"planned_ore": 100_000}, day=date(2025, 12, 31))
    visited(it, {"planned_ore": 200_000}, form=VisitForm.INCOMING, day=date(2026, 1, 1))
    visited(it, {"planned_ore": 400_000}, day=date(2027, 1, 1))

    found = [(each.year, each.purpose, each.amount) for each in visit_costs(it.desk)]

    assert found == [
        (2025, Purpose.TRIPS, 1_000),
        (2026, Purpose.HOSTING, 2_000),
        (2027, Purpose.TRIPS, 4_000),
    ]
    assert left(it) == 477_000


def test_a_visit_was_not_known_before_it_was_planned(it):
    before = it.today
    it.wait(1)
    visited(it, {"planned_ore": 100_000})
    it.wait(1)
    assert (left(it, before), left(it)) == (480_000, 479_000)


# The turn of the year and of the period


def test_a_new_mandate_period_begins_with_its_own_frame(it):
    cost(it, amount=700)
    it.on(date(2026, 12, 31))
    assert budget_view(it.desk, it.today.year).last_year == 2026
    it.on(date(2027, 1, 1))
    assert budget_view(it.desk, it.today.year).frame is None
    it.does("set_frame", first_year=2027, frame=500_000)
    assert left(it) == 500_000
    assert framed(it, 2026).left == 479_300


def test_a_grant_counts_in_the_year_it_is_for(it):
    it.on(date(2026, 12, 28))
    case = it.registers(asked=4_000, year=2027)
    it.does("set_frame", first_year=2027, frame=500_000)
    it.readies(case)
    it.decides(case)

    assert framed(it, 2026).left == 480_000
    assert framed(it, 2027).left == 496_000
    assert [line.decided for line in budget_view(it.desk, 2027).years] == [4_000, 0, 0, 0]


# The parts are the whole

ACTS = st.lists(
    st.tuples(
        st.sampled_from(["grant", "apply", "base", "cost", "move", "wait", "pay"]),
        st.integers(min_value=1, max_value=9),
    ),
    min_size=3,
    max_size=9,
)


def lives(it, acts):
    """Do some acts, and give how the budget looked when each day ended."""
    paid: set[int] = set()
    granted: list[int] = []
    shots = {}
    for name, size in acts:
        match name:
            case "grant":
                case = it.registers(1 + size % 4, asked=100 * size)
                it.grants(case)
                granted.append(case)
            case "apply":
                it.registers(1 + size % 4, asked=100 * size)
            case "base":
                # Only one application for each association and place.
                with suppress(Refusal):
                    it.registers_base(1 + size % 4)
            case "cost":
                cost(it, amount=10 * size, purpose=list(Purpose)[size % 5])
            case "move":
                it.does("move_frame", year=2026, day=it.today, amount=size - 20, reference="KS § 1")
            case "pay" if set(granted) - paid:
                case = min(set(granted) - paid)
                it.pays(case)
                paid.add(case)
            case "wait":
                shots[it.today] = budget_view(it.desk, 2026)
                it.wait(size)
    return shots


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=ACTS)
def test_the_parts_are_the_whole_and_the_past_is_as_it_looked(founded, tmp_path_factory, acts):
    path = tmp_path_factory.mktemp("liv") / "påhittat.vanbok"
    shutil.copy(founded, path)
    clock = Clock(datetime.combine(date(2026, 3, 2), time(9, 30)))
    it = Coordinator(open_register(path, clock=clock), clock)
    try:
        shots = lives(it, acts)
        seen = budget_view(it.desk, 2026)
        frame = seen.frame
        assert frame is not None
        assert frame.left == frame.period.frame + frame.moved - sum(
            line.used for line in seen.years
        )
        assert frame.decided == sum(line.money.decided for line in seen.years)
        assert frame.own == sum(each.amount for each in seen.costs)
        places = place_lines(it.desk, 2026)
        assert sum((line.money for line in places), Money()) == seen.years[3].money
        for line in places:
            cases = case_lines(it.desk, line.place.id, 2026)
            assert sum((each.money for each in cases), Money()) == line.money
        facts = budget_facts(it.desk, 2026)
        assert sum(row.amount for row in facts.calculation[:-1]) == facts.left
        it.wait()
        for day, shot in shots.items():
            then = budget_view(it.desk, 2026, day)
            assert then.frame is not None
            assert then.frame.left == shot.frame.left
            assert [_kept(line) for line in then.years] == [_kept(line) for line in shot.years]
    finally:
        it.desk.store.close()


def _kept(line):
    """All but the proposal, which the rules had not written down anywhere."""
    money = line.money
    return line.year, money.asked, money.decided, money.paid, money.returned, line.own


@pytest.mark.parametrize("on", [None, date(2026, 1, 1)])
def test_the_cases_of_a_year_are_found_by_an_index(it, on):
    asked = f"{module._inner(on, 'between ?1 and ?3')} select * from x"
    plan = it.desk.store.rows(f"explain query plan {asked}", 2023, "2026-01-01", 2026)
    scans = [row[3] for row in plan if row[3].startswith("SCAN")]
    assert not any(scan.split()[1] in ("c", "s", "grant_case", "summary") for scan in scans), scans
    assert any("grant_case_year" in row[3] for row in plan)
