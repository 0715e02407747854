"""SQLite's own check beside the first page can be broken off at any moment."""

from __future__ import annotations

import sqlite3
import threading
import time

import pytest

from db import verification
from db.store import Store
from db.verification import Verification
from tests.db import samples


@pytest.fixture
def path(tmp_path):
    made = tmp_path / "p.vanbok"
    Store.create(made, register_uuid=samples.REGISTER, version="0").close()
    return made


def test_a_check_that_ends_while_it_is_broken_off_raises_nothing(path):
    """Given a connection that the thread has just closed, stopping it is no error."""
    check = Verification(path)
    check.start()
    check.wait()
    check._connection = sqlite3.connect(path)
    check._connection.close()

    check.stop()

    assert check.done
    assert check.trouble is None


def test_a_disk_that_never_answers_does_not_keep_the_register_from_being_closed(path, monkeypatch):
    monkeypatch.setattr(verification, "STOPPING", 0.01)
    answers = threading.Event()
    check = Verification(path)
    check._thread = threading.Thread(target=answers.wait, daemon=True)
    check.start()
    began = time.monotonic()

    check.stop()

    assert time.monotonic() - began < 1
    answers.set()
