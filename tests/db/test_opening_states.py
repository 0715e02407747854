"""Registers that others have left half done: settled or said, and nothing written when refused."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest

from db.change import Insert
from db.check import check
from db.creation import create
from db.errors import Damaged, Locked, Newer
from db.header import SCHEMA
from db.pages import pages_words
from db.store import Store
from desktop.domain.registers import Place
from tests.db.samples import REGISTER, act, letter, nothing, place
from tests.db.states import hot_journal, in_wal, listing

NOTE = "UPDATE place SET note = 'ur loggen', rev = rev + 1"


@pytest.fixture
def closed(store, tmp_path):
    """A register with a place and a letter, alone in a folder."""
    store.commit(act(Insert(place()), *letter(1, bytes(200_000), case_id=None)), nothing)
    store.close()
    folder = tmp_path / "mapp"
    folder.mkdir()
    return store.path.rename(folder / store.path.name)


def beside(path, ending):
    return path.with_name(path.name + ending)


def names(path):
    return sorted(each.name for each in path.parent.iterdir())


def put_aside(path, name):
    """What was put aside under a name, in the folder for that."""
    (found,) = path.parent.glob(f"Vänbok säkerhetskopior/Undanlagt */{name}")
    return found.read_bytes()


def opened(path):
    """Open, read the notes of the places, and close."""
    with Store.open(path) as store:
        assert store.rows("PRAGMA journal_mode") == [("truncate",)]
        return [each.note for each in store.find(Place)]


# Another tool's log


def test_saves_in_another_tools_log_are_folded_in(closed):
    in_wal(closed, NOTE)

    assert opened(closed) == ["ur loggen"]

    assert names(closed) == [closed.name]


def test_a_log_that_is_gone_leaves_the_register_as_it_was_before(closed):
    in_wal(closed, NOTE)
    beside(closed, "-wal").unlink()

    assert opened(closed) == [""]


def test_an_index_of_the_log_that_is_stale_does_no_harm(closed):
    in_wal(closed, NOTE)
    beside(closed, "-shm").write_bytes(b"\x55" * 32768)

    assert opened(closed) == ["ur loggen"]


def test_a_log_under_a_copy_laid_over_it_is_put_aside(closed):
    """Given a file that says it has no log, the log is another's and is not read into it."""
    good = closed.read_bytes()
    in_wal(closed, NOTE)
    log = beside(closed, "-wal").read_bytes()
    closed.write_bytes(good)

    assert opened(closed) == [""]

    assert put_aside(closed, f"{closed.name}-wal") == log
    assert names(closed) == ["Vänbok säkerhetskopior", closed.name]


def test_a_damaged_log_is_refused_with_nothing_written(closed):
    """Given a log of pages that make the file unsound, neither is changed."""
    in_wal(closed, "DROP TRIGGER event_kept", "DELETE FROM event_subject", "DELETE FROM event")
    before = listing(closed.parent)

    with pytest.raises(Damaged, match="loggen slutar inte"):
        Store.open(closed)

    assert listing(closed.parent) == before


def test_a_later_version_in_the_log_is_refused_with_nothing_written(closed):
    in_wal(closed, f"PRAGMA user_version = {SCHEMA + 1}")
    before = listing(closed.parent)

    with pytest.raises(Newer):
        Store.open(closed)

    assert listing(closed.parent) == before


def test_a_register_that_another_tool_has_open_in_its_log_is_locked(closed):
    with closing(sqlite3.connect(closed, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL").fetchall()
        other.execute("SELECT count(*) FROM place").fetchall()
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM place").fetchall()

        with pytest.raises(Locked):
            Store.open(closed)


# Half a save


def test_half_a_save_is_taken_back(closed):
    hot_journal(closed)

    assert opened(closed) == [""]

    assert names(closed) == [closed.name]
    with Store.open(closed) as store:
        assert check(store) == []


def test_half_a_save_under_a_copy_laid_over_it_is_put_aside(closed, tmp_path):
    """Given a whole file and the journal of another, the journal is not taken back into it."""
    with Store.open(closed) as store:
        for key in range(2, 40):
            store.commit(act(Insert(place(id=key, name=f"Ort {key}"))), nothing)
    later = closed.read_bytes()
    other = tmp_path / "annan" / closed.name
    other.parent.mkdir()
    Store.create(other, register_uuid=REGISTER, version="0").close()
    with Store.open(other) as store:
        store.commit(act(Insert(place())), nothing)
    hot_journal(other)
    shutil.move(beside(other, "-journal"), beside(closed, "-journal"))
    journal = beside(closed, "-journal").read_bytes()

    assert len(opened(closed)) == 39

    assert put_aside(closed, f"{closed.name}-journal") == journal
    assert closed.read_bytes()[100:] == later[100:]


def test_half_a_save_in_a_damaged_file_is_refused_with_nothing_written(closed):
    hot_journal(closed)
    data = bytearray(closed.read_bytes())
    data[4096 * 8 : 4096 * 30] = b"\x55" * 4096 * 22
    closed.write_bytes(data)
    before = listing(closed.parent)

    with pytest.raises(Damaged):
        Store.open(closed)

    assert listing(closed.parent) == before


# Leftovers of acts that were killed


@pytest.mark.parametrize("ending", [".new", ".restore"])
@pytest.mark.parametrize("half", [b"", bytes(5000), "whole"])
def test_what_a_killed_act_left_is_taken_away(closed, ending, half):
    data = closed.read_bytes() if half == "whole" else half
    beside(closed, ending).write_bytes(data)
    beside(closed, f"{ending}-journal").write_bytes(b"rest")

    opened(closed)

    assert names(closed) == [closed.name]


def test_somebody_elses_file_of_that_name_is_left(closed):
    beside(closed, ".new").write_bytes(b"mina anteckningar")

    opened(closed)

    assert beside(closed, ".new").read_bytes() == b"mina anteckningar"


def test_nothing_is_taken_away_while_the_register_is_in_use(closed):
    with Store.open(closed):
        beside(closed, ".new").write_bytes(b"")
        with pytest.raises(Locked):
            Store.open(closed)

        assert beside(closed, ".new").exists()


def test_nothing_is_taken_away_beside_a_damaged_register(closed):
    beside(closed, ".restore").write_bytes(closed.read_bytes())
    closed.write_bytes(closed.read_bytes()[:8192])
    before = listing(closed.parent)

    with pytest.raises(Damaged):
        Store.open(closed)

    assert listing(closed.parent) == before


# A name that something was left beside


@pytest.mark.parametrize("ending", ["-journal", "-wal"])
def test_a_new_register_takes_nothing_from_an_earlier_file_of_its_name(closed, ending):
    if ending == "-wal":
        in_wal(closed, NOTE)
    else:
        hot_journal(closed)
    left = beside(closed, ending).read_bytes()
    closed.unlink()

    create(closed, register_uuid=REGISTER, version="0")

    assert put_aside(closed, f"{closed.name}{ending}") == left
    assert names(closed) == ["Vänbok säkerhetskopior", closed.name]
    with Store.open(closed) as made:
        assert made.count(Place) == 0
        assert check(made) == []


def test_a_copy_takes_nothing_from_an_earlier_file_of_its_name(closed, tmp_path):
    hot_journal(closed)
    left = beside(closed, "-journal").read_bytes()
    closed.unlink()
    with Store.create(tmp_path / "b.vanbok", register_uuid=REGISTER, version="0") as other:
        head = other.head
        other.copy_to(closed)

    assert put_aside(closed, f"{closed.name}-journal") == left
    with Store.open(closed) as copy:
        assert copy.head == head


def test_a_register_made_by_a_killed_program_is_there_or_not(tmp_path):
    """Given the second name that a kill leaves, the register is one file again when opened."""
    code = (
        "import os, pathlib, sys\n"
        "from db.store import Store\n"
        "pathlib.Path.unlink = lambda *_a, **_k: None\n"
        "os._exit(0) if Store.create(pathlib.Path(sys.argv[1]), register_uuid=sys.argv[2],"
        " version='0') else None"
    )
    path = tmp_path / "a.vanbok"
    subprocess.run([sys.executable, "-c", code, path, REGISTER], check=True)
    assert beside(path, ".new").exists()

    opened(path)

    assert names(path) == [path.name]


# Damage


def test_the_pages_that_are_wrong_are_named(closed):
    data = bytearray(closed.read_bytes())
    # Of the letter, which is not needed to open: its pages are linked by their first bytes.
    page = len(data) // 4096 - 2
    data[4096 * (page - 1) : 4096 * (page + 1)] = b"\xff" * 8192
    closed.write_bytes(data)

    with Store.open(closed) as store:
        store.verified.wait()
        trouble = store.verified.trouble

    assert isinstance(trouble, Damaged)
    assert trouble.pages
    assert "innehåller fel data" in str(trouble)
    assert closed.read_bytes() == bytes(data)


def test_pages_are_said_in_spans():
    assert str(pages_words((212, 213, 214, 215))) == "sidorna 212–215 innehåller fel data"
    assert str(pages_words((7,))) == "sidan 7 innehåller fel data"
    assert str(pages_words((1, 3, 4))) == "sidorna 1, 3–4 innehåller fel data"
    assert str(pages_words(tuple(range(1, 40, 2)))).endswith("9, 11 … innehåller fel data")


# The cost


def test_an_ordinary_register_needs_nothing_slow(closed):
    code = (
        "import sys, pathlib; from db.store import Store\n"
        "Store.open(pathlib.Path(sys.argv[1])).standing\n"
        "slow = {'tempfile', 'db.backups', 'db.look', 'db.standing', 'db.migrations'}\n"
        "print(sorted(slow & set(sys.modules)))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code, closed], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"
