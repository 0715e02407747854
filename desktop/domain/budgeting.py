"""Money set aside, distributions that are tried, and own reminders with their lead times."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.record import Record
from desktop.domain.text import Text, say
from desktop.domain.units import EntityId, Kr


class Purpose(StrEnum):
    """What money of the frame is for; the words are in PURPOSE_WORDS."""

    GRANTS = "grants"
    TRIPS = "trips"
    HOSTING = "hosting"
    MEMBERSHIPS = "memberships"
    OTHER = "other"


PURPOSE_WORDS: dict[Purpose, Text] = {
    Purpose.GRANTS: say("Bidrag"),
    Purpose.TRIPS: say("Resor"),
    Purpose.HOSTING: say("Värdskap"),
    Purpose.MEMBERSHIPS: say("Medlemskap"),
    Purpose.OTHER: say("Övrigt"),
}


@dataclass(frozen=True, kw_only=True)
class Allocation(Record):
    """Part of the frame that is set aside for a purpose (P3); one for each purpose and year."""

    period_id: EntityId
    """The period whose frame it is part of."""
    year: int | None = None
    """The year it is for; None for the whole period."""
    purpose: Purpose
    """What it is for."""
    amount: Kr
    """Set aside, kronor."""


@dataclass(frozen=True, kw_only=True)
class WhatIf(Record):
    """A named distribution of the money among pending cases: tried, never decided."""

    name: str
    """What it is called: "Rum för Palmbladet"."""
    year: int
    """Grant year of its cases."""
    adopted_on: date | None = None
    """The day it became the proposals; it is not changed after that."""
    note: str = ""
    """Free text."""


@dataclass(frozen=True, kw_only=True)
class WhatIfRow(Record):
    """The sum of one case in a distribution."""

    what_if_id: EntityId
    """The distribution."""
    case_id: EntityId
    """The case."""
    amount: Kr
    """The sum tried, kronor."""


@dataclass(frozen=True, kw_only=True)
class Note(Record):
    """Something to remember on a day (egen bevakning)."""

    day: date
    """The day."""
    text: str
    """What to remember."""
    subject: str = ""
    """What it is about: "case:3", "place:1"; empty for nothing."""
    done_on: date | None = None
    """The day it was done; None while it waits."""


@dataclass(frozen=True, kw_only=True)
class LeadTime(Record):
    """How long before its day a kind of deadline is called for, when somebody has changed it."""

    kind: str
    """Kind of deadline, "report"."""
    days: int
    """Days before its day, 0–999."""
