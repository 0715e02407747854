"""What an act changed, field by field in words: what it was before and what it became."""

from __future__ import annotations

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from db.row import columns_of, kind_of
from desktop.domain import (
    applicants,
    budgeting,
    commitment_words,
    cost_types,
    follow_up,
    phases,
    visit_words,
)
from desktop.domain.currency import money
from desktop.domain.text import Text, plain, say
from desktop.flow.ask import Ask, asks
from desktop.flow.options import options
from desktop.flow.row_words import ROWS, bare_name, name_of, owner_of
from desktop.flow.trace_fields import HIDDEN, LABELS, STATES
from desktop.flow.undoing import FOUNDING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from db.change import Changed, Event
    from db.row import SqlValue
    from desktop.flow.desk import Desk

MOST = 400
"""Characters shown of one value."""
NONE = say("–")
_SOURCES = ("goals", "schemes", "application_types")
"""Choices that the guideline gives."""
_FOUNDED = ("office", "officer")
"""What the form of the first act is about; the other rows come of the guideline, not of it."""


@dataclass(frozen=True, kw_only=True)
class Trace:
    """One field of one row."""

    row: Text
    """The row, "Ort Sagostad"."""
    field: Text
    """What the field is called in forms."""
    before: Text
    """What stood there; a dash for nothing."""
    after: Text
    """What stands there since; a dash for nothing."""


def traces(desk: Desk, event: Event) -> list[Trace]:
    """Give every field that an act wrote; what is only the machinery's own is left out."""
    labels = labels_of(event.name)
    found: list[Trace] = []
    for each in event.changed():
        beside = event.name == FOUNDING and each.table not in _FOUNDED
        found += _of_row(desk, each, {} if beside else labels)
    return found


def _of_row(desk: Desk, changed: Changed, labels: Mapping[str, Ask]) -> Iterator[Trace]:
    if changed.table == "taken_back":
        yield _taken_back(desk, changed)
        return
    row = name_of(desk, changed.table, changed.id)
    before = changed.before or {}
    written = [
        column
        for column in columns_of(kind_of(changed.table))
        if column.name in changed.after and _is_told(changed.table, column.name)
    ]
    for column in written:
        old, new = before.get(column.name), changed.after[column.name]
        if _is_empty(old) and _is_empty(new):
            continue
        asked = labels.get(column.field)
        yield Trace(
            row=row,
            field=_label(column.field, asked),
            before=_value(desk, changed, column.name, old, asked),
            after=_value(desk, changed, column.name, new, asked),
        )


def _taken_back(desk: Desk, changed: Changed) -> Trace:
    """Say of a row that never changes that it was taken away, or put back."""
    source = changed.after if changed.before is None else None
    if source is not None:
        entity, key = str(source["entity"]), int(str(source["row_id"]))
    else:
        rows = desk.store.rows("SELECT entity, row_id FROM taken_back WHERE id = ?", changed.id)
        entity, key = str(rows[0][0]), int(rows[0][1])
    gone = changed.before is None or changed.after.get("deleted") is None
    stands, away = say("finns"), say("borttagen")
    return Trace(
        row=name_of(desk, entity, key),
        field=say("Finns"),
        before=stands if gone else away,
        after=away if gone else stands,
    )


def _is_told(table: str, column: str) -> bool:
    return column not in HIDDEN and f"{table}.{column}" not in HIDDEN


def _is_empty(value: SqlValue) -> bool:
    return value is None or (isinstance(value, str) and not value.strip('[", ]'))


def _label(field: str, asked: Ask | None) -> Text:
    if asked is not None:
        return asked.label
    if field in LABELS:
        return LABELS[field]
    known = _every_label().get(field)
    return known.label if known is not None else say("Uppgift")


def _value(  # noqa: PLR0911 - one for each kind of value
    desk: Desk, changed: Changed, name: str, value: SqlValue, asked: Ask | None
) -> Text:
    if name == "deleted":
        return say("borttagen") if value else say("finns")
    if _is_empty(value):
        return NONE
    if isinstance(value, int) and name.endswith("_ore"):
        return plain(money(value))
    if isinstance(value, int) and (changed.table, name) == ("visit_cost", "amount"):
        sql = "SELECT currency FROM visit_cost WHERE id = ?"
        return plain(money(value, desk.store.rows(sql, changed.id)[0][0]))
    if isinstance(value, int) and (target := owner_of(desk, changed.table, name)):
        words = bare_name(desk, target, value)
        return plain(words) if words else ROWS[target]
    hint = _hints(changed.table).get(name)
    if hint is bool:
        return say("ja") if value else say("nej")
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return _word(hint, str(value))
    if name == "kind" and value in STATES:
        return STATES[str(value)]
    return _words(str(value), _choices(desk, asked or _every_label().get(name)))


def _choices(desk: Desk, asked: Ask | None) -> dict[str, Text]:
    """Give the words of a field's choices, those of the guideline in force with them."""
    if asked is None:
        return {}
    return dict(options(desk, asked) if asked.source in _SOURCES else asked.choices)


def _words(value: str, named: Mapping[str, Text]) -> Text:
    """Give a value as its choice is called, a list with commas, anything else as it stands."""
    if value in named:
        return named[value]
    if value.startswith(("[", "{")):
        try:
            listed = json.loads(value)
        except ValueError:
            listed = value
        if isinstance(listed, list) and all(isinstance(each, str) for each in listed):
            value = ", ".join(str(named.get(each, each)) for each in listed)
        elif not isinstance(listed, str):
            return say("ändrat innehåll")
    return plain(value if len(value) <= MOST else f"{value[:MOST].rstrip()}…")


def _word(kind: type[StrEnum], value: str) -> Text:
    known = _enum_words().get(kind, {})
    for each, words in known.items():
        if each == value:
            return words
    return STATES.get(value) or plain(value)


@cache
def _hints(table: str) -> dict[str, Any]:
    """Give the type of each field of a table, without the None of one that may be empty."""
    found = {}
    for name, hint in get_type_hints(kind_of(table)).items():
        parts = [each for each in get_args(hint) if each is not type(None)]
        found[name] = parts[0] if parts and isinstance(parts[0], type) else hint
    return found


@cache
def _enum_words() -> dict[type[StrEnum], dict[StrEnum, Text]]:
    """Give the words of every state and choice that the domain has words for."""
    found: dict[type[StrEnum], dict[StrEnum, Text]] = {}
    modules = (
        phases,
        visit_words,
        commitment_words,
        applicants,
        budgeting,
        follow_up,
        cost_types,
    )
    for module in modules:
        for each in vars(module).values():
            if isinstance(each, dict) and each:
                first, words = next(iter(each.items()))
                if isinstance(first, StrEnum) and isinstance(words, Text):
                    found.setdefault(type(first), each)
    return found


def labels_of(act: str) -> dict[str, Ask]:
    """Give what each field is called in the form of an act, its rows with it."""
    from desktop.flow.steps import step_named  # noqa: PLC0415 - only when somebody unfolds

    try:
        return _asks(step_named(act).command)
    except KeyError:
        # An act of an older version, or taking back: its fields are called as anywhere.
        return {}


def _asks(command: type[Any]) -> dict[str, Ask]:
    found: dict[str, Ask] = {}
    for name, asked in asks(command).items():
        if asked.row is not None:
            found = _asks(asked.row) | found
        found[name] = asked
    return found


@cache
def _every_label() -> dict[str, Ask]:
    """Give a name for each field that any form asks for, the first that has it."""
    from desktop.flow.steps.catalogue import STEPS  # noqa: PLC0415 - as above

    found: dict[str, Ask] = {}
    for step in STEPS:
        found = _asks(step.command) | found
    return found
