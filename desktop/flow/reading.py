"""From what a person typed, or a JSON line gave, to a command; or a problem per field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.clean import clean
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.flow.ask import Ask, Kind, asks
from desktop.flow.days import parse_day as parse_day  # noqa: PLC0414 - read from here too
from desktop.flow.typed import READERS, listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

C = TypeVar("C")


def read(command: type[C], raw: Mapping[str, object], today: date) -> C:
    """Make the command, or refuse with one problem per field that is wrong.

    Unknown fields are refused too: a misspelt field must not be lost silently. A field that
    is absent or empty takes its default.
    """
    known = asks(command)
    values: dict[str, Any] = {}
    problems = [_unknown(str(name)) for name in raw if name not in known]
    for name, wanted in known.items():
        try:
            given = raw.get(name)
            if not _empty(given):
                values[name] = _value(wanted, name, given, today)
            elif wanted.required:
                raise refuse(name, "{label} – saknas – fyll i fältet.", label=wanted.label)
            elif given is not None and wanted.kind in _CLEARED:
                values[name] = _CLEARED[wanted.kind]
        except Refusal as refusal:
            problems.extend(refusal.problems)
    if problems:
        raise Refusal(problems)
    return command(**values)


_CLEARED: dict[Kind, object] = {Kind.YES: False, Kind.CHOICES: (), Kind.REFS: (), Kind.ROWS: ()}
"""What a field that was left empty on purpose holds, whatever its default."""


def _unknown(name: str) -> Problem:
    return problem(
        name, "{name} – finns inte i formuläret – ta bort det.", name=clean(name)[:40] or "?"
    )


def _empty(given: object) -> bool:
    if isinstance(given, str):
        return not clean(given)
    return given is None or given in ([], ())


def _value(wanted: Ask, name: str, given: object, today: date) -> Any:  # noqa: ANN401
    if wanted.kind is Kind.ROWS:
        return _rows(wanted, name, given, today)
    return READERS[wanted.kind](wanted, name, given, today)


def _rows(wanted: Ask, name: str, given: object, today: date) -> tuple[Any, ...]:
    rows = []
    problems: list[Problem] = []
    row_type: type[Any] = wanted.row or object
    for at, each in enumerate(listed(wanted, name, given)):
        if isinstance(each, row_type):
            rows.append(each)
            continue
        if not isinstance(each, dict):
            raise refuse(
                name,
                "{label} – rad {at} går inte att läsa – fyll i raden på nytt.",
                label=wanted.label,
                at=at + 1,
            )
        try:
            rows.append(read(row_type, each, today))
        except Refusal as refusal:
            problems.extend(
                Problem(f"{name}.{at}.{one.field}", one.text) for one in refusal.problems
            )
    if problems:
        raise Refusal(problems)
    return tuple(rows)
