"""An action plan is evaluated and revised, every year (B1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitment_words import GoalStatus
from desktop.domain.commitments import ActionPlan
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.plan_rows import GoalRow, goal_rows, put_goals
from desktop.flow.steps.plans import about_plan, seen_plan

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.flow.desk import Desk
    from desktop.flow.plan_view import PlanPicture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class EvaluateActionPlan(Command):
    """Evaluate an action plan, goal by goal."""

    plan_id: int = ask(Kind.REF, "Handlingsplan", ref="plan")
    evaluated_on: date = ask(Kind.DAY, "Utvärderad", past=True)
    evaluation: str = ask(Kind.NOTE, "Utvärdering", default="")
    goals: tuple[GoalRow, ...] = ask(Kind.ROWS, "Mål", row=GoalRow, default=())


@dataclass(frozen=True, kw_only=True)
class ReviseActionPlan(Command):
    """Note that an action plan is revised; the next year's plan can begin with the same goals."""

    plan_id: int = ask(Kind.REF, "Handlingsplan", ref="plan")
    revised_on: date = ask(Kind.DAY, "Reviderad", past=True)
    carry_over: bool = ask(Kind.YES, "Börja nästa års plan med samma mål", default=False)


def _evaluate(desk: Desk, it: EvaluateActionPlan, work: Work) -> None:
    seen = seen_plan(desk, it.plan_id)
    no_personal_numbers("evaluation", "Utvärdering", it.evaluation)
    _each_judged(it.goals)
    put_goals(desk, work, seen.id, seen.goals, it.goals)
    work.change(seen.plan, evaluated_on=it.evaluated_on, evaluation=it.evaluation)
    about_plan(work, seen.plan)
    work.said = say(
        "Handlingsplanen för {name} {year} är utvärderad.",
        name=seen.body.name,
        year=seen.plan.year,
    )


def _each_judged(goals: Iterable[GoalRow]) -> None:
    """Refuse an evaluation that leaves a goal without an outcome."""
    for at, goal in enumerate(goals):
        if goal.status == GoalStatus.OPEN:
            raise refuse(
                f"goals.{at}.status",
                "Utfall – målet är inte utvärderat – välj om det är uppnått.",
            )


def _revise(desk: Desk, it: ReviseActionPlan, work: Work) -> None:
    seen = seen_plan(desk, it.plan_id)
    if not seen.evaluated:
        raise refuse("plan_id", "Handlingsplan – den är inte utvärderad – utvärdera den först.")
    work.change(seen.plan, revised_on=it.revised_on)
    about_plan(work, seen.plan)
    if it.carry_over and not seen.followed:
        made = work.add(ActionPlan(body_id=seen.body.id, year=seen.plan.year + 1))
        areas = {goal.key for goal in desk.in_force()[1].goals}
        fresh = (
            GoalRow(
                text=each.text, measure=each.measure, area=each.area if each.area in areas else ""
            )
            for each in seen.goals
        )
        put_goals(desk, work, made.id, (), fresh)
        work.about("plan", made.id)
    work.said = say(
        "Handlingsplanen för {name} {year} är reviderad.",
        name=seen.body.name,
        year=seen.plan.year,
    )


def _judged(desk: Desk, seen: PlanPicture) -> dict[str, Any]:
    return {
        "plan_id": seen.id,
        "evaluated_on": seen.plan.evaluated_on or desk.today,
        "evaluation": seen.plan.evaluation,
        "goals": goal_rows(seen.goals),
    }


STEPS = (
    Step(
        name="evaluate_action_plan",
        command=EvaluateActionPlan,
        about="plan",
        title=say("Utvärdera handlingsplanen"),
        button=say("Spara utvärderingen"),
        plan=_evaluate,
        prefill=_judged,
    ),
    Step(
        name="revise_action_plan",
        command=ReviseActionPlan,
        about="plan",
        title=say("Revidera handlingsplanen"),
        button=say("Markera reviderad"),
        plan=_revise,
        applies=lambda seen: seen.evaluated,
        prefill=lambda desk, seen: {
            "plan_id": seen.id,
            "revised_on": desk.today,
            "carry_over": not seen.followed,
        },
    ),
)
