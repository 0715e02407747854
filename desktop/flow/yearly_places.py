"""Trips used of the quota, and the agreements with the places (P12, P13, U3, U7)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from desktop.domain.agreements import endless, in_force, last_day
from desktop.domain.phases import PlaceKind
from desktop.domain.quota import Share, nearest_first
from desktop.domain.registers import Place
from desktop.domain.text import Text, plain, say
from desktop.domain.visit_guideline import visit_rules
from desktop.domain.yearly import Figure, Section, Source, figure
from desktop.flow.offered import offered
from desktop.flow.visit_facts import agreements_of, quota_of

if TYPE_CHECKING:
    from desktop.domain.quota import Quota
    from desktop.domain.visiting import Agreement
    from desktop.flow.yearly_frame import Frame
    from desktop.flow.yearly_visits import Contacts


def trips(known: Contacts, frame: Frame) -> Section | None:
    """Give the trips of the mandate period against the quota of each place."""
    if visit_rules(frame.guideline).quota_per_period is None:
        return None
    found = [(place, _quota(frame, place)) for place in nearest_first(_places(frame))]
    if not found:
        return None
    period = f"{found[0][1].first_year}–{found[0][1].last_year}"
    parts = [_of_place(known, frame, place, quota) for place, quota in found]
    counted = [row for part in parts for row in part.rows]
    outside = [
        known.row(visit, 1)
        for _, quota in found
        for visit in quota.outside
        if visit.id in known.visits
    ]
    allowed = sum(quota.allowed or 0 for _, quota in found)
    whole = Figure(
        key="trips",
        title=say("Resor i kvoten {period}", period=period),
        years={frame.year: len(counted)},
        year=frame.year,
        rows=tuple(counted),
        parts=tuple(parts),
        share=Share(part=len(counted), whole=allowed),
    )
    beside = figure(
        "trips_outside", say("Resor utanför kvoten"), {frame.year: outside}, (frame.year,)
    )
    return Section(
        key="trips",
        title=say("Resor till vänorter"),
        figures=(whole, beside) if outside else (whole,),
    )


def _places(frame: Frame) -> list[Place]:
    return [
        each
        for each in frame.desk.store.find(Place, "destination = 0")
        if each.kind is PlaceKind.TWIN_TOWN
    ]


def _quota(frame: Frame, place: Place) -> Quota:
    found = quota_of(frame.desk, frame.guideline, place.id, frame.day)
    assert found is not None  # noqa: S101 - place and day are given
    return found


def _of_place(known: Contacts, frame: Frame, place: Place, quota: Quota) -> Figure:
    rows = tuple(known.row(visit, 1) for visit in quota.counted)
    return Figure(
        key=f"trips.{place.id}",
        title=plain(place.name),
        years={frame.year: len(rows)},
        year=frame.year,
        rows=rows,
        share=Share(part=len(rows), whole=quota.allowed or 0),
    )


def agreements(frame: Frame) -> Section | None:
    """Give the agreements in force, those to look over and the towns without one."""
    desk = frame.desk
    places = desk.store.find(Place, "destination = 0", order="id")
    known = {place.id: agreements_of(desk, place.id) for place in places}
    if not offered(desk).agreements:
        return None
    in_year = {
        year: [
            _row(place, it)
            for place in places
            if (it := in_force(known[place.id], frame.day_in(year))) is not None
        ]
        for year in frame.years
    }
    now = [(place, in_force(known[place.id], frame.day)) for place in places]
    rules = visit_rules(frame.guideline)
    wanted = any(rule.kind == "agreement" for rule in rules.rules)
    lists: tuple[tuple[str, Text, list[Source]], ...] = (
        (
            "agreements_due",
            say("Att se över till och med {year}", year=frame.horizon.year),
            [
                _row(place, it)
                for place, it in now
                if it is not None and _due(frame, it, known[place.id])
            ],
        ),
        (
            "agreements_missing",
            say("Vänorter utan överenskommelse"),
            [
                Source(subject=("place", place.id), text=plain(place.name), amount=1)
                for place, it in now
                if it is None and wanted and place.kind is PlaceKind.TWIN_TOWN
            ],
        ),
        (
            "agreements_endless",
            say("Utan slutdag och uppsägning"),
            [_row(place, it) for place, it in now if it is not None and endless(it, rules)],
        ),
    )
    return Section(
        key="agreements",
        title=say("Överenskommelser"),
        figures=(
            figure("agreements", say("Överenskommelser som gäller"), in_year, frame.years),
            *filled(lists, frame.year),
        ),
    )


def filled(lists: Iterable[tuple[str, Text, list[Source]]], year: int) -> Iterable[Figure]:
    """Make a figure of each list that is not empty, for the year alone."""
    for key, title, rows in lists:
        if rows:
            yield figure(key, title, {year: rows}, (year,))


def _due(frame: Frame, it: Agreement, others: Iterable[Agreement]) -> bool:
    days = (last_day(it, others), it.review_on)
    return any(day is not None and day <= frame.horizon for day in days)


def _row(place: Place, it: Agreement) -> Source:
    end = last_day(it)
    text = (
        say("{place}, till och med {day}", place=place.name, day=end.isoformat()) if end else None
    )
    return Source(subject=("agreement", it.id), text=text or plain(place.name), amount=1, day=end)
