"""Another copy of a register put out of the way, whole."""

from __future__ import annotations

import shutil

import pytest

from db.backups.putting_away import put_away
from db.errors import FileTrouble, Locked
from db.store import Store
from tests.db.backups.orders import NOW


@pytest.fixture
def copy(ground):
    """Give a copy beside the register."""
    made = ground.path.with_name("Påhittat (2).vanbok")
    shutil.copyfile(ground.path, made)
    return made


def test_it_lies_whole_among_the_backups(copy, ground):
    before = copy.read_bytes()
    away = put_away(copy, NOW)
    assert away.read_bytes() == before
    assert away.parent.parent == ground.here.folder
    assert not copy.exists()


def test_its_journal_goes_with_it(copy):
    journal = copy.with_name(f"{copy.name}-journal")
    journal.write_bytes(b"halv")
    away = put_away(copy, NOW)
    assert away.with_name(journal.name).read_bytes() == b"halv"
    assert not journal.exists()


def test_the_same_second_twice_overwrites_nothing(copy, ground):
    first = put_away(copy, NOW)
    shutil.copyfile(ground.path, copy)
    second = put_away(copy, NOW)
    assert first.exists()
    assert second.exists()
    assert first != second


def test_one_that_a_window_has_open_stays(copy):
    with Store.open(copy), pytest.raises(Locked):
        put_away(copy, NOW)
    assert copy.exists()


def test_what_cannot_be_moved_stays(copy, ground):
    ground.here.folder.write_bytes(b"en fil har namnet")
    with pytest.raises(FileTrouble):
        put_away(copy, NOW)
    assert copy.exists()
