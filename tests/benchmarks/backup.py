"""The longest that somebody who works is held up while a large register is backed up."""

from __future__ import annotations

import json
import random
import sqlite3
import threading
import time
import uuid
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from db import chain
from db.backups import stepwise
from db.backups.making import Order, back_up
from db.backups.occasion import Occasion
from db.backups.place import beside, places
from db.change import Insert
from db.store import Store
from desktop.domain.registers import Place
from tests.db.samples import act, grounds, nothing

if TYPE_CHECKING:
    from collections.abc import Callable

EVENTS = 100_000
WORDS = "x" * 600
LETTERS, LETTER = 400, 60_000
ROUNDS = 8
"""Backups, each with a save in the midst of its copying."""
WITHIN = 0.2
"""Seconds from the first byte of the copy to the save, at most: a copy takes longer."""
TICK = 0.002
GOAL_MS = 100.0
"""The most that a save, or the window's own thread, may be held up."""
ORDER = Order(occasion=Occasion.ASKED, now=datetime(2026, 11, 21, 12), program="bench")


@dataclass
class Worked:
    """What somebody who works met with, in milliseconds."""

    saves: list[float] = field(default_factory=list)
    standstill: float = 0.0
    backups: list[float] = field(default_factory=list)


def measure() -> dict[str, float]:
    """Give the longest save and the longest standstill of the saving thread, in milliseconds.

    "alone": nobody backs up · "backing up": a save in the midst of each copy · "one step": the
    control, a copy that does not pause between its pages, where a save must wait for all of it.
    """
    chance = random.Random(6)
    with TemporaryDirectory(prefix="vanbok-bench-") as folder:
        register = Path(folder) / "register.vanbok"
        fill(register, EVENTS)
        with Store.open(register) as store:
            store.verified.wait()
            alone = _worked(store, lambda: time.sleep(1), chance)
            stepped = _worked(store, lambda: _backed_up(register), chance)
            usual, stepwise.PAGES = stepwise.PAGES, 1_000_000_000
            try:
                control = _worked(store, lambda: _backed_up(register), chance)
            finally:
                stepwise.PAGES = usual
    held = max(*stepped.saves, stepped.standstill)
    return {
        "one backup with a save in its midst, ms": median(stepped.backups),
        "alone: usual save, ms": median(alone.saves),
        "alone: longest save, ms": max(alone.saves),
        "alone: longest standstill, ms": alone.standstill,
        "backing up: usual save, ms": median(stepped.saves),
        "backing up: longest save, ms": max(stepped.saves),
        "backing up: longest standstill, ms": stepped.standstill,
        "one step: longest save, ms": max(control.saves),
        "over the goal of 100 ms, in ms": max(0.0, held - GOAL_MS),
        "1 when a quarter of one step, else 2": 1.0 + (4 * max(stepped.saves) > max(control.saves)),
    }


def _worked(store: Store, meanwhile: Callable[[], object], chance: random.Random) -> Worked:
    """Do something beside again and again, with one save in the midst of it each time."""
    worked = Worked()
    for _ in range(ROUNDS):
        thread = threading.Thread(target=_timed, args=(meanwhile, worked.backups))
        thread.start()
        _during(worked, store, thread, chance.uniform(0, WITHIN))
        thread.join()
    return worked


def _during(worked: Worked, store: Store, thread: threading.Thread, wait: float) -> None:
    """Wait until the copying has begun and then some more, save, and see the end of it."""
    _look(worked, until=lambda: _copying(store) or not thread.is_alive(), longest=0.5)
    _look(worked, until=lambda: False, longest=wait)
    worked.saves.append(_save(store))
    _look(worked, until=lambda: not thread.is_alive(), longest=60)


def _timed(what: Callable[[], object], taken: list[float]) -> None:
    begun = time.perf_counter()
    what()
    taken.append((time.perf_counter() - begun) * 1000)


def _copying(store: Store) -> bool:
    with suppress(FileNotFoundError):
        return any(each.stat().st_size for each in beside(store.path).folder.glob("*.part"))
    return False


def _save(store: Store) -> float:
    row = Insert(Place(id=store.next_id(Place), name="Ort"))
    begun = time.perf_counter()
    store.commit(act(row), nothing)
    return (time.perf_counter() - begun) * 1000


def _look(worked: Worked, *, until: Callable[[], bool], longest: float) -> None:
    """Look at the clock by turns, as a window does, and note when it was long between."""
    end = time.perf_counter() + longest
    while (before := time.perf_counter()) < end and not until():
        begun = time.perf_counter()
        time.sleep(TICK)
        late = (time.perf_counter() - begun - TICK) * 1000
        worked.standstill = max(worked.standstill, late, (begun - before) * 1000)


def _backed_up(register: Path) -> None:
    for each in back_up(register, places(register, None), ORDER):
        if each.trouble is not None:
            raise each.trouble


def fill(path: Path, events: int) -> None:
    """Make a register with a true chain of so many events, and some letters' bytes."""
    with Store.create(path, register_uuid=str(uuid.uuid4()), version="bench") as store:
        store.commit(act(*grounds()), nothing)
        head, last = store.head, store.last_event_id
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("CREATE TABLE ballast (data BLOB)")
        for number in range(last + 1, events + 1):
            done = act(command=json.dumps({"words": WORDS}), uuid=str(uuid.UUID(int=number)))
            link = chain.link(done, number=number, changes=(), previous=head)
            connection.execute(chain.INSERT, link.cells)
            head = str(link.cells[-1])
            connection.execute("UPDATE meta SET head = ?", (head,))
        letters = [(bytes(LETTER),)] * LETTERS
        connection.executemany("INSERT INTO ballast VALUES (?)", letters)
        connection.commit()
