"""A guideline in short sentences, for somebody who has not read it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.proposal import OWN_KINDS
from desktop.domain.rule_kind import RulePart
from desktop.domain.rule_kinds import brief
from desktop.domain.swedish import kr
from desktop.domain.text import Text, say
from desktop.domain.visit_guideline import visit_rules
from desktop.domain.work_guideline import work_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.guideline import Guideline, RuleData, Scheme


@dataclass(frozen=True, kw_only=True)
class Headline:
    """A rule in one short sentence, for somebody who has not read the guideline."""

    rule: str
    """The rule's id; empty for a second sentence about the rule above."""
    text: Text
    """The sentence."""
    lead: bool
    """True for rules about money and visits; the others are told when asked for."""


def headlines(guideline: Guideline) -> list[Headline]:
    """Give every rule of a guideline once, those that matter most first."""
    pairs = [(rule, scheme) for scheme in guideline.schemes for rule in scheme.rules]
    pairs.sort(key=lambda pair: in_order(pair[0].id))
    found = [line for rule, scheme in pairs for line in _lines(rule, scheme)]
    found += [_line(rule.id, say(rule.title)) for rule in guideline.statements]
    told = {line.rule for line in found}
    beside = (*visit_rules(guideline).rules, *work_rules(guideline).rules)
    untold = sorted((rule for rule in beside if rule.id not in told), key=_place)
    found += [_line(rule.id, say(rule.title)) for rule in untold]
    once = list(dict.fromkeys(found))
    return sorted(once, key=lambda each: not each.lead)


def said_of(rule_id: str, scheme: Scheme) -> str:
    """Give what a rule of a scheme says, in one line for the foot of a paper."""
    rules = [rule for rule in scheme.rules if rule.id == rule_id]
    rules.sort(key=lambda rule: rule.kind not in _LEAD)
    first, *more = [str(line.text) for rule in rules for line in _lines(rule, scheme)]
    return ", ".join([first, *(f"{words[:1].lower()}{words[1:]}" for words in more)])


def _lines(rule: RuleData, scheme: Scheme) -> list[Headline]:
    sentences = _LEAD.get(rule.kind)
    if sentences is None and rule.kind in OWN_WORDS:
        return [_line(rule.id, brief(RulePart.GRANT, rule))]
    if sentences is None:
        return [Headline(rule=rule.id, text=say(rule.title), lead=False)]
    first, *more = sentences(rule, scheme)
    return [_line(rule.id, first), *(_line("", text) for text in more)]


def _line(rule_id: str, text: Text) -> Headline:
    return Headline(rule=rule_id, text=text, lead=True)


def _place(rule: RuleData) -> tuple[int, str]:
    return in_order(rule.id)


def in_order(rule_id: str) -> tuple[int, str]:
    """Give what sorts rules by their number: "P2" before "P10"."""
    digits = "".join(sign for sign in rule_id if sign.isdigit())
    return int(digits or 0), rule_id


def _cap(rule: RuleData, scheme: Scheme) -> list[Text]:
    cap = kr(int(rule.figures.get("cap", scheme.cap)))
    return [say("{name} högst {cap} per ort och år", name=say(scheme.name), cap=cap)]


def _sharing(rule: RuleData, scheme: Scheme) -> list[Text]:
    return [*_cap(rule, scheme), say("Flera föreningar för samma ort delar lika")]


def _report(rule: RuleData, _scheme: Scheme) -> list[Text]:
    months = int(rule.figures.get("months", 1))
    if months == 1:
        return [say("Rapport inom en månad efter aktiviteten")]
    return [say("Rapport inom {count} månader efter aktiviteten", count=months)]


OWN_WORDS = (*OWN_KINDS, "prior_report", "window")
"""Kinds of rule about money that say themselves what they say."""

_LEAD: dict[str, Callable[[RuleData, Scheme], list[Text]]] = {
    "sharing": _sharing,
    "cap": _cap,
    "report": _report,
    "annual_report": lambda _rule, _scheme: [say("Ingen utbetalning utan verksamhetsberättelse")],
    "yearly_frame": lambda rule, _scheme: [
        say("Högst {cap} om året för hela kommunen", cap=kr(int(rule.figures["cap"])))
    ],
    "school": lambda _rule, _scheme: [say("För grundskolor och gymnasieskolor i kommunen")],
    "allowed_costs": lambda _rule, _scheme: [say("Vissa kostnader, efter vad ansökan gäller")],
    "complete": lambda _rule, _scheme: [say("Resans dagar, innehåll och budget ska vara med")],
    "payee": lambda _rule, _scheme: [say("Betalas till ansvarig rektor")],
    "consultation": lambda _rule, _scheme: [say("Samordnaren beslutar efter samråd")],
}
"""What is said of each kind of rule about money; other kinds say their title."""
