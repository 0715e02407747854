"""A ceiling in per cent of the costs of what an application is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Limit, Part, Status, amount, finding
from desktop.domain.text import say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData

WHOLE = 100


def cost_share(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Lower the sum to so many per cent of the costs, rounded down; stop while they are unknown."""
    costs = facts.application.costs
    if costs is None:
        return draft.found(finding(rule, Status.STOPS, say("saknas"), say("kostnader behövs")))
    percent = int(rule.figures["percent"])
    room = costs * percent // WHOLE
    words = say(
        "{percent} procent av {basis}",
        percent=percent,
        basis=str(rule.figures.get("basis") or "kostnaderna"),
    )
    limit = Limit(
        rule=rule.id,
        kind=rule.kind,
        title=say("Del av kostnaderna"),
        parts=(Part(sign="", label=words, amount=costs),),
        said=say("{share}, som är {costs}", share=words, costs=amount(costs)),
        amount=room,
        paragraph=rule.paragraph,
        short=rule.short,
    )
    status = Status.LOWERED if room < draft.amount else Status.MET
    said = say("{share}, {costs}", share=words, costs=amount(costs))
    return draft.limited(limit).found(finding(rule, status, amount(min(room, draft.amount)), said))
