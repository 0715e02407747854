"""The proposal for a case: every rule of its scheme applied in order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.domain.errors import UnknownRule
from desktop.domain.phases import Outcome
from desktop.domain.rule import CaseFacts, Draft, Finding, Limit, Status
from desktop.domain.rules import RULES
from desktop.domain.text import say

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.domain.guideline import Scheme
    from desktop.domain.units import Kr


def propose(facts: CaseFacts) -> Draft:
    """Apply the scheme's rules in order to the sum asked for; all of it in whole kronor."""
    asked = facts.application.asked
    draft = Draft(amount=asked, limits=(Limit(rule="", title=say("Sökt"), parts=(), amount=asked),))
    for rule in facts.scheme.rules:
        apply = RULES.get(rule.kind)
        if apply is None:
            raise UnknownRule(rule.kind)
        draft = apply(rule, facts, draft)
    return replace(draft, limits=_marked(draft.limits))


OWN_KINDS = frozenset(
    {
        "base_amount",
        "cost_share",
        "late_deduction",
        "per_person_day",
        "per_pupil",
        "yearly_share",
    }
)
"""Kinds of rule whose ceilings hang on the application and its applicant, not on a pot."""


def own_room(facts: CaseFacts) -> Kr:
    """Give what an application can use whatever others ask for: under the ceilings of OWN_KINDS."""
    asked = facts.application.asked
    draft = Draft(amount=asked, limits=(Limit(rule="", title=say("Sökt"), parts=(), amount=asked),))
    for rule in facts.scheme.rules:
        if rule.kind in OWN_KINDS:
            draft = RULES[rule.kind](rule, facts, draft)
    return draft.amount


def _marked(limits: tuple[Limit, ...]) -> tuple[Limit, ...]:
    """Mark the ceiling that decides: the lowest; of equals the one with a paragraph."""
    lowest = min(limit.amount for limit in limits)
    at = max(index for index, limit in enumerate(limits) if limit.amount == lowest)
    if limits[0].amount == lowest:
        at = 0
    return tuple(replace(limit, deciding=index == at) for index, limit in enumerate(limits))


def outcome_for(asked: int, amount: int) -> Outcome:
    """Give the outcome that a sum amounts to."""
    if amount <= 0:
        return Outcome.REJECTED
    return Outcome.GRANTED if amount >= asked else Outcome.PARTLY


def stopping(findings: Iterable[Finding], gate: str) -> tuple[Finding, ...]:
    """Give the findings that keep a gate closed."""
    return tuple(each for each in findings if each.gate == gate and each.status is Status.STOPS)


def has_rule(scheme: Scheme, kind: str) -> bool:
    """Say whether a scheme has a rule of a kind."""
    return any(rule.kind == kind for rule in scheme.rules)


def consultation_needed(scheme: Scheme, outcome: Outcome) -> bool:
    """Say whether the guideline wants the committee heard before such a decision (P9)."""
    for rule in scheme.rules:
        if rule.kind == "consultation":
            return outcome not in rule.figures.get("without", ())
    return False
