"""The schema says the same as the records, and no more than plain SQL can."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from db.header import APPLICATION_ID, SCHEMA
from db.migrations import schema_sql
from db.row import DERIVED, IMMUTABLE, KINDS, columns_of, table_of

EXTRA = {"summary": {"applicant_key", "place_key"}}


@pytest.fixture(scope="module")
def schema():
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(schema_sql())
        yield connection


def tables(schema):
    return [name for (name,) in schema.execute("SELECT name FROM sqlite_schema WHERE type='table'")]


@pytest.mark.parametrize("kind", [*KINDS, *DERIVED], ids=table_of)
def test_the_columns_are_the_fields(schema, kind):
    found = {
        name: (sql_type, bool(required) or bool(key))
        for _, name, sql_type, required, _, key in schema.execute(
            f"PRAGMA table_info({table_of(kind)})"
        )
        if name not in EXTRA.get(table_of(kind), ())
    }

    expected = {each.name: (each.sql_type, not each.optional) for each in columns_of(kind)}

    assert found == expected


def test_every_table_is_strict(schema):
    loose = [
        name
        for _, name, kind, _, _, strict in schema.execute("PRAGMA table_list")
        if kind == "table" and not strict and not name.startswith("sqlite_")
    ]

    assert loose == []


def test_there_is_no_table_without_a_kind(schema):
    known = {table_of(kind) for kind in (*KINDS, *DERIVED)}

    assert set(tables(schema)) - known == {"meta", "event", "event_subject", "content", "search"}


def test_every_reference_restricts_deletion(schema):
    actions = {
        (table, row[6])
        for table in tables(schema)
        for row in schema.execute(f"PRAGMA foreign_key_list({table})")
    }

    assert {action for _, action in actions} == {"RESTRICT"}


@pytest.mark.parametrize("kind", [*KINDS, *DERIVED], ids=table_of)
def test_every_id_of_another_row_is_a_reference(schema, kind):
    pointing = {row[3] for row in schema.execute(f"PRAGMA foreign_key_list({table_of(kind)})")}
    ids = {each.name for each in columns_of(kind) if each.name.endswith("_id")} - {"row_id"}

    assert ids == pointing - {"id"}


@pytest.mark.parametrize("kind", KINDS, ids=table_of)
def test_every_table_of_acts_has_its_guards(schema, kind):
    triggers = {
        name for (name,) in schema.execute("SELECT name FROM sqlite_schema WHERE type='trigger'")
    }
    table = table_of(kind)
    expected = {f"{table}_kept"}
    expected |= {f"{table}_fixed", f"{table}_new"} if kind in IMMUTABLE else {f"{table}_counted"}

    assert expected <= triggers


def test_the_file_names_itself(schema):
    assert schema.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert schema.execute("PRAGMA user_version").fetchone() == (SCHEMA,)


def test_only_functions_of_every_sqlite_are_used():
    sql = re.sub(r"--[^\n]*|'[^']*'", " ", schema_sql())
    called = set(re.findall(r"\b([a-z_]+)\(", sql))

    assert called == {"length", "date", "substr", "coalesce", "max", "sum", "count"}


def test_a_row_of_the_wrong_type_is_refused(schema):
    with pytest.raises(sqlite3.IntegrityError, match="cannot store TEXT"):
        schema.execute(
            "INSERT INTO member (id, rev, name, role, place_in_list) VALUES (1,1,'a','b','c')"
        )
