"""Which backups have done their duty; pure, and never by the clock alone.

Two rules keep, and what either keeps stays. The calendar counts back from now. The count knows no
now: it ranks the days, weeks and months that have backups, in the order they were made, so a clock
that is wrong can push out no more than the strange days it adds.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

LEAST = 10
"""So many are always kept, whatever the clock says."""
WHOLE = timedelta(hours=48)
"""Everything made within this is kept."""
DAYS, WEEKS, MONTHS = 30, 12, 24
"""The last of each day, week and month, so far back."""
SPARE = 2
"""Strange days, weeks or months that a clock set wrong and right again adds to the ranks."""
LEAP = timedelta(days=7)
"""A longer time without a backup is not believed to have passed."""
_SUMMER_TIME = timedelta(hours=2)


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A good backup, as thinning sees it."""

    number: int
    """Its place in the order they were made; no clock has a say in it."""
    made_at: datetime
    """When it was made by the computer's clock, local time."""


def superfluous(marks: Iterable[Mark], now: datetime) -> tuple[Mark, ...]:
    """Give those of the good backups of one place that can go, the newest first."""
    newest = sorted(set(marks), key=lambda mark: mark.number, reverse=True)
    kept = {*newest[:LEAST], *by_calendar(newest, now), *_by_count(newest)}
    return tuple(mark for mark in newest if mark not in kept)


def by_calendar(newest: Sequence[Mark], now: datetime) -> set[Mark]:
    """Give what a right clock keeps, and what it says is not made yet."""
    kept = {mark for mark in newest if mark.made_at > now - WHOLE}
    for period, reach in _PERIODS:
        ends = _last_of_each(newest, period, {})
        this = period(now.date())
        kept |= {mark for mark in ends if this - period(mark.made_at.date()) < reach}
    return kept


def _by_count(newest: Sequence[Mark]) -> set[Mark]:
    """Give what is kept by its place in the row alone."""
    kept, turn, passed = set(newest[:1]), 0, timedelta()
    turns = dict.fromkeys(newest[:1], turn)
    for later, mark in pairwise(newest):
        gap = later.made_at - mark.made_at
        # The clock went back, so the same day by name is another.
        turn += gap < -_SUMMER_TIME
        turns[mark] = turn
        passed += gap if timedelta() <= gap <= LEAP else timedelta()
        if passed < WHOLE:
            kept.add(mark)
    for period, reach in _PERIODS:
        kept.update(_last_of_each(newest, period, turns)[: reach + SPARE])
    return kept


def _last_of_each(
    newest: Sequence[Mark], period: Callable[[date], int], turns: Mapping[Mark, int]
) -> list[Mark]:
    """Give the last made of each period, and of each turn of the clock, the newest first."""
    found: dict[tuple[int, int], Mark] = {}
    for mark in newest:
        found.setdefault((turns.get(mark, 0), period(mark.made_at.date())), mark)
    return list(found.values())


def _day(day: date) -> int:
    return day.toordinal()


def _week(day: date) -> int:
    # Day 1 of the calendar was a Monday.
    return (day.toordinal() - 1) // 7


def _month(day: date) -> int:
    return day.year * 12 + day.month


_PERIODS = ((_day, DAYS), (_week, WEEKS), (_month, MONTHS))
