"""A register whose file is taken away, exchanged or written over while it is open."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from db import chain
from db.change import Insert, Update
from db.errors import FileTrouble, How, Moved
from db.store import Store
from desktop.domain.registers import Place
from tests.db import samples
from tests.db.samples import act, association, nothing, place
from tests.db.states import in_wal

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="an open file cannot be taken away there"
)
SAVING = """
import sqlite3, sys
other = sqlite3.connect(sys.argv[1], timeout=0)
try: other.execute("BEGIN IMMEDIATE"); print("free")
except sqlite3.OperationalError: print("held")
"""


@pytest.fixture
def older(store, tmp_path):
    """A copy of the register as it was one act ago."""
    store.commit(act(Insert(place())), nothing)
    store.verified.wait()
    made = tmp_path / "äldre"
    shutil.copy(store.path, made)
    before = store.get(Place, 1)
    store.commit(act(Update(before, replace(before, note="ny"))), nothing)
    return made


@pytest.fixture
def forked(older, tmp_path):
    """The older copy with another act after it."""
    made = tmp_path / "delad"
    shutil.copy(older, made)
    with Store.open(made) as other:
        other.commit(act(Insert(place(id=2, name="Annan"))), nothing)
    return made


@pytest.fixture
def stranger(tmp_path):
    path = tmp_path / "främling"
    Store.create(path, register_uuid=samples.REGISTER.replace("0f8", "aaa"), version="0").close()
    return path


def exchange(store, other):
    os.replace(other, store.path)  # noqa: PTH105


def overwrite(store, other):
    """Write over the file in place, as some synchronising programs do."""
    with store.path.open("r+b") as file:
        file.write(Path(other).read_bytes())
        file.truncate()


def standing(store):
    moved = store.standing()
    return None if moved is None else (moved.how, moved.there)


def append(path, head, number):
    """Add an event as another program of ours would."""
    link = chain.link(act(), number=number, changes=[], previous=head)
    with closing(sqlite3.connect(path)) as other:
        other.execute(chain.INSERT, link.cells)
        other.execute("UPDATE meta SET head = ?", (link.cells[-1],))
        other.commit()


def test_a_register_left_alone_is_ours(store, older):
    assert store.standing() is None
    store.commit(act(Insert(association())), nothing)
    assert store.standing() is None


def test_a_register_that_was_closed_is_not_opened_again(store, older):
    store.close()
    store.path.unlink()

    assert store.standing() is None
    assert not store._file.is_open


def test_asking_leaves_no_lock_and_drops_none(store, older):
    """Given a save that has begun, asking how the file stands lets nobody else in."""
    store._file.connection.execute("BEGIN IMMEDIATE")
    store.standing()
    command = [sys.executable, "-c", SAVING, store.path]
    during = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    store._file.connection.execute("ROLLBACK")
    store.standing()
    after = subprocess.run(command, capture_output=True, text=True, check=True).stdout

    assert (during.strip(), after.strip()) == ("held", "free")


def test_a_file_that_is_gone_is_told(store, older):
    store.path.unlink()

    assert standing(store) == (How.GONE, None)
    assert "Det som var öppet finns kvar här" in str(store.standing())


def test_nothing_is_said_to_be_held_that_is_not(store, older):
    """Given a connection lost to a failed save, nobody is told that it is kept here."""
    store._file.close()
    store.path.unlink()

    assert standing(store) == (How.GONE, None)
    assert "Leta upp det och öppna det igen." in str(store.standing())


def test_a_file_that_is_back_is_ours_again(store, older, tmp_path):
    store.path.rename(tmp_path / "undan")
    assert store.standing() is not None
    (tmp_path / "undan").rename(store.path)

    assert store.standing() is None
    store.commit(act(Insert(association())), nothing)


def test_a_folder_that_is_gone_is_a_disk_that_does_not_answer(tmp_path):
    folder = tmp_path / "delad"
    folder.mkdir()
    with Store.create(folder / "a.vanbok", register_uuid=samples.REGISTER, version="0") as store:
        folder.rename(tmp_path / "borta")
        assert standing(store) == (How.UNREACHABLE, None)
        with pytest.raises(FileTrouble):
            store.commit(act(Insert(place())), nothing)
        (tmp_path / "borta").rename(folder)

        assert store.standing() is None
        store.commit(act(Insert(place())), nothing)


def test_a_share_that_comes_back_as_another_disk_is_taken_up_again(store, older, tmp_path):
    """Given the same content under another inode, acts work again once it was asked."""
    shutil.copy(store.path, tmp_path / "samma")
    exchange(store, tmp_path / "samma")
    with pytest.raises(Moved):
        store.commit(act(Insert(association())), nothing)

    assert store.standing() is None

    store.commit(act(Insert(association())), nothing)
    assert store.path.stat().st_ino == store._file._identity[1]


def kill_handle(path, tmp_path):
    """Make the open file answer with errors for good, as that of a share that was away."""
    dead = os.open(tmp_path, os.O_RDONLY)
    for each in Path("/proc/self/fd").iterdir():
        if os.path.realpath(each) == str(path):
            os.dup2(dead, int(each.name))
    os.close(dead)


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no list of open files here")
def test_an_open_file_that_is_dead_for_good_is_opened_anew(store, older, tmp_path):
    kill_handle(store.path, tmp_path)
    store._file.connection.execute("PRAGMA shrink_memory")
    with pytest.raises(FileTrouble):
        store.commit(act(Insert(association())), nothing)

    assert store.standing() is None

    store.commit(act(Insert(association())), nothing)
    assert store.count(Place) == 1


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="no list of open files here")
def test_a_share_that_does_not_answer_is_told_until_it_does(store, older, tmp_path):
    kill_handle(store.path, tmp_path)
    head = store.head
    store._file._connection.execute("PRAGMA shrink_memory")
    store.path.rename(tmp_path / "undan")
    store.path.mkdir()
    with pytest.raises(FileTrouble):
        store.rescue(tmp_path / "räddad.vanbok")
    store.path.rmdir()
    (tmp_path / "undan").rename(store.path)

    assert store.standing() is None
    assert store.head == head


def test_the_same_head_on_damaged_pages_is_not_taken_up(store, older, tmp_path):
    copy = tmp_path / "trasig"
    data = bytearray(store.path.read_bytes())
    data[-4096 * 4 :] = b"\x55" * 4096 * 4
    copy.write_bytes(data)
    exchange(store, copy)

    assert standing(store) == (How.EXCHANGED, "unreadable")
    assert store.rescue(tmp_path / "räddad.vanbok").exists()


def test_a_connection_lost_to_a_failed_save_is_taken_up_again(store, older, tmp_path):
    store._file.close()
    store.path.rename(tmp_path / "undan")
    assert standing(store) == (How.GONE, None)
    (tmp_path / "undan").rename(store.path)

    assert store.standing() is None
    store.commit(act(Insert(association())), nothing)


def test_a_connection_lost_is_not_opened_on_another_state(store, older):
    """Given that an older copy came while nothing was open, it is never taken for ours."""
    store._file.close()
    exchange(store, older)

    assert store.standing() is not None
    with pytest.raises(Moved):
        store.find(Place)


@pytest.mark.parametrize("change", [exchange, overwrite])
def test_an_older_copy_is_told(store, older, change):
    store.standing()
    change(store, older)

    assert standing(store) == (
        How.EXCHANGED if change is exchange else How.WRITTEN,
        "behind",
    )


@pytest.mark.parametrize("change", [exchange, overwrite])
def test_a_copy_with_other_work_is_told(store, forked, change):
    """Given as many saves in both, SQLite's own count of saves does not tell them apart."""
    store.standing()
    store.find(Place)
    change(store, forked)

    moved = standing(store)

    assert moved == (How.EXCHANGED if change is exchange else How.WRITTEN, "forked")


def test_an_act_on_a_copy_with_other_work_is_refused(store, forked):
    store.find(Place)
    overwrite(store, forked)
    before = forked.read_bytes()

    with pytest.raises(Moved) as caught:
        store.commit(act(Insert(association())), nothing)

    assert caught.value.how is How.WRITTEN
    assert store.path.read_bytes() == before


@pytest.mark.parametrize("change", [exchange, overwrite])
def test_another_register_is_told(store, older, stranger, change):
    change(store, stranger)

    moved = store.standing()

    assert moved is not None
    assert moved.there == "stranger"


def test_somebody_who_went_on_in_it_is_told(store, older, tmp_path):
    more = tmp_path / "mer"
    shutil.copy(store.path, more)
    append(more, store.head, 3)
    exchange(store, more)

    assert standing(store) == (How.EXCHANGED, "ahead")


def test_an_event_by_another_program_is_told(store, older):
    append(store.path, store.head, 3)

    assert standing(store) == (How.WRITTEN, "ahead")


@pytest.mark.parametrize("data", [b"", b"text", bytes(8192), b"SQLite format 3\0" + bytes(4080)])
def test_a_file_that_is_no_register_is_told(store, older, tmp_path, data):
    (tmp_path / "annat").write_bytes(data)
    exchange(store, tmp_path / "annat")

    assert standing(store) == (How.EXCHANGED, "unreadable")
    assert store.path.read_bytes() == data


def test_a_file_cut_in_place_is_told_and_never_written(store, older):
    with store.path.open("r+b") as file:
        file.truncate(5000)
    data = store.path.read_bytes()

    assert standing(store) == (How.WRITTEN, "unreadable")
    with pytest.raises(FileTrouble):
        store.commit(act(Insert(association())), nothing)
    assert store.path.read_bytes() == data


def test_another_tools_file_gets_nothing_beside_it(store, older, tmp_path):
    """Given a file in write-ahead logging, asking about it makes no log beside it."""
    copy = tmp_path / "logg.vanbok"
    shutil.copy(older, copy)
    in_wal(copy)
    exchange(store, copy)

    assert standing(store) == (How.EXCHANGED, "unreadable")
    assert not store.path.with_name(f"{store.path.name}-shm").exists()


def test_asking_again_costs_little(store, older, monkeypatch):
    """Given a file that was told to be another's, it is not read through once more."""
    exchange(store, older)
    first = store.standing()
    monkeypatch.setattr("db.standing.relation", lambda *_: pytest.fail("read again"))

    assert store.standing() is first


def test_a_busy_file_is_not_called_moved(store, older):
    store._file.connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert store.standing() is None


def spoil_log(store):
    """Write over the first page of the log, and of nothing else."""
    with closing(sqlite3.connect(store.path)) as other:
        ((page,),) = other.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'event'")
        ((size,),) = other.execute("PRAGMA page_size")
    with store.path.open("r+b") as file:
        file.seek((page - 1) * size)
        file.write(b"\xff" * size)


def test_a_log_that_cannot_be_read_behind_a_head_that_can_is_told_and_not_raised(store, older):
    spoil_log(store)

    assert standing(store) == (How.WRITTEN, "unreadable")


@pytest.fixture
def let_go(store, older):
    """A register whose connection a failed save has closed."""
    store._file.close()
    return store


def test_a_file_that_became_damaged_is_told_as_that_and_not_as_a_disk_that_is_away(let_go):
    with let_go.path.open("r+b") as file:
        file.write(b"\xff" * 5000)

    assert standing(let_go) == (How.WRITTEN, "unreadable")


def test_a_file_that_another_program_holds_is_told_as_that_until_it_lets_go(let_go, monkeypatch):
    monkeypatch.setattr("db.connection.BUSY_SECONDS", 0)
    with closing(sqlite3.connect(let_go.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert standing(let_go) == (How.HELD, None)
    assert standing(let_go) is None


def test_a_copy_that_another_program_holds_is_not_called_unreadable(store, older, monkeypatch):
    monkeypatch.setattr("db.connection.BUSY_SECONDS", 0)
    exchange(store, older)
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert standing(store) == (How.EXCHANGED, None)
    assert standing(store) == (How.EXCHANGED, "behind")


def test_a_log_that_does_not_end_as_it_was_left_is_raised_to_whoever_asks(store, older):
    store.require_head()
    append(store.path, store.head, 3)

    with pytest.raises(Moved):
        store.require_head()


def test_a_file_that_is_busy_is_what_it_was_last_known_to_be(store, older):
    """Given a file that was written in, another look while it is copied does not call it well."""
    store.standing()
    overwrite(store, older)
    assert standing(store) == (How.WRITTEN, "behind")
    store._file.connection.execute("PRAGMA busy_timeout = 0")
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        assert standing(store) == (How.WRITTEN, "behind")
