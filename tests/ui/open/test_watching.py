"""Whatever happens to the file while it is open, nothing typed is lost, nothing false is said."""

from __future__ import annotations

import os
import signal
import threading
import time
from contextlib import contextmanager
from datetime import datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from db.errors import Moved
from db.store import Store
from desktop.domain.registers import Association
from desktop.flow.desk import Desk
from desktop.flow.run import run
from desktop.flow.steps.associations import AddAssociation
from desktop.ui.page import Route
from tests.ui.open.watched import CHANGE, TYPED
from tests.ui.pages.register_window import CTRL, fill, submit

if TYPE_CHECKING:
    from pathlib import Path

PUT_BACK, TAKE_THERE = "Fortsätt med det som var öppet", "Öppna det som ligger där"


def act_in_window(watched, words: str = "Första adressen") -> None:
    """Do an act, so that what is open is newer than the file as it was copied."""
    page = watched.go(CHANGE)
    fill(page.form, address=words)
    submit(page.form)


def put_in_place(content: bytes, path: Path) -> None:
    """Exchange the file as a sync client does: another file gets the name."""
    other = path.with_name("nedladdad.tmp")
    other.write_bytes(content)
    other.replace(path)


def gone_on(content: bytes, folder: Path) -> bytes:
    """Give the register with one more act in it, done elsewhere."""
    path = folder / "annan dator.vanbok"
    path.write_bytes(content)
    desk = Desk(store=Store.open(path), clock=lambda: datetime(2026, 11, 22, 9))
    run(desk, AddAssociation(name="Föreningen Utifrån", place_ids=(1,)))
    desk.store.close()
    found = path.read_bytes()
    path.unlink()
    return found


def saved_files(path: Path) -> dict[str, str]:
    """Give what each register of the folder says of the address that the tests change."""
    found = {}
    for each in path.parent.glob("*.vanbok"):
        with Store.open(each) as store:
            found[each.name] = store.get(Association, 2).address
    return found


def test_all_is_well_and_nothing_is_said(watched):
    watched.half_typed()
    watched.look()
    assert watched.told == ""
    watched.press_button()
    assert watched.stored == TYPED


def test_a_file_taken_away_is_put_back_with_the_form(watched, path):
    act_in_window(watched)
    watched.half_typed()
    path.unlink()
    watched.look()
    assert "ligger inte kvar i mappen" in watched.told
    assert "Senast sparat" in watched.told
    assert watched.typed == TYPED

    watched.follow("Lägg tillbaka registret")
    assert watched.told == ""
    assert path.is_file()
    assert watched.shown == "forening"
    assert watched.typed == TYPED
    watched.press_button()
    assert watched.stored == TYPED


def test_a_file_moved_away_and_back_is_noticed_both_times(watched, path):
    watched.half_typed()
    away = path.with_name("Flyttad.vanbok")
    path.rename(away)
    watched.look()
    assert watched.ways == ["Lägg tillbaka registret", "Försök igen"]
    watched.follow("Försök igen")
    assert "Det är som det var" in watched.said()

    away.rename(path)
    watched.look()
    assert watched.told == ""
    assert "inget är förlorat" in watched.said()
    assert watched.typed == TYPED


def test_an_older_copy_in_its_place_and_both_are_kept(watched, path, small_file):
    act_in_window(watched)
    watched.half_typed()
    put_in_place(small_file, path)
    watched.look()
    assert "En äldre kopia ligger där" in watched.told
    assert watched.ways == [PUT_BACK, TAKE_THERE]

    watched.follow(PUT_BACK)
    assert watched.stored == "Första adressen"
    assert watched.typed == TYPED
    assert "kom utifrån" in watched.said()
    watched.press_button()
    assert watched.stored == TYPED
    watched.session.close()
    found = saved_files(path)
    assert found.pop("Piteå.vanbok") == TYPED
    assert list(found.values()) == ["Låtsasgatan 4"]


def test_what_lies_there_is_opened_and_ours_is_saved_beside(watched, path, small_file, tmp_path):
    act_in_window(watched)
    watched.half_typed()
    put_in_place(gone_on(small_file, tmp_path), path)
    watched.look()
    assert "En kopia med andra ändringar ligger där" in watched.told

    watched.follow(TAKE_THERE)
    assert watched.told == ""
    assert watched.stored == "Låtsasgatan 4"
    assert "var öppet" in watched.said()
    assert watched.typed == TYPED
    watched.press_button()
    assert watched.stored == TYPED
    watched.session.close()
    found = saved_files(path)
    del found["Piteå.vanbok"]
    assert list(found.values()) == ["Första adressen"]


def test_a_newer_copy_in_its_place_is_told_as_newer(watched, path, small_file, tmp_path):
    watched.half_typed()
    put_in_place(gone_on(small_file, tmp_path), path)
    watched.look()
    assert "En nyare kopia ligger där" in watched.told
    watched.follow(TAKE_THERE)
    assert watched.desk.store.count(Association) == 3
    assert watched.typed == TYPED


@pytest.mark.parametrize("content", [b"", b"inget register alls" * 900])
def test_rubbish_in_its_place_is_put_aside(watched, path, content):
    act_in_window(watched)
    watched.half_typed()
    put_in_place(content, path)
    watched.look()
    assert "inte går att läsa" in watched.told
    watched.follow(PUT_BACK)
    assert watched.stored == "Första adressen"
    assert watched.typed == TYPED
    others = [each.read_bytes() for each in path.parent.glob("*kom utifrån*")]
    assert others == [content]


def test_overwritten_in_place_by_an_older_copy_tells_of_the_backups(watched, path, small_file):
    act_in_window(watched)
    watched.half_typed()
    path.write_bytes(small_file)
    watched.look()
    assert "skrivits över" in watched.told
    assert watched.ways[-1] == TAKE_THERE
    assert "inte längre i filen" in watched.told
    assert watched.typed == TYPED

    watched.follow(TAKE_THERE)
    assert watched.typed == TYPED
    watched.press_button()
    assert watched.stored == TYPED


def test_a_share_that_is_gone_comes_back_by_itself(watched, path):
    watched.half_typed()
    share = path.parent
    share.rename(share.with_name("borta"))
    watched.look()
    assert "svarar inte" in watched.told
    assert watched.ways == ["Försök igen"]
    watched.press_button()
    assert watched.typed == TYPED

    share.with_name("borta").rename(share)
    watched.look()
    assert watched.told == ""
    watched.press_button()
    assert watched.stored == TYPED


def test_a_share_that_does_not_even_answer_holds_nobody_up(watched, qtbot, monkeypatch):
    back = threading.Event()
    asking = watched.watching.answering
    monkeypatch.setattr(asking, "_stat", lambda _path: back.wait(20))
    monkeypatch.setattr(asking, "_limit", 0.1)
    watched.half_typed()
    began = time.monotonic()
    watched.watching.look()
    assert time.monotonic() - began < 1
    qtbot.waitUntil(lambda: "svarar inte" in watched.told)
    assert watched.typed == TYPED

    back.set()
    qtbot.waitUntil(lambda: watched.told == "")
    watched.press_button()
    assert watched.stored == TYPED


def test_a_page_that_cannot_be_read_leaves_the_one_that_is_shown(watched, path):
    watched.half_typed()
    form = watched.page.form
    # As after a failed save: the file is opened again when it is read next.
    watched.desk.store.file.close()
    share = path.parent
    share.rename(share.with_name("borta"))
    with pytest.raises(Moved):
        watched.window.go(Route(page="arenden"))
    assert watched.page.form is form
    assert watched.typed == TYPED
    share.with_name("borta").rename(share)
    watched.look()
    watched.press_button()
    assert watched.stored == TYPED


def test_trouble_with_the_file_is_no_error_of_the_program(watched, path, hooks, qtbot):
    watched.half_typed()
    share = path.parent
    share.rename(share.with_name("borta"))
    try:
        watched.desk.store.file.reopen()
    except Moved as error:
        hooks.caught(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: "svarar inte" in watched.told)
    assert hooks.shown == []
    share.with_name("borta").rename(share)


def test_an_act_that_is_refused_is_told_above_the_page_too(watched, path, small_file):
    act_in_window(watched)
    watched.half_typed()
    put_in_place(small_file, path)
    watched.press_button()
    assert watched.stored != TYPED
    assert "En äldre kopia ligger där" in watched.told
    assert watched.typed == TYPED


def test_saving_is_not_said_to_be_done_when_it_is_not(watched, path):
    watched.press(Qt.Key.Key_S, CTRL)
    assert watched.said().startswith("Allt är sparat")
    watched.half_typed()
    watched.press(Qt.Key.Key_S, CTRL)
    assert "undanlagt som utkast" in watched.said()
    path.unlink()
    watched.look()
    watched.press(Qt.Key.Key_S, CTRL)
    assert "går inte att spara" in watched.said()


def fill_the_disk(watched) -> None:
    """Let the file grow no more, and do acts until it has no room for another."""
    connection = watched.desk.store.file.connection
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {pages}")
    for number in range(400):
        if watched.session.run(AddAssociation(name=f"Förening {number}", place_ids=(1,))) is None:
            return
    raise AssertionError(pages)


def test_a_full_disk_keeps_the_form_and_the_same_button_saves_later(watched):
    fill_the_disk(watched)
    watched.half_typed()
    watched.press_button()
    assert "Disken är full" in watched.told
    assert "Samma knapp försöker igen" in watched.told
    assert watched.typed == TYPED
    assert watched.stored != TYPED

    watched.desk.store.file.connection.execute("PRAGMA max_page_count = 1000000")
    watched.press_button()
    assert watched.told == ""
    assert watched.stored == TYPED


@contextmanager
def no_larger(path: Path):
    """Let no file grow beyond the size that one has: every write behind it fails."""
    import resource  # noqa: PLC0415 - POSIX only

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size // 2, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, ignored)


@pytest.mark.skipif(os.name != "posix", reason="limits as POSIX has them")
def test_a_disk_that_fails_keeps_the_form_and_saves_once_later(watched, path):
    watched.half_typed()
    before = watched.desk.store.last_event_id
    with no_larger(path):
        watched.press_button()
        QTest.qWait(1)
    assert watched.typed == TYPED
    watched.look()
    watched.press_button()
    assert watched.stored == TYPED
    assert watched.desk.store.last_event_id == before + 1


def test_what_was_well_is_not_said_to_be_so_any_longer(watched, path, small_file):
    away = path.with_name("Flyttad.vanbok")
    path.rename(away)
    watched.look()
    away.rename(path)
    watched.look()
    assert "inget är förlorat" in watched.said()

    path.write_bytes(b"\xff" * len(small_file))
    watched.look()
    assert "skadad eller överskriven" in watched.told
    assert not watched.window.undo_band.isVisible()
