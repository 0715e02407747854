"""A second place for the backups can be chosen at first start, and never must be."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtTest import QTest

from desktop.ui import closing, second_place
from tests.ui.pages.kept_window import KeptWindow, backups_in
from tests.ui.pages.register_window import write
from tests.ui.pages.test_start import NAME, at_step, field


@pytest.fixture
def start(qapp, preferences, tmp_path, monkeypatch):
    """Give a window at its last question but for the place of the file."""
    monkeypatch.setattr(closing, "LINGER", 1)
    monkeypatch.setattr(second_place, "_disks", list)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "hem")
    (tmp_path / "hem" / "OneDrive - Kommunen").mkdir(parents=True)
    made = KeptWindow(preferences, tmp_path / "ny" / "Piteå.vanbok")
    made.page.file.put(made.path)
    write(field(made.page, "name"), NAME)
    made.page.go_to(4)
    yield made
    made.close()


def test_it_may_be_left_empty_and_is_not_asked_for_again(start):
    start.page.next_act()
    QTest.qWait(20)
    start.rest()
    assert start.shown == "idag"
    assert start.keeper.state.second is None
    assert start.bands == {}
    assert len(backups_in(start.path.parent)) == 1


def test_a_folder_that_is_chosen_gets_the_first_backup(start, tmp_path):
    folder = tmp_path / "Kopior"
    folder.mkdir()
    write(start.page.file.second.field, str(folder))
    start.page.next_act()
    start.rest()
    assert start.keeper.state.second == folder
    assert len(backups_in(folder)) == 1


def test_a_folder_that_is_not_there_is_said_beside_its_field(start, tmp_path):
    write(start.page.file.second.field, str(tmp_path / "borta"))
    start.page.next_act()
    assert at_step(start.page) == 5
    assert "finns inte" in start.page.file.second.problem.text()
    assert not start.path.exists()
    write(start.page.file.second.field, "")
    assert not start.page.file.second.problem.isVisible()


def test_what_was_found_is_taken_with_one_press(start, tmp_path):
    for _ in range(200):
        if start.page.file.second.links:
            break
        QTest.qWait(10)
    start.page.file.second.links[0].click()
    assert start.page.file.second.folder() == tmp_path / "hem" / "OneDrive - Kommunen"
