"""An older file comes all the way to the new schema, or stays as it was."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from db import migrations
from db.connection import connect
from db.errors import Damaged, NotMigrated
from db.header import APPLICATION_ID, SCHEMA
from db.migrations import Step, fresh_schema, migrate, schema_sql, statements

OLD = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = 7;
CREATE TABLE meta (id INTEGER PRIMARY KEY, head TEXT NOT NULL) STRICT;
CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent (id)) STRICT;
"""
NEW = f"""
PRAGMA application_id = {APPLICATION_ID};
PRAGMA user_version = 9;
CREATE TABLE meta (id INTEGER PRIMARY KEY, head TEXT NOT NULL) STRICT;
CREATE TABLE parent (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER) STRICT;
CREATE TABLE child (id INTEGER PRIMARY KEY, parent_id INTEGER REFERENCES parent (id)) STRICT;
CREATE TRIGGER parent_kept BEFORE DELETE ON parent
BEGIN
  SELECT RAISE(ABORT, 'nej; aldrig');
END;
"""
FIRST = Step(
    source=7,
    target=8,
    sql="""
CREATE TABLE parent_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, age INTEGER) STRICT;
INSERT INTO parent_new (id, name, age) SELECT id, name, 40 FROM parent;
DROP TABLE parent;
ALTER TABLE parent_new RENAME TO parent;
""",
)
SECOND = Step(
    source=8,
    target=9,
    sql="""
CREATE TRIGGER parent_kept BEFORE DELETE ON parent
BEGIN
  SELECT RAISE(ABORT, 'nej; aldrig');
END;
""",
)


def made_new(step):
    """A renamed table keeps quotation marks round its name: the whole SQL says so too."""
    return step.replace("CREATE TABLE parent (", 'CREATE TABLE "parent" (')


@pytest.fixture
def old(tmp_path):
    path = tmp_path / "gammal.vanbok"
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(OLD)
        connection.executescript(
            "INSERT INTO meta VALUES (1, 'h'); INSERT INTO parent VALUES (1, 'Ebba');"
            "INSERT INTO child VALUES (1, 1);"
        )
    return path


def bring(path, *steps, sql=None):
    return migrate(path, steps, target=9, sql=sql or made_new(NEW))


def rows(path, sql):
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def test_an_older_file_is_brought_all_the_way(old):
    bring(old, FIRST, SECOND)

    assert rows(old, "SELECT * FROM parent") == [(1, "Ebba", 40)]
    assert rows(old, "PRAGMA user_version") == [(9,)]
    assert rows(old, "PRAGMA application_id") == [(APPLICATION_ID,)]


def test_the_copy_made_first_is_the_old_file(old):
    copy = bring(old, FIRST, SECOND)

    assert copy.name == "gammal före version 8.vanbok"
    assert rows(copy, "SELECT * FROM parent") == [(1, "Ebba")]
    assert rows(copy, "PRAGMA user_version") == [(7,)]
    assert {each.name for each in old.parent.iterdir()} == {old.name, copy.name}


def test_a_copy_never_overwrites_another(old):
    taken = old.with_name("gammal före version 8.vanbok")
    taken.write_text("annat")

    copy = bring(old, FIRST, SECOND)

    assert copy.name == "gammal före version 8 (2).vanbok"
    assert taken.read_text() == "annat"


@pytest.mark.parametrize(
    ("steps", "words"),
    [
        ((FIRST,), "schema 8"),
        ((SECOND,), "schema 7"),
        ((FIRST, Step(source=8, target=9, sql="")), "schemat blev ett annat"),
        ((FIRST, Step(source=8, target=9, sql="SELEKT 1;")), "syntax error"),
        ((FIRST, Step(source=8, target=9, sql=f"{SECOND.sql} DROP TABLE absent;")), "no such"),
        (
            (FIRST, Step(source=8, target=9, sql=f"DELETE FROM parent; {SECOND.sql}")),
            "hänvisning",
        ),
    ],
)
def test_a_step_that_fails_leaves_the_file_as_it_was(old, steps, words):
    before = old.read_bytes()

    with pytest.raises(NotMigrated, match=words) as caught:
        bring(old, *steps)

    assert old.read_bytes() == before
    assert "oförändrat" in str(caught.value)


def test_tries_that_fail_leave_no_copies_behind(old):
    for _ in range(2):
        with pytest.raises(NotMigrated):
            bring(old, Step(source=7, target=9, sql="CREATE TABLE extra (x INTEGER) STRICT;"))

    assert [each.name for each in old.parent.iterdir()] == [old.name]


def test_a_file_in_use_is_left_as_it_was(old, monkeypatch):
    monkeypatch.setattr("db.connection.BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(old, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(NotMigrated, match="locked"):
            bring(old, FIRST, SECOND)

    assert rows(old, "PRAGMA user_version") == [(7,)]


def test_a_damaged_file_is_not_brought_anywhere(old):
    data = bytearray(old.read_bytes())
    data[4096 * 2 + 8 : 4096 * 3] = b"\x55" * 4088
    old.write_bytes(data)

    with pytest.raises((NotMigrated, Damaged)):
        bring(old, FIRST, SECOND)

    assert old.read_bytes() == data
    assert [each.name for each in old.parent.iterdir()] == [old.name]


def test_a_migration_whose_commit_reports_an_error_is_told_as_it_is(old, monkeypatch):
    """Given a COMMIT that is done and reports an error, the file is asked what it is."""

    class Treacherous(sqlite3.Connection):
        def execute(self, sql, *args):
            done = super().execute(sql, *args)
            if sql == "COMMIT":
                raise sqlite3.OperationalError("disk I/O error")
            return done

    real = sqlite3.connect
    monkeypatch.setattr(
        "db.connection.sqlite3.connect", lambda *a, **k: real(*a, **k, factory=Treacherous)
    )

    bring(old, FIRST, SECOND)

    monkeypatch.undo()
    assert rows(old, "PRAGMA user_version") == [(9,)]


def test_statements_are_split_and_triggers_stay_whole():
    assert len(list(statements(NEW))) == 6
    assert list(statements(SECOND.sql)) == [SECOND.sql.strip()]


def test_a_new_file_has_the_whole_schema(store):
    with closing(connect(store.path)) as connection:
        assert migrations.schema_text(connection) == fresh_schema(schema_sql())


def test_the_steps_lead_to_todays_schema():
    """Every released schema has one way onwards, and the last one ends here."""
    steps = migrations.released_steps()

    assert [step.source for step in steps] == list(range(1, SCHEMA))
    assert [step.target for step in steps] == list(range(2, SCHEMA + 1))
