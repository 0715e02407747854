"""Lines of Today that come of the list of deadlines: reminders and registers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.text import Text, say
from desktop.flow.commitment_dates import commitment_facts
from desktop.flow.deadline_facts import agreements, lead_times, notes
from desktop.flow.deadlines import KIND_WORDS, Deadline, deadlines, which_day
from desktop.flow.follow_up_dates import follow_up_facts
from desktop.flow.matter import Matter
from desktop.flow.offered import begun

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from desktop.flow.deadlines import Fact
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class Ahead:
    """A day further ahead."""

    day: date
    """The day."""
    text: Text
    """What happens."""


def dated(desk: Desk) -> Iterator[Matter]:
    """Give what is late and what has its day within a week."""
    for each in _others(desk):
        if each.day is not None and _pressing(each, desk.today):
            yield _matter(each, each.day, desk.today)


def coming(desk: Desk, until: date) -> Iterator[Ahead]:
    """Give what lies further ahead, up to a day."""
    for each in _others(desk):
        if each.day is not None and each.day <= until and not _pressing(each, desk.today):
            yield Ahead(day=each.day, text=each.fact.text)


def _others(desk: Desk) -> tuple[Deadline, ...]:
    """Give the deadlines that Today has no line for otherwise."""
    facts = (*notes(desk), *agreements(desk), *_commitments(desk))
    return deadlines(facts, desk.today, lead_times(desk))


def _commitments(desk: Desk) -> Iterator[Fact]:
    """Give the days of the registers; nothing is asked of a register that has just begun."""
    if begun(desk):
        yield from commitment_facts(desk)
        yield from follow_up_facts(desk)


def _pressing(it: Deadline, today: date) -> bool:
    return it.day is not None and (it.day - today).days <= 7  # noqa: PLR2004 - a week


def _matter(it: Deadline, day: date, today: date) -> Matter:
    kind, row_id = ("note", it.fact.note_id) if it.fact.note_id else it.fact.subject
    return Matter(
        kind=kind,
        subject=row_id,
        group="late" if it.state == "late" else "week",
        title=it.fact.text,
        detail=KIND_WORDS[it.kind],
        when=it.when,
        day=which_day(day, today),
        act="note_done" if it.fact.note_id else "",
        words=say("Klart") if it.fact.note_id else say("Öppna"),
        order=(day.isoformat(), row_id),
    )
