"""Where a new register may lie."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop.ui.pages import start_place


@pytest.mark.parametrize(
    ("folder", "program"),
    [
        ("OneDrive - Kommunen/Vänbok", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("dropbox (privat)/x", "Dropbox"),
        ("Google Drive/Min enhet", "Google Drive"),
        (".icloud", "iCloud"),
        ("Dokument/Vänbok", ""),
        ("Onestop", ""),
    ],
)
def test_a_folder_that_is_kept_in_step_is_known_by_its_name(folder, program):
    assert start_place.synced_by(Path("/home/ebba") / folder / "Piteå.vanbok") == program


def test_the_files_own_name_says_nothing_of_the_folder():
    assert start_place.synced_by(Path("/home/ebba/Dropbox.vanbok")) == ""


def test_a_share_is_known_by_its_path():
    assert start_place.is_shared(Path("//server/kommun/Piteå.vanbok"))


def test_a_folder_on_the_computer_is_no_share(tmp_path):
    assert not start_place.is_shared(tmp_path / "Piteå.vanbok")


def test_the_proposed_file_is_named_after_the_municipality():
    proposed = start_place.proposed_path("Upplands-Bro")
    assert proposed.name == "Upplands-Bro.vanbok"
    assert proposed.parent.name == "Vänbok"


def test_a_name_that_no_disk_takes_is_mended():
    assert start_place.proposed_path('A/B: "C"').name == "A-B- -C-.vanbok"


@pytest.mark.parametrize(
    ("written", "name"),
    [("~/x/Piteå.vanbok", "Piteå.vanbok"), ("/x/Piteå", "Piteå.vanbok"), ("Eget", "Eget.vanbok")],
)
def test_what_is_written_becomes_a_whole_path(written, name):
    path = start_place.chosen_path(written)
    assert path is not None
    assert path.is_absolute()
    assert path.name == name


def test_nothing_written_is_no_path():
    assert start_place.chosen_path("  ") is None
    found = start_place.problem_with(None)
    assert found is not None
    assert "skriv var registret ska ligga" in str(found.text)


def test_a_file_that_is_there_is_refused_with_a_way_on(tmp_path):
    there = tmp_path / "Piteå.vanbok"
    there.write_bytes(b"x")
    found = start_place.problem_with(there)
    assert found is not None
    assert "finns redan" in str(found.text)


def test_a_new_folder_in_one_that_can_be_written_in_is_fine(tmp_path):
    assert start_place.problem_with(tmp_path / "a" / "b" / "Piteå.vanbok") is None


@pytest.mark.parametrize("written", ["/", "~nobody-here/x", "x" * 400])
def test_half_a_path_and_a_name_no_disk_takes_are_not_an_error(written):
    path = start_place.chosen_path(written)
    start_place.problem_with(path)
    assert (path is None) is (written == "/")
