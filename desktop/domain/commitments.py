"""Networks, projects, action plans, bodies, contact persons and governing documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.commitment_words import (
    BodyKind,
    DocumentKind,
    GoalStatus,
    ProjectKind,
    ProjectState,
    ReviewOutcome,
    Verdict,
)
from desktop.domain.record import Record
from desktop.domain.units import EntityId, Kr


@dataclass(frozen=True, kw_only=True)
class Body(Record):
    """A board, office or company of the municipality (verksamhet)."""

    kind: BodyKind
    """Board, office or company."""
    name: str
    """Its name, "Kultur- och fritidskontoret"; once in the register among those in being."""
    parent_id: EntityId | None = None
    """The board that an office works for."""
    e_mail: str = ""
    """Where the yearly form is sent."""
    active_until: date | None = None
    """Its last day; None while it is in being."""
    note: str = ""
    """Free text."""


@dataclass(frozen=True, kw_only=True)
class ContactPerson(Record):
    """Somebody who is the contact of a body for international work (B2); work facts only."""

    body_id: EntityId
    """The body, most often an office."""
    name: str
    """Name."""
    role: str = ""
    """Title or task."""
    e_mail: str = ""
    """Work e-mail."""
    phone: str = ""
    """Work phone."""
    since: date | None = None
    """First day as contact."""
    until: date | None = None
    """Last day as contact; None while it lasts."""


@dataclass(frozen=True, kw_only=True)
class Network(Record):
    """A network or membership (U4, A3)."""

    name: str
    """Its name."""
    purpose: str = ""
    """What the municipality is in it for (U4)."""
    fee: Kr | None = None
    """Fee in kronor a year; None when it is not known, 0 for none."""
    body_id: EntityId | None = None
    """The body that answers for it (A3)."""
    delegates: str = ""
    """Who goes there for the municipality, free text."""
    member_since: date | None = None
    """First day as member."""
    next_review_on: date | None = None
    """The day it is to be reviewed (U4)."""
    left_on: date | None = None
    """Last day as member; None while it lasts."""
    decision: str = ""
    """Who decided to join: "Kommunfullmäktige 2019-05-20 § 87"."""
    areas: tuple[str, ...] = ()
    """Keys of the guideline's goals that it serves."""
    agenda_goals: tuple[str, ...] = ()
    """Numbers of Agenda 2030 goals, "1" to "17"."""
    note: str = ""
    """Free text."""


@dataclass(frozen=True, kw_only=True)
class NetworkActivity(Record):
    """Something done in a network; the latest tells whether we are active (A3)."""

    network_id: EntityId
    """The network."""
    held_on: date
    """The day."""
    text: str
    """What was done."""


@dataclass(frozen=True, kw_only=True)
class NetworkReview(Record):
    """A network was reviewed (U4)."""

    network_id: EntityId
    """The network."""
    held_on: date
    """The day."""
    outcome: ReviewOutcome
    """What it came to."""
    reason: str = ""
    """Why."""
    next_review_on: date | None = None
    """The next review; None when it was left."""


@dataclass(frozen=True, kw_only=True)
class Project(Record):
    """A project: EU, aid or another (A2, U6, B4)."""

    name: str
    """Its name; visits point at it by name."""
    kind: ProjectKind
    """EU, aid or another."""
    purpose: str = ""
    """What it is for."""
    planned_development: str = ""
    """How it is linked to the planned development, and to which plan (A2)."""
    programme: str = ""
    """The programme or fund that pays, "Erasmus+"."""
    dnr: str = ""
    """Reference number."""
    body_id: EntityId | None = None
    """The body that answers for it and bears its costs (B4)."""
    state: ProjectState = ProjectState.IDEA
    """Where it stands."""
    starts_on: date | None = None
    """First day."""
    ends_on: date | None = None
    """Last day."""
    applied_on: date | None = None
    """The day it was applied for."""
    granted_on: date | None = None
    """The day it was granted or refused."""
    areas: tuple[str, ...] = ()
    """Keys of the guideline's goals that it serves."""
    agenda_goals: tuple[str, ...] = ()
    """Numbers of Agenda 2030 goals, "1" to "17"."""
    result: str = ""
    """What it gave."""
    note: str = ""
    """Free text."""


@dataclass(frozen=True, kw_only=True)
class ProjectFunding(Record):
    """What one financier pays of a project."""

    project_id: EntityId
    """The project."""
    financier: str
    """Who pays."""
    own: bool = False
    """True for the municipality's own money (U6)."""
    body_id: EntityId | None = None
    """The body that bears own money (B4); None is the project's own body."""
    applied: Kr | None = None
    """Kronor in the budget that is applied for."""
    granted: Kr | None = None
    """Kronor granted; None until it is known."""


@dataclass(frozen=True, kw_only=True)
class ProjectPartner(Record):
    """Somebody else who takes part in a project."""

    project_id: EntityId
    """The project."""
    name: str
    """Its name."""
    country: str = ""
    """Its country."""
    place_id: EntityId | None = None
    """The place, when it is one of ours."""
    role: str = ""
    """"Samordnare", "partner"."""


@dataclass(frozen=True, kw_only=True)
class ProjectReportDay(Record):
    """A day on which a project is to be reported to who pays."""

    project_id: EntityId
    """The project."""
    due_on: date
    """The last day."""
    text: str
    """What is to be reported."""
    done_on: date | None = None
    """The day it was; None until then."""


@dataclass(frozen=True, kw_only=True)
class ActionPlan(Record):
    """The action plan of a body for a year, which can be evaluated (B1)."""

    body_id: EntityId
    """The board or company."""
    year: int
    """The year; once for each body."""
    adopted_on: date | None = None
    """The day it was adopted."""
    decision: str = ""
    """Where: "Kulturnämnden § 12"."""
    evaluated_on: date | None = None
    """The day it was evaluated."""
    evaluation: str = ""
    """What the evaluation says."""
    revised_on: date | None = None
    """The day it was revised, or found to go on as it is."""
    document_id: EntityId | None = None
    """The plan itself."""
    note: str = ""
    """Free text."""


@dataclass(frozen=True, kw_only=True)
class PlanGoal(Record):
    """One goal of an action plan."""

    plan_id: EntityId
    """The plan."""
    text: str
    """The goal."""
    measure: str = ""
    """How it is evaluated."""
    area: str = ""
    """Key of the guideline's goal that it serves; empty for none."""
    result: str = ""
    """What came of it."""
    status: GoalStatus = GoalStatus.OPEN
    """How it came out."""


@dataclass(frozen=True, kw_only=True)
class GoverningDocument(Record):
    """A policy, programme, strategy or other document that governs the work."""

    name: str
    """Its name."""
    kind: DocumentKind
    """Policy, guidelines, programme, strategy, rules or plan."""
    body: str = ""
    """Who decided it: "Kommunfullmäktige"."""
    decided_on: date | None = None
    """When."""
    paragraph: str = ""
    """§ of the minutes."""
    dnr: str = ""
    """Reference number."""
    owner: str = ""
    """Who answers for it."""
    valid_from: date | None = None
    """First day."""
    valid_to: date | None = None
    """Last day; None for no end."""
    next_review_on: date | None = None
    """The day it is to be reviewed."""
    reviewed_on: date | None = None
    """The day it was last reviewed."""
    original_at: str = ""
    """Where the original lies."""
    document_id: EntityId | None = None
    """The document itself."""
    note: str = ""
    """Free text."""


@dataclass(frozen=True, kw_only=True)
class GuidelineReview(Record):
    """An adopted guideline was reviewed, as at the start of a mandate period (U1, S9)."""

    guideline_id: EntityId
    """The version that was reviewed."""
    held_on: date
    """The day."""
    verdict: Verdict
    """What it came to."""
    decision: str = ""
    """Where it was decided: "Kommunfullmäktige § 15"."""
    reason: str = ""
    """Why."""
