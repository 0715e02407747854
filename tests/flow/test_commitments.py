"""Networks, projects, plans and bodies at the desk: names, bearers, files, history, undo."""

from __future__ import annotations

from datetime import date

import pytest

from db.check import check
from desktop.domain.commitments import ActionPlan, ContactPerson, Network, PlanGoal, ProjectFunding
from desktop.domain.record import Record
from desktop.flow.contact_view import body_list, body_picture, contact_list
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.network_view import network_fees, network_list, network_picture
from desktop.flow.options import options
from desktop.flow.plan_view import plan_list, plan_picture, plan_years
from desktop.flow.project_view import project_list, project_picture
from desktop.flow.steps import acts_about, step_named
from tests.flow import commitment_stage
from tests.flow.commitment_stage import BOARD, COMPANY, GOALS, MONEY, OFFICE

PLAN = {"name": "plan.pdf", "base64": "JVBERg=="}


@pytest.fixture
def it(coordinator):
    """A coordinator whose municipality has a board, an office and a company."""
    commitment_stage.bodies(coordinator)
    return coordinator


def words(problems):
    return " ".join(str(each.text) for each in problems)


def rows(it, kind: type[Record]):
    return it.desk.store.find(kind)


# Bodies and contact persons


def test_a_body_that_has_ended_is_not_chosen_again_but_keeps_what_it_has(it):
    """Given a network of a board that ended, its other facts can still be changed."""
    it.does("register_network", name="Nätverket Påhitt", body_id=COMPANY)
    it.does("end_body", {"body": COMPANY}, active_until="2026-03-01")

    it.does("change_network", {"network": 1}, purpose="lära av andra")
    refused = it.is_refused("register_network", name="Ett till", body_id=COMPANY)

    body = network_picture(it.desk, 1).body
    assert body is not None
    assert body.name == "Sagobolaget AB"
    assert "upphörde 2026-03-01 – välj en annan" in words(refused)


def test_the_contact_person_of_a_body_that_ends_ends_with_it(it):
    it.does("register_contact_person", {"body": COMPANY}, name="Ylva Påhittad", since="2026-01-01")

    it.does("end_body", {"body": COMPANY}, active_until="2026-02-28")

    assert rows(it, ContactPerson)[0].until == date(2026, 2, 28)
    assert body_picture(it.desk, COMPANY).persons == ()


def test_a_board_with_an_office_is_not_ended_before_it(it):
    assert "avsluta kontoret först" in words(it.is_refused("end_body", {"body": BOARD}))


def test_only_an_office_belongs_to_a_board(it):
    refused = it.is_refused("register_body", kind="company", name="Nytt AB", parent_id=BOARD)

    assert [each.field for each in refused] == ["parent_id"]


def test_bodies_are_listed_boards_offices_companies_without_those_ended(it):
    names = [each.body.name for each in body_list(it.desk)]

    assert names == ["Påhittsnämnden", "Påhittskontoret", "Sagobolaget AB"]
    assert len(body_list(it.desk, ended=True)) == 4
    asked = step_named("register_network").command.__dataclass_fields__["body_id"].metadata["ask"]
    assert [str(text) for _, text in options(it.desk, asked)] == [
        "Påhittskontoret",
        "Påhittsnämnden",
        "Sagobolaget AB",
    ]


def test_a_personal_number_is_not_kept_of_a_contact_person(it):
    refused = it.is_refused("register_contact_person", {"body": OFFICE}, name="811228-9874")

    assert "personnummer" in words(refused)
    assert contact_list(it.desk) == ()


# Networks


def test_two_networks_never_have_the_same_name(it):
    it.does("register_network", name="Nätverket Påhitt")

    assert "finns redan" in words(it.is_refused("register_network", name="nätverket påhitt"))


def test_a_goal_that_the_guideline_lacks_is_refused(it):
    refused = it.is_refused("register_network", name="Nätverket Påhitt", areas=["magi"])

    assert [each.field for each in refused] == ["areas"]


def test_networks_are_found_by_their_words_and_their_fees_are_summed(it):
    it.does("register_network", name="Nätverket Påhitt", fee=12_000, delegates="Ylva Påhittad")
    it.does("register_network", name="Sagoringen", fee=500)
    it.does("leave_network", {"network": 2}, left_on="2026-03-01")

    assert [each.id for each in network_list(it.desk, "ylva")] == [1]
    assert [each.id for each in network_list(it.desk, left=False)] == [1]
    assert network_fees(network_list(it.desk)) == 12_000


def test_the_history_of_a_network_is_its_acts(it):
    it.does("register_network", name="Nätverket Påhitt")
    it.does("note_network_activity", {"network": 1}, text="årsmöte")
    it.does("review_network", {"network": 1}, outcome="change", reason="dyrt")

    told = [each.text for each in it.desk.store.events(("network", 1))]

    assert told == [
        "Nätverket Påhitt är omprövat: Fortsätt, men ändra något.",
        "Aktiviteten i Nätverket Påhitt är noterad.",
        "Nätverket Påhitt är registrerat.",
    ]


def test_a_review_taken_back_gives_the_old_day_back(it):
    it.does("register_network", name="Nätverket Påhitt", next_review_on="2026-04-01")
    done = it.does("review_network", {"network": 1})

    it.does("take_back", event_id=done.event.id)

    seen = network_picture(it.desk, 1)
    assert (seen.reviews, seen.review_due) == ((), date(2026, 4, 1))


def test_a_network_with_something_done_in_it_is_not_taken_back_before_that(it):
    first = it.does("register_network", name="Nätverket Påhitt")
    it.does("note_network_activity", {"network": 1}, text="årsmöte")

    refused = it.is_refused("take_back", event_id=first.event.id)

    assert "Aktiviteten i Nätverket Påhitt" in words(refused)


# Projects


def test_money_partners_and_days_are_changed_row_by_row(it):
    it.does("register_project", name="Gröna hamnar", kind="eu", funding=MONEY)
    before = {each.financier: each.id for each in rows(it, ProjectFunding)}

    it.does(
        "set_project_funding",
        {"project": 1},
        funding=[{**MONEY[0], "applied": 80_000}, {"financier": "Sagobanken", "applied": 10_000}],
    )
    it.does("set_project_partners", {"project": 1}, partners=[{"name": "Sagostad", "place_id": 2}])

    seen = project_picture(it.desk, 1)
    assert [(each.financier, each.applied) for each in seen.funding] == [
        ("Sagofonden", 80_000),
        ("Sagobanken", 10_000),
    ]
    assert seen.funding[0].id == before["Sagofonden"]
    assert [each.place_id for each in seen.partners] == [2]
    assert check(it.desk.store) == []


def test_a_project_that_got_no_money_is_at_its_end(it):
    it.does("register_project", name="Gröna hamnar", kind="eu")
    it.does("apply_project", {"project": 1}, applied_on="2026-02-02")
    assert "är före 2026-02-02" in words(
        it.is_refused("reject_project", {"project": 1}, granted_on="2026-02-01")
    )

    it.does("reject_project", {"project": 1}, result="för få pengar")

    seen = project_picture(it.desk, 1)
    assert (str(seen.label), seen.tone, seen.next_act) == ("Avslag", "done", "")
    assert project_list(it.desk, living=True) == ()


def test_every_project_that_lives_has_a_next_act_that_applies(it):
    commitment_stage_projects(it)

    for seen in project_list(it.desk, living=True):
        step = step_named(seen.next_act)
        assert step.applies(seen), seen.project.name
        assert str(seen.next_words)


def commitment_stage_projects(it):
    for name in ("Idén", "Ansökan", "Beviljat"):
        it.does("register_project", name=name, kind="eu")
    for project in (2, 3):
        it.does("apply_project", {"project": project})
    it.does("grant_project", {"project": 3})


def test_a_final_report_ticks_off_the_reports_that_were_due(it):
    days = [
        {"due_on": "2026-02-01", "text": "delrapport"},
        {"due_on": "2027-02-01", "text": "uppföljning"},
    ]
    it.does("register_project", name="Gröna hamnar", kind="eu")
    it.does("set_project_report_days", {"project": 1}, report_days=days)
    it.does("start_project", {"project": 1})

    it.does("mark_project_reported", {"project": 1})

    seen = project_picture(it.desk, 1)
    assert [each.done_on for each in seen.report_days] == [date(2026, 3, 2), None]
    assert seen.next_report is not None
    assert seen.next_report.text == "uppföljning"


def test_money_granted_otherwise_is_taken_back_with_the_answer(it):
    it.does("register_project", name="Gröna hamnar", kind="eu", funding=MONEY)
    granted = [{**MONEY[0], "granted": 40_000}, {**MONEY[1], "granted": 10_000}]
    done = it.does("grant_project", {"project": 1}, funding=granted)
    assert project_picture(it.desk, 1).budget == 50_000

    it.does("take_back", event_id=done.event.id)

    seen = project_picture(it.desk, 1)
    assert (seen.budget, str(seen.state)) == (100_000, "idea")


# Action plans


def test_a_plan_keeps_its_file_and_a_later_one_replaces_it(it):
    it.does("register_action_plan", body_id=BOARD, year=2026, file=PLAN, goals=GOALS)
    first = plan_picture(it.desk, 1).document
    it.does("change_action_plan", {"plan": 1}, file={**PLAN, "base64": "JVBERi0x"})

    second = plan_picture(it.desk, 1).document

    assert first is not None
    assert second is not None
    assert (first.subject, second.subject) == ("plan:1", "plan:1")
    assert it.desk.store.content(second.id) == b"%PDF-1"
    assert it.desk.store.content(first.id) == b"%PDF"


def test_next_years_plan_begins_with_the_same_goals_and_no_results(it):
    it.does("register_action_plan", body_id=BOARD, year=2025, goals=GOALS)
    reached = [{**GOALS[0], "status": "reached", "result": "tre utbyten"}]
    it.does("evaluate_action_plan", {"plan": 1}, goals=reached)

    done = it.does("revise_action_plan", {"plan": 1}, carry_over=True)

    (goal,) = plan_picture(it.desk, 2).goals
    assert (goal.text, goal.result, str(goal.status)) == ("två ungdomsutbyten", "", "open")
    assert plan_years(it.desk) == (2026, 2025)
    it.does("take_back", event_id=done.event.id)
    assert [each.year for each in rows(it, ActionPlan)] == [2025]
    assert len(rows(it, PlanGoal)) == 1


def test_a_plan_is_listed_where_no_guideline_asks_for_one(it):
    """Given Piteå's guideline, which knows no action plans, what is registered never vanishes."""
    it.does("register_action_plan", body_id=BOARD, year=2026)

    assert [each.body.name for each in plan_list(it.desk)] == ["Påhittsnämnden"]
    assert "plan_missing" not in {each.kind for each in all_deadlines(it.desk)}


# All of them


def test_every_act_about_what_is_registered_says_what_it_is_about(stage):
    """The history of each row is read from the log by its subject."""
    log = {kind for event in stage.desk.store.events() for kind, _ in event.subjects}

    assert set(commitment_stage.KINDS) <= log
    for about in commitment_stage.KINDS:
        assert acts_about(about)


def test_the_last_act_on_each_can_be_taken_back_and_done_again(stage):
    for about in commitment_stage.KINDS:
        kind = commitment_stage.KINDS[about][0]
        last = stage.desk.store.find(kind, order="id desc")[0]
        event = stage.desk.store.events((about, last.id))[0]

        undone = stage.does("take_back", event_id=event.id)
        stage.does("take_back", event_id=undone.event.id)

        again = stage.desk.store.get(kind, last.id)
        assert again.rev > last.rev
    assert check(stage.desk.store) == []
    assert [each.name for each in rows(stage, Network)] == ["Nätverket Påhitt"]
