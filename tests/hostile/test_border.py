"""Every hostile string in every field of every act: a sentence or clean words, nothing else."""

from __future__ import annotations

import unicodedata
from datetime import date

import pytest

from desktop.domain.problems import Refusal
from desktop.flow.ask import Kind, asks
from desktop.flow.reading import _value
from desktop.flow.steps.catalogue import STEPS
from tests.hostile.strings import LEAST, STRINGS

TODAY = date(2026, 3, 2)
NEVER = {"Cc", "Cs", "Cn", "Co"}


def fields(command):
    """Give the fields of a command, those of its rows with them."""
    for name, asked in asks(command).items():
        if asked.kind is Kind.ROWS and asked.row is not None:
            yield from fields(asked.row)
        else:
            yield name, asked


EVERY = {step.name: tuple(fields(step.command)) for step in STEPS}


def test_there_are_enough_strings_and_all_acts():
    assert len(STRINGS) >= LEAST
    assert len(EVERY) > 150
    assert sum(map(len, EVERY.values())) > 600


def clean(words, limit):
    """Tell whether words are fit for the register."""
    return (
        words == unicodedata.normalize("NFC", words)
        and len(words) <= limit
        and not any(unicodedata.category(sign) in NEVER for sign in words if sign not in "\n\t")
    )


def said(refusal, name):
    """Tell whether a refusal is a sentence about the field."""
    words = [str(each.text) for each in refusal.problems]
    return words and all(
        each.field == name and words and clean(words, 700)
        for each, words in zip(refusal.problems, words, strict=True)
    )


def wrong(name, asked, string):
    """Give what is wrong with the answer to a string in a field; "" when it is right."""
    try:
        value = _value(asked, name, string, TODAY)
    except Refusal as refusal:
        return "" if said(refusal, name) else f"{name}: {refusal.problems}"
    if isinstance(value, str) and not clean(value, asked.limit):
        return f"{name} kept {value[:80]!r}"
    return ""


@pytest.mark.parametrize("kind", [kind for kind in Kind if kind is not Kind.ROWS])
def test_every_string_in_every_field_is_kept_clean_or_refused_in_words(kind):
    """Fields that a reader cannot tell apart but for their label are read once."""
    alike = {
        (asked.choices, asked.ref, asked.limit, asked.low, asked.high, asked.past): (name, asked)
        for several in EVERY.values()
        for name, asked in several
        if asked.kind is kind
    }
    found = [
        f"{string[:40]!r} in {answer}"
        for name, asked in alike.values()
        for string in STRINGS
        if (answer := wrong(name, asked, string))
    ]
    assert not found, found[:10]


@pytest.mark.parametrize("string", ["a\x00b", "=cmd|' /C calc'!A0", "2026-02-30", "w" * 20_001])
def test_the_label_of_every_field_makes_a_sentence_of_its_refusal(string):
    found = [
        f"{act}: {answer}"
        for act, several in EVERY.items()
        for name, asked in several
        if (answer := wrong(name, asked, string))
    ]
    assert not found, found[:10]


def test_the_judge_is_sharp():
    assert not clean("a\x00", 9)
    assert not clean("e\u0301", 9)
    assert not clean("abc", 2)
    assert not clean("\ud800", 9)
    assert clean("é\nå", 9)
