"""A backup put back: old or new, and what was there is always kept."""

from __future__ import annotations

import gzip
import random
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.backups.listing import listing
from db.backups.making import back_up
from db.backups.manifest import manifest_path
from db.backups.place import FOLDER, beside
from db.backups.restoring import restore
from db.backups.trouble import BrokenOff, NotRestored, Unfit
from db.check import check
from db.errors import FileTrouble, Locked, Newer, NotFound
from db.store import Store
from tests.db.backups.conftest import made
from tests.db.backups.orders import order
from tests.db.samples import REGISTER
from tests.db.test_open import damage

FIRST = Path(__file__).parents[1] / "registers" / "schema1.vanbok.gz"


def back(ground, backup, **watched):
    return restore(ground.path, backup.path, ground.both, order(**watched))


def well(path):
    with Store.open(path) as store:
        assert [str(text) for text in check(store)] == []
        return store.head


def files(folder):
    return {
        each.relative_to(folder): each.read_bytes() for each in folder.rglob("*") if each.is_file()
    }


def test_the_register_is_as_it_was_then(ground):
    backup, then = ground.back_up(), ground.head
    ground.write(3)
    done = back(ground, backup)
    assert well(ground.path) == then == done.facts.head


def test_what_was_there_is_backed_up_in_both_places_first(ground):
    backup = ground.back_up()
    now = ground.write(3)
    done = back(ground, backup)
    assert [made(done.outcomes, at).facts.head for at in (0, 1)] == [now, now]  # type: ignore[union-attr]
    assert done.aside is None
    again = back(ground, made(done.outcomes))
    assert well(ground.path) == now == again.facts.head


def test_nothing_else_is_left_beside_the_register(ground):
    backup = ground.back_up()
    back(ground, backup)
    assert {each.name for each in ground.path.parent.iterdir()} == {ground.path.name, FOLDER}


def test_work_goes_on_and_is_backed_up_after_it(ground):
    """Given a register put back, its new events make a new past, and backups go on after it."""
    backup = ground.back_up()
    ground.write(5)
    back(ground, backup)
    ground.write()
    last = ground.back_up()
    assert last.facts is not None
    assert last.facts.head == ground.head
    assert listing(ground.here, REGISTER)[0].path == last.path


def test_a_register_that_is_gone_comes_back(ground):
    backup, then = ground.back_up(), ground.head
    ground.path.unlink()
    done = back(ground, backup)
    assert well(ground.path) == then
    assert (done.outcomes, done.aside) == ((), None)


def spoilt(ground):
    data = ground.path.read_bytes()
    return {
        "empty": b"",
        "foreign": b"%PDF-1.7\n" + bytes(9000),
        "zeroed": bytes(len(data)),
        "cut": data[: len(data) // 2],
        "a page gone": data[: 4096 * 3] + b"\x55" * 4096 + data[4096 * 4 :],
    }


@pytest.mark.parametrize("what", ["empty", "foreign", "zeroed", "cut", "a page gone"])
def test_a_damaged_register_is_put_aside_byte_by_byte(ground, what):
    backup, then = ground.back_up(), ground.head
    data = spoilt(ground)[what]
    ground.path.write_bytes(data)
    done = back(ground, backup)
    assert well(ground.path) == then
    assert done.aside is not None
    assert (done.aside / ground.path.name).read_bytes() == data


def hot(ground):
    """Leave the register with the journal of a save that a power cut broke off."""
    with closing(sqlite3.connect(ground.path, isolation_level=None)) as connection:
        for pragma in ("journal_mode = TRUNCATE", "cache_size = 1", "cache_spill = 1"):
            connection.execute(f"PRAGMA {pragma}").fetchall()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("CREATE TABLE junk (x)")
        connection.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500) "
            "INSERT INTO junk SELECT hex(randomblob(500)) FROM n"
        )
        journal = ground.path.with_name(f"{ground.path.name}-journal")
        torn = ground.path.read_bytes(), journal.read_bytes()
    ground.path.write_bytes(torn[0])
    journal.write_bytes(torn[1])
    return journal, torn


def test_half_a_save_is_kept_and_taken_back_before_the_backup_comes(ground):
    """Given a hot journal, it is set aside as it is, settled, and never meets the new file."""
    backup = ground.back_up()
    then = backup.facts.head if backup.facts else ""
    now = ground.write(2)
    journal, torn = hot(ground)
    done = back(ground, backup)
    assert well(ground.path) == then
    assert done.aside is not None
    assert (done.aside / ground.path.name).read_bytes() == torn[0]
    assert (done.aside / journal.name).read_bytes() == torn[1]
    assert made(done.outcomes).facts.head == now  # type: ignore[union-attr]


@pytest.mark.parametrize("ending", ["-journal", "-wal", "-shm"])
def test_what_lies_beside_a_damaged_register_is_moved_aside(ground, ending):
    """Given a journal that SQLite cannot use, the file put back does not meet it."""
    backup, then = ground.back_up(), ground.head
    beside = ground.path.with_name(ground.path.name + ending)
    ground.path.write_bytes(b"skadad" * 2000)
    beside.write_bytes(b"rester" * 2000)
    done = back(ground, backup)
    assert well(ground.path) == then
    assert done.aside is not None
    assert (done.aside / beside.name).read_bytes() == b"rester" * 2000
    assert (done.aside / ground.path.name).read_bytes() == b"skadad" * 2000
    assert not beside.exists()


def test_a_journal_left_of_a_register_that_is_gone_is_moved_aside(ground):
    backup, then = ground.back_up(), ground.head
    journal, torn = hot(ground)
    ground.path.unlink()
    done = back(ground, backup)
    assert well(ground.path) == then
    assert done.aside is not None
    assert (done.aside / journal.name).read_bytes() == torn[1]


@pytest.mark.parametrize("slip", [True, False])
def test_a_damaged_backup_changes_nothing(ground, slip):
    backup = ground.back_up()
    ground.write()
    data = bytearray(backup.path.read_bytes())
    data[4096 * 5 : 4096 * 6] = b"\x55" * 4096
    backup.path.write_bytes(data)
    if not slip:
        manifest_path(backup.path).unlink()
    before = files(ground.path.parent)
    with pytest.raises(Unfit, match="skadad"):
        back(ground, backup)
    assert files(ground.path.parent) == before


def test_damaged_backups_lose_nothing(ground):
    """Given any damage: refused and nothing changed, or proven and whole, or said to be unproven.

    What was there before is kept in every case.
    """
    backup, then = ground.back_up(), ground.head
    good, chance = backup.path.read_bytes(), random.Random(9)
    ground.write()
    register, refused = ground.path.read_bytes(), 0
    for _ in range(50):
        backup.path.write_bytes(damage(good, chance))
        try:
            done = restore(ground.path, backup.path, [], order())
        except FileTrouble:
            assert ground.path.read_bytes() == register
            refused += 1
            continue
        assert done.aside is not None
        assert (done.aside / ground.path.name).read_bytes() == register
        assert done.facts.head == then
        assert not done.proven or backup.path.read_bytes() == good
        ground.path.write_bytes(register)
    assert refused > 30


def test_without_its_slip_it_comes_back_but_is_not_proven(ground):
    backup = ground.back_up()
    manifest_path(backup.path).unlink()
    assert not back(ground, backup).proven
    assert back(ground, ground.back_up()).proven


def test_a_register_open_in_a_window_is_left_alone(ground):
    backup = ground.back_up()
    with Store.open(ground.path), pytest.raises(Locked):
        back(ground, backup)


def test_a_backup_of_another_register_is_refused(ground, tmp_path):
    other = tmp_path / "annat.vanbok"
    Store.create(other, register_uuid="f" * 8 + REGISTER[8:], version="0").close()
    before = files(ground.path.parent)
    with pytest.raises(NotRestored, match="av ett annat register"):
        restore(ground.path, other, ground.both, order())
    assert files(ground.path.parent) == before


def test_the_register_is_not_its_own_backup(ground):
    with pytest.raises(NotRestored, match="registret självt"):
        restore(ground.path, ground.path, ground.both, order())


def test_a_backup_that_is_not_there_is_said(ground):
    with pytest.raises((NotFound, Unfit)):
        restore(ground.path, ground.usb / "saknas.vanbok", ground.both, order())


def test_one_of_a_newer_program_is_refused(ground):
    backup = ground.back_up()
    with closing(sqlite3.connect(backup.path)) as other:
        other.execute("PRAGMA user_version = 99")
    with pytest.raises(Newer):
        back(ground, backup)


def test_it_can_be_broken_off_before_anything_is_changed(ground):
    backup = ground.back_up()
    ground.write()
    before = files(ground.path.parent)
    with pytest.raises(BrokenOff):
        back(ground, backup, stopped=lambda: True)
    assert files(ground.path.parent) == before


def test_with_no_place_to_back_up_in_the_file_is_put_aside(ground):
    """Given no place that takes a backup, what was there lies in the folder beside."""
    backup = ground.back_up()
    now = ground.write()
    done = restore(ground.path, backup.path, [], order())
    assert done.aside is not None
    assert well(done.aside / ground.path.name) == now


def test_a_link_to_the_register_stays_a_link(ground, tmp_path):
    backup, then = ground.back_up(), ground.head
    ground.write()
    link = tmp_path / "genväg.vanbok"
    link.symlink_to(ground.path)
    restore(link, backup.path, ground.both, order())
    assert link.is_symlink()
    assert well(ground.path) == then


def test_one_of_an_older_schema_comes_back_as_it_was_and_is_brought_over_when_opened(tmp_path):
    """Given a register of the first release, backed up, brought over and put back."""
    path = tmp_path / "register.vanbok"
    path.write_bytes(gzip.decompress(FIRST.read_bytes()))
    backup = made(back_up(path, [beside(path)], order()))
    then = well(path)
    restore(path, backup.path, [beside(path)], order())
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    assert well(path) == then
