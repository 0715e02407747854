"""A second start of a register that is open already brings its window forward, and ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop.ui import second_start
from desktop.ui.second_start import Forward
from tests.ui.pages.backup_register import settled
from tests.ui.pages.register_window import RegisterWindow

HERE = Path(__file__).resolve().parents[3]
LIMIT = 90.0
"""Seconds that a start may take on a busy machine."""


@pytest.fixture
def window(qapp, preferences, path):
    made = RegisterWindow(preferences, path)
    made.window.companions.append(Forward(made.window))
    yield made
    made.close()


def ask(window, register):
    folder = window.session.preferences.folder / second_start.FOLDER
    request = folder / "1.json"
    request.write_text(json.dumps({"register": str(register)}), encoding="utf-8")
    return request


def test_a_request_for_the_open_register_is_answered_by_a_window_in_front(window, path):
    window.window.showMinimized()
    request = ask(window, path)
    settled(lambda: not request.exists())
    assert not window.window.isMinimized()


def test_a_request_for_another_register_is_left(window, tmp_path):
    request = ask(window, tmp_path / "Boden.vanbok")
    second = ask(window, tmp_path / "Boden.vanbok")
    window.window.companions[-1]._look()
    assert request.exists()
    assert second.exists()


def test_a_request_that_is_no_request_harms_nobody(window):
    folder = window.session.preferences.folder / second_start.FOLDER
    (folder / "x.json").write_bytes(b"\xff[")
    (folder / "y.json").write_text("[1]", encoding="utf-8")
    window.window.companions[-1]._look()
    assert len(list(folder.glob("*.json"))) == 2


def test_nobody_is_asked_where_nobody_has_it_open(path, monkeypatch, tmp_path):
    monkeypatch.setenv("VANBOK_CONFIG", str(tmp_path / "config"))
    assert not second_start.came_forward(path)
    path.with_name(f"{path.name}.lock").write_bytes(b"left over")
    assert not second_start.came_forward(path)
    assert not (tmp_path / "config").exists()


def started(path, config):
    return subprocess.Popen(
        [sys.executable, "-m", "desktop", str(path)],
        cwd=HERE,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "VANBOK_CONFIG": str(config)},
    )


def test_two_real_starts_give_one_window(path, tmp_path):
    config = tmp_path / "config"
    first = started(path, config)
    try:
        end = time.monotonic() + LIMIT
        while not (config / second_start.FOLDER).is_dir() and time.monotonic() < end:
            time.sleep(0.1)
        second = started(path, config)
        try:
            assert second.wait(LIMIT) == 0
        finally:
            second.kill()
        assert first.poll() is None
        assert list((config / second_start.FOLDER).iterdir()) == []
    finally:
        first.kill()
        first.wait()
