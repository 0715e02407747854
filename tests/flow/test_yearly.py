"""The figures of a year are those of the other pages, and every one unfolds to its rows."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.domain.quota import Share
from desktop.domain.yearly import PERCENT
from desktop.flow.budget_view import budget_view, place_lines
from desktop.flow.project_view import project_list
from desktop.flow.visit_list import visit_list
from desktop.flow.visit_place import place_visits
from desktop.flow.yearly import yearly
from desktop.flow.yearly_data import yearly_data
from desktop.flow.yearly_paper import draw_yearly_report
from tests.flow.coordinator import GRINDAVIK

YEARS = (2025, 2026)


def every(figures):
    for each in figures:
        yield each
        yield from every(each.parts)


def all_figures(seen):
    return [each for section in seen.sections for each in every(section.figures)]


@pytest.mark.parametrize("year", YEARS)
def test_every_figure_is_the_sum_of_its_rows(stage, year):
    for each in all_figures(yearly(stage.desk, year)):
        if each.unit == PERCENT:
            assert each.share is not None
            assert each.now == each.share.percent
            assert sum(row.amount for row in each.rows) == each.share.part
        else:
            assert sum(row.amount for row in each.rows) == each.now, each.key


@pytest.mark.parametrize("year", YEARS)
def test_parts_come_to_the_whole_where_no_row_stands_twice(stage, year):
    for each in all_figures(yearly(stage.desk, year)):
        if each.parts and not each.overlapping:
            assert sum(part.now for part in each.parts) == each.now, each.key


def test_keys_are_found_once(stage):
    keys = [each.key for each in all_figures(yearly(stage.desk, 2026))]

    assert len(keys) == len(set(keys))


def test_contacts_and_people_are_those_of_the_list_of_visits(stage):
    listed = visit_list(stage.desk, year=2026)
    seen = yearly(stage.desk, 2026)

    assert seen.figure("contacts").now == listed.digital.whole
    assert seen.figure("contacts_digital").share == listed.digital
    assert seen.figure("people").now == listed.youth.whole
    assert seen.figure("youth").share == listed.youth


def test_money_is_that_of_the_budget(stage):
    line = next(each for each in budget_view(stage.desk, 2026).years if each.year == 2026)
    seen = yearly(stage.desk, 2026)

    assert seen.figure("costs.own").now == line.own
    for key in ("asked", "decided", "paid"):
        assert seen.figure(key).now == getattr(line.money, key), key
    assert line.money.asked > line.money.decided > line.money.paid > 0


def test_pots_are_those_of_the_budget_page(stage):
    lines = {each.place.id: each for each in place_lines(stage.desk, 2026)}
    seen = yearly(stage.desk, 2026)

    assert [bar.place_id for bar in seen.pots] == list(lines)
    for bar in seen.pots:
        line = lines[bar.place_id]
        assert (bar.cap, bar.decided, bar.left) == (line.cap, line.money.decided, line.left)
        assert bar.proposed == line.money.proposed
    assert seen.figure("pot_left").now == sum(bar.left for bar in seen.pots)


def test_trips_are_those_of_the_quota(stage):
    stage.does("log_contact", place_id=GRINDAVIK, purpose="ett samtal", day=stage.today)
    quota = place_visits(stage.desk, GRINDAVIK).quota

    part = yearly(stage.desk, 2026).figure(f"trips.{GRINDAVIK}")

    assert part.share == Share(part=len(quota.counted), whole=quota.allowed or 0)


def test_projects_money_is_that_of_their_pages(stage):
    made = stage.does("register_project", name="Påhittat samarbete", kind="eu")
    project = dict(made.subjects)["project"]
    rows = [
        {"financier": "Erasmus+", "granted": 80_000},
        {"financier": "Kommunstyrelsen", "own": True, "granted": 20_000},
    ]
    stage.does("apply_project", {"project": project}, applied_on=stage.today)
    stage.does("grant_project", {"project": project}, granted_on=stage.today, funding=rows)
    going = ("granted", "running", "reported", "closed")
    known = [each for each in project_list(stage.desk) if each.state in going]

    seen = yearly(stage.desk, 2026)

    assert seen.figure("project_own").now == sum(each.own for each in known)
    assert seen.figure("project_external").now == sum(each.external for each in known)


def test_a_year_before_the_register_is_compared_with_nothing(coordinator):
    seen = yearly(coordinator.desk, 2026)

    assert seen.years == (2026,)
    assert seen.figure("contacts").before is None


def test_four_years_stand_side_by_side_and_no_more(coordinator):
    for year in (2020, 2024):
        coordinator.on(date(year, 3, 2))
        coordinator.does("log_contact", place_id=GRINDAVIK, purpose="samtal", day=coordinator.today)
    coordinator.on(date(2026, 3, 2))

    assert yearly(coordinator.desk, 2026).years == (2023, 2024, 2025, 2026)
    assert yearly(coordinator.desk, 2021).years == (2020, 2021)


def test_an_earlier_year_does_not_change_with_this_one(stage):
    before = yearly_data(yearly(stage.desk, 2025))["sections"]

    stage.does("log_contact", place_id=GRINDAVIK, purpose="ett samtal", day=stage.today)
    stage.registers(1, asked=700)

    assert yearly_data(yearly(stage.desk, 2025))["sections"] == before


def test_what_remains_leads_to_what_it_is_about(stage):
    for each in yearly(stage.desk, 2026).remains:
        kind, _ = each.subject
        assert kind in ("follow_up", "visit", "case", "cases", "lists", "plan", "plans"), each
        assert each.late in (True, False)
        assert str(each.words)


def test_looking_at_the_paper_writes_nothing(stage):
    head = stage.head

    assert draw_yearly_report(stage.desk, 2026).startswith(b"%PDF-")
    assert stage.head == head
