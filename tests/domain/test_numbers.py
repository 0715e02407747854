"""Organisation numbers, giro numbers and personal numbers, with their check digits."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.numbers import (
    account,
    accounting_string,
    bankgiro,
    masked,
    organisation_number,
    personal_numbers,
    plusgiro,
    valid_as,
)
from desktop.domain.phases import AccountKind
from desktop.domain.problems import Refusal


@pytest.mark.parametrize(
    "written", ["212000-2759", "2120002759", "16212000-2759", " 212000 – 2759 ".replace("–", "-")]
)
def test_an_organisation_number_is_written_with_a_hyphen(written):
    assert organisation_number(written) == "212000-2759"


def test_an_association_may_have_none():
    assert organisation_number("  ") == ""


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("212000-2758", "sista siffran stämmer inte"),
        ("811228-9874", "ser ut som ett personnummer"),
        ("19811228-9874", "ser ut som ett personnummer"),
        ("12345", "har inte tio siffror"),
        ("2120002759 0", "har inte tio siffror"),
        ("21200A-2759", "har inte tio siffror"),
        ("٢١٢٠٠٠٢٧٥٩", "har inte tio siffror"),
        ("²12000-2759", "har inte tio siffror"),
        ("9" * 400, "har inte tio siffror"),
    ],
)
def test_a_wrong_organisation_number_is_refused_in_words(written, words):
    with pytest.raises(Refusal) as refusal:
        organisation_number(written)

    (one,) = refusal.value.problems
    assert words in str(one.text)
    assert one.field == "organisation_number"
    assert str(one.text).startswith("Organisationsnummer – ")


def test_a_personal_number_is_not_repeated_in_the_refusal():
    with pytest.raises(Refusal) as refusal:
        organisation_number("811228-9874")

    assert "1228" not in str(refusal.value)


@pytest.mark.parametrize(
    ("written", "printed"),
    [("5402-9681", "5402-9681"), ("54029681", "5402-9681"), ("991 2346", "991-2346")],
)
def test_a_bankgiro_number_is_printed_as_the_bank_does(written, printed):
    assert bankgiro(written) == printed


@pytest.mark.parametrize(
    ("written", "printed"), [("12 34 56-6", "12 34 56-6"), ("1234566", "12 34 56-6"), ("18", "1-8")]
)
def test_a_plusgiro_number_is_printed_in_pairs(written, printed):
    assert plusgiro(written) == printed


@pytest.mark.parametrize("written", ["5402-9682", "", "5402", "5402-96811", "5402–9681", "abc"])
def test_a_wrong_bankgiro_number_is_refused(written):
    with pytest.raises(Refusal, match="Bankgiro – "):
        bankgiro(written)


@pytest.mark.parametrize("written", ["12 34 56-7", "1", "123456789", "½", ""])
def test_a_wrong_plusgiro_number_is_refused(written):
    with pytest.raises(Refusal, match="Plusgiro – "):
        plusgiro(written)


def test_a_number_can_be_valid_as_both_so_that_somebody_has_to_choose():
    assert valid_as("5402-9681") == (AccountKind.BANKGIRO, AccountKind.PLUSGIRO)
    assert valid_as("12 34 56-6") == (AccountKind.BANKGIRO, AccountKind.PLUSGIRO)
    assert valid_as("18") == (AccountKind.PLUSGIRO,)
    assert valid_as("5402-9682") == ()


@given(st.text(max_size=30))
def test_any_text_is_an_account_or_refused(written):
    for kind in AccountKind:
        try:
            printed = account(kind, written)
        except Refusal:
            continue
        assert account(kind, printed) == printed


@given(st.text(max_size=30))
def test_any_text_is_an_organisation_number_or_refused(written):
    try:
        printed = organisation_number(written)
    except Refusal:
        return
    assert organisation_number(printed) == printed


@pytest.mark.parametrize(
    "words",
    ["811228-9874", "född 19811228-9874.", "8112289874", "811228+9874", "(811288-9871)"],
)
def test_personal_and_coordination_numbers_in_free_text_are_seen(words):
    assert personal_numbers(words)


@pytest.mark.parametrize(
    "words",
    [
        "5402-9681",
        "212000-2759",
        "2026-03-02",
        "0911-69 60 00",
        "0911696000",
        "811228-9875",
        "26KS164",
        "10 000 kr",
        "",
    ],
)
def test_other_numbers_in_free_text_are_not(words):
    assert not personal_numbers(words)


def test_an_account_is_masked_but_for_the_last_four():
    assert masked("5402-9681") == "••••-9681"


PARTS = ("Ansvar", "Verksamhet", "Fri")


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        ("", ""),
        (" / / ", ""),
        (" 1-2 / Å3/ x ", "1-2/Å3/x"),
        ("1/2/" + "3" * 20, "1/2/" + "3" * 20),
    ],
)
def test_an_accounting_string_is_written_with_strokes(written, printed):
    """S5."""
    assert accounting_string(written, PARTS) == printed


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1/2/3/4", "4 delar är fler än 3 – skriv som Ansvar/Verksamhet/Fri."),
        ("1/2", "Fri saknas – skriv som Ansvar/Verksamhet/Fri."),
        ("1//3", "Verksamhet saknas – skriv som Ansvar/Verksamhet/Fri."),
        ("1/2/3.4", "Fri 3.4 har andra tecken än siffror och bokstäver – skriv som Ansvar"),
        ("1/2/" + "3" * 21, "Fri " + "3" * 21 + " har andra tecken"),
    ],
)
def test_a_wrong_accounting_string_names_the_part(written, words):
    with pytest.raises(Refusal) as refused:
        accounting_string(written, PARTS, "here")

    assert f"Kontosträng – {words}" in str(refused.value)
    assert refused.value.problems[0].field == "here"
