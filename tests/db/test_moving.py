"""A register moved to another folder, whole there before it is taken away where it lay."""

from __future__ import annotations

import errno
import subprocess
import sys
import time
from datetime import datetime

import pytest

from db.backups.listing import Standing, listing
from db.backups.making import Order
from db.backups.occasion import Occasion
from db.backups.place import beside
from db.backups.stepwise import Watch
from db.backups.trouble import BrokenOff
from db.change import Insert
from db.check import check
from db.errors import AlreadyThere, Damaged, FileTrouble, Locked, NotFound
from db.moving import NotMoved, move
from db.store import Store
from desktop.domain.registers import Place
from tests.db.samples import REGISTER, act, nothing, place
from tests.db.states import hot_journal
from tests.db.states import listing as bytes_in

NOW = datetime(2026, 11, 22, 14, 32)


def order(**watched):
    return Order(occasion=Occasion.ASKED, now=NOW, program="0", watch=Watch(**watched))


@pytest.fixture
def closed(tmp_path, store):
    store.commit(act(Insert(place())), nothing)
    store.close()
    folder = tmp_path / "OneDrive"
    folder.mkdir()
    return store.path.rename(folder / store.path.name)


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "Dokument"
    made.mkdir()
    return made


def names(folder):
    return sorted(each.name for each in folder.iterdir())


def places(path):
    with Store.open(path) as store:
        assert check(store) == []
        return [each.id for each in store.find(Place)]


def test_the_register_lies_in_the_new_folder_alone(closed, folder):
    done = move(closed, folder, order())

    assert done.path == folder / closed.name
    assert done.former is None
    assert names(folder) == [closed.name]
    assert not closed.exists()
    assert places(done.path) == [1]


def test_the_old_one_is_a_backup_where_it_lay(closed, folder):
    done = move(closed, folder, order())

    (backup,) = listing(beside(closed), REGISTER)
    assert (backup.path, backup.standing) == (done.aside, Standing.GOOD)
    assert names(closed.parent) == ["Vänbok säkerhetskopior"]


def test_nothing_is_ever_overwritten(closed, folder):
    (folder / closed.name).write_bytes(b"annat")
    before = bytes_in(closed.parent)

    with pytest.raises(AlreadyThere, match="ingenting flyttades"):
        move(closed, folder, order())

    assert (folder / closed.name).read_bytes() == b"annat"
    assert bytes_in(closed.parent) == before


def test_a_move_that_was_killed_is_done_to_the_end(closed, folder):
    """Given the register in both folders, the one where it lay is taken away."""
    (folder / closed.name).write_bytes(closed.read_bytes())

    done = move(closed, folder, order())

    assert not closed.exists()
    assert places(done.path) == [1]


def test_a_later_state_in_the_other_folder_is_not_taken_for_it(closed, folder):
    (folder / closed.name).write_bytes(closed.read_bytes())
    with Store.open(folder / closed.name) as later:
        later.commit(act(Insert(place(id=2))), nothing)

    with pytest.raises(AlreadyThere):
        move(closed, folder, order())

    assert places(closed) == [1]
    assert places(folder / closed.name) == [1, 2]


def test_the_folder_it_lies_in_is_no_other_folder(closed):
    with pytest.raises(AlreadyThere):
        move(closed, closed.parent, order())

    assert places(closed) == [1]


def test_a_register_that_is_open_is_left(closed, folder):
    with Store.open(closed), pytest.raises(Locked):
        move(closed, folder, order())

    assert names(folder) == []
    assert places(closed) == [1]


@pytest.mark.parametrize(
    ("make", "trouble"),
    [
        (lambda path: path.unlink(), NotFound),
        (lambda path: path.write_bytes(path.read_bytes()[:9000]), Damaged),
    ],
)
def test_what_is_no_whole_register_is_left(closed, folder, make, trouble):
    make(closed)
    before = bytes_in(closed.parent)

    with pytest.raises(trouble):
        move(closed, folder, order())

    assert bytes_in(closed.parent) == before
    assert names(folder) == []


def test_a_damaged_register_is_not_moved(closed, folder):
    data = bytearray(closed.read_bytes())
    data[4096 * 5 : 4096 * 9] = b"\x55" * 4096 * 4
    closed.write_bytes(data)

    with pytest.raises(FileTrouble):
        move(closed, folder, order())

    assert closed.read_bytes() == bytes(data)
    assert names(folder) == []


def test_a_folder_that_is_not_there_is_said(closed, tmp_path):
    with pytest.raises(NotMoved, match="finns inte, så ingenting flyttades"):
        move(closed, tmp_path / "saknas", order())

    assert places(closed) == [1]


def test_it_can_be_broken_off(closed, folder):
    with pytest.raises(BrokenOff):
        move(closed, folder, order(stopped=lambda: True))

    assert names(folder) == []
    assert places(closed) == [1]


def test_a_full_disk_leaves_it_where_it_lay(closed, folder, monkeypatch):
    monkeypatch.setattr("db.moving.copy", full)

    with pytest.raises(NotMoved, match="ligger kvar där det låg"):
        move(closed, folder, order())

    assert names(folder) == []
    assert places(closed) == [1]


def full(*_args):
    raise OSError(errno.ENOSPC, "No space left on device")


def test_half_a_save_is_taken_back_before_it_is_moved(closed, folder):
    hot_journal(closed)

    done = move(closed, folder, order())

    assert places(done.path) == [1]
    assert names(closed.parent) == ["Vänbok säkerhetskopior"]


def test_a_journal_left_in_the_new_folder_is_not_taken_back_into_it(closed, folder):
    hot_journal(closed)
    journal = closed.with_name(f"{closed.name}-journal")
    left = journal.read_bytes()
    journal.rename(folder / journal.name)
    closed.unlink()
    with Store.create(closed, register_uuid=REGISTER, version="0") as made:
        made.commit(act(Insert(place())), nothing)

    done = move(closed, folder, order())

    assert places(done.path) == [1]
    assert [each.read_bytes() for each in folder.rglob("*-journal")] == [left]


MOVING = """
import datetime, pathlib, sys
from db.backups.making import Order
from db.backups.occasion import Occasion
from db.moving import move
register, folder = map(pathlib.Path, sys.argv[1:3])
order = Order(occasion=Occasion.ASKED, now=datetime.datetime(2026, 11, 22, 14, 32), program="0")
print("begun", flush=True)
move(register, folder, order)
print("done", flush=True)
"""


def killed(path, folder, after):
    """Move in a program that is killed so many seconds after it has begun; None lets it end."""
    child = subprocess.Popen(
        [sys.executable, "-c", MOVING, path, folder], stdout=subprocess.PIPE, text=True
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "begun\n"
    begun = time.perf_counter()
    if after is None:
        child.stdout.readline()
    else:
        time.sleep(after)
    took = time.perf_counter() - begun
    child.kill()
    child.stdout.close()
    child.wait()
    return took


@pytest.mark.slow
def test_one_of_the_two_is_whole_whenever_the_kill_comes(closed, folder):
    """Given kills all through it, a whole register has the name, and it can be moved after all."""
    here, there = closed, folder / closed.name
    length = killed(here, there.parent, None)
    for turn in range(8):
        here, there = there, here
        killed(here, there.parent, length * turn / 8)
        found = [path for path in (here, there) if path.exists()]
        assert found
        assert all(places(path) == [1] for path in found)
        assert {path.read_bytes()[100:] for path in found} == {found[0].read_bytes()[100:]}
        if here.exists():
            move(here, there.parent, order())
        assert [each for each in names(there.parent) if "Vänbok" not in each] == [there.name]
