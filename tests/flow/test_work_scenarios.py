"""The officer's examples of networks, projects, plans and reviews (tests/scenarios/work)."""

from __future__ import annotations

import shutil
import tomllib
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.check import check
from desktop.domain.registers import Place
from desktop.flow.contact_view import without_contact
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.document_view import governing_picture, guideline_review
from desktop.flow.network_view import network_picture
from desktop.flow.place_findings import place_findings
from desktop.flow.plan_view import plan_list
from desktop.flow.project_view import project_picture
from desktop.flow.registers import begin, open_register
from tests.flow import commitment_stage
from tests.flow.coordinator import FOUNDING, Clock, Coordinator, Numbers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.domain.rule import Finding

FOLDER = Path(__file__).parents[1] / "scenarios" / "work"
FIRST_DAY = datetime(2026, 3, 2, 9, 30)


def scenarios() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for each in tomllib.loads(path.read_text("utf-8"))["scenario"]:
            found.append(pytest.param(each, id=f"{path.stem}: {each['name']}"))
    return found


@pytest.fixture(scope="module")
def registers(tmp_path_factory):
    """Give a new register that follows a guideline, made once and copied for each scenario."""
    made: dict[str, Path] = {}
    folder = tmp_path_factory.mktemp("work")

    def of(guideline: str) -> Path:
        if guideline not in made:
            path = folder / f"{guideline}.vanbok"
            founding = replace(FOUNDING, guideline=guideline)
            begin(path, founding, clock=Clock(FIRST_DAY), new_uuid=Numbers()).store.close()
            made[guideline] = path
        return made[guideline]

    return of


@pytest.fixture
def coordinator(scenario, registers, tmp_path) -> Iterator[Coordinator]:
    """At her desk on the day that is given, with the bodies that are given."""
    given = scenario["given"]
    path = tmp_path / "påhittat.vanbok"
    shutil.copy(registers(given["guideline"]), path)
    clock = Clock(datetime.combine(given.get("on", FIRST_DAY), FIRST_DAY.time()))
    desk = open_register(path, clock=clock)
    it = Coordinator(desk, clock)
    for each in given.get("bodies", ()):
        kind, name = each.split(" ", 1)
        it.does("register_body", kind=kind, name=name)
    yield it
    desk.store.close()


@pytest.mark.parametrize("scenario", scenarios())
def test_the_example_comes_out_as_written(scenario, coordinator):
    assert set(scenario) == {"name", "given", "acts", "expected", "because"}
    for act in scenario["acts"]:
        lives(coordinator, dict(act))

    for wanted in scenario["expected"]:
        assert seen_of(coordinator, wanted) == wanted
    assert check(coordinator.desk.store) == []


def lives(it: Coordinator, act: dict[str, Any]) -> None:
    """Do one act of a scenario; with `refused`, it says these words and writes nothing."""
    if "on" in act:
        it.on(act.pop("on"))
    if "do" not in act:
        return
    do, refused = act.pop("do"), act.pop("refused", None)
    # A word by the same name is a field of the act: the body that decided, a visit's project.
    which = {name: act.pop(name) for name in ABOUT if isinstance(act.get(name), int)}
    if refused is None:
        it.does(do, which, **act)
        return
    words = " ".join(str(each.text) for each in it.is_refused(do, which, **act))
    assert refused in words.replace("\u00a0", " ")


ABOUT = (*commitment_stage.KINDS, "place", "visit")


def told(found: Iterable[Finding]) -> list[str]:
    """Give findings as an officer reads them: "U4 note saknas – skriv vad det ska ge"."""
    lines = (
        f"{each.rule} {each.status} {' – '.join(filter(None, (str(each.value), str(each.limit))))}"
        for each in found
    )
    return [line.replace("\u00a0", " ") for line in lines]


def network(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    seen = network_picture(it.desk, wanted["network"])
    return {
        "label": str(seen.label),
        "review_due": seen.review_due,
        "last_activity": seen.last_activity,
        "next": seen.next_act,
        "findings": told(seen.findings),
    }


def project(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    seen = project_picture(it.desk, wanted["project"])
    return {
        "label": str(seen.label),
        "budget": seen.budget,
        "own": seen.own,
        "own_percent": seen.own_percent,
        "next": seen.next_act,
        "visits": [each.number for each in seen.visits],
        "findings": told(seen.findings),
    }


def plan(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    rows = plan_list(it.desk, wanted["year"])
    row = next(each for each in rows if each.body.name == wanted["plan"])
    return {
        "year": row.year,
        "label": str(row.label),
        "goals": [each.text for each in row.plan.goals] if row.plan else [],
        "next": str(row.next_words),
        "findings": told(row.findings),
    }


def document(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    seen = governing_picture(it.desk, wanted["document"])
    return {"label": str(seen.label), "cited": seen.cited, "next": seen.next_act}


def review(it: Coordinator, _wanted: dict[str, Any]) -> dict[str, Any]:
    seen = guideline_review(it.desk)
    stands = seen.stands
    return {
        "due": stands.due if stands else date.max,
        "done": stands.done if stands else False,
        "findings": told(seen.findings),
    }


def place(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    rows = it.desk.store.find(Place)
    row = next(each for each in rows if each.name == wanted["place"])
    return {"findings": told(place_findings(it.desk, row))}


def deadlines(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    found = [each for each in all_deadlines(it.desk) if each.kind == wanted["deadlines"]]
    return {
        "lines": [
            " ".join(filter(None, (str(each.day or ""), each.state, str(each.fact.text))))
            for each in found
        ]
    }


def missing(it: Coordinator, _wanted: dict[str, Any]) -> dict[str, Any]:
    return {"names": [each.name for each in without_contact(it.desk)]}


SEEN: dict[str, Callable[[Coordinator, dict[str, Any]], dict[str, Any]]] = {
    "network": network,
    "project": project,
    "plan": plan,
    "document": document,
    "guideline_review": review,
    "place": place,
    "deadlines": deadlines,
    "without_contact": missing,
}


def seen_of(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    """Give what the register says of the same keys."""
    about = next(name for name in SEEN if name in wanted)
    facts = SEEN[about](it, wanted)
    return {about: wanted[about]} | {key: facts[key] for key in wanted if key != about}
