"""Reporting decisions to the board, the notice board and appeals (KL 6:40, 7:8, 13 kap.)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Appeal, DecisionList, ListedDecision
from desktop.domain.dates import last_day_of_appeal
from desktop.domain.phases import Phase
from desktop.domain.problems import refuse
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.filing import keep_letter
from desktop.flow.list_paper import delegation_list
from desktop.flow.lists import unlisted
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import not_before, seen_case
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_RESULTS = {"upheld": "Beslutet står fast", "annulled": "Beslutet är upphävt"}


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
    for decision in decisions:
        work.add(ListedDecision(list_id=made.id, decision_id=decision.id))
        work.about("case", decision.case_id)
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


@dataclass(frozen=True, kw_only=True)
class ReceiveAppeal(Command):
    """Note that the decision was appealed to the administrative court."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    received_on: date = ask(Kind.DAY, "Fick veta", past=True)


def _receive_appeal(desk: Desk, it: ReceiveAppeal, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    if seen.decision is None:
        raise refuse("case_id", "Ärende – har inget beslut – det går inte att överklaga än.")
    if _open_appeal(seen):
        raise refuse(
            "case_id", "Ärende – är redan överklagat – skriv in vad domstolen kom fram till."
        )
    not_before("received_on", "Fick veta", it.received_on, seen.decision.decided_on)
    work.add(Appeal(decision_id=seen.decision.id, received_on=it.received_on))
    if seen.case.phase is Phase.CLOSED:
        phase = Phase.CARRIED_OUT if seen.with_money else Phase.DECIDED
        work.change(seen.case, phase=phase, phase_since=desk.today)
    work.about("case", seen.id)
    work.said = say("{number} är överklagat.", number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class SettleAppeal(Command):
    """Note what the court found."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    settled_on: date = ask(Kind.DAY, "Avgjort", past=True)
    result: str = ask(Kind.CHOICE, "Domstolen", choices=_RESULTS, default="upheld")


def _settle(desk: Desk, it: SettleAppeal, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    if seen.appeal is None or seen.appeal.settled_on:
        raise refuse("case_id", "Ärende – har inget öppet överklagande – kontrollera ärendet.")
    not_before("settled_on", "Avgjort", it.settled_on, seen.appeal.received_on)
    work.change(seen.appeal, settled_on=it.settled_on, result=it.result)
    work.about("case", seen.id)
    work.said = (
        say(
            "Domstolen upphävde beslutet i {number}. Fatta ett nytt beslut.",
            number=seen.case.number,
        )
        if it.result == "annulled"
        else say("Beslutet i {number} står fast.", number=seen.case.number)
    )


def _open_appeal(seen: Any) -> bool:  # noqa: ANN401 - a Picture
    return seen.appeal is not None and seen.appeal.settled_on is None


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
    Step(
        name="receive_appeal",
        command=ReceiveAppeal,
        about="case",
        title=say("Beslutet är överklagat"),
        button=say("Beslutet är överklagat"),
        plan=_receive_appeal,
        applies=lambda seen: seen.decision is not None and not _open_appeal(seen),
        prefill=lambda desk, seen: {"case_id": seen.id, "received_on": desk.today},
    ),
    Step(
        name="settle_appeal",
        command=SettleAppeal,
        about="case",
        title=say("Domstolen har avgjort"),
        button=VERBS["settle_appeal"],
        plan=_settle,
        applies=_open_appeal,
        prefill=lambda desk, seen: {"case_id": seen.id, "settled_on": desk.today},
    ),
)
