"""A case as data for other programs: where it stands, its tracks, its sums and its rules."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.dates import last_day_of_appeal
from desktop.domain.phases import PHASE_WORDS, PaymentState
from desktop.domain.rule import STATUS_WORDS
from desktop.flow.next_act import next_act, next_words
from desktop.flow.waiting import current, label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.domain.casework import Appeal, Awaited, DecisionList, Dispatch
    from desktop.domain.rule import Finding, Limit
    from desktop.flow.picture import Picture

Data = dict[str, Any]


def case_data(seen: Picture, rows: Sequence[Awaited]) -> Data:
    """Give everything that lists and the case's page show; sums in whole kronor, days as ISO."""
    case, application = seen.case, seen.application
    shown = label(rows, case.phase, seen.today)
    return {
        "id": case.id,
        "number": case.number,
        "dnr": case.dnr,
        "applicant": seen.association.name,
        "place": seen.place.name,
        "scheme": case.scheme,
        "scheme_name": seen.scheme.name,
        "year": case.year,
        "purpose": application.purpose,
        "starts_on": _day(application.starts_on),
        "ends_on": _day(application.ends_on),
        "arrived_on": _day(application.arrived_on),
        "phase": case.phase,
        "phase_name": str(PHASE_WORDS[case.phase]),
        "phase_since": _day(case.phase_since),
        "label": {
            "kind": shown.kind,
            "text": str(shown.text),
            "tone": shown.tone,
            "days_late": shown.days,
            "due_on": _day(shown.due_on),
        },
        "next_act": next_act(seen),
        "next_words": str(next_words(seen)),
        "asked": application.asked,
        "proposed": seen.proposal if seen.undecided else None,
        "granted": seen.granted,
        "paid": seen.paid - seen.repaid,
        "due_days": [_due(row) for row in current(rows, seen.today) if row.due_on],
        "tracks": tracks(seen),
        "findings": [_finding(each) for each in seen.findings],
        "calculation": [_limit(each) for each in seen.limits],
    }


def tracks(seen: Picture) -> Data:
    """Give the tracks that run beside the phase; None or empty for one that has not begun."""
    return {
        "decision": _decision(seen),
        "letter": _letter(seen),
        "reporting": _reporting(seen),
        "appeal": _appeal(seen),
        "requirements": _requirements(seen),
        "payments": _payments(seen),
        "report": _report(seen),
        "reclaim": _reclaim(seen),
    }


def _decision(seen: Picture) -> Data | None:
    made = seen.decision
    if made is None:
        return None
    return {
        "number": f"{made.number}/{made.year}",
        "version": made.version,
        "outcome": made.outcome,
        "decided_on": _day(made.decided_on),
        "declined_on": _day(seen.case.declined_on),
    }


def _letter(seen: Picture) -> Data | None:
    if seen.decision is None:
        return None
    return _sent(seen.dispatch)


def _sent(sent: Dispatch | None) -> Data:
    return {
        "sent_on": _day(sent.sent_on) if sent else None,
        "channel": sent.channel if sent else None,
        "recipient": sent.recipient if sent else None,
    }


def _reporting(seen: Picture) -> Data | None:
    if seen.by_board and seen.decision is not None:
        return {
            "board": seen.decision.board,
            "meeting_on": _day(seen.decision.decided_on),
            "paragraph": seen.decision.paragraph,
            "announced_on": _day(seen.announced_on),
        }
    return _listed(seen.listing)


def _listed(listed: DecisionList | None) -> Data | None:
    if listed is None:
        return None
    return {
        "list": f"{listed.number}/{listed.year}",
        "meeting_on": _day(listed.meeting_on),
        "paragraph": listed.paragraph,
        "announced_on": _day(listed.announced_on),
    }


def _appeal(seen: Picture) -> Data | None:
    if seen.decision is None:
        return None
    return _appealed(seen.appeal, seen.announced_on, seen.today)


def _appealed(appeal: Appeal | None, announced: date | None, today: date) -> Data:
    """Give when the time to appeal ends; unknown is "not running", never a guess."""
    return {
        "running": announced is not None and last_day_of_appeal(announced) >= today,
        "last_day": _day(last_day_of_appeal(announced)) if announced else None,
        "received_on": _day(appeal.received_on) if appeal else None,
        "settled_on": _day(appeal.settled_on) if appeal else None,
        "result": appeal.result if appeal else "",
    }


def _requirements(seen: Picture) -> Data | None:
    if not seen.with_money:
        return None
    return {
        "missing": [
            {"rule": stop.rule, "title": str(stop.title), "limit": str(stop.limit)}
            for stop in seen.payment_stops
        ],
        "lifted": [
            {"rule": each.rule, "reason": each.reason, "day": _day(each.day)}
            for each in seen.exemptions
        ],
    }


def _payments(seen: Picture) -> list[Data]:
    return [
        {
            "amount": each.amount,
            "state": each.state,
            "released_on": _day(each.released_on),
            "handed_on": _day(each.handed_on),
            "paid_on": _day(each.paid_on),
            "reason": each.reason,
        }
        for each in seen.payments
        if each.state is not PaymentState.CANCELLED
    ]


def _report(seen: Picture) -> Data | None:
    report = seen.report
    if report is None:
        return None
    return {
        "state": report.state,
        "ended_on": _day(report.ended_on),
        "counted_on": _day(report.month_on),
        "due_on": _day(report.due_on),
        "days_late": seen.report_late,
        "received_on": _day(report.received_on),
        "judged_on": _day(report.judged_on),
        "deviation": report.deviation,
        "reminded_on": [_day(each.day) for each in seen.reminders],
        "extended_to": [_day(each.new_on) for each in seen.extensions],
    }


def _reclaim(seen: Picture) -> Data | None:
    claim = seen.reclaim
    if claim is None:
        return None
    listed = dict(seen.reclaim_lists).get(claim)
    announced = listed.announced_on if listed else None
    return {
        "number": f"{claim.number}/{claim.year}" if claim.number else "",
        "amount": claim.amount,
        "state": claim.state,
        "decided_on": _day(claim.decided_on),
        "due_on": _day(claim.due_on),
        "repaid": seen.repaid,
        "letter": _sent(seen.sent(claim.document_id)),
        "reporting": _listed(listed),
        "appeal": _appealed(seen.reclaim_appeal, announced, seen.today) if claim.number else None,
    }


def _due(row: Awaited) -> Data:
    return {"kind": row.kind, "due_on": _day(row.due_on), "mine": row.mine}


def _finding(found: Finding) -> Data:
    return {
        "rule": found.rule,
        "gate": found.gate,
        "status": found.status,
        "status_name": str(STATUS_WORDS[found.status]),
        "title": str(found.title),
        "value": str(found.value),
        "limit": str(found.limit),
        "paragraph": found.paragraph,
    }


def _limit(limit: Limit) -> Data:
    return {
        "rule": limit.rule,
        "title": str(limit.title),
        "detail": limit.detail(),
        "amount": limit.amount,
        "paragraph": limit.paragraph,
        "deciding": limit.deciding,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
