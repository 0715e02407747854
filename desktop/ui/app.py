"""The composition root: application, preferences, session, window."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop import running
from desktop.ui import i18n, theme
from desktop.ui.companions import accompany
from desktop.ui.first_register import FirstRegister, LateRegister
from desktop.ui.icons import app_icon
from desktop.ui.main_window import MainWindow
from desktop.ui.measure import scale
from desktop.ui.own_folders import sweep
from desktop.ui.pages import FIND, PAGES
from desktop.ui.preferences import Preferences
from desktop.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from desktop.running import Ended, Running

WARM_AFTER = 1200
"""Milliseconds after the first paint until slow libraries are imported beside it."""
SLOW = (
    "desktop.flow.run",
    "desktop.flow.steps.catalogue",
    "desktop.letters.render",
    "holidays",
    "pypdfium2",
)


def wear_preferences(app: QApplication, preferences: Preferences) -> None:
    """Set colours, text size and language as they are preferred."""
    try:
        look = theme.Look(preferences.look)
    except ValueError:
        look = theme.Look.SYSTEM
    theme.wear(app, look, preferences.text_size)
    i18n.speak(preferences.language)


def warm() -> None:
    """Import in a thread what the first act or letter needs, then sweep what was left behind."""
    from importlib import import_module  # noqa: PLC0415 - after the first paint
    from importlib.util import find_spec  # noqa: PLC0415 - as above
    from threading import Thread  # noqa: PLC0415 - as above

    def load() -> None:
        for name in SLOW:
            if find_spec(name) is not None:
                import_module(name)
        sweep()

    Thread(target=load, name="warm", daemon=True).start()


def build(
    app: QApplication, preferences: Preferences, clock: Callable[[], datetime] | None = None
) -> MainWindow:
    """Make the window, not shown, without a register."""
    app.setApplicationName("Vänbok")
    app.setDesktopFileName("vanbok")
    app.setWindowIcon(app_icon())
    wear_preferences(app, preferences)
    return MainWindow(Session(preferences, clock), PAGES, FIND)


def main(argv: Sequence[str] | None = None, clock: Callable[[], datetime] | None = None) -> int:
    """Open the window, on a register when one is named, else on the one used last."""
    from desktop.ui.excepthook import Hooks  # noqa: PLC0415 - installed before anything can fail

    words = list(sys.argv[1:] if argv is None else argv)
    preferences = Preferences()
    named = [Path(word) for word in words if not word.startswith("-")]
    first = FirstRegister(named, preferences.recent())
    if first.came_forward():
        return 0
    app = QApplication([sys.argv[0], *words])
    mine, ended = running.begin()
    hooks = Hooks()
    hooks.install()
    window = build(app, preferences, clock)
    hooks.window = window
    app.commitDataRequest.connect(lambda _manager: _leave_work(window, mine))
    app.primaryScreenChanged.connect(lambda _screen: scale.cache_clear())
    window.show()
    QTimer.singleShot(0, lambda: _begin(window, first, ended))
    QTimer.singleShot(WARM_AFTER, warm)
    i18n.teach_qt(app)
    code = app.exec()
    mine.end()
    return code


def _leave_work(window: MainWindow, mine: Running) -> None:
    """Keep what is typed and what is open while the computer's session ends, asking nothing."""
    window.keep_drafts()
    window.session.shelter()
    if window.session.keeper is not None:
        window.session.keeper.finish_quickly()
    # The system may end the program as soon as this returns, and that is no crash.
    mine.end()


def _begin(window: MainWindow, first: FirstRegister, ended: Sequence[Ended] = ()) -> None:
    accompany(window)
    if ended:
        from desktop.ui.afterwards import Afterwards  # noqa: PLC0415 - after a crash only

        window.companions.append(Afterwards(window, ended))
    answered = first.answered
    if answered and first.path is not None:
        window.open_file(first.path)
    if window.session.desk is None and window.shelf.route is None:
        window.begin()
    if not answered:
        window.companions.append(LateRegister(window, first))
