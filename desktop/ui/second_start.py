"""A second start of a register that a window has open: that window comes forward instead."""

from __future__ import annotations

import json
import os
import sys
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer
from PySide6.QtWidgets import QApplication

from desktop.ui.beside import Beside
from desktop.ui.i18n import tr
from desktop.ui.preferences import config_folder

if TYPE_CHECKING:
    from db.errors import FileTrouble
    from desktop.ui.main_window import MainWindow

FOLDER = "asked"
"""The folder of requests, in the folder of preferences."""
PATIENCE = 3.0
"""Seconds that the second start waits for an answer."""
BREATH = 0.05
SLOW_POLL = 1500
"""Milliseconds between two looks at the folder, where the system does not tell of new files."""
_LARGEST = 8192


def came_forward(register: Path) -> bool:
    """Ask the window that has a register open to come forward; True when it did.

    False when nobody here has it open, or the window does not answer in time.
    """
    try:
        if not register.with_name(f"{register.name}.lock").exists():
            return False
    except (OSError, ValueError):
        return False
    from db.lock import holder  # noqa: PLC0415 - nothing of the file before the first paint

    register = Path(os.path.realpath(register))
    who = holder(register)
    if who is None or not who.here or who.pid == os.getpid():
        return False
    _let_forward(who.pid)
    return _asked(register)


def _let_forward(pid: int) -> None:
    """Let another process take the front, which Windows gives only to the one in use."""
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - only there

        ctypes.windll.user32.AllowSetForegroundWindow(pid)


def _asked(register: Path) -> bool:
    folder = config_folder() / FOLDER
    request = folder / f"{uuid4().hex}.json"
    part = request.with_suffix(".part")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        part.write_text(json.dumps({"register": str(register)}), encoding="utf-8")
        part.replace(request)
    except OSError:
        return False
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if not request.exists():
            return True
        time.sleep(BREATH)
    try:
        request.unlink()
    except OSError:
        # Taken in the last moment: the window is coming.
        return not request.exists()
    return False


class Forward(QObject):
    """Listens for second starts of the register that this window has open."""

    def __init__(self, window: MainWindow) -> None:
        """Watch the folder, and look in it now and then as well."""
        super().__init__(window)
        self._window = window
        self._folder = window.session.preferences.folder / FOLDER
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._look)
        self._timer = QTimer(self)
        self._timer.setInterval(SLOW_POLL)
        self._timer.timeout.connect(self._look)
        self._timer.start()
        self._beside = Beside(self)
        self._had = False
        window.session.opened.connect(self._opened)
        window.session.troubled.connect(self._troubled)
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            self._watcher.addPath(str(self._folder))

    def _opened(self) -> None:
        self._had = True

    def _troubled(self, trouble: FileTrouble) -> None:
        """Ask once more for the window that has the register: it may have been busy, or new."""
        who, path = getattr(trouble, "holder", None), self._window.session.tried
        if who is not None and who.here and path is not None:
            self._beside.ask(partial(came_forward, path), self._heard)

    def _heard(self, came: bool) -> None:
        if came and not self._had:
            # This start was only a way to find the window that is there already.
            self._window.close()
        elif came:
            self._window.say(tr("Registret är öppet i ett annat fönster, som har kommit fram."))

    def _look(self) -> None:
        home = self._window.session.home
        if home is None:
            return
        wanted = os.path.realpath(home)
        try:
            requests = list(self._folder.glob("*.json"))
        except OSError:
            return
        if any(_answered(request, wanted) for request in requests):
            self.come()

    def come(self) -> None:
        """Show the window before all others."""
        window = self._window
        if window.isMinimized():
            window.showNormal()
        else:
            window.show()
        window.raise_()
        window.activateWindow()
        QApplication.alert(window)


def _answered(request: Path, wanted: str) -> bool:
    """Take a request for a register away, which is the answer; True when it was ours to take."""
    try:
        if request.stat().st_size > _LARGEST:
            return False
        said = json.loads(request.read_text(encoding="utf-8"))
        if not isinstance(said, dict) or said.get("register") != wanted:
            return False
        request.unlink()
    except (OSError, ValueError):
        return False
    return True
