"""What visits and agreements add to a place's page, and places in the order of a trip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.agreements import in_force
from desktop.domain.dates import mandate_period
from desktop.domain.phases import PlaceKind
from desktop.domain.quota import COUNTED, Quota, Share, digital_share, nearest_first, takes_room
from desktop.domain.registers import Place
from desktop.domain.text import Text, say
from desktop.domain.visit_guideline import asks_agreements, visit_rules
from desktop.domain.visit_rules import span
from desktop.domain.visit_words import Funding, VisitForm
from desktop.flow.agreement_view import AgreementPicture, agreement_pictures, place_agreement
from desktop.flow.visit_facts import agreements_of, all_visits, costs_by_visit, quota_of
from desktop.flow.visit_list import VisitRow, visit_list

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.visiting import Visit
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class ContactPoint:
    """A visit or contact on the timeline of a mandate period."""

    visit_id: int
    """The visit."""
    day: date
    """Its first day."""
    kind: str
    """"incoming", "outgoing", "project" (a trip outside the quota) or "digital"."""


@dataclass(frozen=True, kw_only=True)
class PlaceVisits:
    """What visits and agreements add to a place's page."""

    agreement: AgreementPicture | None
    """The agreement in force, or else the newest."""
    agreements: tuple[AgreementPicture, ...]
    """Every agreement, the oldest first."""
    quota: Quota
    """Trips in the mandate period of today."""
    stopped: bool
    """True when one more trip on own budget is stopped (P13)."""
    timeline: tuple[ContactPoint, ...]
    """Contacts of the period, by day; ideas and cancelled visits are none."""
    period: tuple[int, int]
    """First and last year of the mandate period."""
    digital: Share
    """Share of the place's contacts in the period that were digital (P10)."""
    rows: tuple[VisitRow, ...]
    """Its visits of all years without digital contacts, the latest first."""
    warnings: tuple[Text, ...]
    """What is wrong with the agreement, in sentences; empty when nothing is."""


def place_visits(desk: Desk, place_id: int) -> PlaceVisits:
    """Read what a place's page shows of visits and agreements."""
    place = desk.store.get(Place, place_id)
    _, guideline = desk.in_force()
    rules = visit_rules(guideline)
    first, last = mandate_period(desk.today.year)
    known = quota_of(desk, guideline, place_id, desk.today)
    assert known is not None  # noqa: S101 - place and day are given
    period = [
        each
        for each in all_visits(desk)
        if each.place_id == place_id and each.starts_on and first <= each.starts_on.year <= last
    ]
    costs = costs_by_visit(desk)
    held = [each for each in period if each.stage in COUNTED]
    agreement = place_agreement(desk, place_id)
    return PlaceVisits(
        agreement=agreement,
        agreements=tuple(agreement_pictures(desk, place_id)),
        quota=known,
        stopped=known.full,
        timeline=tuple(
            sorted(
                (_point(each, takes_room(rules, each, costs.get(each.id, ()))) for each in held),
                key=lambda point: (point.day, point.visit_id),
            )
        ),
        period=(first, last),
        digital=digital_share(period),
        rows=visit_list(desk, place_id=place_id, contacts=False).rows,
        warnings=agreement_warnings(desk, place, agreement),
    )


def _point(visit: Visit, taking: bool) -> ContactPoint:
    outside = visit.form is VisitForm.OUTGOING and not taking
    kind = "project" if outside and visit.funding is not Funding.OWN else str(visit.form)
    assert visit.starts_on is not None  # noqa: S101 - the caller has looked
    return ContactPoint(visit_id=visit.id, day=visit.starts_on, kind=kind)


def agreement_warnings(desk: Desk, place: Place, seen: AgreementPicture | None) -> tuple[Text, ...]:
    """Say what is wrong with a place's agreement today (P12, U3)."""
    found: list[Text] = []
    if in_force(agreements_of(desk, place.id), desk.today) is None:
        if place.kind is PlaceKind.TWIN_TOWN and asks_agreements(desk.in_force()[1]):
            found.append(say("Ingen överenskommelse om kostnader gäller i dag."))
    elif seen is not None and seen.ending_on is not None:
        found.append(say("Överenskommelsen upphör {day}.", day=seen.ending_on.isoformat()))
    if seen is not None and seen.lives and seen.endless:
        found.append(say("Överenskommelsen har varken slutdag eller uppsägning."))
    return tuple(found)


@dataclass(frozen=True, kw_only=True)
class TripPlace:
    """A place where a trip is chosen, with what speaks for and against it."""

    place: Place
    """The place."""
    quota: Quota
    """Trips in the mandate period of the day."""
    agreement: Text | None
    """Days of the agreement in force on the day; None without one."""


def trip_places(desk: Desk, day: date | None = None) -> list[TripPlace]:
    """Give places where a trip is chosen, the nearest first (P13)."""
    when = day or desk.today
    _, guideline = desk.in_force()
    found = []
    for place in nearest_first(desk.store.find(Place)):
        known = quota_of(desk, guideline, place.id, when)
        agreement = in_force(agreements_of(desk, place.id), when)
        if known is not None:
            found.append(
                TripPlace(
                    place=place, quota=known, agreement=span(agreement) if agreement else None
                )
            )
    return found
