"""The longest that a window stands still while a large register is backed up and one types."""

from __future__ import annotations

import os
import time
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks.backup import EVENTS, fill

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QLineEdit

    from desktop.ui.keeper_work import Task

TICK = 2
"""Milliseconds between two looks at the clock in the window's thread."""
KEY = 60
"""Milliseconds between two letters: somebody who types fast."""
LEAST = 1.0
"""Seconds that one types, at least."""
ROUNDS = 3
GOAL_MS = 100.0
"""The longest gap of the event loop that there may be."""
LETTERS = "foreningen vill ordna en vinterkonsert med en gastande kor "


def measure() -> dict[str, float]:
    """Give the longest gaps of the event loop in milliseconds, typing alone and beside a backup.

    "at once" is the control, a backup made in the window's own thread: it must show as a gap.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication, QLineEdit  # noqa: PLC0415 - only where it is measured

    from desktop.ui import theme  # noqa: PLC0415 - as above
    from desktop.ui.keeper_work import Worker  # noqa: PLC0415 - as above

    made = QApplication.instance()
    app = made if isinstance(made, QApplication) else QApplication([])
    theme.wear(app, theme.Look.LIGHT, 100)
    field = QLineEdit()
    field.show()
    worker = Worker(field)
    with TemporaryDirectory(prefix="vanbok-bench-") as folder:
        path = Path(folder) / "register.vanbok"
        fill(path, EVENTS)
        alone = _longest(field, lambda: None, lambda: False)
        beside = _longest(field, lambda: worker.give(_task(path)), lambda: worker.busy)
        at_once = _longest(field, lambda: _at_once(path), lambda: False)
    field.close()
    field.deleteLater()
    return {
        "typing alone: longest gap, ms": alone,
        "beside a backup: longest gap, ms": beside,
        "at once: longest gap, ms": at_once,
        "over the goal of 100 ms, in ms": max(0.0, beside - GOAL_MS),
        "1 when a quarter of at once, else 2": 1.0 + (4 * beside > at_once),
    }


def _task(path: Path) -> Task:
    from db.backups.occasion import Occasion  # noqa: PLC0415 - only where it is measured
    from desktop.ui.keeper_work import Task  # noqa: PLC0415 - as above

    now = datetime(2026, 11, 21, 12)
    return Task(register=path, uuid="", occasion=Occasion.ASKED, now=now)


def _at_once(path: Path) -> None:
    from db.backups.stepwise import Watch  # noqa: PLC0415 - only where it is measured
    from desktop.ui.keeper_work import carry_out  # noqa: PLC0415 - as above

    for each in carry_out(_task(path), Watch()).outcomes:
        if each.trouble is not None:
            raise each.trouble


def _longest(field: QLineEdit, begin: Callable[[], object], busy: Callable[[], bool]) -> float:
    """Type while something goes on, some times over; give the longest gap there was."""
    return max(_gap(field, begin, busy) for _ in range(ROUNDS))


def _gap(field: QLineEdit, begin: Callable[[], object], busy: Callable[[], bool]) -> float:
    from PySide6.QtCore import QEventLoop, QTimer  # noqa: PLC0415 - only where it is measured
    from PySide6.QtTest import QTest  # noqa: PLC0415 - as above

    gaps: list[float] = []
    loop, begun = QEventLoop(), time.perf_counter()
    seen = [begun]

    def look() -> None:
        now = time.perf_counter()
        gaps.append(now - seen[0])
        seen[0] = now
        if now - begun > LEAST and not busy():
            loop.quit()

    def press() -> None:
        QTest.keyClicks(field, LETTERS[len(field.text()) % len(LETTERS)])
        field.repaint()

    looking, typing = QTimer(), QTimer()
    looking.timeout.connect(look)
    typing.timeout.connect(press)
    looking.start(TICK)
    typing.start(KEY)
    QTimer.singleShot(10, begin)
    loop.exec()
    looking.stop()
    typing.stop()
    return max(gaps) * 1000
