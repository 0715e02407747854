"""What the proposal to a board that decides itself says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.phases import Outcome
from desktop.domain.units import Kr
from desktop.letters.facts.decision import Limit
from desktop.letters.facts.letter import LetterFacts


@dataclass(frozen=True, kw_only=True)
class Cost:
    """A line of the applicant's budget."""

    label: str
    """What it is for."""
    amount: Kr
    """Kronor."""


@dataclass(frozen=True, kw_only=True)
class Checked:
    """What one rule says of the application."""

    status: str
    """How it stands: "Uppfylld", "Sänker", "Stoppar"."""
    title: str
    """The rule's name."""
    value: str
    """What the application has."""
    limit: str
    """What the rule asks for."""
    paragraph: str
    """Where the rule stands."""


@dataclass(frozen=True, kw_only=True)
class BoardProposalFacts(LetterFacts):
    """A proposal to the board (tjänsteskrivelse); `made_on` is the day it is written."""

    outcome: Outcome
    """What is proposed: granted, partly granted or rejected."""
    proposal: Kr
    """Sum proposed; 0 proposes rejection."""
    meeting_on: date | None = None
    """The meeting it is written for, when it is known."""
    about: str = ""
    """Type of application: "Praktik eller gymnasiearbete utomlands"."""
    pupils: int = 0
    """How many pupils take part."""
    staff: int = 0
    """How many of the staff go with them."""
    aims: str = ""
    """What the exchange is to lead to."""
    theme: str = ""
    """What it is about."""
    costs: tuple[Cost, ...] = ()
    """The detailed budget."""
    checked: tuple[Checked, ...] = ()
    """What the rules say, in their order."""
    limits: tuple[Limit, ...] = ()
    """The explained calculation; empty prints none."""
    assessment: tuple[str, ...] = ()
    """The officer's assessment, a paragraph each; empty prints none."""
