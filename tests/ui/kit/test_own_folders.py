"""What windows that died left in the temporary folder is swept, and nothing else there."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time

import pytest

from db.lock import SessionLock
from desktop.ui.own_folders import (
    DAY,
    EXAMPLE,
    MARK,
    OwnFolders,
    clear,
    discard,
    sweep,
    unmarked,
)

MAKE = """
from desktop.ui.own_folders import OwnFolders
folder = OwnFolders.make()
(folder / "handling-3.pdf").write_bytes(b"x")
print(folder, flush=True)
"""


@pytest.fixture(autouse=True)
def temporary(tmp_path, monkeypatch):
    """Give a temporary folder of the system that is the test's own."""
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


def aged(folder, seconds=2 * DAY):
    """Let a folder be untouched for so long."""
    then = time.time() - seconds
    for each in (*folder.rglob("*"), folder):
        os.utime(each, (then, then))
    return folder


def left(name, content=b"x"):
    """A folder of an earlier version, with no mark."""
    folder = unmarked()
    (folder / name).write_bytes(content)
    return folder


def test_what_a_window_that_was_killed_left_is_swept_at_once():
    words = [sys.executable, "-c", MAKE + "import os; os._exit(1)"]
    ran = subprocess.run(words, capture_output=True, text=True, check=False)
    folder = ran.stdout.strip()
    assert os.path.isdir(folder)  # noqa: PTH112 - a string
    assert sweep() == 1
    assert not os.path.isdir(folder)  # noqa: PTH112 - as above


def test_what_a_window_that_runs_has_made_is_left_however_old(temporary):
    folder = OwnFolders.make()
    aged(folder)
    words = [sys.executable, "-c", "from desktop.ui.own_folders import sweep; print(sweep())"]
    assert subprocess.run(words, capture_output=True, text=True, check=True).stdout == "0\n"
    assert sweep() == 0
    OwnFolders.remove(folder)
    assert list(temporary.iterdir()) == []


@pytest.mark.parametrize("name", ["handling-3.pdf", "Påhittat.vanbok", "Påhittat.vanbok.lock"])
def test_a_folder_without_a_mark_goes_when_it_is_old(name):
    fresh, old = left(name), aged(left(name))
    assert sweep() == 1
    assert fresh.exists()
    assert not old.exists()


def test_a_folder_with_a_register_that_somebody_has_open_is_left():
    folder = left("Påhittat.vanbok")
    lock = SessionLock(folder / "Påhittat.vanbok")
    aged(folder)
    assert sweep() == 0
    lock.release()
    aged(folder)
    assert sweep() == 1


def test_an_example_is_kept_for_longer():
    folder = aged(left(EXAMPLE))
    assert sweep() == 0
    aged(folder, 40 * DAY)
    assert sweep() == 1


def test_what_is_not_ours_is_left(temporary):
    """Given what anybody may have called so: other content, another name, a file, a link."""
    aged(left("anteckningar.txt"))
    for name in ("vanbok-mina", "vanbok-anteckningar"):
        (temporary / name).mkdir(mode=0o700)
        aged(temporary / name)
    (temporary / "vanbok-abcdefgh").write_text("en fil")
    (temporary / "vanbok-hgfedcba").symlink_to(temporary / "vanbok-mina")
    before = {each.name for each in temporary.iterdir()}
    assert sweep() == 0
    assert {each.name for each in temporary.iterdir()} == before


def test_a_mark_that_is_not_held_yet_is_no_sign_of_death():
    """Given a folder that another window is just making."""
    folder = left("handling-3.pdf")
    (folder / MARK).touch()
    assert sweep() == 0


def test_protected_files_go_too(temporary):
    folder = left("handling-3.pdf")
    (folder / "handling-3.pdf").chmod(0o400)
    clear(folder)
    assert list(temporary.iterdir()) == []


def test_a_file_that_is_not_there_is_discarded(temporary):
    discard(temporary / "ingen")
