"""The 290 municipalities and the twelve courts, read from the program's resources."""

from __future__ import annotations

import tomllib
from functools import cache
from typing import Any

from desktop.domain.sweden import Court, Municipality, court_of, find_municipality
from desktop.paths import resources


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads((resources() / name).read_text(encoding="utf-8"))


@cache
def every_municipality() -> tuple[Municipality, ...]:
    """Give all of them, by code."""
    return tuple(
        Municipality(code=code, name=name, full_name=full_name, county=county["name"])
        for county in _read("municipalities.toml")["county"]
        for code, name, full_name in county["municipalities"]
    )


@cache
def courts() -> tuple[Court, ...]:
    """Give the administrative courts."""
    return tuple(
        Court(
            key=each["key"],
            name=each["name"],
            address=each["address"],
            counties=tuple(each["counties"]),
            municipalities=tuple(each["municipalities"]),
        )
        for each in _read("courts.toml")["court"]
    )


def known_municipality(written: str) -> Municipality | None:
    """Find one by code or name; None for a municipality that is not in the list."""
    return find_municipality(every_municipality(), written) if written.strip() else None


def court_for(code: str) -> Court | None:
    """Give the court of a municipality by its code."""
    return court_of(courts(), code)
