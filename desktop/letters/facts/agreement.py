"""What a cost-sharing agreement for signature says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.cost_types import CostType
from desktop.domain.visit_words import CeilingUnit, Payer
from desktop.letters.facts.letter import Facts


@dataclass(frozen=True, kw_only=True)
class ShareRow:
    """Who pays one kind of cost."""

    cost_type: CostType
    """The kind of cost."""
    payer: Payer
    """Who pays."""
    guest_share: int = 50
    """The guest's per cent of what is shared."""
    ceiling_ore: int | None = None
    """The most, öre for each unit."""
    ceiling_unit: CeilingUnit = CeilingUnit.NONE
    """What the ceiling is counted for."""
    note: str = ""
    """Free text; words after // are the English ones."""


@dataclass(frozen=True, kw_only=True)
class Signing:
    """One of the parties."""

    name: str
    """Legal name."""
    called: str
    """What the agreement calls it: "Piteå"."""
    organisation_number: str = ""
    """Its number, or empty."""
    signatory: str = ""
    """Name and title of who signs; empty leaves a line."""
    authority: str = ""
    """By what right: "kommunstyrelsens delegationsordning, punkt 4.7"."""


@dataclass(frozen=True, kw_only=True)
class AgreementFacts(Facts):
    """A cost-sharing agreement; `made_on` is the day it is drawn up."""

    ours: Signing
    """We."""
    theirs: Signing
    """They."""
    version: int = 1
    """Number of the version with this place."""
    replaced_on: date | None = None
    """Day the replaced agreement was signed; None when nothing is replaced."""
    areas: str = ""
    """What the cooperation is about; words after // are the English ones."""
    arrival_place: str = ""
    """Where the guest's journey ends, in the host's country; empty for the host's town."""
    lines: tuple[ShareRow, ...]
    """Who pays what."""
    valid_from: date | None = None
    """First day; None for the day of the last signature."""
    valid_to: date | None = None
    """Last day; None until notice is given."""
    notice_months: int | None = None
    """Months of notice; None when nothing is said."""
    review_on: date | None = None
    """Day to go through it; None for no such day."""
    prevailing: str = "sv"
    """"sv" or "en": the text that counts when they differ."""
    draft: bool = False
    """True for a draft that is not for signature yet."""
