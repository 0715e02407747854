"""A report comes within a month after the activity ended (P7)."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.dates import Due, report_due
from desktop.domain.phases import REPORT_DONE, ReportState
from desktop.domain.rule import CaseFacts, Draft, Finding, Status, day, finding
from desktop.domain.rules.people import days_words
from desktop.domain.text import Later, Text, plain, say

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.casework import Report
    from desktop.domain.guideline import RuleData, Scheme

_STATE_WORDS: dict[ReportState, Text] = {
    ReportState.APPROVED: say("godkänd"),
    ReportState.DEVIATING: say("avviker"),
    ReportState.WAIVED: say("efterges"),
    ReportState.MISSING: say("uteblev"),
    ReportState.LAPSED: say("behövs inte"),
}


def due(scheme: Scheme, ended: date) -> Due | None:
    """Give the report day of a scheme that asks for a report; None for one that does not."""
    for rule in scheme.rules:
        if rule.kind == "report":
            return report_due(
                ended,
                months=int(rule.figures["months"]),
                to_working_day=bool(rule.figures["to_working_day"]),
            )
    return None


def report(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Find the report day, and how the report stands."""
    ended = facts.application.ends_on
    if facts.report is None:
        if ended is None:
            missing = finding(
                rule, Status.STOPS, say("dag saknas"), say("aktivitetens sista dag behövs")
            )
            return draft.found(replace(missing, gate="decision"))
        months = int(rule.figures["months"])
        moved = bool(rule.figures["to_working_day"])
        facts_of_day = (("ended", ended), ("months", months), ("moved", moved))

        # The holidays of a year take longer to look up than everything else in a list of cases.
        def counted() -> Due:
            return report_due(ended, months=months, to_working_day=moved)

        return draft.found(
            finding(
                rule,
                Status.WAITS,
                Later("report day", facts_of_day, lambda: day(counted().day)),
                Later(
                    "report why",
                    facts_of_day,
                    lambda: _why(counted().counted, counted().day, months),
                ),
            )
        )
    return draft.found(_standing(rule, facts.report, facts.today))


def _why(counted: date, last: date, months: int) -> Text:
    if counted == last and months == 1:
        return say("en månad efter aktiviteten")
    if counted == last:
        return say("{count} månader efter aktiviteten", count=months)
    return say("{day} är ingen vardag, nästa vardag gäller", day=counted.isoformat())


def _standing(rule: RuleData, row: Report, today: date) -> Finding:
    if row.state in REPORT_DONE:
        status = Status.MET if row.state is ReportState.APPROVED else Status.NOTE
        return finding(rule, status, _STATE_WORDS[row.state], plain(row.note))
    if row.state is ReportState.AWAITED and row.due_on < today:
        late = days_words((today - row.due_on).days)
        return finding(rule, Status.NOTE, day(row.due_on), say("{late} sen", late=late))
    if row.state is ReportState.AWAITED:
        why = _why(row.month_on, row.due_on, int(rule.figures["months"]))
        return finding(rule, Status.WAITS, day(row.due_on), why)
    return finding(rule, Status.WAITS, day(row.received_on), say("inkommen, att granska"))
