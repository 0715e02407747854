"""A program killed in the middle of saving loses nothing that it said was saved."""

from __future__ import annotations

import random
import subprocess
import sys
import time

from db.check import check
from db.store import Store
from desktop.domain.registers import Place

SAVING = """
import pathlib, sys
from db.change import Insert
from db.store import Store
from desktop.domain.registers import Place
from tests.db.samples import act, letter, nothing

store = Store.open(pathlib.Path(sys.argv[1]))
while True:
    key = store.next_id(Place)
    changes = (Insert(Place(id=key, name=f"Ort {key}")), *letter(key, bytes(20_000), case_id=None))
    store.commit(act(*changes), nothing)
    print(key, flush=True)
"""


def test_what_was_said_to_be_saved_is_there_after_a_kill(store):
    """Given eight kills at random moments, the register opens, is well and has every save."""
    chance = random.Random(7)
    store.close()
    saved = 0
    for _ in range(8):
        child = subprocess.Popen(
            [sys.executable, "-c", SAVING, store.path], stdout=subprocess.PIPE, text=True
        )
        assert child.stdout is not None
        saved = int(child.stdout.readline())
        time.sleep(chance.uniform(0, 0.05))
        child.kill()
        saved = max([saved, *map(int, child.stdout.read().split())])
        child.wait()
        child.stdout.close()

        with Store.open(store.path) as again:
            assert [str(text) for text in check(again)] == []
            found = [each.id for each in again.find(Place)]
            assert found == list(range(1, len(found) + 1))
            assert len(found) in (saved, saved + 1)
