"""The list of cases, from a key to the painted answer, against a bare repaint of such a table."""

from __future__ import annotations

import os
import random
import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from tests.benchmarks.many import NOW, TYPED, fill

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QTableView

    from desktop.ui.pages.arenden import CasesPage

SIZES = (100, 10_000, 100_000)
ROUNDS = 5
GOAL_MS = 8.0
"""The most that a letter may take at 100 000 cases, painting included."""
WIDE, HIGH = 1236, 780


def measure() -> dict[str, float]:
    """Give, by number of cases, milliseconds for a letter and its ratio to the bare repaint.

    The bare repaint is a QTableView of Qt's own items, as many rows and columns, in the same run.
    The worst letter is the median of its rounds, so that a disturbance does not count as ours.
    """
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only where it is measured

    from desktop.ui import theme  # noqa: PLC0415 - as above

    made = QApplication.instance()
    app = made if isinstance(made, QApplication) else QApplication([])
    theme.wear(app, theme.Look.LIGHT, 100)
    bare = _bare_table()
    result: dict[str, float] = {}
    for size in SIZES:
        with TemporaryDirectory(prefix="vanbok-bench-") as folder:
            path = Path(folder) / "register.vanbok"
            fill(path, size)
            result |= _measured(app, bare, path, size)
    bare.close()
    bare.deleteLater()
    return result


def _measured(app: QApplication, bare: QTableView, path: Path, size: int) -> dict[str, float]:
    from desktop.ui.pages.arenden import CasesPage  # noqa: PLC0415 - only where it is measured
    from desktop.ui.preferences import Preferences  # noqa: PLC0415 - as above
    from desktop.ui.session import Session  # noqa: PLC0415 - as above

    session = Session(Preferences(path.parent), lambda: NOW)
    session.open(path)
    page = CasesPage(session)
    page.resize(WIDE, HIGH)
    page.show()
    page.refresh()
    _until_ready(app, page)
    letters = [(words, end) for words in TYPED for end in range(1, len(words) + 1)]
    pairs: dict[tuple[str, int], list[tuple[float, float]]] = {letter: [] for letter in letters}
    for _ in range(ROUNDS):
        for words, end in letters:
            if end == 1:
                page.filter.setText("")
                _paint(page)
            taken = {}
            for own in random.sample((True, False), 2):
                taken[own] = _key(page, words[:end]) if own else _repaint(bare)
            pairs[words, end].append((taken[True], taken[False]))
        _rest(app)
    page.close()
    page.deleteLater()
    _rest(app)
    session.close()
    return _figures(list(pairs.values()), size)


def _figures(pairs: list[list[tuple[float, float]]], size: int) -> dict[str, float]:
    own = [median(one for one, _ in each) for each in pairs]
    ratios = [median(one / two for one, two in each) for each in pairs]
    low, middle, high = quantiles((one / two for each in pairs for one, two in each), n=4)
    return {
        f"{size}: letter, median ms": median(own) * 1000,
        f"{size}: letter, worst ms": max(own) * 1000,
        f"{size}: bare repaint, ms": median(two for each in pairs for _, two in each) * 1000,
        f"{size}: letter / bare repaint": middle,
        f"{size}: letter, lower quartile": low,
        f"{size}: letter, upper quartile": high,
        f"{size}: worst letter / bare repaint": max(ratios),
    }


def _until_ready(app: QApplication, page: CasesPage) -> None:
    """Wait until the index is read and everything has come to rest."""
    from desktop.ui.finder import finder_of  # noqa: PLC0415 - only where it is measured

    finder = finder_of(page.session)
    end = time.monotonic() + 60
    while finder.index() is None and time.monotonic() < end:
        app.processEvents()
        time.sleep(0.01)
    _rest(app)


def _rest(app: QApplication) -> None:
    for _ in range(60):
        app.processEvents()
        time.sleep(0.005)


def _key(page: CasesPage, text: str) -> float:
    """Time one key: the text changes, the answer is found, the list is painted."""
    start = time.perf_counter()
    page.filter.setText(text)
    _paint(page)
    return time.perf_counter() - start


def _paint(page: CasesPage) -> None:
    page.table.view.viewport().repaint()


def _repaint(table: QTableView) -> float:
    start = time.perf_counter()
    table.viewport().repaint()
    return time.perf_counter() - start


def _bare_table() -> QTableView:
    from PySide6.QtWidgets import QTableWidget, QTableWidgetItem  # noqa: PLC0415 - as above

    table = QTableWidget(200, 10)
    for row in range(200):
        for column in range(10):
            table.setItem(row, column, QTableWidgetItem(f"Föreningen Örnen {row}"))
    table.resize(WIDE, HIGH)
    table.show()
    return table
