"""What the rules of visits look at, read from the file for a visit as it is or would be."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from desktop.domain.agreements import in_force
from desktop.domain.quota import Quota, nearer_without_trip, quota
from desktop.domain.registers import Place
from desktop.domain.visit_guideline import visit_rules
from desktop.domain.visit_rules import VisitFacts, visit_findings
from desktop.domain.visit_words import BEFORE_VISIT, Funding, VisitForm
from desktop.domain.visiting import Agreement, AgreementLine, Visit, VisitCost, VisitPeople

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import date

    from desktop.domain.guideline import Guideline
    from desktop.domain.rule import Finding
    from desktop.flow.desk import Desk


def agreements_of(desk: Desk, place_id: int | None) -> tuple[Agreement, ...]:
    """Give every agreement with a place, the oldest first."""
    if place_id is None:
        return ()
    return tuple(desk.store.find(Agreement, "place_id = ?", place_id, order="id"))


def lines_of(desk: Desk, agreement: Agreement | None) -> tuple[AgreementLine, ...]:
    """Give the lines of an agreement, in the order they were written."""
    if agreement is None:
        return ()
    return tuple(desk.store.find(AgreementLine, "agreement_id = ?", agreement.id, order="id"))


def agreement_for(desk: Desk, visit: Visit) -> Agreement | None:
    """Give the agreement a visit is split by: the frozen one, or by its first day before that."""
    if visit.agreement_id is not None:
        return desk.store.get(Agreement, visit.agreement_id, everything=True)
    if visit.stage not in BEFORE_VISIT or visit.form is VisitForm.DIGITAL:
        return None
    if visit.starts_on is None:
        return None
    return in_force(agreements_of(desk, visit.place_id), visit.starts_on)


def costs_by_visit(desk: Desk) -> dict[int, list[VisitCost]]:
    """Give the costs of every visit by its id."""

    def read() -> dict[int, list[VisitCost]]:
        found: dict[int, list[VisitCost]] = defaultdict(list)
        for cost in desk.store.find(VisitCost, order="id"):
            found[cost.visit_id].append(cost)
        return found

    return desk.keep("costs by visit", read)


def of_own_budget(cost: VisitCost, board: str) -> bool:
    """Tell whether our own board bears a cost from its own budget (P14).

    A cost that nobody is said to bear is ours until somebody else is.
    """
    bearer = cost.bearer.strip().casefold()
    return cost.source is Funding.OWN and bearer in ("", board.strip().casefold())


def all_visits(desk: Desk) -> list[Visit]:
    """Give every visit and digital contact, in the order they were registered."""
    return desk.keep("visits", lambda: desk.store.find(Visit, order="id"))


def quota_of(
    desk: Desk, guideline: Guideline, place_id: int | None, day: date | None, but: int = 0
) -> Quota | None:
    """Count the trips to a place in the mandate period of a day; None without place or day."""
    if place_id is None or day is None:
        return None
    return quota(
        visit_rules(guideline),
        all_visits(desk),
        costs_by_visit(desk),
        place_id=place_id,
        day=day,
        but=but,
    )


def facts_of(
    desk: Desk,
    visit: Visit,
    people: Sequence[VisitPeople] = (),
    costs: Sequence[VisitCost] = (),
) -> VisitFacts:
    """Give what the rules look at, for a visit that need not be in the file like this."""
    guideline = desk.guideline(visit.guideline_id)
    place = (
        desk.store.get(Place, visit.place_id, everything=True)
        if visit.place_id is not None
        else None
    )
    day = visit.starts_on
    return VisitFacts(
        today=desk.today,
        guideline=guideline,
        municipality=desk.office().municipality,
        visit=visit,
        place=place,
        agreement=agreement_for(desk, visit),
        quota=quota_of(desk, guideline, visit.place_id, day, visit.id),
        nearer=_nearer(desk, guideline, place, day),
        people=tuple(people),
        costs=tuple(costs),
    )


def _nearer(
    desk: Desk, guideline: Guideline, place: Place | None, day: date | None
) -> tuple[Place, ...]:
    if place is None or day is None:
        return ()
    places = desk.store.find(Place)
    return nearer_without_trip(place, places, _visited(desk, guideline, places, day))


def _visited(
    desk: Desk, guideline: Guideline, places: Sequence[Place], day: date
) -> Collection[int]:
    """Give the places that have had a trip in the mandate period of a day."""
    found = set()
    for each in places:
        known = quota_of(desk, guideline, each.id, day)
        if known is not None and (known.counted or known.outside):
            found.add(each.id)
    return found


def judged(
    desk: Desk,
    visit: Visit,
    people: Sequence[VisitPeople] = (),
    costs: Sequence[VisitCost] = (),
) -> tuple[Finding, ...]:
    """Give what the rules find of a visit that need not be in the file like this."""
    return visit_findings(facts_of(desk, visit, people, costs))
