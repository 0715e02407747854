"""Every part of an application that the fund asks for, and which of them are missing (S4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Status, finding
from desktop.domain.swedish import list_of
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData

PARTS = {
    "application_type": "vad ansökan gäller",
    "starts_on": "dagen då resan börjar",
    "ends_on": "dagen då resan slutar",
    "participants": "antal deltagare",
    "pupils": "antal elever",
    "staff": "antal medföljande personal",
    "aims": "mål",
    "theme": "tema",
    "work_before": "aktiviteter före resan",
    "work_during": "aktiviteter under resan",
    "work_after": "aktiviteter efter resan",
    "support": "åtgärder som stödjer eleverna under praktiken",
    "budget": "detaljerad budget",
}
"""What each part is called, on the rule line and in the request for completion."""


def missing_parts(rule: RuleData, facts: CaseFacts) -> list[str]:
    """Give the keys of the parts that are missing, in the order the rule names them."""
    application = facts.application
    wanted = [*rule.figures["parts"]]
    wanted += rule.figures.get("also", {}).get(application.application_type, ())
    return [part for part in wanted if not _has(part, facts)]


def _has(part: str, facts: CaseFacts) -> bool:
    if part == "budget":
        return bool(facts.lines)
    value = getattr(facts.application, part)
    return value is not None and value != ""


def complete(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Stop an application with a part missing, and name every missing part."""
    missing = missing_parts(rule, facts)
    if not missing:
        return draft.found(finding(rule, Status.MET, say("komplett"), say("alla delar finns")))
    names = plain(list_of([PARTS[part] for part in missing]))
    count = len(missing)
    value = say("{count} delar saknas", count=count) if count > 1 else say("1 del saknas")
    return draft.found(finding(rule, Status.STOPS, value, names))
