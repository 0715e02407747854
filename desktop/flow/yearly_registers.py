"""Networks, projects, action plans, contact persons and documents of the year (U4, A2, B1, B2)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.commitment_facts import budget, own_money
from desktop.domain.commitment_words import PROJECT_KIND_WORDS, GoalStatus, ProjectState
from desktop.domain.commitments import (
    ActionPlan,
    Body,
    ContactPerson,
    GoverningDocument,
    Network,
    PlanGoal,
    Project,
    ProjectFunding,
)
from desktop.domain.text import Text, plain, say
from desktop.domain.yearly import KR, Figure, Section, Source, divided, figure
from desktop.flow.follow_up_view import in_being
from desktop.flow.yearly_places import filled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.flow.yearly_frame import Frame

UNDER_WAY = (
    ProjectState.GRANTED,
    ProjectState.RUNNING,
    ProjectState.REPORTED,
    ProjectState.CLOSED,
)
"""States of a project that was carried out or is to be."""


def networks(frame: Frame) -> Section | None:
    """Give the memberships, what they cost a year, and those to review (U4)."""
    kept = frame.desk.store.find(Network, order="name")
    if frame.work.networks is None and not kept:
        return None
    members = {
        year: [each for each in kept if _member(each, frame.day_in(year))] for year in frame.years
    }
    rows = {year: [_network(each, 1) for each in found] for year, found in members.items()}
    fees = {
        year: [_network(each, each.fee) for each in found if each.fee]
        for year, found in members.items()
    }
    due = [
        _network(each, 1, each.next_review_on)
        for each in members[frame.year]
        if each.next_review_on is not None and each.next_review_on <= frame.horizon
    ]
    found = [figure("networks", say("Medlemskap i nätverk"), rows, frame.years)]
    if any(fees.values()):
        found.append(figure("network_fees", say("Medlemsavgifter"), fees, frame.years, unit=KR))
    found += _due("networks_due", frame, due)
    return Section(key="networks", title=say("Nätverk"), figures=tuple(found))


def _due(key: str, frame: Frame, rows: list[Source]) -> Iterable[Figure]:
    title = say("Att ompröva till och med {year}", year=frame.horizon.year)
    return filled(((key, title, rows),), frame.year)


def _member(it: Network, day: date) -> bool:
    begun = it.member_since is None or it.member_since <= day
    return begun and (it.left_on is None or it.left_on >= day)


def _network(it: Network, amount: int, day: date | None = None) -> Source:
    return Source(subject=("network", it.id), text=plain(it.name), amount=amount, day=day)


def projects(frame: Frame) -> Section | None:
    """Give the projects that went on in the year, and whose money they are (A2, U6, B4)."""
    kept = frame.desk.store.find(Project, order="name")
    if frame.work.projects is None and not kept:
        return None
    going = {year: [each for each in kept if _went_on(each, year)] for year in frame.years}
    rows = {year: [_project(each, 1) for each in found] for year, found in going.items()}
    kinds = {each.id: str(each.kind) for each in kept}
    words = {str(key): word for key, word in PROJECT_KIND_WORDS.items()}
    whole = figure(
        "projects",
        say("Projekt"),
        rows,
        frame.years,
        parts=divided("projects", rows, frame.years, lambda row: (kinds[row.subject[1]],), words),
    )
    applied = {
        year: [
            _project(each, 1)
            for each in kept
            if each.applied_on is not None and each.applied_on.year == year
        ]
        for year in frame.years
    }
    found = [whole]
    if any(applied.values()):
        found.append(figure("projects_applied", say("Sökta projekt"), applied, frame.years))
    return Section(
        key="projects",
        title=say("Projekt"),
        figures=(*found, *_money(frame, going)),
    )


def _money(frame: Frame, going: dict[int, list[Project]]) -> Iterable[Figure]:
    """Give what others and we pay of the projects, as each project's own page counts it."""
    funding: dict[int, tuple[ProjectFunding, ...]] = {}
    for each in frame.desk.store.find(ProjectFunding, order="id"):
        funding[each.project_id] = (*funding.get(each.project_id, ()), each)
    own = {key: own_money(rows) for key, rows in funding.items()}
    external = {key: budget(rows) - own[key] for key, rows in funding.items()}
    for key, title, sums in (
        ("project_external", say("Externa medel i projekten"), external),
        ("project_own", say("Egna medel i projekten"), own),
    ):
        rows = {
            year: [_project(each, amount) for each in found if (amount := sums.get(each.id))]
            for year, found in going.items()
        }
        if any(rows.values()):
            yield figure(
                key,
                title,
                rows,
                frame.years,
                unit=KR,
                note=say("Hela projektets budget, också för andra år."),
            )


def _went_on(it: Project, year: int) -> bool:
    if it.state not in UNDER_WAY:
        return False
    first = it.starts_on or it.granted_on
    begun = first is None or first.year <= year
    return begun and (it.ends_on is None or it.ends_on.year >= year)


def _project(it: Project, amount: int) -> Source:
    return Source(subject=("project", it.id), text=plain(it.name), amount=amount, day=it.ends_on)


def plans(frame: Frame) -> Section | None:
    """Give the action plans of the year: adopted, evaluated, missing, and their goals (B1)."""
    desk = frame.desk
    kept = desk.store.find(ActionPlan, order="id")
    terms = frame.work.plans
    if terms is None and not kept:
        return None
    names = {each.id: each.name for each in desk.store.find(Body, everything=True)}

    def row(it: ActionPlan) -> Source:
        return Source(
            subject=("plan", it.id),
            text=plain(names[it.body_id]),
            amount=1,
            day=it.evaluated_on or it.adopted_on,
        )

    in_year = {year: [each for each in kept if each.year == year] for year in frame.years}
    evaluated = {
        year: [row(each) for each in found if each.evaluated_on] for year, found in in_year.items()
    }
    having = {each.body_id for each in in_year[frame.year]}
    missing = [
        Source(subject=("body", each.id), text=plain(each.name), amount=1)
        for each in (in_being(desk, terms.of) if terms else ())
        if each.id not in having
    ]
    return Section(
        key="plans",
        title=say("Handlingsplaner"),
        figures=(
            figure(
                "plans",
                say("Handlingsplaner"),
                {year: list(map(row, found)) for year, found in in_year.items()},
                frame.years,
            ),
            figure("plans_evaluated", say("Utvärderade"), evaluated, frame.years),
            *_goals(frame, in_year[frame.year]),
            *filled((("plans_missing", say("Utan handlingsplan"), missing),), frame.year),
        ),
    )


def _goals(frame: Frame, kept: list[ActionPlan]) -> Iterable[Figure]:
    """Give the goals of the year's plans, and those that were reached."""
    plan_ids = {each.id for each in kept}
    goals = [
        each
        for each in frame.desk.store.find(PlanGoal, order="plan_id, id")
        if each.plan_id in plan_ids
    ]
    reached = [each for each in goals if each.status is GoalStatus.REACHED]
    lists: tuple[tuple[str, Text, list[Source]], ...] = (
        ("plan_goals", say("Mål i planerna"), list(map(_goal, goals))),
        ("plan_goals_reached", say("Uppnådda mål"), list(map(_goal, reached))),
    )
    return filled(lists, frame.year)


def _goal(it: PlanGoal) -> Source:
    return Source(subject=("plan", it.plan_id), text=plain(it.text), amount=1)


def contact_persons(frame: Frame) -> Section | None:
    """Give the contact persons, and the bodies that should have one and have none (B2)."""
    desk, terms = frame.desk, frame.work.contacts
    if terms is None:
        return None
    bodies = in_being(desk, terms.of)
    served = {
        each.body_id
        for each in desk.store.find(ContactPerson)
        if each.until is None or each.until >= desk.today
    }
    one = [_body(each) for each in bodies if each.id in served]
    lists = (
        (
            "contacts_missing",
            say("Utan kontaktperson"),
            [_body(e) for e in bodies if e.id not in served],
        ),
    )
    return Section(
        key="contact_persons",
        title=say("Kontaktpersoner"),
        figures=(
            figure(
                "contact_persons",
                say("Verksamheter med kontaktperson"),
                {frame.year: one},
                (frame.year,),
            ),
            *filled(lists, frame.year),
        ),
    )


def _body(it: Body) -> Source:
    return Source(subject=("body", it.id), text=plain(it.name), amount=1)


def documents(frame: Frame) -> Section | None:
    """Give the governing documents that end or are to be reviewed by the end of next year."""
    found = []
    for each in frame.desk.store.find(GoverningDocument, order="name"):
        days = [day for day in (each.valid_to, each.next_review_on) if day is not None]
        if days and min(days) <= frame.horizon:
            found.append(
                Source(
                    subject=("governing_document", each.id),
                    text=plain(each.name),
                    amount=1,
                    day=min(days),
                )
            )
    guideline = frame.guideline
    if guideline.valid_to is not None and guideline.valid_to <= frame.horizon:
        version = frame.desk.in_force(frame.day)[0]
        found.append(
            Source(
                subject=("guideline", version),
                text=plain(guideline.title),
                amount=1,
                day=guideline.valid_to,
            )
        )
    figures = tuple(_due("documents_due", frame, found))
    if not figures:
        return None
    return Section(key="documents", title=say("Styrande dokument"), figures=figures)
