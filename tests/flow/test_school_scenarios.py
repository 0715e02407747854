"""The officer's examples of the school exchange fund (S1–S6), lived through a register file."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any

import pytest

from db.check import check
from desktop.domain.applicants import ApplicantKind
from desktop.domain.registers import Place
from desktop.domain.rule import Status
from desktop.flow.money import pots
from desktop.flow.registers import begin
from desktop.flow.similar import rule_of
from desktop.flow.standing import missing
from tests.flow.coordinator import Clock, Coordinator, Numbers
from tests.flow.school_stage import APPLICATION, FRIENDS, FUND, enrols
from tests.flow.test_scenarios import ABOUT, CASE, FOLDER, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator


def scenarios() -> Iterator[Any]:
    for path in sorted((FOLDER / "skelleftea").glob("*.toml")):
        data = tomllib.loads(path.read_text("utf-8"))
        for each in () if "municipality" in data else data["scenario"]:
            yield pytest.param(each, id=f"{path.stem}: {each['name']}")


@pytest.fixture
def coordinator(tmp_path):
    from datetime import datetime  # noqa: PLC0415

    clock = Clock(datetime(2026, 1, 12, 9, 30))
    desk = begin(tmp_path / "fond.vanbok", FUND, clock=clock, new_uuid=Numbers())
    found = Coordinator(desk=desk, clock=clock)
    enrols(found)
    yield found
    desk.store.close()


@pytest.mark.parametrize("scenario", list(scenarios()))
def test_the_example_comes_out_as_written(scenario, coordinator):
    for act in scenario["acts"]:
        lives(coordinator, dict(act))

    for wanted in scenario["expect"]:
        assert seen_of(coordinator, wanted) == wanted
    assert check(coordinator.desk.store) == []


def lives(it: Coordinator, act: dict[str, Any]) -> None:
    day, refused = act.pop("on", None), act.pop("refused", None)
    if day is not None:
        it.on(day)
    do = act.pop("do")
    which = {name: act.pop(name) for name in ABOUT if name in act}
    if do == "delegates":
        do, act = "set_officer", {"delegation": "delegationsordningen, punkt 9", **act}
    if do == "applies":
        without = act.pop("without", [])
        facts = {name: value for name, value in APPLICATION.items() if name not in without}
        do, act = "register_school_application", {**facts, **act}
    if do == "decides":
        it.in_case(which["case"], "prepare_for_board")
        typed = {"paragraph": "84", "own_text": "Nämnden följde förslaget."}
        do, act = "record_board_decision", {**typed, **act}
    assert do in NAMES, do
    if refused is None:
        it.does(do, which, **act)
        return
    words = " ".join(str(each.text) for each in it.is_refused(do, which, **act))
    assert refused in words.replace("\u00a0", " ")


SCHOOL = {
    **CASE,
    "missing": lambda _, seen: missing(seen),
    "notes": lambda _, seen: [each.rule for each in seen.findings if each.status is Status.NOTE],
    "reclaims": lambda _, seen: [each.reclaim.cited for each in [seen] if each.reclaim],
    "cited": lambda _, seen: seen.decision.cited,
    "board": lambda _, seen: seen.decision.board,
    "paid_to": lambda _, seen: seen.payments[-1].account,
    "place": lambda _, seen: seen.place.name,
    "report": lambda _, seen: seen.report is not None,
    "documents": lambda _, seen: sorted(each.kind for each in seen.documents),
    "pays": lambda _, seen: [each.rule for each in seen.payment_stops],
}


def seen_of(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    if "similar" in wanted:
        return told_of(it, wanted)
    if "pot" in wanted:
        (bar,) = pots(it.desk, wanted.get("year", it.today.year))
        facts = {"pot": bar.scheme, "year": bar.year, "left": bar.left, "decided": bar.decided}
        return {name: facts[name] for name in wanted}
    seen = it.sees(wanted["case"])
    keys = {name for name in wanted if name != "case"}
    return {"case": seen.id, **{name: SCHOOL[name](it, seen) for name in keys}}


def told_of(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    """What the last event says of names that were like the new one, and by which rule."""
    event = it.desk.store.events(limit=1)[0]
    told = re.search(r"Liknande kontakter visades: (.+) \((\w+)\)\.$", event.text)
    facts = {
        "similar": told[1].split(", ") if told else [],
        "rule": told[2] if told else "",
        "paragraph": getattr(rule_of(it.desk, event.name), "paragraph", ""),
        "place": it.desk.store.find(Place)[-1].name,
    }
    return {name: facts[name] for name in wanted}


def test_a_fund_without_places_makes_one_pot_for_the_whole_municipality(coordinator):
    (bar,) = pots(coordinator.desk, 2026)

    assert (bar.scheme, bar.cap, str(bar.where)) == ("school_fund", 300_000, "Hela kommunen")


def test_an_association_is_no_school(coordinator):
    coordinator.does("register_school_application", **{**APPLICATION, "association_id": FRIENDS})

    seen = coordinator.sees(1)

    assert seen.association.kind is ApplicantKind.ASSOCIATION
    assert seen.decidable == 0
