"""Which wording of a letter counts on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.domain.registers import LetterText

LONGEST = 60_000
"""Characters of one wording; the longest that comes with the program has some 4 000."""


def in_force(texts: Iterable[LetterText], name: str, day: date) -> LetterText | None:
    """Give the adopted wording of `name` that counts on a day; None for the program's own.

    The one with the latest first day counts; of two with the same, the one adopted last.
    """
    begun = [each for each in texts if each.name == name and each.valid_from <= day]
    newest = max(begun, key=lambda each: (each.valid_from, each.version), default=None)
    return newest if newest is not None and newest.text else None


def next_version(texts: Iterable[LetterText], name: str) -> int:
    """Give the number of the next version; `texts` holds those taken back as well."""
    return max((each.version for each in texts if each.name == name), default=0) + 1
