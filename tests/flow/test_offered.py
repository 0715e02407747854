"""What is offered: what the guideline in force has, and what is registered already."""

from __future__ import annotations

import copy
import json
from dataclasses import fields
from datetime import date, datetime
from typing import Any

import pytest

from desktop import library
from desktop.flow.ask import File
from desktop.flow.offered import TEXTS, Offered, begun, offered, text_offered
from desktop.flow.registers import begin
from desktop.flow.steps.founding import FoundRegister
from desktop.flow.texts import NAMES
from tests.flow.coordinator import GRINDAVIK, Clock, Coordinator, Numbers

SAID = {
    "pitea": {
        "grants",
        "associations",
        "pots",
        "rounds",
        "lists",
        "budget",
        "visits",
        "agreements",
        "quota",
        "networks",
        "projects",
        "documents",
        "areas",
        "report",
    },
    "skelleftea": {
        "grants",
        "schools",
        "pots",
        "budget",
        "board_decides",
        "visits",
        "networks",
        "projects",
        "plans",
        "documents",
        "follow_up",
        "areas",
        "report",
    },
    "umea": {
        "visits",
        "agreements",
        "networks",
        "projects",
        "documents",
        "follow_up",
        "areas",
        "agenda_goals",
        "report",
    },
    "uppsala": {"visits", "networks", "projects", "documents", "areas", "report"},
    "upplands-bro": {
        "visits",
        "projects",
        "plans",
        "contacts",
        "documents",
        "follow_up",
        "report",
    },
}
"""What each of the five guidelines speaks of; all else stays off the screen."""


def register(folder, key: str) -> Coordinator:
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    setup = FoundRegister(guideline=key, name="Ebba Sagolin")
    return Coordinator(
        begin(folder / f"{key}.vanbok", setup, clock=clock, new_uuid=Numbers()), clock
    )


def parts(it: Coordinator) -> set[str]:
    found = offered(it.desk)
    return {each.name for each in fields(Offered) if getattr(found, each.name)}


@pytest.mark.parametrize("key", sorted(SAID))
def test_a_new_register_offers_what_its_guideline_speaks_of_and_nothing_else(tmp_path, key):
    it = register(tmp_path, key)

    assert parts(it) == SAID[key]
    assert not begun(it.desk)
    it.desk.store.close()


def test_the_five_municipalities_are_the_librarys():
    assert {each.key for each in library.municipalities()} == set(SAID)


def adopts(it: Coordinator, change: Any, valid_from: str = "2026-03-02") -> None:
    data = copy.deepcopy(dict(library.municipality(it.desk.in_force()[1].municipality).guideline))
    change(data)
    text = json.dumps(data, default=str).encode()
    it.does(
        "adopt_guideline",
        valid_from=valid_from,
        adopted_on="2026-03-02",
        valid_to="",
        body="Kommunstyrelsen",
        caps=[],
        data=File(name="riktlinje.json", content=text),
    )


def test_a_new_version_with_a_grant_offers_it(tmp_path):
    it = register(tmp_path, "umea")
    (scheme,) = (
        each
        for each in library.municipality("pitea").guideline["scheme"]
        if each["key"] == "base_grant"
    )

    adopts(it, lambda data: data.update(scheme=[copy.deepcopy(scheme)]))

    assert parts(it) - SAID["umea"] == {"grants", "associations", "pots", "lists"}
    it.desk.store.close()


def test_a_new_version_offers_what_it_has_from_its_first_day(tmp_path):
    it = register(tmp_path, "uppsala")
    adopts(it, lambda data: data.pop("visits"), valid_from="2026-04-01")

    before = parts(it)
    it.on(date(2026, 4, 1))

    assert before - parts(it) == {"visits"}
    it.desk.store.close()


def test_what_is_registered_stays_when_the_guideline_no_longer_speaks_of_it(coordinator):
    coordinator.does("log_contact", place_id=GRINDAVIK, purpose="månadsmöte", day="2026-02-02")
    coordinator.does("register_network", name="Nätverket Påhitt")

    adopts(
        coordinator, lambda data: [data.pop(key) for key in ("scheme", "shared", "visits", "work")]
    )

    kept = parts(coordinator)
    assert {"associations", "rounds", "budget", "visits", "networks", "report"} <= kept
    assert not {"pots", "quota", "agreements", "projects"} & kept


def test_what_has_been_registered_is_begun(tmp_path):
    it = register(tmp_path, "upplands-bro")
    it.does("new_visit", elsewhere="Sagohamn", form="digital", purpose="lära känna varandra")

    assert begun(it.desk)
    it.desk.store.close()


def test_letters_belong_to_the_part_they_are_about(tmp_path):
    it = register(tmp_path, "uppsala")

    assert not [name for name in TEXTS if text_offered(offered(it.desk), name)]
    assert set(TEXTS) <= set(NAMES)
    it.desk.store.close()
