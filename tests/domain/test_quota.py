"""Which trips take room in a place's quota, in which period, and the shares (P10–P13, U5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.cost_types import CostType
from desktop.domain.phases import PlaceKind
from desktop.domain.quota import (
    Share,
    digital_share,
    nearer_without_trip,
    nearest_first,
    own_money,
    quota,
    quota_period,
    youth_share,
)
from desktop.domain.registers import Place
from desktop.domain.visit_guideline import PLAIN
from desktop.domain.visit_words import Funding, PeopleRole, Side, VisitForm, VisitStage
from desktop.domain.visiting import Visit, VisitCost, VisitPeople

ONE_EACH = replace(PLAIN, quota_per_period=1)
TRIP = Visit(
    id=1,
    number="B 2024-01",
    form=VisitForm.OUTGOING,
    guideline_id=1,
    stage=VisitStage.PLANNED,
    stage_since=date(2024, 1, 8),
    place_id=2,
    starts_on=date(2024, 5, 13),
    ends_on=date(2024, 5, 16),
)
PAID_BY_PROJECT = replace(TRIP, funding=Funding.PROJECT)


def cost(**more):
    return VisitCost(visit_id=1, cost_type=CostType.TRAVEL, **more)


def counted(*visits, costs=None, rules=ONE_EACH, day=date(2026, 3, 2), but=0):
    return quota(rules, visits, costs or {}, place_id=2, day=day, but=but)


@pytest.mark.parametrize(
    ("visit", "takes"),
    [
        (TRIP, True),
        (replace(TRIP, stage=VisitStage.IDEA), False),
        (replace(TRIP, stage=VisitStage.APPROVED), True),
        (replace(TRIP, stage=VisitStage.CARRIED_OUT), True),
        (replace(TRIP, stage=VisitStage.REPORTED), True),
        (replace(TRIP, stage=VisitStage.CLOSED), True),
        (replace(TRIP, stage=VisitStage.CANCELLED), False),
        (replace(TRIP, form=VisitForm.INCOMING), False),
        (replace(TRIP, form=VisitForm.DIGITAL), False),
        (replace(TRIP, place_id=3), False),
        (replace(TRIP, starts_on=None), False),
        (replace(TRIP, starts_on=date(2022, 12, 31)), False),
        (replace(TRIP, starts_on=date(2023, 1, 1)), True),
        (replace(TRIP, starts_on=date(2026, 12, 31), ends_on=date(2027, 1, 3)), True),
        (replace(TRIP, starts_on=date(2027, 1, 1)), False),
    ],
)
def test_a_trip_takes_the_places_room_in_the_period_of_its_departure(visit, takes):
    found = counted(visit)

    assert found.full is takes
    assert (found.first_year, found.last_year, found.allowed) == (2023, 2026, 1)
    assert found.outside == ()


def test_a_second_trip_on_own_money_is_stopped_and_project_money_comes_on_top():
    project = replace(PAID_BY_PROJECT, id=3, starts_on=date(2025, 5, 1))

    assert counted(project).full is False
    assert counted(project, TRIP).full is True
    assert counted(project, TRIP).outside == (project,)
    assert counted(TRIP, but=1).full is False
    assert counted(TRIP, rules=replace(ONE_EACH, quota_per_period=2)).full is False
    assert counted(TRIP, rules=PLAIN).full is False


def test_a_guideline_can_count_project_trips_too():
    rules = replace(ONE_EACH, project_outside=False)

    assert counted(PAID_BY_PROJECT, rules=rules).counted == (PAID_BY_PROJECT,)


def test_trips_stand_by_departure_and_by_number_on_the_same_day():
    later, twin = replace(TRIP, id=5, starts_on=date(2025, 1, 9)), replace(TRIP, id=4)

    assert counted(later, twin, TRIP).counted == (TRIP, twin, later)


@pytest.mark.parametrize(
    ("costs", "own"),
    [
        ((), False),
        ((cost(source=Funding.OWN, planned_ore=1),), True),
        ((cost(source=Funding.OWN, sek_ore=1),), True),
        ((cost(source=Funding.OWN, planned_ore=0, sek_ore=0),), False),
        ((cost(source=Funding.OWN),), False),
        ((cost(source=Funding.PROJECT, sek_ore=900_00),), False),
        ((cost(source=Funding.PROJECT, sek_ore=9), cost(source=Funding.OWN, sek_ore=1)), True),
    ],
)
def test_a_projects_trip_that_any_own_money_goes_into_takes_room(costs, own):
    found = counted(PAID_BY_PROJECT, costs={1: costs})

    assert own_money(PAID_BY_PROJECT, costs) is own
    assert found.full is own
    assert bool(found.outside) is not own


def test_the_period_is_the_boards_unless_the_guideline_says_the_councils():
    council = replace(ONE_EACH, council_period=True)

    assert quota_period(ONE_EACH, date(2026, 10, 20)) == (date(2023, 1, 1), date(2026, 12, 31))
    assert quota_period(council, date(2026, 10, 14)) == (date(2022, 10, 15), date(2026, 10, 14))
    assert quota_period(council, date(2026, 10, 15)) == (date(2026, 10, 15), date(2030, 10, 14))


def place(number, name, km=None, kind=PlaceKind.TWIN_TOWN):
    return Place(id=number, name=name, distance_km=km, kind=kind)


FAR, NEAR, UNKNOWN = place(1, "Grindavík", 2_300), place(2, "Åbo", 600), place(3, "Alta")


def test_places_stand_by_distance_then_by_name_and_unknown_ones_last():
    twin = place(4, "Östersund", 600)

    assert nearest_first([UNKNOWN, FAR, twin, NEAR]) == [NEAR, twin, FAR, UNKNOWN]


def test_nearer_twin_towns_without_a_trip_are_named():
    partner = place(5, "Luleå", 50, PlaceKind.PARTNERSHIP)
    known = [FAR, NEAR, UNKNOWN, partner, place(6, "Lika långt", 2_300)]

    assert nearer_without_trip(FAR, known, set()) == (NEAR,)
    assert nearer_without_trip(FAR, known, {2}) == ()
    assert nearer_without_trip(NEAR, known, set()) == ()
    assert nearer_without_trip(UNKNOWN, known, set()) == ()


@pytest.mark.parametrize(
    ("part", "whole", "percent"),
    [(0, 0, None), (0, 3, 0), (1, 3, 33), (2, 3, 67), (1, 200, 1), (1, 201, 0), (3, 3, 100)],
)
def test_a_share_is_said_in_whole_per_cent_half_up(part, whole, percent):
    assert Share(part=part, whole=whole).percent == percent


def test_digital_contacts_are_counted_of_all_that_were_held():
    digital = replace(TRIP, form=VisitForm.DIGITAL, stage=VisitStage.CLOSED)
    only_thought_of = replace(digital, stage=VisitStage.IDEA)

    assert digital_share([digital, TRIP, digital, only_thought_of]) == Share(part=2, whole=3)


def test_young_people_are_25_or_younger():
    people = VisitPeople(
        visit_id=1,
        side=Side.GUEST,
        role=PeopleRole.YOUTH,
        under_13=1,
        aged_13_17=2,
        aged_18_25=4,
        aged_26=8,
    )

    assert youth_share([people, people]) == Share(part=14, whole=30)
