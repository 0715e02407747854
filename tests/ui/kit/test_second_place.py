"""What speaks against a folder as a second place for backups, and what is proposed."""

from __future__ import annotations

from pathlib import Path

import pytest

from db.backups.place import FOLDER
from desktop.ui import second_place
from desktop.ui.second_place import proposals, same_disk, second_problem


@pytest.fixture
def register(tmp_path):
    folder = tmp_path / "Dokument"
    folder.mkdir()
    return folder / "Piteå.vanbok"


@pytest.mark.parametrize("name", ["Dokument", f"Dokument/{FOLDER}"])
def test_where_the_backups_lie_already_is_no_second_place(register, tmp_path, name):
    found = second_problem(register, tmp_path / name)
    assert found is not None
    assert found.field == "second"


def test_a_folder_that_is_not_there_is_said(register, tmp_path):
    found = second_problem(register, tmp_path / "borta")
    assert found is not None
    assert "finns inte" in str(found.text)


def test_a_folder_that_does_not_answer_is_said(register, silent):
    found = second_problem(register, silent)
    assert found is not None
    assert "svarar inte" in str(found.text)
    assert not same_disk(register, silent)


def test_another_folder_will_do(register, tmp_path):
    other = tmp_path / "Kopior"
    other.mkdir()
    assert second_problem(register, other) is None


def test_two_folders_of_one_disk_are_told_from_one_that_is_in_step(register, tmp_path):
    for name in ("Kopior", "OneDrive"):
        (tmp_path / name).mkdir()
    assert same_disk(register, tmp_path / "Kopior")
    assert not same_disk(register, tmp_path / "OneDrive")


def test_a_folder_that_is_in_step_is_proposed_before_any_disk(register, tmp_path, monkeypatch):
    home = tmp_path / "ebba"
    (home / "OneDrive - Kommunen").mkdir(parents=True)
    (home / "Bilder").mkdir()
    monkeypatch.setattr(Path, "home", lambda: home)
    monkeypatch.setattr(second_place, "_disks", list)
    assert proposals(register) == (home / "OneDrive - Kommunen",)


def test_nothing_is_proposed_where_nothing_was_found(register, tmp_path, monkeypatch):
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "ingen")
    monkeypatch.setattr(second_place, "_disks", list)
    assert proposals(register) == ()


def test_the_computers_own_disk_is_never_among_the_others(register):
    assert Path("/") not in set(second_place._disks())
