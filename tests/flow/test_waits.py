"""What a case waits for when each act is done, which cases an act is about, and what work is."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from db.change import Insert, Update
from desktop.domain.commitment_words import ReviewOutcome
from desktop.domain.commitments import Network, NetworkActivity, NetworkReview
from desktop.domain.phases import Phase, PlaceKind
from desktop.domain.problems import Refusal
from desktop.domain.registers import Place
from desktop.domain.text import say
from desktop.flow import associations
from desktop.flow.ask import Ask, Kind
from desktop.flow.associations import association_view
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.derive import cases_of
from desktop.flow.event_words import traces
from desktop.flow.network_view import pictured
from desktop.flow.next_act import next_act
from desktop.flow.places import place_view
from desktop.flow.plan_view import plan_picture
from desktop.flow.thrown_away import thrown_away
from desktop.flow.typed import READERS
from desktop.flow.visit_facts import facts_of
from desktop.flow.visit_next import visit_label
from desktop.flow.visit_picture import visit_picture
from desktop.flow.waiting import waiting
from desktop.flow.work import Work
from tests.flow.coordinator import CHOIR, FRIENDS, GRINDAVIK
from tests.flow.lived_stage import NEAR

TODAY = date(2026, 3, 2)


@pytest.fixture
def it(coordinator):
    return coordinator


def waits(it, case):
    return [(row.kind, row.mine) for row in waiting(it.sees(case))]


def test_a_new_case_waits_for_the_coordinator_since_it_arrived(it):
    case = it.registers(arrived_on=date(2026, 2, 27), came_on=date(2026, 2, 26), arrival_note="x")

    (row,) = waiting(it.sees(case))

    assert (row.kind, row.mine, row.since, row.due_on) == (
        "received",
        True,
        date(2026, 2, 27),
        None,
    )


def test_a_completion_is_awaited_from_the_day_it_was_asked_for(it):
    case = it.registers(costs="", other_funding="")
    it.in_case(case, "ask_completion", due_on=date(2026, 3, 20))

    (row,) = waiting(it.sees(case))

    assert (row.kind, row.mine) == ("completion", False)
    assert (row.since, row.due_on) == (TODAY, date(2026, 3, 20))


def test_a_ready_case_is_due_before_the_activity_begins(it):
    case = it.registers()
    it.readies(case)

    (row,) = waiting(it.sees(case))

    assert (row.kind, row.mine, row.due_on) == ("ready", True, date(2026, 3, 22))


def test_a_decision_waits_for_its_letter_and_its_list(it):
    case = it.registers()
    it.readies(case)
    it.decides(case)
    assert waits(it, case) == [("letter", True), ("listing", True)]

    it.does("make_list", meeting_on=date(2026, 3, 9))
    letter, meeting = waiting(it.sees(case))

    assert (meeting.kind, meeting.since, meeting.due_on) == ("meeting", TODAY, date(2026, 3, 9))
    assert letter.since == TODAY


def test_a_payment_waits_until_its_gate_closes_and_then_for_the_annual_report(it):
    case = it.registers()
    it.grants(case)
    it.reports_to_board()
    assert waits(it, case)[0] == ("annual_report", False)

    it.does("receive_annual_report", {"association": CHOIR})
    payment, gate, report = waiting(it.sees(case))

    assert (payment.kind, payment.mine, payment.from_on) == ("payment", True, None)
    assert payment.until_on == date(2026, 12, 30)
    assert (gate.kind, gate.mine, gate.since) == ("annual_report", False, date(2026, 12, 31))
    assert (gate.from_on, gate.until_on) == (date(2026, 12, 31), None)
    assert (report.kind, report.since, report.due_on) == (
        "report",
        date(2026, 3, 24),
        date(2026, 4, 24),
    )


def test_a_payment_with_a_lifted_gate_waits_for_nothing_else(it):
    case = it.registers()
    it.grants(case)
    it.in_case(case, "exempt", reason="bildad i år")

    assert waits(it, case)[:2] == [("payment", True), ("report", False)]
    it.in_case(case, "release_payment", handed=False)
    assert waits(it, case)[0] == ("hand_over", True)
    it.in_case(case, "hand_to_finance")
    assert waits(it, case)[0] == ("handed", False)


def _paid(it):
    case = it.registers(starts_on=date(2026, 2, 20), ends_on=date(2026, 2, 21))
    it.grants(case)
    it.reports_to_board()
    it.pays(case)
    return case


def test_a_report_is_awaited_reviewed_completed_and_then_all_is_clear(it):
    case = _paid(it)
    assert waits(it, case) == [("report", False)]

    it.in_case(case, "receive_report")
    assert waits(it, case) == [("review", True)]
    it.in_case(case, "judge_report", judgement="completion", note="Kvitton saknas.")
    assert waits(it, case) == [("report_completion", False)]
    assert str(it.label(case).text) == "Rapporten kompletteras"
    it.in_case(case, "receive_report")
    it.in_case(case, "judge_report", judgement="approved")
    assert waits(it, case) == [("close", True)]
    it.in_case(case, "close_case")
    assert waits(it, case) == []
    assert (it.sees(case).case.phase, next_act(it.sees(case))) == (Phase.CLOSED, "")


def test_a_claim_waits_to_be_sent_to_be_paid_and_to_be_sent_again(it):
    case = _paid(it)
    it.in_case(case, "receive_report")
    it.in_case(case, "judge_report", judgement="deviating", deviation=500, note="En buss mindre.")
    assert next_act(it.sees(case)) == "reclaim"
    it.in_case(case, "reclaim", amount=500, reason="bussen", unbiased=True)
    claim, listing = waiting(it.sees(case))
    assert (claim.kind, claim.mine, claim.since, claim.due_on) == ("reclaim", True, TODAY, None)
    assert (listing.kind, listing.since) == ("listing", TODAY)
    assert next_act(it.sees(case)) == "claim_sent"

    it.in_case(case, "claim_sent")
    claim, *_ = waiting(it.sees(case))
    assert (claim.mine, claim.due_on) == (False, date(2026, 4, 1))
    assert not it.sees(case).reclaim_unsent

    it.wait(3)
    it.in_case(case, "claim_came_back")
    claim, *_ = waiting(it.sees(case))
    assert (claim.mine, claim.since, it.sees(case).reclaim_unsent) == (True, it.today, True)

    it.in_case(case, "claim_sent")
    assert not it.sees(case).reclaim_unsent
    it.in_case(case, "record_repayment", amount=500)
    assert waits(it, case) == [("listing", True)]
    assert next_act(it.sees(case)) == "make_list"


def test_an_appeal_comes_first_until_the_court_has_settled_it(it):
    case = it.registers()
    it.grants(case)
    it.reports_to_board()
    it.in_case(case, "receive_appeal")
    assert waits(it, case)[0] == ("appeal", False)

    it.in_case(case, "settle_appeal", result="annulled")
    first, *_ = waiting(it.sees(case))

    assert (first.kind, first.mine, first.since) == ("annulled", True, TODAY)


# Which cases


def test_an_act_is_about_the_cases_of_its_subject(it):
    one, two = it.registers(CHOIR), it.registers(FRIENDS, asked=500)
    it.in_case(one, "add_to_round")
    store = it.desk.store

    assert cases_of(store, "case", two) == {two}
    assert cases_of(store, "association", CHOIR) == {one}
    assert cases_of(store, "association", FRIENDS) == {two}
    assert cases_of(store, "place", GRINDAVIK) == {one, two}
    assert cases_of(store, "place", NEAR) == set()
    assert cases_of(store, "round", 1) == {one}
    assert cases_of(store, "visit", 1) == set()


def test_a_list_is_about_the_cases_of_its_decisions_and_reclaims(it):
    case = _paid(it)
    it.in_case(case, "reclaim", amount=1, reason="bussen", unbiased=True)
    other = it.registers(FRIENDS, asked=500)
    it.readies(other)
    it.decides(other)
    it.does("make_list")

    assert cases_of(it.desk.store, "list", 1) == {case}
    assert cases_of(it.desk.store, "list", 2) == {case, other}


def test_a_new_application_for_a_pot_moves_what_is_shown_of_the_others(it):
    first = it.registers_base(CHOIR)
    it.registers_base(FRIENDS)

    (row,) = it.desk.store.summaries([first])

    assert row.proposed == 5_000


# Work


def test_a_row_that_is_changed_twice_is_one_change(it):
    store = it.desk.store
    place, work = store.get(Place, GRINDAVIK), Work(store=store)

    once = work.change(place, note="a")
    twice = work.change(once, since=1980)

    (update,) = work.changes
    assert isinstance(update, Update)
    assert (update.before, update.after) == (place, twice)
    assert (twice.note, twice.since, twice.rev) == ("a", 1980, place.rev + 1)


def test_a_new_row_that_is_changed_stays_new(it):
    work = Work(store=it.desk.store)
    made = work.add(Place(name="Sagostad", kind=PlaceKind.TWIN_TOWN))

    changed = work.change(made, note="a")

    (insert,) = work.changes
    assert isinstance(insert, Insert)
    assert (insert.record, changed.rev, changed.id) == (changed, made.rev, made.id)


def test_a_row_that_is_changed_to_what_it_was_is_no_change(it):
    place, work = it.desk.store.get(Place, GRINDAVIK), Work(store=it.desk.store)

    assert work.change(place, name=place.name) is place
    assert work.changes == []


def test_a_new_end_of_the_financial_year_stays_while_a_payment_rests_on_it(it):
    case = it.registers()
    it.grants(case)
    changed = it.does("change_association", {"association": CHOIR}, year_end="06-30")
    it.pays(case)

    (problem,) = it.is_refused("take_back", event_id=changed.event.id)

    assert "En utbetalning vilar på det" in str(problem.text)


# Views of the register in which much has gone on


def test_a_plan_is_followed_when_the_next_year_has_one(autumn):
    assert [plan_picture(autumn, key).followed for key in (1, 2, 3, 4)] == [
        True,
        False,
        False,
        False,
    ]


def test_a_nearer_town_that_has_had_its_trip_is_not_named(autumn, stage):
    assert facts_of(autumn, visit_picture(autumn, 10).visit).nearer == ()
    bare = visit_picture(stage.desk, 9).visit
    assert [each.id for each in facts_of(stage.desk, bare).nearer] == [NEAR]


def test_as_many_letters_are_shown_as_the_page_has_room_for(autumn, monkeypatch):
    monkeypatch.setattr(associations, "MOST_LETTERS", 2)

    assert len(association_view(autumn, CHOIR).letters) == 2


@pytest.mark.parametrize(("day", "mine"), [(31, False), (32, True)])
def test_a_missing_answer_is_the_coordinators_when_it_is_late(stage, day, mine):
    stage.does("excuse_body", {"asked": 4}, reason="inget att säga")
    stage.on(date.fromordinal(date(2026, 3, 1).toordinal() + day - 1))

    (line,) = [each for each in all_deadlines(stage.desk) if each.fact.subject == ("follow_up", 1)]

    assert str(line.fact.text) == "Ett svar saknas i uppföljningen 2025"
    assert (line.fact.mine, str(line.fact.whose)) == (mine, "verksamheterna")


def test_what_keeps_a_case_open_is_said_of_the_case(it):
    case = it.registers()
    it.grants(case)

    problems = it.in_case_refused(case, "close_case")

    assert {each.field for each in problems} == {"case_id"}


def test_a_visit_without_a_last_day_for_its_report_is_the_coordinators(autumn):
    seen = visit_picture(autumn, 12)
    free = replace(seen.visit, report_due_on=None)

    mark = visit_label(replace(seen, facts=replace(seen.facts, visit=free)))

    assert (str(mark.text), mark.tone, mark.due_on) == ("Genomfört", "mine", free.starts_on)


def test_what_was_done_in_a_network_stands_the_latest_first(autumn):
    days = [date(2026, 1, 2), date(2026, 1, 1), date(2026, 1, 2)]
    held = [
        NetworkActivity(id=at, network_id=1, held_on=day, text="möte")
        for at, day in enumerate(days, 1)
    ]
    reviews = [
        NetworkReview(id=at, network_id=1, held_on=day, outcome=ReviewOutcome.CONTINUE)
        for at, day in enumerate(days, 1)
    ]

    seen = pictured(autumn, Network(name="Påhitt"), held, reviews)

    assert [each.id for each in seen.activities] == [each.id for each in seen.reviews] == [3, 1, 2]


def test_a_places_partners_are_those_linked_to_it_and_those_with_cases(it):
    assert len(place_view(it.desk, GRINDAVIK).partners) == 4
    assert place_view(it.desk, NEAR).partners == ()


def test_many_things_taken_away_together_are_counted(it):
    it.does("register_project", name="Idén", kind="eu")
    days = [{"due_on": f"2026-1{at}-0{no}", "text": "x"} for at in (0, 1) for no in (1, 2)]
    done = it.does("set_project_report_days", {"project": 1}, report_days=days)
    it.does("take_back", event_id=done.event.id)

    ((line,),) = list(thrown_away(it.desk))

    assert str(line.what) == "Redovisning, 4 stycken: 2026-10-01, 2026-10-02, 2026-11-01 …"
    assert str(line.where) == "Projekt Idén"


def test_a_decision_taken_back_and_put_back_is_told_of_both_times(it):
    case = it.registers()
    it.readies(case)
    back = it.does("take_back", event_id=it.decides(case).event.id)
    again = it.does("take_back", event_id=back.event.id)

    def told(outcome):
        return [
            (str(each.before), str(each.after))
            for each in traces(it.desk, outcome.event)
            if (str(each.row), str(each.field)) == ("Beslut 1/2026", "Finns")
        ]

    assert (told(back), told(again)) == ([("finns", "borttagen")], [("borttagen", "finns")])


@pytest.mark.parametrize("given", [1.5, True, None])
def test_a_sum_that_is_no_number_is_named_as_it_was_given(given):
    with pytest.raises(Refusal) as told:
        READERS[Kind.KR](Ask(label=say("Sökt"), kind=Kind.KR), "asked", given, TODAY)

    (problem,) = told.value.problems
    assert str(problem.text) == f"Sökt – {given} är inget heltal – skriv siffror."
