"""How backups stand to a register, told by its log alone."""

from __future__ import annotations

import os
import shutil

from db.backups.difference import Relation
from db.backups.facts import whole
from db.backups.track import happened_after, tracks, uuid_in
from db.store import Store
from tests.db.backups.conftest import write
from tests.db.samples import REGISTER


def track(ground, other):
    return tracks(ground.path, [(other, whole(other))])[0]


def test_a_backup_from_now_is_the_same(ground):
    assert track(ground, ground.back_up().path).relation is Relation.SAME


def test_a_backup_lacks_what_was_done_since(ground):
    backup = ground.back_up().path
    ground.write(3)
    found = track(ground, backup)
    assert (found.relation, found.missing, found.extra) == (Relation.BEHIND, 3, 0)


def test_a_register_that_was_put_back_is_behind_its_backup(ground):
    old = ground.path.read_bytes()
    ground.write(2)
    backup = ground.back_up().path
    ground.path.write_bytes(old)
    found = track(ground, backup)
    assert (found.relation, found.missing, found.extra) == (Relation.AHEAD, 0, 2)


def test_both_have_something_where_they_have_parted(ground):
    copy = ground.path.with_name("kopia.vanbok")
    shutil.copyfile(ground.path, copy)
    with Store.open(copy) as store:
        write(store, 2, "Där.")
    ground.write(5, "Här.")
    found = track(ground, copy)
    assert (found.relation, found.missing, found.extra) == (Relation.FORKED, 5, 2)


def test_damage_elsewhere_in_the_file_does_not_matter(ground):
    backup = ground.back_up().path
    ground.write(1)
    with Store.open(ground.path) as store:
        ((root,),) = store.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'what_if'")
    raw = bytearray(ground.path.read_bytes())
    raw[(root - 1) * 4096 : root * 4096] = os.urandom(4096)
    ground.path.write_bytes(raw)
    assert track(ground, backup).missing == 1
    assert [each.text for each in happened_after(ground.path, 1) or ()] == ["Något gjordes."]


def test_a_register_that_cannot_be_read_tells_nothing(ground):
    backup = ground.back_up().path
    bad = ground.path.read_bytes()[:5000]
    ground.path.write_bytes(bad)
    assert track(ground, backup) is None
    assert happened_after(ground.path, 0) is None
    assert ground.path.read_bytes() == bad


def test_a_missing_register_tells_nothing_and_is_not_made(ground):
    backup = ground.back_up().path
    ground.path.unlink()
    assert track(ground, backup) is None
    assert uuid_in(ground.path) is None
    assert not ground.path.exists()


def test_the_registers_own_name_is_read_from_it(ground):
    assert uuid_in(ground.path) == REGISTER


def test_a_file_of_another_kind_has_no_such_name(ground):
    ground.path.write_bytes(b"%PDF-1.7" + bytes(300))
    assert uuid_in(ground.path) is None
