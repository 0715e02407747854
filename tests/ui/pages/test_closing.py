"""The last backup: seen only when it takes a moment, stopped when somebody has had enough."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from db.backups import making
from db.backups.making import Outcome
from db.backups.occasion import Occasion, Stand
from db.backups.place import FOLDER, beside
from db.errors import not_found
from db.store import Store
from desktop.domain.registers import Place
from desktop.ui import closing
from desktop.ui.closing import Closing
from desktop.ui.keeper_work import Report
from tests.ui.pages.kept_window import KeptWindow, occasions


@pytest.fixture
def kept(qapp, preferences, path, monkeypatch):
    """Give a window on a register that has changed since its backup."""
    monkeypatch.setattr(closing, "QUIET", 1)
    monkeypatch.setattr(closing, "LINGER", 200)
    made = KeptWindow(preferences, path)
    made.open()
    made.work()
    yield made
    made.close()


@pytest.fixture
def slow(monkeypatch):
    """Let every backup take until it is told to stop, or half a second."""
    real = making.back_up

    def back_up(register, places, order):
        for done in range(100):
            if order.watch.stopped():
                break
            order.watch.told(done, 100)
            QTest.qSleep(5)
        return real(register, places, order)

    monkeypatch.setattr(making, "back_up", back_up)


@pytest.fixture
def sheets(monkeypatch):
    """Remember every sheet that was shown, with its words."""
    found = []
    show = Closing._show

    def shown(self):
        show(self)
        found.append((self, self.sheet.words.text(), self.sheet.note.text()))

    monkeypatch.setattr(Closing, "_show", shown)
    return found


def test_a_backup_that_takes_a_moment_is_seen_and_finished(kept, slow, sheets):
    kept.close()
    assert [words for _, words, _ in sheets] == ["Säkerhetskopian skrivs …"]
    assert not kept.window.isVisible()
    assert occasions(kept)[-1] is Occasion.CLOSE


def test_whoever_has_had_enough_closes_at_once_and_nothing_half_is_left(kept, slow, sheets):
    QTimer.singleShot(100, lambda: sheets[0][0].sheet.stop.click())  # noqa: PLW0108 - later
    kept.close()
    assert occasions(kept) == [Occasion.START]
    assert not list((kept.path.parent / FOLDER).glob("*.part"))


def test_nothing_is_shown_when_nothing_is_to_be_made(kept, sheets):
    kept.session.close()
    kept.rest()
    kept.close()
    assert sheets == []


def test_when_no_backup_could_be_made_that_is_said_and_the_program_ends_all_the_same(kept, sheets):
    folder = kept.path.parent / FOLDER
    shutil.rmtree(folder)
    folder.write_text("en fil i vägen", encoding="utf-8")
    kept.close()
    assert sheets[-1][1] == "Säkerhetskopian kunde inte göras"
    assert "Allt du har gjort är sparat i registret." in sheets[-1][2]


def test_it_can_be_tried_again_before_the_program_ends(kept, sheets):
    folder = kept.path.parent / FOLDER
    shutil.rmtree(folder)
    folder.write_text("en fil i vägen", encoding="utf-8")

    def mend():
        if sheets and sheets[-1][1] == "Säkerhetskopian kunde inte göras":
            folder.unlink()
            sheets[-1][0].again.click()
        else:
            QTimer.singleShot(20, mend)

    QTimer.singleShot(20, mend)
    kept.close()
    assert occasions(kept) == [Occasion.CLOSE]


# What is said is what was read


def report(kept, stand):
    """Give the report of a backup that failed, of a register that was read as `stand`."""
    task = kept.keeper._task(Occasion.CLOSE, kept.path, "")
    outcome = Outcome(place=beside(kept.path), backup=None, trouble=not_found(kept.path))
    return Report(
        task=task, stand=stand, places=(outcome.place,), lasts=(None,), outcomes=(outcome,)
    )


def test_saved_is_said_only_of_what_was_read_and_ends_where_it_was_left(kept):
    kept.session.close()
    kept.rest()
    left = kept.session.left
    said = {}
    for name, stand in (
        ("unread", None),
        ("as it was left", Stand(head=left.head, schema=7)),
        ("another", Stand(head="0" * 64, schema=7)),
    ):
        sheet = Closing(kept.keeper, None)
        sheet._heard(report(kept, stand))
        sheet._rested()
        said[name] = "Allt du har gjort är sparat i registret." in sheet.sheet.note.text()
        sheet.sheet.hide()
    assert said == {"unread": False, "as it was left": True, "another": False}


@pytest.mark.parametrize("taken", ["gone", "older"])
def test_a_file_that_is_not_ours_is_told_with_where_what_was_open_is(kept, sheets, taken):
    """Given a file that is gone, or an older copy in its place, closing backs neither up."""
    (backup,) = (kept.path.parent / FOLDER).glob("*.vanbok")
    kept.path.unlink()
    if taken == "older":
        shutil.copy(backup, kept.path)

    kept.close()

    assert occasions(kept) == [Occasion.START]
    (_, strong, text) = sheets[-1]
    assert kept.path.name in strong
    assert "sparat och kontrollerat bredvid, som Piteå (var öppet" in text
    assert not any("Allt du har gjort är sparat" in note for _, _, note in sheets)
    (aside,) = kept.path.parent.glob("*(var öppet*")
    with Store.open(aside) as store:
        assert store.find(Place, "name = ?", "Låtsasvik")
