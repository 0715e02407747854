"""Rules on the application itself: in writing, serving the goals, tied to a place (P3, P6)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Status, day, finding
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def written_application(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Find when the written application arrived, and whether its original is kept."""
    kept = say("original bifogat") if facts.original else say("original ej bifogat")
    return draft.found(finding(rule, Status.MET, day(facts.application.arrived_on), kept))


def goals(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Find how many of the guideline's goals the application serves."""
    chosen, wanted = len(facts.application.goals), facts.guideline.minimum_goals
    status = Status.MET if chosen >= wanted else Status.STOPS
    return draft.found(
        finding(
            rule,
            status,
            say("{count} valda", count=chosen) if chosen != 1 else say("1 vald"),
            say("minst {least} av {all} mål", least=wanted, all=len(facts.guideline.goals)),
        )
    )


def place_link(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Find the place, and whether the association is registered for it."""
    since = facts.place.since
    if not facts.linked:
        limit = say("föreningen är inte kopplad till orten")
    elif since:
        limit = say("samverkansort sedan {year}", year=since)
    else:
        limit = say("samverkansort")
    status = Status.MET if facts.linked else Status.NOTE
    return draft.found(finding(rule, status, plain(facts.place.name), limit))
