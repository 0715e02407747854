"""The fixture that every test has: a window left open fails the test that opened it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

OPENS_A_WINDOW = """
from PySide6.QtWidgets import QLabel

kept = []

def test_leaves(qapp):
    kept.append(QLabel("kvar"))
    kept[0].show()

def test_closes(qtbot):
    label = QLabel("stängd")
    qtbot.addWidget(label)
    label.show()

def test_opens_nothing():
    pass
"""


def test_only_the_test_that_leaves_a_window_open_fails(tmp_path):
    shutil.copy(Path(__file__).parents[1] / "conftest.py", tmp_path)
    (tmp_path / "test_windows.py").write_text(OPENS_A_WINDOW, encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", tmp_path],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert "3 passed, 1 error" in done.stdout
    assert "windows left open: QLabel" in done.stdout
