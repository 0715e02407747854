"""The costs that a fund names for each type of application (S3).

Its list is one of examples: a cost of another kind is left out of the sum proposed and noted, and
whoever decides can still let it in with a written reason.
"""

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
    """Give the lines of a kind that is not among the examples for the application's type."""
    chosen = scheme.type_of(application.application_type)
    if chosen is None:
        return []
    covered = {each.key for each in chosen.costs}
    return [line for line in lines if line.cost_type not in covered]


def room(scheme: Scheme, application: Application, lines: Iterable[BudgetLine]) -> int:
    """Give what the fund covers by its examples, kronor; `most` is with the other kinds too."""
    kept = tuple(lines)
    beside = sum(line.amount for line in outside(scheme, application, kept))
    return max(0, most(application, kept) - beside)


def most(application: Application, lines: Iterable[BudgetLine]) -> int:
    """Give what the applicant's budget lacks, whatever the kinds of its costs, kronor."""
    return max(0, sum(line.amount for line in lines) - (application.other_funding or 0))


def allowed_costs(rule: RuleData, facts: CaseFacts, draft: Draft) -> Draft:
    """Leave out of the sum what others pay and, until a reason is written, other kinds of cost."""
    application, scheme = facts.application, facts.scheme
    if not facts.lines:
        return draft.found(
            finding(rule, Status.STOPS, say("saknas"), say("detaljerad budget behövs"))
        )
    beside = outside(scheme, application, facts.lines)
    left = room(scheme, application, facts.lines)
    limit = Limit(
        rule=rule.id,
        kind=rule.kind,
        title=say("Kostnader som fonden täcker"),
        parts=(
            Part(sign="", label=say("Budget"), amount=sum(each.amount for each in facts.lines)),
            *(
                Part(sign="−", label=plain(named(scheme, line)), amount=line.amount)
                for line in beside
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
        queued=most(application, facts.lines) - left,
    )
    if beside:
        names = list_of([named(scheme, line) for line in beside])
        status, words = Status.NOTE, say("inte bland exemplen: {names}", names=names)
    else:
        status = Status.LOWERED if left < draft.amount else Status.MET
        words = say("alla poster är av nämnda slag")
    found = finding(rule, status, amount(min(left, draft.amount)), words)
    return draft.limited(limit).found(found)


def named(scheme: Scheme, line: BudgetLine) -> str:
    """Give a line as it is called: its own words, or those of its type."""
    if line.detail:
        return line.detail
    return next((each.name for each in scheme.costs if each.key == line.cost_type), "Annat")
