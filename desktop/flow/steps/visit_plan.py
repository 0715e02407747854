"""A visit whose purpose is approved is planned: who takes part, what happens, what it costs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.domain.text import say
from desktop.domain.visit_words import VisitStage
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.visit_about import (
    done,
    in_stage,
    require_gate,
    seen_visit,
    stage_is,
    step_on,
)
from desktop.flow.steps.visit_costs import PlannedRow, planned_costs, planned_rows, put_costs
from desktop.flow.steps.visit_rows import (
    DayRow,
    PeopleRow,
    people_rows,
    programme_rows,
    put_people,
    put_programme,
)

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture
    from desktop.flow.work import Work

_STAGES = (VisitStage.APPROVED, VisitStage.PLANNED)


@dataclass(frozen=True, kw_only=True)
class PlanVisit(Command):
    """Plan a visit; the same act changes the plan until it is carried out."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    people: tuple[PeopleRow, ...] | None = ask(Kind.ROWS, "Deltagare", row=PeopleRow, default=None)
    programme: tuple[DayRow, ...] | None = ask(Kind.ROWS, "Program", row=DayRow, default=None)
    costs: tuple[PlannedRow, ...] | None = ask(Kind.ROWS, "Kostnader", row=PlannedRow, default=None)


def _plan(desk: Desk, it: PlanVisit, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    in_stage(seen, *_STAGES)
    people = put_people(desk, work, seen, it.people)
    put_programme(desk, work, seen, it.programme)
    costs = put_costs(desk, work, seen, planned_costs(seen, it.costs))
    # Own money in a trip that a project pays brings it under the quota (P13).
    require_gate(desk, seen.visit, people, costs, "costs")
    step_on(desk, work, seen.visit, VisitStage.PLANNED)
    done(work, seen.visit)
    work.said = say("{number} är planerat.", number=seen.visit.number)


def _now(_desk: Desk, seen: VisitPicture) -> dict[str, Any]:
    return {
        "visit_id": seen.id,
        "people": people_rows(seen),
        "programme": programme_rows(seen),
        "costs": planned_rows(seen),
    }


STEPS = (
    Step(
        name="plan_visit",
        command=PlanVisit,
        about="visit",
        title=say("Planera besöket"),
        button=lambda seen: (
            say("Ändra planen") if seen.stage is VisitStage.PLANNED else say("Planera")
        ),
        plan=_plan,
        applies=stage_is(*_STAGES),
        prefill=_now,
    ),
)
