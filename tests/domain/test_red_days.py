"""Our own red days are those of the library that follows the law books."""

from __future__ import annotations

from datetime import date

import pytest
from holidays import country_holidays

from desktop.domain.red_days import easter_day, red_days


@pytest.mark.parametrize("year", range(1960, 2100))
def test_they_are_those_of_the_library(year):
    weekdays = {day for day in red_days(year) if day.weekday() < 6}
    known = country_holidays("SE", years=year, categories=("public", "de_facto"))
    assert weekdays == {day for day in known if day.weekday() < 6}


@pytest.mark.parametrize(
    ("year", "day"),
    [(2026, date(2026, 4, 5)), (2038, date(2038, 4, 25)), (2285, date(2285, 3, 22))],
)
def test_easter_is_where_the_almanac_has_it(year, day):
    assert easter_day(year) == day
