"""`report` and `follow-up` say in words and in JSON what the page of the year shows."""

from __future__ import annotations

import json
from datetime import datetime

import pytest

from desktop.cli.main import main
from desktop.flow.registers import begin
from desktop.flow.steps.founding import FoundRegister
from tests.flow.coordinator import Clock, Coordinator, Numbers
from tests.flow.follow_up_stage import BODIES, answers, begins, registers, sends
from tests.letters.structure import tree_text

YEAR = 2026


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    """Upplands-Bro after one answer of three, the last day not yet passed."""
    path = tmp_path_factory.mktemp("report") / "påhittat.vanbok"
    clock = Clock(datetime(2026, 12, 1, 9, 30))
    founding = FoundRegister(guideline="upplands-bro", name="Ebba Sagolin")
    desk = begin(path, founding, clock=clock, new_uuid=Numbers())
    it = Coordinator(desk, clock)
    registers(it)
    begins(it, YEAR)
    sends(it, YEAR)
    answers(it, YEAR, BODIES[0][1], digital=3, cost_own=12_000)
    it.does("write_yearly_words", {"follow_up": YEAR}, text="Året har präglats av unga.")
    desk.store.close()
    return path


def told(capsys, word, register, *more, on="2027-02-04"):
    assert main([word, str(register), "--on", on, "--year", str(YEAR), *more]) == 0
    return capsys.readouterr().out


def test_the_report_in_words_has_years_sums_and_what_remains(register, capsys):
    lines = told(capsys, "report", register).splitlines()

    assert lines[0] == "Internationellt arbete 2026, per 2027-02-04"
    assert "Verksamheternas svar" in lines
    assert any(line.split() == ["Svar", "från", "verksamheterna", "1"] for line in lines)
    assert lines[-1] == "  Två svar"


def test_the_rows_behind_a_figure_are_shown_when_asked_for(register, capsys):
    plain, unfolded = told(capsys, "report", register), told(capsys, "report", register, "--rows")

    assert f"· {BODIES[0][1]}" not in plain
    assert f"· {BODIES[0][1]}" in unfolded


def test_the_report_as_json_unfolds_every_sum(register, capsys):
    found = json.loads(told(capsys, "report", register, "--json"))

    figures = {each["key"]: each for part in found["sections"] for each in part["figures"]}
    cost = figures["bodies_cost_own"]
    assert (cost["now"], cost["unit"]) == (12_000, "kr")
    assert [each["subject"] for each in cost["rows"]] == ["asked:2"]
    assert found["words"] == {"summary": "Året har präglats av unga."}
    assert [each["key"] for each in found["remains"]] == ["answers"]


def test_the_report_goes_on_paper_as_a_draft_and_writes_nothing(register, capsys, tmp_path):
    paper, before = tmp_path / "rapport.pdf", register.read_bytes()

    told(capsys, "report", register, "--out", str(paper))

    words = tree_text(paper.read_bytes())
    assert "Internationellt arbete 2026" in words
    assert "Året har präglats av unga." in words
    assert register.read_bytes() == before


def test_the_follow_up_in_words_names_who_is_late_and_what_comes_next(register, capsys):
    lines = told(capsys, "follow-up", register).splitlines()

    assert lines[1] == "Svar: 1 av 3, sista dag 2027-01-31"
    assert sum("4 dagar sen" in line for line in lines) == 2
    assert lines[-1] == "Nästa steg: Påminn två"


def test_the_follow_up_as_json_has_the_answers(register, capsys):
    found = json.loads(told(capsys, "follow-up", register, "--json"))

    assert (found["next"], found["answer_by"]) == ("remind_follow_up", "2027-01-31")
    (answered,) = [each for each in found["asked"] if each["state"] == "answered"]
    assert (answered["digital"], answered["source"]) == (3, "form")


def test_a_year_that_cannot_be_is_said(register, capsys):
    assert main(["report", str(register), "--year", "20266"]) != 0
    assert "är inget år" in capsys.readouterr().err
