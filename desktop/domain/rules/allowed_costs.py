"""The costs that the fund can cover for each type of application (S3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import CaseFacts, Draft, Limit, Part, Status, amount, finding
from desktop.domain.swedish import list_of
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.casework import Application, BudgetLine
    from desktop.domain.guideline import RuleData, Scheme

OTHER = "other"
"""Type of a line that none of the scheme's types of cost fits."""


def outside(
    scheme: Scheme, application: Application, lines: Iterable[BudgetLine]
) -> list[BudgetLine]:
    """Give the lines whose type the application's type does not cover."""
    chosen = scheme.type_of(application.application_type)
    if chosen is None:
        return []
    covered = {each.key for each in chosen.costs}
    return [line for line in lines if line.cost_type not in covered]


def room(scheme: Scheme, application: Application, lines: Iterable[BudgetLine]) -> int:
    """Give the most that the fund can cover of a budget, kronor."""
    kept = tuple(lines)
    whole = sum(line.amount for line in kept)
    refused = sum(line.amount for line in outside(scheme, application, kept))
    return max(0, whole - refused - (application.other_funding or 0))


def allowed_costs(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Lower the sum by every line that is not covered, and by what others pay."""
    application, scheme = facts.application, facts.scheme
    if not facts.lines:
        return draft.found(
            finding(rule, Status.STOPS, say("saknas"), say("detaljerad budget behövs"))
        )
    refused = outside(scheme, application, facts.lines)
    left = room(scheme, application, facts.lines)
    limit = Limit(
        rule=rule.id,
        kind=rule.kind,
        title=say("Kostnader som fonden täcker"),
        parts=(
            Part(sign="", label=say("Budget"), amount=sum(each.amount for each in facts.lines)),
            *(
                Part(sign="−", label=plain(named(scheme, line)), amount=line.amount)
                for line in refused
            ),
            *(
                (Part(sign="−", label=say("Annan finansiering"), amount=application.other_funding),)
                if application.other_funding
                else ()
            ),
        ),
        amount=left,
        paragraph=rule.paragraph,
        short=rule.short,
    )
    lowers = bool(refused) or left < draft.amount
    words = (
        say("täcks inte: {names}", names=list_of([named(scheme, line) for line in refused]))
        if refused
        else say("alla poster täcks")
    )
    return draft.limited(limit).found(
        finding(
            rule,
            Status.LOWERED if lowers else Status.MET,
            amount(min(left, draft.amount)),
            words,
        )
    )


def named(scheme: Scheme, line: BudgetLine) -> str:
    """Give a line as it is called: its own words, or those of its type."""
    if line.detail:
        return line.detail
    return next((each.name for each in scheme.costs if each.key == line.cost_type), "Annat")
