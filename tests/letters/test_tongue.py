"""Days, sums and reckonings in the two languages of papers."""

from datetime import date

import pytest

from desktop.domain.visit_words import CeilingUnit, Payer
from desktop.letters.compose import compose, kind_of
from desktop.letters.content import SideBySide, runs_text
from desktop.letters.text import document_text
from desktop.letters.tongue import IN_ENGLISH, SWEDISH
from tests.letters.samples import SAMPLES

FIRST, LAST = date(2026, 2, 9), date(2026, 3, 1)


def plain(text):
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("words", "days", "money", "foreign"),
    [
        (SWEDISH, "9 februari–1 mars 2026", "6 500,50 kr", "552 000 ISK, kurs 0,0750"),
        (IN_ENGLISH, "9 February–1 March 2026", "SEK 6,500.50", "ISK 552,000, rate 0.0750"),
    ],
)
def test_days_and_sums_are_written_as_the_language_does(words, days, money, foreign):
    assert plain(words.days(FIRST, LAST)) == days
    assert plain(words.money(650_050)) == money
    assert plain(words.foreign(552_000, "ISK", "0.0750")) == foreign
    assert words.foreign(100, "SEK", "") == ""


@pytest.mark.parametrize(
    ("detail", "english"),
    [
        ("6 gäster × 3 nätter × 950 kr", "6 guests × 3 nights × SEK 950"),
        ("14 biljetter × 10 500 kr", "14 tickets × SEK 10,500"),
        ("minibuss, fyra dagar", ""),
        ("minibuss // minibus", "minibus"),
        ("", ""),
    ],
)
def test_a_reckoning_is_said_in_english_and_anything_else_is_left_out(detail, english):
    assert plain(IN_ENGLISH.counted(detail)) == english


def test_each_language_takes_its_own_part_of_a_text():
    both = "kultur // culture"

    assert (SWEDISH.own_part(both), IN_ENGLISH.own_part(both)) == ("kultur", "culture")
    assert IN_ENGLISH.own_part("kultur") == "kultur"
    assert IN_ENGLISH.only("kultur") == ""


def test_shares_and_ceilings_are_said_in_full():
    assert plain(SWEDISH.payer(Payer.SHARED, 40)) == "Gästen 40 %, värden 60 %"
    assert IN_ENGLISH.payer(Payer.OWN, 50) == "Each its own"
    assert plain(IN_ENGLISH.ceiling(120_000, CeilingUnit.NIGHT)) == "SEK 1,200 per night"
    assert SWEDISH.ceiling(None, CeilingUnit.NONE) == ""


@pytest.mark.parametrize("kind", ["invitation_en", "settlement_en"])
def test_an_english_paper_has_no_swedish_words(kind):
    facts = SAMPLES[kind]
    document = compose(kind_of(facts), facts)
    text = document_text(document)

    assert document.language == "en-GB"
    assert document.letterhead.municipality == "Municipality of Piteå"
    for word in ("och", "för", "Sida", "Datum", "kronor ", "Organisationsnummer", " kr"):
        assert word not in text.replace("kronor for one", "")


def test_the_clauses_are_numbered_on_past_the_table_and_say_as_much_in_both_languages():
    document = compose("agreement", SAMPLES["agreement"])
    parts = [block for block in document.blocks if isinstance(block, SideBySide)]

    assert [part.first for part in parts] == [1, 6]
    for part in parts:
        for clause in part.clauses:
            assert all(clause.titles)
            assert len(clause.left) == len(clause.right)
            assert all(runs_text(each) for each in (*clause.left, *clause.right))


def test_a_second_line_of_a_head_is_read_with_its_first():
    document = compose("agreement", SAMPLES["agreement"])

    assert "Kostnad Cost" in document_text(document)
