"""The rules of networks, projects, plans and the rest, without a register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.commitment_facts import (
    AgreementFacts,
    ContactFacts,
    NetworkFacts,
    PlaceFacts,
    PlanFacts,
    ProjectFacts,
    ReviewFacts,
    budget,
    network_review_due,
    own_money,
    period_review,
)
from desktop.domain.commitment_rules import COMMITMENT_RULES, SHOWN, commitment_findings
from desktop.domain.commitment_words import BodyKind, ProjectKind, ReviewOutcome, Verdict
from desktop.domain.commitments import (
    ActionPlan,
    Body,
    ContactPerson,
    GuidelineReview,
    Network,
    NetworkActivity,
    NetworkReview,
    PlanGoal,
    Project,
    ProjectFunding,
)
from desktop.domain.errors import UnknownRule
from desktop.domain.guideline import RuleData
from desktop.domain.phases import PlaceKind
from desktop.domain.registers import Place
from desktop.domain.rule import Status
from desktop.domain.visiting import Agreement
from desktop.domain.work_guideline import NO_WORK, NetworkTerms
from desktop.domain.work_kinds import WORK_KINDS
from tests.domain.facts import guideline

TODAY = date(2026, 3, 2)
GUIDELINE = guideline()
BOARD = Body(id=1, kind=BodyKind.BOARD, name="Påhittsnämnden")


def ruled(on, kind, gate="note", **figures):
    """The test guideline with one rule of the work."""
    rule = RuleData(
        id="X1",
        kind=kind,
        gate=gate,
        title="Regeln",
        paragraph="1 Påhitt",
        short="1",
        text="",
        order=1,
        overridable=False,
        on=on,
        figures=figures,
    )
    work = replace(NO_WORK, rules=(rule,), networks=NetworkTerms(review_months=24))
    return replace(GUIDELINE, work=work)


def found(on, kind, made, gate="note", **figures):
    (one,) = commitment_findings(on, replace(made, guideline=ruled(on, kind, gate, **figures)))
    return one


def network(**more):
    held = more.pop("activities", ())
    reviews = more.pop("reviews", ())
    return NetworkFacts(
        today=TODAY,
        guideline=GUIDELINE,
        network=Network(id=1, name="Nätverket Påhitt", **more),
        body=BOARD if more.get("body_id") else None,
        activities=tuple(NetworkActivity(network_id=1, held_on=day, text="möte") for day in held),
        reviews=tuple(
            NetworkReview(network_id=1, held_on=day, outcome=ReviewOutcome.CONTINUE)
            for day in reviews
        ),
    )


def project(kind=ProjectKind.AID, *money, **more):
    return ProjectFacts(
        today=TODAY,
        guideline=GUIDELINE,
        project=Project(id=1, name="Brunnar", kind=kind, **more),
        body=BOARD if more.get("body_id") else None,
        funding=money,
    )


def money(kronor, *, own=False, granted=None, body_id=None):
    return ProjectFunding(
        project_id=1, financier="x", own=own, applied=kronor, granted=granted, body_id=body_id
    )


@pytest.mark.parametrize(
    ("rows", "gate", "status"),
    [
        ((money(95_000), money(5_000, own=True)), "entry", Status.STOPS),
        ((money(95_000), money(5_000, own=True)), "note", Status.NOTE),
        ((money(95_000), money(5_000, own=True, granted=0)), "entry", Status.MET),
        ((money(95_000), money(0, own=True, granted=1)), "entry", Status.STOPS),
        ((money(100_000),), "entry", Status.MET),
        ((), "entry", Status.MET),
    ],
)
def test_an_aid_project_has_no_own_money(rows, gate, status):
    """U6: what is granted counts once it is known."""
    assert found("project", "aid_own_money", project(ProjectKind.AID, *rows), gate).status is status


def test_other_projects_may_have_own_money():
    made = project(ProjectKind.EU, money(5_000, own=True))

    assert found("project", "aid_own_money", made, "entry").status is Status.NOT_APPLICABLE


def test_budget_and_own_money_count_what_is_granted():
    rows = (money(95_000, granted=60_000), money(5_000, own=True), money(None))

    assert (budget(rows), own_money(rows)) == (65_000, 5_000)


@pytest.mark.parametrize(
    ("kind", "words", "status"),
    [
        (ProjectKind.EU, "", Status.STOPS),
        (ProjectKind.EU, "planen", Status.MET),
        (ProjectKind.AID, "", Status.NOT_APPLICABLE),
    ],
)
def test_an_eu_project_is_linked_to_the_plan(kind, words, status):
    """A2."""
    made = project(kind, planned_development=words)

    assert found("project", "plan_link", made, "entry").status is status


@pytest.mark.parametrize(
    ("rows", "body_id", "status"),
    [
        ((), None, Status.NOTE),
        ((money(1),), None, Status.NOTE),
        ((money(1, own=True),), None, Status.NOTE),
        ((money(1, own=True, body_id=1),), None, Status.MET),
        ((money(1, own=True, body_id=1), money(1, own=True)), None, Status.NOTE),
        ((money(1, own=True),), 1, Status.MET),
    ],
)
def test_somebody_bears_the_cost(rows, body_id, status):
    """B4: each row of own money has its bearer, or the project has one."""
    made = project(ProjectKind.EU, *rows, body_id=body_id)

    assert found("project", "bearer", made).status is status


@pytest.mark.parametrize(
    ("more", "due"),
    [
        ({}, None),
        ({"member_since": date(2024, 2, 29)}, date(2026, 2, 28)),
        ({"member_since": date(2020, 1, 1), "reviews": (date(2025, 5, 1),)}, date(2027, 5, 1)),
        ({"next_review_on": date(2026, 1, 1), "reviews": (date(2025, 5, 1),)}, date(2026, 1, 1)),
    ],
)
def test_a_network_is_reviewed_by_its_day_or_counted_from_the_last_review(more, due):
    """U4: the day set goes first, then the last review, then the first day as member."""
    made = network(**more)

    assert network_review_due(made.network, made.reviews, 24) == due


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({}, Status.NOTE),
        ({"next_review_on": date(2026, 3, 1)}, Status.NOTE),
        ({"next_review_on": TODAY}, Status.MET),
        ({"left_on": date(2026, 1, 1)}, Status.NOT_APPLICABLE),
    ],
)
def test_a_review_is_late_the_day_after(more, status):
    assert found("network", "review", network(**more)).status is status


@pytest.mark.parametrize(
    ("days", "status"),
    [((), Status.NOTE), ((date(2023, 3, 1),), Status.NOTE), ((date(2023, 3, 2),), Status.MET)],
)
def test_a_network_rests_when_nothing_was_done_for_three_years(days, status):
    """A3."""
    made = network(body_id=1, activities=days)

    assert found("network", "active_owner", made).status is status


def test_a_guideline_names_its_own_months():
    made = network(body_id=1, activities=(date(2025, 2, 1),))

    assert found("network", "active_owner", made, months=12).status is Status.NOTE


def plan(**more):
    goals = more.pop("goals", ("antal",))
    year = more.pop("year", 2025)
    return PlanFacts(
        today=TODAY,
        guideline=GUIDELINE,
        body=BOARD,
        year=year,
        followed=more.pop("followed", False),
        plan=ActionPlan(id=1, body_id=1, year=year, **more),
        goals=tuple(PlanGoal(plan_id=1, text="mål", measure=each) for each in goals),
    )


@pytest.mark.parametrize(
    ("made", "status", "value"),
    [
        (replace(plan(), plan=None), Status.NOTE, "ingen plan för 2025"),
        (plan(goals=()), Status.NOTE, "inga mål"),
        (plan(goals=("antal", "")), Status.NOTE, "1 mål utan mått"),
        (plan(), Status.NOTE, "inte utvärderad"),
        (plan(year=2026), Status.MET, "1 mål"),
        (plan(evaluated_on=TODAY), Status.NOTE, "inte reviderad"),
        (plan(evaluated_on=TODAY, followed=True), Status.MET, "utvärderad och reviderad"),
        (plan(evaluated_on=TODAY, revised_on=TODAY), Status.MET, "utvärderad och reviderad"),
    ],
)
def test_a_plan_is_evaluated_and_revised_every_year(made, status, value):
    """B1."""
    one = found("plan", "yearly_plan", made)

    assert (one.status, str(one.value)) == (status, value)


def test_an_office_has_a_contact_person():
    """B2."""
    empty = ContactFacts(today=TODAY, guideline=GUIDELINE, body=BOARD)
    two = (
        ContactPerson(body_id=1, name="Ylva Påhittad"),
        ContactPerson(body_id=1, name="Doris Diktad"),
    )

    assert found("contact", "contact_person", empty).status is Status.NOTE
    one = found("contact", "contact_person", replace(empty, persons=two))
    assert str(one.value) == "Ylva Påhittad och Doris Diktad"


def place(**more):
    return PlaceFacts(today=TODAY, guideline=GUIDELINE, place=Place(id=1, name="Sagostad", **more))


@pytest.mark.parametrize(
    ("more", "status"),
    [
        ({}, Status.NOTE),
        ({"council_on": TODAY}, Status.NOTE),
        ({"council_on": TODAY, "council_paragraph": "§ 15"}, Status.MET),
        ({"kind": PlaceKind.PARTNERSHIP}, Status.NOT_APPLICABLE),
        ({"destination": True}, Status.NOT_APPLICABLE),
    ],
)
def test_a_twin_town_has_the_councils_day_and_paragraph(more, status):
    """U7: what is there already is told of, it stops nothing."""
    assert found("place", "council_decision", place(**more), "entry").status is status


def test_a_place_without_contact_for_years_is_reconsidered():
    old = replace(place(), last_contact=date(2023, 3, 1))

    assert found("place", "active_owner", place()).status is Status.NOTE
    assert found("place", "active_owner", old).status is Status.NOTE
    recent = replace(old, last_contact=date(2023, 3, 2))
    assert found("place", "active_owner", recent).status is Status.MET


def test_an_agreement_can_be_ended():
    """U3."""
    endless = AgreementFacts(
        today=TODAY, guideline=GUIDELINE, agreement=Agreement(id=1, place_id=1)
    )
    ending = replace(endless, agreement=Agreement(id=1, place_id=1, notice_months=0))

    assert found("agreement", "endless", endless).status is Status.NOTE
    assert found("agreement", "endless", ending).status is Status.MET


def reviews(*days, adopted=None, today=TODAY):
    return ReviewFacts(
        today=today,
        guideline=replace(GUIDELINE, adopted_on=adopted),
        reviews=tuple(
            GuidelineReview(guideline_id=1, held_on=day, verdict=Verdict.KEEP) for day in days
        ),
    )


@pytest.mark.parametrize(
    ("made", "done", "due"),
    [
        (reviews(), False, date(2023, 12, 31)),
        (reviews(date(2022, 12, 31)), False, date(2023, 12, 31)),
        (reviews(date(2023, 1, 1)), True, date(2027, 12, 31)),
        (reviews(adopted=date(2024, 6, 1)), True, date(2027, 12, 31)),
        (reviews(date(2026, 3, 3)), False, date(2023, 12, 31)),
        (reviews(date(2026, 3, 1), today=date(2027, 1, 1)), False, date(2027, 12, 31)),
    ],
)
def test_a_programme_is_reviewed_in_the_first_year_of_every_mandate_period(made, done, due):
    """U1, S9: a version adopted in the period counts; a review that lies ahead does not."""
    stands = period_review(made)

    assert (stands.done, stands.due) == (done, due)


def test_the_months_of_the_review_are_the_guidelines():
    assert period_review(reviews(), 6).due == date(2023, 6, 30)


def test_a_guideline_without_goals_asks_for_no_area():
    """S6 asks for one of the guideline's own areas."""
    made = project(ProjectKind.EU)
    bare = replace(ruled("project", "areas", "entry"), goals=())

    (one,) = commitment_findings("project", replace(made, guideline=bare))

    assert one.status is Status.NOT_APPLICABLE


def test_a_kind_we_lack_is_told():
    with pytest.raises(UnknownRule, match="network magic"):
        found("network", "magic", network())


@pytest.mark.parametrize(("on", "kind"), [(on, each.key) for each in WORK_KINDS for on in each.on])
def test_every_kind_that_can_be_chosen_is_judged_or_only_shown(on, kind):
    assert kind in SHOWN or (on, kind) in COMMITMENT_RULES
