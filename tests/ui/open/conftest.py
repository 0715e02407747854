"""A watched window on a small register."""

from __future__ import annotations

import sys
import threading

import pytest

from desktop.ui.excepthook import Hooks
from tests.ui.open.watched import Watched
from tests.ui.pages.register_window import small_register


@pytest.fixture(scope="session")
def small_file(tmp_path_factory):
    """Make the register once; each test opens a copy."""
    path = tmp_path_factory.mktemp("small") / "Piteå.vanbok"
    small_register(path).store.close()
    return path.read_bytes()


@pytest.fixture
def path(tmp_path, small_file):
    """Give a register's file in a folder of its own."""
    folder = tmp_path / "register"
    folder.mkdir()
    made = folder / "Piteå.vanbok"
    made.write_bytes(small_file)
    return made


@pytest.fixture
def watched(qapp, preferences, path):
    """Give a window on the register, with a form half filled in."""
    made = Watched(preferences, path)
    yield made
    made.close()


@pytest.fixture
def hooks(watched, tmp_path, monkeypatch):
    """Catch errors as the program does, and remember the dialogs that would have been shown."""
    monkeypatch.setenv("VANBOK_LOG", str(tmp_path / "log"))
    before = sys.excepthook, threading.excepthook, sys.unraisablehook
    made = Quiet()
    made.window = watched.window
    made.install()
    yield made
    made.remove()
    sys.excepthook, threading.excepthook, sys.unraisablehook = before


class Quiet(Hooks):
    """Remembers what it would have shown."""

    def __init__(self):
        super().__init__()
        self.shown = []

    def show(self, words, saved):
        self.shown.append((words, saved))
