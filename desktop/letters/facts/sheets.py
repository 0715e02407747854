"""What the committee sheet and the delegation list say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.registers import GuidelineVersion
from desktop.domain.units import Kr
from desktop.letters.content import Pot
from desktop.letters.facts.letter import Facts


@dataclass(frozen=True, kw_only=True)
class ProposalRow:
    """One application on the committee sheet."""

    applicant: str
    """Name of the applicant."""
    about: str
    """Grey words: "Aktivitetsbidrag, Kandalaksja. Dansens dag."."""
    deciding: str = ""
    """What decides the sum: "Kostnader 9 000 minus annat 4 000 avgör."."""
    deviation: str = ""
    """Written reason when the proposal departs from the rules; printed in bold."""
    asked: Kr
    """Sum asked for."""
    proposal: Kr
    """Sum proposed; 0 proposes rejection."""
    rule: str = ""
    """Id of the rule that decides, "P5"."""


@dataclass(frozen=True, kw_only=True)
class PotRow:
    """The pots of one place."""

    place: str
    """The place."""
    pots: tuple[Pot | None, ...]
    """One for each of the sheet's schemes."""


@dataclass(frozen=True, kw_only=True)
class CommitteeFacts(Facts):
    """The committee sheet of a consultation round; `made_on` is the day it is sent."""

    number: str
    """The round, "3/2026"."""
    meets_on: date | None = None
    """The day the committee is to be heard; None while unknown."""
    year: int
    """The year of the pots."""
    committee: str = "internationella kommittén"
    """The committee, in the middle of a sentence."""
    rows: tuple[ProposalRow, ...]
    """The applications, at least one."""
    schemes: tuple[str, ...] = ()
    """Names of the schemes with pots, "Grundbidrag"; up to three."""
    pots: tuple[PotRow, ...] = ()
    """The pots after the proposals."""
    frame_before: Kr | None = None
    """Left of the period's frame before the proposals; None when there is no frame."""
    frame_after: Kr | None = None
    """Left after them."""
    members: tuple[tuple[str, str], ...] = ()
    """Name and role of each member."""
    rules: tuple[tuple[str, str], ...] = ()
    """Id and words of the rules named in the rows."""
    guideline: GuidelineVersion
    """The guideline version that the proposals follow."""
    lapsed: bool = False
    """True when its validity has ended."""


@dataclass(frozen=True, kw_only=True)
class ListedRow:
    """One decision on the delegation list. Neither account nor personal number belongs here."""

    number: str
    """Delegation number, "5/2026"."""
    decided_on: date
    """The day of the decision."""
    dnr: str = ""
    """Reference number."""
    point: str
    """Point of the delegation order, "4.7"."""
    delegate: str
    """Name and title of the delegate."""
    party: str
    """The applicant."""
    matter: str
    """Scheme, year, place and purpose."""
    decision: str
    """What was decided: "Delvis bifall"."""
    granted: Kr
    """Sum granted; 0 for none."""
    reclaimed: Kr = 0
    """Sum claimed back; 0 for a decision on a grant."""


@dataclass(frozen=True, kw_only=True)
class DelegationListFacts(Facts):
    """The list of delegated decisions for the board; `made_on` is the day it is drawn up."""

    number: str
    """Running number of the list, "2/2026"."""
    first_on: date
    """First day of the period."""
    last_on: date
    """Last day of the period."""
    meeting_on: date | None = None
    """The board's meeting, when it is known."""
    paragraph: str = ""
    """§ of the minutes, when it is known: "§ 201"."""
    rows: tuple[ListedRow, ...]
    """The decisions by day and number; none gives a list that says so."""
