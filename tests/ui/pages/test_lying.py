"""A register in a synchronised folder or on a share: told once, moved out, or left there."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.whereabouts import Kind, Whereabouts
from desktop.ui.companions import accompany
from desktop.ui.lying import Lying
from tests.ui.pages.backup_register import settled
from tests.ui.pages.register_window import RegisterWindow


@pytest.fixture
def window(qapp, preferences, path, tmp_path):
    """Give a window on a register in a folder that is called Dropbox."""
    folder = tmp_path / "Dropbox" / "Vänbok"
    folder.mkdir(parents=True)
    made = RegisterWindow(preferences)
    accompany(made.window)
    made.window.open_file(path.rename(folder / path.name))
    keeper = made.session.keeper
    assert keeper is not None
    keeper._beginning.stop()
    yield made
    made.close()


def lying(window):
    return next(each for each in window.window.companions if isinstance(each, Lying))


def band(window):
    lying(window).look()
    settled(lambda: not lying(window)._beside.running())
    return window.window.notices.bands.get("lying")


def test_a_synchronised_folder_is_told_by_its_name(window):
    assert "Registret ligger i Dropbox" in band(window).accessibleName()


def test_what_may_stay_is_told_once(window):
    band(window).links[1].click()
    assert "lying" not in window.window.notices.bands
    assert band(window) is None


def test_a_folder_on_the_computer_is_not_told_of(window):
    lying(window)._where = lambda _path: Whereabouts(kind=Kind.LOCAL, name="")
    assert band(window) is None


def test_a_share_is_told_of(window):
    lying(window)._where = lambda _path: Whereabouts(kind=Kind.SHARE, name="//server/delad")
    assert "nätverksdisk" in band(window).accessibleName()


def test_moved_to_the_computer_its_backups_go_where_it_lay(window, tmp_path):
    former: Path = window.session.path
    own = tmp_path / "egen"
    own.mkdir()
    lying(window).move_to(own)
    assert window.session.path == own / former.name
    assert not former.exists()
    assert window.session.preferences.recent()[0] == own / former.name
    uuid = window.session.desk.store.register_uuid
    assert window.session.preferences.second(uuid) == former.parent


def test_a_register_that_cannot_be_moved_stays_open_where_it_lies(window, tmp_path):
    former = window.session.path
    taken = tmp_path / "upptagen"
    taken.mkdir()
    (taken / former.name).write_bytes(b"annat")
    lying(window).move_to(taken)
    assert window.session.path == former
    assert (taken / former.name).read_bytes() == b"annat"
