"""Days that the guideline and the law count out: months, weeks, working days, arrival, periods."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from desktop.domain.phases import Channel

APPEAL_WEEKS = 3
"""Weeks from the notice board's announcement, 13 kap. 5 § kommunallagen."""

SATURDAY = 5


@cache
def _holidays(year: int) -> frozenset[date]:
    """Give the public holidays and the three eves of a year (2 § lagen 1930:173)."""
    from holidays import country_holidays  # noqa: PLC0415 - slow to import, seldom needed

    return frozenset(country_holidays("SE", years=year, categories=("public", "de_facto")))


def is_working_day(day: date) -> bool:
    """Say whether a period may end on the day: no weekend, holiday or eve."""
    return day.weekday() < SATURDAY and day not in _holidays(day.year)


def next_working_day(day: date) -> date:
    """Give the day itself, or the next working day."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def previous_working_day(day: date) -> date:
    """Give the last working day before the day."""
    day -= timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


def add_months(day: date, months: int) -> date:
    """Give the same day number so many months later, or the last day of a shorter month."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(day.day, last))


@dataclass(frozen=True, kw_only=True)
class Due:
    """A last day, before and after weekends and holidays; both are kept."""

    counted: date
    """The day the months give."""
    day: date
    """The day that counts."""


def report_due(ended: date, *, months: int = 1, to_working_day: bool = True) -> Due:
    """Give the last day for the report on an activity that ended (P7)."""
    counted = add_months(ended, months)
    return Due(counted=counted, day=next_working_day(counted) if to_working_day else counted)


def last_day_of_appeal(announced: date) -> date:
    """Give the last day the court may receive an appeal (13 kap. 5 § KL, lagen 1930:173)."""
    return next_working_day(announced + timedelta(weeks=APPEAL_WEEKS))


def arrival_day(came: date, channel: Channel) -> date:
    """Give the arrival day by 22 § förvaltningslagen: post counts as the working day before."""
    if channel in (Channel.POST, Channel.LETTERBOX):
        return previous_working_day(came)
    return came


@dataclass(frozen=True, kw_only=True)
class FinancialYear:
    """An association's financial year."""

    first: date
    """First day."""
    last: date
    """Last day."""

    def __str__(self) -> str:
        """Give "2025" for a calendar year and "sep 2025–aug 2026" otherwise."""
        if (self.first.month, self.first.day) == (1, 1):
            return str(self.last.year)
        first, last = _MONTHS[self.first.month - 1], _MONTHS[self.last.month - 1]
        return f"{first} {self.first.year}–{last} {self.last.year}"


_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")


def _year_end(year: int, year_end: str) -> date:
    month, day = (int(part) for part in year_end.split("-"))
    last = calendar.monthrange(year, month)[1]
    # A year that ends with February ends on its last day, in leap years too.
    return date(year, month, last if (month, day) == (2, 28) else min(day, last))


def financial_year(last: date) -> FinancialYear:
    """Give the financial year that ends on a day."""
    before = add_months(last + timedelta(days=1), -12)
    return FinancialYear(first=before, last=last)


def last_closed_year(day: date, year_end: str) -> FinancialYear:
    """Give the latest financial year closed on or before a day; `year_end` is "MM-DD" (P8)."""
    last = _year_end(day.year, year_end)
    if last > day:
        last = _year_end(day.year - 1, year_end)
    return financial_year(last)


FIRST_BOARD_PERIOD = 2023
"""A year in which a board period began; they last four years (6 kap. 18 § KL)."""


def mandate_period(year: int) -> tuple[int, int]:
    """Give first and last calendar year of the executive board's mandate period."""
    first = year - (year - FIRST_BOARD_PERIOD) % 4
    return first, first + 3


def council_period(day: date) -> tuple[date, date]:
    """Give first and last day of the council's mandate period, from 15 October."""
    first, last = mandate_period(day.year + (day >= date(day.year, 10, 15)))
    return date(first - 1, 10, 15), date(last, 10, 14)
