"""Days, sums and names as Swedish sentences have them."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain import spoken, swedish
from desktop.domain.dates import financial_year
from desktop.domain.guideline import RuleData
from desktop.domain.rule_fields import count, day_words, joined, money, months_words, number
from desktop.domain.text import plain

NEW_YEARS_EVE, NEW_YEAR = date(2026, 12, 31), date(2027, 1, 1)


def words(text):
    return str(text).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("function", "given", "expected"),
    [
        (swedish.digits, [1_234_567], "1 234 567"),
        (swedish.digits, [-500], "–500"),
        (swedish.digits, [0], "0"),
        (swedish.kr, [6_500], "6 500 kr"),
        (swedish.kronor, [1], "1 krona"),
        (swedish.kronor, [-1], "–1 krona"),
        (swedish.kronor, [0], "0 kronor"),
        (swedish.kronor, [6_500], "6 500 kronor"),
        (swedish.long_date, [NEW_YEAR], "den 1 januari 2027"),
        (swedish.long_date, [NEW_YEARS_EVE], "den 31 december 2026"),
        (swedish.weekday_date, [date(2026, 12, 28)], "måndagen den 28 december 2026"),
        (swedish.weekday_date, [date(2027, 1, 3)], "söndagen den 3 januari 2027"),
        (swedish.short_date, [date(2026, 11, 21)], "21 nov"),
        (swedish.period, [NEW_YEAR, NEW_YEAR], "1 januari 2027"),
        (swedish.period, [date(2026, 11, 22), date(2026, 11, 24)], "22–24 november 2026"),
        (swedish.period, [date(2026, 10, 31), date(2026, 11, 2)], "31 oktober–2 november 2026"),
        (swedish.period, [NEW_YEARS_EVE, NEW_YEAR], "31 december 2026–1 januari 2027"),
        (swedish.period, [date(2025, 5, 3), date(2026, 5, 4)], "3 maj 2025–4 maj 2026"),
        (swedish.list_of, [[]], ""),
        (swedish.list_of, [["a"]], "a"),
        (swedish.list_of, [["a", "b"]], "a och b"),
        (swedish.list_of, [["a", "b", "c"]], "a, b och c"),
        (swedish.count_word, [0], "noll"),
        (swedish.count_word, [12], "tolv"),
        (swedish.count_word, [13], "13"),
        (swedish.count_word, [-1], "–1"),
        (swedish.genitive, ["Piteå"], "Piteås"),
        (swedish.genitive, ["Bärums"], "Bärums"),
        (swedish.genitive, ["Sax"], "Sax"),
        (swedish.definite_title, ["internationell samordnare"], "internationella samordnaren"),
        (swedish.definite_title, ["Samordnare"], "Samordnaren"),
        (swedish.definite_title, ["kommunal chef"], "kommunal chefen"),
        (swedish.definite_title, ["någon"], ""),
        (swedish.definite_title, [""], ""),
        (swedish.capital, ["ö och Å"], "Ö och Å"),
        (swedish.capital, [""], ""),
    ],
)
def test_swedish_words(function, given, expected):
    assert words(function(*given)) == expected


@pytest.mark.parametrize(
    ("function", "given", "expected"),
    [
        (spoken.short_day, [date(2026, 11, 21)], "21 nov"),
        (spoken.short_day, [NEW_YEAR], "1 jan"),
        (spoken.long_day, [date(2026, 12, 28)], "den 28 december 2026"),
        (spoken.long_day, [NEW_YEAR], "den 1 januari 2027"),
        (spoken.year_words, [financial_year(NEW_YEARS_EVE)], "2026"),
        (spoken.year_words, [financial_year(date(2026, 8, 31))], "sep 2025–aug 2026"),
        (spoken.year_words, [financial_year(date(2026, 1, 31))], "feb 2025–jan 2026"),
        (spoken.counted, [0], "noll"),
        (spoken.counted, [12], "tolv"),
        (spoken.counted, [13], "13"),
        (spoken.counted, [-1], "–1"),
        (spoken.nth, [1], "första"),
        (spoken.nth, [8], "åttonde"),
        (spoken.nth, [9], "9:e"),
        (spoken.nth, [0], "0:e"),
        (spoken.listed, [[]], ""),
        (spoken.listed, [["a"]], "a"),
        (spoken.listed, [["a", "b"]], "a och b"),
        (spoken.listed, [["a", "b", "c"]], "a, b och c"),
        (spoken.owner, ["Piteå"], "Piteås"),
        (spoken.owner, ["Bärums"], "Bärums"),
        (joined, [[]], ""),
        (joined, [[plain("a")]], "a"),
        (joined, [[plain("a"), plain("b")]], "a och b"),
        (joined, [[plain("a"), plain("b"), plain("c")]], "a, b och c"),
        (months_words, [None], "… månader"),
        (months_words, [1], "en månad"),
        (months_words, [24], "24 månader"),
        (day_words, ["10-31"], "31 oktober"),
        (day_words, ["01-01"], "1 januari"),
        (day_words, ["12-31"], "31 december"),
        (day_words, ["13-01"], "…"),
        (day_words, ["00-01"], "…"),
        (day_words, ["jan-1"], "…"),
        (day_words, ["10"], "…"),
        (day_words, ["10-31-1"], "…"),
        (day_words, [None], "…"),
    ],
)
def test_words_that_are_translated(function, given, expected):
    assert words(function(*given)) == expected


@pytest.mark.parametrize(
    ("value", "figure", "kronor", "digits"),
    [
        (5_000, 5_000, "5 000 kr", "5000"),
        (0, 0, "0 kr", "0"),
        ("mycket", None, "… kr", "…"),
        (True, None, "… kr", "…"),
        (None, None, "… kr", "…"),
    ],
)
def test_a_figure_nobody_has_written_is_dots(value, figure, kronor, digits):
    rule = RuleData(
        id="R1",
        kind="cap",
        gate="decision",
        title="",
        paragraph="",
        short="",
        text="",
        figures={"cap": value},
    )

    assert number(rule, "cap") == figure
    assert (words(money(rule, "cap")), words(count(rule, "cap"))) == (kronor, digits)
