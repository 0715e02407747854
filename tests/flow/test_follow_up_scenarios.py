"""The officer's examples of the yearly follow-up and report, each in its own municipality."""

from __future__ import annotations

import json
import shutil
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from db.check import check
from desktop.domain.casework import Document
from desktop.domain.yearly import difference_words
from desktop.flow.deadline_facts import all_deadlines
from desktop.flow.follow_up_next import follow_up_next, follow_up_next_words
from desktop.flow.follow_up_view import follow_up
from desktop.flow.registers import begin, open_register
from desktop.flow.steps.founding import FoundRegister
from desktop.flow.yearly import yearly
from tests.flow import follow_up_stage, visit_stage
from tests.flow.coordinator import ASSOCIATIONS, FOUNDING, GRINDAVIK, Clock, Coordinator, Numbers

FOLDER = Path(__file__).parents[1] / "scenarios" / "follow_up"


def scenarios() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for each in tomllib.loads(path.read_text("utf-8"))["scenario"]:
            found.append(pytest.param(each, id=f"{path.stem}: {each['name']}"))
    return found


@pytest.fixture(scope="session")
def registers(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """A founded register of each municipality, made when it is first asked for."""
    made: dict[str, Path] = {}

    def of(municipality: str) -> Path:
        if municipality not in made:
            path = tmp_path_factory.mktemp("follow-up") / f"{municipality}.vanbok"
            founding = FOUNDING
            if municipality != "pitea":
                founding = FoundRegister(guideline=municipality, name="Ebba Sagolin")
            clock = Clock(datetime(2025, 1, 7, 9, 30))
            begin(path, founding, clock=clock, new_uuid=Numbers()).store.close()
            made[municipality] = path
        return made[municipality]

    return of


@pytest.fixture
def at_desk(
    registers: Callable[[str], Path], tmp_path: Path, request: pytest.FixtureRequest
) -> Iterator[Coordinator]:
    path = tmp_path / "påhittat.vanbok"
    shutil.copy(registers(request.param), path)
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    desk = open_register(path, clock=clock)
    yield Coordinator(desk, clock)
    desk.store.close()


@pytest.mark.parametrize(
    ("scenario", "at_desk"),
    [
        pytest.param(each.values[0], each.values[0]["municipality"], id=each.id)
        for each in scenarios()
    ],
    indirect=["at_desk"],
)
def test_the_example_comes_out_as_written(scenario, at_desk):
    assert set(scenario) == {"name", "municipality", "because", "acts", "expect"}
    for act in scenario["acts"]:
        lives(at_desk, dict(act))

    for wanted in scenario["expect"]:
        assert seen_of(at_desk, wanted) == wanted
    assert check(at_desk.desk.store) == []


def visits(it: Coordinator, people: Any) -> None:
    """Plan a visit with those who take part, to a town that is there or not."""
    visit = visit_stage.ideas(it, place_id=None, elsewhere="Påhittköping", ends_on=it.today)
    areas = [goal.key for goal in it.desk.in_force()[1].goals[:1]]
    it.does("approve_purpose", {"visit": visit}, **{**visit_stage.GATE, "areas": areas})
    it.does("plan_visit", {"visit": visit}, people=people)


HABITS: dict[str, Callable[..., Any]] = {
    "bodies": follow_up_stage.registers,
    "begins": lambda it, year, **typed: it.does("start_follow_up", {"follow_up": year}, **typed),
    "sends": follow_up_stage.sends,
    "answers": follow_up_stage.answers,
    "visits": visits,
    "signs": visit_stage.signs,
    "idea": visit_stage.ideas,
    "approves": visit_stage.approves,
    "plans": visit_stage.plans,
    "association": lambda it: it.does("add_association", place_ids=[GRINDAVIK], **ASSOCIATIONS[0]),
    "registers": lambda it, **typed: it.registers(**typed),
    "grants": lambda it, case: it.grants(case),
}


def lives(it: Coordinator, act: dict[str, Any]) -> None:
    """Do one act of a scenario; with `refused`, it says these words and writes nothing."""
    if "on" in act:
        it.on(act.pop("on"))
    if "do" not in act:
        return
    do, refused = act.pop("do"), act.pop("refused", None)
    if do in HABITS:
        HABITS[do](it, **act)
        return
    which = {name: act.pop(name) for name in ("follow_up",) if name in act}
    if "name" in act:
        which = follow_up_stage.asked(it, act.pop("year"), act.pop("name"))
    if refused is None:
        it.does(do, which, **act)
        return
    words = " ".join(str(each.text) for each in it.is_refused(do, which, **act))
    assert refused in words.replace("\u00a0", " ")


def seen_of(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    """Give what the register says of the same keys."""
    if "follow_up" in wanted:
        return {"follow_up": wanted["follow_up"]} | _follow_up(it, wanted)
    if "deadlines" in wanted:
        kinds = ("follow_up", "yearly_report")
        known = [each for each in all_deadlines(it.desk) if each.kind in kinds]
        return {"deadlines": [each.kind for each in known], "days": [each.day for each in known]}
    return {"year": wanted["year"]} | _yearly(it, wanted)


def _follow_up(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    seen = follow_up(it.desk, wanted["follow_up"])
    kept = it.desk.store.find(Document, "subject like 'asked:%'")
    facts: dict[str, Callable[[], Any]] = {
        "asked": lambda: sorted(each.name for each in seen.asked),
        "next": lambda: follow_up_next(seen),
        "words": lambda: str(follow_up_next_words(seen)),
        "answered": lambda: len(seen.answered),
        "missing": lambda: len(seen.missing),
        "late": lambda: seen.days_late,
        "answer_by": lambda: seen.answer_by,
        "report_by": lambda: seen.report_by,
        "papers": lambda: dict(Counter(each.kind for each in kept)),
        "versions": lambda: len(seen.reports),
        "frozen": lambda: [_frozen(each.figures) for each in seen.reports],
        "noted": lambda: seen.report.paragraph if seen.report else "",
    }
    return {key: facts[key]() for key in wanted if key != "follow_up"}


def _frozen(figures: str) -> int:
    """How many had answered when the report was made."""
    sections = json.loads(figures)["sections"]
    answers = next(each for each in sections if each["key"] == "answers")
    return int(answers["figures"][0]["now"])


def _yearly(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    seen = yearly(it.desk, wanted["year"])
    remains = [each for each in seen.remains if each.key != "round"]
    facts: dict[str, Callable[[], Any]] = {
        "figures": lambda: {key: seen.figure(key).now for key in wanted["figures"]},
        "before": lambda: {key: seen.figure(key).before for key in wanted["before"]},
        "changes": lambda: {
            key: str(difference_words(seen.figure(key))) for key in wanted["changes"]
        },
        "rows": lambda: wanted["rows"],
        "from": lambda: sorted(
            f"{row.text} {row.amount}" for row in seen.figure(wanted["rows"]).rows
        ),
        "remains": lambda: [each.key for each in remains],
        "said": lambda: [str(each.text) for each in remains],
        "without": lambda: [key for key in wanted["without"] if seen.section(key) is None],
        "words": lambda: dict(seen.words),
    }
    return {key: facts[key]() for key in wanted if key != "year"}
