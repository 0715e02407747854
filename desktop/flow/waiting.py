"""What a case waits for, and the label that lists show; time is only ever compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from desktop.domain.casework import Awaited
from desktop.domain.dates import add_months, last_closed_year
from desktop.domain.phases import (
    PHASE_WORDS,
    PaymentState,
    Phase,
    ReportState,
)
from desktop.domain.spoken import short_day
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.flow.picture import Picture


def waiting(seen: Picture) -> list[Awaited]:
    """Give everything the case waits for; empty when it is closed."""
    if seen.case.phase is Phase.CLOSED:
        return []
    if seen.undecided:
        return [_phase(seen)]
    found = [*_appeal(seen), *_reclaim(seen), *_letter(seen)]
    if seen.case.phase is Phase.CARRIED_OUT:
        found += [*_payment(seen), *_report(seen)]
    found += _listing(seen)
    return found or [_row(seen, "close", seen.case.phase_since, mine=True)]


def _row(  # noqa: PLR0913 - the columns of the row
    seen: Picture,
    kind: str,
    since: date,
    *,
    due_on: date | None = None,
    mine: bool = False,
    from_on: date | None = None,
    until_on: date | None = None,
) -> Awaited:
    return Awaited(
        case_id=seen.id,
        kind=kind,
        since=since,
        due_on=due_on,
        mine=mine,
        from_on=from_on,
        until_on=until_on,
    )


def _phase(seen: Picture) -> Awaited:
    case = seen.case
    if case.phase is Phase.COMPLETION and seen.completion is not None:
        asked = seen.completion
        return _row(seen, "completion", asked.asked_on, due_on=asked.due_on)
    starts = seen.application.starts_on
    due = starts if case.phase is Phase.READY else None
    if case.phase is Phase.RECEIVED:
        return _row(seen, case.phase, seen.application.arrived_on, mine=True)
    return _row(seen, case.phase, case.phase_since, due_on=due, mine=True)


def _appeal(seen: Picture) -> list[Awaited]:
    if seen.annulled and seen.appeal is not None:
        return [_row(seen, "annulled", seen.appeal.settled_on or seen.today, mine=True)]
    if seen.open_appeal is None:
        return []
    return [_row(seen, "appeal", seen.open_appeal.received_on)]


def _reclaim(seen: Picture) -> list[Awaited]:
    reclaim = seen.reclaim
    if reclaim is None or not seen.reclaim_open:
        return []
    if seen.reclaim_unsent:
        since = seen.came_back(reclaim.document_id) or reclaim.decided_on
        return [_row(seen, "reclaim", since, mine=True)]
    return [_row(seen, "reclaim", reclaim.decided_on, due_on=reclaim.due_on)]


def _letter(seen: Picture) -> list[Awaited]:
    if seen.dispatch is not None or seen.decision is None:
        return []
    return [_row(seen, "letter", seen.decision.decided_on, mine=True)]


def _payment(seen: Picture) -> list[Awaited]:
    payment = seen.payment
    if payment is None:
        return []
    since = seen.case.phase_since
    if payment.state is PaymentState.HANDED:
        return [_row(seen, "handed", payment.handed_on or since)]
    kind = "payment"
    if payment.state is PaymentState.READY:
        kind, since = "hand_over", payment.released_on or since
    if not _gated(seen):
        return [_row(seen, kind, since, mine=True)]
    closes = _gate_closes(seen)
    if closes is None or closes <= since:
        return [_row(seen, "annual_report", max(since, closes or since))]
    return [
        _row(seen, kind, since, mine=True, until_on=closes - timedelta(days=1)),
        _row(seen, "annual_report", closes, from_on=closes),
    ]


def _gated(seen: Picture) -> bool:
    """Say whether the scheme wants an annual report that nobody has lifted."""
    lifted = {each.rule for each in seen.exemptions}
    return any(rule.kind == "annual_report" and rule.id not in lifted for rule in seen.scheme.rules)


def _gate_closes(seen: Picture) -> date | None:
    """Give the day the gate closes with the annual reports there are; None when there is none.

    A new financial year closes on its last day; from then on its report is asked for (P8).
    """
    year_end = seen.association.year_end
    ends = (end for end in seen.facts.annual_reports if last_closed_year(end, year_end).last == end)
    latest = max(ends, default=None)
    if latest is None:
        return None
    return add_months(latest + timedelta(days=1), 12) - timedelta(days=1)


def _report(seen: Picture) -> list[Awaited]:
    report = seen.report
    if report is None or seen.report_done or not seen.with_money:
        return []
    if report.state is ReportState.AWAITED:
        return [_row(seen, "report", report.ended_on, due_on=report.due_on)]
    if report.state is ReportState.COMPLETION:
        return [_row(seen, "report_completion", report.judged_on or report.due_on)]
    return [_row(seen, "review", report.received_on or report.due_on, mine=True)]


def _listing(seen: Picture) -> list[Awaited]:
    if seen.decision is None or seen.reported:
        return []
    if seen.unlisted:
        days = [each.decided_on for each, found in seen.reclaim_lists if found is None]
        since = seen.decision.decided_on if seen.listing is None else min(days)
        return [_row(seen, "listing", since, mine=True)]
    found = seen.unreported
    return [_row(seen, "meeting", found.made_on, due_on=found.meeting_on)] if found else []


ORDER = (
    "appeal",
    "annulled",
    "reclaim",
    "report_late",
    "letter",
    "annual_report",
    "payment",
    "hand_over",
    "handed",
    "review",
    "report_completion",
    "report",
    "completion",
    "received",
    "preparation",
    "consultation",
    "ready",
    "listing",
    "meeting",
    "close",
)
"""The label of a case is the first of these that it waits for (CASE § 8)."""


@dataclass(frozen=True, kw_only=True)
class Label:
    """Where a case stands, in a few words, on a day."""

    kind: str
    """What is awaited; "closed" or "late_report" too."""
    text: Text
    """The words."""
    tone: str
    """"late", "mine", "waiting", "stop" or "done"; symbol and colour follow."""
    days: int = 0
    """Days late, when late."""
    due_on: date | None = None
    """The day it is about."""


def current(rows: Iterable[Awaited], today: date) -> list[Awaited]:
    """Give the rows that count today, the most urgent first."""
    counted = [
        row
        for row in rows
        if (row.from_on is None or row.from_on <= today)
        and (row.until_on is None or today <= row.until_on)
    ]
    return sorted(counted, key=lambda row: ORDER.index(urgency(row, today)))


def urgency(row: Awaited, today: date) -> str:
    """Give the row's place in the order: an overdue report comes before a letter."""
    late = row.kind == "report" and row.due_on is not None and row.due_on < today
    return "report_late" if late else row.kind


def label(rows: Iterable[Awaited], phase: Phase, today: date) -> Label:
    """Give the words lists show for a case on a day; first match wins."""
    counted = current(rows, today)
    if phase is Phase.CLOSED or not counted:
        return Label(kind="closed", text=PHASE_WORDS[phase], tone="done")
    row = counted[0]
    late = (today - row.due_on).days if row.due_on and row.due_on < today else 0
    text = _words(row, late)
    overdue = late > 0 and row.kind in ("report", "completion", "reclaim")
    tone = "late" if overdue else "mine" if row.mine else "waiting"
    return Label(kind=row.kind, text=text, tone=tone, days=late, due_on=row.due_on)


def _words(row: Awaited, late: int) -> Text:
    due = short_day(row.due_on) if row.due_on else ""
    words = {
        "appeal": say("Överklagat"),
        "annulled": say("Upphävt, besluta på nytt"),
        "reclaim": say("Återkrav pågår"),
        "letter": say("Brevet är inte skickat"),
        "annual_report": say("Väntar på verksamhetsberättelse"),
        "payment": say("Klart att betala"),
        "hand_over": say("Klart att lämna till ekonomi"),
        "handed": say("Hos ekonomi"),
        "review": say("Rapport att granska"),
        "report_completion": say("Rapporten kompletteras"),
        "report": say("Rapport väntas till {day}", day=due),
        "completion": say("Komplettering senast {day}", day=due),
        "listing": say("Ska anmälas"),
        "meeting": say("På delegationslista"),
        "close": say("Klart att avsluta"),
    }
    if late and row.kind == "report":
        return days_late(
            say("Rapport försenad {days} dagar", days=late), say("Rapport försenad 1 dag"), late
        )
    if late and row.kind == "completion":
        return days_late(
            say("Komplettering {days} dagar sen", days=late), say("Komplettering 1 dag sen"), late
        )
    return words[row.kind] if row.kind in words else PHASE_WORDS[Phase(row.kind)]


def days_late(many: Text, one: Text, days: int) -> Text:
    """Choose between the words for one day and for several."""
    return one if days == 1 else many


def late_words(days: int) -> str:
    """Give how late something is, as papers say it."""
    return str(days_late(say("{days} dagar sen", days=days), say("1 dag sen"), days))
