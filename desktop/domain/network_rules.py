"""What the rules of networks find: purpose, owner, activity, review, fee (U4, A3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitment_asks import agenda, areas, purpose, short
from desktop.domain.commitment_facts import QUIET_MONTHS, NetworkFacts, network_review_due
from desktop.domain.dates import add_months
from desktop.domain.rule import Finding, Status, amount, day, finding
from desktop.domain.text import plain, say
from desktop.domain.work_guideline import work_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.guideline import RuleData


def _network_purpose(rule: RuleData, facts: NetworkFacts) -> Finding:
    return purpose(rule, facts.network.purpose)


def _network_areas(rule: RuleData, facts: NetworkFacts) -> Finding:
    return areas(rule, facts, facts.network.areas)


def _network_agenda(rule: RuleData, facts: NetworkFacts) -> Finding:
    return agenda(rule, facts.network.agenda_goals)


def _network_review(rule: RuleData, facts: NetworkFacts) -> Finding:
    terms = work_rules(facts.guideline).networks
    months = int(rule.figures.get("months", terms.review_months if terms else 0))
    due = network_review_due(facts.network, facts.reviews, months)
    if facts.network.left_on is not None:
        return finding(rule, Status.NOT_APPLICABLE, say("lämnat"), say(""))
    if due is None:
        return finding(rule, short(rule), say("inte planerad"), say("skriv när det omprövas"))
    if due < facts.today:
        return finding(rule, Status.NOTE, day(due), say("har passerat, ompröva det"))
    return finding(rule, Status.MET, day(due), say(""))


def _active_owner(rule: RuleData, facts: NetworkFacts) -> Finding:
    if facts.body is None:
        return finding(
            rule, short(rule), say("ingen ansvarig"), say("välj vilken verksamhet som svarar")
        )
    last, months = facts.last_activity, int(rule.figures.get("months", QUIET_MONTHS))
    if last is None:
        return finding(rule, Status.NOTE, plain(facts.body.name), say("ingen aktivitet är noterad"))
    if add_months(last, months) < facts.today:
        quiet = say("senast {day}, ompröva det", day=last.isoformat())
        return finding(rule, Status.NOTE, plain(facts.body.name), quiet)
    return finding(
        rule, Status.MET, plain(facts.body.name), say("senast {day}", day=last.isoformat())
    )


def _fee(rule: RuleData, facts: NetworkFacts) -> Finding:
    if facts.network.fee is None:
        return finding(rule, short(rule), say("saknas"), say("skriv avgiften per år"))
    return finding(rule, Status.MET, amount(facts.network.fee), say("per år"))


def _network_bearer(rule: RuleData, facts: NetworkFacts) -> Finding:
    if facts.body is None:
        return finding(
            rule, short(rule), say("saknas"), say("välj vilken verksamhet som bär kostnaderna")
        )
    return finding(rule, Status.MET, plain(facts.body.name), say(""))


def _leaving(rule: RuleData, facts: NetworkFacts) -> Finding:
    left = facts.network.left_on
    return finding(rule, Status.MET, say("lämnat") if left else say("kan lämnas"), say(""))


NETWORK_RULES: dict[str, Callable[[RuleData, NetworkFacts], Finding]] = {
    "active_owner": _active_owner,
    "agenda": _network_agenda,
    "areas": _network_areas,
    "bearer": _network_bearer,
    "endless": _leaving,
    "fee": _fee,
    "purpose": _network_purpose,
    "review": _network_review,
}
"""By the kind that a guideline names."""
