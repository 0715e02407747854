"""Each suite finds what it must find: a wrong program beside each right one."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.faults.controls import SETTINGS
from tests.faults.figures import Figure, table
from tests.faults.run import ROOT, Broken, figures

pytestmark = pytest.mark.slow


@pytest.fixture(scope="session")
def found(shim):
    """What the suites found in each wrong program."""
    return {each.operation: each for each in figures(shim, ("wrong",))}


@pytest.mark.parametrize(
    "name",
    [
        "save (says so before COMMIT)",
        "save (swallows a full disk)",
        "restore (writes over)",
        "migrate (step by step)",
    ],
)
def test_a_sweep_finds_a_program_that_is_wrong(found, name):
    """Given one that says too early, hides a full disk, writes over, or migrates in steps."""
    assert found[name].lost, table([found[name]])


@pytest.mark.parametrize("name", [*SETTINGS, "restore by writing over"])
def test_power_cuts_find_settings_and_restores_that_lose(found, name):
    assert found[name].lost, table([found[name]])


def test_power_cuts_find_nothing_in_the_same_day_with_our_own_settings(does):
    (well,) = does("same-day", "60", "1")

    assert well.well, table([well])


def test_random_kills_find_a_program_that_says_too_early_that_it_saved(found):
    assert found["saving, said too early"].lost


def test_spoilt_copies_find_a_reader_that_writes(found):
    assert found["reading and writing"].lost


def test_spoilt_copies_find_a_reader_that_crashes(found):
    assert found["reading and crashing"].false


def test_a_shim_that_sees_nothing_is_found(does):
    """Given calls in a folder that is not watched, the sweep does not pass by being blind."""
    with pytest.raises(Broken, match="Blind: 0 calls seen in save"):
        does("blind")


def test_a_process_without_the_shim_is_found(shim):
    """Given a Python into which nothing can be loaded, the suite says that it is blind."""
    bare = {key: value for key, value in os.environ.items() if key != "LD_PRELOAD"}

    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.worker", "blind"],
        cwd=ROOT,
        env={**bare, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 1
    assert "Blind: this process was started without the shim" in done.stderr


def test_a_table_says_how_much_was_lost():
    one = Figure(operation="save", fault="kill", cases=3, lost=("an act",))

    assert not one.well
    assert table([one]).splitlines()[-2].split() == ["all", "3", "1", "0"]
    assert table([one]).splitlines()[-1] == "an act"
