"""What each rule of visits says of a visit, word for word (P10–P14, U3)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from desktop.domain.cost_types import CostType
from desktop.domain.errors import UnknownRule
from desktop.domain.guideline import RuleData
from desktop.domain.phases import PlaceKind
from desktop.domain.quota import Quota
from desktop.domain.registers import Place
from desktop.domain.visit_guideline import PLAIN
from desktop.domain.visit_rules import VISIT_RULES, VisitFacts, visit_findings
from desktop.domain.visit_words import Funding, PeopleRole, Side, VisitForm
from desktop.domain.visiting import Agreement, Visit, VisitCost, VisitPeople
from tests.domain.facts import DAY, guideline

TRIP = Visit(
    id=1,
    number="B 2026-02",
    form=VisitForm.OUTGOING,
    guideline_id=1,
    stage_since=DAY,
    place_id=2,
    purpose="Utbyte om fiskets framtid",
    why_not_digital="Hamnen ska ses",
    areas=("cultures",),
    starts_on=date(2026, 5, 11),
    ends_on=date(2026, 5, 13),
    bearer="kommunstyrelsen",
)
DIGITAL = replace(TRIP, form=VisitForm.DIGITAL)
INCOMING = replace(TRIP, form=VisitForm.INCOMING)
PROJECT = replace(TRIP, funding=Funding.PROJECT, project="Havet")
TOWN = Place(id=2, name="Grindavík", kind=PlaceKind.TWIN_TOWN, distance_km=2_300)
AGREED = Agreement(place_id=2, valid_from=date(2023, 1, 1), valid_to=date(2026, 12, 31))
FREE = Quota(first_year=2023, last_year=2026, allowed=1, counted=(), outside=())
FULL = replace(FREE, counted=(replace(TRIP, id=9),))


def guests(role: PeopleRole, side: Side = Side.GUEST, young: int = 0) -> VisitPeople:
    return VisitPeople(visit_id=1, side=side, role=role, aged_13_17=young, aged_26=not young)


LEADER, YOUNG = guests(PeopleRole.PROJECT_LEADER), guests(PeopleRole.YOUTH, young=3)
OFFICIAL, ELECTED = guests(PeopleRole.OFFICIAL), guests(PeopleRole.ELECTED)


def said(kind: str, *, overridable: bool = True, **more: Any) -> str:
    """Give the line of one rule of that kind on a trip to a twin town that lacks nothing."""
    rule = RuleData(
        id="V9",
        kind=kind,
        gate="approval",
        title="Påhittad regel",
        paragraph="1 kap. 1 §",
        short="1:1",
        text="",
        overridable=overridable,
        figures={},
    )
    terms = more.pop("terms", {"quota_per_period": 1, "near_first": True})
    version = replace(
        more.pop("guideline", guideline()), visits=replace(PLAIN, rules=(rule,), **terms)
    )
    made: dict[str, Any] = {
        "today": DAY,
        "guideline": version,
        "municipality": "Piteå",
        "visit": TRIP,
        "place": TOWN,
        "agreement": AGREED,
        "quota": FREE,
        "nearer": (),
        "people": (LEADER,),
        "costs": (),
    }
    (found,) = visit_findings(VisitFacts(**{**made, **more}))
    assert (found.rule, found.paragraph, found.gate) == ("V9", "1 kap. 1 §", "approval")
    return f"{found.status}: {found.value}; {found.limit}".replace("\u00a0", " ")


SAID: list[tuple[str, dict[str, Any], str]] = [
    ("purpose", {}, "met: Utbyte om fiskets framtid; "),
    ("purpose", {"visit": replace(TRIP, purpose="")}, "stops: saknas; skriv vad besöket ska ge"),
    ("purpose", {"visit": replace(TRIP, purpose="ett\n två")}, "met: ett två; "),
    ("purpose", {"visit": replace(TRIP, purpose="a" * 80)}, f"met: {'a' * 80}; "),
    ("purpose", {"visit": replace(TRIP, purpose="a" * 81)}, f"met: {'a' * 79}…; "),
    (
        "purpose",
        {"visit": replace(TRIP, purpose="a" * 78 + " bc")},
        f"met: {'a' * 78}…; ",
    ),
    ("areas", {}, "met: Förståelse mellan kulturer; "),
    (
        "areas",
        {"visit": replace(TRIP, areas=("cultures", "young"))},
        "met: Förståelse mellan kulturer, Unga och arbetsmarknad; ",
    ),
    ("areas", {"visit": replace(TRIP, areas=("unknown",))}, "stops: saknas; välj minst ett mål"),
    (
        "areas",
        {"guideline": replace(guideline(), minimum_goals=0), "visit": replace(TRIP, areas=())},
        "note: inget valt; räknas inte till något område",
    ),
    ("not_digital", {}, "met: Hamnen ska ses; "),
    ("not_digital", {"visit": DIGITAL}, "met: möts digitalt; "),
    (
        "not_digital",
        {"visit": replace(TRIP, why_not_digital="")},
        "stops: saknas; skriv varför de ska ses på plats",
    ),
    ("participants", {}, "met: projektledare följer med; "),
    (
        "participants",
        {"people": (guests(PeopleRole.SUBSTITUTE), OFFICIAL)},
        "met: projektledare följer med; ",
    ),
    ("participants", {"people": ()}, "waits: inte uppgivna; fylls i när resan planeras"),
    (
        "participants",
        {"people": (YOUNG, guests(PeopleRole.PROJECT_LEADER, Side.HOST))},
        "note: ingen projektledare; eller den som hen har utsett",
    ),
    (
        "participants",
        {"people": (LEADER, OFFICIAL, ELECTED, guests(PeopleRole.ELECTED, Side.HOST))},
        "note: 2 officiella personer; i första hand projektledaren och eventuellt en till",
    ),
    ("participants", {"visit": INCOMING}, "not_applicable: ; räknar bara resor från Piteå"),
    ("youth", {"people": (LEADER, YOUNG)}, "met: 3 av 4 gäster, 75 procent; "),
    ("youth", {}, "note: 0 av 1 gäster, 0 procent; "),
    (
        "youth",
        {"people": (guests(PeopleRole.YOUTH, Side.HOST),)},
        "waits: inte uppgivna; fylls i när besöket planeras",
    ),
    ("youth", {"visit": DIGITAL}, "not_applicable: möts digitalt; "),
    ("agreement", {}, "met: 2023-01-01 – 2026-12-31; "),
    ("agreement", {"agreement": replace(AGREED, valid_to=None)}, "met: från 2023-01-01; "),
    (
        "agreement",
        {"agreement": replace(AGREED, ends_on=date(2026, 9, 30))},
        "met: 2023-01-01 – 2026-09-30; ",
    ),
    ("agreement", {"visit": DIGITAL}, "not_applicable: möts digitalt; "),
    (
        "agreement",
        {"agreement": None},
        "stops: ingen gäller 2026-05-11; teckna en, eller skriv varför besöket görs ändå",
    ),
    (
        "agreement",
        {"agreement": None, "visit": replace(TRIP, approval_reason="första mötet")},
        "note: saknas; första mötet",
    ),
    (
        "agreement",
        {
            "agreement": None,
            "overridable": False,
            "visit": replace(TRIP, approval_reason="första mötet"),
        },
        "stops: ingen gäller 2026-05-11; teckna en, eller skriv varför besöket görs ändå",
    ),
    (
        "agreement",
        {"agreement": None, "visit": replace(TRIP, starts_on=None)},
        "waits: dagen är inte bestämd; ",
    ),
    (
        "agreement",
        {"agreement": None, "place": replace(TOWN, kind=PlaceKind.PARTNERSHIP)},
        "not_applicable: orten är ingen vänort; ",
    ),
    ("agreement", {"agreement": None, "place": None}, "not_applicable: orten är ingen vänort; "),
    ("quota", {}, "met: 0 av 1 2023–2026; egen budget"),
    (
        "quota",
        {"quota": FULL},
        "stops: 1 av 1 2023–2026; resan 11–13 maj 2026 tog platsen; projektmedel går bra",
    ),
    (
        "quota",
        {"quota": replace(FULL, counted=(replace(TRIP, ends_on=None),))},
        "stops: 1 av 1 2023–2026; projektmedel går bra",
    ),
    ("quota", {"quota": replace(FREE, allowed=0)}, "stops: 0 av 0 2023–2026; projektmedel går bra"),
    (
        "quota",
        {"quota": FULL, "visit": PROJECT},
        "not_applicable: Projektmedel; utanför kvoten, 1 av 1 2023–2026",
    ),
    (
        "quota",
        {
            "quota": FREE,
            "visit": PROJECT,
            "costs": (VisitCost(visit_id=1, cost_type=CostType.TRAVEL, planned_ore=1),),
        },
        "met: 0 av 1 2023–2026; egen budget",
    ),
    ("quota", {"quota": None}, "waits: avresedagen är inte bestämd; "),
    ("quota", {"place": None}, "not_applicable: ingen kvot för orten; "),
    ("quota", {"terms": {}}, "not_applicable: ingen kvot för orten; "),
    ("quota", {"visit": INCOMING}, "not_applicable: ; räknar bara resor från Piteå"),
    ("near", {}, "met: ingen närmare vänort väntar; "),
    (
        "near",
        {"nearer": (replace(TOWN, name="Åbo"), replace(TOWN, name="Luleå"))},
        "note: närmare: Åbo och Luleå; utan resa i perioden",
    ),
    ("near", {"visit": PROJECT}, "not_applicable: ingen plats i kvoten tas; "),
    ("near", {"terms": {}}, "not_applicable: ingen plats i kvoten tas; "),
    ("near", {"visit": INCOMING}, "not_applicable: ; räknar bara resor från Piteå"),
    ("bearer", {}, "met: kommunstyrelsen: Egen budget; "),
    ("bearer", {"visit": PROJECT}, "met: kommunstyrelsen: Havet; "),
    (
        "bearer",
        {"visit": replace(PROJECT, project="")},
        "stops: projektmedel; skriv vilket projekt",
    ),
    (
        "bearer",
        {"visit": replace(TRIP, bearer="")},
        "stops: saknas; skriv vilken nämnd som betalar",
    ),
    ("validity", {}, "met: 2026-09-30; Kommunstyrelsen 2022-10-10 § 164"),
    ("validity", {"today": date(2026, 10, 1)}, "note: 2026-09-30; har gått ut"),
    (
        "validity",
        {"today": date(2026, 10, 1), "visit": replace(TRIP, approved_on=date(2026, 9, 30))},
        "met: 2026-09-30; Kommunstyrelsen 2022-10-10 § 164",
    ),
    (
        "validity",
        {"guideline": replace(guideline(), valid_to=None)},
        "met: tills vidare; Kommunstyrelsen 2022-10-10 § 164",
    ),
    ("ending", {"terms": {"endless_warns": True}}, "met: 2023-01-01 – 2026-12-31; "),
    (
        "ending",
        {"terms": {"endless_warns": True}, "agreement": replace(AGREED, valid_to=None)},
        "note: kan inte avslutas; slutdag eller uppsägning saknas",
    ),
    ("ending", {"agreement": None}, "not_applicable: ingen överenskommelse; "),
]


@pytest.mark.parametrize(("kind", "facts", "words"), SAID)
def test_a_rule_of_visits_says_what_it_found(kind, facts, words):
    assert said(kind, **facts) == words


def test_the_table_above_has_every_kind_of_rule():
    assert {kind for kind, *_ in SAID} == set(VISIT_RULES)


def test_a_kind_we_lack_is_told():
    with pytest.raises(UnknownRule, match="horoscope"):
        said("horoscope")
