"""Names where the acts want ids: a case by its number, an association by its name."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Case
from desktop.domain.clean import clean
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.swedish import fold
from desktop.flow.ask import Ask, Kind, asks
from desktop.flow.options import options

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.flow.desk import Desk

LONGEST = 300
"""Characters; nothing in the register has a longer name."""
NAMED_SOURCES = ("schemes", "goals", "reasons")
"""Choices of the guideline and the register that may be written as they are shown."""


def alias(name: str, asked: Ask) -> str:
    """Give the field that takes a name instead of an id: "case" for "case_id"; "" for none."""
    if asked.ref == "event":
        return ""
    if asked.kind is Kind.REF:
        return name.removesuffix("_id")
    return f"{name.removesuffix('_ids')}s" if asked.kind is Kind.REFS else ""


def with_ids(desk: Desk, command: type[Any], raw: Mapping[str, Any]) -> dict[str, Any]:
    """Give the fields with ids for the names in them; refuse a name that nothing bears."""
    found = dict(raw)
    problems: list[Problem] = []
    for name, asked in asks(command).items():
        try:
            _replace(desk, found, name, asked)
        except Refusal as refusal:
            problems.extend(refusal.problems)
    if problems:
        raise Refusal(problems)
    return found


def _replace(desk: Desk, found: dict[str, Any], name: str, asked: Ask) -> None:
    other = alias(name, asked)
    if other and other in found:
        if name in found:
            raise refuse(
                other,
                "{label} – står både som {other} och {name} – ta bort det ena.",
                label=asked.label,
                other=other,
                name=name,
            )
        found[name] = _each(found.pop(other), lambda given: _id_of(desk, other, asked, given))
    elif asked.kind is Kind.ROWS and asked.row and isinstance(found.get(name), list):
        row = asked.row
        found[name] = [
            with_ids(desk, row, each) if isinstance(each, dict) else each for each in found[name]
        ]
    elif asked.source in NAMED_SOURCES and name in found:
        found[name] = _each(found[name], lambda given: _key_of(desk, asked, given))


def _each(given: Any, read: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    return [read(one) for one in given] if isinstance(given, list) else read(given)


def _id_of(desk: Desk, field: str, asked: Ask, given: object) -> object:
    """Give the id of the row with a name; what is no text is left for the reading to judge."""
    if not isinstance(given, str) or not given.strip():
        return given
    words = clean(given[:LONGEST])
    if asked.ref == "case":
        case = desk.store.first(Case, "number = ?", words)
        matches = [case.id] if case else []
    else:
        matches = [int(key) for key in _matching(desk, asked, words)]
    if len(matches) == 1:
        return matches[0]
    if matches:
        raise refuse(
            field,
            "{label} – flera heter {given} – skriv id i stället.",
            label=asked.label,
            given=words[:40],
        )
    raise refuse(
        field,
        "{label} – {given} finns inte i registret – skriv som det står där.",
        label=asked.label,
        given=words[:40],
    )


def _key_of(desk: Desk, asked: Ask, given: object) -> object:
    if not isinstance(given, str):
        return given
    matches = _matching(desk, asked, clean(given[:LONGEST]))
    return matches[0] if len(matches) == 1 else given


def _matching(desk: Desk, asked: Ask, words: str) -> list[str]:
    folded = fold(words)
    return [key for key, shown in options(desk, asked) if fold(str(shown)) == folded]
