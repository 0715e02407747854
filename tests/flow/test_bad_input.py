"""Whatever is put into a form: a sentence beside the field, or a clean act; nothing half."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

import pytest

from db.change import Content
from db.check import check
from desktop.domain.problems import Refusal
from desktop.flow.ask import Kind, asks
from desktop.flow.reading import read
from desktop.flow.registers import open_register
from desktop.flow.run import plan, run
from desktop.flow.steps import step_named
from desktop.flow.steps.catalogue import STEPS
from tests.flow import school_stage
from tests.flow.coordinator import Clock, Coordinator
from tests.flow.telling import done as telling_of
from tests.flow.telling import is_as_written
from tests.flow.trying import filled

ACTS = [step.name for step in STEPS if step.name != "found_register"]
PICTURE = ("set_coat",)
"""Acts that want a picture, which other tests give them."""
MEGABYTE = "å" * 1_000_000
WORDS = (Kind.LINE, Kind.NOTE)
NUL, SURROGATE = "a\x00b", "a\ud800b"


@pytest.fixture
def stage(name, request, tmp_path):
    """At the desk with a copy of a register where the act can be done."""
    kept = "school_staged" if name in school_stage.ACTS else "staged"
    path = tmp_path / "påhittat.vanbok"
    shutil.copy(request.getfixturevalue(kept), path)
    clock = Clock(datetime(2026, 3, 2, 9, 30))
    desk = open_register(path, clock=clock)
    yield Coordinator(desk, clock)
    desk.store.close()


def hostile(limit: int) -> dict[str, Any]:
    """Values that forms have been broken with."""
    return {
        "nothing": None,
        "empty": "",
        "spaces": " \u00a0\t\n",
        "zero": 0,
        "minus five": -5,
        "minus five in words": "-5",
        "a billion kronor": 10**12,
        "exponent": "1e12",
        "forty digits": "9" * 40,
        "forty digits as a number": int("9" * 40),
        "a megabyte": MEGABYTE,
        "northern letters": "å ä ö ð þ ŋ Š đ",
        "emoji": "fiol 🎻 för unga",
        "markup": "<b>&</b> {granted} {x} {} %s ‹›",
        "NUL": NUL,
        "lone surrogate": SURROGATE,
        "only NUL": "\x00",
        "a list": ["a", 1],
        "a dict": {"a": 1},
        "a tuple of None": (None,),
        "a fraction": 1.5,
        "true": True,
        "bytes": b"abc",
        "far ahead": "2199-12-31",
        "tomorrow": "+1",
        "long ago": "1900-01-01",
        "a day before all": date(1, 1, 1),
        "a point in time": datetime(2026, 3, 2, 23, 59),
        "no such row": 999_999,
        "another row": 1,
        "a personal number": "811228-9874",
        "as much as fits": "w" * limit,
        "as many words as fit": ("ord " * limit)[:limit],
        "as many lines as fit": ("a\n" * limit)[: limit - 1],
        "right to left": "\u202eabc שלום",
    }


@pytest.mark.parametrize("name", [each for each in ACTS if each not in PICTURE])
def test_every_act_can_be_done_as_proposed(name, stage):
    step = step_named(name)

    done = run(stage.desk, read(step.command, filled(stage, step), stage.today))

    assert done.event.name == name
    assert check(stage.desk.store) == []
    is_as_written(f"acts/{name}", telling_of(done))


@pytest.mark.parametrize("name", ACTS)
def test_hostile_words_in_any_field_are_refused_in_words_or_kept_clean(name, stage):
    step = step_named(name)
    raw = {} if name in PICTURE else filled(stage, step)
    head = stage.head
    long = [field for field, asked in asks(step.command).items() if asked.kind in WORDS][:1]
    for field, asked in asks(step.command).items():
        for what, value in hostile(asked.limit).items():
            if value is MEGABYTE and field not in long:
                continue
            trial = Trial(stage, step, {**raw, field: value}, f"{field}: {what}")
            trial.happens()
            assert stage.head == head, trial.what


@pytest.mark.parametrize("name", ACTS)
def test_a_missing_or_unknown_field_is_named(name, stage):
    step = step_named(name)
    raw = {} if name in PICTURE else filled(stage, step)
    known = asks(step.command)
    for field, asked in known.items():
        rest = {key: value for key, value in raw.items() if key != field}
        if asked.required:
            assert field in Trial(stage, step, rest, f"no {field}").refused()
        else:
            Trial(stage, step, rest, f"no {field}").happens()
    assert "colour" in Trial(stage, step, {**raw, "colour": "röd"}, "colour").refused()


@pytest.mark.parametrize("name", [each for each in ACTS if each not in PICTURE])
def test_the_longest_clean_words_can_be_written(name, stage):
    """All fields at once, as long as they may be, and the file takes them."""
    step = step_named(name)
    raw = filled(stage, step)
    for field, asked in asks(step.command).items():
        if asked.kind is Kind.LINE and field not in SHAPED:
            raw[field] = ("ordet " * asked.limit)[: asked.limit]
        if asked.kind is Kind.NOTE and (name, field) != TOML:
            raw[field] = ("ett ord till\n" * asked.limit)[: asked.limit]

    done = run(stage.desk, read(step.command, raw, stage.today))

    assert done.event.name == name


SHAPED = ("account", "account_string", "organisation_number", "subject", "year_end")
"""Lines that are not words."""
TOML = ("edit_letter_text", "text")
"""A note that is a letter's template."""


@dataclass
class Trial:
    """One try; the act itself is only planned, and committed where it changes nothing for long."""

    stage: Any
    step: Any
    raw: dict[str, Any]
    what: str

    def happens(self) -> None:
        try:
            command = read(self.step.command, self.raw, self.stage.today)
            work = plan(self.stage.desk, command)
        except Refusal as refusal:
            self.in_words(refusal)
            return
        self.is_clean(work)

    def refused(self) -> set[str]:
        with pytest.raises(Refusal) as refusal:
            plan(self.stage.desk, read(self.step.command, self.raw, self.stage.today))
        self.in_words(refusal.value)
        return {each.field for each in refusal.value.problems}

    def in_words(self, refusal: Refusal) -> None:
        known = asks(self.step.command)
        assert refusal.problems
        for each in refusal.problems:
            words = str(each.text)
            top = each.field.split(".")[0]
            assert top in known or top in ("", "colour"), (self.what, each)
            assert words.count(" – ") >= 2 or top == "event_id", (self.what, words)
            assert len(words) < 700, self.what
            assert words.isprintable() or "\u00a0" in words or "\u202e" in words, (self.what, words)
            words.encode()

    def is_clean(self, work: Any) -> None:
        for change in work.changes:
            words = "" if isinstance(change, Content) else repr(change)
            assert "\\x00" not in words, self.what
            assert "\\ud8" not in words, self.what
        for content in work.drawn.values():
            assert isinstance(content, bytes)
            assert content
