"""What the letters about the report on an activity say: reminded, overdue, extended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.units import Kr
from desktop.letters.facts.letter import LetterFacts


@dataclass(frozen=True, kw_only=True)
class ReportFacts(LetterFacts):
    """What every letter about a report says of the grant."""

    number: str
    """Delegation number of the decision, "5/2026"."""
    decided_on: date
    """The day of the decision."""
    granted: Kr
    """Sum granted."""


@dataclass(frozen=True, kw_only=True)
class ReminderFacts(ReportFacts):
    """A reminder of a report whose day has not passed."""

    due_on: date
    """The last day."""


@dataclass(frozen=True, kw_only=True)
class OverdueFacts(ReportFacts):
    """A reminder of a report whose day has passed; `made_on` is after `due_on`."""

    paid: Kr = 0
    """Sum paid and not paid back; 0 when nothing has been paid."""
    due_on: date
    """The day it should have come in."""
    reminded_on: tuple[date, ...] = ()
    """The days of earlier reminders, oldest first."""
    answer_by: date
    """The new last day."""


@dataclass(frozen=True, kw_only=True)
class ExtensionFacts(ReportFacts):
    """A later report day."""

    old_on: date
    """The day that counted before."""
    new_on: date
    """The new last day."""
    reason: str
    """Why, in the officer's words."""
