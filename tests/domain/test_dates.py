"""Days counted out by the guideline and the law, on the days where counting goes wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.dates import (
    FinancialYear,
    add_months,
    arrival_day,
    council_period,
    financial_year,
    is_working_day,
    last_closed_year,
    last_day_of_appeal,
    mandate_period,
    next_working_day,
    previous_working_day,
    report_due,
)
from desktop.domain.phases import Channel
from desktop.domain.quota import quota_period
from desktop.domain.visit_guideline import PLAIN

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@pytest.mark.parametrize(
    ("ended", "counted", "due"),
    [
        ("2026-01-31", "2026-02-28", "2026-03-02"),
        ("2026-02-28", "2026-03-28", "2026-03-30"),
        ("2026-03-03", "2026-04-03", "2026-04-07"),
        ("2026-05-19", "2026-06-19", "2026-06-22"),
        ("2026-11-24", "2026-12-24", "2026-12-28"),
        ("2026-11-30", "2026-12-30", "2026-12-30"),
        ("2026-12-01", "2027-01-01", "2027-01-04"),
        ("2028-01-31", "2028-02-29", "2028-02-29"),
        ("2026-04-30", "2026-05-30", "2026-06-01"),
    ],
)
def test_a_report_is_due_a_month_later_on_a_working_day(ended, counted, due):
    found = report_due(date.fromisoformat(ended))

    assert (found.counted.isoformat(), found.day.isoformat()) == (counted, due)


def test_a_guideline_can_leave_the_day_on_a_weekend():
    found = report_due(date(2026, 1, 31), to_working_day=False)

    assert found.day == found.counted == date(2026, 2, 28)


@given(DAYS)
def test_a_report_day_is_a_working_day_in_or_after_the_next_month(ended):
    found = report_due(ended)

    assert (found.counted.year * 12 + found.counted.month) - (ended.year * 12 + ended.month) == 1
    assert found.counted.day in (ended.day, 28, 29, 30)
    assert found.counted <= found.day <= found.counted + timedelta(days=5)
    assert is_working_day(found.day)


@given(DAYS, st.integers(-24, 24))
def test_months_are_counted_from_the_first_day_never_chained(day, months):
    later = add_months(day, months)

    assert (later.year * 12 + later.month) == (day.year * 12 + day.month) + months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01", "2026-01-06", "2026-04-03", "2026-04-06", "2026-05-01", "2026-05-14",
        "2026-06-19", "2026-06-20", "2026-10-31", "2026-12-24", "2026-12-25", "2026-12-31",
        "2027-06-06", "2028-02-27",
    ],
)  # fmt: skip
def test_holidays_eves_and_weekends_are_no_working_days(day):
    assert not is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day", ["2026-01-05", "2026-04-02", "2026-04-30", "2026-06-18", "2026-12-23"]
)
def test_other_days_before_a_holiday_are(day):
    assert is_working_day(date.fromisoformat(day))


@given(DAYS)
def test_the_next_working_day_is_the_first_and_the_previous_lies_before(day):
    following, before = next_working_day(day), previous_working_day(day)

    assert before < day <= following
    assert is_working_day(following)
    assert is_working_day(before)
    assert not any(
        is_working_day(before + timedelta(days=step)) for step in range(1, (day - before).days)
    )


@pytest.mark.parametrize(
    ("announced", "last"),
    [("2026-03-13", "2026-04-07"), ("2026-12-10", "2027-01-04"), ("2026-03-02", "2026-03-23")],
)
def test_the_appeal_time_is_three_weeks_from_the_notice_board(announced, last):
    assert last_day_of_appeal(date.fromisoformat(announced)).isoformat() == last


@pytest.mark.parametrize(
    ("came", "channel", "arrived"),
    [
        ("2026-03-02", Channel.POST, "2026-02-27"),
        ("2026-03-03", Channel.LETTERBOX, "2026-03-02"),
        ("2026-04-07", Channel.POST, "2026-04-02"),
        ("2027-01-04", Channel.POST, "2026-12-30"),
        ("2026-03-01", Channel.EMAIL, "2026-03-01"),
        ("2026-03-02", Channel.HAND, "2026-03-02"),
        ("2026-12-25", Channel.SERVICE, "2026-12-25"),
    ],
)
def test_post_counts_as_the_working_day_before_and_the_rest_as_it_came(came, channel, arrived):
    assert arrival_day(date.fromisoformat(came), channel).isoformat() == arrived


@pytest.mark.parametrize(
    ("day", "year_end", "first", "last", "words"),
    [
        ("2026-11-21", "08-31", "2025-09-01", "2026-08-31", "sep 2025–aug 2026"),
        ("2026-02-10", "12-31", "2025-01-01", "2025-12-31", "2025"),
        ("2026-12-30", "12-31", "2025-01-01", "2025-12-31", "2025"),
        ("2026-12-31", "12-31", "2026-01-01", "2026-12-31", "2026"),
        ("2027-01-01", "12-31", "2026-01-01", "2026-12-31", "2026"),
        ("2026-08-30", "08-31", "2024-09-01", "2025-08-31", "sep 2024–aug 2025"),
        ("2028-02-28", "02-28", "2026-03-01", "2027-02-28", "mar 2026–feb 2027"),
        ("2028-02-29", "02-28", "2027-03-01", "2028-02-29", "mar 2027–feb 2028"),
        ("2026-06-30", "06-30", "2025-07-01", "2026-06-30", "jul 2025–jun 2026"),
    ],
)
def test_the_year_closed_last_follows_the_association(day, year_end, first, last, words):
    found = last_closed_year(date.fromisoformat(day), year_end)

    assert found == FinancialYear(first=date.fromisoformat(first), last=date.fromisoformat(last))
    assert str(found) == words


@given(DAYS, st.dates(date(2025, 1, 1), date(2025, 12, 31)))
def test_a_closed_year_is_twelve_months_and_the_next_one_has_not_ended(day, end):
    year_end = f"{end.month:02}-{end.day:02}"

    found = last_closed_year(day, year_end)

    assert found.last <= day
    assert add_months(found.first, 12) == found.last + timedelta(days=1)
    assert last_closed_year(found.last, year_end) == found
    following = last_closed_year(found.last + timedelta(days=366), year_end)
    assert following.last > day
    assert following.first == found.last + timedelta(days=1)


def test_a_year_ends_where_it_is_said_to():
    assert financial_year(date(2026, 8, 31)).first == date(2025, 9, 1)


@pytest.mark.parametrize(
    ("year", "period"),
    [(2023, (2023, 2026)), (2026, (2023, 2026)), (2027, (2027, 2030)), (2022, (2019, 2022))],
)
def test_the_boards_mandate_period_begins_the_year_after_the_election(year, period):
    assert mandate_period(year) == period


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2022, 10, 14), date(2018, 10, 15)),
        (date(2022, 10, 15), date(2022, 10, 15)),
        (date(2026, 10, 14), date(2022, 10, 15)),
        (date(2026, 10, 15), date(2026, 10, 15)),
    ],
)
def test_the_council_changes_in_october_and_the_board_at_new_year(day, first):
    assert council_period(day) == (first, date(first.year + 4, 10, 14))
    council, board = (replace(PLAIN, council_period=which) for which in (True, False))
    assert quota_period(council, day) == council_period(day)
    assert quota_period(board, day)[0] == date(mandate_period(day.year)[0], 1, 1)
