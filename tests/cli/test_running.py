"""A window that never came to its end is known at the next start, unless it still runs."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from contextlib import contextmanager
from subprocess import DEVNULL, PIPE
from typing import TYPE_CHECKING

import pytest

from desktop import running

if TYPE_CHECKING:
    from collections.abc import Iterator

BEGIN = """
    import os, sys, time
    from desktop import running
    mine, ended = running.begin()
    print("begun", flush=True)
    {then}
"""


@contextmanager
def started(then: str) -> Iterator[subprocess.Popen[bytes]]:
    """Start a program that leaves its mark and then does something; it is gone afterwards."""
    words = textwrap.dedent(BEGIN).format(then=then)
    with subprocess.Popen([sys.executable, "-c", words], stdout=PIPE, stderr=DEVNULL) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"begun"
        try:
            yield child
        finally:
            child.kill()


def next_start():
    mine, ended = running.begin()
    mine.end()
    return ended


def test_a_window_that_was_closed_leaves_nothing(log):
    with started("mine.end()") as child:
        child.wait()
    assert next_start() == ()
    assert not list(log.glob("running-*"))


def test_one_that_ends_as_python_does_leaves_nothing(log):
    with started("sys.exit(0)") as child:
        child.wait()
    assert next_start() == ()


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_one_that_was_killed_is_told_of_once(log):
    with started("time.sleep(60)"):
        pass
    (ended,) = next_start()
    assert ended.note == ""
    assert next_start() == ()


@pytest.mark.skipif(os.name != "posix", reason="signals as POSIX has them")
def test_what_the_interpreter_wrote_is_given_without_folders(log):
    with started("os.abort()") as child:
        child.wait()
    (ended,) = next_start()
    assert "Fatal Python error: Aborted" in ended.note
    assert str(log) not in ended.note
    assert "/" not in ended.note.split("File ", 1)[1].splitlines()[0]


def test_one_that_still_runs_is_left_alone(log):
    with started("time.sleep(60)"):
        assert next_start() == ()
        assert len([each for each in log.glob("running-*") if each.suffix != ".txt"]) == 1


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path, monkeypatch):
    (tmp_path / "file").touch()
    monkeypatch.setenv("VANBOK_LOG", str(tmp_path / "file" / "under"))
    assert next_start() == ()
