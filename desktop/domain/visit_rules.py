"""What the guideline's rules of visits find before a purpose is approved (P10–P14, S6, U3)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.agreements import endless
from desktop.domain.errors import UnknownRule
from desktop.domain.phases import PlaceKind
from desktop.domain.quota import Quota, takes_room, youth_share
from desktop.domain.rule import Finding, Status, finding
from desktop.domain.rule import day as day_of
from desktop.domain.spoken import listed
from desktop.domain.swedish import period
from desktop.domain.text import Text, plain, say
from desktop.domain.visit_guideline import visit_rules
from desktop.domain.visit_words import FUNDING_WORDS, Funding, PeopleRole, Side, VisitForm

if TYPE_CHECKING:
    from desktop.domain.guideline import Guideline, RuleData
    from desktop.domain.registers import Place
    from desktop.domain.visiting import Agreement, Visit, VisitCost, VisitPeople

GATE = "approval"
"""What the rules of visits gate: the approval of the purpose."""
_SHOWN = 80
_LEADERS = (PeopleRole.PROJECT_LEADER, PeopleRole.SUBSTITUTE)
_OFFICIALS = (PeopleRole.OFFICIAL, PeopleRole.ELECTED)


@dataclass(frozen=True, kw_only=True)
class VisitFacts:
    """Everything the rules of visits look at; nothing else."""

    today: date
    """The day it is computed for."""
    guideline: Guideline
    """The version the visit follows."""
    municipality: str
    """Our own short name, "Piteå"."""
    visit: Visit
    """The visit."""
    place: Place | None
    """The place, when it is registered."""
    agreement: Agreement | None
    """The agreement in force on the visit's first day."""
    quota: Quota | None
    """Other trips to the place in the period; None without place or day."""
    nearer: tuple[Place, ...]
    """Nearer twin towns without a trip in the period."""
    people: tuple[VisitPeople, ...]
    """Those who take part, as far as known."""
    costs: tuple[VisitCost, ...]
    """Costs, planned or real."""


Look: TypeAlias = Callable[["RuleData", VisitFacts], Finding]
"""A kind of rule: pure, total, and silent about everything but its own paragraph."""


def visit_findings(facts: VisitFacts) -> tuple[Finding, ...]:
    """Apply every rule of visits in the guideline's order; UnknownRule for a kind we lack."""
    found = []
    for rule in visit_rules(facts.guideline).rules:
        look = VISIT_RULES.get(rule.kind)
        if look is None:
            raise UnknownRule(rule.kind)
        found.append(look(rule, facts))
    return tuple(found)


def _clipped(words: str) -> Text:
    line = " ".join(words.split())
    return plain(line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1].rstrip()}…")


def _trips_only(rule: RuleData, facts: VisitFacts) -> Finding:
    words = say("räknar bara resor från {name}", name=facts.municipality)
    return finding(rule, Status.NOT_APPLICABLE, say(""), words)


def _purpose(rule: RuleData, facts: VisitFacts) -> Finding:
    if not facts.visit.purpose:
        return finding(rule, Status.STOPS, say("saknas"), say("skriv vad besöket ska ge"))
    return finding(rule, Status.MET, _clipped(facts.visit.purpose), say(""))


def _areas(rule: RuleData, facts: VisitFacts) -> Finding:
    names = {goal.key: goal.short for goal in facts.guideline.goals}
    chosen = [names[key] for key in facts.visit.areas if key in names]
    wanted = min(facts.guideline.minimum_goals, len(names))
    if len(chosen) < wanted:
        return finding(rule, Status.STOPS, say("saknas"), say("välj minst ett mål"))
    if not chosen:
        return finding(rule, Status.NOTE, say("inget valt"), say("räknas inte till något område"))
    return finding(rule, Status.MET, plain(", ".join(chosen)), say(""))


def _not_digital(rule: RuleData, facts: VisitFacts) -> Finding:
    if facts.visit.form is VisitForm.DIGITAL:
        return finding(rule, Status.MET, say("möts digitalt"), say(""))
    if not facts.visit.why_not_digital:
        return finding(rule, Status.STOPS, say("saknas"), say("skriv varför de ska ses på plats"))
    return finding(rule, Status.MET, _clipped(facts.visit.why_not_digital), say(""))


def _participants(rule: RuleData, facts: VisitFacts) -> Finding:
    if facts.visit.form is not VisitForm.OUTGOING:
        return _trips_only(rule, facts)
    if not facts.people:
        return finding(rule, Status.WAITS, say("inte uppgivna"), say("fylls i när resan planeras"))
    ours = [each for each in facts.people if each.side is Side.GUEST]
    if not any(each.role in _LEADERS for each in ours):
        return finding(
            rule, Status.NOTE, say("ingen projektledare"), say("eller den som hen har utsett")
        )
    officials = sum(each.count for each in ours if each.role in _OFFICIALS)
    if officials > 1:
        return finding(
            rule,
            Status.NOTE,
            say("{count} officiella personer", count=officials),
            say("i första hand projektledaren och eventuellt en till"),
        )
    return finding(rule, Status.MET, say("projektledare följer med"), say(""))


def _youth(rule: RuleData, facts: VisitFacts) -> Finding:
    if facts.visit.form is VisitForm.DIGITAL:
        return finding(rule, Status.NOT_APPLICABLE, say("möts digitalt"), say(""))
    share = youth_share(each for each in facts.people if each.side is Side.GUEST)
    if not share.whole:
        return finding(
            rule, Status.WAITS, say("inte uppgivna"), say("fylls i när besöket planeras")
        )
    words = say(
        "{part} av {whole} gäster, {percent} procent",
        part=share.part,
        whole=share.whole,
        percent=share.percent,
    )
    return finding(rule, Status.MET if share.part else Status.NOTE, words, say(""))


def _agreement(rule: RuleData, facts: VisitFacts) -> Finding:
    if facts.visit.form is VisitForm.DIGITAL:
        return finding(rule, Status.NOT_APPLICABLE, say("möts digitalt"), say(""))
    if facts.agreement is not None:
        return finding(rule, Status.MET, span(facts.agreement), say(""))
    if facts.place is None or facts.place.kind is not PlaceKind.TWIN_TOWN:
        return finding(rule, Status.NOT_APPLICABLE, say("orten är ingen vänort"), say(""))
    if facts.visit.starts_on is None:
        return finding(rule, Status.WAITS, say("dagen är inte bestämd"), say(""))
    if rule.overridable and facts.visit.approval_reason:
        return finding(rule, Status.NOTE, say("saknas"), plain(facts.visit.approval_reason))
    return finding(
        rule,
        Status.STOPS,
        say("ingen gäller {day}", day=facts.visit.starts_on.isoformat()),
        say("teckna en, eller skriv varför besöket görs ändå"),
    )


def span(it: Agreement) -> Text:
    """Give first and last day of an agreement: "2023-01-01 – 2027-12-31", "från 2023-01-01"."""
    last = min((each for each in (it.valid_to, it.ends_on) if each), default=None)
    first = it.valid_from.isoformat() if it.valid_from else ""
    if last is None:
        return say("från {first}", first=first)
    return say("{first} – {last}", first=first, last=last.isoformat())


def _quota(rule: RuleData, facts: VisitFacts) -> Finding:
    rules, visit, known = visit_rules(facts.guideline), facts.visit, facts.quota
    if visit.form is not VisitForm.OUTGOING:
        return _trips_only(rule, facts)
    if facts.place is None or rules.quota_per_period is None:
        return finding(rule, Status.NOT_APPLICABLE, say("ingen kvot för orten"), say(""))
    if known is None:
        return finding(rule, Status.WAITS, say("avresedagen är inte bestämd"), say(""))
    counted = _counted(known)
    if not takes_room(rules, visit, facts.costs):
        outside = say("utanför kvoten, {counted}", counted=counted)
        return finding(rule, Status.NOT_APPLICABLE, FUNDING_WORDS[visit.funding], outside)
    if known.full:
        return finding(rule, Status.STOPS, counted, _stopped(known))
    return finding(rule, Status.MET, counted, say("egen budget"))


def _counted(known: Quota) -> Text:
    return say(
        "{count} av {allowed} {first}–{last}",
        count=len(known.counted),
        allowed=known.allowed,
        first=known.first_year,
        last=known.last_year,
    )


def _stopped(known: Quota) -> Text:
    trip = known.counted[-1] if known.counted else None
    if trip is None or trip.starts_on is None or trip.ends_on is None:
        return say("projektmedel går bra")
    days = period(trip.starts_on, trip.ends_on)
    return say("resan {days} tog platsen; projektmedel går bra", days=days)


def _near(rule: RuleData, facts: VisitFacts) -> Finding:
    rules = visit_rules(facts.guideline)
    if facts.visit.form is not VisitForm.OUTGOING:
        return _trips_only(rule, facts)
    if not rules.near_first or not takes_room(rules, facts.visit, facts.costs):
        return finding(rule, Status.NOT_APPLICABLE, say("ingen plats i kvoten tas"), say(""))
    if facts.nearer:
        names = listed([each.name for each in facts.nearer])
        return finding(
            rule, Status.NOTE, say("närmare: {names}", names=names), say("utan resa i perioden")
        )
    return finding(rule, Status.MET, say("ingen närmare vänort väntar"), say(""))


def _bearer(rule: RuleData, facts: VisitFacts) -> Finding:
    visit = facts.visit
    if not visit.bearer:
        return finding(rule, Status.STOPS, say("saknas"), say("skriv vilken nämnd som betalar"))
    if visit.funding is Funding.PROJECT and not visit.project:
        return finding(rule, Status.STOPS, say("projektmedel"), say("skriv vilket projekt"))
    money = plain(visit.project) if visit.project else FUNDING_WORDS[visit.funding]
    return finding(rule, Status.MET, say("{who}: {money}", who=visit.bearer, money=money), say(""))


def _validity(rule: RuleData, facts: VisitFacts) -> Finding:
    version = facts.guideline
    if version.valid_to is None:
        return finding(rule, Status.MET, say("tills vidare"), version.cited())
    if version.lapsed(facts.visit.approved_on or facts.today):
        return finding(rule, Status.NOTE, day_of(version.valid_to), say("har gått ut"))
    return finding(rule, Status.MET, day_of(version.valid_to), version.cited())


def _ending(rule: RuleData, facts: VisitFacts) -> Finding:
    if facts.agreement is None:
        return finding(rule, Status.NOT_APPLICABLE, say("ingen överenskommelse"), say(""))
    if endless(facts.agreement, visit_rules(facts.guideline)):
        return finding(
            rule, Status.NOTE, say("kan inte avslutas"), say("slutdag eller uppsägning saknas")
        )
    return finding(rule, Status.MET, span(facts.agreement), say(""))


VISIT_RULES: dict[str, Look] = {
    "agreement": _agreement,
    "areas": _areas,
    "bearer": _bearer,
    "ending": _ending,
    "near": _near,
    "not_digital": _not_digital,
    "participants": _participants,
    "purpose": _purpose,
    "quota": _quota,
    "validity": _validity,
    "youth": _youth,
}
"""By the kind that a guideline names; one line for each."""
