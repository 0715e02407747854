"""One pot per place and year for all associations together (P5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Limit, Part, Share, Status, amount, finding
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def cap(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Lower the sum to what the pot has left after grants and earlier applications."""
    pot, whole = facts.pot, int(rule.figures["cap"])
    ahead = () if rule.figures.get("share_equally") else pot.ahead
    free = max(0, whole - sum(share.amount for share in pot.granted))
    left = max(0, free - sum(share.amount for share in ahead))
    if rule.figures.get("share_equally") and pot.undecided:
        left //= pot.undecided
    limit = Limit(
        rule=rule.id,
        kind=rule.kind,
        title=say("Kvar i potten"),
        parts=(
            Part(
                sign="",
                label=say("Pott {place} {year}", place=facts.place.name, year=facts.case.year),
                amount=whole,
            ),
            *(_part(share, say("Beviljat före")) for share in pot.granted),
            *(_part(share, say("Kom in före")) for share in ahead),
        ),
        amount=left,
        queued=free - left,
        paragraph=rule.paragraph,
        short=rule.short,
    )
    status = Status.LOWERED if left < draft.amount else Status.MET
    return draft.limited(limit).found(
        finding(
            rule,
            status,
            amount(min(left, draft.amount)),
            say("{left} kvar av {whole}", left=amount(left), whole=amount(whole)),
        )
    )


def _part(share: Share, label: Text) -> Part:
    return Part(sign="−", label=label, amount=share.amount, case=share.case)
