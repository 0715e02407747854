"""A mistake is taken back by a counter-act; what left the house, or is built upon, stays."""

from __future__ import annotations

from datetime import date

import pytest

from db.check import check
from desktop.domain.casework import Case, Decision, DecisionList, Document, Round, RoundCase
from desktop.domain.phases import PaymentState, Phase
from desktop.domain.registers import AnnualReport, Association
from desktop.flow.money import pots
from desktop.flow.next_act import next_act
from desktop.flow.today import today
from tests.flow.coordinator import CHOIR, FRIENDS, GRINDAVIK


def takes_back(it, done):
    return it.does("take_back", event_id=done.event.id)


def is_refused(it, done):
    (problem,) = it.is_refused("take_back", event_id=done.event.id)
    assert problem.field == "event_id"
    return str(problem.text)


def last(it, name):
    """The latest event of an act."""
    return next(each for each in it.desk.store.events() if each.name == name)


def test_a_registration_is_taken_back_with_its_letter(coordinator):
    case = coordinator.registers(confirm=True)
    done = coordinator.desk.store.event(coordinator.desk.store.last_event_id)

    coordinator.does("take_back", event_id=done.id)

    store = coordinator.desk.store
    assert store.find(Case) == []
    assert store.find(Document) == []
    assert store.summaries([case]) == []
    assert [bar.waiting for bar in pots(coordinator.desk, 2026)] == [0] * 6
    assert today(coordinator.desk).count == 0
    assert check(store) == []


def test_the_number_of_a_case_taken_back_is_not_given_again(coordinator):
    coordinator.registers()
    coordinator.does("take_back", event_id=coordinator.desk.store.last_event_id)

    again = coordinator.registers()

    assert coordinator.sees(again).case.number == "2026-002"


def test_a_round_that_was_opened_by_the_act_is_taken_back_with_it(coordinator):
    case = coordinator.registers()
    done = coordinator.in_case(case, "add_to_round")

    takes_back(coordinator, done)

    assert coordinator.sees(case).case.phase is Phase.RECEIVED
    assert coordinator.desk.store.find(Round) == []
    assert coordinator.desk.store.find(RoundCase) == []


def test_a_round_with_another_case_in_it_stays(coordinator):
    first, second = coordinator.registers(CHOIR), coordinator.registers(FRIENDS, asked=1_000)
    done = coordinator.in_case(first, "add_to_round")
    coordinator.in_case(second, "add_to_round")

    words = is_refused(coordinator, done)

    assert "2026-002 ligger i samrådsomgång 1/2026" in words
    assert coordinator.sees(second).round is not None


def test_a_decision_is_taken_back_before_its_letter_is_sent(coordinator):
    case = coordinator.registers(asked=10_000)
    coordinator.readies(case)
    done = coordinator.decides(case)

    takes_back(coordinator, done)

    seen = coordinator.sees(case)
    assert (seen.case.phase, seen.decision) == (Phase.READY, None)
    assert seen.proposal == 10_000
    assert next_act(seen) == "decide"
    assert sum(bar.decided for bar in pots(coordinator.desk, 2026)) == 0
    assert check(coordinator.desk.store) == []


def test_a_decision_taken_back_is_still_in_the_file_with_its_letter(coordinator):
    case = coordinator.registers()
    coordinator.readies(case)
    done = coordinator.decides(case)
    takes_back(coordinator, done)

    store = coordinator.desk.store
    (decision,) = store.find(Decision, everything=True)
    assert store.find(Decision) == []
    assert store.content(decision.document_id).startswith(b"%PDF")


def test_the_next_decision_gets_a_new_number(coordinator):
    case = coordinator.registers()
    coordinator.readies(case)
    takes_back(coordinator, coordinator.decides(case))

    coordinator.decides(case)

    assert coordinator.sees(case).decision.number == 2
    assert coordinator.sees(case).decision.version == 1


@pytest.mark.parametrize("outcome", ["granted", "rejected"])
def test_a_decision_stays_when_its_letter_has_left(coordinator, outcome):
    case = coordinator.registers()
    coordinator.readies(case)
    money = {"granted": 8_000 if outcome == "granted" else 0, "own_text": "Skälen."}
    decided = coordinator.decides(case, outcome=outcome, **money)
    sent = coordinator.in_case(case, "send_letter")

    assert "Det har lämnat huset och kan inte ångras" in is_refused(coordinator, sent)
    assert "kan inte tas tillbaka" in is_refused(coordinator, decided)
    assert coordinator.sees(case).decision is not None


def test_a_decision_stays_when_a_new_one_replaces_it(coordinator):
    case = coordinator.registers()
    coordinator.readies(case)
    decided = coordinator.decides(case)
    anew = coordinator.in_case(case, "decide_anew", ground="skrivfel", unbiased=True)

    assert "kan inte tas tillbaka" in is_refused(coordinator, decided)

    takes_back(coordinator, anew)
    takes_back(coordinator, decided)
    assert coordinator.sees(case).case.phase is Phase.READY


def test_a_decision_stays_while_it_is_on_a_list(coordinator):
    case = coordinator.registers()
    coordinator.readies(case)
    decided = coordinator.decides(case)
    made = coordinator.does("make_list")

    assert "Delegationslista 1/2026" in is_refused(coordinator, decided)

    takes_back(coordinator, made)
    assert coordinator.desk.store.find(DecisionList) == []
    takes_back(coordinator, decided)
    assert coordinator.sees(case).decision is None


def test_a_list_stays_when_it_has_been_reported(coordinator):
    coordinator.grants(coordinator.registers())
    made = coordinator.does("make_list")
    reported = coordinator.does("report_list", {"list": 1}, paragraph="201")

    assert "kan inte tas tillbaka" in is_refused(coordinator, made)

    takes_back(coordinator, reported)
    assert next_act(coordinator.sees(1)) == "receive_annual_report"
    takes_back(coordinator, made)
    assert coordinator.does("make_list").text.shown(str) == "Delegationslista 1/2026 har 1 beslut."


def test_decisions_made_together_are_taken_back_together(coordinator):
    cases = [coordinator.registers_base(by) for by in (1, 2, 3)]
    coordinator.readies(*cases)
    done = coordinator.does(
        "decide_together",
        scheme="base_grant",
        place_id=GRINDAVIK,
        year=2026,
        unbiased=True,
        decided_on=coordinator.today,
    )
    assert [coordinator.sees(case).granted for case in cases] == [3_333] * 3

    takes_back(coordinator, done)

    assert [coordinator.sees(case).case.phase for case in cases] == [Phase.READY] * 3
    assert coordinator.desk.store.find(Decision) == []


def test_a_payment_order_is_taken_back_until_it_is_paid(coordinator):
    case = coordinator.registers()
    coordinator.grants(case)
    coordinator.does("receive_annual_report", {"association": CHOIR})
    released = coordinator.in_case(case, "release_payment")

    takes_back(coordinator, released)

    assert coordinator.sees(case).payment.state is PaymentState.PLANNED
    assert next_act(coordinator.sees(case)) == "release_payment"

    coordinator.in_case(case, "release_payment")
    paid = coordinator.in_case(case, "mark_paid")
    assert "kan inte ångras" in is_refused(coordinator, paid)
    assert "kan inte tas tillbaka" in str(
        coordinator.is_refused("take_back", event_id=last(coordinator, "release_payment").id)[
            0
        ].text
    )


def test_an_annual_report_stays_while_a_payment_rests_on_it(coordinator):
    case = coordinator.registers()
    coordinator.grants(case)
    received = coordinator.does("receive_annual_report", {"association": CHOIR})
    released = coordinator.in_case(case, "release_payment")

    assert "En utbetalning vilar på det – ta tillbaka utbetalningen först" in is_refused(
        coordinator, received
    )

    takes_back(coordinator, released)
    takes_back(coordinator, received)
    assert coordinator.desk.store.find(AnnualReport) == []
    assert next_act(coordinator.sees(case)) == "receive_annual_report"


def test_an_exemption_stays_while_a_payment_rests_on_it(coordinator):
    case = coordinator.registers()
    coordinator.grants(case)
    exempted = coordinator.in_case(case, "exempt", reason="bildad i år")
    coordinator.in_case(case, "release_payment")

    assert "En utbetalning vilar på det" in is_refused(coordinator, exempted)


def test_a_version_of_the_application_stays_when_the_case_has_gone_on_with_it(coordinator):
    case = coordinator.registers()
    coordinator.in_case(case, "begin_preparation")
    changed = coordinator.in_case(case, "change_application", asked=3_000)
    coordinator.readies(case)
    coordinator.decides(case)

    assert "har gått vidare med den versionen" in is_refused(coordinator, changed)
    assert coordinator.sees(case).application.asked == 3_000


def test_a_version_of_the_application_is_taken_back_before_that(coordinator):
    case = coordinator.registers()
    changed = coordinator.in_case(case, "change_application", asked=3_000)

    takes_back(coordinator, changed)

    assert coordinator.sees(case).application.asked == 8_000
    assert len(coordinator.sees(case).versions) == 1


def test_what_others_point_at_stays(coordinator):
    added = coordinator.does("add_association", name="Föreningen Nypåhittad", place_ids=[2])
    association = dict(added.subjects)["association"]
    coordinator.registers(association)

    assert "2026-001 är registrerad" in is_refused(coordinator, added)
    assert coordinator.desk.store.get(Association, association).name == "Föreningen Nypåhittad"


def test_an_adopted_guideline_stays_when_a_case_follows_it(coordinator):
    adopted = coordinator.does(
        "adopt_guideline", valid_from=date(2026, 1, 1), adopted_on=date(2026, 1, 1)
    )
    case = coordinator.registers()

    assert "kan inte tas tillbaka" in is_refused(coordinator, adopted)
    assert coordinator.sees(case).guideline.valid_from == date(2026, 1, 1)


def test_a_track_of_a_closed_case_is_not_opened_behind_its_back(coordinator):
    case = coordinator.registers()
    coordinator.closes(case)
    judged, reported = last(coordinator, "judge_report"), last(coordinator, "report_list")

    for event in (judged, reported):
        (problem,) = coordinator.is_refused("take_back", event_id=event.id)
        assert "2026-001 är avslutat – öppna ärendet igen först" in str(problem.text)

    takes_back(coordinator, coordinator.in_case(case, "reopen_case", reason="fler kvitton"))
    assert coordinator.sees(case).case.phase is Phase.CLOSED


def test_a_closed_case_that_was_opened_and_has_gone_on_is_closed_anew_not_undone(coordinator):
    case = coordinator.registers()
    coordinator.closes(case)
    opened = coordinator.in_case(case, "reopen_case", reason="fler kvitton", report_again=True)
    coordinator.in_case(case, "judge_report")

    assert is_refused(coordinator, opened).startswith("Händelse – ")
    assert coordinator.sees(case).case.phase is Phase.CARRIED_OUT


def test_a_declined_grant_comes_back_to_a_pot_that_it_fills(coordinator):
    first = coordinator.registers(CHOIR, asked=4_000)
    coordinator.grants(first)
    declined = coordinator.in_case(first, "decline", evidence="mejl")
    second = coordinator.registers(FRIENDS, asked=6_000)
    coordinator.grants(second)

    coordinator.does("take_back", event_id=declined.event.id)

    assert [coordinator.sees(each).granted for each in (first, second)] == [4_000, 6_000]


def test_a_declined_grant_comes_back_only_while_the_pot_has_room(coordinator):
    first = coordinator.registers(CHOIR, asked=10_000)
    coordinator.grants(first)
    declined = coordinator.in_case(first, "decline", evidence="mejl")
    second = coordinator.registers(FRIENDS, asked=6_000)
    coordinator.grants(second)

    words = is_refused(coordinator, declined)

    assert "potten som 2026-001 lämnade har gått till andra" in words
    assert coordinator.sees(first).granted == 0


def test_taking_back_a_taking_back_does_it_again_until_something_else_is_done(coordinator):
    case = coordinator.registers()
    coordinator.readies(case)
    back = takes_back(coordinator, coordinator.decides(case))

    again = takes_back(coordinator, back)
    assert again.text.shown(str).startswith("Gjort igen: Beslut 1/2026")
    assert coordinator.sees(case).decision.number == 1
    third = takes_back(coordinator, again)
    assert third.text.shown(str).startswith("Ångrat: Beslut 1/2026")

    coordinator.in_case(case, "set_reference", dnr="26KS1")
    assert "Det går bara att göra igen genast" in is_refused(coordinator, third)


def test_what_was_undone_is_not_done_again_another_day(coordinator):
    """The payment gate may have closed since then, and doing again judges nothing."""
    coordinator.on(date(2026, 12, 30))
    case = coordinator.registers()
    coordinator.grants(case)
    coordinator.does("receive_annual_report", {"association": CHOIR})
    back = takes_back(coordinator, coordinator.in_case(case, "release_payment"))

    coordinator.on(date(2027, 1, 4))

    assert "Det går bara att göra igen genast" in is_refused(coordinator, back)
    assert coordinator.sees(case).payment.state is PaymentState.PLANNED


def test_undone_and_done_again_many_times_the_words_stay_short(coordinator):
    coordinator.registers()
    event_id = coordinator.desk.store.last_event_id
    for _ in range(12):
        event_id = coordinator.does("take_back", event_id=event_id).event.id

    assert coordinator.desk.store.event(event_id).text == (
        "Gjort igen: Ansökan 2026-001 är registrerad."
    )
    assert check(coordinator.desk.store) == []


def test_the_register_itself_is_not_taken_back(coordinator):
    (problem,) = coordinator.is_refused("take_back", event_id=1)

    assert "kan inte ångras" in str(problem.text)


def test_an_event_that_is_not_in_the_log(coordinator):
    (problem,) = coordinator.is_refused("take_back", event_id=999)

    assert "finns inte i loggen" in str(problem.text)
