"""The report on the activity: received, judged, waived, missing (T23–T26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Report
from desktop.domain.phases import Channel, Phase, ReportState
from desktop.domain.problems import refuse
from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import CHANNELS, in_phase, no_personal_numbers, seen_case
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work

_JUDGEMENTS = {
    "approved": "Godkänd",
    "deviating": "Avviker",
    "completion": "Behöver kompletteras",
}


def report_in(seen: Picture, *states: ReportState) -> Report:
    """Give the case's report in one of the states, or refuse."""
    in_phase(seen, Phase.CARRIED_OUT)
    if seen.report is None or seen.report.state not in states:
        raise refuse(
            "case_id", "Rapport – det finns ingen i det läget – öppna ärendet och se nästa steg."
        )
    return seen.report


def report_is(*states: ReportState) -> Any:  # noqa: ANN401 - a predicate on a Picture
    """Make the predicate that money is granted and its report stands in one of the states."""
    return lambda seen: (
        seen.case.phase is Phase.CARRIED_OUT
        and seen.with_money
        and seen.report is not None
        and seen.report.state in states
    )


OPEN = (ReportState.AWAITED, ReportState.COMPLETION)
"""The report has not come, or not all of it."""


@dataclass(frozen=True, kw_only=True)
class ReceiveReport(Command):
    """Receive the report on the activity."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    received_on: date = ask(Kind.DAY, "Kom in", past=True)
    channel: str = ask(Kind.CHOICE, "Hur", choices=CHANNELS, default="email")
    file: File | None = ask(Kind.FILE, "Rapporten", default=None)


def _receive(desk: Desk, it: ReceiveReport, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    report = report_in(seen, *OPEN)
    document = (
        file_away(desk, work, it.file, kind="report", title="Rapport", case_id=seen.id)
        if it.file
        else None
    )
    work.change(
        report,
        state=ReportState.RECEIVED,
        received_on=it.received_on,
        channel=Channel(it.channel),
        document_id=document.id if document else report.document_id,
    )
    work.about("case", seen.id)
    work.said = say("Rapporten från {name} har kommit in.", name=seen.association.name)


@dataclass(frozen=True, kw_only=True)
class JudgeReport(Command):
    """Judge the report: approved, deviating with a sum, or to be completed."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    judgement: str = ask(Kind.CHOICE, "Bedömning", choices=_JUDGEMENTS, default="approved")
    deviation: int | None = ask(
        Kind.KR, "Belopp som avviker", default=None, help="Behövs när rapporten avviker."
    )
    note: str = ask(Kind.LINE, "Anteckning", default="", limit=500)


def _judge(desk: Desk, it: JudgeReport, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("note", "Anteckning", it.note)
    report = report_in(seen, ReportState.RECEIVED)
    state = ReportState(it.judgement)
    if state is ReportState.DEVIATING and it.deviation is None:
        raise refuse("deviation", "Belopp som avviker – saknas – skriv beloppet, 0 om inget.")
    if state is not ReportState.APPROVED and not it.note:
        raise refuse("note", "Anteckning – saknas – skriv vad som avviker eller saknas.")
    work.change(
        report,
        state=state,
        judged_on=desk.today,
        deviation=it.deviation if state is ReportState.DEVIATING else None,
        note=it.note,
    )
    work.about("case", seen.id)
    work.reason = it.note
    said = {
        ReportState.APPROVED: say("Rapporten i {number} är godkänd.", number=seen.case.number),
        ReportState.DEVIATING: say("Rapporten i {number} avviker.", number=seen.case.number),
        ReportState.COMPLETION: say(
            "Rapporten i {number} ska kompletteras.", number=seen.case.number
        ),
    }
    work.said = said[state]


@dataclass(frozen=True, kw_only=True)
class WaiveReport(Command):
    """Waive the report, with a written reason."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    reason: str = ask(Kind.LINE, "Skäl", limit=500)


def _waive(desk: Desk, it: WaiveReport, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    report = report_in(seen, *OPEN, ReportState.RECEIVED)
    work.change(report, state=ReportState.WAIVED, judged_on=desk.today, note=it.reason)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("Rapporten i {number} behövs inte.", number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class ReportMissing(Command):
    """Find that the report will not come, after at least one reminder."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    reason: str = ask(Kind.LINE, "Vad som gjorts", limit=500)


def _missing(desk: Desk, it: ReportMissing, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("reason", "Vad som gjorts", it.reason)
    report = report_in(seen, *OPEN)
    if not seen.reminders:
        raise refuse("case_id", "Rapport – ingen påminnelse är skriven – påminn först.")
    work.change(report, state=ReportState.MISSING, judged_on=desk.today, note=it.reason)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("Rapporten i {number} uteblev.", number=seen.case.number)


STEPS = (
    Step(
        name="receive_report",
        command=ReceiveReport,
        about="case",
        title=say("Ta emot rapporten"),
        button=VERBS["receive_report"],
        plan=_receive,
        applies=report_is(*OPEN),
        prefill=lambda desk, seen: {
            "case_id": seen.id,
            "received_on": desk.today,
            "channel": "email",
        },
    ),
    Step(
        name="judge_report",
        command=JudgeReport,
        about="case",
        title=say("Granska rapporten"),
        button=say("Godkänn eller bedöm"),
        plan=_judge,
        applies=report_is(ReportState.RECEIVED),
        prefill=lambda _desk, seen: {"case_id": seen.id, "judgement": "approved"},
        consequence=lambda seen: say("Beviljat {granted}.", granted=kr(seen.granted or 0)),
    ),
    Step(
        name="waive_report",
        command=WaiveReport,
        about="case",
        title=say("Efterge rapporten"),
        button=say("Efterge rapporten"),
        plan=_waive,
        applies=report_is(*OPEN, ReportState.RECEIVED),
        prefill=lambda _desk, seen: {"case_id": seen.id},
    ),
    Step(
        name="report_missing",
        command=ReportMissing,
        about="case",
        title=say("Rapporten uteblir"),
        button=say("Konstatera utebliven"),
        plan=_missing,
        applies=lambda seen: report_is(*OPEN)(seen) and bool(seen.reminders),
        prefill=lambda _desk, seen: {"case_id": seen.id},
        consequence=lambda _: say("Sedan kan bidraget återkrävas."),
    ),
)
