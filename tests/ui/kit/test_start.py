"""The first paint waits for nothing that it does not need, and Qt's calls can be many."""

from __future__ import annotations

import subprocess
import sys

from PySide6.QtWidgets import QLabel

FIRST_PAINT = """
import sys
from PySide6.QtWidgets import QApplication
from desktop.ui.app import build
from desktop.ui.preferences import Preferences
app = QApplication([])
window = build(app, Preferences())
window.show()
app.processEvents()
print("\\n".join(sys.modules))
"""
SLOW = {
    "PIL",
    "db",
    "desktop.flow.run",
    "desktop.letters",
    "holidays",
    "lxml",
    "numpy",
    "openpyxl",
    "pikepdf",
    "pypdfium2",
    "reportlab",
    "sqlite3",
    "sqlite_utils",
    "stdnum",
    "PySide6.QtPrintSupport",
}


def test_nothing_slow_is_imported_before_the_first_paint(tmp_path, monkeypatch):
    monkeypatch.setenv("VANBOK_CONFIG", str(tmp_path))
    ran = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT], capture_output=True, text=True, check=True
    )
    loaded = set(ran.stdout.split())
    assert "desktop.ui.main_window" in loaded
    assert loaded & SLOW == set()


def test_twenty_thousand_void_calls_survive(qtbot):
    label = QLabel()
    qtbot.addWidget(label)
    for number in range(20_000):
        label.setIndent(number % 7)
    label.setText("kvar")
    assert label.text() == "kvar"
