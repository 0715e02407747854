"""Old backups go, and no clock can make the good ones go."""

from __future__ import annotations

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from db.backups.thinning import (
    DAYS,
    LEAST,
    MONTHS,
    SPARE,
    WEEKS,
    WHOLE,
    Mark,
    by_calendar,
    superfluous,
)

NOW = datetime(2026, 11, 21, 16)
TIMES = st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2090, 1, 1))


def row(*times: datetime) -> list[Mark]:
    """Backups in the order they were made."""
    return [Mark(number=number, made_at=at) for number, at in enumerate(times, 1)]


def left(marks, now):
    return set(marks) - set(superfluous(marks, now))


def every(hours: float, count: int, *, end: datetime = NOW) -> list[Mark]:
    return row(*(end - timedelta(hours=hours) * at for at in reversed(range(count))))


@given(st.lists(TIMES, max_size=60), TIMES)
def test_the_ten_last_made_always_stay(times, now):
    """Given any clock at any time, those that were made last are there."""
    marks = row(*times)
    assert set(marks[-LEAST:]) <= left(marks, now)


@given(st.lists(TIMES, max_size=60), TIMES)
def test_thinning_twice_is_thinning_once(times, now):
    stays = left(row(*times), now)
    assert left(stays, now) == stays


@given(st.lists(TIMES, max_size=60), TIMES)
def test_what_a_right_clock_keeps_stays(times, now):
    marks = row(*times)
    newest = sorted(marks, key=lambda mark: -mark.number)
    assert by_calendar(newest, now) <= left(marks, now)


@given(st.lists(TIMES, min_size=1, max_size=60), TIMES, TIMES)
def test_of_each_of_the_last_days_one_stays_whatever_now_is_said_to_be(times, one, other):
    """Given two clocks that say anything, the last of each of the last thirty days stays."""
    times = sorted(times)
    marks = row(*times)
    days = {mark.made_at.date(): mark for mark in marks}
    last = {days[day] for day in sorted(days)[-DAYS:]}
    assert last <= left(marks, one) & left(marks, other)


@st.composite
def histories(draw):
    """Backups of an office over up to three years, thinned now and then as in life."""
    gaps = draw(st.lists(st.integers(1, 24 * 40), min_size=5, max_size=120))
    at, marks = NOW - timedelta(hours=sum(gaps)), list[Mark]()
    for number, gap in enumerate(gaps, 1):
        at += timedelta(hours=gap)
        marks = [*marks, Mark(number=number, made_at=at)]
        if draw(st.booleans()):
            marks = [mark for mark in marks if mark in left(marks, at)]
    return marks


@given(
    histories(),
    st.lists(st.integers(0, 10 * 60), min_size=1, max_size=40),
    st.sampled_from([365, 400, 3650, -365, -3650]),
)
def test_a_session_with_the_clock_a_year_off_takes_nothing_that_is_good(history, minutes, days):
    """Given a working day with a clock set wrong, thinned at every backup, what stood stays."""
    newest = sorted(history, key=lambda mark: -mark.number)
    # The wrong day lasts ten hours at most, and so long later something may be older than 48 h.
    good = by_calendar(newest, NOW + timedelta(hours=10))
    marks, wrong = list(history), datetime(2026, 11, 21, 7) + timedelta(days=days)
    for minute in sorted(minutes):
        now = wrong + timedelta(minutes=minute)
        marks.append(Mark(number=marks[-1].number + 1, made_at=now))
        marks = [mark for mark in marks if mark in left(marks, now)]
    assert good <= set(marks)


def test_a_control_that_a_rule_of_the_clock_alone_would_take_them():
    """Given only the calendar, a clock a year ahead would take what is good: the test can fail."""
    marks = every(0.5, 90)
    newest = sorted(marks, key=lambda mark: -mark.number)
    assert len(by_calendar(newest, NOW + timedelta(days=365))) < LEAST < len(left(marks, NOW))


def test_a_clock_that_stands_still_at_each_start_keeps_days_apart():
    """Given a computer that begins every day at the same hour of 2000, the days are told apart."""
    starts = [datetime(2000, 1, 1) + timedelta(hours=each) for each in (0, 4, 8)]
    marks = row(*(starts * 40))
    stays = left(marks, starts[-1])
    assert {mark.number for mark in marks if mark.number % 3 == 0 and mark.number > 30} <= {
        mark.number for mark in stays
    }


def test_everything_of_the_last_two_days_stays():
    marks = every(0.5, 200)
    assert {mark for mark in marks if mark.made_at > NOW - WHOLE} <= left(marks, NOW)


def test_a_year_of_half_hours_becomes_a_list_that_can_be_read():
    """Given an office at work all year round, there is the last of each day, week and month."""
    marks: list[Mark] = []
    at = datetime(2023, 11, 1, 8)
    while at < NOW:
        if at.weekday() < 5 and 8 <= at.hour < 17:
            marks.append(Mark(number=len(marks) + 1, made_at=at))
        at += timedelta(minutes=30)
    stays = left(marks, NOW)
    older = [mark for mark in stays if mark.made_at < marks[-1].made_at - WHOLE]
    # A week's Friday and a month's end are often a day that is kept as a day.
    assert len(older) + 5 > DAYS + WEEKS
    assert len(older) <= DAYS + WEEKS + MONTHS + 3 * SPARE
    months = {(mark.made_at.year, mark.made_at.month) for mark in older}
    assert MONTHS <= len(months) <= MONTHS + SPARE


def test_summer_time_is_no_wrong_clock():
    """Given the hour that comes twice in October, the day is still one day."""
    before = every(0.5, 20, end=datetime(2026, 10, 25, 2, 59))
    after = every(0.5, 20, end=datetime(2026, 10, 25, 12))
    times = [mark.made_at for mark in (*before, *after)]
    later = [datetime(2026, 12, 1, 8) + timedelta(minutes=each) for each in range(LEAST + 1)]
    far = [later[0] + timedelta(days=4 * day) for day in range(1, 4)]
    marks = row(*times, *later, *far)
    stays = left(marks, far[-1])
    assert sum(mark.made_at.date() == datetime(2026, 10, 25).date() for mark in stays) == 1
