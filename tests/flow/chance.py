"""What somebody might do next and type: proposed values, filled in, and now and then another."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Any

from desktop.domain.budgeting import Note, WhatIf
from desktop.domain.casework import DecisionList, Round
from desktop.domain.record import Record
from desktop.domain.registers import Association, BudgetEntry, Member, Place, Reason
from desktop.flow.ask import Ask, Kind, asks
from desktop.flow.picture import Picture
from desktop.flow.step import Step
from desktop.flow.steps import acts_about, step_named
from desktop.flow.steps.catalogue import STEPS
from tests.flow import commitment_stage, follow_up_stage, visit_stage
from tests.flow.coordinator import TYPED, Coordinator
from tests.flow.stage import MORE

ABOUT: dict[str, type[Record]] = {
    "association": Association,
    "budget_entry": BudgetEntry,
    "list": DecisionList,
    "member": Member,
    "note": Note,
    "place": Place,
    "reason": Reason,
    "round": Round,
    "what_if": WhatIf,
}
ELSEWHERE = ("found_register", "set_coat", "register_application", "take_back")
"""Acts that have a rule of their own, or need a picture."""
BESIDE = tuple(step for step in STEPS if step.about != "case" and step.name not in ELSEWHERE)
NEAR = tuple(
    step_named(name)
    for name in (
        "receive_annual_report",
        "change_association",
        "make_sheet",
        "close_round",
        "decide_together",
        "make_list",
        "report_list",
        "announce_list",
        "add_own_cost",
        "adopt_guideline",
    )
)
"""Acts that are not about one case and yet move cases."""
SUMS = (0, 1, 500, 2_000, 3_333, 5_000, 8_000, 10_000, 12_000, 999_999_999)
SURE = [["young"]] * 5
"""Goals that most applications serve; the rules stop those without."""
WORDS = ("", "ett skäl", "å ä ö ð þ ŋ", "<b>&</b> {purpose} \u00ad", "ord " * 40)


def application(chance: Random, today: date) -> dict[str, Any]:
    """Give an application of either kind, with or without what the rules want."""
    raw = {
        "association_id": chance.randint(1, 4),
        "scheme": "base_grant",
        "place_id": 2,
        "asked": chance.choice(SUMS[1:]),
        "came_on": today - timedelta(days=chance.randint(-1, 20)),
        "channel": chance.choice(["email", "post"]),
        "goals": chance.choice([["cultures"], ["cultures", "young"], *SURE, []]),
        "purpose": chance.choice(WORDS),
        "confirm": chance.random() < 0.3,
    }
    if chance.random() < 0.5:
        return raw
    starts = today + timedelta(days=chance.randint(-40, 40))
    return raw | {
        "scheme": "activity_grant",
        "starts_on": starts,
        "ends_on": chance.choice([*[starts + timedelta(days=days) for days in range(6)], None]),
        "costs": chance.choice([*[20_000] * 5, 9_000, None]),
        "other_funding": chance.choice([None, *[0] * 5, 4_000, 20_000]),
    }


def applying(chance: Random, seen: Picture, done: Mapping[str, int]) -> Step:
    """Choose an act that applies; what was seldom done is tried before what was done often."""
    steps = [step for step in acts_about("case") if step.applies(seen)]
    weights = [1 / (1 + done[step.name]) ** 2 for step in steps]
    return chance.choices(steps, weights)[0]


def beside(chance: Random) -> Step:
    """Choose an act that is not about one case."""
    return chance.choice(chance.choice((NEAR, NEAR, BESIDE)))


def subject_of(chance: Random, it: Coordinator, step: Step) -> Any:
    """Give a row that the act can be about, most often one it applies to; None without any."""
    kind = ABOUT.get(step.about)
    rows = it.desk.store.find(kind) if kind else []
    if step.about in visit_stage.KINDS:
        rows = visit_stage.pictures(it, step.about)
    if step.about in commitment_stage.KINDS:
        rows = commitment_stage.pictures(it, step.about)
    if step.about in follow_up_stage.KINDS:
        rows = follow_up_stage.pictures(it, step.about)
    fitting = [row for row in rows if step.applies(row)]
    chosen = fitting if fitting and chance.random() < 0.8 else rows
    return chance.choice(chosen) if chosen else None


def drawn(chance: Random, it: Coordinator, step: Step, subject: Any) -> dict[str, Any]:
    """Give what was proposed, most often filled in, and in some fields something else."""
    kinds = (*ABOUT, *visit_stage.KINDS, *commitment_stage.KINDS, *follow_up_stage.KINDS)
    nobody = step.about in kinds and subject is None
    raw = {} if nobody else step.prefill(it.desk, subject)
    if step.name == "decide_together":
        raw = {"scheme": "base_grant", "place_id": 2, "year": it.today.year}
        raw["decided_on"] = it.today
    known = asks(step.command)
    if chance.random() < 0.8:
        raw = {
            **filled(known),
            **MORE.get(step.name, {}),
            **{name: value for name, value in raw.items() if value != ""},
        }
    if "handed" in known:
        raw["handed"] = chance.random() < 0.5
    names = sorted(name for name in known if name != "case_id")
    for name in chance.sample(names, min(len(names), chance.choice((0, 0, 0, 1, 2)))):
        raw[name] = typed(known[name], it.today, chance)
    return raw


def filled(known: Mapping[str, Ask]) -> dict[str, Any]:
    """Give what she writes where nothing is proposed."""
    return {
        name: TYPED[name]
        for name, asked in known.items()
        if name in TYPED and (name, asked.kind) != ("deviation", Kind.KR)
    }


def typed(asked: Ask, today: date, chance: Random) -> Any:
    """Give what somebody might type into a field."""
    keys = [key for key, _ in asked.choices]
    match asked.kind:
        case Kind.KR:
            return chance.choice(SUMS)
        case Kind.NUMBER:
            return chance.choice((today.year, today.year + 1, 2023, 2027))
        case Kind.DAY:
            return today + timedelta(days=chance.randint(-60, 60))
        case Kind.YES:
            return chance.random() < 0.5
        case Kind.CHOICE:
            return chance.choice(keys or ["P8", "base_grant"])
        case Kind.CHOICES:
            return chance.sample(keys or ["cultures", "young", "equal_split"], 2)
        case Kind.REF:
            return chance.randint(1, 5)
        case Kind.REFS:
            return chance.sample(range(1, 5), 2)
        case Kind.FILE:
            return chance.choice([TYPED["file"], None])
        case Kind.ROWS:
            return ()
        case _:
            return chance.choice(WORDS)
