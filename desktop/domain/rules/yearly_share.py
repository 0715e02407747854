"""A ceiling for what one applicant can have of a scheme's money in a year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Limit, Part, Share, Status, amount, finding
from desktop.domain.rules.cost_share import WHOLE
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from desktop.domain.guideline import RuleData


def left_of_year(rule: RuleData, facts: CaseFacts, first: Part, said: Text) -> Limit:
    """Give what an applicant has left of its ceiling for the year, at all places together.

    `first` is the row with the whole ceiling, and `said` the same in a line of a letter.
    """
    own, whole = facts.own, first.amount
    granted, wanted = (sum(share.amount for share in each) for each in (own.granted, own.ahead))
    if granted:
        said = say("{said} minus {taken} beviljat samma år", said=said, taken=amount(granted))
    if wanted:
        said = say("{said} minus {taken} sökt tidigare samma år", said=said, taken=amount(wanted))
    free = max(0, whole - granted)
    left = max(0, free - wanted)
    return Limit(
        rule=rule.id,
        kind="yearly_share",
        title=say("Högst per sökande och år"),
        parts=(
            first,
            *(_part(share, say("Beviljat samma år")) for share in own.granted),
            *(_part(share, say("Sökt tidigare samma år")) for share in own.ahead),
        ),
        said=said,
        amount=left,
        queued=free - left,
        paragraph=rule.paragraph,
        short=rule.short,
    )


def _part(share: Share, label: Text) -> Part:
    return Part(sign="−", label=label, amount=share.amount, case=share.case)


def yearly_share(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Lower the sum to what the applicant has left of the year: of a sum, or of the pot."""
    found = _whole(rule, facts)
    if found is None:
        return draft.found(
            finding(rule, Status.NOT_APPLICABLE, say(""), say("det finns ingen pott att räkna på"))
        )
    whole, label, said = found
    limit = left_of_year(rule, facts, Part(sign="", label=label, amount=whole), said)
    status = Status.LOWERED if limit.amount < draft.amount else Status.MET
    words = say("{left} kvar av {whole}", left=amount(limit.amount), whole=amount(whole))
    return draft.limited(limit).found(
        finding(rule, status, amount(min(limit.amount, draft.amount)), words)
    )


def _whole(rule: RuleData, facts: CaseFacts) -> tuple[int, Text, Text] | None:
    """Give the ceiling, its row and its line: those of the lower one where a rule has two."""
    found = []
    percent, pot = rule.figures.get("percent"), facts.scheme.cap
    if percent is not None and pot:
        label = say("{percent} procent av potten {pot}", percent=percent, pot=amount(pot))
        most = pot * int(percent) // WHOLE
        said = say(
            "{whole} per sökande och år, {percent} procent av potten {pot}",
            whole=amount(most),
            percent=percent,
            pot=amount(pot),
        )
        found.append((most, label, said))
    if rule.figures.get("cap_per_applicant") is not None:
        label = say("Högst per sökande {year}", year=facts.case.year)
        most = int(rule.figures["cap_per_applicant"])
        found.append((most, label, say("{whole} per sökande och år", whole=amount(most))))
    return min(found, key=lambda each: each[0], default=None)
