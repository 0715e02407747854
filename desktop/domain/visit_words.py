"""The closed lists of visits and cost-sharing agreements, and their words."""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.text import Text, say


class VisitForm(StrEnum):
    """How the two places meet (P10)."""

    INCOMING = "incoming"
    OUTGOING = "outgoing"
    DIGITAL = "digital"


FORM_WORDS: dict[VisitForm, Text] = {
    VisitForm.INCOMING: say("Inkommande"),
    VisitForm.OUTGOING: say("Utgående"),
    VisitForm.DIGITAL: say("Digitalt"),
}


class VisitStage(StrEnum):
    """Where a visit stands; exactly one at a time. Settled and late are told by days."""

    IDEA = "idea"
    APPROVED = "approved"
    PLANNED = "planned"
    CARRIED_OUT = "carried_out"
    REPORTED = "reported"
    CLOSED = "closed"
    CANCELLED = "cancelled"


STAGE_WORDS: dict[VisitStage, Text] = {
    VisitStage.IDEA: say("Idé"),
    VisitStage.APPROVED: say("Syfte godkänt"),
    VisitStage.PLANNED: say("Planerat"),
    VisitStage.CARRIED_OUT: say("Genomfört"),
    VisitStage.REPORTED: say("Rapporterat"),
    VisitStage.CLOSED: say("Avslutat"),
    VisitStage.CANCELLED: say("Inställt"),
}

BEFORE_VISIT = (VisitStage.IDEA, VisitStage.APPROVED, VisitStage.PLANNED)
"""Stages in which a visit has not been carried out."""
AFTER_VISIT = (VisitStage.CARRIED_OUT, VisitStage.REPORTED)
"""Stages in which it has, and is not closed."""


class Funding(StrEnum):
    """Where money comes from."""

    OWN = "own"
    PROJECT = "project"
    OTHER = "other"


FUNDING_WORDS: dict[Funding, Text] = {
    Funding.OWN: say("Egen budget"),
    Funding.PROJECT: say("Projektmedel"),
    Funding.OTHER: say("Annan källa"),
}


class Side(StrEnum):
    """Which of the two parties somebody belongs to."""

    GUEST = "guest"
    HOST = "host"


SIDE_WORDS: dict[Side, Text] = {Side.GUEST: say("Gäst"), Side.HOST: say("Värd")}


class Party(StrEnum):
    """Who pays, or should have paid."""

    GUEST = "guest"
    HOST = "host"
    OTHER = "other"


PARTY_WORDS: dict[Party, Text] = {
    Party.GUEST: say("Gäst"),
    Party.HOST: say("Värd"),
    Party.OTHER: say("Annan"),
}


class Payer(StrEnum):
    """What an agreement says of a kind of cost."""

    GUEST = "guest"
    HOST = "host"
    SHARED = "shared"
    OWN = "own"
    OTHER = "other"


PAYER_WORDS: dict[Payer, Text] = {
    Payer.GUEST: say("Gäst"),
    Payer.HOST: say("Värd"),
    Payer.SHARED: say("Delas"),
    Payer.OWN: say("Var och en sitt"),
    Payer.OTHER: say("Annan"),
}


class CeilingUnit(StrEnum):
    """What a ceiling is counted for."""

    NONE = ""
    NIGHT = "night"
    DAY = "day"
    PERSON = "person"
    ITEM = "item"
    VISIT = "visit"


UNIT_WORDS: dict[CeilingUnit, Text] = {
    CeilingUnit.NIGHT: say("per natt"),
    CeilingUnit.DAY: say("per dag"),
    CeilingUnit.PERSON: say("per person"),
    CeilingUnit.ITEM: say("styck"),
    CeilingUnit.VISIT: say("per besök"),
}


class PeopleRole(StrEnum):
    """Why somebody takes part (P11)."""

    PROJECT_LEADER = "project_leader"
    SUBSTITUTE = "substitute"
    OFFICIAL = "official"
    ELECTED = "elected"
    YOUTH = "youth"
    COMPANION = "companion"
    INTERPRETER = "interpreter"


ROLE_WORDS: dict[PeopleRole, Text] = {
    PeopleRole.PROJECT_LEADER: say("Projektledare"),
    PeopleRole.SUBSTITUTE: say("Utsedd av projektledaren"),
    PeopleRole.OFFICIAL: say("Tjänsteperson"),
    PeopleRole.ELECTED: say("Förtroendevald"),
    PeopleRole.YOUTH: say("Ungdom"),
    PeopleRole.COMPANION: say("Medföljande"),
    PeopleRole.INTERPRETER: say("Tolk"),
}
IN_SERVICE = (
    PeopleRole.PROJECT_LEADER,
    PeopleRole.SUBSTITUTE,
    PeopleRole.OFFICIAL,
    PeopleRole.ELECTED,
    PeopleRole.INTERPRETER,
)
"""Roles of adults in service: only they are kept by name (DOMAIN § 8)."""


class AgreementState(StrEnum):
    """What has been done with an agreement; how it stands on a day is AgreementStatus."""

    DRAFT = "draft"
    SIGNED = "signed"
    DORMANT = "dormant"
    PAUSED = "paused"
    TERMINATED = "terminated"


class AgreementStatus(StrEnum):
    """How an agreement stands on a day, told by its days and never stored."""

    DRAFT = "draft"
    COMING = "coming"
    ACTIVE = "active"
    DORMANT = "dormant"
    PAUSED = "paused"
    TERMINATED = "terminated"
    REPLACED = "replaced"
    ENDED = "ended"


STATUS_WORDS: dict[AgreementStatus, Text] = {
    AgreementStatus.DRAFT: say("Utkast"),
    AgreementStatus.COMING: say("Gäller senare"),
    AgreementStatus.ACTIVE: say("Gäller"),
    AgreementStatus.DORMANT: say("Vilande"),
    AgreementStatus.PAUSED: say("Pausad"),
    AgreementStatus.TERMINATED: say("Uppsagd"),
    AgreementStatus.REPLACED: say("Ersatt"),
    AgreementStatus.ENDED: say("Upphörd"),
}
LASTING = (AgreementStatus.ACTIVE, AgreementStatus.TERMINATED)
"""Statuses in which visits are split by the agreement: notice given does not end it at once."""
