"""The facts of a register are those of one moment, whoever saves meanwhile."""

from __future__ import annotations

import sqlite3
from contextlib import closing

from db.backups.facts import facts
from db.connection import connect_reader


def test_nobody_can_save_between_two_questions(ground):
    saved: list[bool] = []
    with (
        closing(connect_reader(ground.path)) as reader,
        closing(sqlite3.connect(ground.path, timeout=0, isolation_level=None)) as other,
    ):

        def save(sql: str) -> None:
            if "count(*)" not in sql:
                return
            try:
                other.execute("BEGIN EXCLUSIVE")
            except sqlite3.OperationalError:
                saved.append(False)
            else:
                other.execute("ROLLBACK")
                saved.append(True)

        reader.set_trace_callback(save)
        read = facts(reader, ground.path.name)
        reader.set_trace_callback(None)
        other.execute("BEGIN EXCLUSIVE")
        other.execute("ROLLBACK")

    assert read.events == read.counts["event"]
    assert saved
    assert not any(saved), "an act saved there would look like damage"
