"""An error of our own is told plainly, and its report holds nothing personal."""

from __future__ import annotations

import sys
import threading

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication

from desktop.ui.excepthook import Hooks, TroubleDialog


class Quiet(Hooks):
    """Remembers what it would have shown."""

    def show(self, words):
        self.shown = [*getattr(self, "shown", []), words]


@pytest.fixture
def log(tmp_path, monkeypatch):
    monkeypatch.setenv("VANBOK_LOG", str(tmp_path))
    return tmp_path / "vanbok.log"


@pytest.fixture
def hooks(log, qapp):
    before = sys.excepthook, threading.excepthook
    made = Quiet()
    made.install()
    yield made
    made.remove()
    sys.excepthook, threading.excepthook = before


def fail(secret: str) -> None:
    raise ValueError(f"kan inte läsa {secret}")


def caught(hooks, secret: str) -> None:
    try:
        fail(secret)
    except ValueError as error:
        hooks.caught(type(error), error, error.__traceback__)


def test_the_report_names_the_error_and_the_line_but_no_values(hooks, log):
    caught(hooks, "Greta Visström 550101-1234")
    words = hooks.shown[0]
    assert "ValueError" in words
    assert "test_excepthook:" in words
    assert "fail" in words
    assert "Visström" not in words
    assert "550101" not in words
    assert "ValueError" in log.read_text(encoding="utf-8")


def test_where_the_program_lies_is_not_told(hooks, log):
    caught(hooks, "x")
    assert str(__file__) not in hooks.shown[0]
    assert str(__file__) not in log.read_text(encoding="utf-8")


def test_errors_in_threads_and_words_of_qt_go_to_the_log(hooks, log):
    thread = threading.Thread(target=fail, args=("hemligt",))
    thread.start()
    thread.join()
    qWarning("QPainter::begin: något är fel")
    words = log.read_text(encoding="utf-8")
    assert "ValueError" in words
    assert "hemligt" not in words
    assert "QPainter::begin" in words


def test_a_windowed_build_without_standard_error_survives(hooks, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    caught(hooks, "x")
    assert len(hooks.shown) == 1


def test_the_dialog_says_what_is_kept_and_gives_the_report(qtbot):
    dialog = TroubleDialog("Vänbok 0.1\nValueError")
    qtbot.addWidget(dialog)
    dialog.copy.click()
    assert QApplication.clipboard().text() == "Vänbok 0.1\nValueError"
