"""The one next act of a visit, its words, and how the visit stands in lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.settlement import shown
from desktop.domain.spoken import short_day
from desktop.domain.text import Text, say
from desktop.domain.visit_words import STAGE_WORDS, VisitStage

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.step import Step
    from desktop.flow.visit_picture import VisitPicture


def visit_next(seen: VisitPicture) -> str:
    """Give the name of the next act; "" when nothing more is to be done."""
    match seen.stage:
        case VisitStage.IDEA:
            return "approve_purpose"
        case VisitStage.APPROVED:
            return "plan_visit"
        case VisitStage.PLANNED:
            return "carry_out_visit"
        case VisitStage.CLOSED:
            return ""
        case VisitStage.CANCELLED:
            return _settling(seen)
        case _:
            return _afterwards(seen)


def _afterwards(seen: VisitPicture) -> str:
    """Give a late report first, then money that can be settled, then the report with its costs."""
    settling = _settling(seen)
    if not seen.report_late and (settling == "settle_visit" or not seen.to_report):
        return settling or "close_visit"
    return "report_visit"


def _settling(seen: VisitPicture) -> str:
    if not seen.to_settle:
        return ""
    return "record_costs" if seen.settlement.open else "settle_visit"


def next_visit_words(seen: VisitPicture) -> Text:
    """Give the words for the next act in lists; empty when there is none."""
    name = visit_next(seen)
    if name == "settle_visit":
        return settle_words(seen)
    return VERBS.get(name, say(""))


def settle_words(seen: VisitPicture) -> Text:
    """Give the words on the button that settles: with the sum that one pays the other."""
    owed = sum(debt.ore for debt in seen.settlement.owes)
    return say("Reglera {amount}", amount=shown(owed)) if owed else say("Reglera kostnaderna")


VERBS: dict[str, Text] = {
    "approve_purpose": say("Godkänn syftet"),
    "plan_visit": say("Planera"),
    "carry_out_visit": say("Markera genomfört"),
    "record_costs": say("Fyll i kostnaderna"),
    "report_visit": say("Rapportera"),
    "close_visit": say("Avsluta"),
}
"""By name of the act; visit_next gives no other names but "settle_visit", which says the sum."""


def other_visit_acts(seen: VisitPicture) -> tuple[Step, ...]:
    """Give the acts about the visit that can be done besides the next one."""
    from desktop.flow.steps import acts_about  # noqa: PLC0415 - lists need no commands

    now = visit_next(seen)
    return tuple(step for step in acts_about("visit") if step.name != now and step.applies(seen))


@dataclass(frozen=True, kw_only=True)
class VisitLabel:
    """How a visit stands, in a few words."""

    text: Text
    """The words."""
    tone: str
    """"late", "mine" (waits for the coordinator), "coming" or "done"."""
    due_on: date | None = None
    """The day it is due, when there is one."""


def visit_label(seen: VisitPicture) -> VisitLabel:
    """Give how a visit stands today; computed, never stored."""
    visit = seen.visit
    if seen.report_late:
        days = seen.report_late
        words = (
            say("Rapport försenad 1 dag")
            if days == 1
            else say("Rapport försenad {days} dagar", days=days)
        )
        return VisitLabel(text=words, tone="late", due_on=visit.report_due_on)
    if visit_next(seen) == "report_visit":
        return _to_report(seen)
    if seen.to_settle:
        words = say("Kostnader saknas") if seen.settlement.open else say("Att reglera")
        return VisitLabel(text=words, tone="mine")
    if seen.stage in (VisitStage.CLOSED, VisitStage.CANCELLED):
        return VisitLabel(text=STAGE_WORDS[seen.stage], tone="done")
    if seen.stage is VisitStage.PLANNED and not seen.over:
        return VisitLabel(text=STAGE_WORDS[seen.stage], tone="coming", due_on=visit.starts_on)
    return VisitLabel(text=STAGE_WORDS[seen.stage], tone="mine", due_on=visit.starts_on)


def _to_report(seen: VisitPicture) -> VisitLabel:
    due = seen.visit.report_due_on
    if due is None:
        return VisitLabel(text=STAGE_WORDS[seen.stage], tone="mine", due_on=seen.visit.starts_on)
    words = say("Rapport senast {day}", day=short_day(due))
    return VisitLabel(text=words, tone="mine", due_on=due)
