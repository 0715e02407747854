"""Backups happen by themselves, say where they are, and say when one failed."""

from __future__ import annotations

import os
import shutil
import sys

import pytest
from PySide6.QtTest import QTest

from db.backups.making import Outcome, back_up
from db.backups.occasion import Occasion
from db.backups.place import FOLDER
from db.store import Store
from desktop.domain.problems import Problem
from desktop.flow.steps.founding import FoundRegister
from desktop.ui import closing, dialogs
from desktop.ui.page import Route
from tests.ui.pages.kept_window import KeptWindow, backups_in, occasions


@pytest.fixture
def kept(qapp, preferences, path, monkeypatch):
    """Give a window without a register, whose backups are kept."""
    monkeypatch.setattr(closing, "LINGER", 1)
    made = KeptWindow(preferences, path)
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path):
    """Give a folder on what might be another disk."""
    folder = tmp_path / "STICKA"
    folder.mkdir()
    return folder


def with_second(kept, stick) -> None:
    kept.open()
    assert kept.keeper.choose_second(stick) is None
    kept.rest()


# When


def test_a_register_that_was_never_backed_up_is_so_when_it_is_opened(kept):
    kept.open()
    assert occasions(kept) == [Occasion.START]
    assert kept.line == "Säkerhetskopia 12.00"


def test_nothing_is_made_when_nothing_has_changed(kept):
    kept.open()
    kept.pass_minutes(31)
    kept.session.close()
    kept.rest()
    kept.open()
    assert occasions(kept) == [Occasion.START]


def test_half_an_hour_after_a_change_there_is_another(kept):
    kept.open()
    kept.work()
    kept.pass_minutes(29)
    assert occasions(kept) == [Occasion.START]
    kept.pass_minutes(1)
    assert occasions(kept) == [Occasion.START, Occasion.INTERVAL]
    assert kept.line == "Säkerhetskopia 12.30"


def test_a_register_that_is_closed_is_backed_up_beside_the_window(kept):
    kept.open()
    kept.work()
    kept.session.close()
    assert kept.shown == "start"
    kept.rest()
    assert occasions(kept) == [Occasion.START, Occasion.CLOSE]


def test_closing_the_window_ends_only_when_the_last_backup_is_made(kept):
    kept.open()
    kept.work()
    kept.close()
    assert occasions(kept) == [Occasion.START, Occasion.CLOSE]


def test_the_end_of_the_computers_session_leaves_a_backup_and_the_register_open(kept):
    kept.open()
    kept.work()
    kept.keeper.finish_quickly()
    assert len(backups_in(kept.path.parent)) == 2
    assert kept.session.desk is not None


def test_nothing_is_backed_up_under_a_name_that_another_file_has(kept):
    """Given an older copy in its place, no backup is made of it, and whoever asks is told why."""
    kept.open()
    former = kept.path.read_bytes()
    kept.work()
    other = kept.path.with_name("nedladdad.tmp")
    other.write_bytes(former)
    other.replace(kept.path)
    said: list[Problem] = []
    heard: list[tuple[Outcome, ...]] = []
    kept.session.refused.connect(said.extend)

    kept.pass_minutes(31)
    kept.keeper.finish_quickly()
    assert not kept.keeper.before(Occasion.IMPORT)
    assert said == []
    kept.keeper.back_up(Occasion.ASKED, heard.append)
    kept.session.close()
    kept.rest()

    assert occasions(kept) == [Occasion.START]
    assert heard == [()]
    assert "bytts ut mot en annan fil" in str(said[0].text)


def test_an_older_register_is_backed_up_before_it_is_brought_over(kept, monkeypatch):
    # What is older in the file's own first bytes cannot be made here: the limit is raised instead.
    monkeypatch.setattr("db.header.SCHEMA", 99)
    assert kept.session.care.before_opening(kept.path)
    assert occasions(kept) == [Occasion.MIGRATION]


def test_before_what_cannot_be_done_again_a_backup_is_made_though_nothing_has_changed(kept):
    kept.open()
    assert kept.keeper.before(Occasion.IMPORT)
    assert occasions(kept) == [Occasion.START, Occasion.IMPORT]


def test_before_says_no_when_no_backup_could_be_made(kept):
    kept.open()
    shutil.rmtree(kept.path.parent / FOLDER)
    (kept.path.parent / FOLDER).write_text("en fil i vägen", encoding="utf-8")
    assert not kept.keeper.before(Occasion.IMPORT)
    assert "backup" in kept.bands


def test_one_is_made_when_it_is_asked_for_and_whoever_asked_hears_of_it(kept):
    kept.open()
    heard: list[tuple[Outcome, ...]] = []
    kept.keeper.back_up(Occasion.ASKED, heard.append)
    kept.rest()
    assert occasions(kept) == [Occasion.START, Occasion.ASKED]
    assert [each.trouble for each in heard[0]] == [None]


def test_acts_are_saved_while_a_backup_is_made(kept):
    kept.open()
    kept.keeper.again()
    kept.work()
    assert kept.keeper.worker.busy or occasions(kept)[-1] is Occasion.ASKED
    kept.rest()
    assert kept.bands.get("backup") is None


# What the line says


def test_the_words_grow_old_with_the_clock(kept):
    kept.open()
    kept.pass_minutes(24 * 60)
    assert kept.line == "Säkerhetskopia i går 12.00"


def test_both_places_are_named_and_the_older_by_its_age(kept, stick):
    with_second(kept, stick)
    assert kept.line == "Säkerhetskopia 12.00, och i mappen STICKA"
    shutil.move(stick, stick.with_name("ute"))
    kept.work()
    kept.pass_minutes(30)
    assert kept.line == "Säkerhetskopia 12.30, i mappen STICKA 12.00"


def test_pressing_the_words_leads_to_the_backups(kept):
    kept.open()
    kept.window.status.backup.click()
    assert kept.shown in ("sakerhetskopior", "installningar")


def test_the_last_in_a_place_that_is_away_is_known_after_a_restart(kept, stick):
    with_second(kept, stick)
    kept.session.close()
    kept.rest()
    shutil.move(stick, stick.with_name("ute"))
    kept.clocks.turn(24 * 60)
    kept.open()
    assert kept.line == "Säkerhetskopia i går 12.00, i mappen STICKA i går 12.00"


# What fails


def test_a_place_that_is_gone_is_told_with_since_when(kept, stick):
    with_second(kept, stick)
    shutil.move(stick, stick.with_name("ute"))
    kept.work()
    kept.pass_minutes(30)
    told = kept.bands["backup"]
    assert told.startswith("Ingen säkerhetskopia i mappen STICKA.")
    assert "Den senaste är från i dag 12.00." in told
    assert len(backups_in(kept.path.parent)) == 3


def test_the_band_goes_by_itself_when_the_place_is_back(kept, stick):
    with_second(kept, stick)
    shutil.move(stick, stick.with_name("ute"))
    kept.work()
    kept.pass_minutes(30)
    shutil.move(stick.with_name("ute"), stick)
    kept.pass_minutes(5)
    assert kept.bands == {}
    assert len(backups_in(stick)) == 2
    assert len(backups_in(kept.path.parent)) == 3


def test_try_again_tries_again(kept, stick):
    with_second(kept, stick)
    shutil.move(stick, stick.with_name("ute"))
    kept.work()
    kept.pass_minutes(30)
    shutil.move(stick.with_name("ute"), stick)
    kept.follow("backup", "Försök igen")
    assert kept.bands == {}


def test_another_place_is_chosen_from_the_band(kept, stick, tmp_path, monkeypatch):
    with_second(kept, stick)
    shutil.rmtree(stick)
    kept.work()
    kept.pass_minutes(30)
    other = tmp_path / "annan"
    other.mkdir()
    monkeypatch.setattr(dialogs, "ask_folder", lambda *_: other)
    kept.follow("backup", "Välj plats …")
    assert kept.bands == {}
    assert len(backups_in(other)) == 1


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nothing is closed to an administrator"
)
def test_a_folder_that_is_closed_is_told(kept, stick):
    with_second(kept, stick)
    (stick / FOLDER).chmod(0o500)
    kept.work()
    kept.pass_minutes(30)
    (stick / FOLDER).chmod(0o700)
    assert "går inte att skriva" in kept.bands["backup"]


def test_when_no_place_works_that_is_said(kept):
    kept.open()
    shutil.rmtree(kept.path.parent / FOLDER)
    (kept.path.parent / FOLDER).write_text("en fil i vägen", encoding="utf-8")
    kept.work()
    kept.pass_minutes(30)
    assert kept.bands["backup"].startswith("Ingen säkerhetskopia gjordes.")


def test_a_backup_that_somebody_else_is_making_is_waited_for_without_a_word(kept, monkeypatch):
    kept.open()
    kept.work()
    from db.lock import SessionLock  # noqa: PLC0415 - where it is used

    lock = SessionLock(kept.path.with_name(f"{kept.path.name}.backup"))
    kept.pass_minutes(30)
    assert "backup" not in kept.bands
    lock.release()
    kept.pass_minutes(1)
    assert occasions(kept)[-1] is Occasion.INTERVAL


# The second place


def test_one_place_only_is_told_once_and_never_again(kept):
    kept.open()
    assert "på samma disk" in kept.bands["second"]
    kept.follow("second", "Inte nu")
    assert kept.bands == {}
    kept.session.close()
    kept.rest()
    kept.open()
    assert kept.bands == {}


def test_a_second_place_is_kept_for_its_register(kept, stick):
    with_second(kept, stick)
    assert len(backups_in(stick)) == 1
    uuid = kept.desk.store.register_uuid
    kept.session.close()
    kept.rest()
    kept.open()
    assert kept.keeper.state.second == stick
    assert kept.session.preferences.second_known(uuid)


def test_the_registers_own_folder_is_no_second_place(kept):
    kept.open()
    problem = kept.keeper.choose_second(kept.path.parent)
    assert problem is not None
    assert "annan disk" in str(problem.text)
    assert kept.keeper.state.second is None


def test_a_second_place_is_no_longer_used(kept, stick):
    with_second(kept, stick)
    kept.keeper.choose_second(None)
    kept.work()
    kept.pass_minutes(30)
    assert len(backups_in(stick)) == 1
    assert kept.line == "Säkerhetskopia 12.30"


# Nothing is in the way


def test_the_worker_stops_when_it_is_told_to(kept, monkeypatch):
    kept.open()
    stopped = []

    def slow(register, places, order):
        while not order.watch.stopped():
            QTest.qSleep(5)
        stopped.append(register)
        return back_up(register, (), order)

    monkeypatch.setattr("db.backups.making.back_up", slow)
    kept.keeper.again()
    QTest.qWait(50)
    kept.keeper.worker.release()()
    assert stopped == [kept.path]
    assert not kept.keeper.worker.busy


def test_whoever_asked_hears_of_a_backup_that_was_broken_off(kept):
    """Given a backup that makes way for something else, its button is told to rest."""
    kept.open()
    heard: list[tuple[Outcome, ...]] = []
    rests: list[bool] = []
    kept.keeper.worker.rested.connect(lambda: rests.append(True))
    for _ in range(2):
        kept.keeper.back_up(Occasion.ASKED, heard.append)
    kept.keeper.worker.release()()
    assert heard == [(), ()]
    assert rests == [True]


def test_a_place_that_does_not_answer_has_its_band_and_the_other_its_backup(kept, stick, silent):
    with_second(kept, stick)
    kept.session.preferences.keep_second(kept.keeper._ledger.uuid, silent, known=True)
    kept.work()
    kept.pass_minutes(30)
    assert "backup" in kept.bands
    assert occasions(kept)[-1] is Occasion.INTERVAL


def test_a_fault_in_the_program_is_told_as_no_backup(kept, monkeypatch):
    kept.open()

    def fault(*_args):
        raise LookupError

    monkeypatch.setattr("db.backups.making.back_up", fault)
    heard: list[Outcome] = []
    kept.keeper.back_up(Occasion.ASKED, heard.extend)
    kept.rest()
    assert [each.backup for each in heard] == [None]
    assert kept.bands["backup"].startswith("Ingen säkerhetskopia gjordes.")


def test_another_register_has_its_own_words_and_bands(kept, stick, tmp_path):
    with_second(kept, stick)
    shutil.rmtree(stick)
    kept.work()
    kept.pass_minutes(30)
    assert "backup" in kept.bands
    other = tmp_path / "annan" / "Annan.vanbok"
    other.parent.mkdir()
    assert kept.session.create(other, FoundRegister(name="Ebba Sagolin"))
    QTest.qWait(20)
    kept.rest()
    assert list(kept.bands) == ["second"]
    assert len(backups_in(other.parent)) == 1


def test_a_register_open_elsewhere_can_still_be_backed_up(kept):
    with Store.open(kept.path) as store:
        assert store.head
        kept.keeper.before_with(Occasion.ASKED, kept.path)
    assert occasions(kept) == [Occasion.ASKED]


def test_the_settings_show_both_places(kept, stick):
    with_second(kept, stick)
    page = kept.go(Route(page="installningar", act="backups"))
    QTest.qWait(300)
    assert page.backups.isVisible()
    assert page.backups.choose.text() == "Byt plats …"
    page.backups.drop.click()
    kept.rest()
    assert kept.keeper.state.second is None
    assert page.backups.choose.text() == "Välj plats …"
