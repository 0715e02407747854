"""A reason from the library as it would read in a letter, filled from an invented case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.registers import GuidelineVersion, Place
from desktop.domain.swedish import kronor
from desktop.domain.text import Text, say
from desktop.letters.facts import LetterFacts, Matter, Recipient
from desktop.letters.fill import hold
from desktop.letters.template import PLACEHOLDER
from desktop.letters.words import values

if TYPE_CHECKING:
    from desktop.flow.desk import Desk

ASKED, GRANTED = 12_000, 10_000

PLACEHOLDER_WORDS: dict[str, Text] = {
    "asked": say("sökt summa"),
    "granted": say("beviljad summa"),
    "rejected": say("summan som avslås"),
    "recipient": say("sökandens namn"),
    "called": say("föreningen"),
    "called_capital": say("Föreningen, först i en mening"),
    "purpose": say("ändamålet"),
    "place": say("orten"),
    "year": say("bidragsåret"),
    "period": say("aktivitetens dagar"),
    "scheme": say("bidragsformen"),
    "goals": say("målen som ansökan följer"),
    "guideline": say("riktlinjerna"),
    "guideline_long": say("riktlinjerna med hela sitt namn"),
    "municipality": say("kommunens namn"),
}
"""What each placeholder stands for, in the order they are offered."""


def sample_values(desk: Desk) -> dict[str, str]:
    """Give a value for every placeholder; the office and the guideline are the real ones."""
    version_id, guideline = desk.in_force()
    place = desk.store.first(Place)
    year = desk.today.year
    names = [each.name.lower() for each in guideline.schemes if each.activity]
    names += [each.name.lower() for each in guideline.schemes]
    facts = LetterFacts(
        office=desk.office(),
        officer=desk.officer(),
        made_on=desk.today,
        document_id="sample",
        recipient=Recipient(name="Körsällskapet Trollsländan"),
        matter=Matter(
            number=f"{year}-001",
            scheme=names[0] if names else "bidrag",
            place=place.name if place else "Grindavík",
            year=year,
            purpose="vinterkonsert med en gästande kör",
            starts_on=desk.today,
            ends_on=desk.today,
            asked=ASKED,
            arrived_on=desk.today,
            goals=tuple(goal.text for goal in guideline.goals[:1]),
        ),
        guideline=desk.store.get(GuidelineVersion, version_id),
    )
    money = {"granted": kronor(GRANTED), "rejected": kronor(ASKED - GRANTED)}
    return {**values(facts), **money}


def sample(desk: Desk, text: str) -> str:
    """Fill a reason's text; a placeholder that is unknown is left as it was written."""
    known = sample_values(desk)
    return hold(PLACEHOLDER.sub(lambda match: known.get(match[1]) or match[0], text))
