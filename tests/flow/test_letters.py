"""The letters of the flow, read back from the stored bytes: what each must say (DOMAIN § 6)."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pypdfium2
import pytest

from desktop.domain.casework import Document
from desktop.domain.rule import group
from desktop.flow.deciding import explained
from desktop.flow.registers import begin
from desktop.flow.run import plan
from tests.flow.coordinator import (
    ASSOCIATIONS,
    CHOIR,
    FOUNDING,
    FRIENDS,
    Clock,
    Coordinator,
    Numbers,
)

COMMITTEE_DECIDES = re.compile(
    r"kommittén\s+(beslut|bevilj|avsl|fast)|beslutats? av .{0,20}kommittén"
)
NEVER = ("25 § förvaltningslagen", "49 § förvaltningslagen", "N/A", "None", "{", "}", "  ")


def text_of(data: bytes) -> str:
    """The words of a PDF in reading order, with plain spaces and whole words."""
    document = pypdfium2.PdfDocument(data)
    try:
        pages = [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()
    words = "\n".join(pages).replace("\u00a0", " ").replace("\u2011", "-").replace("\ufffe", "")
    return re.sub(r"\s+", " ", words)


def letter(it, case: int, kind: str = "decision") -> str:
    document = next(each for each in it.sees(case).documents if each.kind.startswith(kind))
    data = it.desk.store.content(document.id)
    assert hashlib.sha256(data).hexdigest() == document.sha256
    words = text_of(data)
    assert not COMMITTEE_DECIDES.search(words)
    for each in NEVER:
        assert each not in words, each
    return words


def has(words: str, *parts: str) -> None:
    for part in parts:
        assert part in words, (part, words)


def always(words: str) -> None:
    """What stands in every decision letter."""
    has(
        words,
        "Piteå kommun",
        "Kommunledningsförvaltningen",
        "På kommunstyrelsens vägnar",
        "Delegationsbeslut",
        "Ebba Sagolin internationell samordnare",
        "kommunstyrelsens delegationsordning, punkt 4.7",
        "Körsällskapet Trollsländan",
        "Greta Visström",
        "Så här överklagar du",
        "Förvaltningsrätten i Luleå, Box 849, 971 26 Luleå",
        "13 kap. kommunallagen",
        "inom tre veckor från den dag då kommunens anslagstavla",
        "jävig",
    )


def readied(it, **facts) -> int:
    case: int = it.registers(CHOIR, **facts)
    it.readies(case)
    return case


def test_granted(coordinator):
    coordinator.on(date(2026, 1, 12))
    case = readied(
        coordinator,
        asked=6_500,
        starts_on=date(2026, 1, 30),
        ends_on=date(2026, 1, 31),
        dnr="26KS7",
    )
    coordinator.decides(case)

    words = letter(coordinator, case)

    always(words)
    has(
        words,
        "Beslutsdag 2026-01-12",
        "26KS7",
        "Delegationsnr 1/2026",
        "beviljar, på kommunstyrelsens vägnar, Körsällskapet Trollsländan 6 500 kronor i"
        " aktivitetsbidrag för år 2026 till vinterkonsert med kör från Grindavík",
        "senast måndagen den 2 mars 2026",
        "ska betala tillbaka hela eller en del av bidraget",
        "verksamhetsberättelse",
        "bankgiro 5402-9681",
        "verksamhetsberättelsen för 2025",
        "ökar förståelsen mellan olika kulturer",
        "Samråd med internationella kommittén hölls den 12 januari 2026",
        "kommunstyrelsen 2022-10-10 § 164",
    )
    assert coordinator.sees(case).decision.due_on == date(2026, 3, 2)


def test_partly_granted_has_the_reckoning_of_the_screen_and_of_the_snapshot(coordinator):
    coordinator.grants(coordinator.registers(FRIENDS, asked=3_500))
    case = readied(coordinator, asked=8_000)
    shown = [
        (explained(each), each.amount, each.deciding) for each in coordinator.sees(case).limits
    ]
    coordinator.decides(case)

    words = letter(coordinator, case)

    always(words)
    has(words, "6 500 kronor i aktivitetsbidrag", "Ansökan avslås i övrigt", "8 000", "1 500")
    kept = [(explained(each), each.amount, each.deciding) for each in coordinator.sees(case).limits]
    assert kept == shown
    for label, amount, _ in shown:
        has(words, label.replace("\u00a0", " "), f"{group(amount)} kr".replace("\u00a0", " "))
    has(
        words,
        "Pott Grindavík 2026 10 000 minus beviljat före 3 500",
        "Bidrag till föreningar, tredje stycket",
    )
    snapshot = json.loads(coordinator.sees(case).decision.snapshot)
    for reason in snapshot["reasons"]:
        has(words, reason.replace("\u00a0", " "))


def test_rejected(coordinator):
    coordinator.grants(coordinator.registers(FRIENDS, asked=10_000))
    case = readied(coordinator)
    coordinator.decides(case)

    words = letter(coordinator, case)

    always(words)
    has(words, "avslår", "8 000 kronor", "är hela beloppet redan beviljat", "Skäl för beslutet")
    for money in ("betala tillbaka", "Utbetalning", "5402-9681", "Villkor"):
        assert money not in words
    assert coordinator.sees(case).decision.due_on is None


def test_dismissed_without_consultation(coordinator):
    case = coordinator.registers()
    coordinator.decides(case, outcome="dismissed", granted=0, reasons=["wrong_applicant"])

    words = letter(coordinator, case)

    always(words)
    has(words, "avvisar", "är inte en sådan förening", "kräver inget samråd")
    assert "Villkor" not in words


def test_written_off_because_it_was_withdrawn(coordinator):
    case = coordinator.registers()
    coordinator.in_case(case, "withdraw", evidence="mejl från ordföranden", unbiased=True)

    words = letter(coordinator, case)

    always(words)
    has(words, "avskriver", "tog tillbaka ansökan den 2 mars 2026")
    assert coordinator.sees(case).decision.granted == 0


def test_an_equal_split_says_how_it_was_reckoned(coordinator):
    cases = [coordinator.registers_base(by) for by in (1, 2, 3)]
    coordinator.readies(*cases)
    coordinator.does(
        "decide_together",
        scheme="base_grant",
        place_id=2,
        year=2026,
        unbiased=True,
        decided_on=coordinator.today,
    )

    words = letter(coordinator, cases[0])

    always(words)
    has(words, "3 333 kronor i grundbidrag", "delat på 3 föreningar", "delas grundbidraget lika")
    assert "Rapport om" not in words


def test_the_late_newcomer_without_room_is_told_the_truth(coordinator):
    first = [coordinator.registers_base(by) for by in (2, 3)]
    coordinator.readies(*first)
    for case in first:
        coordinator.decides(case)
    late = coordinator.registers_base(CHOIR)
    coordinator.readies(late)
    coordinator.decides(late)

    words = letter(coordinator, late)

    has(words, "avslår", "är hela beloppet redan beviljat")
    assert "delas grundbidraget lika" not in words


def test_a_reason_to_deviate_stands_on_the_sheet_and_in_the_letter(coordinator):
    reason = "resan är kortare än föreningen räknade med"
    case = coordinator.registers(asked=8_000)
    coordinator.in_case(case, "add_to_round", proposal=5_000, deviation=reason)
    coordinator.does("make_sheet", {"round": 1})
    coordinator.does("close_round", {"round": 1})
    coordinator.decides(case)

    sheet = next(
        each for each in coordinator.desk.store.find(Document) if each.kind == "committee_sheet"
    )
    on_sheet = text_of(coordinator.desk.store.content(sheet.id))
    has(on_sheet, reason, "5 000", "Kommittén hörs", "beslutar", "Avsteg")
    assert not COMMITTEE_DECIDES.search(on_sheet)
    words = letter(coordinator, case)
    has(words, f"Avsteg: {reason[:1].upper()}{reason[1:]}.", "5 000 kronor")
    assert coordinator.sees(case).decision.deviation == reason
    coordinator.does("make_list")
    listed = next(
        each for each in coordinator.desk.store.find(Document) if each.kind == "delegation_list"
    )
    has(text_of(coordinator.desk.store.content(listed.id)), "avsteg med skäl")


def test_a_reason_not_to_hear_the_committee_stands_in_the_letter(coordinator):
    case = coordinator.registers()
    coordinator.in_case(case, "skip_consultation", reason="resan går redan i morgon")
    coordinator.decides(case)

    has(letter(coordinator, case), "Samråd har inte hållits. Resan går redan i morgon.")


def test_a_reason_not_to_hear_it_again_stands_in_the_letter_too(coordinator):
    case = coordinator.registers()
    coordinator.readies(case)
    coordinator.in_case(case, "back_to_preparation")
    coordinator.in_case(case, "change_application", asked=3_000)
    coordinator.in_case(case, "skip_consultation", reason="kommittén hörde det högre beloppet nyss")
    coordinator.decides(case)

    words = letter(coordinator, case)
    has(words, "Kommittén hörde det högre beloppet nyss.", "3 000 kronor")
    assert coordinator.sees(case).decision.round_id is None


def test_a_correction_names_what_it_replaces_and_both_stay_readable(coordinator):
    case = readied(coordinator)
    coordinator.decides(case)
    first = coordinator.sees(case).decision
    before = coordinator.desk.store.content(first.document_id)
    coordinator.wait(7)
    coordinator.in_case(case, "decide_anew", ground="kontaktpersonens namn var fel", unbiased=True)

    words = letter(coordinator, case)

    has(words, "Rättelse.", "ersätter beslut 1/2026 den 2 mars 2026", "Delegationsnr 2/2026")
    has(words, "ontaktpersonens namn var fel")
    assert coordinator.desk.store.content(first.document_id) == before
    assert "Delegationsnr 1/2026" in text_of(before)
    second = coordinator.sees(case).decision
    assert (second.replaces_id, second.version) == (first.id, 2)


def test_a_lapsed_guideline_is_said_in_the_letter(coordinator):
    coordinator.on(date(2026, 10, 5))
    case = readied(coordinator)
    coordinator.decides(case)

    has(letter(coordinator, case), "gällde till 2026-09-30. Inget nyare är antaget.")


def test_the_payment_order_says_what_opened_the_gate(coordinator):
    case = coordinator.registers()
    coordinator.grants(case)
    coordinator.does("receive_annual_report", {"association": CHOIR})
    coordinator.in_case(case, "release_payment")

    words = letter(coordinator, case, "payment_order")

    has(
        words,
        "8 000",
        "5402-9681",
        "1/2026",
        "erksamhetsberättelse för 2025 kom in den 2 mars 2026",
    )


def test_an_exemption_stands_on_the_payment_order(coordinator):
    case = coordinator.registers()
    coordinator.grants(case)
    coordinator.in_case(case, "exempt", reason="bildad i år")
    coordinator.in_case(case, "release_payment")

    has(letter(coordinator, case, "payment_order"), "Undantag från P8: bildad i år.")


def test_reminder_completion_and_confirmation_have_their_days(coordinator):
    case = coordinator.registers(confirm=True, costs="", other_funding="")
    coordinator.in_case(case, "ask_completion")
    has(letter(coordinator, case, "confirmation"), "2 mars 2026", "2026-001")
    has(letter(coordinator, case, "completion_request"), "Aktivitetens kostnader", "16 mars 2026")

    other = coordinator.registers(FRIENDS, ends_on=coordinator.today, starts_on=coordinator.today)
    coordinator.grants(other)
    coordinator.on(date(2026, 4, 20))
    coordinator.in_case(other, "remind_report")
    has(letter(coordinator, other, "overdue_reminder"), "2 april 2026", "4 maj 2026", "18 dagar")


def test_a_preview_is_what_is_kept_and_writes_and_numbers_nothing(coordinator):
    case = readied(coordinator)
    command = coordinator.command("decide", {"case": case}, unbiased=True)
    head = coordinator.head
    seen = [plan(coordinator.desk, command) for _ in range(3)]
    assert coordinator.head == head
    assert coordinator.sees(case).decision is None

    coordinator.decides(case)

    kept = coordinator.desk.store.content(coordinator.sees(case).decision.document_id)
    assert [list(each.drawn.values()) for each in seen] == [[kept]] * 3
    assert coordinator.sees(case).decision.number == 1


def test_a_changed_address_does_not_reach_letters_that_are_written(coordinator):
    case = readied(coordinator)
    coordinator.decides(case)
    before = letter(coordinator, case)
    coordinator.does("change_association", {"association": CHOIR}, name="Kören Nytt Namn")
    coordinator.does("set_officer", name="Någon Annan")

    assert letter(coordinator, case) == before
    assert coordinator.sees(case).decision.officer == "Ebba Sagolin"


@pytest.mark.parametrize("field", ["reasons", "own_text"])
def test_a_letter_with_something_missing_is_not_written(coordinator, field):
    case = readied(coordinator)
    typed = (
        {"reasons": ["no_such_reason"]} if field == "reasons" else {"own_text": "Se {nonsense}."}
    )
    (problem, *_) = coordinator.in_case_refused(case, "decide", unbiased=True, **typed)

    assert problem.field == field
    assert coordinator.sees(case).decision is None


def test_words_that_look_like_markup_are_printed_as_they_are(coordinator):
    case = readied(coordinator, purpose="<b>kör</b> & fiol från Þórshöfn, ŋ och ð")
    coordinator.decides(case)

    has(letter(coordinator, case), "<b>kör</b> & fiol från Þórshöfn, ŋ och ð")


def test_no_letter_template_lets_the_committee_decide():
    for path in (Path(__file__).parents[2] / "resources" / "letters").glob("*/*.toml"):
        assert not COMMITTEE_DECIDES.search(path.read_text("utf-8").lower()), path.name


def test_what_settings_lack_is_named_in_swedish(tmp_path):
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    founding = replace(
        FOUNDING,
        municipality="Påhittköping",
        guideline="pitea",
        court="Förvaltningsrätten i Luleå",
    )
    desk = begin(tmp_path / "p.vanbok", founding, clock=clock, new_uuid=Numbers())
    it = Coordinator(desk, clock)
    it.does("add_place", name="Sagostad")
    it.does("add_association", **{**ASSOCIATIONS[0], "place_ids": [1]})
    case = it.registers(place_id=1)
    it.readies(case)

    (problem,) = it.in_case_refused(case, "decide", unbiased=True)

    assert str(problem.text) == "Brevet – domstolens adress saknas – fyll i under Inställningar."
    assert problem.field == ""
    it.does("set_office", court_address="Box 849, 971 26 Luleå")
    it.decides(case)
    desk.store.close()
