"""Days, counts and owners in the language of the window, ready for its own sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain import spoken, swedish
from desktop.ui.i18n import shown

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date


def short_date(day: date) -> str:
    """Give a day of this year as lists show it: `21 nov`."""
    return shown(spoken.short_day(day))


def long_date(day: date) -> str:
    """Give a day in full: `den 28 december 2026`."""
    return shown(spoken.long_day(day))


def period(first: date, last: date) -> str:
    """Give the days from `first` to `last`: `22\u201324 november 2026`."""
    return swedish.period(first, last, [shown(month) for month in spoken.MONTHS])


def count_word(number: int) -> str:
    """Say a number up to twelve in words, a greater one in digits."""
    return shown(spoken.counted(number))


def ordinal(number: int) -> str:
    """Say which one of a row, from 1: `tredje`."""
    return shown(spoken.nth(number))


def list_of(words: Sequence[str]) -> str:
    """Join words as a sentence does: `a, b och c`; nothing for none."""
    return shown(spoken.listed(words))


def genitive(name: str) -> str:
    """Give the owner's form of a name: `Piteås`."""
    return shown(spoken.owner(name))
