"""What each part of a guideline brings along: applicants, kinds of days, first values."""

from __future__ import annotations

from dataclasses import fields
from datetime import date

import pytest

from desktop.flow.offered import DAYS, Offered, day_offered
from desktop.flow.reading import read
from desktop.flow.steps.founding import proposed
from desktop.flow.steps.school_application import RegisterSchoolApplication, school_trial
from tests.flow.school_stage import APPLICATION, LINES


def only(*parts):
    return Offered(**{each.name: each.name in parts for each in fields(Offered)})


@pytest.mark.parametrize(
    ("parts", "applicants"),
    [((), False), (("associations",), True), (("schools",), True), (("visits",), False)],
)
def test_somebody_applies_where_there_are_associations_or_schools(parts, applicants):
    assert only(*parts).applicants is applicants


@pytest.mark.parametrize("kind", sorted(DAYS))
def test_a_kind_of_day_is_of_use_with_its_part_alone(kind):
    rest = [each.name for each in fields(Offered) if each.name != DAYS[kind]]

    assert day_offered(only(DAYS[kind]), kind)
    assert not day_offered(only(*rest), kind)


def test_a_kind_of_day_that_belongs_to_no_part_is_for_everybody():
    assert day_offered(only(), "note")


@pytest.mark.parametrize("key", ["pitea", "skelleftea", "uppsala"])
def test_first_start_proposes_who_writes_and_where(key):
    found = proposed(key, "", date(2026, 3, 2))

    assert (found["guideline"], found["title"]) == (key, "internationell samordnare")
    assert {"municipality", "delegation", "court", "court_address", "members"} <= set(found)
    assert found["court"].startswith("Förvaltningsrätten")


def test_a_school_form_shows_its_rules_with_the_lines_that_were_typed(school_desk):
    typed = {**APPLICATION, "came_on": school_desk.today}

    seen = school_trial(school_desk, read(RegisterSchoolApplication, typed, school_desk.today))

    assert [each.amount for each in seen.facts.lines] == [each["amount"] for each in LINES]
    assert seen.proposal == APPLICATION["asked"]
