"""One typed value of each kind, read or refused with field, value and remedy."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import PurePath
from typing import Any, TypeAlias

from desktop.domain.clean import clean
from desktop.domain.problems import Refusal, refuse
from desktop.flow.ask import Ask, File, Kind
from desktop.flow.days import parse_day
from desktop.letters.glyphs import unprintable

MAX_FILE = 25 * 1024 * 1024
"""The most bytes of one file."""
FIRST_DAY, LAST_DAY = date(1900, 1, 1), date(2199, 12, 31)
"""Days outside are typing mistakes."""
READABLE = 20
"""The most choices that are all named when something else was typed."""
FEW = 6
"""How many are named of more."""
_LINE = 40
_ID_DIGITS = 12


def _shown(given: object) -> str:
    try:
        words = clean(str(given))
    except ValueError:
        # Python writes no number of more than some thousand digits.
        words = "talet"
    return words if len(words) <= _LINE else f"{words[: _LINE - 1]}…"


def _words(wanted: Ask, name: str, given: object, _today: date) -> str:
    if not isinstance(given, str):
        raise refuse(
            name,
            "{label} – {given} är inte text – skriv med bokstäver.",
            label=wanted.label,
            given=_shown(given),
        )
    words = clean(given, lines=wanted.kind is Kind.NOTE)
    if len(words) > wanted.limit:
        raise refuse(
            name,
            "{label} – {count} tecken får inte plats – korta till högst {limit} tecken.",
            label=wanted.label,
            count=len(words),
            limit=wanted.limit,
        )
    missing = unprintable(words)
    if missing is not None:
        raise refuse(
            name,
            "{label} – tecknet {sign} i ”{words}” går inte att skriva ut – byt det.",
            label=wanted.label,
            sign=missing.character,
            words=missing.field,
        )
    return words


_UNIT = re.compile(r"(?:kronor|kr|:-|,-)$")
_GROUPING = re.compile(r"[\s\u00a0\u202f]|\.(?=\d{3}(?:\D|$))")
_WHOLE = re.compile(r"(-?)(\d+)(?:,0{1,2})?")
_DIGITS = 15
"""More digits than this are too large for anything counted here."""


def _figure(wanted: Ask, name: str, given: object, _today: date) -> int:
    if isinstance(given, bool) or not isinstance(given, int | str):
        raise refuse(
            name,
            "{label} – {given} är inget heltal – skriv siffror.",
            label=wanted.label,
            given=_shown(given),
        )
    if isinstance(given, int):
        given = max(-(10**_DIGITS), min(given, 10**_DIGITS))
    written = re.sub("[−–]", "-", clean(str(given)).lower())
    match = _WHOLE.fullmatch(_GROUPING.sub("", _UNIT.sub("", written)))
    if match is None or not match[2].isascii():
        raise refuse(
            name,
            "{label} – {given} går inte att läsa som ett helt tal – skriv bara siffror,"
            " till exempel 6 500.",
            label=wanted.label,
            given=_shown(given),
        )
    return _within(wanted, name, match, given)


def _within(wanted: Ask, name: str, match: re.Match[str], given: object) -> int:
    unit = "kr" if wanted.kind is Kind.KR else ""
    size = int(match[2]) if len(match[2]) <= _DIGITS else 10**_DIGITS
    figure = -size if match[1] else size
    if figure < wanted.low:
        raise refuse(
            name,
            "{label} – {given} är för litet – skriv minst {low}.",
            label=wanted.label,
            given=_shown(given),
            low=_counted(wanted.low, unit),
        )
    if figure > wanted.high:
        raise refuse(
            name,
            "{label} – {given} är för stort – skriv högst {high}.",
            label=wanted.label,
            given=_shown(given),
            high=_counted(wanted.high, unit),
        )
    return figure


def _counted(figure: int, unit: str) -> str:
    grouped = f"{figure:,}".replace(",", "\u00a0")
    if unit and figure == 1:
        return "1\u00a0krona"
    return f"{grouped}\u00a0{unit}".rstrip("\u00a0")


def _day(wanted: Ask, name: str, given: object, today: date) -> date:
    if isinstance(given, datetime):
        given = given.date()
    day = given if isinstance(given, date) else parse_day(clean(str(given)), today)
    if day is None or not FIRST_DAY <= day <= LAST_DAY:
        raise refuse(
            name,
            "{label} – {given} är ingen dag – skriv som 2026-11-21, 21 nov eller t för i dag.",
            label=wanted.label,
            given=_shown(given),
        )
    if wanted.past and day > today:
        raise refuse(
            name,
            "{label} – {day} har inte varit än – skriv en dag som varit, senast {today}.",
            label=wanted.label,
            day=day.isoformat(),
            today=today.isoformat(),
        )
    return day


def _yes(wanted: Ask, name: str, given: object, _today: date) -> bool:
    if isinstance(given, bool):
        return given
    words = clean(str(given)).lower()
    if words in ("ja", "yes", "true", "1", "x"):
        return True
    if words in ("nej", "no", "false", "0"):
        return False
    raise refuse(
        name,
        "{label} – {given} är varken ja eller nej – skriv ja eller nej.",
        label=wanted.label,
        given=_shown(given),
    )


def _not_to_choose(wanted: Ask, name: str, given: object) -> Refusal:
    """Say what can be chosen: everything, or a few of very many."""
    words = [str(word) for _, word in wanted.choices]
    if len(words) > READABLE:
        return refuse(
            name,
            "{label} – {given} går inte att välja – välj till exempel {choices}.",
            label=wanted.label,
            given=_shown(given),
            choices=", ".join(words[:FEW]),
        )
    return refuse(
        name,
        "{label} – {given} går inte att välja – välj {choices}.",
        label=wanted.label,
        given=_shown(given),
        choices=", ".join(words),
    )


def _choice(wanted: Ask, name: str, given: object, _today: date) -> str:
    words = clean(str(given))
    keys = [key for key, _ in wanted.choices]
    if keys and words not in keys:
        matched = [key for key, word in wanted.choices if str(word).lower() == words.lower()]
        if not matched:
            raise _not_to_choose(wanted, name, given)
        return matched[0]
    return words[: wanted.limit]


def listed(wanted: Ask, name: str, given: object) -> list[object]:
    """Give a list as it is, or refuse what is none."""
    if isinstance(given, list | tuple):
        return list(given)
    raise refuse(
        name,
        "{label} – {given} är ingen lista – välj i listan.",
        label=wanted.label,
        given=_shown(given),
    )


def _reference(wanted: Ask, name: str, given: object, _today: date) -> int:
    words = str(given).strip()
    digits = words.isascii() and words.isdigit()
    if isinstance(given, bool) or not digits or len(words) > _ID_DIGITS:
        raise refuse(
            name,
            "{label} – {given} finns inte i registret – välj i listan.",
            label=wanted.label,
            given=_shown(given),
        )
    return int(words)


def _file(wanted: Ask, name: str, given: object, _today: date) -> File:
    if isinstance(given, dict):
        given = _file_of(wanted, name, given)
    if not isinstance(given, File):
        raise refuse(
            name,
            "{label} – {given} är ingen fil – välj en fil.",
            label=wanted.label,
            given=_shown(given),
        )
    if len(given.content) > MAX_FILE:
        raise refuse(
            name,
            "{label} – {given} är större än 25 MB – spara en mindre kopia och välj den.",
            label=wanted.label,
            given=_shown(given.name),
        )
    if not given.content:
        raise refuse(
            name,
            "{label} – {given} är tom – välj en annan fil.",
            label=wanted.label,
            given=_shown(given.name),
        )
    return File(name=clean(PurePath(given.name).name)[:200] or "fil", content=given.content)


def _file_of(wanted: Ask, name: str, given: dict[str, object]) -> File:
    """Make a file of JSON: name and base64."""
    try:
        content = base64.b64decode(str(given.get("base64", "")), validate=True)
    except (binascii.Error, ValueError):
        raise refuse(
            name, "{label} – base64 går inte att läsa – skicka filen på nytt.", label=wanted.label
        ) from None
    return File(name=str(given.get("name", "fil")), content=content)


def _choices(wanted: Ask, name: str, given: object, today: date) -> tuple[str, ...]:
    chosen = (_choice(wanted, name, each, today) for each in listed(wanted, name, given))
    return tuple(dict.fromkeys(chosen))


def _references(wanted: Ask, name: str, given: object, today: date) -> tuple[int, ...]:
    chosen = (_reference(wanted, name, each, today) for each in listed(wanted, name, given))
    return tuple(dict.fromkeys(chosen))


Reader: TypeAlias = Callable[[Ask, str, object, date], Any]
"""Reads what was given for a field on a day; raises Refusal."""

READERS: dict[Kind, Reader] = {
    Kind.LINE: _words,
    Kind.NOTE: _words,
    Kind.KR: _figure,
    Kind.NUMBER: _figure,
    Kind.DAY: _day,
    Kind.YES: _yes,
    Kind.CHOICE: _choice,
    Kind.CHOICES: _choices,
    Kind.REF: _reference,
    Kind.REFS: _references,
    Kind.FILE: _file,
}
"""How each kind is read; ROWS are commands in small and read by reading.py."""
