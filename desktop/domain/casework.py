"""The case: application, completion, consultation, decision, letter, payment, report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.phases import (
    AccountKind,
    Answer,
    Channel,
    DecisionKind,
    Outcome,
    PaymentState,
    Phase,
    ReclaimState,
    ReportState,
)
from desktop.domain.record import Record
from desktop.domain.units import EntityId, Kr


@dataclass(frozen=True, kw_only=True)
class Case(Record):
    """One application for one grant, for one place and one year."""

    number: str
    """Running number, "2026-014"."""
    association_id: EntityId
    """The applicant."""
    place_id: EntityId
    """The place the grant is about."""
    scheme: str
    """Key of the scheme in the guideline."""
    year: int
    """Grant year: the year the money is for, entered."""
    guideline_id: EntityId
    """The guideline version in force on the arrival day."""
    phase: Phase = Phase.RECEIVED
    """Where it stands."""
    phase_since: date
    """The day the phase began."""
    dnr: str = ""
    """Reference number from the registrar, free text."""
    unconsulted: str = ""
    """The written reason why the committee was not heard; empty when it was or will be."""
    declined_on: date | None = None
    """The day the recipient declined the grant; frees pot and budget."""
    declined_note: str = ""
    """How the recipient declined."""


@dataclass(frozen=True, kw_only=True)
class Application(Record):
    """What the applicant wrote: one frozen version; a completion makes the next."""

    case_id: EntityId
    """The case."""
    version: int
    """1, 2, 3 …"""
    came_on: date
    """The day it reached the office."""
    channel: Channel
    """How it came."""
    arrived_on: date
    """Arrival day by 22 § förvaltningslagen, or overridden with a note."""
    arrival_note: str = ""
    """Why the arrival day was overridden."""
    asked: Kr
    """Sum asked for, kronor."""
    purpose: str = ""
    """What the money is for, as it is to stand in the letter."""
    starts_on: date | None = None
    """First day of the activity."""
    ends_on: date | None = None
    """Last day of the activity (P7)."""
    costs: Kr | None = None
    """Costs of the activity, kronor (P5)."""
    other_funding: Kr | None = None
    """Funding from elsewhere, kronor (P5)."""
    goals: tuple[str, ...] = ()
    """Keys of the guideline's goals it serves (P6)."""
    application_type: str = ""
    """Key of the scheme's type of application (S3); empty where the scheme has none."""
    pupils: int | None = None
    """How many pupils take part; numbers, never names."""
    staff: int | None = None
    """How many of the staff go with them."""
    aims: str = ""
    """What the exchange is to lead to (S4)."""
    theme: str = ""
    """What it is about (S4)."""
    work_before: str = ""
    """Activities before the journey, in order (S4)."""
    work_during: str = ""
    """Activities during it (S4)."""
    work_after: str = ""
    """Activities after it (S4)."""
    support: str = ""
    """How pupils in practice abroad are supported (S4)."""
    participants: int | None = None
    """How many take part, where a rule counts them; numbers, never names."""
    participant_days: int | None = None
    """Days that each of them takes part; None where the activity's own days are counted."""


@dataclass(frozen=True, kw_only=True)
class BudgetLine(Record):
    """A line of the detailed budget of one version of an application (S4)."""

    application_id: EntityId
    """The version of the application."""
    place_in_list: int
    """1, 2, 3 … as the school wrote them."""
    cost_type: str
    """Key of the type of cost, "travel"."""
    detail: str = ""
    """What it is for: "tåg Skellefteå–Pardubice, 14 biljetter"."""
    amount: Kr
    """Kronor."""


@dataclass(frozen=True, kw_only=True)
class Document(Record):
    """A file or letter kept in the register; its bytes lie beside it and never change."""

    kind: str
    """"application", "annual_report", "report", "attachment", "coat" or a letter's kind."""
    title: str
    """What the list of documents shows."""
    name: str
    """File name made from our own ids."""
    media: str
    """Media type, "application/pdf"."""
    sha256: str
    """Hexadecimal digest of the bytes."""
    size: int
    """Number of bytes."""
    made_on: date
    """The day it came in or was drawn up."""
    case_id: EntityId | None = None
    """The case it belongs to."""
    subject: str = ""
    """Other thing it belongs to: "association:3", "round:2", "list:4"."""
    outgoing: bool = False
    """True for a letter of ours."""


@dataclass(frozen=True, kw_only=True)
class Completion(Record):
    """A request for what is missing in an application."""

    case_id: EntityId
    """The case."""
    asked_on: date
    """The day it was asked for."""
    due_on: date
    """Last day to answer."""
    items: str
    """What is missing, one item a line."""
    document_id: EntityId | None = None
    """The letter."""
    received_on: date | None = None
    """The day it came in."""
    ended_reason: str = ""
    """Why the case went on without it."""


@dataclass(frozen=True, kw_only=True)
class Round(Record):
    """A consultation round with the committee (samrådsomgång, P9)."""

    number: int
    """Running number of the year."""
    year: int
    """Calendar year."""
    opened_on: date
    """The day it was opened."""
    sent_on: date | None = None
    """The day the sheet was drawn up."""
    document_id: EntityId | None = None
    """The committee sheet as it went out last."""
    held_on: date | None = None
    """The day the committee was heard; the round is closed then."""
    form: str = ""
    """"meeting", "email" or "phone"."""
    note: str = ""
    """What was said for the whole round."""


@dataclass(frozen=True, kw_only=True)
class RoundCase(Record):
    """A case in a consultation round, with the sum proposed."""

    round_id: EntityId
    """The round."""
    case_id: EntityId
    """The case."""
    proposal: Kr
    """Proposed and reserved, kronor; 0 proposes rejection."""
    deviation: str = ""
    """Written reason when the proposal deviates from the computed sum."""
    outcome: str = ""
    """What the committee said of this case; empty is no objection."""


@dataclass(frozen=True, kw_only=True)
class RoundMember(Record):
    """What one committee member answered in a round."""

    round_id: EntityId
    """The round."""
    name: str
    """Name on the day of the round."""
    role: str
    """Role on the day of the round."""
    answer: Answer
    """Heard, silent or disqualified."""


@dataclass(frozen=True, kw_only=True)
class Decision(Record):
    """One version of the decision in a case; never changed after it is made."""

    case_id: EntityId
    """The case."""
    version: int
    """1, 2, 3 …"""
    number: int
    """Delegation number of the year."""
    year: int
    """The year of the number."""
    kind: DecisionKind = DecisionKind.FIRST
    """First, correction, change, review, after court."""
    outcome: Outcome
    """Granted, partly granted, rejected, dismissed, written off."""
    asked: Kr
    """Sum asked for."""
    granted: Kr
    """Sum granted; 0 unless granted or partly granted."""
    currency: str = "SEK"
    """Always SEK for grants."""
    decided_on: date
    """The day of the decision."""
    officer: str
    """Name of the officer who decided."""
    officer_title: str
    """Title on that day."""
    delegation: str
    """Delegation reference on that day."""
    guideline_id: EntityId
    """The version that was followed."""
    round_id: EntityId | None = None
    """The round in which the committee was heard."""
    replaces_id: EntityId | None = None
    """The decision it replaces."""
    ground: str = ""
    """Ground for a correction, change or review."""
    deviation: str = ""
    """Written reason when the sum deviates from the computed one or from a rule."""
    pot: str
    """Pot the grant is taken from: "base_grant:2:2026"."""
    pot_cap: Kr
    """What the pot holds."""
    due_on: date | None = None
    """Report day printed in the letter."""
    snapshot: str
    """Findings, calculation, reasons, conditions and recipient as JSON, as they were."""
    document_id: EntityId
    """The letter, drawn up in the same transaction."""
    board: str = ""
    """The board that decided itself, "kommunstyrelsen"; empty when the officer decided."""
    paragraph: str = ""
    """§ of that board's minutes, "§ 84"; empty when the officer decided."""

    @property
    def cited(self) -> str:
        """How it is named: the board's paragraph "§ 84/2026", or the delegation number "5/2026"."""
        return f"{self.paragraph or self.number}/{self.year}"


@dataclass(frozen=True, kw_only=True)
class BoardNotice(Record):
    """The notice board announced the minutes in which the board itself decided."""

    decision_id: EntityId
    """The decision."""
    announced_on: date
    """The day; starts the appeal time."""


@dataclass(frozen=True, kw_only=True)
class Dispatch(Record):
    """A letter left the house."""

    document_id: EntityId
    """The letter."""
    case_id: EntityId
    """Its case."""
    sent_on: date
    """The day it was sent."""
    channel: Channel
    """How it was sent."""
    recipient: str
    """To whom."""
    returned_on: date | None = None
    """The day it came back."""


@dataclass(frozen=True, kw_only=True)
class DecisionList(Record):
    """A delegation list: how decisions are reported to the board (delegationslista)."""

    number: int
    """Running number of the year."""
    year: int
    """Calendar year."""
    made_on: date
    """The day it was drawn up."""
    document_id: EntityId
    """The printed list."""
    meeting_on: date | None = None
    """The board's meeting."""
    paragraph: str = ""
    """§ in the board's minutes; the decisions are reported when it is known."""
    announced_on: date | None = None
    """The day the notice board announced the approved minutes; starts the appeal time."""


@dataclass(frozen=True, kw_only=True)
class ListedDecision(Record):
    """A decision stands on exactly one list."""

    list_id: EntityId
    """The list."""
    decision_id: EntityId
    """The decision."""


@dataclass(frozen=True, kw_only=True)
class ListedReclaim(Record):
    """A decision to claim money back stands on exactly one list."""

    list_id: EntityId
    """The list."""
    reclaim_id: EntityId
    """The reclaim."""


@dataclass(frozen=True, kw_only=True)
class Appeal(Record):
    """An appeal to the administrative court."""

    decision_id: EntityId
    """The decision; the one a reclaim rests on when it is the reclaim that is appealed."""
    reclaim_id: EntityId | None = None
    """The reclaim that is appealed; None when it is the decision."""
    received_on: date
    """The day the office heard of it."""
    settled_on: date | None = None
    """The day the judgment was settled."""
    result: str = ""
    """"upheld" or "annulled"."""


@dataclass(frozen=True, kw_only=True)
class Exemption(Record):
    """A requirement was lifted with a written reason."""

    case_id: EntityId
    """The case."""
    rule: str
    """The rule's id in the guideline, "P8"."""
    reason: str
    """The written reason."""
    day: date
    """The day."""


@dataclass(frozen=True, kw_only=True)
class Payment(Record):
    """A payment; a reversal is a row of its own with a negative sum."""

    case_id: EntityId
    """The case."""
    decision_id: EntityId
    """The decision that granted the money."""
    amount: Kr
    """Kronor; negative in a reversal."""
    currency: str = "SEK"
    """Always SEK for grants."""
    state: PaymentState = PaymentState.PLANNED
    """Planned, ready, handed to finance, paid, reversed, cancelled."""
    account_kind: AccountKind | None = None
    """The account as it was when the payment was released."""
    account: str = ""
    """The number as it was when the payment was released."""
    released_on: date | None = None
    """The day the gate was found open."""
    handed_on: date | None = None
    """The day the order went to finance."""
    paid_on: date | None = None
    """The day finance paid."""
    reverses_id: EntityId | None = None
    """The payment this row reverses."""
    reason: str = ""
    """Why it was reversed or cancelled."""
    document_id: EntityId | None = None
    """The payment order."""


@dataclass(frozen=True, kw_only=True)
class Report(Record):
    """The report on an activity (P7)."""

    case_id: EntityId
    """The case."""
    ended_on: date
    """The day the activity ended."""
    month_on: date
    """One month later, before weekends and holidays; kept for ever."""
    due_on: date
    """The day that counts, after weekends and extensions."""
    state: ReportState = ReportState.AWAITED
    """Awaited, received … approved, deviating, waived, missing."""
    received_on: date | None = None
    """The day it came in."""
    channel: Channel | None = None
    """How it came in."""
    document_id: EntityId | None = None
    """The file."""
    judged_on: date | None = None
    """The day it was judged."""
    deviation: Kr | None = None
    """What was not used as granted, kronor."""
    note: str = ""
    """What the reviewer wrote; the reason when waived or missing."""


@dataclass(frozen=True, kw_only=True)
class Extension(Record):
    """A later report day, with its reason."""

    report_id: EntityId
    """The report."""
    old_on: date
    """The day that counted before."""
    new_on: date
    """The new day."""
    reason: str
    """Why."""
    day: date
    """When it was given."""
    document_id: EntityId | None = None
    """The letter; None for one given before letters were written."""


@dataclass(frozen=True, kw_only=True)
class Reminder(Record):
    """A reminder of a report went out."""

    case_id: EntityId
    """The case."""
    day: date
    """The day."""
    document_id: EntityId
    """The letter."""


@dataclass(frozen=True, kw_only=True)
class Reclaim(Record):
    """Money claimed back: a delegated decision with a number of its own in the yearly series."""

    case_id: EntityId
    """The case."""
    amount: Kr
    """Kronor."""
    reason: str
    """Why."""
    decided_on: date
    """The day it was decided."""
    claimed_on: date | None = None
    """The day the claim was sent."""
    due_on: date | None = None
    """Last day to pay it back, as the letter says."""
    number: int = 0
    """Delegation number of the year; 0 for one before reclaims had letters, or of a board's own."""
    year: int = 0
    """The year of the number."""
    ground: str = ""
    """The condition that was not met, a key of RECLAIM_GROUNDS."""
    heard_on: date | None = None
    """The day the recipient was given the opportunity to comment."""
    pay_to: str = ""
    """Where to pay, as the letter says; empty when an invoice follows."""
    officer: str = ""
    """Name of the officer who decided."""
    officer_title: str = ""
    """Title on that day."""
    delegation: str = ""
    """Delegation reference on that day."""
    document_id: EntityId | None = None
    """The letter, drawn up in the same transaction."""
    state: ReclaimState = ReclaimState.DECIDED
    """Decided, claimed, part paid, paid, written off."""
    ended_reason: str = ""
    """Why it was written off."""
    board: str = ""
    """The board that decided it itself, "kommunstyrelsen"; empty when the officer did."""
    paragraph: str = ""
    """§ of that board's minutes, "§ 90"; empty when the officer decided."""

    @property
    def cited(self) -> str:
        """How it is named: "§ 90/2026", "9/2026"; empty for one before reclaims had letters."""
        return f"{self.paragraph or self.number}/{self.year}" if self.year else ""


@dataclass(frozen=True, kw_only=True)
class Repayment(Record):
    """Money that came back."""

    case_id: EntityId
    """The case."""
    reclaim_id: EntityId | None
    """The reclaim, when there is one."""
    day: date
    """The day it came."""
    amount: Kr
    """Kronor."""


@dataclass(frozen=True, kw_only=True)
class TakenBack(Record):
    """A row that never changes was made by mistake and taken back before it left the house."""

    entity: str
    """The table."""
    row_id: EntityId
    """The row."""


@dataclass(frozen=True, kw_only=True)
class Awaited(Record):
    """Something a case waits for, derived from the case in the same transaction."""

    case_id: EntityId
    """The case."""
    kind: str
    """What is awaited: "report", "completion", "decision", "annual_report" …"""
    since: date
    """Waiting since this day."""
    due_on: date | None = None
    """The last day, when there is one."""
    mine: bool = False
    """True when the coordinator has the next move."""
    from_on: date | None = None
    """Counts only from this day; None: from the start. Time never changes a row."""
    until_on: date | None = None
    """Counts only up to and including this day; None: as long as the row stands."""


@dataclass(frozen=True, kw_only=True)
class Summary(Record):
    """What lists show of a case, derived from the case in the same transaction."""

    case_id: EntityId
    """The case; also the row's id."""
    number: str
    """Case number."""
    applicant: str
    """Name of the association."""
    place: str
    """Name of the place."""
    scheme: str
    """Key of the scheme."""
    scheme_name: str
    """Its name."""
    year: int
    """Grant year."""
    phase: Phase
    """Phase."""
    asked: Kr
    """Asked."""
    proposed: Kr | None
    """Proposed, while undecided."""
    granted: Kr | None
    """Granted; None while undecided."""
    paid: Kr
    """Paid less returned."""
    arrived_on: date
    """Arrival day."""
    outcome: Outcome | None = None
    """Outcome of the standing decision."""
    open: bool = True
    """False when the case is closed."""
