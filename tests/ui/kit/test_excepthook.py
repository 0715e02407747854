"""An error of our own is told plainly, and its report holds nothing personal."""

from __future__ import annotations

import gc
import sys
import threading
from types import SimpleNamespace

import pytest
from PySide6.QtCore import qCritical, qWarning
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.ui.excepthook import BAND, Hooks
from desktop.ui.notices import Notices
from desktop.ui.roles import Mark
from desktop.ui.trouble_dialog import TroubleDialog
from desktop.ui.what_is_saved import Saved

WELL = Saved(mark=Mark.OK, strong="Inget är förlorat.", text="")


class Quiet(Hooks):
    """Remembers what it would have shown."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def show(self, words, saved):
        self.shown.append(words)


@pytest.fixture
def log(tmp_path, monkeypatch):
    monkeypatch.setenv("VANBOK_LOG", str(tmp_path))
    return tmp_path / "vanbok.log"


@pytest.fixture
def hooks(log, qapp):
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = Quiet()
    made.install()
    yield made
    made.remove()
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


@pytest.fixture
def notices(hooks, qtbot):
    made = Notices()
    qtbot.addWidget(made)
    hooks.window = SimpleNamespace(notices=made, session=None)
    hooks._saved = lambda: WELL
    return made


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
    qCritical('kan inte öppna "Piteå Greta.vanbok"')
    words = log.read_text(encoding="utf-8")
    assert "ValueError" in words
    assert "hemligt" not in words
    assert "QPainter::begin" in words
    assert "QtCriticalMsg" in words
    assert "Greta" not in words


class Falling:
    def __del__(self):
        fail("hemligt")


def test_what_fails_while_it_is_taken_away_goes_to_the_log(hooks, log):
    Falling()
    gc.collect()
    words = log.read_text(encoding="utf-8")
    assert "ValueError" in words
    assert "hemligt" not in words


def test_an_error_in_a_thread_is_told_in_a_band(hooks, notices):
    thread = threading.Thread(target=fail, args=("x",))
    thread.start()
    thread.join()
    QTest.qWait(1)
    assert "bakgrunden" in notices.bands[BAND].accessibleName()
    assert hooks.shown == []


def test_a_windowed_build_without_standard_error_survives(hooks, monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    caught(hooks, "x")
    assert len(hooks.shown) == 1


def test_the_same_error_again_is_a_counted_band_and_no_second_dialog(hooks, notices):
    for _ in range(3):
        caught(hooks, "x")
    QTest.qWait(1)
    assert len(hooks.shown) == 1
    assert "3 gånger" in notices.bands[BAND].accessibleName()
    assert "är kvar" not in notices.bands[BAND].accessibleName(), "the file was not asked"


def test_an_error_in_a_loop_does_not_fill_the_log(hooks, log, notices):
    for _ in range(500):
        caught(hooks, "x")
    assert log.read_text(encoding="utf-8").count("ValueError") == 5


def test_an_error_while_a_dialog_is_shown_stacks_no_other(hooks, notices, monkeypatch):
    def other():
        try:
            int("x")
        except ValueError as error:
            hooks.caught(type(error), error, error.__traceback__)

    shown = []

    def show(words, saved):
        shown.append(words)
        other()

    monkeypatch.setattr(hooks, "show", show)
    caught(hooks, "x")
    QTest.qWait(1)
    assert len(shown) == 1
    assert BAND in notices.bands


def test_the_dialog_says_what_is_kept_and_gives_the_report(qtbot):
    dialog = TroubleDialog("Vänbok 0.1\nValueError", WELL)
    qtbot.addWidget(dialog)
    dialog.copy.click()
    assert QApplication.clipboard().text() == "Vänbok 0.1\nValueError"
    dialog.go_on.click()
    assert dialog.result() == TroubleDialog.DialogCode.Accepted
