"""Action plans of boards and companies: registered and changed, with their goals (B1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitments import ActionPlan
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.domain.work_guideline import work_rules
from desktop.flow.ask import File, Kind, ask
from desktop.flow.bodies import bodies_of
from desktop.flow.filing import file_away
from desktop.flow.plan_view import PlanPicture, plan_picture
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.commitment_about import known, known_body
from desktop.flow.steps.plan_rows import GoalRow, goal_rows, put_goals

if TYPE_CHECKING:
    from desktop.domain.casework import Document
    from desktop.domain.commitments import Body
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

FIRST_YEAR, LAST_YEAR = 2000, 2199


@dataclass(frozen=True, kw_only=True)
class _Plan(Command):
    """What is kept of an action plan besides its goals."""

    adopted_on: date | None = ask(Kind.DAY, "Antagen", default=None)
    decision: str = ask(Kind.LINE, "Beslut", default="", help="Nämnd och §.")
    file: File | None = ask(Kind.FILE, "Planen", default=None)
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class RegisterActionPlan(_Plan):
    """Register the action plan of a body for a year, with its goals."""

    body_id: int = ask(Kind.REF, "Verksamhet", ref="body")
    year: int = ask(Kind.NUMBER, "År", low=FIRST_YEAR, high=LAST_YEAR)
    goals: tuple[GoalRow, ...] = ask(Kind.ROWS, "Mål", row=GoalRow, default=())


@dataclass(frozen=True, kw_only=True)
class ChangeActionPlan(_Plan):
    """Change what is registered of an action plan."""

    plan_id: int = ask(Kind.REF, "Handlingsplan", ref="plan")


@dataclass(frozen=True, kw_only=True)
class SetPlanGoals(Command):
    """Write the goals of an action plan, and how each is evaluated."""

    plan_id: int = ask(Kind.REF, "Handlingsplan", ref="plan")
    goals: tuple[GoalRow, ...] = ask(Kind.ROWS, "Mål", row=GoalRow, default=())


def seen_plan(desk: Desk, plan_id: int) -> PlanPicture:
    """Give the action plan whole, or refuse one that is not in the register."""
    return plan_picture(desk, known(desk, ActionPlan, plan_id, "plan_id", "Handlingsplan").id)


def _file(desk: Desk, work: Work, it: _Plan, body: Body, year: int) -> Document | None:
    """Keep the plan itself, when it was given; before the row that points at it."""
    if it.file is None:
        return None
    title = str(say("Handlingsplan {year}, {name}", year=year, name=body.name))
    return file_away(desk, work, it.file, kind="action_plan", title=title)


def about_plan(work: Work, plan: ActionPlan) -> None:
    """Note the plan and its body as what the act is about."""
    work.about("plan", plan.id)
    work.about("body", plan.body_id)


def _register(desk: Desk, it: RegisterActionPlan, work: Work) -> None:
    body = known_body(desk, it.body_id)
    assert body is not None  # noqa: S101 - the field is obligatory
    no_personal_numbers("note", "Anteckning", it.note)
    if desk.store.first(ActionPlan, "body_id = ? and year = ?", body.id, it.year):
        raise refuse(
            "year",
            "År – {name} har redan en handlingsplan för {year} – öppna den i stället.",
            name=body.name,
            year=it.year,
        )
    kept = _file(desk, work, it, body, it.year)
    plan = work.add(
        ActionPlan(
            body_id=body.id,
            year=it.year,
            adopted_on=it.adopted_on,
            decision=it.decision,
            note=it.note,
            document_id=kept.id if kept else None,
        )
    )
    if kept is not None:
        work.change(kept, subject=f"plan:{plan.id}")
    put_goals(desk, work, plan.id, (), it.goals)
    about_plan(work, plan)
    work.said = say(
        "Handlingsplanen för {name} {year} är registrerad.", name=body.name, year=it.year
    )


def _change(desk: Desk, it: ChangeActionPlan, work: Work) -> None:
    seen = seen_plan(desk, it.plan_id)
    no_personal_numbers("note", "Anteckning", it.note)
    kept = _file(desk, work, it, seen.body, seen.plan.year)
    values: dict[str, Any] = {
        "adopted_on": it.adopted_on,
        "decision": it.decision,
        "note": it.note,
    }
    if kept is not None:
        work.change(kept, subject=f"plan:{seen.id}")
        values["document_id"] = kept.id
    work.change(seen.plan, **values)
    about_plan(work, seen.plan)
    work.said = say(
        "Handlingsplanen för {name} {year} är ändrad.", name=seen.body.name, year=seen.plan.year
    )


def _goals(desk: Desk, it: SetPlanGoals, work: Work) -> None:
    seen = seen_plan(desk, it.plan_id)
    put_goals(desk, work, seen.id, seen.goals, it.goals)
    about_plan(work, seen.plan)
    work.said = say("Målen för {name} är sparade.", name=seen.body.name)


def _proposed(desk: Desk, subject: object) -> dict[str, Any]:
    """Propose this year, and the first body that lacks a plan for it."""
    if hasattr(subject, "body"):
        return {"year": desk.today.year, "body_id": subject.body.id}
    terms = work_rules(desk.in_force()[1]).plans
    year = desk.today.year
    has = {each.body_id for each in desk.store.find(ActionPlan, "year = ?", year)}
    lacking = [each for each in bodies_of(desk, terms.of if terms else ()) if each.id not in has]
    return {"year": year} | ({"body_id": lacking[0].id} if lacking else {})


def _now(_desk: Desk, seen: PlanPicture) -> dict[str, Any]:
    names = ("adopted_on", "decision", "note")
    return {"plan_id": seen.id, **{name: getattr(seen.plan, name) for name in names}}


STEPS = (
    Step(
        name="register_action_plan",
        command=RegisterActionPlan,
        about="plans",
        title=say("Ny handlingsplan"),
        button=say("Registrera planen"),
        plan=_register,
        prefill=_proposed,
    ),
    Step(
        name="change_action_plan",
        command=ChangeActionPlan,
        about="plan",
        title=say("Ändra handlingsplanen"),
        button=say("Spara ändringen"),
        plan=_change,
        prefill=_now,
    ),
    Step(
        name="set_plan_goals",
        command=SetPlanGoals,
        about="plan",
        title=say("Planens mål"),
        button=say("Spara målen"),
        plan=_goals,
        prefill=lambda _desk, seen: {"plan_id": seen.id, "goals": goal_rows(seen.goals)},
    ),
)
