"""Numbers drawn as columns or bars."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.letters.content.own import OwnWords
from desktop.letters.content.text import NO_BREAK

_NONE = "\u2013"

MOST_SERIES = 5
"""So many fillings are told apart in grey print."""


@dataclass(frozen=True, kw_only=True)
class Series:
    """Numbers of one sort, one for each category."""

    name: str
    """What they are, for the legend."""
    values: tuple[int | None, ...]
    """Whole numbers; None where there is none."""


@dataclass(frozen=True, kw_only=True)
class Chart:
    """Numbers as columns, or as lying bars, with the same numbers in a table under them."""

    title: str
    """The heading."""
    categories: tuple[str, ...]
    """What the groups are: years, places, areas."""
    series: tuple[Series, ...]
    """One to MOST_SERIES sorts of numbers, each with as many as there are categories."""
    head: str
    """The head of the table's first column: "År"."""
    unit: str = "kr"
    """What is counted: "kr" is written as the language writes money; empty for bare numbers."""
    level: int = 2
    """The heading's level, 2 or 3."""
    stacked: bool = False
    """True to stand the series on each other instead of side by side."""
    lying: bool = False
    """True for bars that lie, with room for long categories."""
    table: bool = True
    """False leaves the table out; the figure's alternative text then says every number."""
    total: bool = False
    """True for a last row with sums in the table."""
    alternative: str = ""
    """What the picture shows, in a sentence; empty for one that is made from the numbers."""

    def __post_init__(self) -> None:
        """Refuse what cannot be drawn, with ValueError."""
        if not 1 <= len(self.series) <= MOST_SERIES:
            raise ValueError(f"a chart has 1 to {MOST_SERIES} series")
        if not self.categories or any(
            len(each.values) != len(self.categories) for each in self.series
        ):
            raise ValueError("a chart needs categories, and as many numbers in each series")

    def said(self, value: int | None, own: OwnWords) -> str:
        """Write one number with its unit; nothing for none."""
        if value is None:
            return ""
        if self.unit == "kr":
            return own.kr(value)
        return f"{own.number(value)}{NO_BREAK if self.unit else ''}{self.unit}"

    def measured_in(self, own: OwnWords) -> str:
        """Give what stands beside the scale."""
        return own.currency if self.unit == "kr" else self.unit

    def words(self, own: OwnWords) -> str:
        """Say what the picture shows."""
        if self.alternative:
            return f"{self.alternative} {own.below}" if self.table else self.alternative
        kind = own.chart[1 if self.lying else 0]
        if self.table:
            names = ", ".join(each.name for each in self.series)
            return f"{kind}: {self.title}. {names}. {own.below}"
        groups = (
            f"{category}: "
            + ", ".join(
                f"{each.name} {self.said(each.values[place], own) or _NONE}" for each in self.series
            )
            for place, category in enumerate(self.categories)
        )
        return f"{kind}: {self.title}. {'; '.join(groups)}."
