"""A program killed in the midst of a backup or of putting one back loses nothing."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from datetime import timedelta

import pytest

from db.backups.listing import Standing, listing, sound
from db.backups.place import PART
from db.backups.restoring import restore
from db.check import check
from db.store import Store
from tests.db.backups.orders import NOW, order
from tests.db.samples import REGISTER

pytestmark = pytest.mark.slow
KILLS = 200 if os.environ.get("VANBOK_LONG") else 8
BACKING_UP = """
import datetime, pathlib, sys
from db.backups.making import back_up
from db.backups.place import places
from tests.db.backups.orders import NOW, order

register, usb = map(pathlib.Path, sys.argv[1:3])
turn = int(sys.argv[3])
print("begun", flush=True)
while True:
    turn += 1
    now = NOW + datetime.timedelta(days=turn)
    for each in back_up(register, places(register, usb), order(now)):
        print(each.backup.number if each.backup else each.trouble, flush=True)
"""
RESTORING = """
import pathlib, sys
from db.backups.place import places
from db.backups.restoring import restore
from tests.db.backups.orders import order

register, usb, *backups = map(pathlib.Path, sys.argv[1:])
print("begun", flush=True)
while True:
    for backup in backups:
        restore(register, backup, places(register, usb), order())
        print("done", flush=True)
"""


class Program:
    """A program that says "begun", and then a line for each thing it has done."""

    def __init__(self, code, *arguments):
        self._words = [sys.executable, "-c", code, *map(str, arguments)]

    def killed(self, after, *, words=0):
        """Run it, kill it so many seconds after it has said so many words, and give them all."""
        child = self._begun()
        first = [child.stdout.readline().strip() for _ in range(words)]
        time.sleep(after)
        child.kill()
        return first + self._ended(child)

    def length(self):
        """Give the seconds that one thing takes it, on this machine today."""
        child = self._begun()
        start = time.perf_counter()
        child.stdout.readline()
        took = time.perf_counter() - start
        child.kill()
        self._ended(child)
        return took

    def _begun(self):
        child = subprocess.Popen(self._words, stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        assert child.stdout.readline() == "begun\n"
        return child

    def _ended(self, child):
        said = child.stdout.read().split("\n")[:-1]
        child.wait()
        child.stdout.close()
        return said


def well(path):
    with Store.open(path) as store:
        assert [str(text) for text in check(store)] == []
        return store.head


def test_what_was_said_to_be_backed_up_is_there_after_a_kill(ground):
    """Given kills at random moments, every backup listed as good is sound, and the said are."""
    chance, head, said = random.Random(3), ground.head, list[str]()
    length = 2 * Program(BACKING_UP, ground.path, ground.usb, 0).length()
    for turn in range(1, KILLS):
        program = Program(BACKING_UP, ground.path, ground.usb, turn)
        # However slow the machine has become since the length was taken, some have said a word.
        told = program.killed(chance.uniform(0, length), words=int(turn % 3 == 0))
        said.extend(told)
        assert ground.head == head
        found = [each for place in ground.both for each in listing(place, REGISTER)]
        assert all(each.standing is Standing.GOOD and sound(each) for each in found)
        assert set(map(int, told)) <= {each.number for each in found}
    assert said
    ground.back_up(NOW + timedelta(days=900))
    assert not list(ground.here.folder.glob(f"*{PART}"))


def test_a_register_put_back_is_old_or_new_after_a_kill(ground):
    """Given kills at random moments, the register is one of the two, and both are kept."""
    chance = random.Random(4)
    old, then = ground.back_up(), ground.head
    now = ground.write(3)
    new = ground.back_up(NOW + timedelta(hours=1))
    program = Program(RESTORING, ground.path, ground.usb, old.path, new.path)
    length, done = 2 * program.length(), 0
    for _ in range(KILLS):
        done += len(program.killed(chance.uniform(0, length)))
        assert well(ground.path) in (then, now)
        heads = {each.facts.head for each in listing(ground.here, REGISTER) if each.facts}
        assert heads >= {then, now}
    assert done
    restore(ground.path, old.path, ground.both, order())
    assert well(ground.path) == then


def test_a_damaged_register_is_kept_whenever_the_kill_comes(ground):
    """Given a register beyond opening with a journal beside it, its bytes are never gone."""
    chance = random.Random(5)
    backup, then = ground.back_up(), ground.head
    data, rest = b"skadad" * 20_000, b"rester" * 20_000
    journal = ground.path.with_name(f"{ground.path.name}-journal")
    program = Program(RESTORING, ground.path, ground.usb, backup.path)
    length, put_back = program.length(), backup.path.read_bytes()
    for _ in range(KILLS):
        ground.path.write_bytes(data)
        journal.write_bytes(rest)
        program.killed(chance.uniform(0, length))
        kept = [each.read_bytes() for each in ground.path.parent.rglob(ground.path.name)]
        assert data in kept
        assert not ground.path.exists() or ground.path.read_bytes() in (data, put_back)
        together = journal.exists() and ground.path.exists()
        assert not together or ground.path.read_bytes() == data
    restore(ground.path, backup.path, ground.both, order())
    assert well(ground.path) == then
