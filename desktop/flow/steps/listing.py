"""Reporting decisions to the board, and the notice board (KL 6:40, 7:8, 8:10)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.casework import Decision, DecisionList, ListedDecision, ListedReclaim
from desktop.domain.dates import last_day_of_appeal
from desktop.domain.problems import refuse
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.filing import keep_letter
from desktop.flow.list_paper import delegation_list
from desktop.flow.lists import unlisted
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import not_before
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class MakeList(Command):
    """Draw up the delegation list with every decision that is on no list yet."""

    meeting_on: date | None = ask(Kind.DAY, "Nämndens möte", default=None)


def _make(desk: Desk, it: MakeList, work: Work) -> None:
    decisions = unlisted(desk)
    if not decisions:
        raise refuse("", "Delegationslista – alla beslut är redan anmälda – inget att göra.")
    if it.meeting_on is not None:
        not_before("meeting_on", "Nämndens möte", it.meeting_on, desk.today)
    year = desk.today.year
    lists = desk.store.find(DecisionList, "year = ?", year)
    number = max((each.number for each in lists), default=0) + 1
    name = f"{number}/{year}"
    document = keep_letter(
        desk,
        work,
        delegation_list(desk, decisions, name, it.meeting_on),
        kind="delegation_list",
        title=f"Delegationslista {name}",
        name=f"delegationslista-{year}-{number}",
    )
    made = work.add(
        DecisionList(
            number=number,
            year=year,
            made_on=desk.today,
            document_id=document.id,
            meeting_on=it.meeting_on,
        )
    )
    for each in decisions:
        if isinstance(each.made, Decision):
            work.add(ListedDecision(list_id=made.id, decision_id=each.made.id))
        else:
            work.add(ListedReclaim(list_id=made.id, reclaim_id=each.made.id))
        work.about("case", each.case_id)
    work.about("list", made.id)
    work.said = say("Delegationslista {name} har {count} beslut.", name=name, count=len(decisions))


@dataclass(frozen=True, kw_only=True)
class ReportList(Command):
    """Note that the list was reported at the board's meeting, with its paragraph."""

    list_id: int = ask(Kind.REF, "Delegationslista", ref="list")
    meeting_on: date = ask(Kind.DAY, "Nämndens möte", past=True)
    paragraph: str = ask(Kind.LINE, "Paragraf", limit=40, help="Till exempel § 201.")


def list_of(desk: Desk, list_id: int) -> DecisionList:
    """Give a delegation list, or refuse."""
    found = desk.store.first(DecisionList, "id = ?", list_id)
    if found is None:
        raise refuse("list_id", "Delegationslista – finns inte i registret – välj i listan.")
    return found


def _report(desk: Desk, it: ReportList, work: Work) -> None:
    found = list_of(desk, it.list_id)
    if found.paragraph:
        raise refuse(
            "list_id",
            "Delegationslista – {name} är redan anmäld {paragraph} – ångra anmälan om den är fel.",
            name=f"{found.number}/{found.year}",
            paragraph=found.paragraph,
        )
    not_before("meeting_on", "Nämndens möte", it.meeting_on, found.made_on)
    paragraph = it.paragraph if it.paragraph.startswith("§") else f"§ {it.paragraph}"
    work.change(found, meeting_on=it.meeting_on, paragraph=paragraph)
    work.about("list", found.id)
    work.said = say(
        "Delegationslista {name} är anmäld {day} {paragraph}.",
        name=f"{found.number}/{found.year}",
        day=it.meeting_on.isoformat(),
        paragraph=paragraph,
    )


@dataclass(frozen=True, kw_only=True)
class AnnounceList(Command):
    """Note the day the notice board announced the approved minutes: the appeal time runs."""

    list_id: int = ask(Kind.REF, "Delegationslista", ref="list")
    announced_on: date = ask(Kind.DAY, "Anslagsdag", past=True)


def _announce(desk: Desk, it: AnnounceList, work: Work) -> None:
    found = list_of(desk, it.list_id)
    if not found.paragraph or found.meeting_on is None:
        raise refuse(
            "list_id", "Delegationslista – är inte anmäld än – skriv in mötets paragraf först."
        )
    not_before("announced_on", "Anslagsdag", it.announced_on, found.meeting_on)
    work.change(found, announced_on=it.announced_on)
    work.about("list", found.id)
    work.said = say(
        "Anslaget {day}. Sista dag att överklaga är {last}.",
        day=it.announced_on.isoformat(),
        last=last_day_of_appeal(it.announced_on).isoformat(),
    )


def _appeal_words(found: DecisionList) -> Text:
    del found
    return say(
        "Programmet räknar ut sista dagen att överklaga. Anslaget ska sitta uppe hela tiden."
    )


STEPS = (
    Step(
        name="make_list",
        command=MakeList,
        about="lists",
        title=say("Ny delegationslista"),
        button=say("Skriv delegationslistan"),
        plan=_make,
        consequence=lambda _: say("Alla beslut som inte är anmälda kommer med."),
    ),
    Step(
        name="report_list",
        command=ReportList,
        about="list",
        title=say("Listan är anmäld"),
        button=VERBS["report_list"],
        plan=_report,
        applies=lambda found: not found.paragraph,
        prefill=lambda desk, found: {
            "list_id": found.id,
            "meeting_on": min(found.meeting_on or desk.today, desk.today),
        },
    ),
    Step(
        name="announce_list",
        command=AnnounceList,
        about="list",
        title=say("Protokollet är anslaget"),
        button=say("Ange anslagsdag"),
        plan=_announce,
        applies=lambda found: bool(found.paragraph),
        prefill=lambda desk, found: {"list_id": found.id, "announced_on": desk.today},
        consequence=_appeal_words,
    ),
)
