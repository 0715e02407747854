"""Days, counts and owners as Texts: the words inside a sentence follow the language it is shown in.

Letters are always Swedish and use `swedish`; whatever the window shows uses this.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import digits, genitive
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.domain.dates import FinancialYear

MONTHS = (
    say("januari"),
    say("februari"),
    say("mars"),
    say("april"),
    say("maj"),
    say("juni"),
    say("juli"),
    say("augusti"),
    say("september"),
    say("oktober"),
    say("november"),
    say("december"),
)
SHORT_MONTHS = (
    say("jan"),
    say("feb"),
    say("mar"),
    say("apr"),
    say("maj"),
    say("jun"),
    say("jul"),
    say("aug"),
    say("sep"),
    say("okt"),
    say("nov"),
    say("dec"),
)
COUNTS = (
    say("noll"),
    say("en"),
    say("två"),
    say("tre"),
    say("fyra"),
    say("fem"),
    say("sex"),
    say("sju"),
    say("åtta"),
    say("nio"),
    say("tio"),
    say("elva"),
    say("tolv"),
)
ORDINALS = (
    say("första"),
    say("andra"),
    say("tredje"),
    say("fjärde"),
    say("femte"),
    say("sjätte"),
    say("sjunde"),
    say("åttonde"),
)


def short_day(day: date) -> Text:
    """Give a day of this year as lists show it: `21 nov`."""
    return say("{day}\u00a0{month}", day=day.day, month=SHORT_MONTHS[day.month - 1])


def long_day(day: date) -> Text:
    """Give a day in full: `den 28 december 2026`."""
    return say(
        "den\u00a0{day}\u00a0{month} {year}",
        day=day.day,
        month=MONTHS[day.month - 1],
        year=day.year,
    )


def year_words(year: FinancialYear) -> Text:
    """Name a financial year: `2025`, or `sep 2025–aug 2026` for one that is no calendar year."""
    first, last = year.first, year.last
    if (first.month, first.day) == (1, 1):
        return plain(str(last.year))
    return say(
        "{first} {first_year}–{last} {last_year}",
        first=SHORT_MONTHS[first.month - 1],
        first_year=first.year,
        last=SHORT_MONTHS[last.month - 1],
        last_year=last.year,
    )


def counted(number: int) -> Text:
    """Say a number up to twelve in words, a greater one in digits."""
    return COUNTS[number] if 0 <= number < len(COUNTS) else plain(digits(number))


def nth(number: int) -> Text:
    """Say which one of a row, from 1: `tredje`, `9:e`."""
    if 0 < number <= len(ORDINALS):
        return ORDINALS[number - 1]
    return say("{number}:e", number=number)


def listed(words: Sequence[str]) -> Text:
    """Join words as a sentence does: `a`, `a och b`, `a, b och c`; nothing for none."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no joining
        return plain("".join(words))
    return say("{before} och {last}", before=", ".join(words[:-1]), last=words[-1])


def owner(name: str) -> Text:
    """Give the owner's form of a name: `Piteås`, but `Bärums` stays as it is."""
    if genitive(name) == name:
        return say("{owner}", owner=name)
    return say("{owner}s", owner=name)
