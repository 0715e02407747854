"""Lines of Today that are done once for many cases: rounds and delegation lists."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.casework import Awaited, DecisionList
from desktop.domain.spoken import short_day
from desktop.domain.text import Text, say
from desktop.flow.lists import unlisted
from desktop.flow.matter import Matter
from desktop.flow.matters import when, which_day
from desktop.flow.rounds import open_round, round_cases
from desktop.flow.waiting import days_late

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.desk import Desk


def rounds(desk: Desk) -> list[Matter]:
    """Give the open round, once it has cases."""
    found = open_round(desk)
    if found is None:
        return []
    rows = round_cases(desk, found.id)
    if not rows:
        return []
    number = f"{found.number}/{found.year}"
    sent = found.sent_on
    since = sent or found.opened_on
    days = (desk.today - since).days
    return [
        Matter(
            kind="round",
            subject=found.id,
            group="others" if sent else "mine",
            title=say("Samrådsomgång {number}", number=number),
            detail=say("{count} ärenden väntar på kommittén", count=len(rows))
            if len(rows) != 1
            else say("1 ärende väntar på kommittén"),
            when=say("i dag")
            if days <= 0
            else days_late(say("{days} dagar", days=days), say("1 dag"), days),
            day=say("sedan {day}", day=short_day(since)),
            act="close_round" if sent else "make_sheet",
            words=say("Samråd klart") if sent else say("Skriv underlaget"),
            order=(since.isoformat(), found.id),
        )
    ]


def lists(desk: Desk) -> list[Matter]:
    """Give the decisions on no list, and the lists that the board or notice board has yet."""
    found = []
    waiting = unlisted(desk)
    if waiting:
        since = min(each.decided_on for each in waiting)
        found.append(
            _list_matter(
                desk,
                subject=0,
                group="mine",
                title=say("{count} beslut att anmäla till styrelsen", count=len(waiting)),
                detail=say("De står inte på någon delegationslista än"),
                since=since,
                due=None,
                act="make_list",
                words=say("Skriv lista"),
            )
        )
    for each in desk.store.find(DecisionList, "paragraph = '' or announced_on is null"):
        number = f"{each.number}/{each.year}"
        if each.paragraph and each.meeting_on is not None:
            found.append(
                _list_matter(
                    desk,
                    subject=each.id,
                    group="others",
                    title=say("Anslag av delegationslista {number}", number=number),
                    detail=say("Tiden för överklagande löper inte än"),
                    since=each.meeting_on,
                    due=None,
                    act="announce_list",
                    words=say("Ange anslagsdag"),
                )
            )
            continue
        found.append(
            _list_matter(
                desk,
                subject=each.id,
                group="others",
                title=say("Styrelsens möte, delegationslista {number}", number=number),
                detail=say("Skriv in paragrafen när listan är anmäld"),
                since=each.made_on,
                due=each.meeting_on,
                act="report_list",
                words=say("Ange paragraf"),
            )
        )
    return found


def _list_matter(  # noqa: PLR0913 - the columns of the line
    desk: Desk,
    *,
    subject: int,
    group: str,
    title: Text,
    detail: Text,
    since: date,
    due: date | None,
    act: str,
    words: Text,
) -> Matter:
    row = Awaited(case_id=0, kind="meeting", since=since, due_on=due, mine=group == "mine")
    return Matter(
        kind="list",
        subject=subject,
        group=group,
        title=title,
        detail=detail,
        when=when(row, desk.today, group),
        day=which_day(row, desk.today, group),
        act=act,
        words=words,
        order=((due or since).isoformat(), subject),
    )
