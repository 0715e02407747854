"""JSON from outside, read strictly, and JSON lines out."""

from __future__ import annotations

import json
from typing import IO, TYPE_CHECKING, Any, NoReturn

from desktop.cli.subcommand import Unusable
from desktop.domain.clean import clean

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 64 * 1024 * 1024
"""Bytes of one line: a file of 25 MB as base64, and more."""


def lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Give the lines that are not empty with their numbers; a line too long is cut off."""
    number = 0
    while line := stream.readline(LONGEST + 1):
        number += 1
        if line.strip():
            yield number, line
        while line and not line.endswith(b"\n"):
            line = stream.readline(LONGEST)


def parse(data: bytes) -> dict[str, Any]:
    """Read one JSON object; Unusable says in words what is wrong with it."""
    if len(data) > LONGEST:
        raise Unusable("Raden är längre än 64 MB. Dela upp den.")
    try:
        words = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unusable(f"Byte {error.start + 1} är inte UTF-8. Spara texten som UTF-8.") from None
    try:
        found = json.loads(words, object_pairs_hook=_once, parse_constant=_no_number)
    except json.JSONDecodeError as error:
        raise Unusable(f"Det är inte JSON: fel vid tecken {error.pos + 1}.") from None
    except RecursionError:
        raise Unusable("Det är inte JSON som går att läsa: för många nivåer.") from None
    except ValueError:
        raise Unusable("Det är inte JSON som går att läsa: ett tal är för långt.") from None
    if not isinstance(found, dict):
        raise Unusable('Det är inget JSON-objekt. Skriv som {"act": "make_list"}.')
    return found


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Make an object; a name that stands twice would lose one of its values silently."""
    found = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        twice = next(name for name in names if names.count(name) > 1)
        raise Unusable(f"{clean(twice)[:40]} står två gånger. Ta bort en av dem.")
    return found


def _no_number(word: str) -> NoReturn:
    raise Unusable(f"{word} är inget tal. Skriv siffror.")


def written(value: object) -> str:
    """Give a value as one line of JSON in the words of people, not as escapes."""
    return json.dumps(value, ensure_ascii=False)
