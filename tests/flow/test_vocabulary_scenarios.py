"""Rules that other municipalities have, as an invented one adopts them, lived through a file."""

from __future__ import annotations

import base64
import tomllib
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.check import check
from desktop.domain.phases import Outcome
from desktop.flow.deciding import explained, suggested
from desktop.flow.money import pots
from desktop.flow.registers import begin
from desktop.flow.standing import missing
from desktop.flow.steps.founding import FoundRegister
from tests.flow.coordinator import Clock, Coordinator, Numbers
from tests.flow.test_scenarios import ABOUT, CASE, FOLDER, NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.flow.picture import Picture

GUIDELINE = Path(__file__).parents[1] / "guidelines" / "sagoby.toml"
CHOIR, ROWERS, ISLAND, HARBOUR = 1, 2, 3, 4
APPLICATION: dict[str, Any] = {
    "association_id": CHOIR,
    "scheme": "journey_grant",
    "place_id": 1,
    "year": 2026,
    "purpose": "en påhittad resa",
    "starts_on": "2026-06-08",
    "ends_on": "2026-06-12",
    "asked": 10_000,
    "goals": ["meetings"],
}
PUPILS: dict[str, Any] = {
    "association_id": ISLAND,
    "scheme": "pupil_fund",
    "purpose": "ett påhittat utbyte",
    "destination": "Sagostad",
    "starts_on": "2027-04-12",
    "ends_on": "2027-04-16",
    "pupils": 10,
    "staff": 2,
    "asked": 60_000,
    "goals": ["meetings"],
}


def founded(path: Path, day: date = date(2026, 1, 12)) -> Coordinator:
    """Begin an invented municipality's register as the wizard does, and adopt its guideline."""
    clock = Clock(datetime(2025, 1, 7, 9, 30))
    founding = FoundRegister(
        guideline="empty",
        municipality="Sagoby",
        name="Ebba Sagolin",
        delegation="delegationsordningen, punkt 9",
        court="Förvaltningsrätten i Luleå",
        court_address="Box 849, 971 26 Luleå",
    )
    it = Coordinator(desk=begin(path, founding, clock=clock, new_uuid=Numbers()), clock=clock)
    text = base64.b64encode(GUIDELINE.read_bytes()).decode()
    it.does(
        "adopt_guideline",
        valid_from=date(2025, 1, 1),
        adopted_on=date(2024, 12, 9),
        paragraph="§ 88",
        data={"name": GUIDELINE.name, "base64": text},
    )
    it.does("add_place", name="Fabelborg", kind="twin_town")
    it.does("add_place", name="Sagostad", kind="twin_town")
    giro = {"account_kind": "bankgiro", "account": "5402-9681"}
    for name in ("Körsällskapet Trollsländan", "Roddklubben Sagofjorden"):
        it.does("add_association", name=name, place_ids=[1, 2], **giro)
    school = {"principal": "Olle Påhittsson", "kind": "independent_school", **giro}
    it.does("add_school", name="Friskolan Sagoön", school_form="compulsory", **school)
    it.does("add_school", name="Sagohamnens gymnasium", school_form="upper_secondary", **school)
    it.on(day)
    return it


def scenarios() -> Iterator[Any]:
    for path in sorted((FOLDER / "vocabulary").glob("*.toml")):
        for each in tomllib.loads(path.read_text("utf-8"))["scenario"]:
            yield pytest.param(each, id=f"{path.stem}: {each['name']}")


@pytest.fixture
def coordinator(tmp_path):
    found = founded(tmp_path / "sagoby.vanbok")
    yield found
    found.desk.store.close()


@pytest.mark.parametrize("scenario", list(scenarios()))
def test_the_example_comes_out_as_written(scenario, coordinator):
    for act in scenario["acts"]:
        lives(coordinator, dict(act))

    for wanted in scenario["expect"]:
        assert seen_of(coordinator, wanted) == wanted
    assert check(coordinator.desk.store) == []


@pytest.mark.parametrize("scenario", list(scenarios()))
def test_every_example_says_which_paragraph_it_follows(scenario):
    assert set(scenario) == {"name", "because", "acts", "expect"}
    assert scenario["because"].strip()
    assert scenario["expect"]


def lives(it: Coordinator, act: dict[str, Any]) -> None:
    day, refused = act.pop("on", None), act.pop("refused", None)
    if day is not None:
        it.on(day)
    if "do" not in act:
        return
    do = act.pop("do")
    which = {name: act.pop(name) for name in ABOUT if name in act}
    if do in ("applies", "school_applies"):
        school = do == "school_applies"
        without = act.pop("without", [])
        known = PUPILS if school else APPLICATION
        facts = {name: value for name, value in known.items() if name not in without}
        act = {**facts, **({"association_id": act.pop("by")} if "by" in act else {}), **act}
        do = "register_school_application" if school else "register_application"
    if do == "grants":
        it.decides(which["case"], **act)
        it.in_case(which["case"], "send_letter")
        return
    assert do in NAMES, do
    if refused is None:
        it.does(do, which, **act)
        return
    words = " ".join(str(each.text) for each in it.is_refused(do, which, **act))
    assert refused in words.replace("\u00a0", " ")


def spaced(words: object) -> str:
    return str(words).replace("\u00a0", " ")


def ruled(seen: Picture, rule: str) -> str:
    return next(
        spaced(f"{each.value}, {each.limit}") for each in seen.draft.findings if each.rule == rule
    )


VOCABULARY = {
    **CASE,
    "missing": lambda _, seen: missing(seen),
    "proposed": lambda _, seen: seen.proposal,
    "reckoned_all": lambda _, seen: [spaced(each.detail()) for each in seen.limits if each.parts],
    "letter_says": lambda _, seen: spaced(
        next(explained(each) for each in seen.limits if each.deciding)
    ),
    "lines": lambda _, seen: {
        each.rule: ruled(seen, each.rule) for each in seen.draft.findings if each.rule != "1"
    },
    "suggested": lambda it, seen: list(
        suggested(it.desk, seen, seen.decision.outcome if seen.decision else Outcome.PARTLY)
    ),
    "documents": lambda _, seen: sorted(each.kind for each in seen.documents),
}


def seen_of(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    if "pot" in wanted:
        bar = next(
            each
            for each in pots(it.desk, wanted.get("year", it.today.year))
            if each.scheme == wanted["pot"] and each.place.id in (0, 1)
        )
        facts = {"pot": bar.scheme, "year": bar.year, "left": bar.left, "decided": bar.decided}
        facts["proposed"] = bar.proposed
        return {name: facts[name] for name in wanted}
    seen = it.sees(wanted["case"])
    keys = {name for name in wanted if name != "case"}
    found = {name: VOCABULARY[name](it, seen) for name in keys}
    if "lines" in wanted:
        found["lines"] = {key: found["lines"][key] for key in wanted["lines"]}
    return {"case": seen.id, **found}
