"""What the shorter letters of a case say, and the payment order."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.phases import AccountKind
from desktop.domain.units import Kr
from desktop.letters.facts.letter import LetterFacts


@dataclass(frozen=True, kw_only=True)
class ConfirmationFacts(LetterFacts):
    """Confirmation that the application has come in."""

    consulted: bool = True
    """True when the committee will be heard before the decision."""
    board: str = ""
    """The board that will decide itself; empty when the officer does."""
    missing: tuple[str, ...] = ()
    """What is seen to be missing already; empty prints nothing."""


@dataclass(frozen=True, kw_only=True)
class CompletionFacts(LetterFacts):
    """A request for what is missing."""

    items: tuple[str, ...]
    """What is missing, at least one."""
    due_on: date
    """Last day to answer."""


@dataclass(frozen=True, kw_only=True)
class PaymentOrderFacts(LetterFacts):
    """A payment order to the finance unit; the recipient is the payee."""

    number: str
    """Delegation number of the decision, "5/2026"."""
    decided_on: date
    """The day of the decision."""
    granted: Kr
    """Sum granted by the decision."""
    amount: Kr
    """Sum to pay now."""
    account_kind: AccountKind | None
    """Bankgiro or plusgiro; None for the accounting string of a municipal school."""
    account: str
    """The number as printed."""
    account_source: str = ""
    """What the number was taken from, with its day."""
    coding: str = ""
    """Accounting string, free text; empty leaves a line to fill in."""
    gates: tuple[str, ...] = ()
    """What opened the gate: "Verksamhetsberättelse för 2025 kom in den 12 februari 2026."."""
    principal: str = ""
    """The principal that a school's money is paid to; empty for an association."""
    board: str = ""
    """The board that decided itself; empty when the officer did."""
    paragraph: str = ""
    """§ of that board's minutes."""
    attestor: str = ""
    """Who attests; empty leaves a line."""
