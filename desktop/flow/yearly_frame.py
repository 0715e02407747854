"""What every section of a yearly report goes by: the year, those before it and the guideline."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.text import Text, say
from desktop.domain.work_guideline import WorkRules, work_rules
from desktop.domain.yearly import COMPARED
from desktop.flow.follow_up_view import day_of, first_year, guideline_of

if TYPE_CHECKING:
    from desktop.domain.guideline import Guideline
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class Frame:
    """A year, the years it is compared with, and what the guideline wants to know."""

    desk: Desk
    """The register."""
    year: int
    """The year."""
    years: tuple[int, ...]
    """The years compared, the report's last."""
    guideline: Guideline
    """The version the year follows."""
    areas: dict[str, Text]
    """Goals by key, those of every version, for old rows keep theirs."""

    @property
    def work(self) -> WorkRules:
        """What the guideline says of the whole work."""
        return work_rules(self.guideline)

    @property
    def visits(self) -> bool:
        """True when the guideline speaks of visits."""
        return self.guideline.visits is not None

    @property
    def areas_title(self) -> Text:
        """What the guideline calls its goals."""
        return say(self.work.areas_title) if self.work.areas_title else say("Mål")

    @property
    def areas_inside(self) -> Text:
        """The same inside a sentence: "prioriterade områden"."""
        title = self.work.areas_title
        return say(title[:1].lower() + title[1:]) if title else say("mål")

    @property
    def day(self) -> date:
        """The day the year is looked at: its last, or today while it lasts."""
        return day_of(self.desk, self.year)

    @property
    def horizon(self) -> date:
        """The last day of the year after: what is due by then needs a decision now."""
        return date(self.year + 1, 12, 31)

    def day_in(self, year: int) -> date:
        """Give the day one of the years is looked at."""
        return day_of(self.desk, year)


def frame_of(desk: Desk, year: int) -> Frame:
    """Give what the sections of a year go by."""
    first = max(min(first_year(desk), year), year - COMPARED + 1)
    areas: dict[str, Text] = {}
    guideline = guideline_of(desk, year)
    for version in (guideline, *(each for _, each in reversed(desk.versions()))):
        for goal in version.goals:
            areas.setdefault(goal.key, say(goal.short))
    return Frame(
        desk=desk,
        year=year,
        years=tuple(range(first, year + 1)),
        guideline=guideline,
        areas=areas,
    )
