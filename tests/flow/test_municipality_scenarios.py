"""The officers' examples of four municipalities, each lived in a register of its own guideline."""

from __future__ import annotations

import shutil
import tomllib
from dataclasses import asdict
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.check import check
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.offered import offered
from desktop.flow.project_view import project_picture
from desktop.flow.registers import begin, open_register
from desktop.flow.steps.founding import FoundRegister
from tests.flow import commitment_stage, test_visit_scenarios
from tests.flow.coordinator import Clock, Coordinator, Numbers
from tests.flow.test_scenarios import FOLDER
from tests.flow.test_visit_scenarios import lives

if TYPE_CHECKING:
    from collections.abc import Iterator

NOW = datetime(2026, 3, 2, 9, 30)
OWN = ("skelleftea", "umea", "upplands-bro", "uppsala")


def scenarios() -> Iterator[Any]:
    for folder in OWN:
        for path in sorted((FOLDER / folder).glob("*.toml")):
            data = tomllib.loads(path.read_text("utf-8"))
            for each in data["scenario"] if "municipality" in data else ():
                key = data["municipality"]
                yield pytest.param(key, each, id=f"{folder}/{path.stem}: {each['name']}")


@pytest.fixture(scope="session")
def founded(tmp_path_factory):
    """A register of each municipality, made once."""

    @cache
    def of(key: str) -> Path:
        path = tmp_path_factory.mktemp(key) / "register.vanbok"
        clock = Clock(NOW)
        setup = FoundRegister(guideline=key, name="Ebba Sagolin")
        begin(path, setup, clock=clock, new_uuid=Numbers()).store.close()
        return Path(path)

    return of


@pytest.fixture
def coordinator(tmp_path, founded, key):
    path = shutil.copy(founded(key), tmp_path / "register.vanbok")
    clock = Clock(NOW)
    desk = open_register(path, clock=clock)
    yield Coordinator(desk, clock)
    desk.store.close()


@pytest.mark.parametrize(("key", "scenario"), list(scenarios()))
def test_the_example_comes_out_as_written(scenario, coordinator):
    assert set(scenario) == {"name", "because", "acts", "expect"}
    for act in scenario["acts"]:
        lives_here(coordinator, dict(act))

    for wanted in scenario["expect"]:
        assert seen_of(coordinator, wanted) == wanted
    assert check(coordinator.desk.store) == []


def lives_here(it: Coordinator, act: dict[str, Any]) -> None:
    if act.get("do") == "bodies":
        commitment_stage.bodies(it)
    elif "project" in act:
        do, which = act.pop("do"), {"project": act.pop("project")}
        it.does(do, which, **act)
    elif "place" in act and act["do"] == "change_place":
        does_or_not(it, act)
    else:
        lives(it, act)


def does_or_not(it: Coordinator, act: dict[str, Any]) -> None:
    do, which = act.pop("do"), {"place": act.pop("place")}
    refused = act.pop("refused", None)
    if refused is None:
        it.does(do, which, **act)
    else:
        words = " ".join(str(each.text) for each in it.is_refused(do, which, **act))
        assert refused in words.replace("\u00a0", " ")


def seen_of(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    """Give what the register says of the same keys."""
    if "offered" in wanted:
        found = asdict(offered(it.desk))
        return {"offered": {key: found[key] for key in wanted["offered"]}}
    if "deadlines" in wanted:
        kinds = {each.kind for each in all_deadlines(it.desk)}
        return {"deadlines": {key: key in kinds for key in wanted["deadlines"]}}
    if "project" in wanted:
        seen = project_picture(it.desk, wanted["project"])
        facts: dict[str, Any] = {
            "project": seen.id,
            "areas": list(seen.project.areas),
            "agenda_goals": list(seen.project.agenda_goals),
            "notes": [each.rule for each in seen.findings if each.status == "note"],
            "met": [each.rule for each in seen.findings if each.status == "met"],
            "own": seen.own,
        }
        return {key: facts[key] for key in wanted}
    return test_visit_scenarios.seen_of(it, wanted)
