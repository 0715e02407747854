"""The example register, asked as people ask it."""

from __future__ import annotations

import json
import shutil
import sys

import pytest

from desktop.cli.main import main

DAY = "2026-11-21"


@pytest.fixture(autouse=True)
def _log(tmp_path, monkeypatch):
    monkeypatch.setenv("VANBOK_LOG", str(tmp_path / "log"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)


@pytest.fixture
def example(made, tmp_path):
    """A copy to do with as one likes."""
    return shutil.copy(made, tmp_path / "Exempel.vanbok")


@pytest.fixture
def ask(capsys):
    """Ask the program on the example's day, and give its exit code and what it wrote."""

    def call(name, *words):
        code = main([name, *map(str, words)])
        told = capsys.readouterr()
        assert told.err == ""
        return code, told.out

    return call


@pytest.fixture
def cases(ask, example):
    """Every case of the example by number, as `cases --json` gives it."""
    code, out = ask("cases", example, "--json", "--on", DAY)
    assert code == 0
    return {each["number"]: each for each in json.loads(out)}
