"""Lists of backups: believed by their slips, judged by opening, damaged ones never good."""

from __future__ import annotations

import json
import random
import sqlite3
from contextlib import closing

import pytest

from db.backups.listing import Standing, listing, newest_good, sound
from db.backups.manifest import manifest_path
from db.backups.removal import thin
from db.store import Store
from tests.db.backups.orders import NOW
from tests.db.samples import REGISTER
from tests.db.test_open import damage


def only(ground):
    (found,) = listing(ground.here, REGISTER)
    return found


def test_a_list_says_what_was_made(ground):
    backup = ground.back_up()
    assert only(ground) == backup


def test_the_newest_comes_first(ground):
    made = [ground.back_up() for _ in range(3)]
    assert [each.path for each in listing(ground.here, REGISTER)] == [
        each.path for each in reversed(made)
    ]


def test_no_folder_is_no_backups(ground):
    assert listing(ground.here, REGISTER) == ()
    assert newest_good(ground.here, REGISTER) is None


def rewritten(ground, **more):
    path = manifest_path(only(ground).path)
    slip = json.loads(path.read_text(encoding="utf-8")) | more
    path.write_text(json.dumps(slip), encoding="utf-8")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda ground: manifest_path(only(ground).path).unlink(),
        lambda ground: manifest_path(only(ground).path).write_bytes(b""),
        lambda ground: manifest_path(only(ground).path).write_bytes(b"\xff\x00{"),
        lambda ground: manifest_path(only(ground).path).write_text("[1]"),
        lambda ground: rewritten(ground, events=99),
        lambda ground: rewritten(ground, head="0" * 64),
        lambda ground: rewritten(ground, format=2),
    ],
)
def test_without_a_slip_that_fits_the_file_itself_is_read(ground, spoil):
    backup = ground.back_up()
    spoil(ground)
    found = only(ground)
    assert found.standing is Standing.OPENED
    assert found.facts == backup.facts
    assert (found.number, found.made_at) == (backup.number, backup.made_at)
    assert "är ett helt register" in str(found.text)


def test_a_backup_that_somebody_worked_in_is_read_anew(ground):
    """Given a backup opened by mistake and written in, the list tells what is in it now."""
    backup = ground.back_up()
    with closing(sqlite3.connect(backup.path)) as other:
        other.execute("CREATE TABLE mera (x)")
    assert only(ground).standing is Standing.OPENED


def test_a_slip_of_another_backup_does_not_count(ground):
    first = ground.back_up()
    ground.write()
    second = ground.back_up()
    manifest_path(first.path).write_bytes(manifest_path(second.path).read_bytes())
    found = {each.path: each for each in listing(ground.here, REGISTER)}
    assert found[first.path].standing is Standing.OPENED
    assert found[first.path].facts == first.facts


@pytest.mark.parametrize("slip", [True, False])
@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: bytes(len(data)),
        lambda data: data + b"\0" * 4096,
        lambda data: b"PK" + data[2:],
    ],
)
def test_a_file_that_is_spoilt_is_not_good(ground, spoil, slip):
    backup = ground.back_up()
    backup.path.write_bytes(spoil(backup.path.read_bytes()))
    if not slip:
        manifest_path(backup.path).unlink()
    found = only(ground)
    assert found.standing is not Standing.GOOD
    assert not sound(found)
    assert newest_good(ground.here, REGISTER) is None or found.usable


def test_two_hundred_damaged_backups_are_never_sound(ground):
    """Given any damage at all, no byte of it is believed when it matters."""
    backup = ground.back_up()
    good = backup.path.read_bytes()
    chance = random.Random(6)
    for _ in range(200):
        data = damage(good, chance)
        backup.path.write_bytes(data)
        assert sound(backup) is (data == good)


def test_the_newest_good_one_is_looked_for_behind_damaged_ones(ground):
    good = ground.back_up()
    for _ in range(2):
        ground.back_up().path.write_bytes(b"skadad")
    found = newest_good(ground.here, REGISTER)
    assert found is not None
    assert found.path == good.path


def test_other_registers_and_other_files_are_told_apart(ground, tmp_path):
    ours = ground.back_up()
    folder = ground.here.folder
    Store.create(folder / "egen.vanbok", register_uuid="f" * 8 + REGISTER[8:], version="0").close()
    (folder / "mapp.vanbok").mkdir()
    (folder / "bild.png").write_bytes(b"x")
    mine = {each.path.name: each.standing for each in listing(ground.here, REGISTER)}
    assert mine == {ours.path.name: Standing.GOOD, "mapp.vanbok": Standing.UNFIT}
    assert len(listing(ground.here)) == 3


def test_one_of_a_newer_program_cannot_be_used(ground):
    backup = ground.back_up()
    with closing(sqlite3.connect(backup.path)) as other:
        other.execute("PRAGMA user_version = 99")
    found = only(ground)
    assert found.standing is Standing.UNFIT
    assert "nyare version" in str(found.text)


def test_thinning_touches_neither_damaged_nor_unknown_ones(ground):
    made = [ground.back_up() for _ in range(12)]
    made[0].path.write_bytes(b"skadad")
    manifest_path(made[1].path).unlink()
    removed = thin(ground.here, REGISTER, NOW.replace(year=2036))
    left = {each.path for each in listing(ground.here, REGISTER)}
    assert removed == 0
    assert {made[0].path, made[1].path} <= left
