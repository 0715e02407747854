"""The goals of an action plan as rows of a form (B1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.commitment_words import GOAL_WORDS, GoalStatus
from desktop.domain.commitments import PlanGoal
from desktop.domain.problems import refuse
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.row_sync import put_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_STATUSES = {str(kind): str(word) for kind, word in GOAL_WORDS.items()}


@dataclass(frozen=True, kw_only=True)
class GoalRow(Command):
    """One goal of an action plan."""

    text: str = ask(Kind.NOTE, "Mål", limit=2000)
    measure: str = ask(Kind.LINE, "Så utvärderas det", default="")
    area: str = ask(Kind.CHOICE, "Område", source="goals", default="")
    result: str = ask(Kind.NOTE, "Vad det blev", default="", limit=2000)
    status: str = ask(Kind.CHOICE, "Utfall", choices=_STATUSES, default="open")


def goal_rows(rows: Iterable[PlanGoal]) -> tuple[GoalRow, ...]:
    """Give the goals as rows of a form."""
    return tuple(
        GoalRow(
            text=each.text,
            measure=each.measure,
            area=each.area,
            result=each.result,
            status=str(each.status),
        )
        for each in rows
    )


def put_goals(
    desk: Desk, work: Work, plan_id: int, known: Sequence[PlanGoal], rows: Iterable[GoalRow]
) -> None:
    """Bring a plan's goals to what the rows say."""
    areas = {goal.key for goal in desk.in_force()[1].goals} | {each.area for each in known}
    wanted = []
    for at, row in enumerate(rows):
        if row.area and row.area not in areas:
            raise refuse(
                f"goals.{at}.area",
                "Område – {key} finns inte i riktlinjen – välj i listan.",
                key=row.area[:40],
            )
        no_personal_numbers(f"goals.{at}.text", "Mål", row.text)
        no_personal_numbers(f"goals.{at}.result", "Vad det blev", row.result)
        wanted.append(
            PlanGoal(
                plan_id=plan_id,
                text=row.text,
                measure=row.measure,
                area=row.area,
                result=row.result,
                status=GoalStatus(row.status),
            )
        )
    put_rows(desk, work, known, wanted, lambda it: it.text)
