"""A text in two languages side by side, clause by clause."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.letters.content.text import Runs


@dataclass(frozen=True, kw_only=True)
class Clause:
    """The same words in two languages; neither says more than the other."""

    left: tuple[Runs, ...]
    """The paragraphs in the language at the left."""
    right: tuple[Runs, ...]
    """The paragraphs in the language at the right, as many."""
    titles: tuple[str, str] = ("", "")
    """A heading at the left and at the right; empty for none."""


@dataclass(frozen=True, kw_only=True)
class SideBySide:
    """Clauses in two languages beside each other, each pair beginning at one height.

    Read aloud, each clause is whole in one language before it comes in the other.
    """

    heads: tuple[str, str]
    """What stands over the columns, "Svenska" and "English"; again on every page."""
    clauses: tuple[Clause, ...]
    """The clauses."""
    languages: tuple[str, str] = ("sv-SE", "en-GB")
    """Language tags of the columns."""
    numbered: bool = True
    """False leaves the clauses without numbers."""
    first: int = 1
    """The number of the first clause."""

    def label(self, place: int) -> str:
        """Give the number of the clause at a place, with the space after it; "" for none."""
        return f"{self.first + place}. " if self.numbered else ""
