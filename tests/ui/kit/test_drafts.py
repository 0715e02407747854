"""Drafts lie in a file for each register, outlive damage, and are read by nobody else."""

from __future__ import annotations

import json
import os
from datetime import UTC, datetime, timedelta

import pytest

from desktop.ui import draft_file
from desktop.ui.draft import Draft, DraftKey
from desktop.ui.drafts import Drafts, drafts_folder

ONE, OTHER = "00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"
DECIDE = DraftKey(register=ONE, act="decide", subject=14)


@pytest.fixture
def drafts(tmp_path):
    return Drafts(tmp_path / "drafts")


def file_of(drafts: Drafts, register: str = ONE):
    return drafts.folder / f"{register}.json"


def again(drafts: Drafts) -> Drafts:
    return Drafts(drafts.folder)


def test_what_was_typed_is_there_the_next_time(drafts):
    drafts.write(drafts.begun(DECIDE), {"reason": "Härnösand", "granted": 5, "goals": ("a",)})
    assert again(drafts).get(DECIDE) == {"reason": "Härnösand", "granted": 5, "goals": ["a"]}


def test_each_register_has_a_file_of_its_own_and_the_start_one_too(drafts):
    drafts.keep(DECIDE, {"reason": "ett"})
    drafts.keep(DraftKey(register=OTHER, act="decide", subject=14), {"reason": "två"})
    drafts.keep(DraftKey(act="found_register"), {"name": "tre"})
    names = {each.name for each in drafts.folder.glob("*.json")}
    assert names == {f"{ONE}.json", f"{OTHER}.json", "start.json"}
    assert "två" not in file_of(drafts).read_text(encoding="utf-8")


def test_two_windows_that_write_by_turns_lose_nothing_of_each_other(drafts):
    other = again(drafts)
    mine, theirs = drafts.begun(DECIDE), other.begun(DECIDE)
    drafts.write(mine, {"reason": "mitt"})
    other.write(theirs, {"reason": "deras"})
    drafts.write(mine, {"reason": "mitt igen"})
    found = {each.values["reason"] for each in again(drafts).of(DECIDE)}
    assert found == {"mitt igen", "deras"}


def test_one_window_forgets_only_its_own(drafts):
    other = again(drafts)
    mine, theirs = drafts.begun(DECIDE), other.begun(DECIDE)
    drafts.write(mine, {"reason": "mitt"})
    other.write(theirs, {"reason": "deras"})
    drafts.drop_one(mine)
    assert [each.values["reason"] for each in again(drafts).of(DECIDE)] == ["deras"]


@pytest.mark.skipif(os.name != "posix", reason="permissions as POSIX has them")
def test_nobody_else_can_read_them(drafts):
    drafts.keep(DECIDE, {"reason": "ett"})
    drafts.keep(DECIDE, {"reason": "två"})
    assert drafts.folder.stat().st_mode & 0o777 == 0o700
    files = list(drafts.folder.glob("*.json"))
    assert len(files) == 2
    assert {each.stat().st_mode & 0o777 for each in files} == {0o600}


@pytest.mark.parametrize(
    "found",
    [
        b"",
        b"{",
        b"[]",
        b"\x00" * 900,
        b'{"form": 1}',
        b'{"form": 1, "drafts": {"a": 3}}',
        b'{"form": 1, "drafts": {"a": {"key": {"act": 5}, "values": {}, "spot": {}, "at": "x"}}}',
        b"[" * 100_000,
        '{"form": 1, "drafts": {"a": "ö'.encode("latin-1"),
    ],
)
def test_a_damaged_file_is_kept_and_the_one_before_it_is_used(drafts, found):
    drafts.keep(DECIDE, {"reason": "först"})
    drafts.keep(DECIDE, {"reason": "sedan"})
    file_of(drafts).write_bytes(found)

    fresh = again(drafts)
    assert fresh.get(DECIDE) == {"reason": "först"}
    aside = fresh.damaged(ONE)
    assert aside is not None
    assert aside.read_bytes() == found


def test_after_damage_what_is_typed_next_does_not_take_the_rest_away(drafts):
    drafts.keep(DECIDE, {"reason": "först"})
    drafts.keep(DECIDE, {"reason": "sedan"})
    file_of(drafts).write_bytes(b"{")
    fresh = again(drafts)
    fresh.keep(DraftKey(register=ONE, act="send_letter", subject=3), {"note": "x"})
    assert again(drafts).get(DECIDE) == {"reason": "först"}


def refused(drafts, times):
    """Give drafts whose file is refused so many times when it is read, as by a scanner."""
    fresh = again(drafts)
    file = fresh._file(ONE)

    class Refusing(type(file.path)):  # type: ignore[misc]
        left = times

        def read_bytes(self):
            if Refusing.left and not self.name.count("before"):
                Refusing.left -= 1
                raise PermissionError(13, "held")
            return super().read_bytes()

    file.path = Refusing(file.path)
    return fresh


def test_a_file_that_cannot_be_read_now_is_not_damaged(drafts):
    drafts.keep(DECIDE, {"reason": "först"})
    drafts.keep(DECIDE, {"reason": "sedan"})
    fresh = refused(drafts, 1)
    assert fresh.get(DECIDE) is None
    assert fresh.damaged(ONE) is None
    assert fresh.get(DECIDE) == {"reason": "sedan"}


def test_what_is_typed_meanwhile_is_not_written_over_it(drafts):
    drafts.keep(DECIDE, {"reason": "först"})
    drafts.keep(DECIDE, {"reason": "sedan"})
    fresh = refused(drafts, 1)
    key = DraftKey(register=ONE, act="send_letter", subject=3)
    fresh.write(fresh.begun(key), {"note": "x"})
    assert fresh.failing
    fresh.write_again()
    assert not fresh.failing
    assert again(drafts).get(DECIDE) == {"reason": "sedan"}
    assert again(drafts).get(key) == {"note": "x"}


def test_one_odd_draft_takes_no_other_with_it_and_stays(drafts):
    drafts.keep(DECIDE, {"reason": "ett"})
    found = json.loads(file_of(drafts).read_bytes())
    found["drafts"]["udda"] = {"key": 3}
    file_of(drafts).write_text(json.dumps(found), encoding="utf-8")

    fresh = again(drafts)
    assert fresh.get(DECIDE) == {"reason": "ett"}
    fresh.keep(DECIDE, {"reason": "två"})
    assert fresh.damaged(ONE) is None
    assert json.loads(file_of(drafts).read_bytes())["drafts"]["udda"] == {"key": 3}


def test_what_a_later_version_wrote_is_left_as_it_is(drafts):
    drafts.folder.mkdir()
    theirs = b'{"form": 2, "drafts": ["nytt"]}'
    file_of(drafts).write_bytes(theirs)

    fresh = again(drafts)
    fresh.keep(DECIDE, {"reason": "ett"})
    assert fresh.damaged(ONE) is None
    assert fresh.later(ONE) == file_of(drafts)
    assert file_of(drafts).read_bytes() == theirs
    assert again(drafts).get(DECIDE) == {"reason": "ett"}


def test_a_file_taken_away_is_no_emptied_one(drafts):
    drafts.keep(DECIDE, {"reason": "först"})
    drafts.keep(DECIDE, {"reason": "sedan"})
    file_of(drafts).unlink()
    assert again(drafts).get(DECIDE) == {"reason": "först"}


def test_what_cannot_be_written_is_told_and_written_later(drafts, tmp_path):
    (tmp_path / "drafts").write_text("i vägen", encoding="utf-8")
    told = []
    drafts.told.append(lambda: told.append(drafts.failing))
    drafts.keep(DECIDE, {"reason": "ett"})
    assert drafts.get(DECIDE) == {"reason": "ett"}

    (tmp_path / "drafts").unlink()
    drafts.write_again()
    assert told == [True, False]
    assert again(drafts).get(DECIDE) == {"reason": "ett"}


def test_they_never_grow_without_end(drafts, monkeypatch):
    monkeypatch.setattr(draft_file, "LARGEST", 4_000)
    for number in range(20):
        drafts.keep(DraftKey(register=ONE, act="decide", subject=number), {"text": "x" * 500})
    assert file_of(drafts).stat().st_size < 8_000
    assert drafts.get(DraftKey(register=ONE, act="decide", subject=19)) is not None


def test_the_newest_stays_however_long_it_is(drafts, monkeypatch):
    monkeypatch.setattr(draft_file, "LARGEST", 100)
    drafts.keep(DECIDE, {"text": "x" * 500})
    assert again(drafts).get(DECIDE) == {"text": "x" * 500}


def test_what_is_thrown_can_come_back_until_the_program_is_closed(drafts):
    drafts.keep(DECIDE, {"reason": "ett"})
    (draft,) = drafts.of(DECIDE)
    drafts.throw(draft)
    assert drafts.of(DECIDE) == []
    assert drafts.thrown(OTHER) == []

    drafts.put_back(drafts.thrown(ONE)[0])
    assert drafts.get(DECIDE) == {"reason": "ett"}
    assert drafts.thrown(ONE) == []


def test_the_file_of_earlier_versions_is_taken_over_once(tmp_path):
    old = tmp_path / "drafts.json"
    values = {
        f"{OTHER}:decide:14": {"reason": "annat register"},
        "set_officer:0": {"name": "Halvskriven"},
        "brevtext:confirmation": {"text": "Hej"},
        "riktlinje:/en/mapp/x.vanbok": {"version": 1, "tree": "{}"},
    }
    old.write_text(json.dumps(values), encoding="utf-8")
    drafts = Drafts(tmp_path / "drafts", old)

    assert drafts.get(DraftKey(register=ONE, act="set_officer")) == {"name": "Halvskriven"}
    other = DraftKey(register=OTHER, act="decide", subject=14)
    assert again(drafts).get(other) == {"reason": "annat register"}
    text = DraftKey(register=ONE, act="letter_text", more="confirmation")
    assert again(drafts).get(text) == {"text": "Hej"}
    guideline = again(drafts).get(DraftKey(register=ONE, act="guideline"))
    assert guideline == {"version": 1, "tree": "{}"}
    assert not old.exists()


def test_the_first_words_are_the_longest_thing_that_was_typed():
    at = datetime(2026, 11, 22, tzinfo=UTC)
    values = {
        "day": "2026-11-22",
        "sum": "1 200",
        "rows": [{"text": "ett längre\nskäl"}],
        "a": "ja",
    }
    draft = Draft(id="x", key=DECIDE, values=values, at=at)
    assert draft.first_words() == "ett längre skäl"
    assert "1 200" not in draft.text()


def test_the_newest_comes_first(drafts, monkeypatch):
    day = datetime(2026, 11, 22, tzinfo=UTC)
    for number in (2, 3, 1):
        key = DraftKey(register=ONE, act="decide", subject=number)
        drafts.put_back(Draft(id=str(number), key=key, at=day + timedelta(hours=number)))
    assert [each.key.subject for each in drafts.of_register(ONE)] == [3, 2, 1]


def test_the_folder_does_not_follow_the_user_about(monkeypatch, tmp_path):
    monkeypatch.delenv("VANBOK_CONFIG", raising=False)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    if os.name == "posix":
        assert drafts_folder() == tmp_path / "state" / "vanbok" / "drafts"
