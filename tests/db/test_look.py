"""Looking at a register in a copy: nothing is changed where it lies."""

from __future__ import annotations

import gzip
import os
import shutil
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from db.backups.stepwise import Watch
from db.backups.trouble import BrokenOff
from db.change import Insert
from db.check import check
from db.errors import (
    Damaged,
    FileTrouble,
    Locked,
    Newer,
    NotARegister,
    NotFound,
    OnlyLooking,
)
from db.header import SCHEMA
from db.look import copied
from db.store import Store
from desktop.domain.registers import Place
from tests.db.samples import act, nothing, place
from tests.db.states import hot_journal, in_wal, listing

NOW = datetime(2026, 3, 2, 14, 30)
REGISTERS = Path(__file__).parent / "registers"


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "titta"
    made.mkdir()
    return made


@pytest.fixture
def closed(tmp_path, store):
    """A register with a place, alone in a folder."""
    store.commit(act(Insert(place())), nothing)
    store.close()
    there = tmp_path / "där"
    there.mkdir()
    return store.path.rename(there / store.path.name)


def look(path, folder):
    return Store.look(path, folder, now=NOW)


def test_what_is_looked_at_is_read(closed, folder):
    with look(closed, folder) as seen:
        assert seen.find(Place) == [place()]
        assert seen.view is not None
        assert (seen.view.source, seen.view.taken_at, seen.view.schema) == (closed, NOW, SCHEMA)
        assert not seen.view.is_backup


def test_nothing_is_changed_where_it_lies(closed, folder):
    before = listing(closed.parent)

    with look(closed, folder) as seen:
        seen.find(Place)
        assert listing(closed.parent) == before

    assert listing(closed.parent) == before


def test_nothing_is_left_of_the_copy(closed, folder):
    look(closed, folder).close()

    assert list(folder.iterdir()) == []


def test_no_act_is_done(closed, folder):
    with look(closed, folder) as seen:
        with pytest.raises(OnlyLooking, match="utan att ändra, så ingenting sparades"):
            seen.commit(act(Insert(place(id=2))), nothing)

        assert seen.count(Place) == 1
        assert seen.standing() is None


def test_an_ordinary_register_is_no_view(store):
    assert store.view is None


def test_a_register_that_another_program_has_open_is_looked_at(closed, folder):
    code = (
        "import pathlib, sys; from db.store import Store\n"
        "store = Store.open(pathlib.Path(sys.argv[1]))\n"
        "print('open', flush=True); sys.stdin.read(); store.close()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code, closed], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.readline()
    with look(closed, folder) as seen:
        view, found = seen.view, seen.find(Place)
    child.communicate()

    assert found == [place()]
    assert view is not None
    assert view.holder is not None
    assert view.holder.pid == child.pid


def test_others_save_while_a_copy_is_made_to_look_at(closed, folder):
    """Given somebody who will not wait, each moment between two steps is free."""
    free = []

    def save(_done, _total):
        with closing(sqlite3.connect(closed, timeout=0, isolation_level=None)) as other:
            other.execute("BEGIN EXCLUSIVE")
            other.execute("ROLLBACK")
        free.append(True)

    copied(closed, folder, NOW, Watch(told=save))

    assert len(free) > 1


def test_a_register_that_is_never_let_go_is_said_to_be_in_use(closed, folder, monkeypatch):
    monkeypatch.setattr("db.connection.BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Locked, match="annat program"):
            copied(closed, folder, NOW, Watch(patience=0.1))

    assert list(folder.iterdir()) == []


def test_the_copying_can_be_stopped_and_leaves_nothing(closed, folder):
    with pytest.raises(BrokenOff):
        copied(closed, folder, NOW, Watch(stopped=lambda: True))

    assert list(folder.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="a folder there cannot be protected so")
def test_a_protected_file_in_a_protected_folder_is_looked_at(closed, folder):
    closed.chmod(stat.S_IREAD)
    closed.parent.chmod(stat.S_IREAD | stat.S_IEXEC)
    before = listing(closed.parent)
    try:
        with look(closed, folder) as seen:
            assert seen.find(Place) == [place()]
        assert listing(closed.parent) == before
    finally:
        closed.parent.chmod(stat.S_IRWXU)


@pytest.mark.parametrize("number", [1, 3])
def test_an_older_schema_is_brought_over_in_the_copy_alone(tmp_path, folder, number):
    path = tmp_path / "gammalt.vanbok"
    path.write_bytes(gzip.decompress((REGISTERS / f"schema{number}.vanbok.gz").read_bytes()))
    before = listing(tmp_path)

    with look(path, folder) as seen:
        assert seen.view is not None
        assert seen.view.schema == number
        assert seen.rows("PRAGMA user_version") == [(SCHEMA,)]
        assert check(seen) == []
        assert [each.name for each in folder.glob("*.vanbok")] == [path.name]

    assert listing(tmp_path) == before


def test_half_a_save_is_taken_back_in_the_copy_alone(closed, folder):
    """Given a hot journal beside a protected file, a reader alone could not settle it."""
    hot_journal(closed)
    closed.chmod(stat.S_IREAD)
    before = listing(closed.parent)

    with look(closed, folder) as seen:
        assert seen.find(Place) == [place()]
        assert check(seen) == []

    assert listing(closed.parent) == before


def test_saves_in_another_tools_log_are_seen(closed, folder):
    in_wal(closed, "UPDATE place SET note = 'ur loggen', rev = rev + 1")
    before = listing(closed.parent)

    with look(closed, folder) as seen:
        assert [each.note for each in seen.find(Place)] == ["ur loggen"]

    assert listing(closed.parent) == before


def test_a_log_of_another_file_is_not_believed(closed, folder):
    """Given a copy laid over a register in write-ahead logging, its log is left out."""
    good = closed.read_bytes()
    in_wal(closed, "UPDATE place SET note = 'ur loggen', rev = rev + 1")
    closed.write_bytes(good)

    with look(closed, folder) as seen:
        assert [each.note for each in seen.find(Place)] == [""]


def test_a_backup_says_when_it_was_made(tmp_path, closed, folder):
    backup = tmp_path / "pahittat-2026-02-01-120500-00012-0f8fad5b.vanbok"
    shutil.copy(closed, backup)

    with look(backup, folder) as seen:
        assert seen.view is not None
        assert seen.view.is_backup
        assert seen.view.taken_at == datetime(2026, 2, 1, 12, 5)


def test_a_file_that_is_there_is_left(closed, folder):
    (folder / closed.name).write_bytes(b"annat")

    look(closed, folder).close()

    assert [each.read_bytes() for each in folder.iterdir()] == [b"annat"]


def newer(path):
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA user_version = {SCHEMA + 1}")


def damaged(path):
    data = bytearray(path.read_bytes())
    data[4096 * 3 : 4096 * 6] = b"\x55" * 4096 * 3
    path.write_bytes(data)


REFUSED = {
    "missing": (NotFound, Path.unlink),
    "text": (NotARegister, lambda path: path.write_bytes(b"hej")),
    "newer": (Newer, newer),
    "damaged": (Damaged, damaged),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_looked_at_is_said_and_leaves_nothing(closed, folder, name):
    trouble, make = REFUSED[name]
    make(closed)
    before = listing(closed.parent)

    with pytest.raises(trouble):
        look(closed, folder)

    assert listing(closed.parent) == before
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_written_in_is_said(closed, tmp_path):
    with pytest.raises(FileTrouble, match=r"Ingenting har ändrats|går inte att nå"):
        look(closed, tmp_path / "saknas")

    assert os.listdir(closed.parent) == [closed.name]  # noqa: PTH208
