"""A file that Windows says is held is tried again for a moment, and nothing else is."""

from __future__ import annotations

import pytest

from db.insisting import insist, removed, renamed, replaced


class HeldError(PermissionError):
    """What Windows raises when another program has a file open."""

    winerror = 32


class Step:
    """A step that is refused so many times."""

    def __init__(self, refused, error):
        self.left, self.error, self.tried = refused, error, 0

    def __call__(self):
        self.tried += 1
        if self.tried <= self.left:
            raise self.error
        return "done"


def test_a_file_that_is_let_go_soon_is_had():
    step = Step(2, HeldError(13, "held"))
    assert insist(step, tries=3, breath=0) == "done"


def test_one_that_is_never_let_go_is_told():
    step = Step(9, HeldError(13, "held"))
    with pytest.raises(HeldError):
        insist(step, tries=3, breath=0)
    assert step.tried == 3


def test_what_time_does_not_help_is_told_at_once():
    step = Step(1, PermissionError(13, "closed"))
    with pytest.raises(PermissionError):
        insist(step, tries=3, breath=0)
    assert step.tried == 1


def test_files_are_renamed_and_taken_away(tmp_path):
    one, other = tmp_path / "a", tmp_path / "b"
    one.write_text("ett")
    renamed(one, other)
    one.write_text("två")
    replaced(one, other)
    assert other.read_text() == "två"
    removed(other)
    removed(other)
    assert list(tmp_path.iterdir()) == []
