"""Distributions are tried side by side, judged at once, and adopted as proposals only."""

from __future__ import annotations

import pytest

from desktop.domain.budgeting import WhatIf, WhatIfRow
from desktop.domain.casework import Decision, RoundCase
from desktop.domain.phases import Phase
from desktop.domain.problems import Refusal
from desktop.flow.run import run
from desktop.flow.steps.what_if import ChangeWhatIf, DropWhatIf, NewWhatIf, WhatIfAmount
from desktop.flow.steps.what_if_adoption import AdoptWhatIf
from desktop.flow.what_if import amounts_of, what_ifs

WHY = "Barnens konsert går först."


@pytest.fixture
def it(coordinator):
    return coordinator


@pytest.fixture
def two(it):
    """Two applications for a pot of 10 000."""
    return it.registers(1, asked=8_000), it.registers(2, asked=6_000)


def new(it, name="Rum för alla", **more):
    return dict(run(it.desk, NewWhatIf(year=2026, name=name, **more)).subjects)["what_if"]


def put(it, tried, **sums):
    rows = tuple(WhatIfAmount(case_id=int(key[1:]), amount=sum_) for key, sum_ in sums.items())
    return run(it.desk, ChangeWhatIf(what_if_id=tried, rows=rows))


def refused(it, command):
    head = it.head
    with pytest.raises(Refusal) as told:
        run(it.desk, command)
    assert it.head == head
    return str(told.value)


def test_a_new_one_copies_the_proposals(it, two):
    first, second = two
    assert amounts_of(it.desk, new(it)) == {first: 8_000, second: 2_000}


def test_another_one_can_be_copied(it, two):
    tried = new(it)
    put(it, tried, **{f"c{two[0]}": 5_000})
    copy = new(it, "Kopia", copy_of=tried)
    assert amounts_of(it.desk, copy)[two[0]] == 5_000


def test_a_case_that_a_rule_stops_is_left_as_it_is(it):
    stopped = it.registers(costs="", other_funding="")
    whole = it.registers(2, asked=1_000)
    assert amounts_of(it.desk, new(it)) == {whole: 1_000}
    column = what_ifs(it.desk, 2026).columns[1]
    assert column.cells[stopped].amount is None


def test_they_stand_side_by_side_with_totals_and_what_is_left(it, two):
    tried = new(it)
    put(it, tried, **{f"c{two[0]}": 3_000, f"c{two[1]}": 3_000})

    now, other = what_ifs(it.desk, 2026).columns

    assert (now.total, now.left) == (10_000, 470_000)
    assert (other.total, other.left, other.stopped) == (6_000, 474_000, False)


def test_a_sum_above_the_pot_is_stopped_in_words(it, two):
    tried = new(it)
    put(it, tried, **{f"c{two[0]}": 8_000, f"c{two[1]}": 6_000})

    cell = what_ifs(it.desk, 2026).columns[1].cells[two[1]]

    assert (cell.mark, str(cell.words)) == ("stop", "Potten räcker till 2\u00a0000\u00a0kr")


def test_a_sum_above_what_the_rules_give_is_stopped_in_words(it):
    case = it.registers(asked=8_000, costs=9_000, other_funding=4_000)
    tried = new(it)
    put(it, tried, **{f"c{case}": 6_000})

    cell = what_ifs(it.desk, 2026).columns[1].cells[case]

    assert (cell.mark, str(cell.words)) == ("stop", "Reglerna räcker till 5\u00a0000\u00a0kr")


def test_a_lowered_sum_says_what_was_asked(it):
    case = it.registers(asked=8_000)
    tried = new(it)
    put(it, tried, **{f"c{case}": 3_000})
    assert what_ifs(it.desk, 2026).columns[1].cells[case].mark == "lowered"


def test_more_than_the_frame_has_stops_the_whole(it, two):
    it.does("set_frame", first_year=2023, frame=9_000)
    tried = new(it)
    column = what_ifs(it.desk, 2026).columns[1]
    assert str(column.stop) == "Ramen räcker inte: 1\u00a0000\u00a0kr för mycket"
    assert "Ramen räcker inte" in refused(it, AdoptWhatIf(what_if_id=tried))


def test_an_adopted_one_becomes_proposals_and_no_decision(it, two):
    first, second = two
    tried = new(it)
    put(it, tried, **{f"c{first}": 4_000, f"c{second}": 6_000})

    done = run(it.desk, AdoptWhatIf(what_if_id=tried, deviation=WHY))

    assert [it.sees(each).proposal for each in two] == [4_000, 6_000]
    assert {it.sees(each).case.phase for each in two} == {Phase.CONSULTATION}
    assert it.desk.store.count(Decision) == 0
    assert it.desk.store.get(WhatIf, tried).adopted_on == it.today
    assert done.event.reason == WHY
    rows = it.desk.store.find(RoundCase)
    assert {row.round_id for row in rows} == {1}
    assert [row.deviation for row in rows] == [WHY, WHY]


def test_a_sum_that_the_rules_do_not_give_needs_a_reason(it, two):
    tried = new(it)
    put(it, tried, **{f"c{two[0]}": 4_000})
    assert "Skäl att avvika" in refused(it, AdoptWhatIf(what_if_id=tried))


def test_a_case_in_the_open_round_gets_the_new_sum(it, two):
    tried = new(it)
    put(it, tried, **{f"c{two[0]}": 4_000, f"c{two[1]}": None})
    it.in_case(two[0], "add_to_round")

    run(it.desk, AdoptWhatIf(what_if_id=tried, deviation=WHY))

    assert it.sees(two[0]).proposal == 4_000
    assert it.sees(two[1]).case.phase is Phase.RECEIVED


def test_cases_that_moved_on_are_named_and_can_be_left_out(it, two):
    tried = new(it)
    put(it, tried, **{f"c{two[0]}": 4_000})
    it.readies(two[1])
    it.decides(two[1])

    words = refused(it, AdoptWhatIf(what_if_id=tried, deviation=WHY))
    assert "2026-002 Föreningen Vulkanvännerna är redan beslutat" in words

    run(it.desk, AdoptWhatIf(what_if_id=tried, deviation=WHY, leave_out=True))
    assert it.sees(two[0]).proposal == 4_000


def test_a_sheet_that_is_written_is_not_changed_behind_the_committee(it, two):
    tried = new(it)
    put(it, tried, **{f"c{two[0]}": 4_000})
    it.in_case(two[0], "add_to_round")
    it.does("make_sheet", {"round": 1})
    assert "skrivet samrådsunderlag" in refused(it, AdoptWhatIf(what_if_id=tried, deviation=WHY))


def test_adopting_can_be_undone(it, two):
    tried = new(it)
    done = run(it.desk, AdoptWhatIf(what_if_id=tried))
    it.does("take_back", event_id=done.event.id)
    assert {it.sees(each).case.phase for each in two} == {Phase.RECEIVED}
    assert it.desk.store.get(WhatIf, tried).adopted_on is None


def test_an_adopted_one_is_not_changed(it, two):
    tried = new(it)
    run(it.desk, AdoptWhatIf(what_if_id=tried))
    words = refused(it, ChangeWhatIf(what_if_id=tried, name="Nytt"))
    assert "redan använd" in words


def test_a_dropped_one_is_gone_and_the_proposals_stay(it, two):
    tried = new(it)
    run(it.desk, DropWhatIf(what_if_id=tried))
    assert it.desk.store.count(WhatIf) == it.desk.store.count(WhatIfRow) == 0
    assert it.sees(two[0]).proposal == 8_000


def test_two_cannot_have_the_same_name(it, two):
    new(it)
    assert "finns redan" in refused(it, NewWhatIf(year=2026, name="Rum för alla"))


def test_without_pending_cases_there_is_nothing_to_try(it):
    assert "väntar på beslut" in refused(it, NewWhatIf(year=2026, name="Tom"))
