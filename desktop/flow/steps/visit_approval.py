"""The purpose of a visit is approved when every rule lets it through (P10–P14, S6)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.text import say
from desktop.domain.visit_words import Funding, VisitStage
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.visit_about import (
    FUNDINGS,
    GOALS,
    done,
    in_stage,
    require_gate,
    seen_visit,
    spanned,
    stage_is,
    step_on,
)
from desktop.flow.steps.visits import days_known, known_goals

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.visit_picture import VisitPicture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class ApprovePurpose(Command):
    """Approve the purpose of a visit: why, for what, when, and with whose money."""

    visit_id: int = ask(Kind.REF, "Besök", ref="visit")
    purpose: str = ask(Kind.NOTE, "Syfte", default="")
    why_not_digital: str = ask(Kind.NOTE, "Varför inte digitalt", default="")
    areas: tuple[str, ...] = ask(Kind.CHOICES, "Mål", source="goals", default=())
    agenda_goals: tuple[str, ...] = ask(Kind.CHOICES, "Agenda 2030", choices=GOALS, default=())
    starts_on: date | None = ask(Kind.DAY, "Första dag", default=None)
    ends_on: date | None = ask(Kind.DAY, "Sista dag", default=None, help="Tomt: samma dag.")
    bearer: str = ask(Kind.LINE, "Nämnd som betalar", default="")
    funding: str = ask(Kind.CHOICE, "Pengarna kommer från", choices=FUNDINGS, default="own")
    project: str = ask(Kind.LINE, "Projekt", default="", help="När projektmedel betalar.")
    reason: str = ask(
        Kind.NOTE,
        "Skäl att gå vidare",
        default="",
        help="Behövs där en regel stoppar men lämnar utrymme.",
    )
    approved_on: date = ask(Kind.DAY, "Godkänt", past=True)


def approved(desk: Desk, it: ApprovePurpose, seen: VisitPicture) -> dict[str, Any]:
    """Give the columns that an approval fills in; raises Refusal for what no rule judges."""
    for field, label in (("purpose", "Syfte"), ("why_not_digital", "Varför inte digitalt")):
        no_personal_numbers(field, label, getattr(it, field))
    starts_on, ends_on = spanned(it.starts_on, it.ends_on)
    days_known(starts_on)
    return {
        "purpose": it.purpose,
        "why_not_digital": it.why_not_digital,
        "areas": known_goals(seen.guideline, it.areas),
        "agenda_goals": it.agenda_goals,
        "starts_on": starts_on,
        "ends_on": ends_on,
        "bearer": it.bearer,
        "funding": Funding(it.funding),
        "project": it.project,
        "approval_reason": it.reason,
        "approved_on": it.approved_on,
        "approved_by": desk.officer().name,
    }


def _approve(desk: Desk, it: ApprovePurpose, work: Work) -> None:
    seen = seen_visit(desk, it.visit_id)
    no_personal_numbers("reason", "Skäl att gå vidare", it.reason)
    in_stage(seen, VisitStage.IDEA)
    values = approved(desk, it, seen)
    require_gate(desk, replace(seen.visit, **values), seen.people, seen.costs)
    step_on(desk, work, seen.visit, VisitStage.APPROVED, **values)
    done(work, seen.visit)
    work.reason = it.reason
    work.said = say("Syftet med {number} är godkänt.", number=seen.visit.number)


def _now(desk: Desk, seen: VisitPicture) -> dict[str, Any]:
    visit = seen.visit
    same = ("purpose", "why_not_digital", "areas", "agenda_goals", "starts_on", "ends_on")
    return {
        **{name: getattr(visit, name) for name in same},
        "visit_id": visit.id,
        "bearer": visit.bearer or desk.office().board,
        "funding": str(visit.funding),
        "project": visit.project,
        "reason": visit.approval_reason,
        "approved_on": desk.today,
    }


STEPS = (
    Step(
        name="approve_purpose",
        command=ApprovePurpose,
        about="visit",
        title=say("Godkänn syftet"),
        button=say("Godkänn syftet"),
        plan=_approve,
        applies=stage_is(VisitStage.IDEA),
        prefill=_now,
    ),
)
