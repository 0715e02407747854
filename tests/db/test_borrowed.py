"""A register belongs to one thread; another may borrow it for long work, or open it for it."""

from __future__ import annotations

import os
import shutil
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime

import pytest

from db.backups.stepwise import Watch
from db.backups.trouble import BrokenOff
from db.change import Insert
from db.errors import Moved
from db.rescue import give_name_back, let_go
from db.store import Store
from desktop.domain.registers import Place
from tests.db.samples import act, nothing, place

NOW = datetime(2026, 11, 22, 14, 32)


def elsewhere(work):
    """Do something in another thread; gives what it gives and raises what it raises."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work).result()


def same_again(store) -> None:
    """Let another file with the same content have the register's name."""
    other = store.path.with_name("nedladdad.tmp")
    shutil.copy(store.path, other)
    os.replace(other, store.path)  # noqa: PTH105


def test_another_thread_does_not_read_by_mistake(store):
    with pytest.raises(RuntimeError, match="another thread"):
        elsewhere(lambda: store.find(Place))
    assert store.find(Place) == []


def test_another_thread_reads_what_it_borrows_and_no_longer(store):
    store.commit(act(Insert(place())), nothing)

    def borrowed():
        with store.borrowed():
            return len(store.find(Place))

    assert elsewhere(borrowed) == 1
    assert len(store.find(Place)) == 1
    with pytest.raises(RuntimeError):
        elsewhere(lambda: store.find(Place))


def test_what_another_thread_has_opened_is_taken_over_and_worked_in(store):
    path = store.path
    store.close()
    with elsewhere(lambda: Store.open(path)).take_over() as opened:
        opened.commit(act(Insert(place())), nothing)
        assert [each.id for each in opened.find(Place)] == [1]
        with pytest.raises(RuntimeError):
            elsewhere(lambda: opened.find(Place))


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be taken away there")
def test_the_name_is_given_back_in_another_thread(store):
    store.commit(act(Insert(place())), nothing)
    store.path.unlink()

    def work():
        with store.borrowed():
            return give_name_back(store, NOW)

    done = elsewhere(work)
    let_go(store)
    with Store.open(done.path) as opened:
        assert [each.id for each in opened.find(Place)] == [1]


def test_a_copy_that_is_called_off_is_not_there_and_the_older_one_is(store, tmp_path):
    copy = tmp_path / "kopia.vanbok"
    copy.write_bytes(b"en gammal kopia")
    with pytest.raises(BrokenOff):
        store.copy_to(copy, Watch(stopped=lambda: True))
    assert copy.read_bytes() == b"en gammal kopia"
    assert not copy.with_name("kopia.vanbok.new").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be exchanged there")
def test_a_look_does_not_wait_for_the_same_register_to_be_read_through(store, monkeypatch):
    go_on, asked = threading.Event(), threading.Event()

    def slow(_path):
        asked.set()
        go_on.wait(20)

    monkeypatch.setattr("db.standing.whole", slow)
    same_again(store)
    assert store.standing(wait=False) is None
    assert asked.is_set()
    assert store.reading, "it is not known yet"
    with pytest.raises(Moved):
        store.commit(act(Insert(place())), nothing)
    go_on.set()
    while store.standing(wait=False) is None and store.reading:
        pass
    store.commit(act(Insert(place())), nothing)
    assert len(store.find(Place)) == 1
