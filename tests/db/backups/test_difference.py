"""How two files of a register differ, and which of a synchronised folder's copies has more."""

from __future__ import annotations

import shutil

import pytest

from db.backups.conflicts import siblings
from db.backups.difference import SHOWN, Counted, Relation, difference
from db.errors import Damaged, FileTrouble
from db.store import Store
from tests.db.backups.conftest import write
from tests.db.samples import REGISTER


def copied(ground, name="Påhittat (2).vanbok"):
    copy = ground.path.with_name(name)
    shutil.copyfile(ground.path, copy)
    return copy


def work(path, times, text="Något gjordes."):
    with Store.open(path) as store:
        write(store, times, text)


@pytest.mark.parametrize(
    ("here", "there", "relation"),
    [
        (0, 0, Relation.SAME),
        (3, 0, Relation.BEHIND),
        (0, 2, Relation.AHEAD),
        (3, 2, Relation.FORKED),
        (1, 20, Relation.FORKED),
    ],
)
def test_the_chain_tells_who_has_what(ground, here, there, relation):
    """Given a shared past of six events, each file's own events are counted."""
    ground.write(5)
    copy = copied(ground)
    work(ground.path, here, "Här.")
    work(copy, there, "Där.")
    found = difference(ground.path, copy)
    assert (found.relation, found.common, found.here, found.there) == (relation, 6, here, there)
    assert [each.text for each in found.only_here] == ["Här."] * here
    assert [each.text for each in found.only_there] == ["Där."] * there
    assert str(found.words)


def test_rows_that_came_since_are_counted(ground):
    backup = ground.back_up()
    ground.write(4)
    found = difference(ground.path, backup.path)
    assert Counted(table="place", here=5, there=1) in found.counts
    assert Counted(table="event", here=5, there=1) in found.counts


def test_no_more_words_are_given_than_are_shown(ground):
    backup = ground.back_up()
    ground.write(SHOWN + 5)
    found = difference(ground.path, backup.path)
    assert found.here == SHOWN + 5
    assert [each.id for each in found.only_here] == list(range(SHOWN + 6, 6, -1))


def test_another_register_is_a_stranger(ground, tmp_path):
    other = tmp_path / "annat.vanbok"
    Store.create(other, register_uuid="f" * 8 + REGISTER[8:], version="0").close()
    found = difference(ground.path, other)
    assert (found.relation, found.common) == (Relation.STRANGER, 0)


def test_a_file_that_cannot_be_read_is_said(ground):
    copy = copied(ground)
    copy.write_bytes(copy.read_bytes()[:5000])
    with pytest.raises(FileTrouble):
        difference(ground.path, copy)


def test_an_open_register_can_be_compared(ground):
    backup = ground.back_up()
    with Store.open(ground.path) as store:
        write(store)
        assert difference(ground.path, backup.path).here == 1
        write(store)


# Copies beside the register


def test_copies_beside_are_found_whatever_they_are_called(ground):
    """Given the names that four services give, each is found, and the one with more is first."""
    names = (
        "Påhittat-KONTORET.vanbok",
        "Påhittat (Ebbas motstridiga kopia 2026-03-02).vanbok",
        "Påhittat.sync-conflict-20260302-143000-ABCDEFG.vanbok",
        "helt annat namn.vanbok",
    )
    for name in names:
        copied(ground, name)
    work(ground.path.with_name(names[2]), 1)
    found = siblings(ground.path)
    assert {each.path.name for each in found} == set(names)
    assert [each.path.name for each in found if each.has_more] == [names[2]]
    assert found[0].path.name == names[2]


def test_an_earlier_copy_has_no_more(ground):
    copied(ground)
    ground.write()
    (found,) = siblings(ground.path)
    assert not found.has_more
    assert found.difference is not None
    assert found.difference.relation is Relation.BEHIND


def test_another_register_beside_is_no_copy(ground):
    Store.create(
        ground.path.with_name("grannen.vanbok"),
        register_uuid="f" * 8 + REGISTER[8:],
        version="0",
    ).close()
    assert siblings(ground.path) == ()


def test_a_damaged_copy_is_named(ground):
    copied(ground).write_bytes(b"SQLite format 3\x00 och sedan inget")
    ground.path.with_name("annat.vanbok").write_bytes(b"inget register")
    (found,) = siblings(ground.path)
    assert found.difference is None
    assert "skadad" in str(found.text)
    assert not found.has_more


def test_a_second_name_of_the_same_file_is_not_opened(ground):
    ground.path.with_name("genväg.vanbok").hardlink_to(ground.path)
    assert siblings(ground.path) == ()


def test_looking_leaves_no_trace(ground):
    copied(ground)
    before = {each.name: each.read_bytes() for each in ground.path.parent.iterdir()}
    siblings(ground.path)
    assert {each.name: each.read_bytes() for each in ground.path.parent.iterdir()} == before


def test_a_damaged_register_is_said(ground):
    ground.path.write_bytes(ground.path.read_bytes()[:4096] + bytes(8192))
    with pytest.raises(Damaged):
        siblings(ground.path)
