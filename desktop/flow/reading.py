"""From what a person typed, or a JSON line gave, to a command; or a problem per field."""

from __future__ import annotations

import base64
import binascii
import re
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.clean import clean
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.flow.ask import Ask, File, Kind, asks

if TYPE_CHECKING:
    from collections.abc import Mapping

C = TypeVar("C")

MAX_FILE = 25 * 1024 * 1024
"""The most bytes of one file."""
_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGLISH = {"may": "maj", "oct": "okt"}


def read(command: type[C], raw: Mapping[str, object], today: date) -> C:
    """Make the command, or refuse with one problem per field that is wrong.

    Unknown fields are refused too: a misspelt field must not be lost silently.
    """
    values: dict[str, Any] = {}
    problems: list[Problem] = []
    known = asks(command)
    for name in raw:
        if name not in known:
            problems.extend(refuse(name, "{name} – finns inte i formuläret – ta bort det.", name=clean(str(name))[:40]).problems)
    for name, wanted in known.items():
        try:
            given = raw.get(name, _ABSENT)
            if given is _ABSENT or _empty(given):
                _missing(wanted, name, values, given)
            else:
                values[name] = read_value(wanted, name, given, today)
        except Refusal as refusal:
            problems.extend(refusal.problems)
    if problems:
        raise Refusal(problems)
    return command(**values)


_ABSENT = object()


def _empty(given: object) -> bool:
    return given is None or given == "" or (isinstance(given, str) and not clean(given)) or given == []


def _missing(wanted: Ask, name: str, values: dict[str, Any], given: object) -> None:
    if wanted.kind is Kind.YES:
        values[name] = False
        return
    if wanted.required:
        raise refuse(name, "{label} – saknas – fyll i fältet.", label=wanted.label)
    if given is not _ABSENT and wanted.kind in (Kind.CHOICES, Kind.REFS, Kind.ROWS):
        values[name] = ()


def read_value(wanted: Ask, name: str, given: object, today: date) -> Any:  # noqa: ANN401
    """Read one value by its kind; raises Refusal naming field, value and remedy."""
    match wanted.kind:
        case Kind.LINE | Kind.NOTE:
            return _words(wanted, name, given)
        case Kind.KR | Kind.NUMBER:
            return _figure(wanted, name, given)
        case Kind.DAY:
            return _day(wanted, name, given, today)
        case Kind.YES:
            return _yes(wanted, name, given)
        case Kind.CHOICE:
            return _choice(wanted, name, given)
        case Kind.CHOICES:
            return tuple(_choice(wanted, name, each) for each in _list(wanted, name, given))
        case Kind.REF:
            return _reference(wanted, name, given)
        case Kind.REFS:
            return tuple(_reference(wanted, name, each) for each in _list(wanted, name, given))
        case Kind.FILE:
            return _file(wanted, name, given)
        case Kind.ROWS:
            return _rows(wanted, name, given, today)


def _shown(given: object) -> str:
    words = clean(str(given))
    return words if len(words) <= 40 else f"{words[:39]}…"  # noqa: PLR2004 - what fits a line


def _words(wanted: Ask, name: str, given: object) -> str:
    if not isinstance(given, str):
        raise refuse(name, "{label} – {given} är inte text – skriv med bokstäver.", label=wanted.label, given=_shown(given))
    words = clean(given, lines=wanted.kind is Kind.NOTE)
    if len(words) > wanted.limit:
        raise refuse(
            name,
            "{label} – {count} tecken får inte plats – korta till högst {limit} tecken.",
            label=wanted.label,
            count=len(words),
            limit=wanted.limit,
        )
    return words


_FIGURE = re.compile(r"[-−–]?\d+")


def _figure(wanted: Ask, name: str, given: object) -> int:
    unit = "kr" if wanted.kind is Kind.KR else ""
    if isinstance(given, bool) or not isinstance(given, int | str):
        raise refuse(name, "{label} – {given} är inget heltal – skriv siffror.", label=wanted.label, given=_shown(given))
    digits = str(given)
    if isinstance(given, str):
        digits = re.sub(r"[\s\u00a0\u202f.]|kr(?:onor)?$|:-$|,-$|,00$", "", clean(given).lower())
    if not _FIGURE.fullmatch(digits) or not digits.lstrip("-−–").isascii():
        raise refuse(
            name,
            "{label} – {given} går inte att läsa som ett helt tal – skriv bara siffror, till exempel 6 500.",
            label=wanted.label,
            given=_shown(given),
        )
    figure = int(re.sub("[−–]", "-", digits)) if len(digits) <= 15 else wanted.high + 1  # noqa: PLR2004
    if digits.startswith(("-", "−", "–")) and len(digits) > 15:  # noqa: PLR2004
        figure = wanted.low - 1
    if figure < wanted.low:
        raise refuse(
            name,
            "{label} – {given} är för litet – skriv minst {low}.",
            label=wanted.label,
            given=f"{_shown(given)}",
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


def parse_day(words: str, today: date) -> date | None:
    """Read a day as people type it: 2026-11-21, 20261121, t, +7, 24 dec, 24/12."""
    words = words.strip().lower()
    if words in ("t", "idag", "i dag", "today"):
        return today
    if re.fullmatch(r"[+-]\d{1,4}", words):
        return today + timedelta(days=int(words))
    try:
        if re.fullmatch(r"\d{8}", words):
            return date(int(words[:4]), int(words[4:6]), int(words[6:]))
        if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", words):
            return date(*(int(part) for part in match.groups()))
        if match := re.fullmatch(r"(\d{1,2})\s*[/.]\s*(\d{1,2})", words):
            return date(today.year, int(match[2]), int(match[1]))
        if match := re.fullmatch(r"(?:den )?(\d{1,2})\s+([a-zåäö]{3})[a-zåäö]*\.?(?:\s+(\d{4}))?", words):
            month = _ENGLISH.get(match[2], match[2])
            if month in _MONTHS:
                return date(int(match[3] or today.year), _MONTHS.index(month) + 1, int(match[1]))
    except ValueError:
        return None
    return None


def _day(wanted: Ask, name: str, given: object, today: date) -> date:
    day = given if isinstance(given, date) else parse_day(clean(str(given)), today)
    if day is None or not date(1900, 1, 1) <= day <= date(2199, 12, 31):
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


def _yes(wanted: Ask, name: str, given: object) -> bool:
    if isinstance(given, bool):
        return given
    words = clean(str(given)).lower()
    if words in ("ja", "yes", "true", "1", "x"):
        return True
    if words in ("nej", "no", "false", "0"):
        return False
    raise refuse(name, "{label} – {given} är varken ja eller nej – skriv ja eller nej.", label=wanted.label, given=_shown(given))


def _choice(wanted: Ask, name: str, given: object) -> str:
    words = clean(str(given))
    keys = [key for key, _ in wanted.choices]
    if keys and words not in keys:
        matched = [key for key, word in wanted.choices if str(word).lower() == words.lower()]
        if not matched:
            raise refuse(
                name,
                "{label} – {given} går inte att välja – välj {choices}.",
                label=wanted.label,
                given=_shown(given),
                choices=", ".join(str(word) for _, word in wanted.choices),
            )
        return matched[0]
    return words[: wanted.limit]


def _list(wanted: Ask, name: str, given: object) -> list[object]:
    if isinstance(given, list | tuple):
        return list(given)
    raise refuse(name, "{label} – {given} är ingen lista – välj i listan.", label=wanted.label, given=_shown(given))


def _reference(wanted: Ask, name: str, given: object) -> int:
    words = str(given).strip()
    if isinstance(given, bool) or not words.isascii() or not words.isdigit() or len(words) > 12:  # noqa: PLR2004
        raise refuse(name, "{label} – {given} finns inte i registret – välj i listan.", label=wanted.label, given=_shown(given))
    return int(words)


def _file(wanted: Ask, name: str, given: object) -> File:
    if isinstance(given, dict):
        given = _file_of(wanted, name, given)
    if not isinstance(given, File):
        raise refuse(name, "{label} – {given} är ingen fil – välj en fil.", label=wanted.label, given=_shown(given))
    if len(given.content) > MAX_FILE:
        raise refuse(
            name,
            "{label} – {given} är större än 25 MB – spara en mindre kopia och välj den.",
            label=wanted.label,
            given=_shown(given.name),
        )
    if not given.content:
        raise refuse(name, "{label} – {given} är tom – välj en annan fil.", label=wanted.label, given=_shown(given.name))
    return File(name=clean(Path(given.name).name)[:200] or "fil", content=given.content)


def _file_of(wanted: Ask, name: str, given: dict[str, object]) -> File:
    """Make a file of JSON: name and base64."""
    try:
        content = base64.b64decode(str(given.get("base64", "")), validate=True)
    except (binascii.Error, ValueError):
        raise refuse(name, "{label} – base64 går inte att läsa – skicka filen på nytt.", label=wanted.label) from None
    return File(name=str(given.get("name", "fil")), content=content)


def _rows(wanted: Ask, name: str, given: object, today: date) -> tuple[Any, ...]:
    rows = []
    problems: list[Problem] = []
    row_type: type[Any] = wanted.row or object
    for at, each in enumerate(_list(wanted, name, given)):
        if isinstance(each, row_type):
            rows.append(each)
            continue
        if not isinstance(each, dict):
            raise refuse(name, "{label} – rad {at} går inte att läsa – fyll i raden på nytt.", label=wanted.label, at=at + 1)
        try:
            rows.append(read(row_type, each, today))
        except Refusal as refusal:
            problems.extend(Problem(f"{name}.{at}.{one.field}", one.text) for one in refusal.problems)
    if problems:
        raise Refusal(problems)
    return tuple(rows)
