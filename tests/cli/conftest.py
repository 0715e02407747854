"""Registers made and asked by the program itself, in this process or in one of its own."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop.cli.main import main

ROOT = Path(__file__).parents[2]
DAY = "2026-11-21"


@dataclass(frozen=True)
class Done:
    """What a subcommand did."""

    code: int
    out: str
    err: str

    @property
    def answers(self):
        """The answers of `act`, one for each line."""
        return [json.loads(line) for line in self.out.splitlines()]


@pytest.fixture(autouse=True)
def log(tmp_path, monkeypatch):
    """Keep the log of the test's own."""
    monkeypatch.setenv("VANBOK_LOG", str(tmp_path / "log"))
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    return tmp_path / "log"


@pytest.fixture
def cli(capsys, monkeypatch):
    """Call the program in this process: quick, and an error shows where it is."""

    def call(*words, given=b""):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
        try:
            code = main([str(word) for word in words])
        except SystemExit as end:
            code = int(end.code or 0)
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    return call


@pytest.fixture
def program():
    """Start the program as a person does, in a process of its own."""

    def start(*words, given=b"", cwd=None):
        done = subprocess.run(
            [sys.executable, "-m", "desktop", *map(str, words)],
            cwd=cwd or ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            input=given,
            capture_output=True,
            check=False,
        )
        return Done(done.returncode, done.stdout.decode(), done.stderr.decode())

    return start


@pytest.fixture(scope="session")
def begun(tmp_path_factory):
    """The bytes of a new register for Piteå, made once."""
    folder = tmp_path_factory.mktemp("new")
    words = ("--name", "Ebba Sagolin", "--delegation", "delegationsordningen, punkt 4.7")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VANBOK_LOG", str(folder / "log"))
        made = main(["new", str(folder / "r.vanbok"), *words, "--frame", "480000", "--on", DAY])
    assert made == 0
    return (folder / "r.vanbok").read_bytes()


@pytest.fixture
def register(begun, tmp_path):
    """A new register for Piteå."""
    path = tmp_path / "r.vanbok"
    path.write_bytes(begun)
    return path


@pytest.fixture
def act(cli, register):
    """Do acts, given as dicts or as raw lines, on the new register."""

    def do(*lines, words=()):
        given = b"\n".join(
            line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines
        )
        return cli("act", register, "-", "--on", DAY, *words, given=given)

    return do


HAVSORNEN = {"act": "add_association", "name": "Föreningen Havsörnen", "places": ["Grindavík"]}
FILM = {
    "act": "register_application",
    "association": "Föreningen Havsörnen",
    "scheme": "activity_grant",
    "purpose": "filmkvällen om Island",
    "starts_on": "2026-12-05",
    "ends_on": "2026-12-05",
    "asked": 3500,
    "costs": 6200,
    "other_funding": 2700,
    "goals": ["interest"],
    "came_on": "2026-11-20",
}


@pytest.fixture
def filmed(act):
    """The register with one association and its application, 2026-001."""
    done = act(HAVSORNEN, FILM)
    assert [each["ok"] for each in done.answers] == [True, True]
