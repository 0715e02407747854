"""Claiming money back is a decision: numbered, in a letter, told to the board, appealable."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.casework import Decision, ListedReclaim, Reclaim
from desktop.domain.phases import Phase, ReclaimState
from desktop.flow.journal_tracks import tracks
from desktop.flow.next_act import next_act
from desktop.flow.reading import read
from desktop.flow.run import plan, run
from desktop.flow.steps import step_named
from desktop.flow.today import today
from tests.flow.test_letters import always, has, letter, text_of

WHY = "en av två bussar ställdes in"


@pytest.fixture
def paid(coordinator):
    """A case whose 8 000 kr are paid and whose report has come and deviates by 2 000 kr."""
    case = coordinator.registers()
    coordinator.grants(case)
    coordinator.reports_to_board()
    coordinator.pays(case)
    coordinator.on(date(2026, 4, 20))
    coordinator.in_case(case, "receive_report")
    coordinator.in_case(
        case, "judge_report", judgement="deviating", deviation=2_000, note="en buss mindre"
    )
    return case


def reclaims(it, case: int, **typed):
    return it.in_case(case, "reclaim", reason=WHY, unbiased=True, **typed)


def test_a_reclaim_gets_the_next_number_of_the_year(coordinator, paid):
    reclaims(coordinator, paid)

    claim = coordinator.sees(paid).reclaim
    assert (claim.number, claim.year) == (2, 2026)
    assert (claim.officer, claim.delegation[-10:]) == ("Ebba Sagolin", " punkt 4.7")
    assert claim.amount == 2_000


def test_decisions_after_a_reclaim_go_on_in_the_same_series(coordinator, paid):
    reclaims(coordinator, paid)
    other = coordinator.registers(2, asked=1_000, costs=5_000)
    coordinator.grants(other)

    numbers = [each.number for each in coordinator.desk.store.find(Decision)]
    numbers += [each.number for each in coordinator.desk.store.find(Reclaim)]

    assert sorted(numbers) == [1, 2, 3]


def test_a_number_that_was_taken_back_is_not_given_again(coordinator, paid):
    done = reclaims(coordinator, paid)
    coordinator.does("take_back", event_id=done.event.id)
    reclaims(coordinator, paid)

    assert coordinator.sees(paid).reclaim.number == 3


def test_the_first_of_a_new_year_is_number_one(coordinator, paid):
    coordinator.on(date(2027, 1, 11))
    reclaims(coordinator, paid)

    claim = coordinator.sees(paid).reclaim
    assert (claim.number, claim.year) == (1, 2027)


def test_the_letter_says_what_is_claimed_why_and_how_to_appeal(coordinator, paid):
    reclaims(coordinator, paid, heard_on=date(2026, 4, 13), pay_to="bankgiro 5402-9681")

    words = letter(coordinator, paid, "reclaim_decision")
    always(words)
    has(
        words,
        "ska betala tillbaka 2 000 kronor i aktivitetsbidrag för år 2026",
        "Pengarna ska ha kommit in senast onsdagen den 20 maj 2026.",
        "Beviljat 8 000 kr Utbetalt 8 000 kr Återkrävs 2 000 kr Kvar hos föreningen 6 000 kr",
        "I beslut 1/2026 den 2 mars 2026 fick Körsällskapet Trollsländan 8 000 kronor",
        "Det gäller när hela eller en del av bidraget inte används till ändamålet.",
        "En av två bussar ställdes in.",
        "under Bidrag till föreningar, tredje stycket.",
        "Betala 2 000 kronor till bankgiro 5402-9681 senast onsdagen den 20 maj 2026.",
        "Föreningen har fått yttra sig den 13 april 2026.",
        "delegationsbeslut 2/2026 den 20 april 2026",
    )


def test_a_reclaim_for_a_report_that_did_not_come_says_when_it_should_have(coordinator):
    case = coordinator.registers()
    coordinator.grants(case)
    coordinator.pays(case)
    coordinator.on(date(2026, 5, 4))
    coordinator.in_case(case, "remind_report")
    coordinator.on(date(2026, 5, 25))
    coordinator.in_case(case, "report_missing", reason="påmind en gång")

    coordinator.in_case(case, "reclaim", unbiased=True)

    words = letter(coordinator, case, "reclaim_decision")
    has(
        words,
        "Det gäller när rapporten uteblir. Rapporten skulle ha kommit in senast",
        "Vi påminde om rapporten den 4 maj 2026.",
        "Kravet på rapport står i riktlinjerna för internationellt arbete",
        "enligt faktura som skickas särskilt",
    )


def test_the_preview_is_the_letter_and_takes_no_number(coordinator, paid):
    command = coordinator.command("reclaim", {"case": paid}, reason=WHY, unbiased=True)
    (draft,) = plan(coordinator.desk, command).drawn.values()
    assert coordinator.sees(paid).reclaim is None

    run(coordinator.desk, command)

    claim = coordinator.sees(paid).reclaim
    assert coordinator.desk.store.content(claim.document_id) == draft


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"amount": 8_001}, "amount"),
        ({"ground": "report"}, "ground"),
        ({"due_on": date(2026, 4, 20)}, "due_on"),
        ({"heard_on": date(2026, 3, 1)}, "heard_on"),
        ({"reason": "kassören 811228-9874"}, "reason"),
        ({"pay_to": "811228-9874"}, "pay_to"),
        ({"unbiased": False}, "unbiased"),
        ({"reason": ""}, "reason"),
    ],
)
def test_what_does_not_hold_is_refused_beside_its_field(coordinator, paid, typed, field):
    facts = {"reason": WHY, "unbiased": True, **typed}

    (problem,) = coordinator.in_case_refused(paid, "reclaim", **facts)

    assert problem.field == field


def lives_somewhere(it, case):
    """Write the applicant's address."""
    applicant = it.sees(case).association
    step = step_named("change_association")
    typed = step.prefill(it.desk, applicant) | {"address": "Låtsasgatan 4", "postcode": "941 31"}
    run(it.desk, read(step.command, typed, it.today))


def test_the_letter_is_sent_and_noted_as_a_dispatch(coordinator, paid):
    lives_somewhere(coordinator, paid)
    reclaims(coordinator, paid)
    coordinator.in_case(paid, "claim_sent", channel="post", recipient="Greta Visström")

    seen = coordinator.sees(paid)
    sent = seen.dispatches[-1]
    assert (sent.document_id, sent.channel) == (seen.reclaim.document_id, "post")
    assert (seen.reclaim.state, seen.reclaim.due_on) == (ReclaimState.CLAIMED, date(2026, 5, 20))


@pytest.mark.parametrize("act", ["send_letter", "claim_sent"])
def test_nothing_goes_by_post_to_nowhere(coordinator, paid, act):
    if act == "claim_sent":
        reclaims(coordinator, paid)
    else:
        coordinator.in_case(paid, "letter_came_back")
    assert step_named(act).prefill(coordinator.desk, coordinator.sees(paid))["channel"] == "hand"

    (problem,) = coordinator.in_case_refused(paid, act, channel="post")

    assert problem.field == "channel"
    assert str(problem.text) == (
        "Adress – saknas hos Körsällskapet Trollsländan – skriv den först eller välj ett annat"
        " sätt."
    )


def test_a_letter_that_came_back_is_sent_again_and_the_money_is_still_claimed(coordinator, paid):
    reclaims(coordinator, paid)
    coordinator.in_case(paid, "claim_sent")
    assert next_act(coordinator.sees(paid)) == "record_repayment"
    coordinator.wait(5)

    coordinator.in_case(paid, "claim_came_back")

    assert next_act(coordinator.sees(paid)) == "claim_sent"
    (row,) = [
        each for each in coordinator.desk.store.awaited([paid])[paid] if each.kind == "reclaim"
    ]
    assert (row.mine, row.since) == (True, date(2026, 4, 25))

    coordinator.in_case(paid, "claim_sent", channel="email")

    seen = coordinator.sees(paid)
    assert next_act(seen) == "record_repayment"
    assert seen.reclaim.claimed_on == date(2026, 4, 25)
    assert [each.returned_on is None for each in seen.dispatches[-2:]] == [False, True]


def test_money_that_came_before_the_letter_came_back_stays_counted(coordinator, paid):
    reclaims(coordinator, paid)
    coordinator.in_case(paid, "claim_sent")
    coordinator.in_case(paid, "record_repayment", amount=500)
    coordinator.in_case(paid, "claim_came_back")

    coordinator.in_case(paid, "claim_sent")

    assert coordinator.sees(paid).reclaim.state is ReclaimState.PART_PAID


def test_a_letter_that_was_not_sent_does_not_come_back(coordinator, paid):
    reclaims(coordinator, paid)

    (problem,) = coordinator.in_case_refused(paid, "claim_came_back")

    assert "är inte skickat" in str(problem)


def test_the_decisions_letter_stays_sent_when_the_reclaims_came_back(coordinator, paid):
    reclaims(coordinator, paid)
    coordinator.in_case(paid, "claim_sent")
    coordinator.in_case(paid, "claim_came_back")

    seen = coordinator.sees(paid)
    assert seen.dispatch is not None
    assert dict(tracks(seen))["Brev"].startswith("Skickat ")
    assert dict(tracks(seen))["Återkrav"].endswith("brevet kom tillbaka 2026-04-20")


def test_the_journal_says_how_the_reclaim_was_told_to_the_board_and_can_be_appealed(
    coordinator, paid
):
    reclaims(coordinator, paid)
    assert dict(tracks(coordinator.sees(paid)))["Anmälan av 2/2026"] == "Inte anmält"

    coordinator.reports_to_board()

    told = dict(tracks(coordinator.sees(paid)))
    assert told["Anmälan av 2/2026"].startswith("Anmält 2026-04-20 § ")
    assert told["Överklagande av 2/2026"] == "Tiden löper inte: protokollet är inte anslaget"


def test_a_reclaim_is_on_today_until_the_board_is_told_and_keeps_the_case_open(coordinator, paid):
    reclaims(coordinator, paid)
    coordinator.in_case(paid, "claim_sent")
    coordinator.in_case(paid, "record_repayment")

    matters = {each.act for each in today(coordinator.desk).mine}
    assert "make_list" in matters
    assert next_act(coordinator.sees(paid)) == "make_list"
    (problem,) = coordinator.in_case_refused(paid, "close_case")
    assert "återkravet är inte anmält" in str(problem)

    coordinator.does("make_list")
    assert next_act(coordinator.sees(paid)) == "report_list"
    assert [each.kind for each in coordinator.desk.store.awaited([paid])[paid]] == ["meeting"]

    assert coordinator.closes(paid) == ["report_list", "close_case"]
    assert coordinator.sees(paid).case.phase is Phase.CLOSED


def test_the_delegation_list_says_what_is_claimed_back(coordinator, paid):
    reclaims(coordinator, paid)
    done = coordinator.does("make_list")

    list_id = dict(done.subjects)["list"]
    (row,) = coordinator.desk.store.find(ListedReclaim, "list_id = ?", list_id)
    assert row.reclaim_id == coordinator.sees(paid).reclaim.id
    (document,) = done.documents
    words = text_of(coordinator.desk.store.content(document))
    has(words, "2/2026", "Återkrav av 2 000 kr", "Ett beslut är fattat i perioden.")
    has(words, "Återkrävt belopp är tillsammans 2 000 kr.")


def test_a_reclaim_on_a_list_is_not_taken_back(coordinator, paid):
    done = reclaims(coordinator, paid)
    coordinator.does("make_list")

    (problem,) = coordinator.is_refused("take_back", event_id=done.event.id)

    assert "Delegationslista" in str(problem)


def test_a_reclaim_that_the_court_annuls_is_written_off(coordinator, paid):
    reclaims(coordinator, paid)
    coordinator.in_case(paid, "claim_sent")
    coordinator.in_case(paid, "appeal_reclaim")
    assert next_act(coordinator.sees(paid)) == "settle_appeal"
    assert coordinator.sees(paid).appeal is None

    coordinator.in_case(paid, "settle_appeal", result="annulled")

    seen = coordinator.sees(paid)
    assert seen.reclaim.state is ReclaimState.WRITTEN_OFF
    assert not seen.annulled


def test_an_overdue_reminder_is_written_when_the_day_has_passed(coordinator):
    case = coordinator.registers()
    coordinator.grants(case)
    coordinator.pays(case)
    due = coordinator.sees(case).report.due_on
    coordinator.on(due)
    coordinator.in_case(case, "remind_report")
    coordinator.wait()
    coordinator.in_case(case, "remind_report")

    kinds = [each.kind for each in coordinator.sees(case).documents if "reminder" in each.kind]
    assert sorted(kinds) == ["overdue_reminder", "report_reminder"]
    has(
        letter(coordinator, case, "overdue_reminder"),
        "Rapporten är en dag sen.",
        "av de 8 000 kronor som är utbetalda",
        f"Vi har påmint den {due.day} ",
    )


def test_more_time_is_given_in_a_letter(coordinator):
    case = coordinator.registers()
    coordinator.grants(case)
    old = coordinator.sees(case).report.due_on

    coordinator.in_case(case, "extend_report", reason="kassören är sjuk")

    seen = coordinator.sees(case)
    assert seen.document(seen.extensions[-1].document_id).kind == "report_extension"
    has(letter(coordinator, case, "report_extension"), f"den {old.day} ", "Kassören är sjuk.")
