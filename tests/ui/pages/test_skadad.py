"""A file that cannot be opened: what it is, that nothing was written, and what to do."""

from __future__ import annotations

import json
import os
import sqlite3
import sys
from contextlib import closing
from datetime import datetime
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from db.pages import spans
from db.store import Store
from desktop.flow.registers import begin
from desktop.flow.steps.founding import FoundRegister
from desktop.ui.pages.skadad_words import State
from desktop.ui.seen import Sights, seen_now
from tests.ui.pages.backup_register import backed_up, settled
from tests.ui.pages.register_window import CTRL, ENTER, NOW

UNDER_WINDOWS = sys.platform == "win32"


@pytest.fixture
def ground(path, tmp_path):
    """Give a register with backups."""
    return backed_up(path, tmp_path / "usb")


def open_bad(window, path, content=None):
    """Open a file and wait until its backups were looked for."""
    if content is not None:
        path.write_bytes(content)
    window.window.open_file(path)
    assert window.shown == "skadad"
    page = window.page
    settled(lambda: not page._beside.running())
    settled(lambda: all(row.height() for row in page.choice._rows))
    return page


def moments(page):
    return [row._day.text() for row in page.choice._rows]


def lacks(page):
    return [row._lacks.text() for row in page.choice._rows]


# What the file is


def test_a_damaged_register_is_called_that_and_left_alone(alone, tmp_path, small_file):
    bad = tmp_path / "Piteå.vanbok"
    page = open_bad(alone, bad, small_file[:9000])
    assert page.heading.text() == "Registret Piteå.vanbok går inte att läsa"
    assert "Ingenting har skrivits i den" in page.sentence.text()
    assert bad.read_bytes() == small_file[:9000]


@pytest.mark.parametrize(
    ("content", "what"),
    [
        (b"PK\x03\x04" + b"x" * 300, "Excel"),
        (b"%PDF-1.7\n" + b"x" * 300, "en PDF"),
        (b"hej hopp" * 40, "en textfil"),
    ],
)
def test_another_kind_of_file_is_called_what_it_is(alone, tmp_path, content, what):
    page = open_bad(alone, tmp_path / "Budget.vanbok", content)
    assert page.heading.text() == "Budget.vanbok är inget register"
    assert what in page.sentence.text()
    assert (tmp_path / "Budget.vanbok").read_bytes() == content


def test_an_empty_file_is_called_empty(alone, tmp_path):
    page = open_bad(alone, tmp_path / "Budget.vanbok", b"")
    assert page.heading.text() == "Budget.vanbok är tom"
    assert (tmp_path / "Budget.vanbok").read_bytes() == b""


def test_a_file_that_is_gone_is_said_with_its_place(alone, tmp_path):
    page = open_bad(alone, tmp_path / "Borta.vanbok")
    assert page.heading.text() == "Borta.vanbok finns inte där den låg"
    assert page.state is State.MISSING


def test_a_folder_that_is_gone_is_a_disk_that_is_away(alone, tmp_path):
    page = open_bad(alone, tmp_path / "borta" / "Piteå.vanbok")
    assert page.heading.text() == "Piteå.vanbok går inte att nå"
    assert str(tmp_path / "borta") in page.sentence.text()


def test_a_newer_register_can_neither_be_looked_at_nor_exchanged(alone, ground):
    raw = bytearray(ground.path.read_bytes())
    raw[60:64] = (99).to_bytes(4, "big")
    page = open_bad(alone, ground.path, bytes(raw))
    assert page.heading.text() == "Piteå.vanbok är gjort med en nyare version"
    assert not page.choice.isVisible()
    assert not page.look_button.isVisible()
    assert ground.path.read_bytes() == bytes(raw)


@pytest.mark.skipif(UNDER_WINDOWS, reason="folders are protected otherwise there")
def test_a_protected_register_can_be_looked_at(alone, path):
    path.chmod(0o444)
    before = path.read_bytes()
    page = open_bad(alone, path)
    assert page.heading.text() == "Piteå.vanbok är skrivskyddat"
    page.look_button.click()
    assert alone.shown == "idag"
    assert alone.session.looking.source == path
    assert path.read_bytes() == before


def test_an_own_copy_of_a_protected_register_is_opened(alone, path, tmp_path, monkeypatch):
    path.chmod(0o444)
    own = tmp_path / "min egen.vanbok"
    monkeypatch.setattr("desktop.ui.dialogs.ask_save", lambda *_: own)
    page = open_bad(alone, path)
    page.keep_button.click()
    assert alone.session.path == own
    assert alone.session.looking is None


def test_what_stands_in_pages_is_said_in_runs():
    assert spans((212, 213, 214, 215, 230, 3)) == "3, 212–215, 230"


def test_a_register_that_another_tool_has_put_in_wal_just_opens(alone, path):
    with closing(sqlite3.connect(path)) as tool:
        tool.execute("PRAGMA journal_mode = WAL").fetchall()
        tool.execute("PRAGMA user_version").fetchall()
    alone.window.open_file(path)
    assert alone.shown == "idag"


# Who has it


def test_a_register_open_in_another_window_can_be_tried_again(alone, path):
    with Store.open(path):
        page = open_bad(alone, path)
        assert page.heading.text() == "Piteå.vanbok är redan öppet"
    page.again_button.click()
    assert alone.shown == "idag"


@pytest.mark.skipif(UNDER_WINDOWS, reason="the lock is another there")
def test_a_register_open_on_another_computer_says_where_and_can_be_looked_at(alone, path):
    import fcntl  # noqa: PLC0415 - not on Windows

    who = {"host": "PC-17", "user": "ebba", "pid": 1}
    who["since"] = datetime.now().replace(hour=8, minute=10).isoformat()  # noqa: DTZ005
    lock = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT)
    fcntl.flock(lock, fcntl.LOCK_EX)
    os.write(lock, json.dumps(who).encode())
    page = open_bad(alone, path)
    assert "hos ebba på PC-17 sedan 08.10" in page.sentence.text()
    alone.press(ENTER)
    os.close(lock)
    assert alone.session.looking is not None
    assert alone.session.looking.holder.host == "PC-17"


# Backups


def test_the_backups_of_a_damaged_register_are_offered_the_newest_first(alone, ground):
    page = open_bad(alone, ground.path, ground.path.read_bytes()[:9000])
    assert len(moments(page)) == 2
    assert page.choice.kept().backup.number == 2
    assert page.choice.heading.note.text() == "kontrollerade nyss, hela"
    assert "är hel" in page.sentence.text()


def test_what_is_missing_is_said_in_words_where_the_log_can_be_read(alone, ground):
    raw = bytearray(ground.path.read_bytes())
    with Store.open(ground.path) as store:
        (root,) = store.rows("SELECT rootpage FROM sqlite_schema WHERE name = 'what_if'")
    raw[(root[0] - 1) * 4096 : root[0] * 4096] = os.urandom(4096)
    ground.path.write_bytes(raw)
    alone.window.open_file(ground.path)
    trouble = alone.session.desk.store.verified
    trouble.wait(20)
    alone.session.give_up(trouble.trouble)
    page = alone.page
    settled(lambda: not page._beside.running())
    assert lacks(page) == ["Saknar 1 händelse", "Saknar 3 händelser"]
    assert "Låtsaslaget" in page.choice.missing.text()
    assert ground.path.read_bytes() == bytes(raw)


def test_what_is_missing_is_unknown_where_nothing_can_be_read(alone, ground):
    page = open_bad(alone, ground.path, bytes(16) + ground.path.read_bytes()[16:])
    assert lacks(page) == ["Okänt vad som saknas"] * 2
    assert "är okänt" in page.choice.missing.text()


def test_what_was_seen_here_last_tells_how_much_is_missing_at_least(alone, ground):
    with Store.open(ground.path) as store:
        Sights(alone.session.preferences.folder).keep(seen_now(store))
    page = open_bad(alone, ground.path, bytes(16) + ground.path.read_bytes()[16:])
    assert lacks(page) == ["Saknar minst 1 händelse", "Saknar minst 3 händelser"]


def test_enter_goes_on_from_the_newest_backup_and_keeps_the_damaged_file(alone, ground):
    bad = ground.path.read_bytes()[:9000]
    page = open_bad(alone, ground.path, bad)
    assert page.choice.has_focus()
    alone.press(ENTER)
    assert alone.shown == "idag"
    assert alone.session.path == ground.path
    (aside,) = ground.folder.glob("Undanlagt*/Piteå.vanbok")
    assert aside.read_bytes() == bad


def test_the_list_stands_still_while_it_is_checked(alone, ground, monkeypatch):
    monkeypatch.setattr("desktop.ui.pages.skadad.SOON", 0)
    page = open_bad(alone, ground.path, b"")
    rows = list(page.choice._rows)
    QTest.qWait(20)
    assert page.choice._rows == rows
    assert page.choice.has_focus()


def test_the_arrows_choose_an_older_backup(alone, ground):
    page = open_bad(alone, ground.path, b"")
    alone.press(Qt.Key.Key_Down)
    backup = page.choice.kept().backup
    assert backup.number == 1
    alone.press(ENTER, CTRL)
    assert alone.session.desk.store.last_event_id == backup.facts.events


def test_a_missing_register_comes_back_from_its_backup(alone, ground):
    ground.path.unlink()
    page = open_bad(alone, ground.path)
    page.choice.go_button.click()
    assert alone.session.path == ground.path


def test_a_register_that_was_renamed_is_found_in_its_folder_and_comes_first(alone, ground):
    """Given the register under another name, and another one there, only the first is offered."""
    renamed = ground.path.rename(ground.path.with_name("Var öppet.vanbok"))
    other, founding = ground.path.with_name("Annat.vanbok"), FoundRegister(name="Tove Saga")
    begin(other, founding, clock=lambda: NOW, new_uuid=lambda: str(uuid4())).store.close()

    page = open_bad(alone, ground.path)

    assert page.elsewhere.paths == [renamed]
    assert "den senaste" in page.elsewhere.table.rows.cells(0)[0].second
    assert page.elsewhere.table.hasFocus()
    page.next_act()
    assert alone.session.path == renamed


def test_a_backup_is_looked_at_and_the_damaged_file_left(alone, ground):
    page = open_bad(alone, ground.path, b"")
    page.choice.look_button.click()
    assert alone.session.looking.is_backup
    assert ground.path.read_bytes() == b""


def test_a_backup_with_another_byte_is_not_offered(alone, ground):
    newest = max(ground.folder.glob("*.vanbok"))
    raw = bytearray(newest.read_bytes())
    raw[-1] ^= 1
    newest.write_bytes(raw)
    page = open_bad(alone, ground.path, b"")
    assert page.choice.kept().backup.number == 1


def test_without_backups_it_is_said_where_was_looked(alone, path):
    page = open_bad(alone, path, b"")
    assert str(path.parent / "Vänbok säkerhetskopior") in page.choice.sentence.text()


def test_another_registers_backups_are_not_offered(alone, ground, tmp_path):
    page = open_bad(alone, tmp_path / "Boden.vanbok", b"")
    assert page.choice.kept() is None


def test_a_backup_that_is_opened_is_called_a_backup(alone, ground):
    backup = max(ground.folder.glob("*.vanbok"))
    before = backup.read_bytes()
    page = open_bad(alone, backup)
    assert page.heading.text() == "Det här är en säkerhetskopia"
    assert page.return_button.text() == "Återgå till den i Piteå.vanbok …"
    assert backup.read_bytes() == before


def test_a_backup_that_is_opened_leads_to_its_register(alone, ground):
    page = open_bad(alone, min(ground.folder.glob("*.vanbok")))
    page.return_button.click()
    assert alone.shown == "sakerhetskopior"
    assert alone.session.path == ground.path
    shown = alone.page
    settled(lambda: shown._current() is not None)
    assert shown._current().backup.number == 1


# Other ways on


def test_enter_opens_the_register_used_last(alone, path, tmp_path):
    alone.session.preferences.opened(path)
    page = open_bad(alone, tmp_path / "x.vanbok", b"nej")
    assert page.recent.paths == [path]
    alone.press(ENTER)
    assert alone.session.path == path


def test_the_one_that_failed_is_not_offered_again(alone, tmp_path):
    bad = tmp_path / "x.vanbok"
    alone.session.preferences.opened(bad)
    page = open_bad(alone, bad, b"nej")
    assert page.recent.paths == []
    assert not page.recent.isVisible()


def test_the_report_names_nobody(alone, tmp_path):
    page = open_bad(alone, tmp_path / "Ebba Sagolin.vanbok", b"PK\x03\x04hemligt")
    page.copy_button.click()
    words = QGuiApplication.clipboard().text()
    assert "NotARegister" in words
    assert "Sagolin" not in words
    assert str(tmp_path) not in words


def test_a_new_register_can_be_begun_from_there(alone, tmp_path):
    page = open_bad(alone, tmp_path / "x.vanbok", b"nej")
    page.new_button.click()
    assert alone.shown == "start"


def test_opening_a_bad_file_closes_the_one_that_was_open(opened, tmp_path):
    open_bad(opened, tmp_path / "x.vanbok", b"nej")
    assert opened.session.desk is None
