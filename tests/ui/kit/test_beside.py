"""Work beside the window: the last thing asked is answered, and threads do not pile up."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject

from desktop.ui import beside
from desktop.ui.beside import Beside


class Page(QObject):
    """Something that asks."""


@pytest.fixture
def silent():
    """Give what a share that is away waits for, and let it answer in the end."""
    event = threading.Event()
    yield event
    event.set()


def running() -> int:
    """Count the threads that were begun for pages of the kind."""
    return sum(each.name == "beside Page" for each in threading.enumerate())


def test_the_last_thing_asked_is_answered(qtbot):
    page = Page()
    answers: list[int] = []
    asking = Beside(page)
    asking.ask(lambda: 1, answers.append)
    asking.ask(lambda: 2, answers.append)
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [2]
    assert not asking.running()


def test_a_share_that_is_away_holds_few_threads_however_often_it_is_asked(qtbot, silent):
    pages = [Page() for _ in range(4)]
    for page in pages:
        asking = Beside(page)
        for _ in range(3):
            asking.ask(silent.wait, lambda _answer: None)
    assert running() == beside.MOST


def test_what_was_asked_last_is_done_when_the_share_is_back(qtbot, silent):
    page = Page()
    answers: list[int] = []
    asking = Beside(page)

    def work(number: int) -> int:
        silent.wait(20)
        return number

    for number in range(beside.MOST + 2):
        asking.ask(partial(work, number), answers.append)
    assert asking.running()
    silent.set()
    qtbot.waitUntil(lambda: bool(answers))
    assert answers == [beside.MOST + 1]
