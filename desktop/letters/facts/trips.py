"""What the list of trips and visits for the committee says."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.domain.units import Kr
from desktop.letters.facts.letter import Facts


@dataclass(frozen=True, kw_only=True)
class TripPlaceRow:
    """One place in the mandate period."""

    place: str
    """The place."""
    distance_km: int | None = None
    """Kilometres; None when not known."""
    used: int = 0
    """Trips that took room in the quota."""
    allowed: int | None = None
    """Trips allowed; None for no quota."""
    project: int = 0
    """Trips outside the quota."""
    incoming: int = 0
    """Visits to us."""
    digital: int = 0
    """Digital contacts."""
    contacts: int = 0
    """All of them."""
    guests: int = 0
    """Guests in both directions."""
    young: int = 0
    """Those of them who are 25 or younger."""
    own: Kr = 0
    """Own money, kronor."""
    other: Kr = 0
    """Project money and other money, kronor."""


@dataclass(frozen=True, kw_only=True)
class TripRow:
    """One trip or visit."""

    number: str
    """"B 2026-02"."""
    place: str
    """The place."""
    days: str
    """"9–12 februari 2026"."""
    form: str
    """"Utgående"."""
    purpose: str
    """What it is for."""
    stage: str
    """"Avslutat"."""
    guests: int = 0
    """How many travel."""
    young: int = 0
    """How many of them are young."""
    quota: str = ""
    """"I kvoten", "Utanför kvoten" or nothing."""
    own: Kr = 0
    """Own money, kronor."""
    other: Kr = 0
    """Other money, kronor."""


@dataclass(frozen=True, kw_only=True)
class TripListFacts(Facts):
    """The visits of a mandate period; `made_on` is the day it is printed."""

    first_year: int
    """First calendar year."""
    last_year: int
    """Last calendar year."""
    committee: str = "internationella kommittén"
    """The committee, in the middle of a sentence."""
    places: tuple[TripPlaceRow, ...] = ()
    """The places, the nearest first."""
    trips: tuple[TripRow, ...] = ()
    """The visits, by first day."""
    digital_percent: int | None = None
    """Share of contacts that were digital; None of nothing."""
    youth_percent: int | None = None
    """Share of guests who are 25 or younger; None of nothing."""
    missing_days: int = 0
    """Visits without days: they stand in the list but count in no year."""
    cited: str = ""
    """Paragraph of the guideline for the quota, or empty."""
