"""A copy is looked at and never changed; a backup is put back, and what was done is said."""

from __future__ import annotations

import pytest

from db.backups.occasion import Occasion
from db.errors import FileTrouble
from desktop.domain.registers import Place
from desktop.domain.text import say
from desktop.ui import closing
from desktop.ui.page import Route
from tests.ui.pages.kept_window import KeptWindow, occasions


@pytest.fixture
def kept(qapp, preferences, path, monkeypatch):
    """Give a window on a register with one backup, and one place added since."""
    monkeypatch.setattr(closing, "LINGER", 1)
    made = KeptWindow(preferences, path)
    made.open()
    last = made.keeper.state.last
    assert last is not None
    made.backup = last.path
    made.work()
    yield made
    made.close()


def places(kept) -> list[str]:
    return [each.name for each in kept.desk.store.find(Place)]


def test_a_backup_is_shown_as_it_was(kept):
    assert kept.session.look(kept.backup)
    kept.rest()
    assert "Låtsasvik" not in places(kept)
    assert kept.session.looking is not None
    assert "Du tittar på Piteå.vanbok som det var" in kept.bands["looking"]
    assert kept.window.windowTitle() == "Idag (kopia, kan inte ändras) – Vänbok"


def test_what_was_left_is_backed_up_and_the_copy_never_is(kept):
    kept.session.look(kept.backup)
    kept.rest()
    kept.pass_minutes(60)
    assert occasions(kept) == [Occasion.START, Occasion.CLOSE]
    assert kept.line == ""


def test_no_act_is_done_in_a_copy(kept, qtbot):
    kept.session.look(kept.backup)
    head = kept.desk.store.head
    kept.session.refused.connect(lambda problems: told.append(str(problems[0].text)))
    told: list[str] = []
    with pytest.raises(AssertionError):
        kept.work("Påhittsund")
    assert "i den kan inget ändras" in told[0]
    assert kept.desk.store.head == head
    assert not kept.session.can_undo()
    assert not kept.session.undo()


def test_the_way_back_leads_to_the_register(kept):
    kept.session.look(kept.backup)
    folder = kept.desk.store.path.parent
    kept.follow("looking", "Gå tillbaka")
    assert kept.session.path == kept.path
    assert "Låtsasvik" in places(kept)
    assert "looking" not in kept.bands
    assert not folder.exists()


def test_closing_the_window_while_looking_leaves_the_register_and_no_copy(kept):
    kept.session.look(kept.backup)
    folder = kept.desk.store.path.parent
    kept.close()
    assert not folder.exists()
    assert occasions(kept) == [Occasion.START, Occasion.CLOSE]


def test_what_cannot_be_looked_at_leaves_the_register_open(kept, tmp_path):
    bad = tmp_path / "Skadad.vanbok"
    bad.write_bytes(b"SQLite format 3\x00" + b"x" * 400)
    told: list[object] = []
    kept.session.refused.connect(told.append)
    assert not kept.session.look(bad)
    assert told
    assert kept.session.path == kept.path
    assert kept.session.looking is None


def test_a_backup_is_put_back_and_what_was_done_is_said(kept):
    restored = kept.session.restore(kept.backup)
    kept.rest()
    assert restored is not None
    assert kept.session.path == kept.path
    assert "Låtsasvik" not in places(kept)
    assert "Registret är nu som det var 2026-11-21 12.00." in kept.window.undo_band.text()
    assert Occasion.RESTORE in occasions(kept)


def test_a_backup_that_is_looked_at_can_be_put_back(kept):
    kept.session.look(kept.backup)
    assert kept.session.restore(kept.backup) is not None
    assert kept.session.path == kept.path
    assert kept.session.looking is None
    assert "Låtsasvik" not in places(kept)


def test_a_backup_that_is_no_good_leaves_everything_as_it_was(kept):
    kept.backup.write_bytes(kept.backup.read_bytes()[:9000])
    head = kept.desk.store.head
    assert kept.session.restore(kept.backup) is None
    assert kept.desk.store.head == head
    assert "skadad" in kept.window.undo_band.text()
    assert kept.shown == "idag"


def test_no_start_page_flashes_up_while_a_register_is_exchanged(kept, monkeypatch):
    shown = []
    work = kept.session.care.patiently

    def watch(words, do):
        shown.append(kept.window.shelf.page())
        return work(words, do)

    monkeypatch.setattr(kept.session.care, "patiently", watch)
    kept.session.restore(kept.backup)
    assert shown == [None]
    assert kept.shown == "idag"


def test_a_register_that_cannot_be_opened_again_is_told_of(kept, monkeypatch):
    def fail(*_args, **_more):
        raise FileTrouble(say("Disken är borta."))

    monkeypatch.setattr("desktop.flow.registers.open_register", fail)
    assert kept.session.restore(kept.backup) is not None
    assert kept.shown == "skadad"


def test_the_name_is_given_back_to_what_is_open(kept):
    kept.rest()
    kept.path.rename(kept.path.with_name("bort.vanbok"))
    done = kept.session.put_back()
    kept.rest()
    assert done is not None
    assert kept.session.path == kept.path
    assert "Låtsasvik" in places(kept)
    assert "på sin plats igen som Piteå.vanbok" in kept.window.undo_band.text()


def test_the_settings_of_backups_are_not_offered_in_a_copy(kept):
    kept.session.look(kept.backup)
    page = kept.go(Route(page="installningar"))
    assert not page.backups.isVisible()
    assert "backups" not in dict(page._parts)
