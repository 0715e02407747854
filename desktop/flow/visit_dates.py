"""Every day that visits are to be watched for, and what waits, told anew from the records."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.text import Text, say
from desktop.domain.visit_words import VisitStage
from desktop.flow.visit_facts import all_visits
from desktop.flow.visit_next import next_visit_words, visit_next
from desktop.flow.visit_picture import pictured

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture


@dataclass(frozen=True, kw_only=True)
class VisitDate:
    """A day to watch, or something that waits for the coordinator."""

    kind: str
    """"visit_report", "visit_settlement", "visit_gate", "visit_held", "visit_close" or
    "visit_begins"."""
    visit_id: int
    """The visit."""
    number: str
    """Its number."""
    where: str
    """Name of the other party's town."""
    due_on: date | None
    """The last day, or the day it happens; None for what only waits."""
    since: date
    """The day it began to wait."""
    text: Text
    """What it is: "Rapport från Besök från Grindavík"."""
    act: str
    """Name of the act that answers it; "" when there is none."""
    words: Text
    """Words of that act."""


def visit_dates(desk: Desk) -> list[VisitDate]:
    """Give everything about visits that has a day or waits, by day."""
    found = (
        each
        for visit in all_visits(desk)
        if visit.stage is not VisitStage.CLOSED
        for each in _of_visit(pictured(desk, visit))
    )
    return sorted(found, key=lambda each: (each.due_on is None, str(each.due_on), str(each.since)))


def _of_visit(seen: VisitPicture) -> Iterator[VisitDate]:
    visit, name = seen.visit, {"visit": seen.title}
    if visit.stage in (VisitStage.IDEA, VisitStage.APPROVED):
        words = (
            say("Syftet ska godkännas: {visit}", **name)
            if visit.stage is VisitStage.IDEA
            else say("Ska planeras: {visit}", **name)
        )
        yield _due(seen, "visit_gate", words, visit.starts_on, visit.stage_since)
    if visit.stage is VisitStage.PLANNED:
        kind, words = "visit_begins", say("{visit} börjar", **name)
        if seen.over:
            kind, words = "visit_held", say("Blev det av? {visit}", **name)
        day = visit.ends_on if seen.over else visit.starts_on
        yield _due(seen, kind, words, day, visit.stage_since)
    if seen.to_report:
        words = say("Rapport: {visit}", **name)
        yield _due(seen, "visit_report", words, visit.report_due_on, visit.stage_since)
    if seen.to_settle:
        words = say("Kostnader att reglera: {visit}", **name)
        since = visit.cancelled_on or visit.ends_on or visit.stage_since
        yield _due(seen, "visit_settlement", words, None, since)
    if visit_next(seen) == "close_visit":
        words = say("Allt är klart: {visit}", **name)
        yield _due(seen, "visit_close", words, None, visit.stage_since)


_ACTS = {"visit_report": "report_visit", "visit_settlement": "settle_visit"}


def _due(seen: VisitPicture, kind: str, text: Text, day: date | None, since: date) -> VisitDate:
    act = _ACTS.get(kind, visit_next(seen))
    if kind == "visit_settlement" and seen.settlement.open:
        act = "record_costs"
    words = next_visit_words(seen) if act == visit_next(seen) else say("")
    return VisitDate(
        kind=kind,
        visit_id=seen.id,
        number=seen.visit.number,
        where=seen.where,
        due_on=day,
        since=since,
        text=text,
        act=act,
        words=words,
    )
