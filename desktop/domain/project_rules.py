"""What the rules of projects find: purpose, plan, own money, who bears it (A2, U6, B4)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitment_asks import agenda, areas, clipped, purpose, short
from desktop.domain.commitment_facts import ProjectFacts, budget, own_money
from desktop.domain.commitment_words import PROJECT_KIND_WORDS, ProjectKind
from desktop.domain.rule import Finding, Status, amount, finding
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.guideline import RuleData


def _project_purpose(rule: RuleData, facts: ProjectFacts) -> Finding:
    return purpose(rule, facts.project.purpose)


def _project_areas(rule: RuleData, facts: ProjectFacts) -> Finding:
    return areas(rule, facts, facts.project.areas)


def _project_agenda(rule: RuleData, facts: ProjectFacts) -> Finding:
    return agenda(rule, facts.project.agenda_goals)


def _aid_own_money(rule: RuleData, facts: ProjectFacts) -> Finding:
    if facts.project.kind is not ProjectKind.AID:
        kind = PROJECT_KIND_WORDS[facts.project.kind]
        return finding(rule, Status.NOT_APPLICABLE, kind, say(""))
    own = own_money(facts.funding)
    if not own:
        return finding(rule, Status.MET, say("inga egna pengar"), say(""))
    return finding(
        rule,
        short(rule),
        say("{own} av {all} är egna pengar", own=amount(own), all=amount(budget(facts.funding))),
        say("låt en annan part betala allt"),
    )


def _plan_link(rule: RuleData, facts: ProjectFacts) -> Finding:
    kinds = rule.figures.get("kinds", (ProjectKind.EU,))
    if facts.project.kind not in kinds:
        kind = PROJECT_KIND_WORDS[facts.project.kind]
        return finding(rule, Status.NOT_APPLICABLE, kind, say(""))
    if not facts.project.planned_development:
        return finding(
            rule,
            short(rule),
            say("saknas"),
            say("skriv vilken planerad utveckling projektet hör till"),
        )
    return finding(rule, Status.MET, clipped(facts.project.planned_development), say(""))


def _bearer(rule: RuleData, facts: ProjectFacts) -> Finding:
    alone = any(each.own and each.body_id is None for each in facts.funding)
    if facts.body is None and (alone or not any(each.own for each in facts.funding)):
        return finding(
            rule, short(rule), say("saknas"), say("välj vilken verksamhet som bär kostnaderna")
        )
    own = own_money(facts.funding)
    who = plain(facts.body.name) if facts.body else say("efter finansiering")
    return finding(rule, Status.MET, who, amount(own) if own else say("inga egna pengar"))


PROJECT_RULES: dict[str, Callable[[RuleData, ProjectFacts], Finding]] = {
    "agenda": _project_agenda,
    "aid_own_money": _aid_own_money,
    "areas": _project_areas,
    "bearer": _bearer,
    "plan_link": _plan_link,
    "purpose": _project_purpose,
}
"""By the kind that a guideline names."""
