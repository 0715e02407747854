"""Swedish words for sums, days and lists, and the folding that search uses."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

NO_BREAK = "\u00a0"
"""The space inside `6 500 kr`: it never ends a line."""

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
WEEKDAYS = ("måndag", "tisdag", "onsdag", "torsdag", "fredag", "lördag", "söndag")
COUNTS = (
    "noll",
    "en",
    "två",
    "tre",
    "fyra",
    "fem",
    "sex",
    "sju",
    "åtta",
    "nio",
    "tio",
    "elva",
    "tolv",
)

_DEFINITE = {
    "are": "n",
    "ande": "n",
    "ende": "n",
    "or": "n",
    "er": "n",
    "chef": "en",
    "direktör": "en",
    "strateg": "en",
    "ombud": "et",
    "råd": "et",
    "inspektör": "en",
    "assistent": "en",
}
"""Endings of titles that are nouns, and what makes them definite."""

_UNLIKE = str.maketrans(
    {
        "ø": "ö",
        "æ": "ä",
        "ð": "d",
        "đ": "d",
        "þ": "th",
        "ł": "l",
        "ŋ": "n",
        "ŧ": "t",
        "ħ": "h",
        "ı": "i",
        "œ": "oe",
        "ĸ": "k",
        NO_BREAK: " ",
        "\u202f": " ",
        "\u2011": "-",
        "\u2013": "-",
        "\u2212": "-",
    }
)


def digits(number: int) -> str:
    """Group a whole number in threes with no-break spaces; minus is an en dash."""
    grouped = f"{abs(number):,}".replace(",", NO_BREAK)
    return f"\u2013{grouped}" if number < 0 else grouped


def kr(amount: int) -> str:
    """Give whole kronor as they stand in tables and forms: `6 500 kr`."""
    return f"{digits(amount)}{NO_BREAK}kr"


def kronor(amount: int) -> str:
    """Give whole kronor as they stand in the sentences of letters: `1 krona`, `6 500 kronor`."""
    return f"{digits(amount)}{NO_BREAK}{'krona' if abs(amount) == 1 else 'kronor'}"


def long_date(day: date) -> str:
    """Give a day as letters say it: `den 28 december 2026`, with no-break spaces but the last."""
    return f"den{NO_BREAK}{day.day}{NO_BREAK}{MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """Give a day with its weekday: `måndagen den 28 december 2026`."""
    return f"{WEEKDAYS[day.weekday()]}en {long_date(day)}"


def short_date(day: date) -> str:
    """Give a day of this year as lists show it: `21 nov`."""
    return f"{day.day}{NO_BREAK}{MONTHS[day.month - 1][:3]}"


def period(first: date, last: date, months: Sequence[str] = MONTHS) -> str:
    """Give the days from `first` to `last` without `den`: `22\u201324 november 2026`.

    Months and years that are the same are said once. One day is said as one day. `months` are
    the twelve names to use.
    """
    end = f"{last.day}{NO_BREAK}{months[last.month - 1]} {last.year}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}\u2013{end}"
    start = f"{first.day}{NO_BREAK}{months[first.month - 1]}"
    if first.year != last.year:
        start = f"{start} {first.year}"
    return f"{start}\u2013{end}"


def list_of(words: Sequence[str]) -> str:
    """Join words as a sentence does: `a`, `a och b`, `a, b och c`; nothing for none."""
    if len(words) < 2:  # noqa: PLR2004 - one word needs no joining
        return "".join(words)
    return f"{', '.join(words[:-1])} och {words[-1]}"


def count_word(number: int) -> str:
    """Say a number up to twelve in words, a greater one in digits."""
    return COUNTS[number] if 0 <= number < len(COUNTS) else digits(number)


def genitive(name: str) -> str:
    """Give the owner's form of a name: `Piteås`, but `Bärums` for one ending in s, x or z."""
    return name if name.endswith(("s", "x", "z", "S", "X", "Z")) else f"{name}s"


def definite_title(title: str) -> str:
    """Give a title in definite form: `internationell samordnare`, `internationella samordnaren`.

    Returns "" for a title whose last word bends in a way that this function does not know.
    """
    *before, noun = title.split() or [""]
    ending = next((end for end in _DEFINITE if noun.lower().endswith(end)), "")
    if not ending:
        return ""
    bent = [f"{word}a" if word.lower().endswith(("ell", "isk", "lig")) else word for word in before]
    return " ".join([*bent, f"{noun}{_DEFINITE[ending]}"])


def capital(text: str) -> str:
    """Begin a sentence: the first letter large, the rest untouched."""
    return text[:1].upper() + text[1:]


def fold(text: str) -> str:
    """Fold text for search: no case, å ä ö kept apart from a and o, other accents dropped.

    ø is ö, æ is ä, ð is d, þ is th, é is e. What is typed and what is stored are folded alike.
    """
    return "".join(map(_bare, unicodedata.normalize("NFC", text.casefold()).translate(_UNLIKE)))


@lru_cache(maxsize=4096)
def _bare(letter: str) -> str:
    if letter.isascii() or letter in "åäö":
        return letter
    parts = unicodedata.normalize("NFD", letter)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    return bare.translate(_UNLIKE)
