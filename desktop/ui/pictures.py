"""Every page of the program as a picture: light and dark, at 100 and 200 per cent."""

from __future__ import annotations

import os
import sys
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QElapsedTimer,
    QEvent,
    QEventLoop,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtWidgets import QApplication

from desktop.flow.desk import clock_on
from desktop.ui.app import build
from desktop.ui.picture_routes import routes
from desktop.ui.preferences import Preferences
from desktop.ui.theme import LARGEST, SMALLEST, Look

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from PySide6.QtGui import QImage

    from desktop.ui.main_window import MainWindow

LOOKS = (Look.LIGHT, Look.DARK)
SIZES = (SMALLEST, LARGEST)
WINDOW = QSize(1440, 900)
"""Pixels, at either text size: what a common screen has room for."""
GLANCE = 40
"""Milliseconds between two looks at a page that may still be filling."""
PATIENCE = 4000
"""Milliseconds after which a page is taken as it is."""
NOT_A_REGISTER = b"This is no register.\n"


def draw(file: Path, folder: Path, on: date | None) -> int:
    """Draw the pages of a register in a folder and give their number; FileTrouble as for opening.

    Nothing is shown on a screen, and what this person prefers is neither used nor changed.
    """
    if not _screen():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = QApplication.instance() or QApplication(["vanbok"])
    if not isinstance(app, QApplication):
        raise TypeError("a Qt application without windows is running")
    app.setCursorFlashTime(0)
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for look, size in product(LOOKS, SIZES):
        with TemporaryDirectory() as kept:
            window = _window(app, Path(kept), look, size, on)
            try:
                for name, image in _pages(window, file, Path(kept)):
                    _save(image, folder / f"{name}-{look}-{size}.png")
                    count += 1
            finally:
                _end(window)
    return count


def _screen() -> bool:
    unix = sys.platform.startswith(("linux", "freebsd"))
    return not unix or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _window(
    app: QApplication, kept: Path, look: Look, per_cent: int, on: date | None
) -> MainWindow:
    preferences = Preferences(kept)
    preferences.look = look
    preferences.text_size = per_cent
    window = build(app, preferences, clock_on(on) if on else None)
    window.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
    window.resize(WINDOW)
    window.show()
    return window


def _pages(window: MainWindow, file: Path, kept: Path) -> Iterator[tuple[str, QImage]]:
    """Give name and picture of each page: those without a register first."""
    window.begin()
    yield from _alone(window)
    broken = kept / "Skadad.vanbok"
    broken.write_bytes(NOT_A_REGISTER)
    window.open_file(broken)
    yield from _alone(window, but="start")
    window.open_file(file)
    if window.session.trouble is not None:
        raise window.session.trouble
    for route in routes(window.session.need(), window.shelf.entries()):
        window.go(route)
        if window.shelf.route == route:
            words = (route.page, str(route.subject or ""), route.act)
            yield "-".join(word for word in words if word), settled(window)


def _end(window: MainWindow) -> None:
    """Close the window and let all of it go, the documents that it shows too."""
    window.close()
    window.shelf.forget()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _alone(window: MainWindow, but: str = "") -> Iterator[tuple[str, QImage]]:
    route = window.shelf.route
    if route is not None and route.page != but:
        yield route.page, settled(window)


def settled(window: MainWindow) -> QImage:
    """Give the window as it is once it no longer changes: some pages read in a thread."""
    clock = QElapsedTimer()
    clock.start()
    before = window.grab().toImage()
    while clock.elapsed() < PATIENCE:
        loop = QEventLoop()
        QTimer.singleShot(GLANCE, loop.quit)
        loop.exec()
        now = window.grab().toImage()
        if now == before:
            break
        before = now
    return before


def _save(image: QImage, path: Path) -> None:
    if not image.save(str(path)):
        raise OSError(0, "går inte att skriva", str(path))
