"""The example register: the same every time, sound, and with something in every phase."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from db.store import Store
from desktop.domain.phases import Phase
from desktop.flow.desk import Desk, clock_on
from desktop.flow.today import today
from tests.example.conftest import DAY

ROOT = Path(__file__).parents[2]


def dump(path):
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


@pytest.mark.slow
def test_another_process_on_another_day_makes_the_same_register(made, tmp_path):
    path = tmp_path / "igen.vanbok"
    done = subprocess.run(
        [sys.executable, "-m", "desktop", "example", path],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")

    with Store.open(made) as one, Store.open(path) as other:
        assert one.register_uuid == other.register_uuid
        assert one.head == other.head
    assert dump(path) == dump(made)


def test_it_is_sound(ask, example):
    code, out = ask("check", example)

    assert code == 0, out


def test_a_file_that_is_there_is_never_overwritten(capsys, example):
    from desktop.cli.main import main  # noqa: PLC0415 - not for the other tests

    before = example.read_bytes()

    assert main(["example", str(example)]) == 1
    assert "Exempel.vanbok" in capsys.readouterr().err
    assert example.read_bytes() == before


def test_there_is_a_case_in_every_phase(cases):
    assert {each["phase"] for each in cases.values()} == set(Phase)


@pytest.mark.parametrize(
    ("number", "kind", "act"),
    [
        ("2026-019", "received", "add_to_round"),
        ("2026-018", "preparation", "add_to_round"),
        ("2026-017", "completion", "receive_completion"),
        ("2026-009", "consultation", "close_round"),
        ("2026-011", "ready", "decide_together"),
        ("2026-013", "ready", "decide"),
        ("2026-006", "letter", "send_letter"),
        ("2026-014", "annual_report", "receive_annual_report"),
        ("2026-004", "handed", "mark_paid"),
        ("2026-007", "report", "remind_report"),
        ("2025-012", "report", "receive_report"),
        ("2025-013", "review", "judge_report"),
        ("2025-009", "reclaim", "record_repayment"),
        ("2025-014", "appeal", "settle_appeal"),
        ("2026-003", "close", "close_case"),
        ("2025-008", "closed", ""),
    ],
)
def test_every_track_has_a_case_that_waits_on_it(cases, number, kind, act):
    assert (cases[number]["label"]["kind"], cases[number]["next_act"]) == (kind, act)


def test_there_is_a_decision_of_every_outcome(cases):
    made = {
        each["tracks"]["decision"]["outcome"]
        for each in cases.values()
        if each["granted"] is not None
    }

    assert made == {"granted", "partly", "rejected", "dismissed", "written_off"}


def test_the_sums_are_those_of_the_pictures(cases):
    of_year = [each for each in cases.values() if each["year"] == 2026]

    assert sum(each["asked"] for each in of_year) == 99_500
    assert sum(each["proposed"] or 0 for each in of_year) == 24_999
    assert sum(each["granted"] or 0 for each in of_year) == 18_000
    assert sum(each["paid"] for each in of_year) == 8_500


def test_the_frame_and_the_pots_are_those_of_the_pictures(made, example):
    with Store.open(example) as store:
        seen = today(Desk(store=store, clock=clock_on(date.fromisoformat(DAY))))

    assert seen.frame is not None
    assert (seen.frame.left, seen.frame.whole) == (99_320, 496_800)
    left = {(pot.place.name, pot.short): pot.left for pot in seen.pots}
    assert left == {
        ("Saint-Barthélemy", "Grund"): 2_000,
        ("Saint-Barthélemy", "Aktivitet"): 0,
        ("Grindavík", "Grund"): 1,
        ("Grindavík", "Aktivitet"): 0,
        ("Kandalaksja", "Grund"): 10_000,
        ("Kandalaksja", "Aktivitet"): 5_000,
    }


def test_one_report_is_overdue_and_reminded_of_once(cases):
    report = cases["2026-007"]["tracks"]["report"]

    assert (report["days_late"], report["due_on"]) == (26, "2026-10-26")
    assert report["reminded_on"] == ["2026-11-02"]


def test_the_example_can_be_worked_on(ask, example, tmp_path):
    lines = [
        {
            "act": "decide_together",
            "scheme": "Grundbidrag",
            "place": "Grindavík",
            "year": 2026,
            "unbiased": True,
            "decided_on": DAY,
        },
        {"act": "send_letter", "case": "2026-011", "sent_on": DAY},
        {"act": "release_payment", "case": "2026-011"},
    ]
    acts = tmp_path / "acts.jsonl"
    acts.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")

    code, out = ask("act", example, acts, "--on", DAY)

    assert code == 0, out
    assert "3 beslut, tillsammans 9\u00a0999\u00a0kr." in out
