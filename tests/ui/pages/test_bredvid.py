"""Other versions of a register beside it: told of, compared, put aside, and never merged."""

from __future__ import annotations

import shutil
from datetime import datetime

import pytest

from desktop.ui.companions import accompany
from desktop.ui.found_beside import FoundBeside
from desktop.ui.page import Route
from tests.ui.pages.backup_register import Ground, settled
from tests.ui.pages.register_window import RegisterWindow


@pytest.fixture
def other(path, tmp_path):
    """Give the copy that a synchronising program left, with an event of its own."""

    ground = Ground(path=path, usb=tmp_path / "usb", now=datetime.now())  # noqa: DTZ005
    made = path.with_name("Piteå-EBBA-PC.vanbok")
    shutil.copyfile(path, made)
    ground.work("Ebbas förening", made)
    ground.work("Vår förening")
    return made


@pytest.fixture
def working(qapp, preferences, path, other):
    """Give a window with its companions."""
    made = RegisterWindow(preferences)
    accompany(made.window)
    made.window.open_file(path)
    keeper = made.session.keeper
    assert keeper is not None
    keeper._beginning.stop()
    yield made
    made.close()


def finder(window):
    return next(each for each in window.window.companions if isinstance(each, FoundBeside))


def looked(window):
    finder(window).look()
    settled(lambda: not finder(window)._beside.running())
    return window.window.notices.bands.get("beside")


def shown(window):
    page = window.go(Route(page="bredvid"))
    settled(lambda: not page._beside.running())
    return page


def test_a_version_with_more_is_told_of(working):
    band = looked(working)
    assert "Piteå-EBBA-PC.vanbok med 1 händelse som saknas här" in band.accessibleName()


def test_a_version_that_only_lacks_is_not_told_of(working, path, other):
    other.unlink()
    working.session.close()
    shutil.copyfile(path, other)
    ground = Ground(path=path, usb=path, now=datetime.now())  # noqa: DTZ005
    ground.work("En till")
    working.window.open_file(path)
    assert looked(working) is None


def test_not_now_is_heard(working):
    looked(working).links[1].click()
    assert looked(working) is None


def test_both_sides_are_said(working):
    card = shown(working).cards[0]
    assert "1 händelse finns bara i den, och 1 händelse bara i registret" in card.sentence.text()
    assert card.there.isVisible()
    assert card.here.isVisible()


def test_it_can_be_looked_at_and_nothing_is_changed(working, other):
    before = other.read_bytes()
    shown(working).cards[0].look_button.click()
    assert working.session.looking.source == other
    assert other.read_bytes() == before


def test_put_aside_it_is_whole_among_the_backups(working, other):
    before = other.read_bytes()
    page = shown(working)
    page.cards[0].away_button.click()
    settled(lambda: not page._beside.running())
    (aside,) = (other.parent / "Vänbok säkerhetskopior").glob("Undanlagt*/*.vanbok")
    assert aside.read_bytes() == before
    assert not other.exists()
    assert page.cards == []


def test_gone_over_to_what_was_is_kept_as_a_backup(working, other, path):
    head = working.session.desk.store.head
    shown(working).cards[0].return_button.click()
    assert working.session.path == path
    assert working.session.desk.store.head != head
    assert "returned" in working.window.notices.bands


def test_one_open_in_another_window_is_not_put_aside(working, other):
    from db.store import Store  # noqa: PLC0415 - one use

    page = shown(working)
    with Store.open(other):
        page.cards[0].away_button.click()
    assert other.exists()
    assert page.frame.bands.count() == 1
