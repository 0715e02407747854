"""A copy of a register that is open."""

from __future__ import annotations

import pytest

from db.errors import AlreadyThere, Locked, ReadOnly
from db.store import Store


@pytest.fixture
def open_store(tmp_path):
    with Store.create(
        tmp_path / "a.vanbok", register_uuid="00000000-0000-4000-8000-000000000001", version="0"
    ) as made:
        yield made


def test_the_copy_is_the_same_register(open_store, tmp_path):
    copy = open_store.copy_to(tmp_path / "b.vanbok")
    with Store.open(copy) as other:
        assert (other.head, other.register_uuid) == (open_store.head, open_store.register_uuid)


def test_nothing_but_the_copy_is_left_behind(open_store, tmp_path):
    before = {each.name for each in tmp_path.iterdir()}
    open_store.copy_to(tmp_path / "b.vanbok")
    assert {each.name for each in tmp_path.iterdir()} - before == {"b.vanbok"}


def test_an_older_copy_is_replaced(open_store, tmp_path):
    old = tmp_path / "b.vanbok"
    old.write_bytes(b"en gammal kopia")
    open_store.copy_to(old)
    with Store.open(old) as other:
        assert other.head == open_store.head


def test_the_register_itself_is_never_its_own_copy(open_store):
    before = open_store.path.read_bytes()
    with pytest.raises(AlreadyThere, match="är registret självt"):
        open_store.copy_to(open_store.path)
    assert open_store.path.read_bytes() == before


def test_a_register_open_in_another_window_is_not_exchanged(open_store, tmp_path):
    copy = open_store.copy_to(tmp_path / "b.vanbok")
    with Store.open(copy), pytest.raises(Locked):
        open_store.copy_to(copy)


def test_a_folder_that_is_not_there_is_said(open_store, tmp_path):
    with pytest.raises(ReadOnly):
        open_store.copy_to(tmp_path / "saknas" / "b.vanbok")
