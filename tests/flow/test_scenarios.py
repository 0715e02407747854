"""The officer's examples (tests/scenarios), lived through a real register file."""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from db.check import check
from desktop.domain.dates import last_day_of_appeal
from desktop.domain.proposal import stopping
from desktop.flow.money import frame_of, pots
from desktop.flow.next_act import next_act
from desktop.flow.steps.catalogue import STEPS
from tests.flow.coordinator import GRINDAVIK, Coordinator

if TYPE_CHECKING:
    from desktop.flow.picture import Picture

FOLDER = Path(__file__).parents[1] / "scenarios"
ABOUT = ("case", "association", "round", "list")


def scenarios() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.toml")):
        for each in tomllib.loads(path.read_text("utf-8"))["scenario"]:
            found.append(pytest.param(each, id=f"{path.stem}: {each['name']}"))
    return found


@pytest.mark.parametrize("scenario", scenarios())
def test_the_example_comes_out_as_written(scenario, coordinator):
    for act in scenario["acts"]:
        lives(coordinator, dict(act))

    for wanted in scenario["expect"]:
        assert seen_of(coordinator, wanted) == wanted
    assert check(coordinator.desk.store) == []


@pytest.mark.parametrize("scenario", scenarios())
def test_every_example_says_which_paragraph_it_follows(scenario):
    assert set(scenario) == {"name", "because", "acts", "expect"}
    assert scenario["because"].strip()
    assert scenario["expect"]


def test_no_two_examples_have_one_name():
    names = [each.id for each in scenarios()]

    assert len(names) == len(set(names)) > 30


# What is done

HABITS: dict[str, Callable[..., Any]] = {
    "applies": lambda it, by=1, **facts: it.registers(by, **facts),
    "applies_base": lambda it, by=1, **facts: it.registers_base(by, **facts),
    "hears": lambda it, cases, **typed: it.readies(*cases, **typed),
    "decides": lambda it, case, **typed: it.decides(case, **typed),
    "grants": lambda it, case, **typed: it.grants(case, **typed),
    "pays": lambda it, case: it.pays(case),
    "reports_to_board": lambda it: it.reports_to_board(),
    "closes": lambda it, case: it.closes(case),
}
NAMES = {step.name for step in STEPS}


def lives(coordinator: Coordinator, act: dict[str, Any]) -> None:
    day, refused = act.pop("on", None), act.pop("refused", None)
    if day is not None:
        coordinator.on(day)
    if "do" not in act:
        return
    do = act.pop("do")
    if do not in NAMES:
        HABITS[do](coordinator, **act)
        return
    which = {name: act.pop(name) for name in ABOUT if name in act}
    if refused is None:
        coordinator.does(do, which, **act)
        return
    problems = coordinator.is_refused(do, which, **act)
    words = " ".join(str(each.text) for each in problems)
    assert refused in words.replace("\u00a0", " ")


# What is seen

CASE: dict[str, Callable[[Coordinator, Any], Any]] = {
    "number": lambda _, seen: seen.case.number,
    "year": lambda _, seen: seen.case.year,
    "phase": lambda _, seen: str(seen.case.phase),
    "arrived": lambda _, seen: seen.application.arrived_on,
    "proposed": lambda _, seen: seen.proposal,
    "ceiling": lambda _, seen: seen.draft.ceiling,
    "cap": lambda _, seen: seen.scheme.cap,
    "valid_from": lambda _, seen: seen.guideline.valid_from,
    "outcome": lambda _, seen: str(seen.decision.outcome) if seen.decision else "",
    "decision": lambda _, seen: f"{seen.decision.number}/{seen.decision.year}",
    "versions": lambda _, seen: [each.granted for each in seen.decisions],
    "granted": lambda _, seen: seen.granted,
    "paid": lambda _, seen: seen.paid - seen.repaid,
    "planned": lambda _, seen: seen.payment.amount if seen.payment else 0,
    "report_due": lambda _, seen: seen.report.due_on if seen.report else seen.decision.due_on,
    "report_month": lambda _, seen: seen.report.month_on,
    "report_state": lambda _, seen: str(seen.report.state),
    "reclaim": lambda _, seen: str(seen.reclaim.state),
    "next": lambda _, seen: next_act(seen),
    "label": lambda it, seen: str(it.label(seen.id).text).replace("\u00a0", " "),
    "stops": lambda _, seen: [each.rule for each in stopping(seen.findings, "decision")],
    "asks_for": lambda _, seen: [str(each.limit) for each in seen.payment_stops],
    "notes": lambda _, seen: [each.rule for each in seen.findings if each.status == "note"],
    "deciding": lambda _, seen: next(str(each.title) for each in seen.limits if each.deciding),
    "reckoned": lambda _, seen: next(
        each.detail() for each in seen.limits if each.deciding
    ).replace("\u00a0", " "),
    "last_day_of_appeal": lambda _, seen: appeal_of(seen),
}


def appeal_of(seen: Picture) -> date | str:
    if seen.announced_on is None:
        return "not running"
    return last_day_of_appeal(seen.announced_on)


def seen_of(coordinator: Coordinator, wanted: dict[str, Any]) -> dict[str, Any]:
    """Give what the register says of the same keys."""
    if "case" in wanted:
        seen = coordinator.sees(wanted["case"])
        keys = {name for name in wanted if name != "case"}
        return {"case": seen.id, **{name: CASE[name](coordinator, seen) for name in keys}}
    if "pot" in wanted:
        year = wanted.get("year", coordinator.today.year)
        bar = next(
            each
            for each in pots(coordinator.desk, year)
            if each.scheme == wanted["pot"] and each.place.id == GRINDAVIK
        )
        facts = {"pot": bar.scheme, "year": bar.year, "left": bar.left, "decided": bar.decided}
        return {name: facts[name] for name in wanted}
    frame = frame_of(coordinator.desk, wanted["frame"])
    assert frame is not None
    return {"frame": wanted["frame"], "left": frame.left}
