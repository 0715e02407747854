"""The coordinator decides only within the budget (P2, P9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Status, amount, finding
from desktop.domain.text import say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def budget(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Stop a sum that the frame has no room for: it is prepared for the board instead."""
    left = facts.frame_left
    if left is None:
        return draft.found(
            finding(rule, Status.NOTE, amount(draft.amount), say("ingen ram är inlagd"))
        )
    if draft.amount > left:
        return draft.found(
            finding(
                rule,
                Status.STOPS,
                amount(draft.amount),
                say("bara {left} kvar, bereds för styrelsen", left=amount(max(0, left))),
            )
        )
    return draft.found(
        finding(
            rule,
            Status.MET,
            amount(draft.amount),
            say("kvar av ramen {left}", left=amount(left)),
        )
    )
