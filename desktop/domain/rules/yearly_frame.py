"""One sum a year for the whole municipality, used in the order of arrival (S1)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Limit, Part, Status, amount, finding
from desktop.domain.text import say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def yearly_frame(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Lower the sum to what the year has left; stop when all of it is decided."""
    pot, whole = facts.pot, int(rule.figures["cap"])
    decided = sum(share.amount for share in pot.granted)
    waiting = sum(share.amount for share in pot.ahead)
    free = max(0, whole - decided)
    left = max(0, free - waiting)
    limit = Limit(
        rule=rule.id,
        kind=rule.kind,
        title=say("Kvar av årets ram"),
        parts=(
            Part(sign="", label=say("Årets ram {year}", year=facts.case.year), amount=whole),
            *(
                Part(sign="−", label=label, amount=taken)
                for label, taken in ((say("Beviljat före"), decided), (say("Kom in före"), waiting))
                if taken
            ),
        ),
        amount=left,
        queued=free - left,
        paragraph=rule.paragraph,
        short=rule.short,
    )
    status = Status.LOWERED if left < draft.amount else Status.MET
    line = finding(
        rule,
        Status.STOPS if not free else status,
        amount(min(left, draft.amount)),
        say("{left} kvar av {whole}", left=amount(left), whole=amount(whole)),
    )
    return draft.limited(limit).found(line)
