"""Backups that have done their duty go, and only when their heirs are sound."""

from __future__ import annotations

from datetime import timedelta

import pytest

from db.backups.listing import Standing, listing, sound
from db.backups.manifest import manifest_path
from db.backups.place import named
from db.backups.removal import thin
from db.backups.thinning import LEAST
from tests.db.backups.orders import NOW
from tests.db.samples import REGISTER

FEW = LEAST + 2
"""So many of one day that all but the last ten can go a week later."""


@pytest.fixture
def day(ground):
    """Backups of one day, the oldest first."""
    return [ground.back_up(NOW + timedelta(minutes=each)) for each in range(FEW)]


def later(ground, count=LEAST + 1, days=6):
    """Backups of later days; the last thins."""
    return [ground.back_up(NOW + timedelta(days=days + each)) for each in range(count)]


def test_of_a_day_long_past_the_last_is_left(ground, day):
    later(ground)
    numbers = {each.number for each in listing(ground.here, REGISTER)}
    assert {each.number for each in day} & numbers == {day[-1].number}


def test_a_slip_goes_with_its_backup(ground, day):
    later(ground)
    names = {each.name for each in ground.here.folder.iterdir()}
    assert {name for name in names if name.endswith(".json")} == {
        f"{name}.json" for name in names if not name.endswith(".json")
    }


def test_nothing_goes_before_its_heir_is_read(ground, day):
    """Given a last backup of the day with a letter rotten inside it, the one before it stays."""
    heir = day[-1].path
    data = bytearray(heir.read_bytes())
    data[-1] ^= 1
    heir.write_bytes(data)
    later(ground)
    numbers = {each.number for each in listing(ground.here, REGISTER)}
    assert {each.number for each in day} & numbers == {day[-2].number, day[-1].number}


def test_a_control_that_a_sound_heir_would_have_been_enough(ground, day):
    later(ground)
    numbers = {each.number for each in listing(ground.here, REGISTER)}
    assert day[-2].number not in numbers


def test_an_heir_of_many_is_read_once(ground, day, monkeypatch):
    """Given many backups of a day that go at once, the one that stays is read one time."""
    asked, most = [], 0

    def counted(backup):
        asked.append(backup.path)
        return sound(backup)

    monkeypatch.setattr("db.backups.removal.sound", counted)
    for number in range(LEAST + 1):
        before = len(listing(ground.here, REGISTER))
        asked.clear()
        ground.back_up(NOW + timedelta(days=6 + number))
        most = max(most, before + 1 - len(listing(ground.here, REGISTER)))
        assert len(asked) == len(set(asked))
    assert most > 1


def test_damaged_and_unknown_ones_are_neither_counted_nor_touched(ground, day):
    day[0].path.write_bytes(b"skadad")
    manifest_path(day[1].path).unlink()
    foreign = ground.here.folder / "anteckningar.vanbok"
    foreign.write_bytes(b"annans")
    later(ground)
    standing = {each.path: each.standing for each in listing(ground.here, REGISTER)}
    assert standing[day[0].path] is Standing.UNFIT
    assert standing[day[1].path] is Standing.OPENED
    assert foreign.read_bytes() == b"annans"


def test_damaged_ones_do_not_count_towards_the_ten(ground, day):
    """Given ten damaged newest ones, the ten newest good ones stay whatever the clock says."""
    for each in day[2:]:
        each.path.write_bytes(b"skadad")
    thin(ground.here, REGISTER, NOW.replace(year=2036))
    good = [each for each in listing(ground.here, REGISTER) if each.standing is Standing.GOOD]
    assert [each.number for each in good] == [day[1].number, day[0].number]


def test_a_clock_a_year_ahead_takes_nothing(ground, day):
    ground.back_up(NOW + timedelta(days=365))
    assert len(listing(ground.here, REGISTER)) == FEW + 1


def test_one_that_cannot_be_removed_does_not_fail_the_backup(ground, day):
    """Given a slip that is a folder, the backup goes and the rest goes on."""
    slip = manifest_path(day[0].path)
    content = slip.read_bytes()
    later(ground, LEAST)
    slip.unlink(missing_ok=True)
    slip.with_suffix(".kept").write_bytes(content)
    assert ground.back_up(NOW + timedelta(days=40)).standing is Standing.GOOD
    assert all(named(each.path.name) for each in listing(ground.here, REGISTER))
