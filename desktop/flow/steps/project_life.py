"""A project is applied for, answered, started, reported and closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitment_words import LIVING, PROJECT_STATE_WORDS, ProjectState
from desktop.domain.problems import refuse
from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.commitment_about import in_order
from desktop.flow.steps.project_parts import put_funding
from desktop.flow.steps.project_rows import FundingRow, funding_rows
from desktop.flow.steps.projects import seen_project

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.flow.desk import Desk
    from desktop.flow.project_view import ProjectPicture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class ApplyProject(Command):
    """Note that a project is applied for."""

    project_id: int = ask(Kind.REF, "Projekt", ref="project")
    applied_on: date = ask(Kind.DAY, "Ansökt", past=True)
    dnr: str = ask(Kind.LINE, "Diarienummer", default="")


@dataclass(frozen=True, kw_only=True)
class GrantProject(Command):
    """Note that a project is granted, and what each financier pays."""

    project_id: int = ask(Kind.REF, "Projekt", ref="project")
    granted_on: date = ask(Kind.DAY, "Beviljat", past=True)
    funding: tuple[FundingRow, ...] = ask(Kind.ROWS, "Finansiering", row=FundingRow, default=())


@dataclass(frozen=True, kw_only=True)
class RejectProject(Command):
    """Note that a project got no money."""

    project_id: int = ask(Kind.REF, "Projekt", ref="project")
    granted_on: date = ask(Kind.DAY, "Svaret kom", past=True)
    result: str = ask(Kind.NOTE, "Skäl", default="")


@dataclass(frozen=True, kw_only=True)
class StartProject(Command):
    """Note that a project has begun."""

    project_id: int = ask(Kind.REF, "Projekt", ref="project")
    starts_on: date = ask(Kind.DAY, "Första dag", past=True)


@dataclass(frozen=True, kw_only=True)
class MarkProjectReported(Command):
    """Note that the final report of a project is in; reports that were due by then are done."""

    project_id: int = ask(Kind.REF, "Projekt", ref="project")
    reported_on: date = ask(Kind.DAY, "Slutrapporterat", past=True)
    result: str = ask(Kind.NOTE, "Vad det gav", default="")


@dataclass(frozen=True, kw_only=True)
class CloseProject(Command):
    """Close a project: nothing more is to be done."""

    project_id: int = ask(Kind.REF, "Projekt", ref="project")
    result: str = ask(Kind.NOTE, "Vad det gav", default="")


_BEFORE = (ProjectState.IDEA, ProjectState.APPLIED)
_STARTING = (ProjectState.IDEA, ProjectState.APPLIED, ProjectState.GRANTED)
_REPORTING = (ProjectState.GRANTED, ProjectState.RUNNING)


def _standing(desk: Desk, project_id: int, *states: ProjectState) -> ProjectPicture:
    """Give the project whole, or refuse an act that does not fit where it stands."""
    seen = seen_project(desk, project_id)
    if seen.state not in states:
        raise refuse(
            "project_id",
            "Projekt – {name} står som {state} – öppna det och se nästa steg.",
            name=seen.project.name,
            state=PROJECT_STATE_WORDS[seen.state],
        )
    return seen


def _move(work: Work, seen: ProjectPicture, state: ProjectState, **values: Any) -> None:  # noqa: ANN401
    work.change(seen.project, state=state, **values)
    work.about("project", seen.id)


def _apply(desk: Desk, it: ApplyProject, work: Work) -> None:
    seen = _standing(desk, it.project_id, ProjectState.IDEA)
    dnr = it.dnr or seen.project.dnr
    _move(work, seen, ProjectState.APPLIED, applied_on=it.applied_on, dnr=dnr)
    work.said = say("Projektet {name} är ansökt.", name=seen.project.name)


def _grant(desk: Desk, it: GrantProject, work: Work) -> None:
    seen = _standing(desk, it.project_id, *_BEFORE)
    in_order(seen.project.applied_on, it.granted_on, "granted_on", "Beviljat")
    put_funding(desk, work, seen, it.funding)
    _move(work, seen, ProjectState.GRANTED, granted_on=it.granted_on)
    granted = sum(row.granted or 0 for row in it.funding if not row.own)
    work.said = say(
        "Projektet {name} är beviljat {amount} av andra.",
        name=seen.project.name,
        amount=kr(granted),
    )


def _reject(desk: Desk, it: RejectProject, work: Work) -> None:
    seen = _standing(desk, it.project_id, *_BEFORE)
    in_order(seen.project.applied_on, it.granted_on, "granted_on", "Svaret kom")
    no_personal_numbers("result", "Skäl", it.result)
    _move(work, seen, ProjectState.REJECTED, granted_on=it.granted_on, result=it.result)
    work.said = say("Projektet {name} fick avslag.", name=seen.project.name)


def _start(desk: Desk, it: StartProject, work: Work) -> None:
    seen = _standing(desk, it.project_id, *_STARTING)
    in_order(it.starts_on, seen.project.ends_on, "starts_on", "Första dag")
    _move(work, seen, ProjectState.RUNNING, starts_on=it.starts_on)
    work.said = say("Projektet {name} har börjat.", name=seen.project.name)


def _report(desk: Desk, it: MarkProjectReported, work: Work) -> None:
    seen = _standing(desk, it.project_id, *_REPORTING)
    no_personal_numbers("result", "Vad det gav", it.result)
    for each in seen.report_days:
        if each.done_on is None and each.due_on <= max(it.reported_on, desk.today):
            work.change(each, done_on=it.reported_on)
    result = it.result or seen.project.result
    _move(work, seen, ProjectState.REPORTED, result=result)
    work.said = say("Projektet {name} är slutrapporterat.", name=seen.project.name)


def _close(desk: Desk, it: CloseProject, work: Work) -> None:
    seen = _standing(desk, it.project_id, *LIVING)
    no_personal_numbers("result", "Vad det gav", it.result)
    _move(work, seen, ProjectState.CLOSED, result=it.result or seen.project.result)
    work.said = say("Projektet {name} är avslutat.", name=seen.project.name)


def _in(*states: ProjectState) -> Callable[[ProjectPicture], bool]:
    return lambda seen: seen.state in states


def _answer(desk: Desk, seen: ProjectPicture) -> dict[str, Any]:
    """Propose that everybody pays what was applied for."""
    rows = tuple(
        FundingRow(
            financier=row.financier,
            own=row.own,
            body_id=row.body_id,
            applied=row.applied,
            granted=row.applied if row.granted is None else row.granted,
        )
        for row in funding_rows(seen.funding)
    )
    return {"project_id": seen.id, "granted_on": desk.today, "funding": rows}


def _result(_desk: Desk, seen: ProjectPicture) -> dict[str, Any]:
    return {"project_id": seen.id, "result": seen.project.result}


def _begun(desk: Desk, seen: ProjectPicture) -> date:
    planned = seen.project.starts_on
    return desk.today if planned is None else min(planned, desk.today)


STEPS = (
    Step(
        name="apply_project",
        command=ApplyProject,
        about="project",
        title=say("Projektet är ansökt"),
        button=say("Markera ansökt"),
        plan=_apply,
        applies=_in(ProjectState.IDEA),
        prefill=lambda desk, seen: {
            "project_id": seen.id,
            "applied_on": desk.today,
            "dnr": seen.project.dnr,
        },
    ),
    Step(
        name="grant_project",
        command=GrantProject,
        about="project",
        title=say("Projektet är beviljat"),
        button=say("Markera beviljat"),
        plan=_grant,
        applies=_in(*_BEFORE),
        prefill=_answer,
    ),
    Step(
        name="reject_project",
        command=RejectProject,
        about="project",
        title=say("Projektet fick avslag"),
        button=say("Markera avslag"),
        plan=_reject,
        applies=_in(*_BEFORE),
        prefill=lambda desk, seen: {"project_id": seen.id, "granted_on": desk.today},
    ),
    Step(
        name="start_project",
        command=StartProject,
        about="project",
        title=say("Projektet har börjat"),
        button=say("Markera startat"),
        plan=_start,
        applies=_in(*_STARTING),
        prefill=lambda desk, seen: {"project_id": seen.id, "starts_on": _begun(desk, seen)},
    ),
    Step(
        name="mark_project_reported",
        command=MarkProjectReported,
        about="project",
        title=say("Projektet är slutrapporterat"),
        button=say("Markera slutrapporterat"),
        plan=_report,
        applies=_in(*_REPORTING),
        prefill=lambda desk, seen: {**_result(desk, seen), "reported_on": desk.today},
    ),
    Step(
        name="close_project",
        command=CloseProject,
        about="project",
        title=say("Avsluta projektet"),
        button=say("Avsluta projektet"),
        plan=_close,
        applies=_in(*LIVING),
        prefill=_result,
    ),
)
