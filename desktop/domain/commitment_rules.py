"""What the guideline's rules of the whole work find of networks, projects, plans and the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, TypeAlias

from desktop.domain.commitment_asks import short
from desktop.domain.commitment_facts import (
    FIRST_MONTHS,
    QUIET_MONTHS,
    AgreementFacts,
    ContactFacts,
    DocumentFacts,
    Facts,
    PlaceFacts,
    PlanFacts,
    ReviewFacts,
    period_review,
)
from desktop.domain.dates import add_months
from desktop.domain.errors import UnknownRule
from desktop.domain.guideline import RuleData
from desktop.domain.network_rules import NETWORK_RULES
from desktop.domain.phases import PLACE_WORDS, PlaceKind
from desktop.domain.project_rules import PROJECT_RULES
from desktop.domain.rule import Finding, Status, day, finding
from desktop.domain.spoken import listed
from desktop.domain.text import plain, say
from desktop.domain.work_guideline import work_rules

Look: TypeAlias = Callable[[RuleData, Any], Finding]
"""A kind of rule: pure, total, and silent about everything but its own paragraph."""

SHOWN = ("follow_up", "similar", "statement", "youth")
"""Kinds that are no question to a single record: they are shown, or judged by the year."""


def commitment_findings(on: str, facts: Facts) -> tuple[Finding, ...]:
    """Apply the guideline's rules about a subject, in order; UnknownRule for a kind we lack."""
    found = []
    for rule in work_rules(facts.guideline).rules_on(on):
        if rule.kind in SHOWN or not _about(rule, facts):
            continue
        look = COMMITMENT_RULES.get((on, rule.kind))
        if look is None:
            raise UnknownRule(f"{on} {rule.kind}")
        found.append(look(rule, facts))
    return tuple(found)


def _about(rule: RuleData, facts: Facts) -> bool:
    """Tell the guideline's own review from the rules of other governing documents."""
    if rule.on != "document":
        return True
    return isinstance(facts, ReviewFacts) is (rule.kind == "period_review")


def _yearly_plan(rule: RuleData, facts: PlanFacts) -> Finding:
    plan = facts.plan
    if plan is None:
        missing = say("ingen plan för {year}", year=facts.year)
        return finding(rule, short(rule), missing, say("registrera den"))
    loose = sum(not each.measure for each in facts.goals)
    if not facts.goals or loose:
        value = say("{count} mål utan mått", count=loose) if loose else say("inga mål")
        return finding(rule, Status.NOTE, value, say("skriv hur målet utvärderas"))
    if plan.evaluated_on is None:
        past = facts.year < facts.today.year
        status = Status.NOTE if past else Status.MET
        return finding(
            rule,
            status,
            say("inte utvärderad") if past else say("{count} mål", count=len(facts.goals)),
            say("utvärdera den") if past else say(""),
        )
    if plan.revised_on is None and not facts.followed:
        return finding(rule, Status.NOTE, say("inte reviderad"), say("revidera den"))
    return finding(rule, Status.MET, say("utvärderad och reviderad"), say(""))


def _contact_person(rule: RuleData, facts: ContactFacts) -> Finding:
    if not facts.persons:
        return finding(rule, short(rule), say("saknas"), say("be kontoret utse någon"))
    return finding(rule, Status.MET, listed([each.name for each in facts.persons]), say(""))


def _council_decision(rule: RuleData, facts: PlaceFacts) -> Finding:
    place = facts.place
    if place.kind is not PlaceKind.TWIN_TOWN or place.destination:
        return finding(rule, Status.NOT_APPLICABLE, PLACE_WORDS[place.kind], say(""))
    if place.council_on is None or not place.council_paragraph:
        # An old twin town may lack it: it is told of, never a reason to keep the town out.
        return finding(
            rule, Status.NOTE, say("saknas"), say("skriv fullmäktiges beslut, dag och paragraf")
        )
    words = plain(f"{place.council_on.isoformat()} {place.council_paragraph}")
    return finding(rule, Status.MET, words, say(""))


def _place_contact(rule: RuleData, facts: PlaceFacts) -> Finding:
    last, months = facts.last_contact, int(rule.figures.get("months", QUIET_MONTHS))
    if last is None:
        return finding(
            rule, Status.NOTE, say("ingen kontakt är noterad"), say("ompröva samarbetet")
        )
    if add_months(last, months) < facts.today:
        return finding(rule, Status.NOTE, day(last), say("länge sedan, ompröva samarbetet"))
    return finding(rule, Status.MET, day(last), say(""))


def _endless(rule: RuleData, facts: AgreementFacts) -> Finding:
    if facts.agreement.valid_to is None and facts.agreement.notice_months is None:
        return finding(
            rule, short(rule), say("kan inte avslutas"), say("slutdag eller uppsägning saknas")
        )
    return finding(rule, Status.MET, say("kan avslutas"), say(""))


def _agreement_review(rule: RuleData, facts: AgreementFacts) -> Finding:
    return _review_day(rule, facts, facts.agreement.review_on)


def _document_review(rule: RuleData, facts: DocumentFacts) -> Finding:
    return _review_day(rule, facts, facts.document.next_review_on)


def _review_day(rule: RuleData, facts: Facts, due: date | None) -> Finding:
    if due is None:
        return finding(rule, short(rule), say("inte planerad"), say("skriv när det ses över"))
    if due < facts.today:
        return finding(rule, Status.NOTE, day(due), say("har passerat, se över det"))
    return finding(rule, Status.MET, day(due), say(""))


def _period_review(rule: RuleData, facts: ReviewFacts) -> Finding:
    stands = period_review(facts, int(rule.figures.get("months", FIRST_MONTHS)))
    first, last = stands.period
    if stands.done:
        return finding(
            rule,
            Status.MET,
            day(stands.reviewed_on),
            say("nästa senast {day}", day=stands.due.isoformat()),
        )
    late = stands.due < facts.today
    return finding(
        rule,
        Status.NOTE,
        say("inte sedd över {first}–{last}", first=first, last=last),
        say("skulle ske senast {day}", day=stands.due.isoformat())
        if late
        else say("senast {day}", day=stands.due.isoformat()),
    )


COMMITMENT_RULES: dict[tuple[str, str], Look] = {
    ("agreement", "endless"): _endless,
    ("agreement", "review"): _agreement_review,
    ("contact", "contact_person"): _contact_person,
    ("document", "period_review"): _period_review,
    ("document", "review"): _document_review,
    ("place", "active_owner"): _place_contact,
    ("place", "council_decision"): _council_decision,
    ("plan", "yearly_plan"): _yearly_plan,
    **{("network", kind): look for kind, look in NETWORK_RULES.items()},
    **{("project", kind): look for kind, look in PROJECT_RULES.items()},
}
"""By subject and kind that a guideline names; one line for each."""
