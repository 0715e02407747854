"""Preferences outlive damage, and hold nothing of the register."""

from __future__ import annotations

from pathlib import Path

import pytest

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
    preferences.drafts.keep("a", {"x": "y"})
    assert preferences.look == "dark"
    assert preferences.drafts.get("a") == {"x": "y"}
    assert not preferences.save()


def test_drafts_lie_in_a_file_of_their_own(preferences):
    preferences.drafts.keep("decide:14", {"reason": "Härnösand"})
    preferences.save()
    assert "Härnösand" not in (preferences.folder / "preferences.json").read_text(encoding="utf-8")
    assert Preferences().drafts.get("decide:14") == {"reason": "Härnösand"}
    preferences.drafts.drop("decide:14")
    assert Preferences().drafts.get("decide:14") is None
