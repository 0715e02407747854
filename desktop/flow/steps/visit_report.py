"""A visit was carried out, and is reported: what it gave, and what it really cost."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.agreements import in_force
from desktop.domain.dates import report_due
from desktop.domain.text import say
from desktop.domain.visit_guideline import visit_rules
from desktop.domain.visit_words import AFTER_VISIT, VisitForm, VisitStage
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers, not_before
from desktop.flow.steps.visit_about import (
    done,
    in_stage,
    seen_visit,
    spanned,
    stage_is,
    step_on,
)
from desktop.flow.steps.visit_costs import CostRow, cost_rows, put_costs, real_costs
from desktop.flow.steps.visit_rows import PeopleRow, people_rows, put_people
from desktop.flow.visit_facts import agreements_of

if TYPE_CHECKING:
    from desktop.domain.visiting import Visit
    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class CarryOutVisit(Command):
    """Note that a visit was held; the agreement of its first day is kept with it from then on."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    starts_on: date = ask(Kind.DAY, "Första dag", past=True)
    ends_on: date = ask(Kind.DAY, "Sista dag", past=True)
    people: tuple[PeopleRow, ...] | None = ask(Kind.ROWS, "Deltagare", row=PeopleRow, default=None)


@dataclass(frozen=True, kw_only=True)
class ReportVisit(Command):
    """Report a visit: what it gave, what to do otherwise, and what it really cost."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    reported_on: date = ask(Kind.DAY, "Rapporterat", past=True)
    outcome: str = ask(Kind.NOTE, "Vad det gav")
    lessons: str = ask(Kind.NOTE, "Att göra annorlunda", default="")
    costs: tuple[CostRow, ...] | None = ask(Kind.ROWS, "Kostnader", row=CostRow, default=None)


def frozen(desk: Desk, visit: Visit, day: date | None) -> dict[str, Any]:
    """Give the columns that keep the agreement and distance of a day with a visit."""
    if visit.form is VisitForm.DIGITAL or day is None:
        return {}
    found = in_force(agreements_of(desk, visit.place_id), day)
    return {"agreement_id": found.id if found else None}


def _carry_out(desk: Desk, it: CarryOutVisit, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    in_stage(seen, VisitStage.PLANNED)
    spanned(it.starts_on, it.ends_on)
    rules = visit_rules(seen.guideline)
    due = report_due(it.ends_on, months=rules.report_months, to_working_day=rules.to_working_day)
    digital = seen.visit.form is VisitForm.DIGITAL
    put_people(desk, work, seen, it.people)
    step_on(
        desk,
        work,
        seen.visit,
        VisitStage.CARRIED_OUT,
        starts_on=it.starts_on,
        ends_on=it.ends_on,
        distance_km=None if digital or seen.place is None else seen.place.distance_km,
        report_counted_on=None if digital else due.counted,
        report_due_on=None if digital else due.day,
        **frozen(desk, seen.visit, it.starts_on),
    )
    done(work, seen.visit)
    if digital:
        work.said = say("{number} är genomfört.", number=seen.visit.number)
    else:
        work.said = say(
            "{number} är genomfört. Rapport senast {day}.",
            number=seen.visit.number,
            day=due.day.isoformat(),
        )


def _report(desk: Desk, it: ReportVisit, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    in_stage(seen, *AFTER_VISIT)
    for field, label in (("outcome", "Vad det gav"), ("lessons", "Att göra annorlunda")):
        no_personal_numbers(field, label, getattr(it, field))
    not_before("reported_on", "Rapporterat", it.reported_on, seen.visit.ends_on or it.reported_on)
    costs = None if it.costs is None else real_costs(seen.visit, it.costs)
    put_costs(desk, work, seen, costs)
    step_on(
        desk,
        work,
        seen.visit,
        VisitStage.REPORTED,
        reported_on=it.reported_on,
        outcome=it.outcome,
        lessons=it.lessons,
    )
    done(work, seen.visit)
    work.said = say("{number} är rapporterat.", number=seen.visit.number)


def _held(_desk: Desk, seen: VisitPicture) -> dict[str, Any]:
    visit = seen.visit
    return {
        "visit_id": visit.id,
        "starts_on": visit.starts_on,
        "ends_on": visit.ends_on,
        "people": people_rows(seen),
    }


def _written(desk: Desk, seen: VisitPicture) -> dict[str, Any]:
    visit = seen.visit
    return {
        "visit_id": visit.id,
        "reported_on": visit.reported_on or desk.today,
        "outcome": visit.outcome,
        "lessons": visit.lessons,
        "costs": cost_rows(seen),
    }


STEPS = (
    Step(
        name="carry_out_visit",
        command=CarryOutVisit,
        about="visit",
        title=say("Besöket är genomfört"),
        button=say("Markera genomfört"),
        plan=_carry_out,
        applies=stage_is(VisitStage.PLANNED),
        prefill=_held,
        consequence=lambda seen: (
            None
            if seen.agreement is None
            else say("Det delas efter den överenskommelse som gällde första dagen.")
        ),
    ),
    Step(
        name="report_visit",
        command=ReportVisit,
        about="visit",
        title=say("Rapportera besöket"),
        button=lambda seen: (
            say("Ändra rapporten") if seen.stage is VisitStage.REPORTED else say("Rapportera")
        ),
        plan=_report,
        applies=stage_is(*AFTER_VISIT),
        prefill=_written,
    ),
)
