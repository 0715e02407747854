"""The index behind the case filter, letter by letter, against instr() in plain SQL."""

from __future__ import annotations

import random
import sqlite3
import time
from contextlib import closing
from itertools import product
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from db.migrations import schema_sql
from db.search import CaseIndex
from desktop.domain.swedish import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (100, 10_000, 100_000)
ROUNDS = 5
GOAL_MS = 8.0
"""The most that a letter may take at 100 000 cases, painting included."""

PLACES = ("Grindavík", "Kandalaksja", "Saint-Barthélemy")
KINDS = ("Föreningen", "Sällskapet", "Klubben", "Kören", "Vännerna", "Gillet")
THINGS = ("Lingon", "Åsnan", "Ängen", "Örnen", "Norrsken", "Fyren", "Skridsko", "Visan", "Barken")
TYPED = ("grindavik", "kören örnen", "2019-00", "zzz", "åsnan 7", "a", "saint lingon 2024")


def measure() -> dict[str, float]:
    """Give, for each number of cases, milliseconds for a letter and ratios to plain SQL.

    "median" and "worst" are over all letters of what is typed; the worst letter is taken as the
    median of its rounds, so that a disturbance does not count as ours.
    """
    result: dict[str, float] = {}
    for size in SIZES:
        with TemporaryDirectory(prefix="vanbok-bench-") as folder:
            path = Path(folder) / "register.vanbok"
            _fill(path, size)
            result |= _measured(path, size)
    return result


def _measured(path: Path, size: int) -> dict[str, float]:
    start = time.perf_counter()
    index = CaseIndex.load(path)
    loading = time.perf_counter() - start
    with closing(sqlite3.connect(path)) as connection:
        own: list[float] = []
        ratios: list[float] = []
        for words in TYPED:
            for end in range(1, len(words) + 1):
                mine, plain = _letter(index, connection, words[:end])
                own.append(mine)
                ratios.append(mine / plain)
    counting = _timed(lambda: index.count("a"))
    return {
        f"{size}: letter, median ms": median(own) * 1000,
        f"{size}: letter, worst ms": max(own) * 1000,
        f"{size}: letter / instr() in SQL": median(ratios),
        f"{size}: count all, ms": counting * 1000,
        f"{size}: load in its thread, ms": loading * 1000,
    }


def _letter(index: CaseIndex, connection: sqlite3.Connection, text: str) -> tuple[float, float]:
    """Time one key press in the index and in SQL, some rounds of both in turn."""
    own, plain = [], []
    for _ in range(ROUNDS):
        # The same letter again would only narrow its own answer.
        index.query("", limit=1)
        own.append(_timed(lambda: index.query(text)))
        plain.append(_timed(lambda: _by_sql(connection, text)))
    return median(own), median(plain)


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def _by_sql(connection: sqlite3.Connection, text: str) -> list[tuple[int]]:
    words = fold(text).split()
    where = " AND ".join("instr(folded, ?)" for _ in words)
    sql = f"SELECT id FROM search WHERE {where} ORDER BY id DESC LIMIT 201"
    return connection.execute(sql, words).fetchall()


def _fill(path: Path, size: int) -> None:
    """Write the rows that the index reads, past everything that it does not."""
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(schema_sql())
        connection.execute("PRAGMA foreign_keys = OFF")
        rows = list(_cases(size))
        connection.executemany(
            "INSERT INTO summary (id, rev, case_id, number, applicant, place, scheme, scheme_name, "
            "year, phase, asked_ore, paid_ore, arrived_on, open, applicant_key, place_key) "
            "VALUES (?1, 1, ?1, ?2, ?3, ?4, 'base_grant', 'Grundbidrag', ?5, 'received', 100, 0, "
            "'2026-01-01', ?6, '', '')",
            rows,
        )
        connection.executemany(
            "INSERT INTO search (id, folded) VALUES (?, ?)",
            [
                (key, fold(f"{number} {applicant} {place} Grundbidrag {year} 26KS{key}"))
                for key, number, applicant, place, year, _ in rows
            ],
        )
        connection.commit()


def _cases(size: int) -> Iterator[tuple[int, str, str, str, int, bool]]:
    chance = random.Random(size)
    names = [f"{kind} {thing}" for kind, thing in product(KINDS, THINGS)]
    for key in range(1, size + 1):
        year = 2000 + key * 26 // size
        applicant = f"{chance.choice(names)} {chance.randrange(400)}"
        place = chance.choice(PLACES)
        yield key, f"{year}-{key:03}", applicant, place, year, key > size * 0.9
