"""Several associations for one place share the base grant equally (P4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Limit, Part, Status, amount, finding
from desktop.domain.text import say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def share_of(pot: int, members: int, decided: int, undecided: int) -> int:
    """Give one undecided member's share in whole kronor, rounded down.

    `decided` is the sum already granted, which binds: what is left of the pot is the most
    that the undecided can share, however small it is.
    """
    if members < 1 or undecided < 1:
        return 0
    return max(0, min(pot // members, (pot - decided) // undecided))


def sharing(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Lower the sum to the equal share, never above what the pot has left."""
    pot, whole = facts.pot, int(rule.figures["cap"])
    decided = sum(share.amount for share in pot.granted)
    share = share_of(whole, pot.members, decided, pot.undecided)
    even = whole // max(1, pot.members)
    parts = [
        Part(
            sign="",
            label=say("Pott {place} {year}", place=facts.place.name, year=facts.case.year),
            amount=whole,
        )
    ]
    if share == even:
        parts.append(Part(sign="÷", label=say("Föreningar"), amount=pot.members))
    else:
        parts.extend(
            Part(sign="−", label=say("Beviljat före"), amount=each.amount, case=each.case)
            for each in pot.granted
        )
        if pot.undecided > 1:
            parts.append(Part(sign="÷", label=say("Föreningar"), amount=pot.undecided))
    limit = Limit(
        rule=rule.id,
        kind=rule.kind,
        title=say("Lika del") if share == even else say("Kvar i potten"),
        parts=tuple(parts),
        amount=share,
        paragraph=rule.paragraph,
        short=rule.short,
    )
    status = Status.LOWERED if share < draft.amount else Status.MET
    many = (
        say("{count} föreningar delar {whole}", count=pot.members, whole=amount(whole))
        if pot.members > 1
        else say("högst {whole}", whole=amount(whole))
    )
    return draft.limited(limit).found(finding(rule, status, amount(min(share, draft.amount)), many))
