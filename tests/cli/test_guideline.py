"""`guideline` shows a version in plain words and writes it as a file that can be adopted."""

from __future__ import annotations

import json
import tomllib
from datetime import datetime

import pytest

from desktop.cli.main import main
from desktop.flow.registers import begin
from tests.flow.coordinator import FOUNDING, Clock, Numbers


@pytest.fixture
def register(tmp_path):
    path = tmp_path / "påhittat.vanbok"
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    begin(path, FOUNDING, clock=clock, new_uuid=Numbers()).store.close()
    return path


def answers(capsys, register, *more, code=0):
    assert main(["guideline", str(register), "--on", "2026-03-02", *more]) == code
    return capsys.readouterr().out


def test_the_rules_are_said_in_plain_words_with_their_paragraphs(register, capsys):
    out = answers(capsys, register).replace("\u00a0", " ")
    assert "Aktivitetsbidrag\n" in out
    assert "Högst 10 000 kr per ort och år" in out
    assert "[Bidrag till föreningar, femte stycket]" in out
    assert "1  2022-10-10 – 2026-09-30, gäller: 0 ärenden, 0 besök" in out


def test_as_json_it_has_sentences_versions_and_the_data(register, capsys):
    found = json.loads(answers(capsys, register, "--json"))
    assert found["state"] == "now"
    assert {each["key"] for each in found["sections"]} >= {"shared", "visits"}
    assert found["data"]["guideline"]["municipality"] == "pitea"
    assert found["versions"][0]["valid_to"] == "2026-09-30"


@pytest.mark.parametrize("name", ["regler.toml", "regler.json"])
def test_a_file_that_was_written_can_be_changed_and_adopted(register, capsys, tmp_path, name):
    path = tmp_path / name
    answers(capsys, register, "--export", str(path))
    words = path.read_text(encoding="utf-8")
    read = tomllib.loads(words) if name.endswith("toml") else json.loads(words)
    assert next(iter(read)) == "guideline"
    path.write_text(words.replace("10000", "12000"), encoding="utf-8")
    act = {
        "act": "adopt_guideline",
        "valid_from": "2027-01-01",
        "adopted_on": "2026-03-01",
        "data": {"path": name},
    }
    acts = tmp_path / "acts.jsonl"
    acts.write_text(json.dumps(act), encoding="utf-8")
    assert main(["act", str(register), str(acts), "--on", "2026-03-02"]) == 0
    capsys.readouterr()
    out = answers(capsys, register, "--version", "2").replace("\u00a0", " ")
    assert "Högst 12 000 kr per ort och år" in out


def test_a_version_that_is_not_there_is_said(register, capsys):
    assert main(["guideline", str(register), "--version", "7"]) != 0
    assert "Versionen 7 finns inte. De som finns är 1." in capsys.readouterr().err
