"""Who has a register open, said by a lock whose content never decides."""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
from datetime import datetime, timedelta

import pytest

from db.errors import Locked, OutOfReach
from db.holder import since_words
from db.lock import SessionLock, holder, lock_path
from db.store import Store

now = datetime.now
HOLDING = """
import pathlib, sys
from db.lock import SessionLock
lock = SessionLock(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def write(path, said):
    """Put words in a lock file that stays locked."""
    lock_path(path).write_text(json.dumps(said), encoding="utf-8")


def said(**more):
    return {
        "host": "PC-17",
        "user": "ebba",
        "pid": 4711,
        "since": now().replace(hour=8, minute=10, second=0, microsecond=0).isoformat(),
    } | more


def test_whoever_holds_a_register_is_told(store):
    found = holder(store.path)

    assert found is not None
    assert found.here
    assert found.pid == os.getpid()
    assert timedelta() <= now() - found.since < timedelta(minutes=1)


def test_nobody_holds_a_closed_register(store):
    store.close()

    assert holder(store.path) is None


def test_a_lock_file_left_behind_is_nobody(store):
    store.close()
    write(store.path, said())

    assert holder(store.path) is None
    assert lock_path(store.path).exists()


def test_a_lock_is_told_by_its_holder(store):
    with pytest.raises(
        Locked, match=r"redan öppet i ett annat fönster, sedan \d\d\.\d\d"
    ) as caught:
        Store.open(store.path)

    assert caught.value.holder == holder(store.path)


def test_another_computer_is_named(store):
    write(store.path, said())

    with pytest.raises(Locked, match=r"öppet hos ebba på PC-17 sedan 08\.10") as caught:
        Store.open(store.path)

    assert caught.value.holder is not None
    assert not caught.value.holder.here


@pytest.mark.parametrize(
    "words",
    [
        b"",
        b"12345",
        b"\0" * 4096,
        b"[" * 1900,
        "{}".encode("utf-16"),
        json.dumps(said(pid="x")).encode(),
        json.dumps(said(since="igår")).encode(),
        json.dumps(said(user="")).encode(),
        json.dumps(said(user="a\nb")).encode(),
        json.dumps(said(host="x" * 101)).encode(),
        json.dumps([said()]).encode(),
    ],
    ids=range(11),
)
def test_words_that_are_none_of_ours_say_nothing_and_lock_all_the_same(store, words):
    lock_path(store.path).write_bytes(words)

    assert holder(store.path) is None
    with pytest.raises(Locked, match="redan öppet i ett annat fönster") as caught:
        Store.open(store.path)
    assert caught.value.holder is None


def test_asking_who_does_not_disturb_the_lock(store):
    for _ in range(3):
        holder(store.path)

    with pytest.raises(Locked):
        SessionLock(store.path)


def test_another_process_that_holds_it_is_told(path):
    child = subprocess.Popen(
        [sys.executable, "-c", HOLDING, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert child.stdout is not None
    child.stdout.readline()
    found = holder(path)
    child.communicate()

    assert found is not None
    assert found.pid == child.pid


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be taken away there")
def test_a_lock_whose_file_was_taken_away_is_taken_anew(store):
    lock_path(store.path).unlink()
    SessionLock(store.path).release()

    assert store.standing() is None

    with pytest.raises(Locked):
        SessionLock(store.path)


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be taken away there")
def test_closing_leaves_the_lock_of_somebody_else(store):
    lock_path(store.path).unlink()
    other = SessionLock(store.path)

    store.close()

    with pytest.raises(Locked):
        SessionLock(store.path)
    other.release()


def test_a_time_is_said_with_its_day_when_it_is_not_today():
    today = now().replace(hour=8, minute=5)

    assert since_words(today) == "08.05"
    assert since_words(datetime(2020, 2, 3, 14, 30)) == "2020-02-03 14.30"


def test_a_register_on_a_disk_that_does_not_answer_is_not_called_protected(silent):
    with pytest.raises(OutOfReach):
        SessionLock(silent / "a.vanbok")


def test_a_lock_file_that_is_never_the_one_with_the_name_ends_in_words(path):
    """Given a file system that gives every look another number for a file."""

    class Restless(type(path)):  # type: ignore[misc]
        def stat(self, **how):
            found = list(super().stat(**how))
            found[1] += 1
            return os.stat_result(found)

    with pytest.raises(OutOfReach, match="byts ut"):
        SessionLock(Restless(path))


def test_a_lock_file_that_cannot_be_asked_about_is_no_crash(path):
    """Given a lock file that its last holder is just taking away, as Windows has it."""

    class Going(type(path)):  # type: ignore[misc]
        def stat(self, **_how):
            raise PermissionError(errno.EACCES, "access is denied")

    with pytest.raises(Locked):
        SessionLock(Going(path))
    SessionLock(path).release()
