"""The window is killed in the middle of work, again and again, and loses nothing.

The long form (VANBOK_LONG=1) kills it two hundred times.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from db.check import check
from db.store import Store
from desktop.ui.companions import accompany
from desktop.ui.drafts import Drafts, drafts_folder
from desktop.ui.preferences import Preferences
from tests.ui.pages.register_window import RegisterWindow, small_register

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")

ROOT = Path(__file__).parents[2]
KILLS = 200 if os.environ.get("VANBOK_LONG") else 3
LONGEST = 120.0
"""Seconds until a window that says nothing has hung."""


@pytest.fixture(scope="module")
def worked_in(tmp_path_factory):
    """Give a register that the windows go on in, one after the other, and their own folder."""
    folder = tmp_path_factory.mktemp("killed")
    small_register(folder / "Piteå.vanbok").store.close()
    return folder


def killed(folder, moment):
    """Let the window work until it has done so much, and a moment more; give what it said."""
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "VANBOK_CONFIG": str(folder / "config"),
        "VANBOK_LOG": str(folder / "log"),
        "PYTHONPATH": str(ROOT),
    }
    words = [sys.executable, "-m", "tests.ui.scripted_window", str(folder / "Piteå.vanbok")]
    with subprocess.Popen(
        words, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as window:
        said: list[str] = []
        ended = threading.Event()
        acts = threading.Event()

        def hear() -> None:
            for line in window.stdout or ():
                said.append(line.split("\n")[0])
                if sum(each.startswith("done") for each in said) >= moment.acts:
                    acts.set()
            ended.set()
            acts.set()

        threading.Thread(target=hear, daemon=True).start()
        assert acts.wait(LONGEST), "the window does nothing"
        time.sleep(moment.more)
        window.send_signal(signal.SIGKILL)
        ended.wait(LONGEST)
        troubled = window.stderr.read() if window.stderr else ""
    # The last line may be half.
    return [line.split(" ", 2) for line in said if line.count(" ") >= 2], troubled


class Moment:
    """When a window is killed."""

    def __init__(self, chance: random.Random) -> None:
        self.acts = chance.randint(1, 8)
        self.more = chance.random() * 0.15


def judged(folder, said):
    """Open what is left, and hold it to what was said."""
    done = [(int(number), head) for word, number, head in said if word == "done"]
    copy = folder / "after.vanbok"
    register = folder / "Piteå.vanbok"
    for tail in ("", "-journal"):
        source = Path(f"{register}{tail}")
        if source.exists():
            shutil.copy(source, f"{copy}{tail}")
    with Store.open(copy) as store:
        assert check(store) == []
        for number, head in done:
            assert store.event(number).hash == head, f"act {number} was told as saved"
        assert store.last_event_id - done[-1][0] <= 1, "at most the act that was being done"
        uuid = store.register_uuid
    copy.unlink()
    return uuid


@pytest.mark.slow
def test_no_act_and_no_draft_is_lost_when_the_window_is_killed(worked_in, monkeypatch):
    chance = random.Random(os.environ.get("VANBOK_SEED", "6"))
    kept = 0
    for _ in range(KILLS):
        said, troubled = killed(worked_in, Moment(chance))
        assert "Traceback" not in troubled, troubled
        uuid = judged(worked_in, said)
        drafts = Drafts(drafts_folder(worked_in / "config")).of_register(uuid)
        words = {str(value) for each in drafts for value in each.values.values()}
        # One form, written in again and again: the latest words are those that count.
        typed = [f"{number} {rest}" for word, number, rest in said if word == "kept"][-1:]
        assert set(typed) <= words
        kept += len(typed)
    assert kept, "half a form was typed between the kills"


def test_the_next_window_opens_and_tells_of_what_was_begun(worked_in, qapp, monkeypatch, tmp_path):
    said, _ = killed(worked_in, Moment(random.Random(3)))
    judged(worked_in, said)
    monkeypatch.setenv("VANBOK_CONFIG", str(worked_in / "config"))
    monkeypatch.setenv("VANBOK_LOG", str(worked_in / "log"))
    opened = RegisterWindow(Preferences())
    try:
        accompany(opened.window)
        opened.window.open_file(worked_in / "Piteå.vanbok")
        assert opened.session.desk is not None
        assert "drafts" in opened.window.notices.bands
    finally:
        opened.close()


def test_a_window_that_says_saved_too_early_is_found_out(worked_in):
    said, _ = killed(worked_in, Moment(random.Random(4)))
    number = max(int(each[1]) for each in said if each[0] == "done")
    with pytest.raises((AssertionError, LookupError)):
        judged(worked_in, [*said, ["done", str(number + 5), "f" * 64]])
