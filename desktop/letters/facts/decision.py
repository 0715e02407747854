"""What a decision letter says beside what every letter says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.phases import AccountKind, DecisionKind, Outcome
from desktop.domain.units import Kr
from desktop.letters.facts.letter import LetterFacts


@dataclass(frozen=True, kw_only=True)
class Limit:
    """A line of the explained calculation."""

    label: str
    """What limits the sum: "Kostnader 19 000 minus annan finansiering 9 000"."""
    amount: Kr
    """The sum it allows."""
    paragraph: str = ""
    """Where the guideline says so: "Bidrag till föreningar, tredje stycket"."""
    deciding: bool = False
    """True for the line that decided the sum."""


@dataclass(frozen=True, kw_only=True)
class PaymentPlan:
    """How the grant will be paid."""

    account_kind: AccountKind | None = None
    """Bankgiro or plusgiro; None while no account is known, and for an accounting string."""
    account: str = ""
    """The number as printed, "5402-9681", or the accounting string of a municipal school."""
    wanted: str = "vilket bankgiro eller plusgiro pengarna ska till"
    """What is asked for while no account is known, to follow "när vi vet"."""
    missing: tuple[str, ...] = ()
    """What must come in first: "verksamhetsberättelsen för 1 september 2025–31 augusti 2026"."""


@dataclass(frozen=True, kw_only=True)
class Consultation:
    """The committee was heard."""

    held_on: date
    """The day it was heard."""
    number: str = ""
    """The round, "3/2026"."""
    remark: str = ""
    """What the committee said of this case, as a whole sentence; empty prints nothing."""


@dataclass(frozen=True, kw_only=True)
class DecisionFacts(LetterFacts):
    """A decision letter; `made_on` is the day of the decision."""

    number: str
    """Running delegation number, "5/2026"."""
    version: int = 1
    """1 for the first decision in the case, 2 for the one that replaces it …"""
    outcome: Outcome
    """Granted, partly granted, rejected, dismissed or written off."""
    kind: DecisionKind = DecisionKind.FIRST
    """First decision, correction, change, review or after a judgment."""
    replaces: str = ""
    """What it replaces: "beslut 3/2026 den 9 november 2026"; needed unless `kind` is first."""
    ground: str = ""
    """Why it was corrected or changed, whole sentences; needed unless `kind` is first."""
    granted: Kr = 0
    """Sum granted; 0 unless granted or partly granted."""
    reasons: tuple[str, ...] = ()
    """Reasons, a paragraph each; placeholders in them are filled."""
    limits: tuple[Limit, ...] = ()
    """The explained calculation; empty prints none."""
    authority: str = ""
    """Where the guideline lets the officer decide: "Bidrag till föreningar, sjätte stycket"."""
    report_due: date | None = None
    """The explicit day for the report; None when the scheme asks for none."""
    gate: bool = True
    """True when the guideline pays nothing before the annual report is in."""
    payment: PaymentPlan | None = None
    """How it will be paid; needed when money is granted."""
    consultation: Consultation | None = None
    """When the committee was heard."""
    unconsulted: str = ""
    """Why it was not heard, a whole sentence; needed when `consultation` is None."""
    conflict: str = "Jäv har prövats. Ingen som har handlagt ärendet är jävig."
    """What was found of conflicts of interest, whole sentences."""
    deviation: str = ""
    """Written reason for a departure from the computed sum or from a rule; or empty."""
    withdrawn_on: date | None = None
    """The day the application was withdrawn; needed when it is written off."""
    copies_to: str = ""
    """Who gets a copy, "Ekonomienheten. Registrator."; empty takes the office's."""
    board_meeting: date | None = None
    """The board meeting that the decision will be reported to, when it is known."""
    conditions: tuple[str, ...] = ()
    """More conditions of this decision, a sentence each."""
    board: str = ""
    """The board that has decided itself; empty when the officer decides."""
    paragraph: str = ""
    """§ of that board's minutes, "§ 84"."""
    principal: str = ""
    """The principal a school is paid to; empty for an association."""
