"""The list of backups: what each holds and lacks, looked at, gone back to, and gone back from."""

from __future__ import annotations

import shutil

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.backups.listing import listing
from db.backups.place import beside
from desktop.ui.companions import accompany
from desktop.ui.page import Route
from tests.ui.pages.backup_register import backed_up, settled
from tests.ui.pages.register_window import CTRL, ENTER, RegisterWindow


@pytest.fixture
def ground(path, tmp_path):
    """Give a register with backups in two places."""
    return backed_up(path, tmp_path / "usb")


@pytest.fixture
def working(qapp, preferences, ground):
    """Give a window with its companions on that register, which knows the second place."""
    with_uuid = backup_uuid(ground)
    preferences.keep_second(with_uuid, ground.usb, known=True)
    made = RegisterWindow(preferences)
    accompany(made.window)
    made.window.open_file(ground.path)
    keeper = made.session.keeper
    assert keeper is not None
    keeper._beginning.stop()
    yield made
    made.close()


def backup_uuid(ground):
    facts = listing(beside(ground.path))[0].facts
    assert facts is not None
    return facts.register_uuid


def shown(window, act=""):
    page = window.go(Route(page="sakerhetskopior", act=act))
    settled(lambda: page.found is not None and not page._searching.running())
    return page


def cells(page, column):
    at = next(n for n, each in enumerate(page.table.rows.columns) if each.key == column)
    return [page.table.rows.cells(row)[at].text for row in range(len(page._lines))]


def lost(page):
    found = page.chosen.lost._holder.findChildren(type(page.chosen.about))
    return [each.text() for each in found]


def test_each_backup_says_what_it_lacks(working):
    page = shown(working)
    assert cells(page, "lacks") == ["Saknar 1 händelse", "Saknar 3 händelser"]


def test_each_backup_says_when_and_where_it_was_made(working):
    page = shown(working)
    assert cells(page, "place") == ["Vid registret", "Båda platserna"]
    assert cells(page, "day")[0].startswith(("I dag", "I går"))


def test_what_has_happened_since_is_listed_the_newest_first(working):
    page = shown(working)
    working.press(Qt.Key.Key_Down)
    words = [each for each in lost(page) if "tillagd" in each]
    assert [each.split()[0] for each in words] == ["Låtsaslaget", "Hittepåkören", "Påhittade"]


def test_enter_looks_at_a_backup_and_changes_nothing(working, ground):
    shown(working)
    working.press(ENTER)
    assert working.session.looking.is_backup
    assert working.session.reopen()
    assert working.session.path == ground.path


def test_ctrl_enter_goes_to_the_button_and_there_goes_back(working):
    page = shown(working)
    working.press(Qt.Key.Key_Down)
    facts = page._current().backup.facts
    working.press(ENTER, CTRL)
    assert page.chosen.return_button.hasFocus()
    assert working.session.desk.store.last_event_id != facts.events
    working.press(ENTER, CTRL)
    assert working.session.desk.store.last_event_id == facts.events


def test_what_was_is_kept_and_the_return_can_be_undone_at_once(working):
    before = working.session.desk.store.head
    shown(working).chosen.return_button.click()
    band = working.window.notices.bands["returned"]
    assert "ligger kvar som säkerhetskopian från" in band.accessibleName()
    assert working.session.desk.store.head != before
    band.links[0].click()
    settled(lambda: working.session.desk is not None and working.session.desk.store.head == before)


def test_a_chosen_return_is_no_surprise_to_tell_of(working):
    QTest.qWait(600)
    shown(working).chosen.return_button.click()
    QTest.qWait(50)
    assert "older" not in working.window.notices.bands


def test_a_backup_is_chosen_by_its_name(working, ground):
    page = shown(working, act=min(ground.folder.glob("*.vanbok")).name)
    assert page._current().backup.number == 1


def test_a_backup_like_now_has_nothing_to_go_back_to(working, ground):
    page = shown(working)
    page.new_button.click()
    settled(lambda: len(page._lines) == 3)
    settled(lambda: page._current() is not None and page._current().backup.number == 3)
    assert cells(page, "lacks")[0] == "Samma som nu"
    assert not page.chosen.return_button.isVisible()
    QTest.qWait(20)
    words = page.chosen.consequence
    assert words.geometry().bottom() < words.parentWidget().height() / 2, "apart from the heading"


def test_a_file_that_cannot_be_used_is_shown_and_cannot_be_chosen(working, ground):
    newest = max(ground.folder.glob("*.vanbok"))
    newest.write_bytes(newest.read_bytes()[:9000])
    page = shown(working, act=newest.name)
    assert page._current().kept is None
    assert "skadad" in page.chosen.about.text()
    assert not page.chosen.ways.isVisible()


def test_a_second_place_that_is_away_is_said(working, ground):
    shutil.rmtree(ground.usb)
    page = shown(working)
    band = page.frame.bands.itemAt(0).widget()
    assert str(ground.usb) in band.accessibleName()
    assert cells(page, "place") == ["Vid registret", "Vid registret"]


def test_without_backups_it_says_what_to_do(working, ground):
    shutil.rmtree(ground.folder)
    shutil.rmtree(ground.usb)
    page = shown(working)
    assert page.table.empty.isVisible()
    assert "Inga säkerhetskopior än" in page.table.empty.accessibleName()


def test_a_return_to_another_track_says_both_sides(working, ground):
    page = shown(working)
    page.chosen.return_button.click()
    working.session.close()
    ground.work("Den andra vägen")
    working.window.open_file(ground.path)
    working.session.keeper._beginning.stop()
    page = shown(working)
    page.table.select(cells(page, "lacks").index("Annat spår"))
    settled(page.chosen.gained.isVisible)


def test_other_versions_are_a_button_away(working):
    shown(working).beside_button.click()
    assert working.shown == "bredvid"
