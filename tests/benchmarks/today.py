"""Today at a thousand cases and at a hundred thousand."""

from __future__ import annotations

import time
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from desktop.flow.desk import clock_on
from desktop.flow.registers import open_register
from desktop.flow.today import today
from tests.benchmarks.many import NOW, fill

if TYPE_CHECKING:
    from desktop.flow.desk import Desk

FEW, MANY = 1000, 100_000
ROUNDS = 40
GOAL = 1.6
"""The most that Today may grow by from the one to the other."""


def measure() -> dict[str, float]:
    """Give how much longer Today takes at 100 000 cases than at 1 000, in pairs of one run."""
    with TemporaryDirectory(prefix="vanbok-bench-") as folder:
        few, many = (_desk(Path(folder) / f"{size}.vanbok", size) for size in (FEW, MANY))
        for desk in (few, many):
            _timed(desk)
        small: list[float] = []
        ratios: list[float] = []
        for number in range(ROUNDS):
            pair = (few, many) if number % 2 else (many, few)
            taken = {desk.store.path: _timed(desk) for desk in pair}
            small.append(taken[few.store.path])
            ratios.append(taken[many.store.path] / taken[few.store.path])
        for desk in (few, many):
            desk.store.close()
    low, middle, high = quantiles(ratios, n=4)
    return {
        f"{FEW} cases, ms": median(small) * 1000,
        "growth": middle,
        "growth, lower quartile": low,
        "growth, upper quartile": high,
    }


def _desk(path: Path, size: int) -> Desk:
    fill(path, size)
    return open_register(path, clock=clock_on(NOW.date()))


def _timed(desk: Desk) -> float:
    start = time.perf_counter()
    today(desk)
    return time.perf_counter() - start
