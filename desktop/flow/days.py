"""Days as people type them."""

from __future__ import annotations

import re
from datetime import date, timedelta

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH = {"may": "maj", "oct": "okt"}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_SHORT = re.compile(r"(\d{1,2})\s*[/.]\s*(\d{1,2})")
_WORDS = re.compile(r"(?:den )?(\d{1,2})\s+([a-zåäö]{3})[a-zåäö]*\.?(?:\s+(\d{4}))?")


def parse_day(words: str, today: date) -> date | None:
    """Read a day as people type it: 2026-11-21, 20261121, t, +7, 24 dec, 24/12.

    A day without a year is in the year of `today`. None when it is no day.
    """
    words = words.strip().lower()
    if words in ("t", "idag", "i dag", "today"):
        return today
    try:
        if re.fullmatch(r"[+-]\d{1,4}", words):
            return today + timedelta(days=int(words))
        return _day_of(words, today)
    except (ValueError, OverflowError):
        return None


def _day_of(words: str, today: date) -> date | None:
    if re.fullmatch(r"\d{8}", words):
        return date(int(words[:4]), int(words[4:6]), int(words[6:]))
    if match := _ISO.fullmatch(words):
        return date(int(match[1]), int(match[2]), int(match[3]))
    if match := _SHORT.fullmatch(words):
        return date(today.year, int(match[2]), int(match[1]))
    if match := _WORDS.fullmatch(words):
        month = _ENGLISH.get(match[2], match[2])
        if month in _MONTHS:
            return date(int(match[3] or today.year), _MONTHS.index(month) + 1, int(match[1]))
    return None
