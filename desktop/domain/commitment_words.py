"""The closed lists of networks, projects, plans, bodies and documents, and their words."""

from __future__ import annotations

from enum import StrEnum

from desktop.domain.text import Text, say


class BodyKind(StrEnum):
    """What kind of body of the municipality something is."""

    BOARD = "board"
    OFFICE = "office"
    COMPANY = "company"


BODY_WORDS: dict[BodyKind, Text] = {
    BodyKind.BOARD: say("Nämnd"),
    BodyKind.OFFICE: say("Kontor"),
    BodyKind.COMPANY: say("Bolag"),
}


class ReviewOutcome(StrEnum):
    """What the review of a network came to (U4)."""

    CONTINUE = "continue"
    CHANGE = "change"
    LEAVE = "leave"


REVIEW_WORDS: dict[ReviewOutcome, Text] = {
    ReviewOutcome.CONTINUE: say("Fortsätt"),
    ReviewOutcome.CHANGE: say("Fortsätt, men ändra något"),
    ReviewOutcome.LEAVE: say("Lämna nätverket"),
}


class ProjectKind(StrEnum):
    """What kind of project it is; a guideline names those it knows."""

    EU = "eu"
    AID = "aid"
    OTHER = "other"


PROJECT_KIND_WORDS: dict[ProjectKind, Text] = {
    ProjectKind.EU: say("EU-projekt"),
    ProjectKind.AID: say("Biståndsprojekt"),
    ProjectKind.OTHER: say("Annat projekt"),
}


class ProjectState(StrEnum):
    """Where a project stands; exactly one at a time. Late is told by days."""

    IDEA = "idea"
    APPLIED = "applied"
    GRANTED = "granted"
    RUNNING = "running"
    REPORTED = "reported"
    CLOSED = "closed"
    REJECTED = "rejected"


PROJECT_STATE_WORDS: dict[ProjectState, Text] = {
    ProjectState.IDEA: say("Idé"),
    ProjectState.APPLIED: say("Ansökt"),
    ProjectState.GRANTED: say("Beviljat"),
    ProjectState.RUNNING: say("Pågår"),
    ProjectState.REPORTED: say("Slutrapporterat"),
    ProjectState.CLOSED: say("Avslutat"),
    ProjectState.REJECTED: say("Avslag"),
}
LIVING = (
    ProjectState.IDEA,
    ProjectState.APPLIED,
    ProjectState.GRANTED,
    ProjectState.RUNNING,
    ProjectState.REPORTED,
)
"""States in which something is left to do."""
UNDER_WAY = (ProjectState.GRANTED, ProjectState.RUNNING)
"""States in which its last day is watched."""


class GoalStatus(StrEnum):
    """How a goal of an action plan came out (B1)."""

    OPEN = "open"
    REACHED = "reached"
    PARTLY = "partly"
    NOT_REACHED = "not_reached"


GOAL_WORDS: dict[GoalStatus, Text] = {
    GoalStatus.OPEN: say("Inte utvärderat"),
    GoalStatus.REACHED: say("Uppnått"),
    GoalStatus.PARTLY: say("Delvis uppnått"),
    GoalStatus.NOT_REACHED: say("Inte uppnått"),
}


class DocumentKind(StrEnum):
    """What kind of governing document it is."""

    POLICY = "policy"
    GUIDELINES = "guidelines"
    PROGRAMME = "programme"
    STRATEGY = "strategy"
    RULES = "rules"
    PLAN = "plan"


DOCUMENT_WORDS: dict[DocumentKind, Text] = {
    DocumentKind.POLICY: say("Policy"),
    DocumentKind.GUIDELINES: say("Riktlinjer"),
    DocumentKind.PROGRAMME: say("Program"),
    DocumentKind.STRATEGY: say("Strategi"),
    DocumentKind.RULES: say("Regler"),
    DocumentKind.PLAN: say("Plan"),
}


class Verdict(StrEnum):
    """What the review of a guideline or governing document came to (U1, S9)."""

    KEEP = "keep"
    REVISE = "revise"


VERDICT_WORDS: dict[Verdict, Text] = {
    Verdict.KEEP: say("Gäller oförändrad"),
    Verdict.REVISE: say("Ska revideras"),
}
