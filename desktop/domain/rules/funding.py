"""A grant covers at most what is not financed in another way (P5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Limit, Part, Status, amount, finding
from desktop.domain.text import say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def funding(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Lower the sum to costs less other funding; stop while costs are unknown."""
    costs = facts.application.costs
    if costs is None:
        return draft.found(finding(rule, Status.STOPS, say("saknas"), say("kostnader behövs")))
    other = facts.application.other_funding or 0
    room = max(0, costs - other)
    limit = Limit(
        rule=rule.id,
        kind=rule.kind,
        title=say("Inte finansierat på annat sätt"),
        parts=(
            Part(sign="", label=say("Kostnader"), amount=costs),
            Part(sign="−", label=say("Annan finansiering"), amount=other),
        ),
        amount=room,
        paragraph=rule.paragraph,
        short=rule.short,
    )
    status = Status.LOWERED if room < draft.amount else Status.MET
    return draft.limited(limit).found(
        finding(
            rule,
            status,
            amount(min(room, draft.amount)),
            say("högst {room}, se nedan", room=amount(room)),
        )
    )
