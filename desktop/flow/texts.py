"""The municipality's own letter texts: which count on a day, and which there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.letter_text import in_force
from desktop.domain.registers import LetterText
from desktop.letters.paper_names import GROUPS
from desktop.letters.template import builtin

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from desktop.flow.desk import Desk

NAMES: tuple[str, ...] = tuple(name for _, names in GROUPS for name in names)
"""Everything that has a text to edit."""


def versions(desk: Desk, name: str = "") -> list[LetterText]:
    """Give the adopted wordings, oldest first; of one paper or shared text when named."""
    if name:
        return desk.store.find(LetterText, "name = ?", name, order="version")
    return desk.store.find(LetterText, order="name, version")


def texts_on(desk: Desk, day: date) -> Mapping[str, str]:
    """Give the municipality's own wordings that count on a day, by name."""

    def found() -> dict[str, str]:
        texts = versions(desk)
        newest = {each.name: in_force(texts, each.name, day) for each in texts}
        return {name: each.text for name, each in newest.items() if each is not None}

    return desk.keep(("letter texts", day), found)


def text_on(desk: Desk, name: str, day: date) -> str:
    """Give the wording of one paper or shared text on a day, the program's own where none is."""
    return texts_on(desk, day).get(name) or builtin(name)


def text_of(desk: Desk, name: str, version: int) -> str | None:
    """Give one version's wording; 0 is the program's own; None when there is no such version."""
    if version == 0:
        return builtin(name)
    row = desk.store.first(LetterText, "name = ? and version = ?", name, version)
    return None if row is None else row.text or builtin(name)


@dataclass(frozen=True, kw_only=True)
class Version:
    """A line of the list of versions."""

    version: int
    """Its number; 0 for the program's own."""
    counts: bool
    """True for the one in force today."""
    coming: bool = False
    """True before its first day."""
    own: bool
    """False when it follows the program's own text."""
    valid_from: date | None = None
    """The first day it counts; None for the program's own."""
    adopted_on: date | None = None
    """The day it was adopted."""
    officer: str = ""
    """Who adopted it."""
    note: str = ""
    """Why."""


def history(desk: Desk, name: str) -> tuple[Version, ...]:
    """Give every version of one text, newest first, the program's own last."""
    rows = versions(desk, name)
    begun = [each for each in rows if each.valid_from <= desk.today]
    newest = max(begun, key=lambda each: (each.valid_from, each.version), default=None)
    adopted = tuple(
        Version(
            version=each.version,
            counts=each == newest,
            coming=each.valid_from > desk.today,
            own=bool(each.text),
            valid_from=each.valid_from,
            adopted_on=each.adopted_on,
            officer=each.officer,
            note=each.note,
        )
        for each in reversed(rows)
    )
    return (*adopted, Version(version=0, counts=newest is None, own=False))
