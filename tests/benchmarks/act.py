"""One act against a bare BEGIN–INSERT–COMMIT with the same settings, in the same run."""

from __future__ import annotations

import random
import time
import uuid
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from db.change import Insert, Update
from db.connection import connect
from db.store import Store
from desktop.domain.casework import Case, Exemption
from desktop.domain.phases import Phase
from desktop.domain.swedish import fold
from tests.db.samples import DAY, act, awaited, case, decide, grounds, nothing, summary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable

    from db.change import Act, Change
    from db.derived import Derived

CASES = 1000
ROUNDS = 120
TABLES = 8
LETTER = random.Random(1).randbytes(60_000)
WORDS = "x" * 400
GOALS = {"row": 1.5, "decision": 2.0}
"""The most that an act should cost, as a multiple of the bare save."""


def measure() -> dict[str, float]:
    """Give ratios to the bare save (median of pairs, quartiles), and the bare save in ms.

    "row": a new row and its event · "step": a new row, a case in another phase with its derived
    rows, the event · "decision": a decision with a letter of 60 kB and the same · "eight tables":
    the control, bare SQL that touches as many pages as "row" does, and no code of ours.
    """
    with (
        TemporaryDirectory(prefix="vanbok-bench-") as folder,
        _register(Path(folder) / "register.vanbok") as store,
        closing(_bare_file(Path(folder) / "bare.sqlite")) as connection,
    ):
        made: dict[str, Callable[[int], Callable[[], object]]] = {
            "row": lambda _: _committed(store, *_row(store)),
            "step": lambda number: _committed(store, *_step(store, 1 + number % CASES)),
            "decision": lambda number: _committed(store, *_decision(store, number)),
            "eight tables": lambda _: lambda: _bare(connection, TABLES),
        }
        bares: list[float] = []
        taken: dict[str, list[float]] = {name: [] for name in made}
        for number in range(1, ROUNDS):
            for name, make in made.items():
                base, own = _pair(lambda: _bare(connection, 1), make(number))
                bares.append(base)
                taken[name].append(own / base)
    result = {"bare save, ms": median(bares) * 1000}
    for name, ratios in taken.items():
        low, middle, high = quantiles(ratios[5:], n=4)
        result |= {name: middle, f"{name}, lower quartile": low, f"{name}, upper quartile": high}
    return result


def _pair(one: Callable[[], object], two: Callable[[], object]) -> tuple[float, float]:
    """Time both, in random order."""
    seconds = {}
    for each in random.sample((one, two), 2):
        start = time.perf_counter()
        each()
        seconds[each] = time.perf_counter() - start
    return seconds[one], seconds[two]


def _bare_file(path: Path) -> sqlite3.Connection:
    path.touch()
    connection = connect(path)
    for number in range(TABLES):
        connection.execute(f"CREATE TABLE t{number} (id INTEGER PRIMARY KEY, words TEXT) STRICT")
    return connection


def _bare(connection: sqlite3.Connection, tables: int) -> None:
    connection.execute("BEGIN IMMEDIATE")
    for number in range(tables):
        connection.execute(f"INSERT INTO t{number} (words) VALUES (?)", (WORDS,))
    connection.execute("COMMIT")


def _register(path: Path) -> Store:
    """A register with so many cases that its trees are as deep as in use."""
    store = Store.create(path, register_uuid=str(uuid.uuid4()), version="bench")
    store.commit(act(*grounds()), nothing)
    keys = range(2, CASES + 1)
    store.commit(act(*(Insert(case(key)) for key in keys)), _refresh(Phase.RECEIVED, *keys))
    return store


def _committed(store: Store, done: Act, *again: int) -> Callable[[], object]:
    """The act, made ready: what is timed is the commit alone."""
    phase = store.get(Case, again[0]).phase if again else Phase.RECEIVED
    turned = Phase.PREPARATION if phase is Phase.RECEIVED else Phase.RECEIVED
    refresh = _refresh(turned, *again)
    return lambda: store.commit(done, refresh)


def _refresh(phase: Phase, *keys: int) -> Callable[[Store, Derived], None]:
    """Make cases again, as they are in a phase: the summary and what is awaited change."""

    def refresh(_store: Store, derived: Derived) -> None:
        for key in keys:
            shown = summary(key, phase=phase)
            words = f"{shown.number} {shown.applicant} {shown.place} {shown.scheme_name}"
            derived.replace_case(shown, [awaited(key, kind=phase, due_on=DAY)], fold(words))

    return refresh


def _row(store: Store) -> tuple[Act]:
    return (act(_exemption(store, 1), subjects=(("case", 1),)),)


def _step(store: Store, key: int) -> tuple[Act, int]:
    changes = (_exemption(store, key), _turned(store, key))
    return act(*changes, subjects=(("case", key),)), key


def _decision(store: Store, key: int) -> tuple[Act, int]:
    decided = decide(key, case_id=key, data=LETTER, pot=str(key))
    return act(*decided, _turned(store, key), subjects=(("case", key),)), key


def _exemption(store: Store, key: int) -> Insert:
    number = store.next_id(Exemption)
    return Insert(Exemption(id=number, case_id=key, rule="P8", reason="skäl", day=DAY))


def _turned(store: Store, key: int) -> Change:
    before = store.get(Case, key)
    phase = Phase.PREPARATION if before.phase is Phase.RECEIVED else Phase.RECEIVED
    return Update(before, replace(before, phase=phase))
