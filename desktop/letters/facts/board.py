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
    kind: str = ""
    """The kind of cost; empty when the label says it."""
    named: bool = True
    """True when the guideline names the kind as an example."""


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
    people: str = ""
    """Who takes part, as numbers: "12 elever, 2 i personalen"."""
    told: tuple[tuple[str, str], ...] = ()
    """What the applicant tells, each with its heading: theme, aims, before, during, after."""
    costs: tuple[Cost, ...] = ()
    """The detailed budget."""
    checked: tuple[Checked, ...] = ()
    """What the rules say, in their order."""
    limits: tuple[Limit, ...] = ()
    """The explained calculation; empty prints none."""
    assessment: tuple[str, ...] = ()
    """The officer's assessment, a paragraph each; empty prints none."""
