"""Projects are registered and changed, with their money, partners and reporting days."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitment_words import PROJECT_KIND_WORDS, ProjectKind
from desktop.domain.commitments import Project
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.domain.work_guideline import work_rules
from desktop.flow.ask import Kind, ask
from desktop.flow.project_view import ProjectPicture, pictured, project_picture
from desktop.flow.step import Command, Step
from desktop.flow.steps.commitment_about import (
    GOALS,
    fields_of,
    in_order,
    known,
    known_areas,
    require_entry,
    same_or_known,
    unique,
    without_personal_numbers,
)
from desktop.flow.steps.project_rows import FundingRow, fundings
from desktop.flow.steps.row_sync import put_rows

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_KINDS = {str(kind): str(word) for kind, word in PROJECT_KIND_WORDS.items()}
FIELDS = {
    "agenda": "agenda_goals",
    "aid_own_money": "funding",
    "areas": "areas",
    "bearer": "body_id",
    "plan_link": "planned_development",
    "purpose": "purpose",
}
"""Which field answers a rule that stops."""


@dataclass(frozen=True, kw_only=True)
class _Project(Command):
    """What is kept of a project besides its money."""

    name: str = ask(Kind.LINE, "Projekt")
    kind: str = ask(Kind.CHOICE, "Slag", choices=_KINDS)
    purpose: str = ask(Kind.NOTE, "Syfte", default="")
    planned_development: str = ask(
        Kind.NOTE,
        "Planerad utveckling",
        default="",
        help="Vilken plan projektet hör till, och hur.",
    )
    programme: str = ask(Kind.LINE, "Program eller fond", default="")
    dnr: str = ask(Kind.LINE, "Diarienummer", default="")
    body_id: int | None = ask(Kind.REF, "Ansvarig", ref="body", default=None)
    starts_on: date | None = ask(Kind.DAY, "Första dag", default=None)
    ends_on: date | None = ask(Kind.DAY, "Sista dag", default=None)
    areas: tuple[str, ...] = ask(Kind.CHOICES, "Mål", source="goals", default=())
    agenda_goals: tuple[str, ...] = ask(Kind.CHOICES, "Agenda 2030", choices=GOALS, default=())
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class RegisterProject(_Project):
    """Register a project, with who pays what as far as it is known."""

    funding: tuple[FundingRow, ...] = ask(Kind.ROWS, "Finansiering", row=FundingRow, default=())


@dataclass(frozen=True, kw_only=True)
class ChangeProject(_Project):
    """Change what is registered of a project."""

    project_id: int = ask(Kind.REF, "Projekt", ref="project")


_COLUMNS = tuple(each.name for each in fields(_Project))


def seen_project(desk: Desk, project_id: int) -> ProjectPicture:
    """Give the project whole, or refuse one that is not in the register."""
    return project_picture(desk, known(desk, Project, project_id, "project_id", "Projekt").id)


def _columns(desk: Desk, it: _Project, seen: ProjectPicture | None) -> dict[str, Any]:
    projects = ((each.id, each.name) for each in desk.store.find(Project))
    unique(projects, it.name, seen.id if seen else 0)
    without_personal_numbers(
        {
            "purpose": ("Syfte", it.purpose),
            "planned_development": ("Planerad utveckling", it.planned_development),
            "note": ("Anteckning", it.note),
        }
    )
    in_order(it.starts_on, it.ends_on, "ends_on", "Sista dag")
    before = seen.project if seen else None
    _kind_known(desk, it.kind, str(before.kind) if before else "")
    same_or_known(desk, it.body_id, before.body_id if before else None)
    known_areas(desk, it.areas, before.areas if before else ())
    return {**{name: getattr(it, name) for name in _COLUMNS}, "kind": ProjectKind(it.kind)}


def _kind_known(desk: Desk, kind: str, before: str) -> None:
    """Refuse a kind of project that the guideline in force does not name."""
    terms = work_rules(desk.in_force()[1]).projects
    if terms is not None and kind not in (*terms.kinds, before):
        raise refuse(
            "kind",
            "Slag – riktlinjen har inget {kind} – välj ett annat slag.",
            kind=PROJECT_KIND_WORDS[ProjectKind(kind)],
        )


def _register(desk: Desk, it: RegisterProject, work: Work) -> None:
    made = Project(**_columns(desk, it, None))
    money = fundings(desk, 0, it.funding)
    found = pictured(desk, made, funding=money).findings
    require_entry(found, fields_of(desk, "project", FIELDS))
    made = work.add(made)
    put_rows(desk, work, (), fundings(desk, made.id, it.funding))
    work.about("project", made.id)
    work.said = say("Projektet {name} är registrerat.", name=made.name)


def _change(desk: Desk, it: ChangeProject, work: Work) -> None:
    seen = seen_project(desk, it.project_id)
    after = work.change(seen.project, **_columns(desk, it, seen))
    would = pictured(desk, after, funding=seen.funding)
    # The money is not in this form: a kind that it stops is answered by the kind.
    own = {**FIELDS, "aid_own_money": "kind"}
    require_entry(would.findings, fields_of(desk, "project", own), seen.findings)
    work.about("project", seen.id)
    work.said = say("Projektet {name} är ändrat.", name=it.name)


def _now(_desk: Desk, seen: ProjectPicture) -> dict[str, Any]:
    values = {name: getattr(seen.project, name) for name in _COLUMNS}
    return {**values, "kind": str(seen.project.kind), "project_id": seen.id}


STEPS = (
    Step(
        name="register_project",
        command=RegisterProject,
        about="projects",
        title=say("Nytt projekt"),
        button=say("Registrera projektet"),
        plan=_register,
    ),
    Step(
        name="change_project",
        command=ChangeProject,
        about="project",
        title=say("Ändra projektet"),
        button=say("Spara ändringen"),
        plan=_change,
        prefill=_now,
    ),
)
