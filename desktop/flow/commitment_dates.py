"""The days of networks, projects, plans, contacts and governing documents."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.commitment_words import UNDER_WAY
from desktop.domain.commitments import ActionPlan, Body
from desktop.domain.dates import add_months
from desktop.domain.swedish import capital
from desktop.domain.text import plain, say
from desktop.domain.work_guideline import work_rules
from desktop.flow.bodies import all_bodies, bodies_of, in_being
from desktop.flow.contact_view import without_contact
from desktop.flow.deadlines import Fact
from desktop.flow.document_view import governing_list, guideline_review
from desktop.flow.network_view import network_list
from desktop.flow.place_findings import towns_without_decision
from desktop.flow.project_view import project_list

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.text import Text
    from desktop.flow.desk import Desk

PLAN_BY = (1, 31)
"""Month and day by which a year's action plan is there and last year's is evaluated.

The house's default: no guideline names a day.
"""

GRACE_MONTHS = 3
"""Months that a new register has to write in a review of the mandate period."""


def commitment_facts(desk: Desk) -> Iterator[Fact]:
    """Give everything with a day in these registers, and what lacks something without a day."""
    yield from networks(desk)
    yield from projects(desk)
    yield from plans(desk)
    yield from contacts(desk)
    yield from documents(desk)
    yield from towns(desk)


def networks(desk: Desk) -> Iterator[Fact]:
    """Give when each network we are members of is reviewed (U4)."""
    for seen in network_list(desk, left=False):
        if seen.review_due is not None:
            yield Fact(
                kind="network_review",
                day=seen.review_due,
                text=say("Ompröva {name}", name=seen.network.name),
                calendar=plain(seen.network.name),
                subject=("network", seen.id),
            )


def projects(desk: Desk) -> Iterator[Fact]:
    """Give every report that is not made, and the last day of each project under way."""
    for seen in project_list(desk, living=True):
        name, subject = seen.project.name, ("project", seen.id)
        waits = seen.next_report
        if waits is not None:
            yield Fact(
                kind="project_report",
                day=waits.due_on,
                text=say("{what} för {name}", what=capital(waits.text), name=name),
                calendar=plain(name),
                subject=subject,
            )
        if seen.project.ends_on is not None and seen.state in UNDER_WAY:
            yield Fact(
                kind="project_end",
                day=seen.project.ends_on,
                text=say("{name} slutar", name=name),
                calendar=plain(name),
                subject=subject,
            )


def plans(desk: Desk) -> Iterator[Fact]:
    """Give plans that are missing for the year, and those to evaluate or revise (B1)."""
    year, bodies = desk.today.year, all_bodies(desk)
    known = {(each.body_id, each.year): each for each in desk.store.find(ActionPlan)}
    terms = work_rules(desk.in_force()[1]).plans
    for body in bodies_of(desk, terms.of if terms else ()):
        if (body.id, year) not in known:
            missing = say("{name} har ingen handlingsplan för {year}", name=body.name, year=year)
            yield _of_body("plan_missing", date(year, *PLAN_BY), missing, body, ("body", body.id))
    for (body_id, of_year), plan in known.items():
        owner = bodies.get(body_id)
        if owner is None or not in_being(desk, owner) or of_year >= year:
            continue
        day, subject = date(of_year + 1, *PLAN_BY), ("plan", plan.id)
        if plan.evaluated_on is None:
            words = say("Utvärdera handlingsplanen {year}, {name}", year=of_year, name=owner.name)
            yield _of_body("plan_evaluate", day, words, owner, subject)
        elif plan.revised_on is None and (body_id, of_year + 1) not in known:
            words = say("Revidera handlingsplanen {year}, {name}", year=of_year, name=owner.name)
            yield _of_body("plan_revise", day, words, owner, subject)


def contacts(desk: Desk) -> Iterator[Fact]:
    """Give the bodies that should have a contact person and have none (B2)."""
    for body in without_contact(desk):
        words = say("{name} har ingen kontaktperson", name=body.name)
        yield _of_body("contact_missing", None, words, body, ("body", body.id))


def _of_body(kind: str, day: date | None, text: Text, body: Body, subject: tuple[str, int]) -> Fact:
    return Fact(
        kind=kind,
        day=day,
        text=text,
        calendar=plain(body.name),
        subject=subject,
        whose=plain(body.name),
        mine=False,
    )


def documents(desk: Desk) -> Iterator[Fact]:
    """Give the days of governing documents, and of the guideline's own review (U1, S9)."""
    for seen in governing_list(desk, ended=False):
        it = seen.document
        for kind, day, words in (
            ("governing_review", it.next_review_on, say("Se över {name}", name=it.name)),
            ("governing_end", it.valid_to, say("{name} slutar gälla", name=it.name)),
        ):
            if day is not None:
                yield Fact(
                    kind=kind,
                    day=day,
                    text=words,
                    calendar=plain(it.name),
                    subject=("governing_document", seen.id),
                )
    review = guideline_review(desk)
    if review.stands is not None:
        title = desk.in_force()[1].title
        yield Fact(
            kind="guideline_review",
            day=max(review.stands.due, add_months(_began(desk), GRACE_MONTHS)),
            text=say("Ompröva {title} för mandatperioden", title=title),
            calendar=plain(title),
            subject=("guideline", review.version_id),
        )


def _began(desk: Desk) -> date:
    """Give the day the register was begun: nothing was late in it before that."""
    ((first,),) = desk.store.rows("select min(at) from event")
    return date.fromisoformat(str(first)[:10])


def towns(desk: Desk) -> Iterator[Fact]:
    """Give the twin towns that lack the council's decision where it decides them (U7)."""
    for place in towns_without_decision(desk):
        yield Fact(
            kind="place_council",
            day=None,
            text=say("{place} saknar fullmäktiges beslut", place=place.name),
            calendar=plain(place.name),
            subject=("place", place.id),
        )
