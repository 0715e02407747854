"""A sixth municipality writes its guideline in the program, and decides a case under it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtTest import QTest

from desktop.flow.picture import picture
from desktop.flow.run import run
from desktop.flow.steps.associations import AddAssociation
from desktop.flow.steps.places import AddPlace
from desktop.ui.page import Route
from desktop.ui.pages.riktlinje_andra_sections import WorkCard
from desktop.ui.widgets.button import SymbolButton
from tests.ui.pages.guideline_hand import Hand
from tests.ui.pages.register_window import write

ADOPTION = {
    "valid_from": "2026-01-01",
    "body": "Kommunfullmäktige",
    "adopted_on": "2025-12-15",
    "paragraph": "§ 88",
    "dnr": "KS 2025-417",
}


def answer(start, **values: str) -> None:
    for name, words in values.items():
        field = next(
            form.field(name)
            for each in start.page.questions
            for form in each.forms
            if name in form.fields
        )
        write(field, words)


def begin(alone, folder, guideline: str):
    """First start: Vännäs, from a copy of a guideline, or from an empty one."""
    alone.page.file.put(folder / "Vännäs.vanbok")
    write(alone.page.guideline.field, "Vännäs")
    alone.page.guideline.choice.set_key(guideline)
    alone.page._edited()
    answer(alone, name="Tove Hittepå", address="Sagotorget 1", frame="200 000")
    for _ in alone.page.questions:
        alone.page.next_act()
    QTest.qWait(50)
    return alone


@pytest.fixture
def begun(alone, tmp_path):
    """First start with a copy of Piteå's guideline."""
    return begin(alone, tmp_path, "pitea")


def write_guideline(hand: Hand) -> None:
    """Other caps, amounts per person, two forms of grant and another cost matrix."""
    hand.set("guideline.title", "Riktlinjer för vänortsarbete")
    hand.set("guideline.owner", "Kultur- och fritidskontoret")
    hand.set("guideline.committee", "")
    hand.remove("shared", "consultation")
    hand.remove("shared", "place_link")
    for _ in range(3):
        hand.click(_remover(hand))
    hand.set("scheme.0.rule.0.cap", "4 000")
    hand.set("scheme.0.rule.0.paragraph", "Bidrag, 2 §")
    travel = "scheme.1"
    hand.set(f"{travel}.name", "Resebidrag")
    hand.set(f"{travel}.per_place", value=False)
    hand.remove(travel, "cap")
    hand.add_rule(travel, "per_person_day", "Bidrag, 3 §", cap_per_person_day="250", max_days="5")
    hand.add_rule(travel, "yearly_frame", "Bidrag, 4 §", cap="60 000")
    hand.set(f"{hand.rule(travel, 'report').name}.months", "2")
    hand.set("visits.quota_per_period", "2")
    hand.pay("food", "shared")
    hand.pay("local_transport", "guest")
    hand.pay("lodging", "host", "900", "night")


def _remover(hand: Hand) -> SymbolButton:
    return hand.card("goal").findChildren(SymbolButton)[-1]


def test_a_copy_is_told_to_be_one_until_an_own_one_is_adopted(begun):
    assert begun.shown == "riktlinje_andra"
    assert begun.desk.in_force()[1].copied_from == "Piteå"
    assert begun.window.shelf.entry("riktlinjer").mark(begun.desk) == "warn"


def test_a_sixth_municipality_is_written_and_adopted_in_one_go(begun):
    page = begun.go(Route(page="riktlinje_andra"))
    hand = Hand(page)
    write_guideline(hand)
    hand.adopt(**ADOPTION)
    assert begun.shown == "riktlinjer"
    version, it = begun.desk.in_force()
    assert (it.copied_from, it.name, it.adopted_on) == ("", "Vännäs", date(2025, 12, 15))
    assert [each.name for each in it.schemes] == ["Grundbidrag", "Resebidrag"]
    assert [each.cap for each in it.schemes] == [4_000, 60_000]
    assert it.schemes[1].definite == "resebidraget"
    assert it.visits is not None
    payers = {str(line.cost_type): str(line.payer) for line in it.visits.lines}
    assert (payers["food"], payers["local_transport"]) == ("shared", "guest")
    assert it.visits.quota_per_period == 2
    assert (hand.typed, hand.acts) == (24, 9)
    assert version == 2


def register_case(begun):
    """Register an application for the grant of trips, by its form; gives the desk."""
    desk = begun.desk
    run(desk, AddPlace(name="Hittedal"))
    run(
        desk,
        AddAssociation(
            name="Föreningen Fantasivännerna",
            place_ids=(1,),
            address="Låtsasgatan 4",
            postcode="911 00",
            city="Vännäs",
            account="5402-9681",
            account_kind="bankgiro",
        ),
    )
    page = begun.go(Route(page="ansokan"))
    form = page.form
    form.choose_association(1)
    form.inputs["scheme"].put(desk.in_force()[1].schemes[1].key)
    form.follow()
    for name, value in {
        "purpose": "ungdomsläger i Hittedal",
        "starts_on": "2026-12-05",
        "ends_on": "2026-12-08",
        "participants": "8",
        "asked": "10 000 kr",
        "costs": "19 000",
        "other_funding": "0",
        "goals": [desk.in_force()[1].goals[0].key],
    }.items():
        form.inputs[name].put(value)
    form.follow()
    form.mark_edited()
    form.submit()
    QTest.qWait(20)
    return desk


def test_a_case_is_registered_and_decided_under_it_with_a_letter(begun):
    page = begun.go(Route(page="riktlinje_andra"))
    hand = Hand(page)
    write_guideline(hand)
    hand.adopt(**ADOPTION)
    desk = register_case(begun)
    seen = picture(desk, 1)
    assert seen.case.guideline_id == 2
    assert seen.proposal == 8 * 4 * 250
    page = begun.go(Route(page="besluta", subject=1))
    page.form.field("unbiased").click()
    QTest.qWait(400)
    page.form.submit()
    QTest.qWait(50)
    made = picture(desk, 1).decision
    assert made is not None
    assert made.granted == 8_000
    words = page.letter.text().replace("\u00a0", " ")
    assert "8 000 kronor" in words
    assert "Bidrag, 3 §" in words


def test_from_an_empty_guideline_two_grants_visits_and_follow_up_are_written(alone, tmp_path):
    begun = begin(alone, tmp_path, "empty")
    assert begun.shown == "riktlinje_andra"
    hand = Hand(begun.page)
    for number, (short, text) in enumerate(
        (("Unga", "ger unga kontakter"), ("Kultur", "bidrar till kulturutbyte"))
    ):
        hand.click(hand.card("goal").adder)
        hand.set(f"goal.{number}.short", short)
        hand.set(f"goal.{number}.text", text)
    own = hand.add_scheme("")
    hand.set(f"{own}.name", "Ungdomsbidrag")
    hand.add_rule(own, "base_amount", "3 §", permille="6")
    hand.add_rule(own, "yearly_frame", "4 §", cap="80 000")
    hand.add_rule(own, "report", "5 §")
    hand.add_scheme("pitea:base_grant")
    hand.click(hand.card("visits").adder)
    hand.pay("food", "guest")
    work = hand.card("work")
    assert isinstance(work, WorkCard)
    hand.click(work.ticks["follow_up"])
    hand.set("guideline.committee", "vänortsrådet")
    hand.adopt(**ADOPTION)
    editing = hand.page.editing
    told = [str(each.text) for each in editing.problems()] if editing else []
    assert begun.shown == "riktlinjer", told
    it = begun.desk.in_force()[1]
    assert [each.definite for each in it.schemes] == ["ungdomsbidraget", "grundbidraget"]
    assert it.schemes[0].cap == 80_000
    assert it.work is not None
    assert it.work.follow_up is not None
    assert hand.typed + hand.acts <= 35
