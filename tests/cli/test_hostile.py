"""Lines that nobody means well with: a sentence for each, never a traceback, never a lost file."""

from __future__ import annotations

import json

import pytest

from db.check import check
from db.store import Store
from tests.cli.conftest import FILM, HAVSORNEN

LINES = {
    "no JSON": b"hej",
    "half": b'{"act": "make_list"',
    "an array": b'["make_list"]',
    "a number": b"7",
    "null": b"null",
    "not UTF-8": b'{"act": "add_place", "name": "Pite\xe5"}',
    "UTF-16": '{"act": "make_list"}'.encode("utf-16"),
    "NUL": b'{"act": "make_list"}\x00',
    "no act": b"{}",
    "an unknown act": b'{"act": "drop_table"}',
    "act of another kind": b'{"act": {"a": 1}}',
    "act of a list": b'{"act": ["make_list"]}',
    "act of a number": b'{"act": 1e400}',
    "infinity": b'{"act": "add_place", "name": Infinity}',
    "not a number": b'{"act": "add_place", "name": NaN}',
    "a number of 5 000 digits": b'{"act": "add_place", "name": ' + b"9" * 5000 + b"}",
    "deep": b'{"act": ' + b"[" * 100_000 + b"]" * 100_000 + b"}",
    "twice": b'{"act": "make_list", "act": "add_place"}',
    "a lone surrogate for an act": b'{"act": "\\ud800"}',
    "a lone surrogate for a field": b'{"act": "make_list", "\\udfff": 1}',
    "1 MB for an act": b'{"act": "' + b"a" * 1_000_000 + b'"}',
    "1 MB for a field": b'{"act": "make_list", "' + b"a" * 1_000_000 + b'": 1}',
    "uuid of another kind": b'{"act": "make_list", "uuid": 7}',
    "no uuid": b'{"act": "make_list", "uuid": "8c5c"}',
    "no day": b'{"act": "make_list", "on": "2026-02-30"}',
    "day of another kind": b'{"act": "make_list", "on": 20261121}',
}


@pytest.mark.parametrize("line", LINES.values(), ids=LINES.keys())
def test_a_line_that_cannot_be_read_is_refused_in_a_sentence(act, register, line):
    done = act(line)

    assert done.code == 1
    (answer,) = done.answers
    assert not answer["ok"]
    assert all(each["text"].endswith(".") for each in answer["problems"])
    assert len(done.out) < 4000
    with Store.open(register) as store:
        assert store.last_event_id == 1


MEGABYTE = "å" * 1_000_000
STRANGE: tuple[object, ...] = (
    "",
    " ",
    "\0",
    "\ud800",
    "<b>&amp;\u0007",
    "🎈" * 50,
    "ŋ ð þ \u202e \ufeff",
    MEGABYTE,
    "9" * 40,
    -1,
    0,
    10**40,
    1.5,
    True,
    None,
    [],
    [[]],
    {},
    {"path": {}},
    ["x", 7, None, {"a": "b"}],
)


@pytest.mark.parametrize("at", range(len(STRANGE)))
def test_every_field_of_an_application_takes_anything_without_breaking(act, register, filmed, at):
    strange = STRANGE[at]
    lines = [{**FILM, name: strange} for name in (*FILM, "place", "place_id", "year", "original")]

    done = act(*lines, words=["--go-on"])

    assert len(done.answers) == len(lines)
    with Store.open(register) as store:
        assert check(store) == []


def test_the_whole_of_a_long_text_is_kept_or_refused(act, register):
    done = act(
        {**HAVSORNEN, "note": "å" * 20_000},
        {**HAVSORNEN, "name": "Andra", "note": "å" * 20_001},
        words=["--go-on"],
    )

    kept, refused = done.answers
    assert kept["ok"]
    assert [each["field"] for each in refused["problems"]] == ["note"]


def test_marks_and_foreign_letters_come_out_as_they_went_in(act):
    name = "Föreningen <b>&amp; Þórshöfn ŋ ’x’"

    done = act({"act": "add_association", "name": f"{name}\0\ud800"})

    assert done.answers[0]["text"] == f"{name} är tillagd."


def test_a_sign_that_no_letter_can_print_is_refused_by_its_field(act):
    done = act({"act": "add_association", "name": "Föreningen 🎈"})

    assert done.answers[0]["problems"][0]["field"] == "name"
    assert "🎈" in done.answers[0]["problems"][0]["text"]


def test_a_line_too_long_is_cut_off_and_the_next_is_read(act, monkeypatch):
    monkeypatch.setattr("desktop.cli.json_lines.LONGEST", 200)
    long = json.dumps({"act": "add_place", "name": "x" * 1000}).encode()

    refused, done = act(long, {"act": "add_place", "name": "Fjärran"}, words=["--go-on"]).answers

    assert "MB" in refused["problems"][0]["text"]
    assert (done["line"], done["ok"]) == (2, True)


def test_a_mark_of_byte_order_at_the_beginning_is_no_hindrance(act):
    done = act(b"\xef\xbb\xbf" + json.dumps(HAVSORNEN).encode())

    assert done.code == 0
