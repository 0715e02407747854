"""A start finds its register, and no disk that is away keeps the window from being shown."""

from __future__ import annotations

import faulthandler
import time
from pathlib import Path
from threading import Event

import pytest

from desktop import running
from desktop.ui import app, first_register
from desktop.ui.first_register import FirstRegister, LateRegister, may_be_there
from desktop.ui.own_folders import clear, unmarked
from tests.ui.pages.backup_register import settled
from tests.ui.pages.register_window import RegisterWindow


class Slow(type(Path())):  # type: ignore[misc]
    """A register on a disk that does not answer before it is told to."""

    answers = Event()

    def stat(self, **how):
        Slow.answers.wait(20)
        return super().stat(**how)


@pytest.fixture
def window(qapp, preferences):
    made = RegisterWindow(preferences)
    yield made
    made.close()


@pytest.fixture
def slow(path, monkeypatch):
    monkeypatch.setattr(first_register, "PROMPT", 0.02)
    Slow.answers.clear()
    yield Slow(path)
    Slow.answers.set()


def found(named=(), recent=()):
    first = FirstRegister(named, recent)
    assert not first.came_forward()
    first.wait()
    return first


def test_the_one_used_last_is_asked_for_also_when_it_is_gone(path, tmp_path):
    """Given that the register of yesterday is gone, no other one is opened as if it were that."""
    assert found(recent=[path, tmp_path / "borta.vanbok"]).path == path
    assert found(recent=[tmp_path / "borta.vanbok", path]).path == tmp_path / "borta.vanbok"


def test_an_example_that_was_swept_away_is_not_missed(path):
    example = unmarked() / "Exempel.vanbok"
    clear(example.parent)
    assert found(recent=[example, path]).path == path
    assert found(recent=[example]).path is None


def test_the_named_one_goes_before_and_is_asked_of_no_disk(path, silent):
    assert found([silent / "a.vanbok"], [path]).path == silent / "a.vanbok"


def test_one_that_lies_where_nobody_answers_is_opened_all_the_same(window, silent):
    """Given the register used last on a dead share, the window says so and the program runs."""
    assert may_be_there(silent / "a.vanbok")
    app._begin(window.window, found(recent=[silent / "a.vanbok"]))
    assert window.session.desk is None
    assert window.session.trouble is not None


def test_the_window_is_not_kept_waiting_and_opens_it_when_the_disk_answers(window, slow, path):
    start = time.monotonic()
    first = FirstRegister((), [slow])
    assert not first.came_forward()
    app._begin(window.window, first)
    assert time.monotonic() - start < 10
    assert window.session.desk is None
    assert window.window.shelf.route is not None

    Slow.answers.set()
    settled(lambda: window.session.desk is not None)
    assert window.session.need().store.path == path


def test_what_was_begun_meanwhile_stays(window, slow, path):
    first = FirstRegister((), [slow])
    late = LateRegister(window.window, first)
    window.window.open_file(path)
    opened = window.session.need()
    Slow.answers.set()
    first.wait()
    late._heard()
    assert window.session.need() is opened


def test_the_end_of_the_computers_session_is_no_crash(window, tmp_path, monkeypatch):
    """Given a system that ends the program once it has kept its work."""
    monkeypatch.setenv("VANBOK_LOG", str(tmp_path / "log"))
    mine, _ended = running.begin()
    app._leave_work(window.window, mine)
    # The mark had the crashes of this process; they are the tests' own again.
    faulthandler.enable(2)
    assert list((tmp_path / "log").glob("running-*")) == []
