"""A register of the first release comes whole into today's program."""

from __future__ import annotations

import gzip
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from db.check import check
from db.errors import NotMigrated, ReadOnly
from db.header import SCHEMA
from db.migrations import released_steps, statements
from db.store import Store
from desktop.cli.main import main
from desktop.domain.casework import Case, Document
from desktop.domain.commitments import Network, Project
from desktop.domain.registers import Officer
from desktop.domain.visiting import Visit
from desktop.flow.desk import Desk
from desktop.flow.run import run
from desktop.flow.steps.bodies import RegisterBody
from desktop.flow.steps.networks import RegisterNetwork
from desktop.flow.steps.projects import RegisterProject
from desktop.flow.steps.reasons import AddReason
from desktop.flow.steps.undo import TakeBack
from desktop.flow.steps.visit_close import SettleVisit

FOLDER = Path(__file__).parent / "registers"
STORED = {
    1: ("decision", "payment", "content", "event"),
    3: ("agreement_line", "visit_cost", "note", "what_if", "event"),
}
"""Schema of each stored register, made by the release that wrote it, and tables that have rows.

The first has an office and two cases, one of them decided, paid and reported; the other has an
agreement, a reported visit with its costs, a contact, a case in a round and a reminder.
"""


def stored(schema):
    return gzip.decompress((FOLDER / f"schema{schema}.vanbok.gz").read_bytes())


@pytest.fixture
def released(tmp_path):
    """The register of the first release."""
    return placed(tmp_path, 1)


def placed(folder, schema):
    path = folder / "register.vanbok"
    path.write_bytes(stored(schema))
    return path


def everything(path, schema=1):
    """Every cell of every table and column that its release knew, but the program's own."""
    with closing(sqlite3.connect(path)) as connection:
        return {
            table: connection.execute(
                f"SELECT {', '.join(names)} FROM {table} ORDER BY 1, 2"
            ).fetchall()
            for table, names in COLUMNS[schema].items()
        }


def _columns(schema):
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.deserialize(stored(schema))
        tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        return {
            table: [
                f'"{row[1]}"'
                for row in connection.execute(f"PRAGMA table_info({table})")
                if row[1] != "min_reader_version"
            ]
            for (table,) in tables.fetchall()
        }


COLUMNS = {schema: _columns(schema) for schema in STORED}


@pytest.mark.parametrize("schema", STORED)
def test_every_row_is_kept_and_the_register_is_well(tmp_path, schema):
    """Given a register of a release, when it is opened, then nothing in it is lost or changed."""
    path = placed(tmp_path, schema)
    before = everything(path, schema)

    with Store.open(path) as store:
        assert [str(each) for each in check(store)] == []
        assert store.copied is not None

    assert everything(path, schema) == before
    assert all(before[table] for table in STORED[schema])


@pytest.mark.parametrize("schema", STORED)
def test_a_migrated_register_says_what_may_read_it(tmp_path, schema):
    with Store.open(placed(tmp_path, schema)) as store:
        assert store.rows("SELECT min_reader_version FROM meta") == [(SCHEMA,)]
        assert store.rows("PRAGMA user_version") == [(SCHEMA,)]


@pytest.mark.parametrize("schema", STORED)
def test_the_new_registers_can_be_used_in_an_old_file(tmp_path, schema):
    """Given a register without networks and projects, they are kept and taken back as others."""
    with Store.open(placed(tmp_path, schema)) as store:
        desk = Desk(store=store, clock=lambda: datetime(2026, 11, 21, 12))
        run(desk, RegisterBody(kind="board", name="Påhittsnämnden"))
        run(desk, RegisterNetwork(name="Nätverket Påhitt", purpose="lära", body_id=1))
        done = run(desk, RegisterProject(name="Gröna hamnar", kind="eu", body_id=1))
        run(desk, TakeBack(event_id=done.event.id))

        assert [str(each) for each in check(store)] == []
        assert [each.name for each in store.find(Network)] == ["Nätverket Påhitt"]
        assert store.find(Project) == []


def test_a_visit_of_an_older_release_is_led_on(tmp_path):
    with Store.open(placed(tmp_path, 3)) as store:
        desk = Desk(store=store, clock=lambda: datetime(2026, 11, 21, 12))
        run(desk, SettleVisit(visit_id=1, settled_on=desk.today))

        assert store.get(Visit, 1).settled_on == datetime(2026, 11, 21).date()
        assert [str(each) for each in check(store)] == []


def test_the_copy_is_the_register_as_it_was_and_is_made_once(released):
    before = everything(released)
    with Store.open(released) as store:
        copied = store.copied
    with Store.open(released) as again:
        assert again.copied is None

    assert copied is not None
    assert copied.name == "register före version 2.vanbok"
    assert everything(copied) == before
    assert {each.name for each in released.parent.iterdir()} == {released.name, copied.name}


def test_new_acts_work_and_old_ones_are_still_readable(released):
    with Store.open(released) as store:
        desk = Desk(store=store, clock=lambda: datetime(2026, 11, 21, 12))
        run(desk, AddReason(title="Påhittat skäl", text="Potten för {place} är slut."))

        assert [str(each) for each in check(store)] == []
        assert [each.number for each in store.find(Case)] == ["2025-001", "2025-002"]
        for document in store.find(Document):
            assert store.content(document.id)


def test_an_act_of_the_first_release_can_be_taken_back(released):
    with Store.open(released) as store:
        event = next(
            each for each in store.events() if not each.final and each.name == "add_own_cost"
        )

        changes = store.inverse(event, datetime(2026, 11, 21).date())

        assert len(changes) == 1


def test_a_register_that_cannot_be_written_stays_as_it_was(released):
    before = released.read_bytes()
    released.chmod(0o444)

    with pytest.raises(ReadOnly):
        Store.open(released)

    assert released.read_bytes() == before
    assert [each.name for each in released.parent.iterdir()] == [released.name]


def test_the_command_line_says_that_the_register_was_brought_over(released, capsys):
    code = main(["check", str(released)])

    told = capsys.readouterr()
    assert code == 0
    assert "register före version 2.vanbok" in told.err
    assert main(["check", str(released)]) == 0
    assert capsys.readouterr().err == ""


COUNT = sum(len(list(statements(step.sql))) for step in released_steps())


STEP = 1 if os.environ.get("VANBOK_LONG") else 12
STOPS = (*range(0, COUNT, STEP), *range(COUNT - 2, COUNT + 3))
"""The last statements and every twelfth of the others; VANBOK_LONG=1 stops at each of them."""


@pytest.mark.parametrize("stop", STOPS)
def test_a_failure_at_a_statement_leaves_the_old_register(released, monkeypatch, stop):
    """Given an error at one statement of the migration, the file is as it was, to the byte."""
    before = released.read_bytes()

    class Failing(sqlite3.Connection):
        left = stop

        def execute(self, sql, *args):
            if self.in_transaction:
                if self.left == 0 and sql != "ROLLBACK":
                    raise sqlite3.OperationalError("disk I/O error")
                self.left -= 1
            return super().execute(sql, *args)

    real = sqlite3.connect
    monkeypatch.setattr(
        "db.connection.sqlite3.connect", lambda *a, **k: real(*a, **k, factory=Failing)
    )
    with pytest.raises(NotMigrated, match="oförändrat"):
        Store.open(released)
    monkeypatch.undo()

    assert released.read_bytes() == before
    with Store.open(released) as store:
        assert store.count(Officer) == 1


DYING = """
import os, pathlib, sqlite3, sys
import db.connection
stop = int(sys.argv[2])

class Dying(sqlite3.Connection):
    left = stop
    def execute(self, sql, *args):
        if self.in_transaction:
            if self.left == 0:
                os._exit(9)
            self.left -= 1
        return super().execute(sql, *args)

real = sqlite3.connect
db.connection.sqlite3.connect = lambda *a, **k: real(*a, **k, factory=Dying)
from db.store import Store
Store.open(pathlib.Path(sys.argv[1])).close()
"""


@pytest.mark.parametrize("stop", [0, 1, 3, COUNT, COUNT + 2])
def test_a_kill_in_the_middle_leaves_a_register_that_opens(released, stop):
    """Given a program that dies in its migration, the next one does it all."""
    before = everything(released)

    died = subprocess.run([sys.executable, "-c", DYING, released, str(stop)], check=False)

    assert died.returncode == 9
    with Store.open(released) as store:
        assert [str(each) for each in check(store)] == []
    assert everything(released) == before
