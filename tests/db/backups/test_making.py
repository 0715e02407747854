"""Backups are made beside the work, verified, and never at the cost of another file."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from datetime import timedelta

import pytest

from db.backups.facts import live
from db.backups.listing import Standing, listing
from db.backups.making import Outcome, back_up
from db.backups.manifest import manifest_path
from db.backups.occasion import Occasion
from db.backups.place import (
    FOLDER,
    beside,
    is_backup,
    name_of,
    named,
    part_of,
    places,
    second,
)
from db.backups.trouble import (
    BrokenOff,
    Busy,
    NotBackedUp,
    PlaceGone,
    SamePlace,
    Spoilt,
    place_trouble,
)
from db.check import check
from db.errors import Damaged, NotARegister, NotFound, OutOfReach
from db.lock import SessionLock
from db.store import Store
from tests.db.backups.conftest import made, write
from tests.db.backups.orders import NOW, order
from tests.db.samples import REGISTER


def names(folder):
    return {each.name for each in folder.iterdir()}


def test_a_backup_is_the_register_as_it_is(ground):
    backup = ground.back_up()
    with Store.open(backup.path) as copy:
        assert [str(text) for text in check(copy)] == []
        assert copy.head == ground.head


def test_its_slip_tells_what_it_is(ground):
    backup = ground.back_up()
    slip = json.loads(manifest_path(backup.path).read_text(encoding="utf-8"))
    assert slip["made_at"] == "2026-03-02T14:30:00"
    assert slip["head"] == ground.head
    assert slip["size"] == backup.path.stat().st_size
    assert slip["sha256"] == hashlib.sha256(backup.path.read_bytes()).hexdigest()
    assert (slip["events"], slip["counts"]["document"], slip["program"]) == (1, 1, "0.1.0")
    assert (slip["occasion"], slip["register"]) == ("asked", "Påhittat.vanbok")


def test_there_is_one_in_each_place(ground):
    outcomes = back_up(ground.path, ground.both, order())
    assert [made(outcomes, at).path.parent for at in (0, 1)] == [
        ground.path.parent / FOLDER,
        ground.usb / FOLDER,
    ]
    assert made(outcomes, 0).path.read_bytes() == made(outcomes, 1).path.read_bytes()


def test_nothing_else_is_left_behind(ground):
    back_up(ground.path, ground.both, order())
    assert names(ground.path.parent) == {ground.path.name, FOLDER}
    for each in ground.both:
        assert {name.rpartition(".")[2] for name in names(each.folder)} == {"vanbok", "json"}


def test_a_place_that_is_away_fails_alone(ground):
    ground.usb.rmdir()
    first, second = back_up(ground.path, ground.both, order())
    assert first.backup is not None
    assert isinstance(second.trouble, PlaceGone)
    assert "Anslut disken" in str(second.trouble)
    assert not ground.usb.exists()


def test_a_disk_that_is_away_is_not_made_anew_where_it_was(ground):
    """Given a mount point that is empty today, no backup is made on the disk under it."""
    both = places(ground.path, ground.usb, known=True)
    _, second_time = back_up(ground.path, both, order())
    assert isinstance(second_time.trouble, PlaceGone)
    assert names(ground.usb) == set()
    back_up(ground.path, ground.both, order())
    assert made(back_up(ground.path, both, order()), 1).number == 2


def test_the_second_place_stands_when_the_first_fails(ground):
    (ground.path.parent / FOLDER).write_bytes(b"en fil i vagen")
    first, second = back_up(ground.path, ground.both, order())
    assert isinstance(first.trouble, NotBackedUp)
    assert second.backup is not None
    assert (ground.path.parent / FOLDER).read_bytes() == b"en fil i vagen"


def test_the_second_place_is_another_than_the_first(ground):
    ground.back_up()
    for same in (ground.path.parent, ground.path.parent / FOLDER, ground.path.parent / "."):
        with pytest.raises(SamePlace):
            places(ground.path, same)


def test_a_folder_of_backups_can_itself_be_chosen(ground):
    chosen = ground.usb / FOLDER
    chosen.mkdir()
    assert second(chosen).folder == chosen


def test_a_backup_that_somebody_works_in_is_no_backup_of_itself(ground):
    """Given a window that has a backup open, its own backups lie elsewhere and it stays."""
    opened = ground.back_up().path
    assert is_backup(opened)
    assert not is_backup(ground.path)
    with pytest.raises(SamePlace):
        places(opened, ground.path.parent)
    for _ in range(12):
        made(back_up(opened, [beside(opened)], order(NOW.replace(year=2036))))
    assert [each.path for each in listing(ground.here)] == [opened]


def test_a_foreign_file_is_never_overwritten(ground):
    """Given files with the very names that come next, they stay and another name is taken."""
    folder = beside(ground.path).ready()
    foreign = {
        folder / name_of(ground.path, REGISTER, 1, NOW): b"annans",
        folder / f"{name_of(ground.path, REGISTER, 2, NOW)}.json": b"annans slip",
        folder / "anteckningar.txt": b"text",
    }
    for path, data in foreign.items():
        path.write_bytes(data)
    backup = ground.back_up()
    assert backup.path not in foreign
    assert foreign[folder / "anteckningar.txt"] == (folder / "anteckningar.txt").read_bytes()
    assert (folder / name_of(ground.path, REGISTER, 1, NOW)).read_bytes() == b"annans"


def test_numbers_go_up_whatever_the_clock_says(ground):
    found = [ground.back_up(NOW + timedelta(days=days)) for days in (0, -900, 400)]
    assert [each.number for each in found] == [1, 2, 3]
    assert [each.number for each in listing(ground.here)] == [3, 2, 1]


@pytest.mark.parametrize("stem", ["Å", "../../x", "CON", "a" * 300, "…", "Ny kopia (2)", "-"])
def test_names_are_plain_whatever_the_register_is_called(tmp_path, stem):
    name = name_of(tmp_path / f"{stem}.vanbok", REGISTER, 7, NOW)
    assert "/" not in name
    assert name.isascii()
    assert len(name) < 100
    assert named(name) is not None


def test_a_uuid_that_is_no_uuid_makes_no_path(tmp_path):
    assert "/" not in name_of(tmp_path / "a.vanbok", "../../../../etc/passwd", 1, NOW)


def test_backups_go_on_while_somebody_saves(ground):
    """Given saves in the midst of the copying, the copy is one whole moment of the register."""
    with Store.open(ground.path) as store:
        begun, ended = threading.Event(), threading.Event()
        saved: list[str] = []
        found: list[tuple[Outcome, ...]] = []

        def told(_done, _total):
            begun.set()
            if len(saved) < 3:
                ended.wait(1)
                ended.clear()

        def copying():
            found.append(back_up(ground.path, ground.both, order(told=told)))

        thread = threading.Thread(target=copying)
        thread.start()
        begun.wait(5)
        while len(saved) < 3:
            write(store)
            saved.append(store.head)
            ended.set()
        thread.join()
        outcomes = found[0]
        copied = made(outcomes).facts
        assert copied is not None
        assert copied.head in {event.hash for event in store.events()}
        assert made(outcomes, 1).facts == copied


LETTING_IN = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
try:
    connection.execute("BEGIN IMMEDIATE")
except sqlite3.OperationalError as error:
    print(error)
"""


@pytest.mark.parametrize("other_handle", [False, True])
def test_a_backup_of_an_open_register_keeps_its_locks(ground, other_handle):
    """Given a window in the midst of a save, a backup beside it does not let others in.

    The control closes another handle to the file, which on Unix does.
    """
    with Store.open(ground.path) as store:
        store._file.connection.execute("BEGIN IMMEDIATE")
        ground.back_up()
        if other_handle:
            ground.path.read_bytes()
        done = subprocess.run(
            [sys.executable, "-c", LETTING_IN, ground.path],
            capture_output=True,
            text=True,
            check=True,
        )
        store._file.connection.execute("ROLLBACK")
    kept = not other_handle or sys.platform == "win32"
    assert ("locked" in done.stdout) is kept


def test_two_at_a_time_are_one(ground):
    lock = SessionLock(ground.path.with_name(f"{ground.path.name}.backup"))
    (outcome,) = back_up(ground.path, [ground.here], order())
    lock.release()
    assert isinstance(outcome.trouble, Busy)


def test_one_that_is_broken_off_leaves_nothing(ground):
    (outcome,) = back_up(ground.path, [ground.here], order(stopped=lambda: True))
    assert isinstance(outcome.trouble, BrokenOff)
    assert names(ground.here.folder) == set()


def test_a_register_written_in_all_the_time_is_tried_later(ground):
    (outcome,) = back_up(ground.path, [ground.here], order(patience=0))
    assert isinstance(outcome.trouble, Busy)
    assert names(ground.here.folder) == set()


def test_what_a_killed_backup_left_is_taken_away_and_nothing_else(ground):
    folder = ground.here.ready()
    half = name_of(ground.path, REGISTER, 1, NOW)
    others = name_of(ground.path, "ffffffff-0000-4000-8000-000000000000", 1, NOW)
    slip = manifest_path(folder / half)
    for path in (part_of(folder / half), slip, part_of(slip)):
        path.write_bytes(b"halv")
    kept = {f"{others}.part", f"{others}.json", "annat.part", "annat.json"}
    for name in kept:
        (folder / name).write_bytes(b"annans")
    backup = ground.back_up()
    assert names(folder) == kept | {backup.path.name, f"{backup.path.name}.json"}


def test_what_another_computer_is_making_is_left_until_it_is_old(ground):
    """Given a part, and a slip that was brought before its backup, in a shared folder."""
    folder = ground.here.ready()
    half, lone = (name_of(ground.path, REGISTER, number, NOW) for number in (8, 9))
    others = [folder / f"{half}.0badcafe.part", folder / f"{lone}.json", folder / f"{half}.part"]
    for path in others:
        path.write_bytes(b"halv")
    ground.back_up()
    assert {path.exists() for path in others} == {True}
    for path in others:
        os.utime(path, (0, 0))
    ground.back_up()
    assert {path.exists() for path in others} == {False}


def test_a_place_that_does_not_answer_fails_alone(ground, silent):
    """Given a share whose every question is answered with an error, the first has its backup."""
    first, second = back_up(ground.path, places(ground.path, silent, known=True), order())
    assert first.backup is not None
    assert isinstance(second.trouble, NotBackedUp)


def test_a_share_that_is_away_is_called_so(tmp_path):
    """Given what a system says of one, nobody is told that the disk is to be checked."""
    for error in (OSError(errno.EHOSTDOWN, "x"), OSError(errno.ESTALE, "x")):
        trouble = place_trouble(error, tmp_path)
        assert isinstance(trouble, PlaceGone)
        assert "svarar inte" in str(trouble)


def test_a_register_that_does_not_answer_is_no_fault_in_the_program(silent):
    with pytest.raises(OutOfReach):
        live(silent / "Påhittat.vanbok")
    (outcome,) = back_up(silent / "P.vanbok", [beside(silent / "P.vanbok")], order())
    assert isinstance(outcome.trouble, OutOfReach)


@pytest.mark.parametrize(
    ("data", "trouble"), [(b"", NotARegister), (b"text" * 3000, Damaged), (None, NotFound)]
)
def test_what_is_no_register_is_not_backed_up(ground, data, trouble):
    ground.path.unlink()
    if data is not None:
        ground.path.write_bytes(data)
    (outcome,) = back_up(ground.path, [ground.here], order())
    assert isinstance(outcome.trouble, trouble)
    assert not ground.here.folder.exists()


def test_a_damaged_register_makes_no_backup_that_counts(ground):
    """Given a page of letters overwritten, the copy does not pass and the earlier one stays."""
    earlier = ground.back_up()
    data = bytearray(ground.path.read_bytes())
    with closing(sqlite3.connect(ground.path)) as connection:
        at = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'event_subject'"
        ).fetchone()[0]
    data[(at - 1) * 4096 : at * 4096] = b"\x55" * 4096
    ground.path.write_bytes(data)
    outcomes = back_up(ground.path, ground.both, order())
    assert all(isinstance(each.trouble, (Spoilt, Damaged)) for each in outcomes)
    assert [each.path for each in listing(ground.here)] == [earlier.path]


def test_a_register_swapped_under_the_copying_is_no_backup(ground, new_ground):
    """Given a sync client that exchanges the file meanwhile, the copy is thrown away."""
    other = new_ground("annat")

    def swapping(_done, _total):
        if other.path.exists():
            other.path.replace(ground.path)

    (outcome,) = back_up(ground.path, [ground.here], order(told=swapping))
    assert isinstance(outcome.trouble, Spoilt)
    assert names(ground.here.folder) == set()


def test_a_wal_register_becomes_a_backup_of_one_file(ground):
    """Given a register that another tool left with a write-ahead log, the backup has none."""
    with closing(sqlite3.connect(ground.path)) as tool:
        tool.execute("PRAGMA journal_mode = WAL")
        tool.execute("SELECT 1 FROM meta").fetchone()
        backup = ground.back_up()
    assert backup.path.read_bytes()[18:20] == b"\x01\x01"
    assert backup.standing is Standing.GOOD


def test_the_occasion_is_kept(ground):
    (outcome,) = back_up(ground.path, [ground.here], order(occasion=Occasion.IMPORT))
    assert outcome.backup is not None
    assert listing(ground.here)[0].occasion is Occasion.IMPORT


def test_a_register_of_an_empty_log_is_backed_up(tmp_path):
    path = tmp_path / "tomt.vanbok"
    Store.create(path, register_uuid=REGISTER, version="0.1.0").close()
    (outcome,) = back_up(path, [beside(path)], order())
    facts = made((outcome,)).facts
    assert facts is not None
    assert facts.events == 0
