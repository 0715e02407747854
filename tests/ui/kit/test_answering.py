"""A disk that does not answer is asked by one thread, and nobody waits for it."""

from __future__ import annotations

import os
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from desktop.ui.answering import Answering, Present


class Share:
    """A share that is away until it is back."""

    def __init__(self) -> None:
        self.back = threading.Event()
        self.asked = 0

    def stat(self, _path: Path) -> None:
        """Answer when it is back."""
        self.asked += 1
        self.back.wait(20)


@pytest.fixture
def share():
    made = Share()
    yield made
    made.back.set()


@pytest.mark.parametrize("name", ["there", "missing"])
def test_a_disk_that_is_well_answers_at_once(qtbot, tmp_path, name):
    (tmp_path / "there").touch()
    parent = QObject()
    assert Answering(parent).ask(tmp_path / name) is True


def test_a_dead_share_is_said_not_to_answer_and_nobody_waits(qtbot, share, tmp_path):
    parent = QObject()
    asking = Answering(parent, share.stat, limit=0.2)
    began = time.monotonic()
    assert asking.ask(tmp_path) is None
    assert time.monotonic() - began < 0.15
    with qtbot.waitSignal(asking.known, timeout=5000):
        pass
    assert asking.ask(tmp_path) is False


def test_it_is_asked_by_one_thread_and_told_of_when_it_is_back(qtbot, share, tmp_path):
    parent = QObject()
    asking = Answering(parent, share.stat, limit=0.1)
    asking.ask(tmp_path)
    qtbot.waitSignal(asking.known, timeout=5000).wait()
    for _ in range(3):
        assert asking.ask(tmp_path) is False
    assert share.asked == 1
    with qtbot.waitSignal(asking.known, timeout=5000):
        share.back.set()
    assert asking.ask(tmp_path) is True


def test_files_on_disks_that_answer_are_known_although_one_does_not(share, tmp_path):
    there, away, missing = (tmp_path / name for name in ("there", "away", "missing"))
    there.touch()
    asked = []

    def stat(path: Path) -> os.stat_result:
        asked.append(path)
        if path == away:
            share.stat(path)
            away.touch()
        return os.stat(path)  # noqa: PTH116 - what the program asks with

    present, paths = Present(stat), [away, there, missing]
    for _ in range(2):
        present.ask(paths)
        assert not present.wait(paths, 0.1)
        assert present.of(paths) == [there]
    assert asked.count(away) == 1
    share.back.set()
    assert present.wait(paths, 5)
    assert present.of(paths) == [away, there]
