"""A register that somebody has been at outside the program is found out."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

DROP = "DROP TRIGGER IF EXISTS {}"


def outside(path, *statements):
    """Change the file behind the program's back."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_sound_register_is_said_to_be_so(cli, filmed, register):
    done = cli("check", register)

    assert done.code == 0
    assert "3 händelser" in done.out


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE summary SET asked_ore = asked_ore + 100",
        "UPDATE summary SET phase = 'ready'",
        "UPDATE search SET folded = 'annat'",
        "DELETE FROM awaited",
        "UPDATE awaited SET mine = 0",
    ],
)
def test_a_list_that_shows_another_thing_than_the_case_is_found(cli, filmed, register, statement):
    outside(register, statement)

    done = cli("check", register)

    assert done.code == 1
    assert "2026-001" in done.out


def test_rows_that_only_time_has_passed_over_are_not_wrong(cli, act, filmed, register):
    act({"act": "add_place", "name": "Fjärran", "on": "2027-06-01"})

    assert cli("check", register).code == 0


def test_a_changed_letter_is_found(cli, act, filmed, register):
    act({"act": "write_confirmation", "case": "2026-001"})
    with closing(sqlite3.connect(register)) as connection:
        rows = connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'content'"
        )
        names = [row[0] for row in rows]
    outside(
        register,
        *(DROP.format(name) for name in names),
        "UPDATE content SET data = CAST(replace(data, 'PDF', 'PDG') AS BLOB)",
    )

    done = cli("check", register)

    assert done.code == 1
    assert "Bekräftelse till föreningen" in done.out
