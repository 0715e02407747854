"""Projects whole: money by financier, partners, reporting days, visits, and what the rules say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.commitment_facts import ProjectFacts, budget, own_money
from desktop.domain.commitment_rules import commitment_findings
from desktop.domain.commitment_words import (
    LIVING,
    PROJECT_STATE_WORDS,
    UNDER_WAY,
    ProjectState,
)
from desktop.domain.commitments import (
    Body,
    Project,
    ProjectFunding,
    ProjectPartner,
    ProjectReportDay,
)
from desktop.domain.swedish import fold
from desktop.domain.text import Text, say
from desktop.flow.bodies import body_of, grouped
from desktop.flow.visit_facts import all_visits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.domain.rule import Finding
    from desktop.domain.units import Kr
    from desktop.domain.visiting import Visit
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class ProjectPicture:
    """Everything about one project; read once, never changed."""

    today: date
    """The day it is seen."""
    project: Project
    """The project."""
    body: Body | None
    """The body that answers for it."""
    funding: tuple[ProjectFunding, ...]
    """Who pays what, in the order it was written."""
    partners: tuple[ProjectPartner, ...]
    """Who else takes part."""
    report_days: tuple[ProjectReportDay, ...]
    """Days to report on, the earliest first."""
    visits: tuple[Visit, ...]
    """Visits whose money comes from it: they name it."""
    findings: tuple[Finding, ...]
    """What the guideline's rules say."""

    @property
    def id(self) -> int:
        """Its id."""
        return self.project.id

    @property
    def state(self) -> ProjectState:
        """Where it stands."""
        return self.project.state

    @property
    def budget(self) -> Kr:
        """Kronor of all financiers: granted when that is known, otherwise applied for."""
        return budget(self.funding)

    @property
    def own(self) -> Kr:
        """The municipality's own kronor."""
        return own_money(self.funding)

    @property
    def external(self) -> Kr:
        """Kronor from others."""
        return self.budget - self.own

    @property
    def own_percent(self) -> int | None:
        """Share of own money in per cent, half up; None without a budget."""
        return (self.own * 200 + self.budget) // (2 * self.budget) if self.budget else None

    @property
    def next_report(self) -> ProjectReportDay | None:
        """The first reporting day that is not done."""
        return next((each for each in self.report_days if each.done_on is None), None)

    @property
    def report_late(self) -> int:
        """Days that a report is late; 0 when none is."""
        waits = self.next_report
        if waits is None or self.state not in LIVING:
            return 0
        return max(0, (self.today - waits.due_on).days)

    @property
    def over(self) -> bool:
        """True when its last day has passed and it is still under way."""
        ends = self.project.ends_on
        return self.state in UNDER_WAY and ends is not None and ends < self.today

    @property
    def late(self) -> bool:
        """True when a report or its end is overdue."""
        return bool(self.report_late) or self.over

    @property
    def label(self) -> Text:
        """How it stands, in a few words."""
        if self.report_late:
            return say("Redovisning sen")
        return say("Slutdagen har passerat") if self.over else PROJECT_STATE_WORDS[self.state]

    @property
    def tone(self) -> str:
        """Give "late", "mine" (waits for the coordinator), "coming" or "done"."""
        if self.late:
            return "late"
        if self.state not in LIVING:
            return "done"
        waits = (ProjectState.IDEA, ProjectState.GRANTED, ProjectState.REPORTED)
        return "mine" if self.state in waits else "coming"

    @property
    def next_act(self) -> str:
        """Name of the next act; empty when nothing more is to be done."""
        if self.report_late:
            return "set_project_report_days"
        return _NEXT.get(self.state, "")

    @property
    def next_words(self) -> Text:
        """The words of the next act in lists."""
        return _VERBS.get(self.next_act, say(""))


_NEXT: dict[ProjectState, str] = {
    ProjectState.IDEA: "apply_project",
    ProjectState.APPLIED: "grant_project",
    ProjectState.GRANTED: "start_project",
    ProjectState.RUNNING: "mark_project_reported",
    ProjectState.REPORTED: "close_project",
}
_VERBS: dict[str, Text] = {
    "apply_project": say("Markera ansökt"),
    "close_project": say("Avsluta"),
    "grant_project": say("Skriv in svaret"),
    "mark_project_reported": say("Markera slutrapporterat"),
    "set_project_report_days": say("Bocka av redovisningen"),
    "start_project": say("Markera startat"),
}


def project_picture(desk: Desk, project_id: int) -> ProjectPicture:
    """Read a project whole; LookupError when there is none with that id."""
    store, own = desk.store, ("project_id = ?", project_id)
    return pictured(
        desk,
        store.get(Project, project_id),
        funding=store.find(ProjectFunding, *own),
        partners=store.find(ProjectPartner, *own),
        report_days=store.find(ProjectReportDay, *own),
    )


def project_list(
    desk: Desk, text: str = "", *, living: bool | None = None
) -> tuple[ProjectPicture, ...]:
    """Give the projects whose words hold `text`, those with something left to do first, by name."""
    store, wanted = desk.store, fold(text)
    funding = grouped(store.find(ProjectFunding), lambda it: it.project_id)
    partners = grouped(store.find(ProjectPartner), lambda it: it.project_id)
    days = grouped(store.find(ProjectReportDay), lambda it: it.project_id)
    found = [
        pictured(
            desk,
            each,
            funding=funding.get(each.id, ()),
            partners=partners.get(each.id, ()),
            report_days=days.get(each.id, ()),
        )
        for each in store.find(Project)
    ]
    kept = [
        each
        for each in found
        if (living is None or living is (each.state in LIVING)) and wanted in _words(each)
    ]
    return tuple(sorted(kept, key=lambda it: (it.state not in LIVING, fold(it.project.name))))


def _words(seen: ProjectPicture) -> str:
    it = seen.project
    words = (it.name, it.purpose, it.planned_development, it.programme, it.dnr, it.note)
    others = (each.financier for each in seen.funding), (each.name for each in seen.partners)
    body = seen.body.name if seen.body else ""
    return fold(" ".join((*words, body, *others[0], *others[1])))


def pictured(
    desk: Desk,
    project: Project,
    *,
    funding: Iterable[ProjectFunding] = (),
    partners: Iterable[ProjectPartner] = (),
    report_days: Iterable[ProjectReportDay] = (),
) -> ProjectPicture:
    """Give a project as it is, or would be, with what belongs to it."""
    money, body = tuple(funding), body_of(desk, project.body_id)
    facts = ProjectFacts(
        today=desk.today,
        guideline=desk.in_force()[1],
        project=project,
        body=body,
        funding=money,
    )
    return ProjectPicture(
        today=desk.today,
        project=project,
        body=body,
        funding=money,
        partners=tuple(partners),
        report_days=tuple(sorted(report_days, key=lambda it: (it.due_on, it.id))),
        visits=_visits(desk, project.name),
        findings=commitment_findings("project", facts),
    )


def _visits(desk: Desk, name: str) -> tuple[Visit, ...]:
    wanted = fold(name)
    return tuple(each for each in all_visits(desk) if each.project and fold(each.project) == wanted)
