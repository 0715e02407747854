"""What a decision to claim money back says beside what every letter says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.phases import ReclaimGround
from desktop.domain.units import Kr
from desktop.letters.facts.letter import LetterFacts


@dataclass(frozen=True, kw_only=True)
class ReclaimFacts(LetterFacts):
    """A decision to claim money back; `made_on` is the day of the decision."""

    number: str
    """Running delegation number, "9/2026"."""
    decision_number: str
    """Delegation number of the decision that granted the money, "5/2026"."""
    decided_on: date
    """The day of that decision."""
    granted: Kr
    """Sum granted."""
    paid: Kr
    """Sum paid."""
    returned: Kr = 0
    """Sum that has come back already."""
    amount: Kr
    """Sum claimed back now."""
    ground: ReclaimGround
    """The condition that was not met."""
    reason: str
    """What has happened, in the officer's words."""
    paragraph: str = ""
    """Where the guideline asks for what was not met: "Bidrag till föreningar, fjärde stycket"."""
    report_due: date | None = None
    """The day the report should have come in; needed when the ground is "report"."""
    reminded_on: tuple[date, ...] = ()
    """The days the association was reminded of the report."""
    heard_on: date | None = None
    """The day it was given the opportunity to comment; None prints nothing."""
    due_on: date
    """Last day to pay."""
    pay_to: str = ""
    """Where to pay: "bankgiro 5402-9681"; empty says that an invoice follows."""
    conflict: str = "Jäv har prövats. Ingen som har handlagt ärendet är jävig."
    """What was found of conflicts of interest, whole sentences."""
    copies_to: str = ""
    """Who gets a copy, "Ekonomienheten. Registrator."; empty takes the office's."""
    board_meeting: date | None = None
    """The board meeting that the decision will be reported to, when it is known."""
