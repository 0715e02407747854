"""An application dressed as the program, and a place for its preferences."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from desktop.ui import i18n, theme
from desktop.ui.main_window import MainWindow
from desktop.ui.preferences import Preferences


@pytest.fixture(autouse=True)
def dressed(qapp):
    """Wear the light look at 100 % before each test."""
    i18n.speak("sv")
    theme.wear(qapp, theme.Look.LIGHT, 100)
    before = _windows(qapp)
    yield qapp
    # The program has one window for as long as it runs. Here each would live on, unseen.
    for window in _windows(qapp):
        if window not in before:
            window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _windows(app) -> list[MainWindow]:
    return [each for each in app.topLevelWidgets() if isinstance(each, MainWindow)]


@pytest.fixture
def preferences(tmp_path, monkeypatch):
    monkeypatch.setenv("VANBOK_CONFIG", str(tmp_path / "config"))
    return Preferences()


class WindowSpy(QObject):
    """Remembers every widget that was shown as a window of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[QWidget] = []

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.shown.append(watched)
        return False


@pytest.fixture
def spy(qapp):
    """Watch for windows that flash up while something is built."""
    watching = WindowSpy()
    qapp.installEventFilter(watching)
    yield watching
    qapp.removeEventFilter(watching)
