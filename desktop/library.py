"""The guidelines and letters that come with the program."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop.paths import resources

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path


@dataclass(frozen=True, kw_only=True)
class Municipality:
    """What first start proposes for a municipality; everything can be changed."""

    key: str
    """"pitea"."""
    name: str
    """"Piteå"."""
    about: str
    """One line under the name in the list."""
    facts: Mapping[str, Any]
    """Office fields, places and committee roles from municipality.toml."""
    guideline: Mapping[str, Any]
    """Data of the latest guideline, for guideline.parse."""


def _read(path: Path) -> dict[str, Any]:
    return tomllib.loads(path.read_text(encoding="utf-8"))


def _latest(folder: Path, day: str) -> dict[str, Any]:
    """Read the file of a folder that began last on or before a day."""
    begun = [path for path in sorted(folder.glob("*.toml")) if path.stem <= day]
    return _read(begun[-1]) if begun else {}


PARTS = ("visits", "work")
"""Parts of a guideline in folders of their own, written down after its policy was adopted."""


def _guideline(folder: Path) -> dict[str, Any]:
    """Merge the latest policy with the schemes and parts in force when it began."""
    newest = max(path.stem for path in (folder / "policy").glob("*.toml"))
    policy = _latest(folder / "policy", newest)
    schemes = [
        scheme
        for each in sorted(folder.iterdir())
        if each.is_dir() and each.name not in ("policy", *PARTS)
        for scheme in _latest(each, newest).get("scheme", ())
    ]
    schemes.sort(key=lambda scheme: bool(scheme["activity"]))
    parts = {part: _latest(folder / part, newest).get(part) for part in PARTS}
    return {**policy, "scheme": schemes, **{key: part for key, part in parts.items() if part}}


@cache
def part_of(key: str, part: str, day: date) -> Mapping[str, Any] | None:
    """Give a part of PARTS of a day, for a version adopted before the part was here."""
    folder = resources() / "guidelines" / key
    known = key in {each.key for each in municipalities()}
    return _latest(folder / part, day.isoformat()).get(part) if known else None


def visits_part(key: str, day: date) -> Mapping[str, Any] | None:
    """Give a municipality's part on visits of a day, for a version adopted before it was here."""
    return part_of(key, "visits", day)


def work_part(key: str, day: date) -> Mapping[str, Any] | None:
    """Give a municipality's part on the whole work of a day, in the same way."""
    return part_of(key, "work", day)


@cache
def municipalities() -> tuple[Municipality, ...]:
    """Give the municipalities that the program has guidelines for."""
    folders = sorted((resources() / "guidelines").iterdir())
    return tuple(_municipality(folder) for folder in folders if folder.is_dir())


def _municipality(folder: Path) -> Municipality:
    facts = _read(folder / "municipality.toml")
    return Municipality(
        key=facts["key"],
        name=facts["name"],
        about=facts.get("about", ""),
        facts=facts,
        guideline=_guideline(folder),
    )


def municipality(key: str) -> Municipality:
    """Give a municipality by key; KeyError when there is none such."""
    for each in municipalities():
        if each.key == key:
            return each
    raise KeyError(key)


@cache
def base_amounts() -> Mapping[int, int]:
    """Give the price base amounts (prisbasbelopp) by calendar year, kronor."""
    return {int(year): amount for year, amount in _read(resources() / "base_amounts.toml").items()}


@cache
def attachment_kinds() -> Mapping[str, frozenset[str]]:
    """Give the suffixes of programs, macros, pages and usual files, ".exe" in small letters."""
    found = _read(resources() / "attachments.toml")
    return {kind: frozenset(suffixes) for kind, suffixes in found.items()}


@cache
def rule_reasons() -> str:
    """Give the reasons that follow kinds of rule as TOML text."""
    return (resources() / "rule_reasons.toml").read_text(encoding="utf-8")


@cache
def letter(kind: str, language: str = "sv") -> str:
    """Give the template of a letter as TOML text."""
    return (resources() / "letters" / language / f"{kind}.toml").read_text(encoding="utf-8")


def begins(data: Mapping[str, Any]) -> date:
    """Give the first day of a guideline's data."""
    first: date = data["guideline"]["valid_from"]
    return first
