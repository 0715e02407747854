"""Action plans by body and year: goals, evaluation, revision, and the bodies that lack one (B1)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Document
from desktop.domain.commitment_facts import PlanFacts
from desktop.domain.commitment_rules import commitment_findings
from desktop.domain.commitment_words import GoalStatus
from desktop.domain.commitments import ActionPlan, Body, PlanGoal
from desktop.domain.text import Text, say
from desktop.domain.work_guideline import work_rules
from desktop.flow.bodies import all_bodies, bodies_of, body_of, grouped

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.domain.rule import Finding
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class PlanPicture:
    """Everything about one action plan; read once, never changed."""

    today: date
    """The day it is seen."""
    plan: ActionPlan
    """The plan."""
    body: Body
    """Whose it is."""
    goals: tuple[PlanGoal, ...]
    """Its goals, in order."""
    document: Document | None
    """The plan itself."""
    followed: bool
    """True when the body has a plan for the year after."""
    findings: tuple[Finding, ...]
    """What the guideline's rules say."""

    @property
    def id(self) -> int:
        """Its id."""
        return self.plan.id

    @property
    def evaluated(self) -> bool:
        """True when it is evaluated."""
        return self.plan.evaluated_on is not None

    @property
    def revised(self) -> bool:
        """True when it is revised, or the year after has a plan."""
        return self.plan.revised_on is not None or self.followed

    @property
    def reached(self) -> int:
        """How many goals were reached."""
        return sum(each.status is GoalStatus.REACHED for each in self.goals)

    @property
    def label(self) -> Text:
        """How it stands, in a few words."""
        if self.evaluated and self.revised:
            return say("Utvärderad och reviderad")
        if self.evaluated:
            return say("Utvärderad")
        return say("Att utvärdera") if self.plan.year < self.today.year else say("Gäller")

    @property
    def tone(self) -> str:
        """Give "mine" (waits for somebody), "coming" or "done"."""
        if self.evaluated and self.revised:
            return "done"
        return "mine" if self.evaluated or self.plan.year < self.today.year else "coming"

    @property
    def next_act(self) -> str:
        """Name of the next act; empty when nothing more is to be done."""
        if not self.goals:
            return "set_plan_goals"
        if not self.evaluated:
            return "evaluate_action_plan"
        return "" if self.revised else "revise_action_plan"

    @property
    def next_words(self) -> Text:
        """The words of the next act in lists."""
        return _VERBS.get(self.next_act, say(""))


_VERBS: dict[str, Text] = {
    "evaluate_action_plan": say("Utvärdera"),
    "revise_action_plan": say("Revidera"),
    "set_plan_goals": say("Skriv målen"),
}


@dataclass(frozen=True, kw_only=True)
class PlanRow:
    """One body and year of the list, with or without a plan."""

    body: Body
    """The body."""
    year: int
    """The year."""
    plan: PlanPicture | None
    """Its plan; None when it is missing."""
    findings: tuple[Finding, ...]
    """What the guideline's rules say."""

    @property
    def label(self) -> Text:
        """How it stands, in a few words."""
        return self.plan.label if self.plan else say("Saknas")

    @property
    def next_words(self) -> Text:
        """The words of the next act."""
        return self.plan.next_words if self.plan else say("Registrera planen")


def plan_picture(desk: Desk, plan_id: int) -> PlanPicture:
    """Read an action plan whole; LookupError when there is none with that id."""
    plan = desk.store.get(ActionPlan, plan_id)
    goals = desk.store.find(PlanGoal, "plan_id = ?", plan_id)
    after = desk.store.first(ActionPlan, "body_id = ? and year = ?", plan.body_id, plan.year + 1)
    return _pictured(desk, plan, goals, followed=after is not None)


def plans_of(desk: Desk, body_id: int) -> tuple[PlanPicture, ...]:
    """Give the plans of a body, the latest year first."""
    return tuple(each for each in _all(desk) if each.body.id == body_id)


def plan_list(desk: Desk, year: int | None = None) -> tuple[PlanRow, ...]:
    """Give the plans of a year, this year unless said, and the bodies that lack one."""
    year = desk.today.year if year is None else year
    known = {each.body.id: each for each in _all(desk) if each.plan.year == year}
    terms = work_rules(desk.in_force()[1]).plans
    wanted = {each.id for each in bodies_of(desk, terms.of if terms else ())}
    rows = [
        PlanRow(
            body=body,
            year=year,
            plan=known.get(key),
            findings=known[key].findings if key in known else missing_plan(desk, body, year),
        )
        for key, body in all_bodies(desk).items()
        if key in known or key in wanted
    ]
    return tuple(rows)


def plan_years(desk: Desk) -> tuple[int, ...]:
    """Give the years that have plans and this year, the latest first."""
    years = {each.year for each in desk.store.find(ActionPlan)}
    return tuple(sorted({*years, desk.today.year}, reverse=True))


def missing_plan(desk: Desk, body: Body, year: int) -> tuple[Finding, ...]:
    """Give what the rules say of a body without a plan for a year."""
    facts = PlanFacts(today=desk.today, guideline=desk.in_force()[1], body=body, year=year)
    return commitment_findings("plan", facts)


def _all(desk: Desk) -> tuple[PlanPicture, ...]:
    goals = grouped(desk.store.find(PlanGoal), lambda it: it.plan_id)
    plans = desk.store.find(ActionPlan, order="year desc, id")
    years = {(each.body_id, each.year) for each in plans}
    return tuple(
        _pictured(
            desk,
            each,
            goals.get(each.id, ()),
            followed=(each.body_id, each.year + 1) in years,
        )
        for each in plans
    )


def _pictured(
    desk: Desk, plan: ActionPlan, goals: Iterable[PlanGoal], *, followed: bool
) -> PlanPicture:
    body = body_of(desk, plan.body_id)
    assert body is not None  # noqa: S101 - a plan has a body
    kept = tuple(goals)
    facts = PlanFacts(
        today=desk.today,
        guideline=desk.in_force()[1],
        body=body,
        year=plan.year,
        plan=plan,
        goals=kept,
        followed=followed,
    )
    store = desk.store
    return PlanPicture(
        today=desk.today,
        plan=plan,
        body=body,
        goals=kept,
        document=store.get(Document, plan.document_id, everything=True)
        if plan.document_id
        else None,
        followed=followed,
        findings=commitment_findings("plan", facts),
    )
