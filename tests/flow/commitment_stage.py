"""Networks, projects, plans and the rest wherever one can stand, so that every act can be done."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitments import (
    ActionPlan,
    Body,
    ContactPerson,
    GoverningDocument,
    Network,
    Project,
)
from desktop.flow.contact_view import body_picture
from desktop.flow.document_view import governing_picture
from desktop.flow.network_view import network_picture
from desktop.flow.plan_view import plan_picture
from desktop.flow.project_view import project_picture

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.step import Step
    from tests.flow.coordinator import Coordinator

BOARD, OFFICE, COMPANY = 1, 2, 3
MONEY = [
    {"financier": "Sagofonden", "applied": 90_000},
    {"financier": "Kommunen", "own": True, "body_id": BOARD, "applied": 10_000},
]
GOALS = [{"text": "två ungdomsutbyten", "measure": "antal utbyten"}]


def sets(it: Coordinator) -> None:
    """Lead networks, projects and plans to every place in their life."""
    bodies(it)
    ylva = {"name": "Ylva Påhittad", "since": "2025-01-07"}
    it.does("register_contact_person", {"body": OFFICE}, **ylva)
    it.does("register_network", name="Nätverket Påhitt", purpose="lära av andra", body_id=BOARD)
    for name in ("Idén", "Ansökan", "Beviljat", "Pågående", "Rapporterat"):
        it.does("register_project", name=name, kind="eu", body_id=BOARD, funding=MONEY)
    for project in (2, 3, 4, 5):
        it.does("apply_project", {"project": project})
    for project in (3, 4, 5):
        it.does("grant_project", {"project": project})
    for project in (4, 5):
        it.does("start_project", {"project": project})
    it.does("mark_project_reported", {"project": 5}, result="en gemensam metod")
    it.does("register_action_plan", body_id=BOARD, year=2025, goals=GOALS)
    it.does("evaluate_action_plan", {"plan": 1}, goals=[{**GOALS[0], "status": "reached"}])
    it.does("register_governing_document", name="Policy för påhitt")


def bodies(it: Coordinator) -> None:
    """Register a board with an office, a company, and a body that is no more."""
    it.does("register_body", kind="board", name="Påhittsnämnden")
    it.does("register_body", kind="office", name="Påhittskontoret", parent_id=BOARD)
    it.does("register_body", kind="company", name="Sagobolaget AB")
    it.does("register_body", kind="company", name="Gamla bolaget AB")
    it.does("end_body", {"body": 4}, active_until="2026-01-31")


Picture = Callable[["Desk", int], Any]
KINDS: dict[str, tuple[type[Any], Picture]] = {
    "body": (Body, body_picture),
    "contact": (ContactPerson, lambda desk, key: desk.store.get(ContactPerson, key)),
    "governing_document": (GoverningDocument, governing_picture),
    "network": (Network, network_picture),
    "plan": (ActionPlan, plan_picture),
    "project": (Project, project_picture),
}
"""By subject: the record, and what a form about it is opened on."""


def pictures(it: Coordinator, about: str) -> list[Any]:
    """Give everything of a kind whole."""
    kind, picture = KINDS[about]
    return [picture(it.desk, each.id) for each in it.desk.store.find(kind, order="id")]


def subject_of(it: Coordinator, step: Step) -> Any:
    """Give the first of its kind that the act applies to."""
    wanted = {"end_body": COMPANY, "evaluate_action_plan": 1}.get(step.name)
    found = (seen for seen in pictures(it, step.about) if step.applies(seen))
    return next(seen for seen in found if wanted in (None, seen.id))


MORE: dict[str, dict[str, Any]] = {
    "end_contact_person": {"until": date(2026, 12, 31)},
    "note_network_activity": {"text": "årsmöte"},
    "register_action_plan": {"body_id": COMPANY, "year": 2026},
    "register_body": {"name": "Nypåhittade nämnden"},
    "register_contact_person": {"name": "Doris Diktad"},
    "register_governing_document": {"name": "Program för påhitt"},
    "register_network": {"name": "Nätverket Nytt"},
    "register_project": {"name": "Det nya projektet", "kind": "eu"},
    "review_guideline": {"held_on": date(2026, 3, 2)},
}
