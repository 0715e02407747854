"""What papers are kept under, and what the acts that make and send them refuse."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from desktop.domain.casework import Document, Report
from desktop.domain.registers import AnnualReport
from desktop.flow.agreement_view import agreement_picture
from desktop.flow.steps import step_named
from tests.flow.handed import handed
from tests.flow.papers_stage import DECIDED, HANDED, RECEIVED
from tests.flow.telling import is_as_written, told


def words_of(problems: Any) -> list[str]:
    return [f"{each.field}: {each.text}".replace("\u00a0", " ") for each in problems]


# Papers of applications


def test_a_file_that_is_the_applications_original_is_kept_as_such(full):
    file = {"name": "brev.txt", "base64": "aGVq"}

    said_of = full.in_case(RECEIVED, "attach_document", file=file, original=True).text
    full.in_case(RECEIVED, "attach_document", file=file)
    full.in_case(RECEIVED, "attach_document", file=file, title="Stadgar")

    kept = full.desk.store.find(Document, "case_id = ? and outgoing = 0", RECEIVED, order="id")
    assert [(each.kind, each.title) for each in kept] == [
        ("application", "Ansökan, original"),
        ("attachment", "brev.txt"),
        ("attachment", "Stadgar"),
    ]
    assert str(said_of) == "Ansökan, original ligger i 2026-010."


def test_a_confirmation_is_kept_with_its_case(full):
    done = full.in_case(RECEIVED, "write_confirmation")

    (document,) = (full.desk.store.get(Document, each) for each in done.documents)
    assert document.kind == "confirmation"
    assert document.name == "2026-010-bekraftelse-2026-03-02.pdf"
    assert (document.case_id, document.title) == (RECEIVED, "Bekräftelse till föreningen")
    assert str(done.text) == "Bekräftelsen för 2026-010 är skriven."


# The letter of a decision


def test_a_letter_cannot_be_sent_before_it_is_decided(full):
    (problem,) = full.in_case_refused(DECIDED, "send_letter", sent_on=date(2026, 3, 1))

    assert problem.field == "sent_on"


def test_a_letter_that_was_sent_is_not_sent_again(full):
    done = full.in_case(DECIDED, "send_letter")

    assert str(done.text) == "Beslut 13/2026 är skickat till Läsecirkeln Lavafältet."
    assert words_of(full.in_case_refused(DECIDED, "send_letter", case_id=DECIDED)) == [
        "case_id: Brev – är redan skickat – öppna ärendet och se nästa steg."
    ]


def test_a_letter_is_not_posted_to_one_without_an_address(full):
    (problem,) = full.in_case_refused(DECIDED, "send_letter", channel="post")

    assert str(problem.text).startswith("Adress – saknas hos Läsecirkeln Lavafältet")


def test_a_letter_comes_back_on_the_day_it_was_sent_or_later(full):
    full.in_case(DECIDED, "send_letter")

    (problem,) = full.in_case_refused(DECIDED, "letter_came_back", returned_on=date(2026, 3, 1))

    assert problem.field == "returned_on"
    full.in_case(DECIDED, "letter_came_back", returned_on=full.today)


def test_one_who_has_got_the_money_cannot_decline(full):
    full.in_case(HANDED, "release_payment")

    waiting = full.in_case_refused(HANDED, "decline", case_id=HANDED, evidence="mejl")
    full.in_case(HANDED, "mark_paid")
    paid = full.in_case_refused(HANDED, "decline", case_id=HANDED, evidence="mejl")

    assert [each.field for each in (*waiting, *paid)] == ["case_id", "case_id"]
    assert "pengarna ligger hos ekonomi" in str(waiting[0].text)
    assert "pengar är utbetalda" in str(paid[0].text)


def test_sending_a_grant_again_plans_neither_payment_nor_report_twice(full):
    report = full.sees(DECIDED).report
    assert report is not None

    full.in_case(DECIDED, "send_letter")

    assert len(full.sees(DECIDED).payments) == 1
    assert full.desk.store.find(Report, "case_id = ?", DECIDED) == [report]


# The annual report of an association


def test_an_annual_report_is_kept_with_its_file_and_its_year(full):
    file = {"name": "berattelse.txt", "base64": "aGVq"}

    done = full.does("receive_annual_report", {"association": 4}, file=file)

    kept = full.desk.store.first(AnnualReport, "association_id = 4")
    assert kept is not None
    paper = full.desk.store.get(Document, kept.document_id or 0)
    assert (paper.kind, paper.title) == ("annual_report", "Verksamhetsberättelse 2025")
    assert paper.subject == "association:4"
    assert (kept.year_end, kept.received_on) == (date(2025, 12, 31), full.today)
    assert str(done.text) == (
        "Verksamhetsberättelsen för 2025 från Läsecirkeln Lavafältet har kommit in."
    )


@pytest.mark.parametrize(
    ("year_end", "words"),
    [
        (date(2025, 6, 30), "skriv 2024-12-31 eller ändra föreningens räkenskapsår"),
        (date(2025, 12, 31), "berättelsen för 2025 finns redan – välj ett annat år"),
    ],
)
def test_an_annual_report_ends_on_the_associations_last_day_and_comes_once(full, year_end, words):
    (problem,) = full.is_refused("receive_annual_report", {"association": 1}, year_end=year_end)

    assert problem.field == "year_end"
    assert words in str(problem.text)


# Invitations and agreements on purpose


def test_an_invitation_is_proposed_in_the_language_of_the_country(full):
    step_words = full.command("send_invitation", {"visit": 12})

    assert step_words.language == "en"
    assert step_words.answer_by == full.today + timedelta(days=21)
    assert [each.text for each in step_words.programme] == ["Ankomst"]


@pytest.mark.parametrize(
    ("today", "answer_by"),
    [(date(2026, 4, 19), date(2026, 5, 10)), (date(2026, 4, 20), date(2026, 5, 10))],
)
def test_an_answer_is_wanted_before_the_visit(full, today, answer_by):
    full.on(today)

    assert full.command("send_invitation", {"visit": 12}).answer_by == answer_by


def test_we_invite_only_to_visits_here(full):
    (problem,) = full.is_refused(
        "send_invitation", {"visit": 12}, visit_id=10, answer_by=full.today
    )

    assert str(problem.text) == "Inbjudan – vi bjuder bara in till besök hos oss – välj ett."


def test_an_invitation_is_kept_under_its_language(full):
    done = full.does("send_invitation", {"visit": 12}, language="en")
    second = full.does("send_invitation", {"visit": 12}, language="sv")

    kept = [full.desk.store.get(Document, each) for each in (*done.documents, *second.documents)]
    assert [(each.title, each.name, each.subject) for each in kept] == [
        ("Inbjudan till Grindavík på engelska", "B-2026-11-inbjudan-1.pdf", "visit:12"),
        ("Inbjudan till Grindavík", "B-2026-11-inbjudan-2.pdf", "visit:12"),
    ]
    assert str(done.text) == "Inbjudan till Grindavík är klar."


def test_papers_of_visits_and_agreements_are_kept_under_names_that_tell_them_apart(full):
    kept = full.desk.store.find(
        Document, "subject like 'visit:%' or subject like 'agreement:%'", order="id"
    )

    shown = [(each.kind, each.title, each.name, each.subject) for each in kept]
    is_as_written("papers/visit_documents", told(shown))


def test_a_settlement_is_kept_in_both_languages(full):
    done = full.does("settle_visit", {"visit": 5})

    kept = [full.desk.store.get(Document, each) for each in done.documents]
    assert [(each.title, each.name, each.subject) for each in kept] == [
        ("Reglering B 2026-05", "B-2026-05-reglering-1.pdf", "visit:5"),
        ("Reglering B 2026-05 på engelska", "B-2026-05-settlement-1.pdf", "visit:5"),
    ]
    sheet_says = handed(lambda: full.does("close_visit", {"visit": 5}))
    assert sheet_says.settlement == "Ingen är skyldig någon annan något. Reglerat 2026-03-02"
    closed = full.does("close_visit", {"visit": 5})
    (sheet,) = (full.desk.store.get(Document, each) for each in closed.documents)
    assert (sheet.title, sheet.name) == ("Besöksblad B 2026-05", "B-2026-05-besoksblad-1.pdf")


def test_the_sheet_says_who_pays_whom_when_we_are_the_ones_who_owe(full):
    lodging = {"cost_type": "lodging", "amount": "17 100", "paid_by": "guest"}
    full.does("record_costs", {"visit": 5}, costs=[lodging])
    full.does("settle_visit", {"visit": 5}, deviation="Värden bad om det.")

    facts = handed(lambda: full.does("close_visit", {"visit": 5}))

    assert facts.settlement.replace("\u00a0", " ") == (
        "Piteå betalar 17 100 kr till Grindavík. Reglerat 2026-03-02"
    )


def test_an_agreement_is_kept_as_it_goes_to_signature(full):
    for printed in (1, 2):
        done = full.does("print_agreement", {"agreement": 3})
        (paper,) = (full.desk.store.get(Document, each) for each in done.documents)
        assert paper.title == "Överenskommelse med Saint-Barthélemy, för underskrift"
        assert paper.name == f"overenskommelse-3-{printed}.pdf"
        assert paper.subject == "agreement:3"


def test_only_a_draft_that_says_something_is_offered_for_signature(full):
    offered = step_named("print_agreement").applies
    empty = dict(full.does("draft_agreement", place_id=4, lines=[]).subjects)["agreement"]

    found = [agreement_picture(full.desk, each) for each in (3, 4, 5, empty)]

    assert [offered(each) for each in found] == [True, False, True, False]


def test_an_agreement_that_is_signed_or_says_nothing_is_not_printed(full):
    (signed,) = full.is_refused("print_agreement", {"agreement": 4})
    empty = dict(full.does("draft_agreement", place_id=4, lines=[]).subjects)["agreement"]
    (bare,) = full.is_refused("print_agreement", {"agreement": empty})

    assert "den är undertecknad – öppna den sparade i stället" in str(signed.text)
    assert "den säger inte vem som betalar något" in str(bare.text)


def test_a_file_of_a_visit_is_called_what_it_is_or_as_the_file(full):
    file = {"name": "lista.txt", "base64": "aGVq"}

    named = full.does("attach_to_visit", {"visit": 12}, file=file, title="Program")
    plain = full.does("attach_to_visit", {"visit": 12}, file=file)

    assert str(named.text) == "Program ligger i B 2026-11."
    assert str(plain.text) == "lista.txt ligger i B 2026-11."
