"""The officer's examples of visits and agreements (tests/scenarios/visits), in a real register."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.check import check
from desktop.domain.visit_words import Party
from desktop.flow.agreement_view import agreement_picture
from desktop.flow.visit_next import visit_label, visit_next
from desktop.flow.visit_picture import visit_picture
from desktop.flow.visit_place import place_visits
from tests.flow import visit_stage

if TYPE_CHECKING:
    from desktop.flow.visit_picture import VisitPicture
    from tests.flow.coordinator import Coordinator

FOLDER = Path(__file__).parents[1] / "scenarios" / "visits"
ABOUT = ("visit", "agreement")
HABITS: dict[str, Callable[..., Any]] = {
    "signs": visit_stage.signs,
    "idea": visit_stage.ideas,
    "approves": visit_stage.approves,
    "plans": visit_stage.plans,
    "holds": visit_stage.holds,
    "reports": visit_stage.reports,
    "settles": visit_stage.settles,
    "closes": visit_stage.closes,
}


def scenarios() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for each in tomllib.loads(path.read_text("utf-8"))["scenario"]:
            found.append(pytest.param(each, id=f"{path.stem}: {each['name']}"))
    return found


@pytest.mark.parametrize("scenario", scenarios())
def test_the_example_comes_out_as_written(scenario, coordinator):
    assert set(scenario) == {"name", "because", "acts", "expect"}
    for act in scenario["acts"]:
        lives(coordinator, dict(act))

    for wanted in scenario["expect"]:
        assert seen_of(coordinator, wanted) == wanted
    assert check(coordinator.desk.store) == []


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
    which = {name: act.pop(name) for name in ABOUT if name in act}
    if refused is None:
        it.does(do, which, **act)
        return
    words = " ".join(str(each.text) for each in it.is_refused(do, which, **act))
    assert refused in words.replace("\u00a0", " ")


def kronor(sums: Mapping[Party, int]) -> dict[str, float]:
    return {str(party): sums[party] / 100 for party in Party if sums[party]}


VISIT: dict[str, Callable[[VisitPicture], Any]] = {
    "number": lambda seen: seen.visit.number,
    "title": lambda seen: str(seen.title),
    "stage": lambda seen: str(seen.stage),
    "next": visit_next,
    "label": lambda seen: str(visit_label(seen).text).replace("\u00a0", " "),
    "agreement": lambda seen: seen.agreement.id if seen.agreement else 0,
    "counted": lambda seen: seen.visit.report_counted_on,
    "due": lambda seen: seen.visit.report_due_on,
    "should": lambda seen: kronor(seen.settlement.should),
    "paid": lambda seen: kronor(seen.settlement.paid),
    "owes": lambda seen: [
        f"{each.debtor} {each.ore / 100:g} {each.creditor}" for each in seen.settlement.owes
    ],
    "over": lambda seen: [each.over_ore / 100 for each in seen.settlement.rows],
    "own": lambda seen: seen.own_ore / 100,
    "currencies": lambda seen: [each.currency for each in seen.settlement.currencies],
    "stops": lambda seen: [each.rule for each in seen.stops],
    "notes": lambda seen: [each.rule for each in seen.findings if each.status == "note"],
    "outside": lambda seen: [
        str(each.limit).replace("\u00a0", " ")
        for each in seen.findings
        if each.rule == "P13" and each.status == "not_applicable"
    ][:1],
    "youth": lambda seen: f"{seen.youth.part} av {seen.youth.whole}",
    "unrecovered": lambda seen: sum(c.sek_ore or 0 for c in seen.costs if c.unrecovered) / 100,
}


def seen_of(it: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    """Give what the register says of the same keys."""
    if "visit" in wanted:
        seen = visit_picture(it.desk, wanted["visit"])
        return {"visit": seen.id} | {key: VISIT[key](seen) for key in wanted if key != "visit"}
    if "agreement" in wanted:
        shown = agreement_picture(it.desk, wanted["agreement"])
        facts = {
            "status": str(shown.status),
            "last_day": shown.last_day,
            "ending_on": shown.ending_on,
            "visits": shown.visits,
        }
        return {"agreement": shown.id} | {key: facts[key] for key in wanted if key != "agreement"}
    place = place_visits(it.desk, wanted["place"])
    about: dict[str, Any] = {
        "counted": len(place.quota.counted),
        "outside": len(place.quota.outside),
        "period": list(place.period),
        "stopped": place.stopped,
        "digital": place.digital.percent,
        "timeline": [each.kind for each in place.timeline],
        "warnings": [str(each) for each in place.warnings],
    }
    return {"place": wanted["place"]} | {key: about[key] for key in wanted if key != "place"}
