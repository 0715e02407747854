"""Visits, agreements, the frame and what is watched in the example register."""

from __future__ import annotations

import shutil
from datetime import date

import pytest

from db.store import Store
from desktop.domain.budgeting import Purpose
from desktop.domain.casework import Document
from desktop.domain.settlement import Debt
from desktop.domain.visit_words import (
    AgreementStatus,
    Party,
    VisitForm,
    VisitStage,
)
from desktop.domain.visiting import Visit
from desktop.flow.agreement_view import agreement_pictures, place_agreement
from desktop.flow.budget_view import budget_view
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.desk import Desk, clock_on
from desktop.flow.visit_next import visit_next
from desktop.flow.visit_picture import visit_picture
from desktop.flow.visit_place import place_visits
from desktop.flow.what_if import what_ifs
from tests.example.conftest import DAY

SAINT_BARTHELEMY, GRINDAVIK, KANDALAKSJA = 1, 2, 3


@pytest.fixture(scope="module")
def desk(made, tmp_path_factory):
    """The desk of a copy on the example's day; only read."""
    path = shutil.copy(made, tmp_path_factory.mktemp("visits") / made.name)
    with Store.open(path) as store:
        yield Desk(store=store, clock=clock_on(date.fromisoformat(DAY)))


def seen(desk, number):
    return visit_picture(desk, desk.store.first(Visit, "number = ?", number).id)


def test_there_is_a_visit_in_every_stage_and_form(desk):
    visits = desk.store.find(Visit)

    assert {each.stage for each in visits} == set(VisitStage)
    assert {each.form for each in visits} == set(VisitForm)


def test_there_is_an_agreement_of_every_status(desk):
    assert {each.status for each in agreement_pictures(desk)} == set(AgreementStatus)


def test_grindavik_has_an_agreement_and_saint_barthelemy_soon_none(desk):
    grindavik, saint, kandalaksja = (
        place_agreement(desk, each) for each in (GRINDAVIK, SAINT_BARTHELEMY, KANDALAKSJA)
    )

    assert grindavik
    assert saint
    assert kandalaksja
    assert (grindavik.status, grindavik.last_day) == (AgreementStatus.ACTIVE, date(2027, 12, 31))
    assert grindavik.notice_by == date(2027, 6, 30)
    assert saint.ending_on == date(2026, 12, 31)
    assert kandalaksja.status is AgreementStatus.PAUSED


def test_signed_agreements_have_their_scans(desk):
    for place in (GRINDAVIK, SAINT_BARTHELEMY, KANDALAKSJA):
        agreement = place_agreement(desk, place)
        assert agreement
        scan = agreement.document
        assert scan
        assert desk.store.content(scan.id).startswith(b"%PDF")


def test_the_visit_of_october_waits_to_be_settled(desk):
    visit = seen(desk, "B 2026-02")

    assert visit_next(visit) == "settle_visit"
    assert visit.settlement.owes == (Debt(debtor=Party.HOST, creditor=Party.GUEST, ore=420_000),)
    should = visit.settlement.should
    assert (should[Party.HOST], should[Party.GUEST]) == (3_378_000, 4_140_000)
    assert (visit.guests, visit.youth.part) == (6, 2)


@pytest.mark.parametrize(
    ("number", "own"),
    [("B 2023-01", 21_300), ("B 2024-01", 38_400), ("B 2025-02", 0), ("B 2026-02", 33_780)],
)
def test_visits_with_grindavik_cost_what_the_pictures_say(desk, number, own):
    assert seen(desk, number).own_ore == own * 100


def test_the_quota_of_grindavik_is_full_and_a_project_stands_outside(desk):
    found = place_visits(desk, GRINDAVIK)

    assert [each.number for each in found.quota.counted] == ["B 2024-01"]
    assert [each.number for each in found.quota.outside] == ["B 2025-02"]
    kinds = [point.kind for point in found.timeline]
    counted = {kind: kinds.count(kind) for kind in ("incoming", "outgoing", "project", "digital")}
    assert counted == {"incoming": 2, "outgoing": 1, "project": 1, "digital": 11}


def test_costs_of_a_cancelled_visit_that_could_not_be_got_back_are_kept(desk):
    visit = seen(desk, "B 2025-03")

    assert visit.stage is VisitStage.CANCELLED
    assert sum(each.sek_ore for each in visit.costs if each.unrecovered) == 870_000


def test_the_frame_is_that_of_the_pictures(desk):
    frame = budget_view(desk, 2026).frame

    assert frame
    assert (frame.whole, frame.decided, frame.own, frame.left) == (
        496_800,
        159_300,
        238_180,
        99_320,
    )


def test_every_year_uses_what_the_pictures_say(desk):
    """Those of 2025 gave 800 kronor back, which the picture counts as added to the frame."""
    years = budget_view(desk, 2026).years

    assert [each.used + each.money.proposed for each in years] == [
        73_500,
        144_700,
        117_100 - 800,
        87_179,
    ]
    assert {each.plan for each in years} == {120_000}


def test_another_boards_costs_are_not_in_the_frame(desk):
    costs = budget_view(desk, 2026).costs

    assert "B 2026-01" not in {each.words for each in costs}


def test_the_frame_is_set_aside_for_every_purpose(desk):
    lines = budget_view(desk, 2026).allocations

    assert {each.purpose for each in lines} == set(Purpose)
    assert all(each.left >= 0 for each in lines)


def test_two_distributions_are_tried_beside_the_proposals(desk):
    columns = what_ifs(desk, 2026).columns

    assert [(each.name, each.total) for each in columns] == [
        ("", 24_999),
        ("Rum för Palmbladet", 24_999),
        ("Bara grundbidrag", 9_999),
    ]
    assert not any(each.adopted_on for each in columns)


def test_days_of_many_kinds_are_watched(desk):
    found = all_deadlines(desk)

    assert {each.kind for each in found} >= {
        "agreement_end",
        "agreement_notice",
        "agreement_review",
        "board",
        "completion",
        "decision",
        "frame",
        "guideline",
        "mandate",
        "note",
        "payment_gate",
        "place_agreement",
        "reclaim",
        "report",
        "visit_report",
    }
    assert {each.state for each in found} == {"late", "soon", "later"}
    assert len({each.key for each in found}) == len(found)


@pytest.mark.parametrize(
    "kind", ["agreement", "agreement_paper", "invitation", "settlement", "visit_sheet"]
)
def test_papers_of_visits_are_kept(desk, kind):
    assert desk.store.first(Document, "kind = ?", kind)
