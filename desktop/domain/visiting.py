"""Visits between the places, and the agreements on who pays what (P10–P14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.cost_types import CostType
from desktop.domain.record import Record
from desktop.domain.units import EntityId
from desktop.domain.visit_words import (
    AgreementState,
    CeilingUnit,
    Funding,
    Party,
    Payer,
    PeopleRole,
    Side,
    VisitForm,
    VisitStage,
)


@dataclass(frozen=True, kw_only=True)
class Agreement(Record):
    """A cost-sharing agreement (överenskommelse om kostnadsfördelning) with one place (P12).

    The terms never change once it is signed: a new version is a new row that names this one.
    """

    place_id: EntityId
    """The place."""
    state: AgreementState = AgreementState.DRAFT
    """What has been done with it."""
    counterpart: str = ""
    """Legal name of the other party, "Grindavíkurbær"."""
    our_signatory: str = ""
    """Who signs for the municipality, with title."""
    their_signatory: str = ""
    """Who signs for the other party, with title."""
    signed_on: date | None = None
    """The day the last party signed."""
    valid_from: date | None = None
    """First day; obligatory once signed."""
    valid_to: date | None = None
    """Last day by its own words; None for no end."""
    notice_months: int | None = None
    """Months of notice, 0 to 120; None when it says nothing of notice (U3)."""
    review_on: date | None = None
    """The day it is to be looked over."""
    rests_from: date | None = None
    """The day it became dormant or paused; None while it does not rest."""
    terminated_on: date | None = None
    """The day notice was given."""
    ends_on: date | None = None
    """The last day after notice, or by what both agreed on."""
    end_reason: str = ""
    """Why it was ended, dormant or paused."""
    arrival_place: str = ""
    """Agreed place of arrival in the host's country; the guest travels to and from it."""
    prevailing: str = "sv"
    """The language that prevails when the texts differ: "sv" or "en"."""
    original_at: str = ""
    """Where the signed paper lies."""
    document_id: EntityId | None = None
    """The scan of the signed text."""
    replaces_id: EntityId | None = None
    """The version that this one replaces from its first day."""
    areas: str = ""
    """What the cooperation is about, free text."""
    note: str = ""
    """Free text."""


@dataclass(frozen=True, kw_only=True)
class AgreementLine(Record):
    """Who pays one kind of cost; fixed once the agreement is signed."""

    agreement_id: EntityId
    """The agreement."""
    cost_type: CostType
    """The kind of cost; once in an agreement."""
    payer: Payer
    """Who pays it."""
    guest_share: int = 50
    """The guest's per cent of a shared cost, 0 to 100."""
    ceiling_ore: int | None = None
    """The most, in öre for each unit; None for no ceiling."""
    ceiling_unit: CeilingUnit = CeilingUnit.NONE
    """What the ceiling is counted for; a night and a day are for one guest."""
    note: str = ""
    """Free text, "ungdomsgrupp i värdfamilj"."""


@dataclass(frozen=True, kw_only=True)
class Visit(Record):
    """A visit from idea to settlement, or a digital contact, which is closed at once (P10–P14)."""

    number: str
    """"B 2026-02", running in a year; digital contacts have their own row, "D 2026-11"."""
    form: VisitForm
    """Incoming, outgoing or digital."""
    guideline_id: EntityId
    """The guideline version in force when it was registered."""
    stage_since: date
    """The day the stage began."""
    stage: VisitStage = VisitStage.IDEA
    """Where it stands."""
    place_id: EntityId | None = None
    """The place; None for a town that is not registered."""
    elsewhere: str = ""
    """The other party when the place is not registered."""
    purpose: str = ""
    """What it is for (P11)."""
    areas: tuple[str, ...] = ()
    """Keys of the guideline's goals that it serves."""
    agenda_goals: tuple[str, ...] = ()
    """Numbers of Agenda 2030 goals, "1" to "17"."""
    why_not_digital: str = ""
    """Why a digital meeting is not enough (P10)."""
    starts_on: date | None = None
    """First day; a trip is counted by it (P13)."""
    ends_on: date | None = None
    """Last day."""
    bearer: str = ""
    """The board that bears the costs (P14), "kommunstyrelsen"."""
    funding: Funding = Funding.OWN
    """Where our money comes from."""
    project: str = ""
    """Name of the project that pays."""
    approved_on: date | None = None
    """The day the purpose was approved."""
    approved_by: str = ""
    """The officer who approved it."""
    approval_reason: str = ""
    """Written reason for going on where a rule stops and leaves room."""
    agreement_id: EntityId | None = None
    """The agreement in force on its first day; frozen when it is carried out."""
    distance_km: int | None = None
    """Kilometres to the place when it was carried out, as the crow flies."""
    report_counted_on: date | None = None
    """The report day that the months give."""
    report_due_on: date | None = None
    """The report day that counts, after weekends and holidays."""
    reported_on: date | None = None
    """The day the report came in."""
    outcome: str = ""
    """What it gave."""
    lessons: str = ""
    """What to do otherwise."""
    settled_on: date | None = None
    """The day the costs were settled; they are fixed since then."""
    deviation: str = ""
    """Why the settlement deviates from the agreement."""
    closed_on: date | None = None
    """The day it was closed."""
    cancelled_on: date | None = None
    """The day it was cancelled."""
    cancel_reason: str = ""
    """Why."""
    note: str = ""
    """Free text."""


@dataclass(frozen=True, kw_only=True)
class VisitPeople(Record):
    """One or more who take part: number and age group; a name only for an adult in service."""

    visit_id: EntityId
    """The visit."""
    side: Side
    """Guest or host."""
    role: PeopleRole
    """Why they take part."""
    name: str = ""
    """Name of one adult in service; empty for everybody else."""
    under_13: int = 0
    """How many are younger than 13."""
    aged_13_17: int = 0
    """How many are 13 to 17."""
    aged_18_25: int = 0
    """How many are 18 to 25."""
    aged_26: int = 0
    """How many are 26 or older."""

    @property
    def count(self) -> int:
        """How many they are."""
        return self.under_13 + self.aged_13_17 + self.aged_18_25 + self.aged_26

    @property
    def young(self) -> int:
        """How many are 25 or younger (U5)."""
        return self.count - self.aged_26


@dataclass(frozen=True, kw_only=True)
class VisitCost(Record):
    """One cost of a visit: planned, and then real, in the currency it was paid."""

    visit_id: EntityId
    """The visit."""
    cost_type: CostType
    """The kind of cost."""
    detail: str = ""
    """How it is counted: "6 gäster × 3 nätter × 950 kr"."""
    planned_ore: int | None = None
    """Planned, in öre; None when it was not planned."""
    amount: int | None = None
    """Paid, in the smallest unit of the currency; None until it is known."""
    currency: str = "SEK"
    """Three letters, a key of currency.CURRENCIES."""
    rate: str = ""
    """Kronor for one unit of the currency, "0.0750"; empty for SEK."""
    rate_on: date | None = None
    """The day the rate is of."""
    sek_ore: int | None = None
    """Paid, in öre: amount × rate, half an öre up."""
    paid_by: Party | None = None
    """Who paid; None until it is known."""
    payer: Party | None = None
    """Who should pay when it deviates from the agreement; None follows the agreement."""
    quantity: int | None = None
    """Units for the ceiling (guest nights, guest days, persons, items); None counts them."""
    bearer: str = ""
    """The board that bears our part (P14)."""
    source: Funding = Funding.OWN
    """Where the money comes from."""
    unrecovered: bool = False
    """True for a cost of a cancelled visit that could not be got back."""
    note: str = ""
    """Free text."""


@dataclass(frozen=True, kw_only=True)
class VisitDay(Record):
    """One line of the programme."""

    visit_id: EntityId
    """The visit."""
    day: date
    """The day."""
    text: str
    """What happens."""


@dataclass(frozen=True, kw_only=True)
class VisitExtension(Record):
    """A later report day for a visit, with its reason."""

    visit_id: EntityId
    """The visit."""
    old_on: date
    """The day that counted before."""
    new_on: date
    """The new day."""
    reason: str
    """Why."""
    day: date
    """When it was given."""
