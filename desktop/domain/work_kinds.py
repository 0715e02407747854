"""The kinds of rule about the other registers: networks, projects, plans, follow-up and papers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.commitment_facts import FIRST_MONTHS
from desktop.domain.commitment_words import PROJECT_KIND_WORDS
from desktop.domain.grant_kinds import plainly
from desktop.domain.rule_fields import months_field, months_words, number
from desktop.domain.rule_kind import FigureField, FigureKind, RuleKind, RulePart
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.domain.guideline import RuleData

GATES = ("entry", "note")
"""What a rule of the work part does: refuses what is entered, or notes it."""


def _review(rule: RuleData) -> Text:
    return say("Omprövas minst var {months}.", months=_every(number(rule, "months")))


def _every(months: int | None) -> Text:
    """Give "12:e månad" as it follows "var"."""
    return say("… månad") if months is None else say("{count}:e månad", count=months)


def _active_owner(rule: RuleData) -> Text:
    return say(
        "En verksamhet är ansvarig, och det noteras när inget har hänt på {months}.",
        months=months_words(number(rule, "months")),
    )


def _kind(  # noqa: PLR0913 - each is a word of its own
    key: str,
    title: Text,
    sentence: Text | Callable[[RuleData], Text],
    on: tuple[str, ...],
    *,
    gate: str = "note",
    figures: tuple[FigureField, ...] = (),
) -> RuleKind:
    return RuleKind(
        key=key,
        part=RulePart.WORK,
        title=title,
        sentence=plainly(sentence) if isinstance(sentence, Text) else sentence,
        gate=gate,
        gates=GATES,
        on=on,
        figures=figures,
    )


WORK_KINDS = (
    _kind(
        "purpose",
        say("Tydligt syfte"),
        say("Det är skrivet vad det är till för."),
        ("network", "project"),
    ),
    _kind(
        "review",
        say("Omprövas regelbundet"),
        _review,
        ("network", "agreement", "document"),
        figures=(months_field("months", say("Månader mellan omprövningarna"), 24),),
    ),
    _kind(
        "active_owner",
        say("Ansvarig och verksam"),
        _active_owner,
        ("network", "place"),
        figures=(months_field("months", say("Månader utan att något har hänt"), 36),),
    ),
    _kind(
        "fee",
        say("Medlemsavgift"),
        say("Avgiften och den som betalar den är kända."),
        ("network",),
    ),
    _kind(
        "aid_own_money",
        say("Bistånd betalas av andra"),
        say("Ett projekt av biståndskaraktär har inga egna pengar: någon annan betalar allt."),
        ("project",),
        gate="entry",
    ),
    _kind(
        "plan_link",
        say("Del av planerad utveckling"),
        say("Det är skrivet vilken planerad utveckling projektet hör till."),
        ("project",),
        figures=(
            FigureField(
                key="kinds",
                label=say("Gäller projekt av slagen"),
                kind=FigureKind.CHOICES,
                choices=tuple((str(key), words) for key, words in PROJECT_KIND_WORDS.items()),
                default=("eu",),
            ),
        ),
    ),
    _kind(
        "areas",
        say("Område"),
        say("Det är valt vilket av riktlinjens områden det hör till."),
        ("project", "network"),
    ),
    _kind(
        "agenda",
        say("Agenda 2030"),
        say("Det är valt vilka av målen i Agenda 2030 det bidrar till."),
        ("project", "network"),
    ),
    _kind(
        "similar",
        say("Kända kontakter först"),
        say("De orter och kontakter som redan finns visas när en ny läggs in."),
        ("place", "contact"),
    ),
    _kind(
        "bearer",
        say("Vem som bär kostnaden"),
        say("Egna pengar i ett projekt har en verksamhet som bär dem."),
        ("project", "network"),
    ),
    _kind(
        "yearly_plan",
        say("Handlingsplan varje år"),
        say("Varje verksamhet har en handlingsplan för året, som utvärderas och revideras."),
        ("plan",),
    ),
    _kind(
        "contact_person",
        say("Kontaktperson"),
        say("Varje kontor har en kontaktperson."),
        ("contact",),
    ),
    _kind(
        "council_decision",
        say("Fullmäktige beslutar om vänorter"),
        say("En vänort har ett beslut av kommunfullmäktige, med dag och paragraf."),
        ("place",),
    ),
    _kind(
        "endless",
        say("Går att avsluta"),
        say("Det noteras när ett samarbete saknar både slutdag och uppsägning."),
        ("agreement", "network"),
    ),
    _kind(
        "follow_up",
        say("Följs upp varje år"),
        say("Verksamheterna rapporterar varje år, och svaren sammanställs."),
        ("follow_up",),
    ),
    _kind(
        "period_review",
        say("Ses över varje mandatperiod"),
        say("Styrdokumentet ses över när en mandatperiod börjar."),
        ("document",),
        figures=(months_field("months", say("Månader in i perioden"), FIRST_MONTHS),),
    ),
    _kind(
        "youth",
        say("Unga är med"),
        say("Det noteras när inga barn eller unga är med."),
        ("project", "follow_up"),
    ),
)
"""In the order a guideline usually has them."""
