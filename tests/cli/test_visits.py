"""`visits` tells where every visit stands, in words and as JSON."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from desktop.cli.main import main
from desktop.flow.registers import begin
from tests.flow import visit_stage
from tests.flow.coordinator import FOUNDING, Clock, Coordinator, Numbers
from tests.letters.structure import tree_text


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    path = tmp_path_factory.mktemp("visits") / "påhittat.vanbok"
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    desk = begin(path, FOUNDING, clock=clock, new_uuid=Numbers())
    visit_stage.sets(Coordinator(desk, clock))
    desk.store.close()
    return path


def answers(capsys, register, *more):
    assert main(["visits", str(register), "--on", "2026-03-02", *more]) == 0
    return capsys.readouterr().out


def test_the_list_in_words(register, capsys):
    lines = answers(capsys, register).splitlines()

    assert lines[0].split()[0] == "Besök"
    assert len(lines) == 1 + 9
    assert any("Reglera 0" not in line and "Avslutat" in line for line in lines)


def test_the_list_as_json_has_sums_rules_and_settlement_and_no_names(register, capsys):
    out = answers(capsys, register, "--json", "--place", "grindavík")
    found = {each["number"]: each for each in json.loads(out)}

    closed = found["B 2026-07"]
    assert (closed["stage"], closed["own_ore"]) == ("closed", 1_710_000)
    assert closed["settlement"]["should"] == {"guest": 0, "host": 1_710_000, "other": 0}
    assert closed["settlement"]["owes"] == []
    assert {each["rule"] for each in closed["findings"]} >= {"P10", "P11", "P12", "P13", "P14"}
    assert closed["people"]["guests"] == 6
    assert "Tilbúinsdóttir" not in out


def test_filters_and_an_empty_list(register, capsys):
    assert answers(capsys, register, "--year", "2025") == "Inga besök.\n"
    assert json.loads(answers(capsys, register, "--json", "--year", "2025")) == []
    assert len(json.loads(answers(capsys, register, "--json", "--form", "digital"))) == 1


def test_the_list_and_one_visit_go_on_paper(register, capsys, tmp_path):
    listed, sheet = tmp_path / "list.pdf", tmp_path / "sheet.pdf"

    answers(capsys, register, "--paper", str(listed))
    answers(capsys, register, "--number", "B 2026-07", "--paper", str(sheet))

    assert "Besök och resor 2023" in tree_text(listed.read_bytes())
    assert "Besöksblad" in tree_text(sheet.read_bytes())


def test_a_visit_that_is_not_there_is_said(register, capsys, tmp_path):
    paper = tmp_path / "sheet.pdf"

    assert main(["visits", str(register), "--number", "B 1", "--paper", str(paper)]) != 0
    assert "finns inte" in capsys.readouterr().err
    assert not paper.exists()
