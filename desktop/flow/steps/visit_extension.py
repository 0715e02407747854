"""The report on a visit may come later, for a reason; the old day is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.problems import refuse
from desktop.domain.text import Text, say
from desktop.domain.visit_words import VisitStage
from desktop.domain.visiting import VisitExtension
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.visit_about import done, in_stage, only_visit, seen_visit

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class ExtendVisitReport(Command):
    """Give a later day for the report on a visit, with the reason; the old day is kept."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    new_on: date = ask(Kind.DAY, "Ny sista dag")
    reason: str = ask(Kind.LINE, "Skäl", limit=500)


def _extend(desk: Desk, it: ExtendVisitReport, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    in_stage(seen, VisitStage.CARRIED_OUT)
    old = seen.visit.report_due_on
    if old is None:
        raise refuse("visit_id", "Besök – ett digitalt möte behöver ingen rapport – avsluta det.")
    no_personal_numbers("reason", "Skäl", it.reason)
    if it.new_on <= old:
        raise refuse(
            "new_on",
            "Ny sista dag – {day} är inte senare än {old} – skriv en senare dag.",
            day=it.new_on.isoformat(),
            old=old.isoformat(),
        )
    work.add(
        VisitExtension(
            visit_id=seen.id, old_on=old, new_on=it.new_on, reason=it.reason, day=desk.today
        )
    )
    work.change(seen.visit, report_due_on=it.new_on)
    done(work, seen.visit)
    work.reason = it.reason
    work.said = say(
        "Rapporten om {number} får vänta till {day}.",
        number=seen.visit.number,
        day=it.new_on.isoformat(),
    )


def _waits(seen: VisitPicture) -> bool:
    return seen.to_report and seen.visit.report_due_on is not None


def _due(seen: VisitPicture) -> Text | None:
    due = seen.visit.report_due_on
    if due is None:
        return None
    if due < seen.today:
        return say("Den skulle ha kommit senast {day}.", day=due.isoformat())
    return say("Den ska komma senast {day}.", day=due.isoformat())


STEPS = (
    Step(
        name="extend_visit_report",
        command=ExtendVisitReport,
        about="visit",
        title=say("Längre tid för rapporten"),
        button=say("Ge längre tid"),
        plan=_extend,
        applies=_waits,
        prefill=only_visit,
        consequence=_due,
    ),
)
