"""Values that the file takes for the rows of the yearly follow-up and its report."""

from __future__ import annotations

from datetime import date
from typing import Any

from db.change import Change, Insert
from desktop.domain.follow_up import (
    AnswerSource,
    FollowUpAsked,
    FollowUpRound,
    YearlyReport,
    YearlyWords,
)
from desktop.domain.record import Record

DAY = date(2026, 3, 2)


def grounds() -> tuple[Record, ...]:
    """A round with id 1, for the rows that point at it."""
    return (FollowUpRound(id=1, year=2026, answer_by=DAY),)


def year_of(key: int) -> int:
    """A year of its own: there is one round a year."""
    return 1900 + key % 8000


def round_(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    return (Insert(FollowUpRound(id=key, **(facts | {"year": year_of(key)}))),)


def asked(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    if facts["answered_on"] is None:
        facts |= {"source": None}
    else:
        facts |= {"source": facts["source"] or AnswerSource.FORM, "excused": ""}
    counts = ("digital", "incoming", "outgoing", "participants", "youth")
    facts |= {name: facts[name] and facts[name] % 1000 for name in counts}
    if facts["participants"] is not None and facts["youth"] is not None:
        facts |= {"youth": min(facts["participants"], facts["youth"])}
    # A body is asked once in a round, by a row that is not taken away.
    return (Insert(FollowUpAsked(id=key, deleted=DAY, **facts)),)


def words(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    return (Insert(YearlyWords(id=key, **(facts | {"year": year_of(key), "section": "costs"}))),)


def report(key: int, facts: dict[str, Any]) -> tuple[Change, ...]:
    facts |= {"year": year_of(key), "version": 1, "figures": '{"year": 2026}'}
    facts |= {"paragraph": "§ 12" if facts["board_on"] else ""}
    return (Insert(YearlyReport(id=key, **facts)),)


WRITES = {
    FollowUpAsked: asked,
    FollowUpRound: round_,
    YearlyReport: report,
    YearlyWords: words,
}
"""By kind: the changes that write a row with these values, made to fit the file."""
