"""Lines of Today about visits: each visit stands once, where it is most urgent."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from desktop.domain.text import Text, say
from desktop.flow.days_ahead import Ahead
from desktop.flow.deadlines import KIND_WORDS
from desktop.flow.matter import Matter
from desktop.flow.matters import when, which_day
from desktop.flow.visit_dates import VisitDate, visit_dates

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop.flow.desk import Desk

WEEK = timedelta(days=7)
_ORDER = ("late", "week", "mine", "later")
_UNDATED: dict[str, Text] = {
    "visit_settlement": say("Kostnader att reglera"),
    "visit_close": say("Besök att avsluta"),
}


def visit_matters(desk: Desk) -> Iterator[Matter]:
    """Give the line of every visit that is late, has its day within a week or waits."""
    for each in _once(desk):
        group = _group(each, desk.today)
        if group != "later":
            yield _matter(each, group, desk.today)


def visits_ahead(desk: Desk, until: date) -> Iterator[Ahead]:
    """Give the visits that begin further ahead, up to a day."""
    for each in _once(desk):
        if each.due_on and each.due_on <= until and _group(each, desk.today) == "later":
            yield Ahead(day=each.due_on, text=each.text)


def _once(desk: Desk) -> tuple[VisitDate, ...]:
    """Give the most urgent of each visit."""
    found: dict[int, VisitDate] = {}
    ordered = sorted(visit_dates(desk), key=lambda it: _ORDER.index(_group(it, desk.today)))
    for each in ordered:
        found.setdefault(each.visit_id, each)
    return tuple(found.values())


def _group(it: VisitDate, today: date) -> str:
    if it.due_on is None or it.kind == "visit_held":
        return "mine"
    if it.due_on < today:
        return "late"
    if it.due_on <= today + WEEK:
        return "week"
    # Nothing is to be done about a planned visit before it begins; all else waits for her.
    return "later" if it.kind == "visit_begins" else "mine"


def _matter(it: VisitDate, group: str, today: date) -> Matter:
    return Matter(
        kind="visit",
        subject=it.visit_id,
        group=group,
        title=it.text,
        detail=say(
            "{number}. {kind}.",
            number=it.number,
            kind=_UNDATED.get(it.kind) or KIND_WORDS[it.kind],
        ),
        when=when(it, today, group),
        day=which_day(it, today, group),
        act=it.act,
        words=it.words if str(it.words) else say("Öppna"),
        order=((it.due_on or it.since).isoformat(), it.visit_id),
    )
