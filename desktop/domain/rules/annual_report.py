"""Nothing is paid before the annual report of the last closed financial year is in (P8)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.dates import last_closed_year
from desktop.domain.rule import CaseFacts, Draft, Status, finding
from desktop.domain.spoken import year_words
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def annual_report(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Find whether the annual report for the year closed last before today is in."""
    year = last_closed_year(facts.today, facts.association.year_end)
    exempt = facts.exemptions.get(rule.id)
    limit = say("för {year}", year=year_words(year))
    if year.last in facts.annual_reports:
        line = finding(rule, Status.MET, say("inkommen"), limit)
    elif exempt:
        line = finding(rule, Status.NOTE, say("undantag"), plain(exempt))
    else:
        line = finding(rule, Status.STOPS, say("saknas"), limit)
    return draft.found(line)
