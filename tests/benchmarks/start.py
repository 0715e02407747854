"""From the command to the first painted list, against a bare PySide6 window with a table."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

from tests.benchmarks.many import fill

ROUNDS = 12
CASES = 200
GOAL = 1.3
"""The most that the window may cost, as a multiple of the bare one."""
ROOT = Path(__file__).resolve().parents[2]

BARE = """
import sys
from PySide6.QtWidgets import QApplication, QMainWindow, QTableWidget, QTableWidgetItem
app = QApplication(sys.argv)
window = QMainWindow()
table = QTableWidget(200, 6)
for row in range(200):
    for column in range(6):
        table.setItem(row, column, QTableWidgetItem(f"{row} {column}"))
window.setCentralWidget(table)
window.resize(1440, 870)
window.show()
app.processEvents()
table.viewport().repaint()
"""

OURS = """
import sys
from datetime import datetime
from pathlib import Path
from PySide6.QtWidgets import QApplication
from desktop.ui.app import build
from desktop.ui.preferences import Preferences
app = QApplication(sys.argv)
window = build(app, Preferences(Path(sys.argv[2])), lambda: datetime(2026, 11, 21, 12))
window.resize(1440, 870)
window.show()
app.processEvents()
window.session.open(Path(sys.argv[1]))
app.processEvents()
window.shelf.page().repaint()
"""


def measure() -> dict[str, float]:
    """Give the ratio to the bare window (median of pairs, quartiles), and both in milliseconds.

    Each start is a process of its own, interleaved, up to the first painted list.
    """
    with TemporaryDirectory(prefix="vanbok-bench-") as folder:
        register = Path(folder) / "register.vanbok"
        fill(register, CASES)
        arguments = [str(register), str(Path(folder) / "config")]
        for script in (BARE, OURS):
            _start(script, arguments)
        bare: list[float] = []
        own: list[float] = []
        for _ in range(ROUNDS):
            taken = {script: _start(script, arguments) for script in random.sample((BARE, OURS), 2)}
            bare.append(taken[BARE])
            own.append(taken[OURS])
    ratios = [one / two for one, two in zip(own, bare, strict=True)]
    low, middle, high = quantiles(ratios, n=4)
    return {
        "bare window, ms": median(bare) * 1000,
        "window, ms": median(own) * 1000,
        "start": middle,
        "start, lower quartile": low,
        "start, upper quartile": high,
    }


def _start(script: str, arguments: list[str]) -> float:
    environment = dict(os.environ)
    if not environment.get("DISPLAY"):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-c", script + "\nimport os; os._exit(0)", *arguments],
        cwd=ROOT,
        env=environment,
        check=True,
        capture_output=True,
        timeout=60,
    )
    return time.perf_counter() - begun
