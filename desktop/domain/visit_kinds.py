"""The kinds of rule about visits, all of which gate that the purpose is approved."""

from __future__ import annotations

from desktop.domain.grant_kinds import plainly
from desktop.domain.rule_kind import RuleKind, RulePart
from desktop.domain.text import Text, say

_SAID: dict[str, tuple[Text, Text]] = {
    "purpose": (
        say("Särskilt syfte"),
        say("Ett besök har ett skrivet syfte innan det godkänns."),
    ),
    "areas": (
        say("Kommunens målsättning"),
        say("Ett besök bidrar till minst ett av riktlinjens mål eller områden."),
    ),
    "not_digital": (
        say("Varför inte digitalt"),
        say("Ses man på plats är det skrivet varför det inte går digitalt."),
    ),
    "participants": (
        say("Deltagare i resan"),
        say("En projektledare följer med; fler än en officiell person noteras."),
    ),
    "youth": (say("Unga deltar"), say("Det noteras när inga unga är med bland gästerna.")),
    "agreement": (
        say("Överenskommelse den dagen"),
        say("En överenskommelse om kostnader gäller med vänorten den dag besöket börjar."),
    ),
    "quota": (
        say("Resor per mandatperiod"),
        say("Resor på egen budget ryms i kvoten för orten och mandatperioden."),
    ),
    "near": (
        say("Närliggande vänorter först"),
        say("Det noteras när en närmare vänort inte har fått någon resa i perioden."),
    ),
    "bearer": (
        say("Nämnd och pengar"),
        say("Det är skrivet vilken nämnd som betalar och med vilka pengar."),
    ),
    "ending": (
        say("Överenskommelsen går att avsluta"),
        say("Det noteras när en överenskommelse saknar både slutdag och uppsägning."),
    ),
    "validity": (
        say("Riktlinjen gäller till"),
        say("Det noteras när riktlinjens sista dag har passerat."),
    ),
}

VISIT_KINDS = tuple(
    RuleKind(
        key=key,
        part=RulePart.VISIT,
        title=title,
        sentence=plainly(sentence),
        gate="approval",
    )
    for key, (title, sentence) in _SAID.items()
)
"""Quota, report months and the like are no figures of a rule: they stand in the visits' head."""
