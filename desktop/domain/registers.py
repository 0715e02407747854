"""The registers: the office, the committee, places, associations, guideline, budget."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.applicants import ApplicantKind, SchoolForm
from desktop.domain.budgeting import Purpose
from desktop.domain.phases import AccountKind, Channel, PlaceKind, WindowSide
from desktop.domain.record import Record
from desktop.domain.units import EntityId, Kr


@dataclass(frozen=True, kw_only=True)
class Office(Record):
    """The municipality and the office that writes the letters; one row, id 1."""

    municipality: str
    """Short name, "Piteå"."""
    full_name: str
    """Name in letters, "Piteå kommun"."""
    code: str = ""
    """The four digits of the municipality, "2581"; decides the court."""
    department: str = ""
    """Förvaltning, in the letterhead."""
    board: str = "kommunstyrelsen"
    """The board on whose behalf the officer decides, in the middle of a sentence."""
    organisation_number: str = ""
    """NNNNNN-NNNN, in the foot of letters."""
    address: str = ""
    """Street or box."""
    postcode: str = ""
    """Five digits, written "941 85"."""
    city: str = ""
    """Postal town."""
    phone: str = ""
    """Phone in the foot of letters."""
    email: str = ""
    """E-mail in the foot of letters."""
    website: str = ""
    """Where the digital notice board is."""
    court: str = ""
    """Administrative court, "Förvaltningsrätten i Luleå"."""
    court_address: str = ""
    """Its postal address."""
    court_checked: date | None = None
    """The day somebody checked court and address."""
    copies_to: str = ""
    """Who gets copies of decisions, "Ekonomienheten. Registrator."."""
    coding: str = ""
    """Accounting string of payment orders, free text."""
    coat_id: EntityId | None = None
    """The document row with the coat of arms as a picture."""
    window_side: WindowSide = WindowSide.LEFT
    """Where the envelopes' window is: at the left (v2) or at the right (h2)."""
    window_left: int = 25
    """The address from the paper's left edge, millimetres; 10 to 150."""
    window_top: int = 47
    """The first line of the address from the paper's top, millimetres; 30 to 90."""
    fold_mark: bool = False
    """True for a small mark where the paper is folded."""
    fold_at: int = 105
    """The fold from the paper's top, millimetres; 70 to 230."""


@dataclass(frozen=True, kw_only=True)
class Officer(Record):
    """The delegate who decides: the international coordinator or her substitute."""

    name: str
    """Full name."""
    title: str
    """Title in letters, "internationell samordnare"."""
    delegation: str = ""
    """Delegation reference, "kommunstyrelsens delegationsordning, punkt 4.7"."""


@dataclass(frozen=True, kw_only=True)
class Member(Record):
    """A member of the committee, which is heard and never decides (P9)."""

    name: str
    """Full name."""
    role: str
    """Role, "kommunstyrelsens ordförande"."""
    place_in_list: int = 0
    """Order on the committee sheet."""


@dataclass(frozen=True, kw_only=True)
class GuidelineVersion(Record):
    """An adopted guideline, kept whole in the register and never edited (P1)."""

    municipality: str
    """The key of the municipality, "pitea"."""
    title: str
    """"Riktlinjer för internationellt arbete"."""
    body: str
    """The body that adopted it, "Kommunstyrelsen"."""
    adopted_on: date
    """The day of adoption."""
    paragraph: str
    """The § of the minutes, "§ 164"."""
    dnr: str
    """Reference number of the guideline's own case."""
    valid_from: date
    """The first day it is followed."""
    valid_to: date | None
    """The last day it says it is valid; None when it says none."""
    text: str
    """The guideline as canonical JSON; guideline.parse reads it."""
    adopted_known: bool = True
    """False when its text names no day of adoption; `adopted_on` is its first day then."""


@dataclass(frozen=True, kw_only=True)
class Place(Record):
    """A town the municipality cooperates with (samverkansort)."""

    name: str
    """"Grindavík"."""
    kind: PlaceKind = PlaceKind.TWIN_TOWN
    """Twin town, partnership or other."""
    country: str = ""
    """Swedish name of the country."""
    distance_km: int | None = None
    """As the crow flies, kilometres."""
    since: int | None = None
    """Year the cooperation began."""
    council_on: date | None = None
    """Day of the council's decision."""
    council_paragraph: str = ""
    """§ of the council's decision."""
    note: str = ""
    """Free text."""
    destination: bool = False
    """True for a town only known as where a school's exchange goes or comes from."""


@dataclass(frozen=True, kw_only=True)
class Association(Record):
    """An applicant: an association (vänortsförening), or a school of the exchange fund."""

    name: str
    """Registered name."""
    organisation_number: str = ""
    """NNNNNN-NNNN, or empty: many small associations have none."""
    contact: str = ""
    """Name of the contact person."""
    email: str = ""
    """The contact's e-mail."""
    phone: str = ""
    """The contact's phone."""
    address: str = ""
    """Street or box."""
    postcode: str = ""
    """Five digits, written "941 00"."""
    city: str = ""
    """Postal town."""
    account_kind: AccountKind | None = None
    """Bankgiro or plusgiro, as the association says."""
    account: str = ""
    """The account number as printed, "5402-9681"."""
    account_source: str = ""
    """What the account number was taken from, with its day (payment fraud)."""
    year_end: str = "12-31"
    """Last day of the financial year, MM-DD (P8)."""
    note: str = ""
    """Free text."""
    kind: ApplicantKind = ApplicantKind.ASSOCIATION
    """Association, municipal school or independent school (S2)."""
    school_form: SchoolForm | None = None
    """Compulsory, upper-secondary or other school; None for an association."""
    outside: bool = False
    """True for a school that does not lie in the municipality."""
    principal: str = ""
    """Name of the school's principal, who the money is paid to (S5)."""
    account_string: str = ""
    """Accounting string (kontosträng) of a municipal school, as it is printed (S5)."""


@dataclass(frozen=True, kw_only=True)
class AssociationPlace(Record):
    """An association works for the cooperation with a place."""

    association_id: EntityId
    """The association."""
    place_id: EntityId
    """The place."""


@dataclass(frozen=True, kw_only=True)
class AnnualReport(Record):
    """An association's annual report (verksamhetsberättelse) for one financial year (P8)."""

    association_id: EntityId
    """The association."""
    year_end: date
    """Last day of the financial year it is about."""
    received_on: date
    """The day it came in."""
    channel: Channel
    """How it came in."""
    document_id: EntityId | None = None
    """The file, when there is one."""


@dataclass(frozen=True, kw_only=True)
class BudgetPeriod(Record):
    """The frame over a mandate period (P2)."""

    first_year: int
    """First calendar year, 2023."""
    last_year: int
    """Last calendar year, 2026."""
    frame: Kr
    """The frame in kronor."""


@dataclass(frozen=True, kw_only=True)
class BudgetYear(Record):
    """The plan for one year of the period."""

    period_id: EntityId
    """The period."""
    year: int
    """Calendar year."""
    plan: Kr
    """Planned in kronor."""


@dataclass(frozen=True, kw_only=True)
class BudgetEntry(Record):
    """A dated movement of the frame or a cost of the municipality's own (P2)."""

    period_id: EntityId
    """The period."""
    day: date
    """The day it counts from."""
    kind: str
    """"movement" adds to the frame (or takes, when negative); "own_cost" uses it."""
    amount: Kr
    """Kronor; a movement may be negative, a cost is positive."""
    reference: str
    """Decision reference of a movement, or what the cost was for."""
    purpose: Purpose = Purpose.OTHER
    """What a cost is for; a movement keeps "other"."""


@dataclass(frozen=True, kw_only=True)
class LetterText(Record):
    """A wording of a letter, or of a text that letters share (brevtext), adopted from a day on.

    The wording that comes with the program is version 0 and has no row.
    """

    name: str
    """What it words: "decision_granted", "conditions", "appeal"."""
    version: int
    """1, 2, 3 … for each name."""
    text: str = ""
    """The wording as TOML; empty when the program's own text is followed again."""
    adopted_on: date
    """The day somebody adopted it."""
    valid_from: date
    """The first day that papers are worded by it."""
    note: str = ""
    """Why, and what was let through all the same."""
    officer: str = ""
    """Who adopted it."""


@dataclass(frozen=True, kw_only=True)
class Reason(Record):
    """A reason in the editable library that decision letters pick from."""

    key: str
    """Short key, unique: "cap_per_place"."""
    title: str
    """What the list of reasons shows."""
    text: str
    """The sentence in the letter, with {placeholders}."""
    outcomes: tuple[str, ...] = ()
    """Outcomes it can be used for; empty means all."""
    schemes: tuple[str, ...] = ()
    """Schemes it can be used for; empty means all."""
    rule: str = ""
    """The id of the rule whose lowering or stop proposes it."""
