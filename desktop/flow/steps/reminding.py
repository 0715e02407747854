"""Letters about a report that has not come: a reminder, a sharper one when late, more time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Extension, Reminder
from desktop.domain.dates import next_working_day
from desktop.domain.phases import ReportState
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.filing import keep_letter
from desktop.flow.papers import draw, letter_base
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers, seen_case
from desktop.flow.steps.report import OPEN, report_in, report_is
from desktop.flow.verbs import VERBS
from desktop.letters.facts import ExtensionFacts, OverdueFacts, ReminderFacts

if TYPE_CHECKING:
    from desktop.domain.casework import Report
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work

DAYS_AFTER_REMINDER = 14
"""Days proposed for answering a reminder of a late report."""


@dataclass(frozen=True, kw_only=True)
class RemindReport(Command):
    """Write a reminder of the report; a sharper one when its day has passed."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    answer_by: date | None = ask(
        Kind.DAY, "Svara senast", default=None, help="Behövs när rapporten är sen."
    )


def _remind(desk: Desk, it: RemindReport, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    report = report_in(seen, ReportState.AWAITED)
    if it.answer_by is not None and it.answer_by <= desk.today:
        raise refuse(
            "answer_by",
            "Svara senast – {day} ger ingen tid att svara – skriv en dag efter i dag.",
            day=it.answer_by.isoformat(),
        )
    nth = len(seen.reminders) + 1
    kind, facts = _reminder(desk, seen, report, it.answer_by, nth)
    letter = keep_letter(
        desk,
        work,
        draw(desk, kind, facts),
        kind=kind,
        title=f"Påminnelse {nth} om rapport"
        if kind == "report_reminder"
        else f"Påminnelse {nth}, försenad rapport",
        name=f"{seen.case.number}-paminnelse-{nth}",
        case_id=seen.id,
    )
    work.add(Reminder(case_id=seen.id, day=desk.today, document_id=letter.id))
    work.about("case", seen.id)
    work.said = say("{name} är påmind om rapporten.", name=seen.association.name)


def _reminder(
    desk: Desk, seen: Picture, report: Report, answer_by: date | None, nth: int
) -> tuple[str, ReminderFacts | OverdueFacts]:
    """Choose the letter by the day: a friendly one before it, a sharp one after."""
    if not seen.report_late:
        about = _about(desk, seen, f"report_reminder:{nth}")
        return "report_reminder", ReminderFacts(**about, due_on=report.due_on)
    if answer_by is None:
        raise refuse("answer_by", "Svara senast – saknas – skriv en ny sista dag.")
    return "overdue_reminder", OverdueFacts(
        **_about(desk, seen, f"overdue_reminder:{nth}"),
        paid=seen.paid - seen.repaid,
        due_on=report.due_on,
        reminded_on=tuple(each.day for each in seen.reminders),
        answer_by=answer_by,
    )


def _about(desk: Desk, seen: Picture, document_id: str) -> dict[str, Any]:
    decision = seen.decision
    assert decision is not None  # noqa: S101 - a report has a decision
    return {
        **letter_base(desk, seen, desk.today, document_id),
        "number": f"{decision.number}/{decision.year}",
        "decided_on": decision.decided_on,
        "granted": decision.granted,
    }


@dataclass(frozen=True, kw_only=True)
class ExtendReport(Command):
    """Give a later report day, with its reason, in a letter."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    new_on: date = ask(Kind.DAY, "Ny sista dag")
    reason: str = ask(Kind.LINE, "Skäl", limit=300, help="Står i brevet.")


def _extend(desk: Desk, it: ExtendReport, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    report = report_in(seen, *OPEN)
    no_personal_numbers("reason", "Skäl", it.reason)
    if it.new_on <= report.due_on:
        raise refuse(
            "new_on",
            "Ny sista dag – {day} är inte senare än {old} – skriv en senare dag.",
            day=it.new_on.isoformat(),
            old=report.due_on.isoformat(),
        )
    nth = len(seen.extensions) + 1
    facts = ExtensionFacts(
        **_about(desk, seen, f"report_extension:{nth}"),
        old_on=report.due_on,
        new_on=it.new_on,
        reason=it.reason[:1].upper() + it.reason[1:],
    )
    letter = keep_letter(
        desk,
        work,
        draw(desk, "report_extension", facts, "reason"),
        kind="report_extension",
        title=f"Längre tid för rapporten, till {it.new_on.isoformat()}",
        name=f"{seen.case.number}-langre-tid-{nth}",
        case_id=seen.id,
    )
    work.add(
        Extension(
            report_id=report.id,
            old_on=report.due_on,
            new_on=it.new_on,
            reason=it.reason,
            day=desk.today,
            document_id=letter.id,
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


def _remind_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    later = next_working_day(desk.today + timedelta(days=DAYS_AFTER_REMINDER))
    return {"case_id": seen.id, "answer_by": later if seen.report_late else None}


def _extend_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    old = seen.report.due_on if seen.report else desk.today
    later = next_working_day(max(old, desk.today) + timedelta(days=DAYS_AFTER_REMINDER))
    return {"case_id": seen.id, "new_on": later}


STEPS = (
    Step(
        name="remind_report",
        command=RemindReport,
        about="case",
        title=say("Påminn om rapporten"),
        button=VERBS["remind_report"],
        plan=_remind,
        applies=report_is(ReportState.AWAITED),
        prefill=_remind_now,
    ),
    Step(
        name="extend_report",
        command=ExtendReport,
        about="case",
        title=say("Ge längre tid för rapporten"),
        button=say("Ge längre tid"),
        plan=_extend,
        applies=report_is(*OPEN),
        prefill=_extend_now,
    ),
)
