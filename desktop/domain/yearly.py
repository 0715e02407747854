"""The figures of a year, each unfolding to its rows: what report and page of the year show."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.quota import Share
from desktop.domain.swedish import NO_BREAK, digits
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

Subject: TypeAlias = tuple[str, int]
"""What a row is about: ("case", 3), ("visit", 2), ("asked", 7) …; ("", 0) for nothing to open."""
Rows: TypeAlias = "Mapping[int, Sequence[Source]]"
"""The rows of each year that is compared."""

COUNT, KR, PERCENT = "", "kr", "%"
"""Units of figures: so many, whole kronor, whole per cent."""
COMPARED = 4
"""The most years that stand side by side."""


@dataclass(frozen=True, kw_only=True)
class Source:
    """A row that a figure is counted from."""

    subject: Subject
    """What to open."""
    text: Text
    """What it is: "B 2026-02 Besök från Grindavík"."""
    amount: int
    """What it adds to the figure: a number, or whole kronor."""
    day: date | None = None
    """Its day, when it has one."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One figure of a year, beside those of the years before."""

    key: str
    """Stable key, "contacts", "contacts.digital", "decided.place.2"."""
    title: Text
    """"Kontakter"."""
    unit: str = COUNT
    """COUNT, KR or PERCENT."""
    years: Mapping[int, int | None]
    """The value of each year that is compared, the earliest first; None where there is none."""
    year: int
    """The year of the report, the last of `years`."""
    rows: tuple[Source, ...] = ()
    """The year's rows; of a share the rows of its part."""
    parts: tuple[Figure, ...] = ()
    """What it is made of: the same rows divided in one way."""
    share: Share | None = None
    """Part and whole of a per cent; of "1 av 3" what is used and what there is."""
    overlapping: bool = False
    """True when a row may stand in several parts, so that they come to more than the figure."""
    note: Text | None = None
    """One sentence on how it is counted; None when the title says it."""

    @property
    def now(self) -> int | None:
        """The year's value; None of a share of nothing."""
        return self.years[self.year]

    @property
    def before(self) -> int | None:
        """The value of the year before; None when the register does not know that year."""
        return self.years.get(self.year - 1)

    @property
    def difference(self) -> int | None:
        """What has changed since the year before; None without one."""
        if self.now is None or self.before is None:
            return None
        return self.now - self.before


@dataclass(frozen=True, kw_only=True)
class Section:
    """A part of the report: figures that belong together, and her own words about them."""

    key: str
    """Stable key, also of her words: "contacts", "people", "costs", "grants" …"""
    title: Text
    """Heading."""
    figures: tuple[Figure, ...]
    """The figures, in order; never empty."""


@dataclass(frozen=True, kw_only=True)
class PotBar:
    """What of a place's pots is decided and proposed, whole kronor."""

    place_id: int
    """The place; 0 for a pot of the whole municipality."""
    place: str
    """Its name."""
    cap: int
    """What its pots hold; 0 for none."""
    decided: int
    """Granted."""
    proposed: int
    """Proposed and not decided."""
    left: int
    """What is left when the proposals are not counted."""


@dataclass(frozen=True, kw_only=True)
class Answer:
    """A board, office or company of the round, and where its answer stands."""

    asked_id: int
    """Its row in the round."""
    body_id: int
    """Who."""
    name: str
    """Its name."""
    state: str
    """"answered", "missing" or "excused"."""
    answered_on: date | None
    """The day the answer came."""
    days_late: int
    """Days since the last day while it is missing; 0 otherwise."""
    activities: str
    """What was done, in their words."""
    answers: tuple[str, ...]
    """Answers to the round's questions."""
    excused: str
    """Why none is needed."""


@dataclass(frozen=True, kw_only=True)
class Remaining:
    """Something to do before the report is signed."""

    key: str
    """"answers", "visits", "reports", "proposals", "round" …"""
    text: Text
    """"Tre svar"."""
    late: bool
    """True when its day has passed."""
    subject: Subject
    """Where to go: what it is about, or ("cases", 0), ("follow_up", round id)."""
    act: str
    """The act that does it; "" when the row is only looked at."""
    words: Text
    """What the link says: "Visa", "Reglera"."""
    rows: tuple[Source, ...] = ()
    """All of it, when it is more than one."""


@dataclass(frozen=True, kw_only=True)
class Yearly:
    """A year whole: everything the report says."""

    year: int
    """The year."""
    on: date
    """The day it was counted."""
    years: tuple[int, ...]
    """The years compared, at most COMPARED, the report's year last."""
    reported_to: str
    """Who gets the report: "kommunstyrelsen"."""
    report_by: date | None
    """The day the report is to be there; None when nobody has said."""
    sections: tuple[Section, ...]
    """What the guideline asks for or the register has; a section without content is not there."""
    pots: tuple[PotBar, ...]
    """Grants of the year place by place; empty where there are none."""
    questions: tuple[str, ...]
    """The round's own questions."""
    answers: tuple[Answer, ...]
    """Everybody who is asked, by name; empty without a round."""
    remains: tuple[Remaining, ...]
    """What is to be done before signing, the late first."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Her own words by section; "summary" stands first in the report."""

    def section(self, key: str) -> Section | None:
        """Give a section; None when the year has none such."""
        return next((each for each in self.sections if each.key == key), None)

    def figure(self, key: str) -> Figure:
        """Give a figure or part of one by its key; KeyError when there is none."""
        for section in self.sections:
            for each in section.figures:
                for one in (each, *_within(each)):
                    if one.key == key:
                        return one
        raise KeyError(key)


def _within(figure: Figure) -> Iterable[Figure]:
    for part in figure.parts:
        yield part
        yield from _within(part)


def figure(  # noqa: PLR0913 - what a figure is made of
    key: str,
    title: Text,
    rows: Rows,
    years: Sequence[int],
    *,
    unit: str = COUNT,
    parts: Iterable[Figure] = (),
    overlapping: bool = False,
    note: Text | None = None,
) -> Figure:
    """Make a figure that is the sum of its rows, in every year that is compared."""
    return Figure(
        key=key,
        title=title,
        unit=unit,
        years={each: sum(row.amount for row in rows.get(each, ())) for each in years},
        year=years[-1],
        rows=tuple(rows.get(years[-1], ())),
        parts=tuple(parts),
        overlapping=overlapping,
        note=note,
    )


def share_figure(
    key: str, title: Text, shares: Mapping[int, Share], rows: Sequence[Source], year: int
) -> Figure:
    """Make a figure that is a part of a whole in per cent; `rows` are those of the part."""
    return Figure(
        key=key,
        title=title,
        unit=PERCENT,
        years={each: share.percent for each, share in shares.items()},
        year=year,
        rows=tuple(rows),
        share=shares[year],
    )


def divided(  # noqa: PLR0913 - as figure
    key: str,
    rows: Rows,
    years: Sequence[int],
    by: Callable[[Source], Iterable[str]],
    named: Mapping[str, Text],
    *,
    unit: str = COUNT,
    every: bool = False,
) -> tuple[Figure, ...]:
    """Divide rows into parts: `by` gives the keys of the parts that a row stands in.

    Parts are in the order of `named`; those without rows in any year are left out unless `every`.
    """
    found: dict[str, dict[int, list[Source]]] = {name: {} for name in named}
    for year in years:
        for row in rows.get(year, ()):
            for name in by(row):
                found.setdefault(name, {}).setdefault(year, []).append(row)
    return tuple(
        figure(f"{key}.{name}", named.get(name, plain(name)), kept, years, unit=unit)
        for name, kept in found.items()
        if kept or every
    )


def numbered(value: int | None, unit: str) -> str:
    """Give a value as tables show it: "18 000", "78 %"; "–" for none."""
    if value is None:
        return "\u2013"
    return f"{digits(value)}{NO_BREAK}%" if unit == PERCENT else digits(value)


def value_words(shown: Figure, year: int | None = None) -> str:
    """Give a figure's value of its year, or of another; "" for a year that is not known."""
    wanted = shown.year if year is None else year
    return numbered(shown.years[wanted], shown.unit) if wanted in shown.years else ""


def difference_words(shown: Figure) -> Text:
    """Give what has changed since the year before: "+11 enheter", "−44 300", "0"; "" for none."""
    change = shown.difference
    if change is None:
        return Text("")
    words = f"+{digits(change)}" if change > 0 else digits(change)
    if shown.unit != PERCENT:
        return plain(words)
    if abs(change) == 1:
        return say("{change} enhet", change=words)
    return say("{change} enheter", change=words)
