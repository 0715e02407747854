"""Records as rows and rows as records, read off the records' own type hints."""

from __future__ import annotations

import json
import operator
import re
from collections.abc import Callable
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, TypeAlias, TypeVar, cast, get_args, get_origin, get_type_hints

from desktop.domain import budgeting, casework, commitments, follow_up, registers, visiting
from desktop.domain.record import Record

SqlValue: TypeAlias = str | int | bytes | None
"""What a cell of the file holds."""

Row: TypeAlias = dict[str, SqlValue]
"""A row by column name."""

AnyRecord = TypeVar("AnyRecord", bound=Record)


def _records(module: object) -> tuple[type[Record], ...]:
    return tuple(
        kind
        for kind in vars(module).values()
        if isinstance(kind, type) and issubclass(kind, Record) and kind is not Record
    )


DERIVED: tuple[type[Record], ...] = (casework.Awaited, casework.Summary)
"""Kinds that are made again from the others and may be thrown away."""

KINDS: tuple[type[Record], ...] = tuple(
    kind
    for module in (registers, casework, visiting, budgeting, commitments, follow_up)
    for kind in _records(module)
    if kind not in DERIVED
)
"""Kinds that acts write."""

IMMUTABLE: tuple[type[Record], ...] = (
    casework.Application,
    casework.Decision,
    casework.Document,
    registers.GuidelineVersion,
)
"""Kinds whose rows never change; a mistaken one is taken back by a TakenBack row."""


_TABLES: dict[type[Record], str] = {
    kind: re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower() for kind in (*KINDS, *DERIVED)
} | {casework.Case: "grant_case"}
_BY_TABLE = {_TABLES[kind]: kind for kind in KINDS}


def table_of(kind: type[Record]) -> str:
    """Give the table of a kind: snake case, but `grant_case` for Case, a keyword of SQL."""
    return _TABLES[kind]


def kind_of(table: str) -> type[Record]:
    """Give the kind that lies in a table; LookupError for a table that no act writes."""
    return _BY_TABLE[table]


@dataclass(frozen=True, kw_only=True)
class Column:
    """How one field of a kind lies in the file."""

    field: str
    """The record's field."""
    name: str
    """The column: the field's name, `<field>_ore` for kronor."""
    sql_type: str
    """INTEGER or TEXT."""
    optional: bool
    """True when the cell may be NULL."""
    encode: Callable[[Any], SqlValue]
    """Turns a value of the field into a cell."""
    decode: Callable[[Any], Any]
    """Turns a cell into a value; ValueError or TypeError when the cell is not one of ours."""


def _ore(kronor: int) -> int:
    return operator.index(kronor) * 100


def _kronor(ore: int) -> int:
    kronor, rest = divmod(ore, 100)
    if rest:
        raise ValueError(f"{ore} öre is no whole number of kronor")
    return kronor


def _words(cell: str) -> tuple[str, ...]:
    return tuple(map(str, json.loads(cell)))


def _json(words: tuple[str, ...]) -> str:
    return json.dumps(words, ensure_ascii=False, separators=(",", ":"))


def _same(value: SqlValue) -> SqlValue:
    return value


_Codec: TypeAlias = tuple[str, Callable[[Any], SqlValue], Callable[[Any], Any]]

_CODECS: dict[object, _Codec] = {
    int: ("INTEGER", operator.index, _same),
    str: ("TEXT", _same, _same),
    bool: ("INTEGER", int, bool),
    date: ("TEXT", date.isoformat, date.fromisoformat),
    tuple[str, ...]: ("TEXT", _json, _words),
}


def _column(field: str, hint: object) -> Column:
    optional = type(None) in get_args(hint)
    if optional:
        hint = next(part for part in get_args(hint) if part is not type(None))
    name = field
    codec: _Codec
    if get_origin(hint) is Annotated:
        name, codec = f"{field}_ore", ("INTEGER", _ore, _kronor)
    elif isinstance(hint, type) and issubclass(hint, StrEnum):
        codec = ("TEXT", operator.attrgetter("value"), hint)
    else:
        codec = _CODECS[hint]
    sql_type, encode, decode = codec
    return Column(
        field=field,
        name=name,
        sql_type=sql_type,
        optional=optional,
        encode=encode,
        decode=decode,
    )


@dataclass(frozen=True, kw_only=True)
class _Shape:
    """What is worked out once for each kind: rows are read by the thousand."""

    columns: tuple[Column, ...]
    """In the order of its fields."""
    names: str
    """The columns as a SELECT lists them."""
    readers: tuple[tuple[str, Callable[[Any], Any] | None], ...]
    """Field and decoder of each column; None where the cell is the value."""


_SHAPES: dict[type[Record], _Shape] = {}


def _shape(kind: type[Record]) -> _Shape:
    known = _SHAPES.get(kind)
    if known is None:
        hints = get_type_hints(kind, include_extras=True)
        columns = tuple(_column(field.name, hints[field.name]) for field in fields(kind))
        known = _SHAPES[kind] = _Shape(
            columns=columns,
            names=", ".join(f'"{column.name}"' for column in columns),
            readers=tuple(
                (column.field, None if column.decode is _same else column.decode)
                for column in columns
            ),
        )
    return known


def columns_of(kind: type[Record]) -> tuple[Column, ...]:
    """Give the columns of a kind in the order of its fields; worked out when first asked for."""
    return _shape(kind).columns


def names_of(kind: type[Record]) -> str:
    """Give the columns of a kind as a SELECT lists them."""
    return _shape(kind).names


def to_row(record: Record) -> Row:
    """Give a record as a row."""
    return {
        column.name: None
        if (value := getattr(record, column.field)) is None
        else column.encode(value)
        for column in columns_of(type(record))
    }


def from_row(kind: type[AnyRecord], cells: tuple[Any, ...]) -> AnyRecord:
    """Give a row, read in the order of `names_of`, as a record.

    Raises ValueError or TypeError when a cell holds what no record of ours can hold.
    """
    values: dict[str, Any] = {
        field: cell if decode is None or cell is None else decode(cell)
        for (field, decode), cell in zip(_shape(kind).readers, cells, strict=True)
    }
    return kind(**values)


def decoded(kind: type[Record], row: Row) -> dict[str, Any]:
    """Give the fields of those columns of a kind that `row` holds."""
    return {
        column.field: None if row[column.name] is None else column.decode(row[column.name])
        for column in columns_of(kind)
        if column.name in row
    }


def cell(value: object) -> SqlValue:
    """Give a value that a search compares with as it lies in the file."""
    if isinstance(value, StrEnum):
        return value.value
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, date):
        return value.isoformat()
    return cast("SqlValue", value)
