"""The session keeps what was open when its file is gone or another's, with or without a window."""

from __future__ import annotations

import shutil

import pytest

from db.store import Store
from desktop.domain.registers import Association
from desktop.flow.steps.associations import AddAssociation
from desktop.flow.steps.founding import FoundRegister
from desktop.running import Running
from desktop.ui.app import _leave_work
from desktop.ui.session import Session
from tests.ui.open.test_watching import put_in_place
from tests.ui.pages.register_window import NOW

FORMER, WORK = 2, 3
"""Associations in the file as it was, and in what is open."""


class Worked(Session):
    """A session with an act in it that no other file has; keeps what it says."""

    def __init__(self, preferences, path) -> None:
        super().__init__(preferences, lambda: NOW)
        self.said: list[str] = []
        self.lefts: list[object] = []
        self.refused.connect(lambda found: self.said.extend(str(each.text) for each in found))
        self.told.connect(lambda text: self.said.append(str(text)))
        self.parted.connect(self.lefts.append)
        assert self.open(path)
        assert self.run(AddAssociation(name="Föreningen Ny", place_ids=(1,))) is not None

    @property
    def held(self) -> int:
        """How many associations what is open has."""
        return self.need().store.count(Association)

    def keep_drafts(self) -> None:
        """Stand for a window with nothing typed in it."""

    @property
    def session(self) -> Worked:
        """Stand for the window that has it."""
        return self


@pytest.fixture
def worked(qapp, preferences, path):
    made = Worked(preferences, path)
    yield made
    made.close()


@pytest.fixture
def other(path, small_file):
    """Give another file of the same register."""
    made = path.with_name("Annan.vanbok")
    made.write_bytes(small_file)
    return made


@pytest.fixture
def own(tmp_path, monkeypatch):
    """Give a folder on this computer that is not the register's."""
    folder = tmp_path / "Dokument" / "Vänbok"
    monkeypatch.setattr("desktop.ui.lying.own_folder", lambda: folder)
    return folder


def rescued(folder) -> list[int]:
    """Give how many associations there are in each file that what was open was saved as."""
    found = []
    for each in folder.glob("*(var öppet*.vanbok"):
        with Store.open(each) as store:
            found.append(store.count(Association))
    return found


WAYS = {
    "close": lambda session, _other: session.close(),
    "another": lambda session, other: session.open(other),
    "made": lambda session, other: session.create(
        other.with_name("Ny.vanbok"), FoundRegister(name="Ebba Sagolin")
    ),
    "look": lambda session, other: session.look(other),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_another_keeps_what_was_open(worked, path, other, way):
    path.unlink()

    WAYS[way](worked, other)

    assert rescued(path.parent) == [WORK]
    assert [left.kept.parent for left in worked.lefts] == [path.parent]


def test_it_is_saved_once_however_often_it_is_asked(worked, path):
    path.unlink()

    _leave_work(worked, Running(path.with_name("mark")))
    assert rescued(path.parent) == [WORK]
    assert worked.desk is not None
    worked.leave()

    assert rescued(path.parent) == [WORK]


def test_a_folder_that_is_gone_with_it_is_answered_by_one_on_this_computer(worked, path, own):
    shutil.rmtree(path.parent)

    worked.leave()

    assert rescued(own) == [WORK]


def test_what_was_written_over_cannot_be_kept_and_is_not_said_to_be(worked, path, small_file):
    path.write_bytes(small_file)

    worked.leave()

    assert rescued(path.parent) == []
    assert worked.left.moved is not None
    assert worked.left.kept is None


def test_a_register_that_is_as_it_was_is_closed_without_a_word(worked, path):
    head = worked.need().store.head

    worked.leave()

    assert worked.lefts == []
    assert worked.left.head == head
    assert rescued(path.parent) == []


def test_a_register_whose_name_another_has_is_not_moved(worked, path, small_file, tmp_path):
    put_in_place(small_file, path)

    assert worked.move(tmp_path) is None

    assert worked.held == WORK
    assert "bytts ut" in worked.said[-1]


def test_a_backup_put_back_where_the_file_is_gone_leaves_what_was_open_too(worked, path, other):
    path.unlink()

    assert worked.restore(other) is not None

    assert worked.held == FORMER
    assert rescued(path.parent) == [WORK]
    assert "säkerhetskopiorna" not in worked.said[-1]


def test_one_that_somebody_took_away_again_is_saved_anew(worked, path):
    path.unlink()
    worked.shelter().kept.unlink()

    worked.leave()

    assert rescued(path.parent) == [WORK]
