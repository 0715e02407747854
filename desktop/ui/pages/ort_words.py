"""A place in words: how far, since when, by whose decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.phases import PLACE_WORDS
from desktop.domain.swedish import digits
from desktop.ui.i18n import shown, tr

if TYPE_CHECKING:
    from desktop.domain.registers import Place

MILE = 10
"""Kilometres."""
NEAR = 100
"""Kilometres under which nobody counts in Swedish miles."""


def distance_words(kilometres: int | None) -> str:
    """Give a distance as people say it; "" when it is not known."""
    if kilometres is None:
        return ""
    if kilometres < NEAR:
        return tr("{count} km", count=kilometres)
    return tr("{count} mil", count=digits(round(kilometres / MILE)))


def council_words(place: Place) -> str:
    """Give day and paragraph of the council's decision; "" when it is not registered."""
    if place.council_on is None:
        return ""
    return " ".join(part for part in (str(place.council_on), place.council_paragraph) if part)


def place_line(place: Place) -> str:
    """Give the grey line under a place's name: what it is to us, how far, by whose decision."""
    what = shown(PLACE_WORDS[place.kind])
    if place.since:
        what = tr("{what} sedan {year}", what=what, year=place.since)
    parts = [part for part in (what, place.country) if part]
    if place.distance_km is not None:
        parts.append(tr("fågelvägen {distance}", distance=distance_words(place.distance_km)))
    if decided := council_words(place):
        parts.append(tr("fullmäktiges beslut {day}", day=decided))
    return " · ".join(parts)
