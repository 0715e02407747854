"""A view told as text, line by line, so that it can be compared with how it was written down."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.domain.text import Text

if TYPE_CHECKING:
    from desktop.flow.run import Outcome

FOLDER = Path(__file__).parent / "views"

LEFT_OUT = ("guideline", "sha256", "size", "snapshot")
"""Fields that say nothing of the view, or nothing that is the same on every machine."""


def is_as_written(name: str, text: str) -> None:
    """Compare a text with the one that stands in views; VANBOK_VIEWS=write writes it down."""
    kept = FOLDER / f"{name}.txt"
    if os.environ.get("VANBOK_VIEWS") == "write":
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(text, encoding="utf-8")
    assert text == kept.read_text(encoding="utf-8")


def done(outcome: Outcome) -> str:
    """Give what an act said and wrote; of a file's bytes only that it was kept."""
    # The bytes of a paper are not the same twice, and so neither are their digests.
    known = re.sub(r'"(sha256|size)":\s*("[0-9a-f]{64}"|\d+)', r'"\1": 0', outcome.event.changes)
    known = re.sub(r"-[0-9a-f]{12}\.", "-….", known)
    lines = json.dumps(json.loads(known), ensure_ascii=False, indent=1)
    about = ", ".join(f"{kind} {number}" for kind, number in outcome.subjects)
    end = "final" if outcome.final else "can be taken back"
    return f"{_plain(outcome.text)}\n{about}; {end}\n{lines}\n"


def told(value: object) -> str:
    """Give a view as text: fields with something in them, each list item under a dash."""
    return "\n".join(_lines("", value)) + "\n"


def in_one_line(value: object) -> str:
    """Give a value as words on one line, whatever its kind."""
    return _plain(value)


def _lines(name: str, value: object) -> Iterator[str]:
    short = _short(value)
    if short is not None:
        yield f"{name}: {short}".removeprefix(": ")
    elif isinstance(value, Mapping):
        yield from _under(name, [(_plain(key), each) for key, each in value.items()])
    elif isinstance(value, Collection):
        items = sorted(value, key=_plain) if isinstance(value, set | frozenset) else value
        yield from _under(name, [("-", each) for each in items])
    elif is_dataclass(value) and not isinstance(value, type):
        held = [(each.name, getattr(value, each.name)) for each in fields(value)]
        kept = [(key, each) for key, each in held if key not in LEFT_OUT and _says(each)]
        yield from _under(name or type(value).__name__, kept)
    else:
        yield f"{name}: {type(value).__name__}".removeprefix(": ")


def _under(name: str, parts: list[tuple[str, object]]) -> Iterator[str]:
    flat = [(key, _short(each)) for key, each in parts]
    inline = " · ".join(
        f"{key} {words}".removeprefix("- ") for key, words in flat if words is not None
    )
    yield f"{name}: {inline}".rstrip(": ") if inline else name
    for key, each in parts:
        if _short(each) is None:
            yield from (f"  {line}" for line in _lines(key, each))


def _says(value: object) -> bool:
    return (
        value is not None
        and value is not False
        and (not isinstance(value, Collection) or bool(value))
    )


def _short(value: object) -> str | None:
    if isinstance(value, Text):
        return f"“{_plain(value)}”"
    if value is None or isinstance(value, str | int | float | date | bool | Enum):
        return _plain(value)
    if isinstance(value, tuple) and all(isinstance(each, str | int) for each in value):
        return f"({', '.join(map(_plain, value))})"
    return None


def _plain(value: object) -> str:
    words = value.value if isinstance(value, Enum) else value
    return " ".join(str(words).replace("\u00a0", " ").split())
