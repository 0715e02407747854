"""Long work with the register's file is done beside the window, which never hangs for it."""

from __future__ import annotations

import gzip
import threading
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from db.backups.stepwise import Watch
from db.errors import damaged
from desktop.domain.registers import Place
from desktop.domain.text import plain
from desktop.flow.steps.places import AddPlace
from desktop.ui import closing
from desktop.ui.exchanging import Exchanging
from desktop.ui.patience import Sheet
from desktop.ui.verifying import Verifying
from tests.ui.pages.kept_window import KeptWindow

OLDER = Path(__file__).parents[2] / "db" / "registers" / "schema3.vanbok.gz"


class Followed:
    """Follows the care that is taken: what is done beside the window, and whether it can stop."""

    def __init__(self, session: Exchanging, monkeypatch) -> None:
        self.said: list[str] = []
        self.stoppable: list[bool] = []
        self.stopped = False
        self._patiently = session.care.patiently
        monkeypatch.setattr(session.care, "patiently", self.patiently)

    def patiently(self, words, work, *, stoppable=True):
        """Do it as the window does, in another thread, and stop it if that was asked for."""
        self.said.append(words)
        self.stoppable.append(stoppable)
        window = threading.get_ident()

        def beside(watch):
            assert threading.get_ident() != window
            return work(Watch(stopped=lambda: True) if self.stopped else watch)

        return self._patiently(words, beside, stoppable=stoppable)


@pytest.fixture
def kept(qapp, preferences, path, monkeypatch):
    """Give a window on a register, whose backups are kept."""
    monkeypatch.setattr(closing, "LINGER", 1)
    made = KeptWindow(preferences, path)
    made.open()
    yield made
    made.close()


@pytest.fixture
def followed(kept, monkeypatch):
    return Followed(kept.session, monkeypatch)


def test_a_copy_is_saved_beside_the_window_and_can_be_called_off(kept, followed, tmp_path):
    copy = tmp_path / "kopia.vanbok"
    told: list[Any] = []
    kept.session.refused.connect(told.append)
    followed.stopped = True
    assert not kept.session.save_copy(copy)
    assert not copy.exists()
    assert "Ingen kopia sparades" in str(told[0][0].text)

    followed.stopped = False
    assert kept.session.save_copy(copy)
    assert copy.is_file()
    assert followed.stoppable == [True, True]


def test_the_name_is_given_back_beside_the_window(kept, followed):
    kept.work()
    kept.path.unlink()
    assert kept.session.put_back() is not None
    assert followed.said[0] == "Registret läggs tillbaka …"
    assert not followed.stoppable[0]
    assert [each.name for each in kept.desk.store.find(Place)][-1] == "Låtsasvik"
    kept.work("Påhittsund")


def test_what_is_open_is_saved_elsewhere_beside_the_window(kept, followed):
    kept.work()
    kept.path.unlink()
    left = kept.session.shelter()
    assert left is not None
    assert left.kept is not None
    assert followed.said == ["Det som är öppet sparas …"]
    kept.session.put_back()


def test_a_look_that_is_called_off_leaves_what_was_open(kept, followed, tmp_path, monkeypatch):
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    told: list[object] = []
    kept.session.refused.connect(told.append)
    followed.stopped = True
    assert not kept.session.look(kept.path)
    assert kept.session.looking is None
    assert kept.session.path == kept.path
    assert told == []
    assert list(tmp_path.glob("vanbok-*")) == []


def test_an_older_register_is_brought_over_beside_the_window(kept, followed, tmp_path):
    older = tmp_path / "äldre" / "Piteå.vanbok"
    older.parent.mkdir()
    older.write_bytes(gzip.decompress(OLDER.read_bytes()))
    kept.window.open_file(older)
    assert "Registret öppnas …" in followed.said
    assert kept.session.path == older
    kept.work()


def test_a_register_of_today_is_opened_without_more_ado(kept, followed):
    assert kept.session.open(kept.path)
    assert followed.said == []


def test_damage_that_is_found_meanwhile_closes_nothing_that_is_being_copied(kept):
    verifying = Verifying(kept.window)
    verified = kept.desk.store.verified
    verified.wait()
    verified.trouble = damaged("Piteå.vanbok", plain("sida 7"))

    def patiently(_words, work, **_more):
        verifying._look()
        return work(Watch())

    kept.session.care.patiently = patiently
    assert kept.session.save_copy(kept.path.with_name("kopia.vanbok"))
    assert kept.session.desk is not None
    verifying._look()
    assert kept.session.desk is None


@pytest.fixture
def silent(monkeypatch):
    """Let no disk answer, and nobody wait for it for long."""
    monkeypatch.setattr("desktop.ui.keeper_care.asked", lambda _path: threading.Event())
    monkeypatch.setattr("desktop.ui.keeper_care.LIMIT", 0.1)


def test_a_register_on_a_share_that_does_not_answer_leaves_what_is_open(kept, silent, tmp_path):
    other = tmp_path / "annan.vanbok"
    other.write_bytes(kept.path.read_bytes())
    kept.window.open_file(other)
    assert kept.session.path == kept.path
    assert "går inte att nå (disken svarar inte)" in kept.window.undo_band.text()


def test_a_share_that_does_not_answer_is_said_where_nothing_is_open(kept, silent):
    kept.session.close()
    kept.rest()
    kept.window.open_file(kept.path)
    assert kept.shown == "skadad"
    assert kept.session.home == kept.path


@pytest.fixture
def being_checked(kept):
    """Let the check of the file go on until the event that is given is set."""
    verified, go_on = kept.desk.store.verified, threading.Event()
    verified.wait()
    verified._thread = threading.Thread(target=go_on.wait, args=(20,), daemon=True)
    verified.start()
    yield go_on
    go_on.set()


def test_the_first_act_waits_for_the_check_and_the_window_does_not_hang(kept, being_checked):
    QTimer.singleShot(150, being_checked.set)
    kept.work()
    assert being_checked.is_set(), "the window's own timer could set it"


def test_an_act_that_was_not_waited_for_is_not_saved(kept, being_checked, monkeypatch):
    monkeypatch.setattr("desktop.ui.patience.QUIET", 1)
    told: list[Any] = []
    kept.session.refused.connect(told.append)
    head = kept.desk.store.head

    def press():
        sheets = [each for each in QApplication.topLevelWidgets() if isinstance(each, Sheet)]
        QTest.keyClick(next(each for each in sheets if each.isVisible()), Qt.Key.Key_Escape)

    QTimer.singleShot(150, press)
    assert kept.session.submit(AddPlace, {"name": "Låtsasvik", "country": "Island"}) is None
    assert "inte genomläst än" in str(told[0][0].text)
    assert kept.desk.store.head == head
