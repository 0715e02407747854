"""What is open saved although its file is gone, and the name given back to it; both are kept."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import time
from datetime import datetime
from pathlib import Path

import pytest

from db.change import Insert
from db.check import check
from db.errors import AlreadyThere, FileTrouble, How, Locked, NotRescued
from db.lock import SessionLock, lock_path
from db.rescue import put_back
from db.store import Store
from desktop.domain.registers import Place
from tests.db.samples import act, nothing, place
from tests.db.states import hot_journal, listing

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="an open file cannot be taken away there"
)
NOW = datetime(2026, 11, 22, 14, 32)
ASIDE = "påhittat (kom utifrån 2026-11-22 1432).vanbok"


@pytest.fixture
def older(store, tmp_path):
    """A copy of the register as it was one act ago, in a folder of its own."""
    store.commit(act(Insert(place())), nothing)
    store.verified.wait()
    made = tmp_path / "undan" / "äldre"
    made.parent.mkdir()
    shutil.copy(store.path, made)
    store.commit(act(Insert(place(id=2))), nothing)
    return made


def exchange(store, other):
    data = other.read_bytes()
    os.replace(other, store.path)  # noqa: PTH105
    return data


def places(path):
    with Store.open(path) as store:
        assert check(store) == []
        return [each.id for each in store.find(Place)]


def names(path):
    return sorted(each.name for each in path.parent.iterdir() if each.is_file())


# Rescue


def test_what_is_open_is_saved_although_its_file_is_gone(store, older, tmp_path):
    store.path.unlink()

    made = store.rescue(tmp_path / "räddat.vanbok")

    assert places(made) == [1, 2]
    assert not store.path.exists()


def test_what_is_open_is_saved_although_its_file_is_exchanged(store, older, tmp_path):
    data = exchange(store, older)

    assert places(store.rescue(tmp_path / "räddat.vanbok")) == [1, 2]

    assert store.path.read_bytes() == data


def test_nothing_is_ever_overwritten(store, tmp_path):
    there = tmp_path / "annat.vanbok"
    there.write_bytes(b"annat")

    with pytest.raises(AlreadyThere, match="finns redan"):
        store.rescue(there)

    assert there.read_bytes() == b"annat"


def test_what_was_written_over_is_honestly_lost(store, older, tmp_path):
    """Given an older copy in the same file, no mix of the two is ever made."""
    store.path.write_bytes(older.read_bytes())

    with pytest.raises(NotRescued, match=r"har skrivits över.*säkerhetskopian"):
        store.rescue(tmp_path / "räddat.vanbok")

    assert not list(tmp_path.glob("räddat*"))
    assert store.path.read_bytes() == older.read_bytes()


def test_what_was_written_over_in_part_is_honestly_lost(store, older, tmp_path):
    """Given the same head and other pages, the chain or the check tells."""
    data = bytearray(store.path.read_bytes())
    half = len(older.read_bytes()) // 2
    data[4096:half] = older.read_bytes()[4096:half]
    data[half:] = b"\x55" * (len(data) - half)
    store.path.write_bytes(data)

    with pytest.raises(FileTrouble):
        store.rescue(tmp_path / "räddat.vanbok")

    assert not list(tmp_path.glob("räddat*"))


def test_a_folder_that_is_not_there_is_said(store, tmp_path):
    with pytest.raises(NotRescued, match="Det gick inte att skriva räddat"):
        store.rescue(tmp_path / "saknas" / "räddat.vanbok")


# Put back


def test_both_versions_are_kept(store, older):
    data = exchange(store, older)

    done = put_back(store, NOW)

    assert done.aside is not None
    assert done.aside.name == ASIDE
    assert done.aside.read_bytes() == data
    assert names(store.path) == [ASIDE, "påhittat.vanbok"]
    assert places(done.path) == [1, 2]
    assert places(done.aside) == [1]


def test_a_name_that_nothing_has_is_given_back(store, older):
    store.path.unlink()

    done = put_back(store, NOW)

    assert done.aside is None
    assert names(store.path) == ["påhittat.vanbok"]
    assert places(done.path) == [1, 2]


def test_nothing_is_done_to_a_register_that_is_ours(store, older):
    before = store.path.read_bytes()

    assert put_back(store, NOW).aside is None

    assert store.path.read_bytes() == before
    assert names(store.path) == ["påhittat.vanbok"]


def test_a_stranger_that_is_no_register_is_kept_as_it_is(store, older):
    older.write_bytes(b"skadad")
    exchange(store, older)

    done = put_back(store, NOW)

    assert done.aside is not None
    assert done.aside.read_bytes() == b"skadad"
    assert places(done.path) == [1, 2]


def test_what_came_before_is_not_overwritten(store, older):
    store.path.with_name(ASIDE).write_bytes(b"tidigare")
    exchange(store, older)

    done = put_back(store, NOW)

    assert done.aside is not None
    assert done.aside.name == "påhittat (kom utifrån 2026-11-22 1432 2).vanbok"
    assert store.path.with_name(ASIDE).read_bytes() == b"tidigare"


def test_half_a_save_that_came_with_it_is_not_taken_back_into_ours(store, older):
    """Given a stranger with a hot journal, it is kept with its journal and ours is whole."""
    hot_journal(older)
    journal = older.with_name(f"{older.name}-journal")
    left = journal.read_bytes()
    os.replace(journal, f"{store.path}-journal")  # noqa: PTH105
    data = exchange(store, older)

    done = put_back(store, NOW)

    assert done.aside is not None
    assert done.aside.read_bytes() == data
    assert done.aside.with_name(f"{ASIDE}-journal").read_bytes() == left
    assert names(store.path) == [ASIDE, f"{ASIDE}-journal", "påhittat.vanbok"]
    assert places(done.path) == [1, 2]
    assert places(done.aside) == [1]


def test_a_file_written_over_is_left_and_the_store_stays_open(store, older):
    store.path.write_bytes(older.read_bytes())
    before = listing(store.path.parent)

    with pytest.raises(NotRescued, match="har skrivits över"):
        put_back(store, NOW)

    assert listing(store.path.parent) == before
    moved = store.standing()
    assert moved is not None
    assert moved.how is How.WRITTEN


def test_a_register_that_another_window_took_is_left(store, older):
    exchange(store, older)
    lock_path(store.path).unlink()
    other = SessionLock(store.path)
    before = listing(store.path.parent)

    with pytest.raises(Locked):
        put_back(store, NOW)

    other.release()
    assert {name: before[name] for name in before if "lock" not in name} == listing(
        store.path.parent
    )


def test_a_full_disk_leaves_everything_as_it_was(store, older, monkeypatch):
    """Given a disk that takes nothing more, the store stays open and can be rescued elsewhere."""
    exchange(store, older)
    before = listing(store.path.parent)
    monkeypatch.setattr("db.rescue.kept", full)

    with pytest.raises(NotRescued, match=r"disken är full.*Ingenting har ändrats"):
        put_back(store, NOW)

    assert listing(store.path.parent) == before
    assert places(store.rescue(store.path.parent / "räddat.vanbok")) == [1, 2]


def full(*_args, **_more):
    raise OSError(errno.ENOSPC, "No space left on device")


PUTTING_BACK = """
import datetime, os, pathlib, sys
from db.rescue import put_back
from db.store import Store
path, other = map(pathlib.Path, sys.argv[1:3])
store = Store.open(path)
store.verified.wait()
os.replace(other, path)
print("begun", flush=True)
put_back(store, datetime.datetime(2026, 11, 22, 14, 32))
print("done", flush=True)
"""


def killed(path, other, after):
    """Put back in a program that is killed so many seconds after it has begun; tell if it ended."""
    child = subprocess.Popen(
        [sys.executable, "-c", PUTTING_BACK, path, other], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    begun = time.perf_counter()
    if after is None:
        child.stdout.readline()
        took = time.perf_counter() - begun
    else:
        time.sleep(after)
        took = after
    child.kill()
    child.stdout.close()
    child.wait()
    return took


@pytest.mark.slow
def test_one_whole_file_has_the_name_whenever_the_kill_comes(store, older, tmp_path):
    """Given kills all through it, the name has what was open or what came, and both never mixed."""
    store.close()
    ours, theirs = store.path.read_bytes(), older.read_bytes()
    folder = tmp_path / "död"
    folder.mkdir()
    path, other = folder / "a.vanbok", folder / "b"
    seen = set()
    length = None
    for turn in range(-1, 8):
        path.write_bytes(ours)
        other.write_bytes(theirs)
        took = killed(path, other, None if length is None else length * turn / 8)
        length = length or took
        if path.read_bytes() == theirs:
            seen.add("theirs")
        else:
            seen.add("ours")
            assert any(each.read_bytes() == theirs for each in folder.glob("*kom utifrån*.vanbok"))
            assert places(path) == [1, 2]
        for each in folder.glob("*kom utifrån*.vanbok"):
            assert each.read_bytes() == theirs
        with Store.open(path):
            pass
        assert not list(folder.glob("*.new")) + list(folder.glob("*.restore"))
        for each in folder.iterdir():
            each.unlink()
    assert "ours" in seen


def test_rescue_is_of_the_path_asked_for(store, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert store.rescue(Path("räddat.vanbok")) == tmp_path / "räddat.vanbok"
