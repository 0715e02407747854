"""The committee is heard before the decision; it never decides (P9)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Status, day, finding
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def consultation(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Find when the committee was heard, or why it was not."""
    heard = facts.consultation
    if heard.held_on:
        line = finding(
            rule,
            Status.MET,
            day(heard.held_on),
            say("kommittén hörd, omgång {number}", number=heard.number),
        )
    elif heard.reason:
        line = finding(rule, Status.NOTE, say("utan samråd"), plain(heard.reason))
    elif heard.waiting:
        line = finding(
            rule, Status.WAITS, say("pågår"), say("omgång {number}", number=heard.number)
        )
    else:
        line = finding(rule, Status.WAITS, say("återstår"), say("nästa omgång"))
    return draft.found(line)
