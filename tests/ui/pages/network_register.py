"""A small register of Umeå with bodies, networks, projects, plans and a governing document."""

from __future__ import annotations

import itertools
from datetime import date, datetime
from typing import TYPE_CHECKING

from desktop.flow.registers import begin
from desktop.flow.steps.founding import FoundRegister
from tests.flow.coordinator import Clock, Coordinator

if TYPE_CHECKING:
    from pathlib import Path

BOARD, OFFICE, COMPANY = 1, 2, 3
FORUM, QUIET, LEFT = 1, 2, 3
RUNNING, APPLIED = 1, 2
PLAN = 1
POLICY = 1
MONEY = [
    {"financier": "Sagofonden", "applied": 90_000},
    {"financier": "Kommunen", "own": True, "body_id": BOARD, "applied": 10_000},
]
GOALS = [
    {"text": "två ungdomsutbyten", "measure": "antal utbyten"},
    {"text": "fler digitala möten", "measure": "andel digitala"},
]


def empty_register(path: Path, guideline: str = "umea") -> Coordinator:
    """Begin a register with a guideline and nothing else."""
    numbers = itertools.count(1)
    clock = Clock(datetime(2025, 3, 3, 9))
    desk = begin(
        path,
        FoundRegister(name="Ebba Sagolin", municipality="", guideline=guideline),
        clock=clock,
        new_uuid=lambda: f"00000000-0000-4000-8000-{next(numbers):012}",
    )
    return Coordinator(desk, clock)


def network_register(path: Path) -> str:
    """Make the register at a path; gives the key of a goal of its guideline."""
    it = empty_register(path)
    desk = it.desk
    area = desk.in_force()[1].goals[0].key
    it.does("register_body", kind="board", name="Påhittsnämnden")
    it.does("register_body", kind="office", name="Påhittskontoret", parent_id=BOARD)
    it.does("register_body", kind="company", name="Sagobolaget AB")
    ylva = {"name": "Ylva Påhittad", "role": "utredare", "since": "2025-01-07"}
    it.does("register_contact_person", {"body": BOARD}, **ylva)
    _networks(it, area)
    _projects(it, area)
    it.does("register_action_plan", body_id=BOARD, year=2025, goals=GOALS)
    it.does(
        "register_governing_document",
        name="Policy för påhitt",
        kind="policy",
        body="Kommunfullmäktige",
        decided_on="2020-02-12",
        next_review_on="2026-06-01",
    )
    desk.store.close()
    return area


def _networks(it: Coordinator, area: str) -> None:
    known = {"body_id": BOARD, "areas": [area]}
    it.does(
        "register_network",
        name="Bottenviksforum",
        purpose="utveckla hamnarna",
        fee=15_000,
        next_review_on="2026-10-01",
        **known,
    )
    it.does(
        "register_network",
        name="Kulturstäderna",
        purpose="dela erfarenheter",
        fee=12_000,
        next_review_on="2027-03-01",
        **known,
    )
    it.does("register_network", name="Gamla nätverket", purpose="minnas", fee=9_000, **known)
    it.does("note_network_activity", {"network": FORUM}, held_on="2025-02-10", text="årsmöte")
    it.does("leave_network", {"network": LEFT}, left_on="2025-03-02")


def _projects(it: Coordinator, area: str) -> None:
    for name in ("Unga över havet", "Gröna skolgårdar"):
        it.does(
            "register_project",
            name=name,
            kind="eu",
            purpose="pröva nya arbetssätt",
            planned_development="Översiktsplanen, kapitel 4",
            programme="Erasmus+",
            body_id=BOARD,
            areas=[area],
            agenda_goals=["11"],
            funding=MONEY,
        )
    for project in (RUNNING, APPLIED):
        it.does("apply_project", {"project": project})
    it.does("grant_project", {"project": RUNNING})
    days = [{"due_on": "2026-03-31", "text": "Lägesrapport 1"}]
    it.does("set_project_report_days", {"project": RUNNING}, report_days=days)
    it.on(date(2025, 9, 2))
    it.does("start_project", {"project": RUNNING})
