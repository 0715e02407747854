"""A guideline past its last day warns, and never blocks (P1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Status, day, finding
from desktop.domain.text import say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def validity(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Find whether the version followed had run out on the day."""
    version = facts.guideline
    if version.valid_to is None:
        return draft.found(finding(rule, Status.MET, say("tills vidare"), version.cited()))
    if version.lapsed(facts.today):
        return draft.found(
            finding(rule, Status.NOTE, day(version.valid_to), say("har gått ut, står i brevet"))
        )
    return draft.found(finding(rule, Status.MET, day(version.valid_to), version.cited()))
