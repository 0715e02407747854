"""What is said of a guideline that has passed its own last day: what lapsed, what still holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.swedish import capital, long_date
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.guideline import Guideline


@dataclass(frozen=True, kw_only=True)
class LapsedWords:
    """A warning that stops nothing."""

    strong: Text
    """What has lapsed, and when."""
    more: Text
    """What that means for the work."""


def lapsed_words(guideline: Guideline, day: date) -> LapsedWords | None:
    """Give the warning of a day; None while the guideline is valid by its own words.

    A scheme with rules in a document of its own does not lapse with the document beside it.
    """
    if guideline.valid_to is None or not guideline.lapsed(day):
        return None
    schemes = guideline.schemes
    if not schemes:
        return LapsedWords(
            strong=say("Riktlinjen gick ut {day}.", day=long_date(guideline.valid_to)),
            more=say("Du kan arbeta vidare. Den följs tills en ny är antagen."),
        )
    if any(not each.document for each in schemes):
        return LapsedWords(
            strong=say("Riktlinjen gick ut {day}.", day=long_date(guideline.valid_to)),
            more=say(
                "Du kan arbeta vidare. Varje beslut noterar att det följer den utgångna versionen."
            ),
        )
    return LapsedWords(
        strong=say(
            "{title} gällde till {day}.", title=guideline.title, day=long_date(guideline.valid_to)
        ),
        more=say(
            "{scheme} har egna regler utan slutdatum, så besluten följer dem som förut.",
            scheme=capital(schemes[0].definite),
        ),
    )
