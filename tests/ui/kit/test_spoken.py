"""Days, counts and owners follow the language of the window; Swedish is as in the letters."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain import swedish
from desktop.domain.dates import FinancialYear
from desktop.domain.spoken import year_words
from desktop.ui import i18n, spoken

DAY = date(2026, 5, 21)


def shown(words: str) -> str:
    """Make no-break spaces visible."""
    return words.replace("\u00a0", "_")


@pytest.mark.parametrize("month", range(1, 13))
def test_swedish_days_are_those_of_the_letters(month):
    day = date(2026, month, 1)

    assert spoken.short_date(day) == swedish.short_date(day)
    assert spoken.long_date(day) == swedish.long_date(day)
    assert spoken.period(day, DAY) == swedish.period(day, DAY)


@pytest.mark.parametrize("number", [0, 1, 2, 12, 13, 1200])
def test_swedish_counts_are_those_of_the_letters(number):
    assert spoken.count_word(number) == swedish.count_word(number)


@pytest.mark.parametrize("name", ["Piteå", "Umeå", "Borås", "Max"])
def test_swedish_owners_are_those_of_the_letters(name):
    assert spoken.genitive(name) == swedish.genitive(name)


@pytest.mark.parametrize("words", [[], ["a"], ["a", "b"], ["a", "b", "c"]])
def test_swedish_lists_are_those_of_the_letters(words):
    assert spoken.list_of(words) == swedish.list_of(words)


def test_the_ninth_is_said_in_digits():
    assert [spoken.ordinal(1), spoken.ordinal(8), spoken.ordinal(9)] == ["första", "åttonde", "9:e"]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), "2025"),
        (date(2025, 6, 1), date(2026, 5, 31), "jun 2025–maj 2026"),
    ],
)
def test_a_financial_year_is_named_as_it_names_itself(first, last, words):
    year = FinancialYear(first=first, last=last)

    assert i18n.shown(year_words(year)) == str(year) == words


def test_english_has_words_of_its_own():
    i18n.speak("en")

    assert shown(spoken.short_date(DAY)) == "21_May"
    assert shown(spoken.long_date(DAY)) == "21_May 2026"
    assert shown(spoken.period(DAY, date(2026, 10, 2))) == "21_May–2_October 2026"
    assert spoken.count_word(3) == "three"
    assert spoken.ordinal(9) == "9th"
    assert spoken.list_of(["a", "b", "c"]) == "a, b and c"
    assert [spoken.genitive(name) for name in ("Piteå", "Borås")] == ["Piteå’s", "Borås’s"]
