"""The days of the yearly follow-up: answers that are to come, a round to begin, the report."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.text import plain, say
from desktop.flow.deadlines import Fact
from desktop.flow.follow_up_view import first_year, follow_up

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.flow.desk import Desk
    from desktop.flow.follow_up_view import FollowUpPicture

LATE_IN_YEAR = 10
"""The month from which the year that is going on is asked about."""


def follow_up_facts(desk: Desk) -> Iterator[Fact]:
    """Give the days of this year's follow-up and the last one's, until the board has the report."""
    this = desk.today.year
    for year in (this - 1, this):
        seen = follow_up(desk, year)
        if year >= first_year(desk) and not seen.done:
            yield from _answers(seen)
            yield from _report(seen)


def _wanted(seen: FollowUpPicture) -> bool:
    """Say whether a year without a round is to have one: while there is time to ask."""
    last = seen.report_by
    if seen.terms is None or seen.reports or last is None:
        return False
    return date(seen.year, LATE_IN_YEAR, 1) <= seen.today <= last


def _answers(seen: FollowUpPicture) -> Iterator[Fact]:
    year = seen.year
    if seen.round is None:
        if _wanted(seen):
            yield Fact(
                kind="follow_up",
                day=seen.answer_by,
                text=say("Uppföljningen {year} är inte startad", year=year),
                calendar=say("Uppföljning {year}", year=year),
                subject=("follow_up", 0),
            )
        return
    waiting = len(seen.missing) + len(seen.unsent)
    if waiting:
        words = (
            say("Ett svar saknas i uppföljningen {year}", year=year)
            if waiting == 1
            else say("{count} svar saknas i uppföljningen {year}", count=waiting, year=year)
        )
        yield Fact(
            kind="follow_up",
            day=seen.round.answer_by,
            text=words,
            calendar=say("Uppföljning {year}", year=year),
            subject=("follow_up", seen.round.id),
            whose=say("du") if seen.unsent else say("verksamheterna"),
            mine=bool(seen.unsent) or bool(seen.days_late),
        )


def _report(seen: FollowUpPicture) -> Iterator[Fact]:
    if seen.report_by is None or (seen.round is None and not seen.reports):
        return
    made = seen.report is not None
    yield Fact(
        kind="yearly_report",
        day=seen.report_by,
        text=say(
            "Årsrapporten {year} till {board}",
            year=seen.year,
            board=plain(seen.reported_to),
        ),
        calendar=say("Årsrapport {year}", year=seen.year),
        subject=("yearly", seen.year),
        whose=say("styrelsen") if made else say("du"),
        mine=not made,
    )
