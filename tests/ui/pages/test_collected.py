"""Nothing of Qt is left to Python's cycle collector, which any thread may set going."""

from __future__ import annotations

import gc
from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from shiboken6 import isValid, ownedByPython

from desktop.ui import closing, theme
from desktop.ui.companions import accompany
from desktop.ui.page import Route
from desktop.ui.patience import patiently
from tests.ui.pages.register_window import HAVSORNEN, RegisterWindow

ROUTES = (
    Route(page="arenden"),
    Route(page="arende", subject=1),
    Route(page="ansokan"),
    Route(page="forening", subject=HAVSORNEN),
    Route(page="installningar"),
    Route(page="sakerhetskopior"),
    Route(page="historik"),
    Route(page="utkast"),
)


@pytest.fixture
def leftovers(qapp):
    """Give what tells which living objects of Qt only the collector would take away."""
    gc.collect()
    gc.freeze()
    gc.set_debug(gc.DEBUG_SAVEALL)

    def found() -> Counter[str]:
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        return Counter(type(each).__name__ for each in filter(_left, gc.garbage))

    yield found
    gc.set_debug(0)
    gc.garbage.clear()
    gc.unfreeze()
    gc.collect()


def _left(thing: Any) -> bool:
    # type() and not isinstance(): a dead weak reference would answer for what it stood for.
    return issubclass(type(thing), QObject) and isValid(thing) and ownedByPython(thing)


def walked(preferences, path) -> RegisterWindow:
    """Give a window with its companions that has shown many pages of a register."""
    made = RegisterWindow(preferences)
    accompany(made.window)
    made.window.open_file(path)
    for route in ROUTES:
        made.go(route)
    return made


def test_pages_that_were_shown_leave_nothing_to_the_collector(preferences, path, leftovers):
    made = walked(preferences, path)
    made.window.restyle()
    made.session.close()
    QTest.qWait(1)
    left = leftovers()
    made.close()
    assert left == Counter()


def test_work_that_failed_leaves_nothing_to_the_collector(qapp, leftovers):
    def work(_watch):
        raise LookupError

    def try_it() -> bool:
        try:
            patiently(None, "Läser …", work)
        except LookupError:
            return True
        return False

    assert try_it()
    assert leftovers() == Counter()


@pytest.mark.slow
def test_windows_come_and_go_with_all_that_accompanies_them(qapp, preferences, path, monkeypatch):
    monkeypatch.setattr(closing, "LINGER", 1)
    counts = []
    for turn in range(20):
        theme.wear(qapp, theme.Look.DARK if turn % 2 else theme.Look.LIGHT, 100)
        made = RegisterWindow(preferences)
        accompany(made.window)
        made.window.open_file(path)
        made.go(ROUTES[turn % len(ROUTES)])
        made.close()
        made.window.deleteLater()
        del made
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
        counts.append(Counter(type(each).__name__ for each in qapp.topLevelWidgets()))
    assert counts[-1] <= counts[len(ROUTES)], counts
