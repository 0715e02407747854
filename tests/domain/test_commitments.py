"""The rules of networks, projects, plans and the rest, without a register."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from desktop.domain.commitment_facts import (
    AgreementFacts,
    ContactFacts,
    DocumentFacts,
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
from desktop.domain.commitment_words import (
    BodyKind,
    DocumentKind,
    ProjectKind,
    ReviewOutcome,
    Verdict,
)
from desktop.domain.commitments import (
    ActionPlan,
    Body,
    ContactPerson,
    GoverningDocument,
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
        (reviews(TODAY), True, date(2027, 12, 31)),
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


def document(**more):
    made = GoverningDocument(id=1, name="Påhittad policy", kind=DocumentKind.POLICY, **more)
    return DocumentFacts(today=TODAY, guideline=GUIDELINE, document=made)


def agreement(**more):
    made = Agreement(id=1, place_id=1, **more)
    return AgreementFacts(today=TODAY, guideline=GUIDELINE, agreement=made)


EU = ProjectKind.EU
OWN = (money(95_000), money(5_000, own=True, body_id=1))
REVIEWED = date(2024, 3, 2)
SAID = [
    ("project", "purpose", project(EU), {}, "stops: saknas; skriv vad det ska ge"),
    ("project", "purpose", project(EU, purpose="a\nb"), {}, "met: a b; "),
    ("project", "purpose", project(EU, purpose="a" * 80), {}, f"met: {'a' * 80}; "),
    ("project", "purpose", project(EU, purpose="a" * 81), {}, f"met: {'a' * 79}…; "),
    ("project", "purpose", project(EU, purpose="a" * 78 + " bc"), {}, f"met: {'a' * 78}…; "),
    ("project", "areas", project(EU), {}, "stops: saknas; välj minst ett område"),
    (
        "project",
        "areas",
        project(EU, areas=("cultures", "young", "gone")),
        {},
        "met: Förståelse mellan kulturer, Unga och arbetsmarknad; ",
    ),
    ("project", "agenda", project(EU), {}, "stops: saknas; välj minst ett av målen"),
    ("project", "agenda", project(EU, agenda_goals=("4", "17")), {}, "met: mål 4, 17; "),
    ("project", "aid_own_money", project(EU), {}, "not_applicable: EU-projekt; "),
    ("project", "aid_own_money", project(), {}, "met: inga egna pengar; "),
    (
        "project",
        "aid_own_money",
        project(ProjectKind.AID, *OWN),
        {},
        "stops: 5 000 kr av 100 000 kr är egna pengar; låt en annan part betala allt",
    ),
    ("project", "plan_link", project(), {}, "not_applicable: Biståndsprojekt; "),
    ("project", "plan_link", project(EU, planned_development="hamnen"), {}, "met: hamnen; "),
    (
        "project",
        "plan_link",
        project(),
        {"kinds": ("aid",)},
        "stops: saknas; skriv vilken planerad utveckling projektet hör till",
    ),
    (
        "project",
        "bearer",
        project(EU),
        {},
        "stops: saknas; välj vilken verksamhet som bär kostnaderna",
    ),
    ("project", "bearer", project(EU, *OWN), {}, "met: efter finansiering; 5 000 kr"),
    ("project", "bearer", project(EU, *OWN, body_id=1), {}, "met: Påhittsnämnden; 5 000 kr"),
    ("project", "bearer", project(EU, body_id=1), {}, "met: Påhittsnämnden; inga egna pengar"),
    ("network", "purpose", network(purpose="Fiske"), {}, "met: Fiske; "),
    ("network", "areas", network(areas=("young",)), {}, "met: Unga och arbetsmarknad; "),
    ("network", "agenda", network(agenda_goals=("14",)), {}, "met: mål 14; "),
    ("network", "review", network(), {}, "stops: inte planerad; skriv när det omprövas"),
    ("network", "review", network(reviews=(REVIEWED,)), {}, "met: 2026-03-02; "),
    (
        "network",
        "review",
        network(reviews=(REVIEWED,)),
        {"months": 23},
        "note: 2026-02-02; har passerat, ompröva det",
    ),
    ("network", "review", network(left_on=TODAY), {}, "not_applicable: lämnat; "),
    (
        "network",
        "active_owner",
        network(),
        {},
        "stops: ingen ansvarig; välj vilken verksamhet som svarar",
    ),
    (
        "network",
        "active_owner",
        network(body_id=1),
        {},
        "note: Påhittsnämnden; ingen aktivitet är noterad",
    ),
    (
        "network",
        "active_owner",
        network(body_id=1, activities=(date(2020, 1, 1), date(2023, 3, 1))),
        {},
        "note: Påhittsnämnden; senast 2023-03-01, ompröva det",
    ),
    (
        "network",
        "active_owner",
        network(body_id=1, activities=(date(2023, 3, 2), date(2020, 1, 1))),
        {},
        "met: Påhittsnämnden; senast 2023-03-02",
    ),
    ("network", "fee", network(), {}, "stops: saknas; skriv avgiften per år"),
    ("network", "fee", network(fee=0), {}, "met: 0 kr; per år"),
    (
        "network",
        "bearer",
        network(),
        {},
        "stops: saknas; välj vilken verksamhet som bär kostnaderna",
    ),
    ("network", "bearer", network(body_id=1), {}, "met: Påhittsnämnden; "),
    ("network", "endless", network(), {}, "met: kan lämnas; "),
    ("network", "endless", network(left_on=TODAY), {}, "met: lämnat; "),
    (
        "plan",
        "yearly_plan",
        replace(plan(), plan=None),
        {},
        "stops: ingen plan för 2025; registrera den",
    ),
    ("plan", "yearly_plan", plan(goals=()), {}, "note: inga mål; skriv hur målet utvärderas"),
    (
        "plan",
        "yearly_plan",
        plan(goals=("", "antal", "")),
        {},
        "note: 2 mål utan mått; skriv hur målet utvärderas",
    ),
    ("plan", "yearly_plan", plan(), {}, "note: inte utvärderad; utvärdera den"),
    ("plan", "yearly_plan", plan(year=2026), {}, "met: 1 mål; "),
    ("plan", "yearly_plan", plan(evaluated_on=TODAY), {}, "note: inte reviderad; revidera den"),
    (
        "plan",
        "yearly_plan",
        plan(evaluated_on=TODAY, revised_on=TODAY),
        {},
        "met: utvärderad och reviderad; ",
    ),
    (
        "contact",
        "contact_person",
        ContactFacts(today=TODAY, guideline=GUIDELINE, body=BOARD),
        {},
        "stops: saknas; be kontoret utse någon",
    ),
    (
        "place",
        "council_decision",
        place(),
        {},
        "note: saknas; skriv fullmäktiges beslut, dag och paragraf",
    ),
    (
        "place",
        "council_decision",
        place(council_on=TODAY, council_paragraph="§ 15"),
        {},
        "met: 2026-03-02 § 15; ",
    ),
    (
        "place",
        "council_decision",
        place(kind=PlaceKind.PARTNERSHIP),
        {},
        "not_applicable: Partnerskap; ",
    ),
    ("place", "active_owner", place(), {}, "note: ingen kontakt är noterad; ompröva samarbetet"),
    (
        "place",
        "active_owner",
        replace(place(), last_contact=date(2025, 3, 1)),
        {"months": 12},
        "note: 2025-03-01; länge sedan, ompröva samarbetet",
    ),
    (
        "place",
        "active_owner",
        replace(place(), last_contact=date(2025, 3, 2)),
        {"months": 12},
        "met: 2025-03-02; ",
    ),
    (
        "agreement",
        "endless",
        agreement(),
        {},
        "stops: kan inte avslutas; slutdag eller uppsägning saknas",
    ),
    ("agreement", "endless", agreement(valid_to=TODAY), {}, "met: kan avslutas; "),
    ("agreement", "endless", agreement(notice_months=0), {}, "met: kan avslutas; "),
    ("agreement", "review", agreement(), {}, "stops: inte planerad; skriv när det ses över"),
    ("agreement", "review", agreement(review_on=TODAY), {}, "met: 2026-03-02; "),
    (
        "document",
        "review",
        document(next_review_on=date(2026, 3, 1)),
        {},
        "note: 2026-03-01; har passerat, se över det",
    ),
    ("document", "review", document(next_review_on=TODAY), {}, "met: 2026-03-02; "),
    (
        "document",
        "period_review",
        reviews(),
        {},
        "note: inte sedd över 2023–2026; skulle ske senast 2023-12-31",
    ),
    (
        "document",
        "period_review",
        reviews(today=date(2023, 6, 30)),
        {"months": 6},
        "note: inte sedd över 2023–2026; senast 2023-06-30",
    ),
    (
        "document",
        "period_review",
        reviews(REVIEWED),
        {},
        "met: 2024-03-02; nästa senast 2027-12-31",
    ),
]


@pytest.mark.parametrize(("on", "kind", "made", "figures", "words"), SAID)
def test_a_rule_of_the_work_says_what_it_found(on, kind, made, figures, words):
    one = found(on, kind, made, "entry", **figures)

    assert f"{one.status}: {one.value}; {one.limit}".replace("\u00a0", " ") == words
    assert (one.rule, one.paragraph, one.gate) == ("X1", "1 Påhitt", "entry")


def test_the_table_above_has_every_rule_of_the_work():
    assert {(on, kind) for on, kind, *_ in SAID} == set(COMMITMENT_RULES)
