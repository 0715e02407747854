"""What the visits and projects of a year gave, in the words of their reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitments import Project
from desktop.domain.swedish import period
from desktop.flow.visit_facts import all_visits
from desktop.flow.visit_list import visit_year
from desktop.flow.visit_picture import pictured
from desktop.letters.facts import YearResult

if TYPE_CHECKING:
    from desktop.domain.visiting import Visit
    from desktop.flow.desk import Desk


def year_results(desk: Desk, year: int) -> tuple[YearResult, ...]:
    """Give the visits of the year by day, then the projects that ended in it."""
    visits = [
        each for each in all_visits(desk) if visit_year(each) == year and each.outcome.strip()
    ]
    visits.sort(key=lambda each: (str(each.starts_on), each.id))
    ended = [
        each
        for each in desk.store.find(Project, order="ends_on, id")
        if each.result.strip() and each.ends_on is not None and each.ends_on.year == year
    ]
    return (
        *(_visit(desk, each) for each in visits),
        *(
            YearResult(
                title=each.name,
                when=period(each.starts_on or each.ends_on, each.ends_on) if each.ends_on else "",
                purpose=each.purpose,
                gave=each.result,
            )
            for each in ended
        ),
    )


def _visit(desk: Desk, visit: Visit) -> YearResult:
    first = visit.starts_on
    return YearResult(
        title=str(pictured(desk, visit).title),
        when=period(first, visit.ends_on or first) if first is not None else "",
        purpose=visit.purpose,
        gave=visit.outcome,
    )
