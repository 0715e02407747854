"""The examples of Umeå, Uppsala and Upplands-Bro: what their guidelines have, and nothing more."""

from __future__ import annotations

from datetime import date

import pytest

from db.store import Store
from desktop.cli.main import main
from desktop.domain.casework import Case
from desktop.domain.commitment_words import GoalStatus, ProjectKind
from desktop.domain.commitments import Body, ContactPerson, GoverningDocument, Network, PlanGoal
from desktop.domain.follow_up import YearlyReport
from desktop.domain.registers import Place
from desktop.domain.visit_words import VisitForm, VisitStage
from desktop.domain.visiting import Agreement, Visit
from desktop.flow.contact_view import without_contact
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.desk import Desk, clock_on
from desktop.flow.follow_up_view import follow_up
from desktop.flow.network_view import network_list
from desktop.flow.offered import offered
from desktop.flow.plan_view import plan_list
from desktop.flow.project_view import project_list
from desktop.flow.yearly import yearly
from tests.example.conftest import DAY

KEYS = ("umea", "uppsala", "upplands-bro")
PARTS = ("networks", "projects", "plans", "contacts", "documents", "follow_up", "agreements")


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The files as they were made, each found sound."""
    folder = tmp_path_factory.mktemp("others")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VANBOK_LOG", str(folder / "log"))
        for key in KEYS:
            assert main(["example", str(folder / key), "--municipality", key]) == 0
            assert main(["check", str(folder / key)]) == 0
    return folder


@pytest.fixture(scope="module")
def desks(made):
    """The desk of each on the example's day; only read."""
    stores = {key: Store.open(made / key) for key in KEYS}
    clock = clock_on(date.fromisoformat(DAY))
    yield {key: Desk(store=store, clock=clock) for key, store in stores.items()}
    for store in stores.values():
        store.close()


@pytest.mark.parametrize(
    ("key", "counts"),
    [
        ("umea", (10, 0, 5, 6, 4, 36)),
        ("uppsala", (9, 0, 6, 6, 3, 34)),
        ("upplands-bro", (12, 4, 0, 5, 3, 16)),
    ],
)
def test_it_holds_what_was_written(desks, key, counts):
    desk = desks[key]
    kinds = (Body, ContactPerson, Network)

    found = tuple(desk.store.count(each) for each in kinds)

    assert (
        *found,
        len(project_list(desk)),
        desk.store.count(GoverningDocument),
        desk.store.count(Visit),
    ) == counts


@pytest.mark.parametrize(
    ("key", "parts"),
    [
        ("umea", {"networks", "projects", "documents", "follow_up", "agreements"}),
        ("uppsala", {"networks", "projects", "documents"}),
        ("upplands-bro", {"projects", "plans", "contacts", "documents", "follow_up"}),
    ],
)
def test_it_has_nothing_that_its_guideline_lacks(desks, key, parts):
    it = offered(desks[key])

    assert {name for name in PARTS if getattr(it, name)} == parts
    assert not any((it.grants, it.budget, it.rounds, it.lists, it.quota))
    assert desks[key].store.count(Case) == 0


@pytest.mark.parametrize("key", KEYS)
def test_visits_stand_in_many_stages_and_every_form(desks, key):
    visits = desks[key].store.find(Visit)

    assert {each.stage for each in visits} >= {
        VisitStage.IDEA,
        VisitStage.PLANNED,
        VisitStage.CARRIED_OUT,
        VisitStage.CLOSED,
    }
    assert {each.form for each in visits} == set(VisitForm)


@pytest.mark.parametrize("key", KEYS)
def test_no_costs_are_left_to_settle(desks, key):
    visits = desks[key].store.find(Visit, "stage = ?", str(VisitStage.REPORTED))

    assert visits == []


@pytest.mark.parametrize(
    ("key", "late"), [("umea", "Vinterstäder i samverkan"), ("uppsala", "Cykelstäder")]
)
def test_one_network_is_left_and_one_review_is_late(desks, key, late):
    networks = network_list(desks[key])

    assert [each.network.name for each in networks if each.review_late] == [late]
    assert sum(each.left for each in networks) == 1


def test_upplands_bro_has_no_twin_town(desks):
    assert desks["upplands-bro"].store.count(Place) == 0


def test_aid_is_paid_wholly_by_another_party(desks):
    (aid,) = (each for each in project_list(desks["umea"]) if each.project.kind is ProjectKind.AID)

    assert (aid.own, aid.external) == (0, 1_250_000)


def test_every_project_of_uppsala_is_linked_to_a_plan(desks):
    assert all(each.project.planned_development for each in project_list(desks["uppsala"]))


@pytest.mark.parametrize("key", KEYS)
def test_a_project_reports_late(desks, key):
    assert any(each.report_late for each in project_list(desks[key]))


def test_agreements_of_umea_are_one_that_ends_and_one_that_does_not(desks):
    found = desks["umea"].store.find(Agreement)

    assert sorted(bool(each.valid_to) for each in found) == [False, True]


@pytest.mark.parametrize(("year", "missing"), [(2025, []), (2026, ["Kommuntjänstbolaget"])])
def test_one_body_lacks_its_plan(desks, year, missing):
    rows = plan_list(desks["upplands-bro"], year)

    assert [each.body.name for each in rows if each.plan is None] == missing


def test_goals_are_reached_partly_and_not_at_all(desks):
    found = {each.status for each in desks["upplands-bro"].store.find(PlanGoal)}

    assert found == set(GoalStatus)


def test_two_offices_lack_a_contact_person(desks):
    assert {each.name for each in without_contact(desks["upplands-bro"])} == {
        "Samhällsbyggnadskontoret",
        "Socialkontoret",
    }


@pytest.mark.parametrize(
    ("key", "answered", "missing", "excused"), [("umea", 5, 4, 1), ("upplands-bro", 4, 3, 0)]
)
def test_the_round_of_the_year_has_answers_and_late_ones(desks, key, answered, missing, excused):
    seen = follow_up(desks[key], 2026)

    assert (len(seen.answered), len(seen.missing), len(seen.excused)) == (
        answered,
        missing,
        excused,
    )
    assert seen.days_late > 0


@pytest.mark.parametrize("key", KEYS)
def test_the_report_of_last_year_is_noted_by_the_board(desks, key):
    (report,) = desks[key].store.find(YearlyReport)

    assert (report.year, bool(report.board_on), report.paragraph != "") == (2025, True, True)


@pytest.mark.parametrize(
    ("key", "contacts", "people", "youth", "costs"),
    [
        ("umea", (4, 6, 9, 13), 78, 64, 184_250),
        ("uppsala", (4, 6, 8, 12), 63, 44, 108_700),
        ("upplands-bro", (None, 3, 5, 6), 155, 134, 60_350),
    ],
)
def test_the_year_is_compared_with_those_before(desks, key, contacts, people, youth, costs):
    it = yearly(desks[key], 2026)
    years = it.figure("contacts").years

    assert tuple(years.get(year) for year in range(2023, 2027)) == contacts
    assert it.figure("people").now == people
    share = it.figure("youth").now or 0
    assert people * share == pytest.approx(youth * 100, rel=0.02)
    assert it.figure("costs").now == costs
    assert it.words["summary"]


@pytest.mark.parametrize("key", KEYS)
def test_something_is_late_and_something_is_to_come(desks, key):
    found = all_deadlines(desks[key])

    assert {each.state for each in found} >= {"late", "soon", "later"}
    assert {each.kind for each in found} >= {"note", "project_report", "governing_review"}
