"""How old a backup is and where it lies, in words."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest

from desktop.domain.text import say
from desktop.ui.keeper_words import age, disk_name, place_name, status, synced_name

NOW = datetime(2026, 11, 21, 21, 46)
REGISTER = Path("/home/ebba/Dokument/Vänbok/Piteå.vanbok")
STICK = say("på STICKA")


@pytest.mark.parametrize(
    ("at", "words"),
    [
        (datetime(2026, 11, 21, 0, 1), "00.01"),
        (datetime(2026, 11, 20, 16, 30), "i går 16.30"),
        (datetime(2026, 11, 19, 16, 30), "för två dagar sedan"),
        (datetime(2026, 11, 8), "för 13 dagar sedan"),
        (datetime(2026, 10, 1), "1\u00a0okt"),
        (datetime(2025, 12, 1), "2025-12-01"),
        (datetime(2026, 12, 24), "2026-12-24"),
    ],
)
def test_an_age_is_said_as_people_say_it(at, words):
    assert str(age(at, NOW)) == words


@pytest.mark.parametrize(
    ("path", "name"),
    [
        (PureWindowsPath("E:/Kopior"), "E:"),
        (PureWindowsPath("//server/hem/ebba"), "hem"),
        (PurePosixPath("/media/ebba/STICKA/x"), "STICKA"),
        (PurePosixPath("/run/media/ebba/STICKA"), "STICKA"),
        (PurePosixPath("/mnt/kopior"), "kopior"),
        (PurePosixPath("/Volumes/Kopior"), "Kopior"),
        (PurePosixPath("/home/ebba/Kopior"), ""),
        (PurePosixPath("/media"), ""),
    ],
)
def test_a_disk_has_the_name_that_its_path_says(path, name):
    assert disk_name(path) == name


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        ("/media/ebba/STICKA", "på STICKA"),
        ("/home/ebba/OneDrive - Kommunen/Kopior", "i OneDrive"),
        ("/home/ebba/Kopior", "i mappen Kopior"),
    ],
)
def test_a_place_is_named_with_its_preposition(chosen, words):
    assert str(place_name(Path(chosen), REGISTER)) == words


def test_the_registers_own_disk_is_no_name_for_another_place():
    register = Path("/media/ebba/STICKA/Piteå.vanbok")
    assert str(place_name(Path("/media/ebba/STICKA/Kopior"), register)) == "i mappen Kopior"


def test_only_a_folder_that_begins_as_the_programs_is_in_step():
    assert synced_name(Path("/home/ebba/Dropbox (privat)")) == "Dropbox"
    assert synced_name(Path("/home/ebba/Onestop")) == ""


TODAY, YESTERDAY = datetime(2026, 11, 21, 21, 40), datetime(2026, 11, 20, 16, 30)


@pytest.mark.parametrize(
    ("last", "second", "second_last", "together", "words"),
    [
        (TODAY, None, None, False, "Säkerhetskopia 21.40"),
        (YESTERDAY, None, None, False, "Säkerhetskopia i går 16.30"),
        (TODAY, STICK, TODAY, True, "Säkerhetskopia 21.40, och på STICKA"),
        (TODAY, STICK, YESTERDAY, False, "Säkerhetskopia 21.40, på STICKA i går 16.30"),
        (TODAY, STICK, None, False, "Säkerhetskopia 21.40, ingen än på STICKA"),
        (None, STICK, TODAY, False, "Säkerhetskopia på STICKA 21.40"),
        (None, STICK, None, False, "Ingen säkerhetskopia än"),
        (None, None, None, False, "Ingen säkerhetskopia än"),
    ],
)
def test_the_line_at_the_bottom_says_when_and_where(last, second, second_last, together, words):
    assert str(status(last, second, second_last, NOW, together=together)) == words
