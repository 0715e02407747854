"""No new grant while a report on an earlier one is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.dates import add_months
from desktop.domain.rule import CaseFacts, Draft, Status, Unreported, day, finding
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData

_MONTHS = 12


def barring(rule: RuleData, facts: CaseFacts) -> list[Unreported]:
    """Give the earlier grants that bar a new one; a report given up counts for some years only."""
    years = rule.figures.get("years")
    if years is None:
        return list(facts.unreported)
    oldest = add_months(facts.application.arrived_on, -_MONTHS * int(years))
    return [each for each in facts.unreported if not each.given_up or each.due_on >= oldest]


def prior_report(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Stop an applicant that owes a report, or note it where the guideline leaves room."""
    owed = barring(rule, facts)
    if not owed:
        return draft.found(
            finding(rule, Status.MET, say("inget saknas"), say("rapporter om tidigare bidrag"))
        )
    oldest = min(owed, key=lambda each: each.due_on)
    status = Status.NOTE if rule.overridable else Status.STOPS
    numbers = plain(", ".join(each.case for each in owed))
    words = say("rapporten skulle ha kommit {day}", day=day(oldest.due_on))
    return draft.found(finding(rule, status, numbers, words))
