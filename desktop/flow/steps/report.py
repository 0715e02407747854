"""The report on the activity: reminded, extended, received, judged, waived, missing (T21–T26)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Extension, Reminder, Report
from desktop.domain.dates import next_working_day
from desktop.domain.phases import Channel, Phase, ReportState
from desktop.domain.problems import refuse
from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away, keep_letter
from desktop.flow.papers import draw, letter_base
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import CHANNELS, in_phase, seen_case
from desktop.flow.verbs import VERBS
from desktop.letters.facts import ReminderFacts

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work

_JUDGEMENTS = {
    "approved": "Godkänd",
    "deviating": "Avviker",
    "completion": "Behöver kompletteras",
}
DAYS_AFTER_REMINDER = 14
"""Days proposed for answering a reminder of a late report."""


def report_in(seen: Picture, *states: ReportState) -> Report:
    """Give the case's report in one of the states, or refuse."""
    in_phase(seen, Phase.CARRIED_OUT)
    if seen.report is None or seen.report.state not in states:
        raise refuse(
            "case_id", "Rapport – det finns ingen i det läget – öppna ärendet och se nästa steg."
        )
    return seen.report


def _report_is(*states: ReportState) -> Any:  # noqa: ANN401 - a predicate on a Picture
    return lambda seen: (
        seen.case.phase is Phase.CARRIED_OUT
        and seen.with_money
        and seen.report is not None
        and seen.report.state in states
    )


_OPEN = (ReportState.AWAITED, ReportState.COMPLETION)


@dataclass(frozen=True, kw_only=True)
class RemindReport(Command):
    """Write a reminder of the report."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    answer_by: date | None = ask(
        Kind.DAY, "Svara senast", default=None, help="Behövs när rapporten är sen."
    )


def _remind(desk: Desk, it: RemindReport, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    report = report_in(seen, ReportState.AWAITED)
    late, decision = seen.report_late, seen.decision
    assert decision is not None  # noqa: S101 - a report has a decision
    if it.answer_by is not None and it.answer_by <= desk.today:
        raise refuse(
            "answer_by",
            "Svara senast – {day} ger ingen tid att svara – skriv en dag efter i dag.",
            day=it.answer_by.isoformat(),
        )
    if late and it.answer_by is None:
        raise refuse("answer_by", "Svara senast – saknas – skriv en ny sista dag.")
    nth = len(seen.reminders) + 1
    facts = ReminderFacts(
        **letter_base(desk, seen, desk.today, f"report_reminder:{nth}"),
        number=f"{decision.number}/{decision.year}",
        decided_on=decision.decided_on,
        granted=decision.granted,
        ended_on=report.ended_on,
        due_on=report.due_on,
        days_late=late,
        nth=nth,
        answer_by=it.answer_by if late else None,
    )
    letter = keep_letter(
        desk,
        work,
        draw("report_reminder", facts),
        kind="report_reminder",
        title=f"Påminnelse {nth} om rapport",
        name=f"{seen.case.number}-paminnelse-{nth}",
        case_id=seen.id,
    )
    work.add(Reminder(case_id=seen.id, day=desk.today, document_id=letter.id))
    work.about("case", seen.id)
    work.said = say("{name} är påmind om rapporten.", name=seen.association.name)


@dataclass(frozen=True, kw_only=True)
class ExtendReport(Command):
    """Give a later report day, with its reason."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    new_on: date = ask(Kind.DAY, "Ny sista dag")
    reason: str = ask(Kind.LINE, "Skäl", limit=300)


def _extend(desk: Desk, it: ExtendReport, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    report = report_in(seen, *_OPEN)
    if it.new_on <= report.due_on:
        raise refuse(
            "new_on",
            "Ny sista dag – {day} är inte senare än {old} – skriv en senare dag.",
            day=it.new_on.isoformat(),
            old=report.due_on.isoformat(),
        )
    work.add(
        Extension(
            report_id=report.id,
            old_on=report.due_on,
            new_on=it.new_on,
            reason=it.reason,
            day=desk.today,
        )
    )
    work.change(report, due_on=it.new_on)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say(
        "Rapporten i {number} får vänta till {day}.",
        number=seen.case.number,
        day=it.new_on.isoformat(),
    )


@dataclass(frozen=True, kw_only=True)
class ReceiveReport(Command):
    """Receive the report on the activity."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    received_on: date = ask(Kind.DAY, "Kom in", past=True)
    channel: str = ask(Kind.CHOICE, "Hur", choices=CHANNELS, default="email")
    file: File | None = ask(Kind.FILE, "Rapporten", default=None)


def _receive(desk: Desk, it: ReceiveReport, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    report = report_in(seen, *_OPEN)
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
    report = report_in(seen, *_OPEN, ReportState.RECEIVED)
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
    report = report_in(seen, *_OPEN)
    if not seen.reminders:
        raise refuse("case_id", "Rapport – föreningen är inte påmind – skriv en påminnelse först.")
    work.change(report, state=ReportState.MISSING, judged_on=desk.today, note=it.reason)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("Rapporten i {number} uteblev.", number=seen.case.number)


def _remind_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    later = next_working_day(desk.today + timedelta(days=DAYS_AFTER_REMINDER))
    return {"case_id": seen.id, "answer_by": later if seen.report_late else None}


def _extend_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    old = seen.report.due_on if seen.report else desk.today
    later = next_working_day(max(old, desk.today) + timedelta(days=DAYS_AFTER_REMINDER))
    return {"case_id": seen.id, "new_on": later}


STEPS = (
    Step(
        name="receive_report",
        command=ReceiveReport,
        about="case",
        title=say("Ta emot rapporten"),
        button=VERBS["receive_report"],
        plan=_receive,
        applies=_report_is(*_OPEN),
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
        applies=_report_is(ReportState.RECEIVED),
        prefill=lambda _desk, seen: {"case_id": seen.id, "judgement": "approved"},
        consequence=lambda seen: say("Beviljat {granted}.", granted=kr(seen.granted or 0)),
    ),
    Step(
        name="remind_report",
        command=RemindReport,
        about="case",
        title=say("Påminn om rapporten"),
        button=VERBS["remind_report"],
        plan=_remind,
        applies=_report_is(ReportState.AWAITED),
        prefill=_remind_now,
    ),
    Step(
        name="extend_report",
        command=ExtendReport,
        about="case",
        title=say("Ge längre tid för rapporten"),
        button=say("Ge längre tid"),
        plan=_extend,
        applies=_report_is(*_OPEN),
        prefill=_extend_now,
    ),
    Step(
        name="waive_report",
        command=WaiveReport,
        about="case",
        title=say("Efterge rapporten"),
        button=say("Efterge rapporten"),
        plan=_waive,
        applies=_report_is(*_OPEN, ReportState.RECEIVED),
        prefill=lambda _desk, seen: {"case_id": seen.id},
    ),
    Step(
        name="report_missing",
        command=ReportMissing,
        about="case",
        title=say("Rapporten uteblir"),
        button=say("Konstatera utebliven"),
        plan=_missing,
        applies=lambda seen: _report_is(*_OPEN)(seen) and bool(seen.reminders),
        prefill=lambda _desk, seen: {"case_id": seen.id},
        consequence=lambda _: say("Sedan kan bidraget återkrävas."),
    ),
)
