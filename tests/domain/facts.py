"""Facts of a plainly invented case, for rules that look at nothing else."""

from __future__ import annotations

import json
import tomllib
from dataclasses import replace
from datetime import date
from typing import Any

from desktop.domain.casework import Application, Case
from desktop.domain.guideline import Guideline, parse, to_json
from desktop.domain.phases import Channel
from desktop.domain.registers import Association, Place
from desktop.domain.rule import CaseFacts, Consultation, Pot, Share
from desktop.paths import resources

DAY = date(2026, 3, 2)
CASE = Case(
    id=1,
    number="2026-001",
    association_id=1,
    place_id=2,
    scheme="activity_grant",
    year=2026,
    guideline_id=1,
    phase_since=DAY,
)
APPLICATION = Application(
    id=1,
    case_id=1,
    version=1,
    came_on=DAY,
    channel=Channel.EMAIL,
    arrived_on=DAY,
    asked=8_000,
    starts_on=date(2026, 3, 20),
    ends_on=date(2026, 3, 22),
    costs=20_000,
    other_funding=2_000,
    goals=("cultures",),
)


def pitea() -> dict[str, Any]:
    """Piteå's guideline as data, the way the register keeps it."""
    return kept("pitea")


def kept(municipality: str) -> dict[str, Any]:
    """A municipality's guideline as data, the way the register keeps it."""
    data: dict[str, Any] = {}
    for path in sorted((resources() / "guidelines" / municipality).glob("*/*.toml")):
        for key, value in tomllib.loads(path.read_text("utf-8")).items():
            data[key] = [*data.get(key, []), *value] if isinstance(value, list) else value
    found: dict[str, Any] = json.loads(to_json(data))
    return found


def guideline(**caps: int) -> Guideline:
    data = pitea()
    for scheme in data["scheme"]:
        for rule in scheme["rule"]:
            if "cap" in rule and scheme["key"] in caps:
                rule["cap"] = caps[scheme["key"]]
    return parse(data)


def share(amount: int, number: str = "2026-009") -> Share:
    return Share(case=number, applicant="Föreningen Vulkanvännerna", amount=amount)


def facts(
    scheme: str = "activity_grant", *, pot: Pot | None = None, asked: int = 8_000, **more: Any
) -> CaseFacts:
    """Facts that every rule is content with, but for what is given."""
    version = more.pop("guideline", None) or guideline()
    names = ("costs", "other_funding", "ends_on", "goals", "purpose")
    written = {name: more.pop(name) for name in names if name in more}
    made: dict[str, Any] = {
        "today": DAY,
        "guideline": version,
        "scheme": version.scheme(scheme),
        "case": replace(CASE, scheme=scheme),
        "application": replace(APPLICATION, asked=asked, **written),
        "association": Association(id=1, name="Körsällskapet Trollsländan"),
        "place": Place(id=2, name="Grindavík", since=1977),
        "linked": True,
        "original": True,
        "pot": pot or Pot(),
        "frame_left": 480_000,
        "consultation": Consultation(held_on=DAY, number="1/2026"),
        "annual_reports": frozenset({date(2025, 12, 31)}),
        "report": None,
        "exemptions": {},
    }
    return CaseFacts(**{**made, **more})
