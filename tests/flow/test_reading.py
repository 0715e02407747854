"""What a person types, kind by kind: read as meant, or refused beside the field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.problems import Refusal
from desktop.flow.ask import File, Kind, ask
from desktop.flow.reading import parse_day, read
from desktop.flow.steps.notes import SetLeadTime

TODAY = date(2026, 11, 21)


@dataclass(frozen=True, kw_only=True)
class Row:
    word: str = ask(Kind.LINE, "Ord")
    sum: int = ask(Kind.KR, "Summa", default=0)


@dataclass(frozen=True, kw_only=True)
class Form:
    line: str = ask(Kind.LINE, "Rad", default="", limit=10)
    note: str = ask(Kind.NOTE, "Text", default="")
    kr: int = ask(Kind.KR, "Belopp", default=0, low=1)
    any_kr: int = ask(Kind.KR, "Ändring", default=0, low=-999_999_999)
    number: int | None = ask(Kind.NUMBER, "År", default=None, low=2000, high=2199)
    day: date | None = ask(Kind.DAY, "Dag", default=None)
    past: date | None = ask(Kind.DAY, "Kom in", default=None, past=True)
    yes: bool = ask(Kind.YES, "Klart", default=True)
    choice: str = ask(
        Kind.CHOICE, "Hur", choices={"post": "Post", "email": "E-post"}, default="post"
    )
    choices: tuple[str, ...] = ask(
        Kind.CHOICES, "Mål", choices={"a": "Ett", "b": "Två"}, default=("a",)
    )
    ref: int = ask(Kind.REF, "Ärende", ref="case", default=0)
    refs: tuple[int, ...] = ask(Kind.REFS, "Orter", ref="place", default=())
    file: File | None = ask(Kind.FILE, "Fil", default=None)
    rows: tuple[Row, ...] = ask(Kind.ROWS, "Rader", row=Row, default=())


def value(name: str, given_value: Any) -> Any:
    return getattr(read(Form, {name: given_value}, TODAY), name)


def refused(name: str, given_value: Any) -> str:
    with pytest.raises(Refusal) as refusal:
        read(Form, {name: given_value}, TODAY)
    assert {each.field.split(".")[0] for each in refusal.value.problems} == {name}
    return str(refusal.value).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("typed", "sum"),
    [
        ("6500", 6500), ("6 500", 6500), ("6 500 kr", 6500), ("6.500", 6500), ("6\u00a0500", 6500),
        ("6500:-", 6500), ("6500,-", 6500), ("6 500,00 kr", 6500), ("6500 kronor", 6500),
        ("1", 1), ("999 999 999", 999_999_999), (6500, 6500),
    ],
)  # fmt: skip
def test_kronor_as_people_write_them(typed, sum):  # noqa: A002 - the field's name
    assert value("kr", typed) == sum


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("0", "Belopp – 0 är för litet – skriv minst 1 krona."),
        ("-5", "Belopp – -5 är för litet"),
        ("−5", "är för litet"),
        ("1000000000", "är för stort – skriv högst 999 999 999 kr"),
        (10**12, "är för stort"),
        ("1e12", "går inte att läsa som ett helt tal"),
        ("9" * 40, "är för stort"),
        ("-" + "9" * 40, "är för litet"),
        pytest.param(10**6000, "är för stort", id="6001 digits"),
        pytest.param(-(10**6000), "är för litet", id="-6001 digits"),
        ("12,50", "går inte att läsa som ett helt tal"),
        ("tolv", "går inte att läsa"),
        ("٥٠٠", "går inte att läsa"),
        ("½", "går inte att läsa"),
        (12.5, "är inget heltal"),
        (True, "är inget heltal"),
        (Decimal(5), "är inget heltal"),
        ([5], "är inget heltal"),
        (float("nan"), "är inget heltal"),
    ],
)
def test_a_sum_that_is_none(typed, words):
    assert words in refused("kr", typed)


def test_a_change_of_the_frame_may_be_negative():
    assert value("any_kr", "−2 000 kr") == -2000


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-11-21", "2026-11-21"), ("20261121", "2026-11-21"), ("2026-1-2", "2026-01-02"),
        ("t", "2026-11-21"), ("idag", "2026-11-21"), ("+7", "2026-11-28"), ("-1", "2026-11-20"),
        ("24 dec", "2026-12-24"), ("24 december 2027", "2027-12-24"), ("24/12", "2026-12-24"),
        ("24.12", "2026-12-24"), ("den 1 maj", "2026-05-01"), ("1 oct", "2026-10-01"),
        (" 2026-11-21\u00a0", "2026-11-21"),
    ],
)  # fmt: skip
def test_days_as_people_write_them(typed, day):
    assert value("day", typed) == date.fromisoformat(day)


def test_a_point_in_time_is_its_day():
    assert value("day", datetime(2026, 11, 21, 23, 59)) == TODAY


@pytest.mark.parametrize(
    "typed",
    [
        "2026-02-30", "31 nov", "igår kväll", "2026-13-01", "0000-01-01", "9999-12-31",
        "1899-12-31", "+99999", "32/1", "1 apx", 20261121.5, [2026], "2026-11-21T10:00", "9" * 40,
        date(1500, 1, 1),
    ],
)  # fmt: skip
def test_a_day_that_is_none(typed):
    assert "är ingen dag – skriv som 2026-11-21" in refused("day", typed)


def test_a_day_to_come_is_refused_where_it_must_have_been():
    assert "Kom in – 2026-11-22 har inte varit än" in refused("past", "+1")
    assert value("past", "t") == TODAY


@given(st.text(max_size=20))
def test_any_text_is_a_day_or_none(words):
    found = parse_day(words, TODAY)

    assert found is None or isinstance(found, date)


@pytest.mark.parametrize(
    ("typed", "yes"), [("ja", True), ("Nej", False), (False, False), ("x", True), (0, False)]
)
def test_yes_and_no(typed, yes):
    assert value("yes", typed) is yes


def test_a_box_that_was_not_shown_keeps_its_default_and_one_left_empty_is_no():
    assert read(Form, {}, TODAY).yes is True
    assert value("yes", "") is False


def test_neither_yes_nor_no():
    assert "varken ja eller nej" in refused("yes", "kanske")


def test_choices_are_keys_or_words_and_stand_once():
    assert value("choice", "E-POST") == "email"
    assert value("choices", ["b", "Ett", "b"]) == ("b", "a")
    assert value("choices", []) == ()
    assert "går inte att välja – välj Post, E-post." in refused("choice", "duva")
    assert "är ingen lista" in refused("choices", "a")
    assert "går inte att välja" in refused("choices", ["a", "c"])


def test_of_very_many_choices_only_a_few_are_named():
    with pytest.raises(Refusal) as refusal:
        read(SetLeadTime, {"kind": "duva", "days": "3"}, TODAY)
    (problem,) = refusal.value.problems
    assert "går inte att välja – välj till exempel Egen bevakning, Rapport," in str(problem.text)
    assert len(str(problem.text)) < 200


@pytest.mark.parametrize("typed", ["-1", "1.0", 1.0, True, "1" * 13, "ett", [1], "²"])
def test_a_row_that_cannot_be(typed):
    assert "finns inte i registret – välj i listan" in refused("ref", typed)


def test_words_are_cleaned_and_counted_afterwards():
    assert value("line", " Ka\u0301 \x00\n ri ") == "Ká ri"
    assert value("note", "ett\r\n två ") == "ett\n två"
    assert value("line", "x" * 10 + "\x00" * 100) == "x" * 10
    assert "Rad – 11 tecken får inte plats – korta till högst 10" in refused("line", "x" * 11)
    assert "får inte plats" in refused("note", "å" * 1_000_000)
    assert "är inte text" in refused("line", 5)
    assert "är inte text" in refused("line", b"bytes")


@pytest.mark.parametrize("sign", ["🎻", "👩\u200d👧", "日", "ש", "ع", "\U0001f1f8"])
def test_a_sign_no_letter_can_show_is_named_with_its_words(sign):
    words = refused("note", f"fiolkurs {sign} för unga")

    assert f"Text – tecknet {sign[0]} i ”fiolkurs {sign[0]}" in words
    assert words.endswith("går inte att skriva ut – byt det.")


@pytest.mark.parametrize("words", ["å ä ö", "ð þ ŋ", "<b>&</b>", "čšž đ ŧ", "Саша", "“x” – …"])
def test_signs_of_our_neighbours_are_kept(words):
    assert value("note", words) == words


def test_files_keep_their_bytes_and_lose_their_folders():
    found = value("file", {"name": "../../hej\x00.pdf", "base64": "aGVq"})

    assert found == File(name="hej.pdf", content=b"hej")
    assert value("file", File(name="c/d.txt", content=b"x")).name == "d.txt"


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"name": "a", "base64": "…"}, "base64 går inte att läsa"),
        ({"name": "a", "base64": ""}, "är tom"),
        ({}, "är tom"),
        ("a.pdf", "är ingen fil"),
        (File(name="a", content=b"\0" * (25 * 1024 * 1024 + 1)), "är större än 25 MB"),
    ],
)
def test_a_file_that_is_none(typed, words):
    assert words in refused("file", typed)


def test_rows_name_the_row_and_the_field():
    with pytest.raises(Refusal) as refusal:
        read(Form, {"rows": [{"word": "a"}, {"sum": -1}, {"word": "b", "extra": 1}]}, TODAY)

    assert [each.field for each in refusal.value.problems] == [
        "rows.1.word",
        "rows.1.sum",
        "rows.2.extra",
    ]
    assert "är ingen lista" in refused("rows", "rad")
    assert "rad 1 går inte att läsa" in refused("rows", ["rad"])


def test_every_wrong_field_is_said_at_once_and_unknown_ones_too():
    with pytest.raises(Refusal) as refusal:
        read(Form, {"kr": "0", "day": "x", "colour": "röd", "line": "ok"}, TODAY)

    assert {each.field for each in refusal.value.problems} == {"kr", "day", "colour"}
    assert "colour – finns inte i formuläret – ta bort det." in str(refusal.value)


def test_what_is_missing_is_named():
    with pytest.raises(Refusal, match="Ord – saknas – fyll i fältet"):
        read(Row, {}, TODAY)
    with pytest.raises(Refusal, match="Ord – saknas"):
        read(Row, {"word": " \x00\n"}, TODAY)
