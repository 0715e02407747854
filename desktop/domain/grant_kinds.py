"""The kinds of rule about grants that decide who can have one, how it is decided and followed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.applicants import FORM_WORDS
from desktop.domain.rule_fields import joined, months_field, months_words, number, yes_field
from desktop.domain.rule_kind import FigureField, FigureKind, RuleKind, RulePart
from desktop.domain.rules.complete import PARTS
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from desktop.domain.guideline import RuleData

_PART_CHOICES = tuple((key, say(words)) for key, words in PARTS.items())
_OUTCOMES = (
    ("rejected", say("avslag")),
    ("dismissed", say("avvisning")),
    ("written_off", say("avskrivning")),
)
_FORMS_SMALL = (
    ("compulsory", say("grundskolor")),
    ("upper_secondary", say("gymnasieskolor")),
    ("other", say("andra skolformer")),
)
_FORMS = tuple((str(key), words) for key, words in FORM_WORDS.items())


def plainly(words: Text) -> Callable[[RuleData], Text]:
    """Give the sentence of a kind without figures."""
    return lambda _rule: words


def _chosen(rule: RuleData, key: str, choices: Sequence[tuple[str, Text]]) -> list[Text]:
    """Give the words of what a rule has chosen, in the order of the choices."""
    chosen = rule.figures.get(key) or ()
    return [words for each, words in choices if each in chosen]


def _consultation(rule: RuleData) -> Text:
    without = _chosen(rule, "without", _OUTCOMES)
    if not without:
        return say("Kommittén hörs före beslutet.")
    return say("Kommittén hörs före beslutet, men inte vid {outcomes}.", outcomes=joined(without))


def _report(rule: RuleData) -> Text:
    months = months_words(number(rule, "months"))
    if rule.figures.get("to_working_day"):
        return say(
            "Rapport lämnas senast {months} efter aktivitetens sista dag, eller nästa vardag.",
            months=months,
        )
    return say("Rapport lämnas senast {months} efter aktivitetens sista dag.", months=months)


def _school(rule: RuleData) -> Text:
    forms = _chosen(rule, "forms", _FORMS_SMALL)
    if not forms:
        return say("Bidraget är för skolor i kommunen.")
    return say("Bidraget är för skolor i kommunen: {forms}.", forms=joined(forms))


def _complete(rule: RuleData) -> Text:
    names = _chosen(rule, "parts", _PART_CHOICES)
    if not names:
        return say("Ansökan ska vara komplett.")
    return say("I ansökan ska det finnas {parts}.", parts=joined(names))


def _kind(key: str, title: Text, sentence: Text, gate: str = "decision") -> RuleKind:
    """Make a kind of rule without figures."""
    return RuleKind(
        key=key, part=RulePart.GRANT, title=title, sentence=plainly(sentence), gate=gate
    )


GRANT_KINDS = (
    _kind("written_application", say("Skriftlig ansökan"), say("Ansökan görs skriftligt.")),
    _kind(
        "goals",
        say("Kommunens mål"),
        say("Ansökan bidrar till så många av riktlinjens mål som den kräver."),
    ),
    _kind(
        "place_link",
        say("Koppling till orten"),
        say("Föreningen är kopplad till orten som ansökan gäller; annars noteras det."),
    ),
    RuleKind(
        key="school",
        part=RulePart.GRANT,
        title=say("Skola i kommunen"),
        sentence=_school,
        figures=(
            FigureField(
                key="forms",
                label=say("Skolformer"),
                kind=FigureKind.CHOICES,
                choices=_FORMS,
                default=("compulsory", "upper_secondary"),
            ),
        ),
        gate="decision",
    ),
    RuleKind(
        key="complete",
        part=RulePart.GRANT,
        title=say("Komplett ansökan"),
        sentence=_complete,
        figures=(
            FigureField(
                key="parts",
                label=say("Vad som ska finnas"),
                kind=FigureKind.CHOICES,
                choices=_PART_CHOICES,
                default=("starts_on", "ends_on", "budget"),
            ),
            FigureField(
                key="also",
                label=say("Dessutom, för en viss typ av ansökan"),
                kind=FigureKind.CHOICES_BY_TYPE,
                choices=_PART_CHOICES,
                optional=True,
            ),
        ),
        gate="decision",
    ),
    _kind(
        "budget",
        say("Inom budget"),
        say("Beloppet ryms i budgetramen; annars bereds ärendet för styrelsen."),
    ),
    RuleKind(
        key="consultation",
        part=RulePart.GRANT,
        title=say("Samråd före beslut"),
        sentence=_consultation,
        figures=(
            FigureField(
                key="without",
                label=say("Inget samråd behövs vid"),
                kind=FigureKind.CHOICES,
                choices=_OUTCOMES,
                optional=True,
            ),
        ),
        gate="decision",
    ),
    _kind(
        "validity",
        say("Riktlinjen gäller till"),
        say("Har riktlinjens sista dag passerat står det i brevet; beslut fattas ändå."),
    ),
    _kind(
        "annual_report",
        say("Verksamhetsberättelse"),
        say("Inget betalas ut förrän verksamhetsberättelsen för senaste året har kommit in."),
        "payment",
    ),
    _kind(
        "payee",
        say("Konto och rektor"),
        say("Till en skola betalas först när konto och ansvarig rektor är kända."),
        "payment",
    ),
    RuleKind(
        key="report",
        part=RulePart.GRANT,
        title=say("Rapport efteråt"),
        sentence=_report,
        figures=(
            months_field("months", say("Månader efter sista dagen"), 1),
            yes_field("to_working_day", say("Flyttas till nästa vardag"), default=True),
        ),
        gate="closing",
    ),
)
"""In the order a guideline usually has them; the ceilings stand in ceiling_kinds.py."""
