"""A late application loses so many per cent for each week begun after the last day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Limit, Part, Status, amount, day, finding
from desktop.domain.rules.cost_share import WHOLE
from desktop.domain.rules.window import last_day, needs_start
from desktop.domain.text import say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData

_WEEK = 7


def lost(rule: RuleData, days_late: int) -> int:
    """Give how many per cent are taken off an application so many days late; never above 100."""
    if days_late <= 0:
        return 0
    weeks = -(-days_late // _WEEK)
    percent, growing = int(rule.figures["percent"]), rule.figures.get("weeks")
    grown = min(weeks, int(growing or weeks)) * percent
    if growing is not None and weeks > int(growing):
        grown = max(grown, int(rule.figures.get("after_percent") or grown))
    return min(WHOLE, grown)


def late_deduction(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Take the deduction off the sum that the rules before leave."""
    if needs_start(rule, facts):
        return draft.found(
            finding(rule, Status.STOPS, say("saknas"), say("aktivitetens första dag behövs"))
        )
    last, arrived = last_day(rule, facts), facts.application.arrived_on
    if last is None or arrived <= last:
        return draft.found(
            finding(rule, Status.MET, day(arrived), say("i tid, senast {last}", last=day(last)))
        )
    percent = lost(rule, (arrived - last).days)
    left, most = (each * (WHOLE - percent) // WHOLE for each in (draft.amount, draft.ceiling))
    limit = Limit(
        rule=rule.id,
        kind=rule.kind,
        title=say("Efter avdrag för sen ansökan"),
        parts=(
            Part(sign="", label=say("Utan avdrag"), amount=draft.amount),
            Part(
                sign="−",
                label=say("Avdrag {percent} procent", percent=percent),
                amount=draft.amount - left,
            ),
        ),
        said=say(
            "{whole} minus avdrag {percent} procent för sen ansökan",
            whole=amount(draft.amount),
            percent=percent,
        ),
        amount=left,
        queued=most - left,
        paragraph=rule.paragraph,
        short=rule.short,
    )
    words = say(
        "kom {arrived}, sista dag {last}: avdrag {percent} procent",
        arrived=day(arrived),
        last=day(last),
        percent=percent,
    )
    return draft.limited(limit).found(finding(rule, Status.LOWERED, amount(left), words))
