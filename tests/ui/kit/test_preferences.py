"""Preferences outlive damage, and hold nothing of the register."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desktop.ui.draft import DraftKey
from desktop.ui.preferences import MOST_RECENT, Preferences


def test_choices_are_remembered(preferences):
    preferences.look = "dark"
    preferences.language = "en"
    preferences.text_size = 150
    again = Preferences()
    assert (again.look, again.language, again.text_size) == ("dark", "en", 150)


@pytest.mark.parametrize(
    "found", ["", "{", "[]", '{"text_size": "stor", "recent": 3, "look": []}', "\x00\xff"]
)
def test_a_damaged_file_counts_as_empty(preferences, found):
    preferences.folder.mkdir(parents=True)
    (preferences.folder / "preferences.json").write_text(found, encoding="latin-1")
    again = Preferences()
    assert (again.look, again.language, again.text_size) == ("system", "sv", 100)
    assert again.recent() == []


def test_registers_opened_lately_come_latest_first_once_each(preferences):
    for number in range(20):
        preferences.opened(Path(f"/register/{number}.vanbok"))
    preferences.opened(Path("/register/15.vanbok"))
    recent = Preferences().recent()
    assert len(recent) == MOST_RECENT
    assert recent[:2] == [Path("/register/15.vanbok"), Path("/register/19.vanbok")]
    preferences.forget(Path("/register/15.vanbok"))
    assert Path("/register/15.vanbok") not in Preferences().recent()


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    preferences = Preferences(blocked / "below")
    preferences.look = "dark"
    preferences.drafts.keep(DraftKey(act="a"), {"x": "y"})
    assert preferences.look == "dark"
    assert preferences.drafts.get(DraftKey(act="a")) == {"x": "y"}
    assert not preferences.save()


def test_a_second_place_is_kept_by_register(preferences, tmp_path):
    at = datetime(2026, 11, 21, 12)
    preferences.keep_second("a", tmp_path, known=True, at=at)
    again = Preferences()
    assert again.second("a") == tmp_path
    assert again.second_known("a")
    assert again.second_at("a") == at
    assert again.second("b") is None


def test_forgetting_a_second_place_remembers_that_it_was_asked_for(preferences, tmp_path):
    preferences.asked_second("a")
    preferences.keep_second("a", tmp_path)
    preferences.keep_second("a", None)
    assert preferences.second("a") is None
    assert Preferences().second_asked("a")


def test_odd_words_of_a_second_place_count_as_none(preferences):
    preferences._values["second.a"] = {"path": 7, "known": "ja", "at": "strax"}
    assert preferences.second("a") is None
    assert not preferences.second_known("a")
    assert preferences.second_at("a") is None


def test_two_windows_each_keep_what_they_changed(preferences, tmp_path):
    other = Preferences()
    preferences.keep_second("a", tmp_path, known=True)
    preferences.accept_place("a", "/moln")
    other.keep_size("window", "stor")
    again = Preferences()
    assert again.second("a") == tmp_path
    assert again.second_known("a")
    assert again.place_accepted("a") == "/moln"
    assert again.size("window") == "stor"


def test_a_second_place_that_was_changed_elsewhere_is_not_set_back(preferences, tmp_path):
    preferences.keep_second("a", tmp_path / "first")
    Preferences().keep_second("a", tmp_path / "then")
    preferences.keep_size("window", "stor")
    assert Preferences().second("a") == tmp_path / "then"


def test_registers_opened_in_two_windows_are_all_remembered(preferences):
    other = Preferences()
    preferences.opened(Path("/register/ett.vanbok"))
    other.opened(Path("/register/två.vanbok"))
    assert Preferences().recent() == [Path("/register/två.vanbok"), Path("/register/ett.vanbok")]


def test_a_window_stays_as_it_is_dressed_when_another_changes_its_look(preferences):
    preferences.look = "light"
    Preferences().look = "dark"
    preferences.keep_size("window", "stor")
    assert preferences.look == "light"
    assert Preferences().look == "dark"


def test_what_could_not_be_written_goes_with_the_next(preferences):
    preferences.look = "light"
    path = preferences.folder / "preferences.json"
    content = path.read_bytes()
    path.unlink()
    path.mkdir()
    preferences.opened(Path("/register/ett.vanbok"))
    path.rmdir()
    path.write_bytes(content)
    preferences.keep_size("window", "stor")
    assert Preferences().recent() == [Path("/register/ett.vanbok")]


def test_a_file_that_cannot_be_read_takes_nothing_along(preferences, tmp_path):
    preferences.keep_second("a", tmp_path)
    (preferences.folder / "preferences.json").write_text("{", encoding="utf-8")
    preferences.keep_size("window", "stor")
    assert Preferences().second("a") == tmp_path
