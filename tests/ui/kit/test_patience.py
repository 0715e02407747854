"""Long work beside the window: it paints, takes nothing in, and can be stopped."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton

from desktop.ui import patience
from desktop.ui.patience import Sheet, patiently


def sheet() -> Sheet | None:
    return next(
        (each for each in QApplication.topLevelWidgets()
         if isinstance(each, Sheet) and each.isVisible()),
        None,
    )  # fmt: skip


def test_what_the_work_gives_is_given(qtbot):
    assert patiently(None, "Arbetar", lambda _watch: 7) == 7


def test_what_the_work_raises_is_raised(qtbot):
    def work(_watch):
        raise LookupError("borta")

    with pytest.raises(LookupError, match="borta"):
        patiently(None, "Arbetar", work)


def test_the_work_runs_in_another_thread(qtbot):
    ours = threading.get_ident()
    assert patiently(None, "Arbetar", lambda _watch: threading.get_ident()) != ours


def test_quick_work_shows_nothing(qtbot):
    seen = []
    QTimer.singleShot(20, lambda: seen.append(sheet()))
    patiently(None, "Arbetar", lambda _watch: time.sleep(0.05))
    assert seen == [None]


def test_long_work_can_be_stopped_on_its_sheet(qtbot, monkeypatch):
    monkeypatch.setattr(patience, "QUIET", 1)

    def work(watch):
        for done in range(1000):
            watch.told(done, 1000)
            if watch.stopped():
                return done
            time.sleep(0.005)
        return -1

    def press():
        found = sheet()
        assert found is not None
        assert found.words.text() == "Arbetar"
        assert found.bar.maximum() > 0
        QTest.keyClick(found, Qt.Key.Key_Escape)

    QTimer.singleShot(150, press)
    assert patiently(None, "Arbetar", work) >= 0
    assert sheet() is None


def test_keys_do_not_reach_the_window_meanwhile(qtbot):
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    QTimer.singleShot(10, lambda: QTest.keyClick(field, Qt.Key.Key_A))
    patiently(field, "Arbetar", lambda _watch: time.sleep(0.1))
    assert field.text() == ""
    QTest.keyClick(field, Qt.Key.Key_A)
    assert field.text() == "a"


class Asking(QDialog):
    """Asks for an answer, as the program's own error does."""

    def __init__(self) -> None:
        super().__init__()
        self.answer = QPushButton("Fortsätt", self)
        self.answer.clicked.connect(self.accept)


def test_an_error_that_is_told_meanwhile_can_be_answered_and_the_work_goes_on(qtbot, monkeypatch):
    monkeypatch.setattr(patience, "QUIET", 1)
    asking, go_on = Asking(), threading.Event()

    def answer():
        QTest.mouseClick(asking.answer, Qt.MouseButton.LeftButton)
        QTest.qWait(1)
        go_on.set()

    QTimer.singleShot(10, asking.exec)
    QTimer.singleShot(50, answer)
    QTimer.singleShot(8000, asking, asking.reject)
    assert patiently(None, "Arbetar", lambda _watch: go_on.wait(5)), "it was answered"
    assert asking.result() == QDialog.DialogCode.Accepted


def test_the_window_is_open_again_when_the_work_is_over_whatever_still_asks(qtbot, monkeypatch):
    monkeypatch.setattr(patience, "QUIET", 1)
    asking, seen = Asking(), []
    field = QLineEdit(asking)

    def write():
        seen.append(sheet())
        QTest.keyClick(field, Qt.Key.Key_A)
        asking.accept()

    QTimer.singleShot(10, asking.exec)
    QTimer.singleShot(200, write)
    patiently(None, "Arbetar", lambda _watch: time.sleep(0.05))
    assert seen == [None], "no sheet lies above what asks"
    assert field.text() == "a"


def test_what_asked_before_the_work_takes_nothing_in_meanwhile(qtbot):
    asking = Asking()
    qtbot.addWidget(asking)
    asking.open()
    QTimer.singleShot(10, lambda: QTest.mouseClick(asking.answer, Qt.MouseButton.LeftButton))
    patiently(asking, "Arbetar", lambda _watch: time.sleep(0.1))
    assert asking.isVisible()
