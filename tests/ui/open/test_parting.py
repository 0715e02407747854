"""However a register is left while its file is gone or another's, what was open is kept."""

from __future__ import annotations

import shutil
from types import SimpleNamespace

import pytest
from PySide6.QtTest import QTest

from db.errors import Damaged
from db.store import Store
from desktop.domain.registers import Association
from desktop.domain.text import say
from desktop.ui.patience import patiently
from desktop.ui.verifying import Verifying
from desktop.ui.watching import PARTED, UNREAD
from tests.ui.open.test_watching import act_in_window, put_in_place, saved_files

WORK = "Första adressen"
"""The address that is saved in what is open, and in no other file."""
FORMER = "Låtsasgatan 4"


def gone(path, _former) -> None:
    path.unlink()


def older(path, former) -> None:
    put_in_place(former, path)


def rescued(folder) -> dict[str, str]:
    """Give the addresses in the files that what was open was saved as."""
    found = {}
    for each in folder.glob("*(var öppet*.vanbok"):
        with Store.open(each) as store:
            found[each.name] = store.get(Association, 2).address
    return found


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Give a folder on this computer that is not the register's."""
    folder = tmp_path / "Dokument" / "Vänbok"
    monkeypatch.setattr("desktop.ui.lying.own_folder", lambda: folder)
    return folder


def band(watched) -> str:
    """Give what is said of a register that was closed; "" when nothing is."""
    found = watched.window.notices.bands
    return found[PARTED].accessibleName() if PARTED in found else ""


WAYS = {
    "new": lambda watched: watched.window._doings().new_register(),
    "window": lambda watched: watched.window.close(),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_out_keeps_what_was_open_when_its_file_is_gone(watched, path, way):
    act_in_window(watched)
    path.unlink()

    WAYS[way](watched)

    assert list(rescued(path.parent).values()) == [WORK]
    assert "ligger inte kvar i mappen" in band(watched)
    assert "sparat och kontrollerat bredvid" in band(watched)


def test_both_are_kept_when_an_older_copy_has_the_name(watched, path, small_file):
    act_in_window(watched)
    older(path, small_file)

    watched.session.leave()

    assert sorted(saved_files(path).values()) == [WORK, FORMER]
    assert "Båda finns kvar" in band(watched)


def test_the_one_that_was_open_is_opened_from_the_band(watched, path, small_file):
    act_in_window(watched)
    older(path, small_file)
    watched.window.open_file(path)
    assert watched.stored == FORMER

    watched.window.notices.bands[PARTED].links[0].click()
    QTest.qWait(20)

    assert watched.stored == WORK
    assert band(watched) == ""


def test_what_can_be_saved_nowhere_is_closed_only_when_asked_twice(watched, path, own):
    act_in_window(watched)
    shutil.rmtree(path.parent)
    path.parent.write_text("en fil i vägen", encoding="utf-8")
    own.parent.write_text("en fil i vägen", encoding="utf-8")
    watched.session.preferences.drafts.folder = own

    assert not watched.window.close()
    assert "Registret är fortfarande öppet." in watched.said()
    assert watched.stored == WORK
    assert watched.window.isVisible()

    assert watched.session.leave()
    assert "kunde inte sparas" in band(watched) or "går inte att säga" in band(watched)
    assert "kontrollerat" not in band(watched)


# What is looked at meanwhile


def test_a_look_that_fails_is_told_once_and_asks_for_no_other(watched, monkeypatch):
    asked = []

    def damaged(_store, **_more):
        asked.append(1)
        raise Damaged(say("Loggen går inte att läsa."))

    monkeypatch.setattr(Store, "standing", damaged)
    watched.watching.answering = SimpleNamespace(ask=lambda _path: True)
    watched.look()
    QTest.qWait(20)

    assert len(asked) == 1
    assert "Loggen går inte att läsa." in watched.window.notices.bands[UNREAD].accessibleName()
    monkeypatch.undo()
    watched.look()
    assert UNREAD not in watched.window.notices.bands


def test_a_damaged_register_is_not_closed_under_somebody_who_waits(watched, qtbot):
    """Given long work that is waited for, what the check found is shown when that is over."""
    verifying = Verifying(watched.window)
    verifying._timer.start(1)
    store = watched.desk.store
    store.verified.wait()
    store.verified.trouble = Damaged(say("Sidan 7 innehåller fel data."))

    patiently(watched.window, "Väntar …", lambda _watch: QTest.qSleep(60))
    assert watched.session.desk is not None

    qtbot.waitUntil(lambda: watched.session.desk is None)
    assert watched.shown == "skadad"
