"""Whether the log of events is unbroken, and whether every row is what the log says."""

from __future__ import annotations

import json
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from db import chain
from db.row import KINDS, columns_of, names_of, table_of
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from db.checking.source import Source
    from db.row import Row, SqlValue

    Became = dict[tuple[str, int], Row]

_STEP = 500
"""Events between two words of how far it has come."""
_LAST = 50
"""Events at the end of the log that the quick check follows."""


def ends(found: Source, _told: Callable[[int, int], object]) -> Iterator[Text]:
    """Verify that no event is missing and that the last ones lead to the head."""
    count, last = next(found.rows("SELECT count(*), coalesce(max(id), 0) FROM event"))
    if count != last:
        yield _missing(last - count)
    start = max(0, last - _LAST)
    previous = chain.genesis(found.register_uuid)
    for (before,) in found.rows("SELECT hash FROM event WHERE id = ?", start):
        previous = before
    for cells in found.rows(f"{chain.SELECT} WHERE id > ? ORDER BY id", start):
        yield from _link(cells, previous)
        previous = cells[-1]
    yield from _head(found, previous)


def _missing(count: int) -> Text:
    if count == 1:
        return say("En händelse saknas i loggen.")
    return say("{count} händelser saknas i loggen.", count=count)


def log(found: Source, told: Callable[[int, int], object]) -> Iterator[Text]:
    """Follow the chain of events from the beginning to the head."""
    total = found.one("SELECT count(*) FROM event")
    previous, number = chain.genesis(found.register_uuid), 0
    entered = _Entered(found)
    became: Became = {}
    for cells in found.rows(f"{chain.SELECT} ORDER BY id"):
        number += 1
        if number % _STEP == 0:
            told(number, total)
        if cells[0] != number:
            yield say("Händelse {number} saknas i loggen.", number=number)
            number = cells[0]
        yield from _link(cells, previous)
        if entered.under(number) != _named(cells[_SUBJECTS]):
            yield say("Händelse {number} är fel införd bland det den handlar om.", number=number)
        _replay(became, cells[_CHANGES])
        previous = cells[-1]
    found.became = became
    yield from _head(found, previous)


_SUBJECTS, _CHANGES, _PREVIOUS = map(chain.COLUMNS.index, ("subjects", "changes", "previous"))


def _link(cells: tuple[Any, ...], previous: str) -> Iterator[Text]:
    """Verify one event, and that it follows the one before."""
    if cells[_PREVIOUS] != previous:
        yield say("Händelse {number} följer inte på den före: kedjan är bruten.", number=cells[0])
    if chain.digest(cells) != cells[-1]:
        yield say("Händelse {number} har ändrats i efterhand.", number=cells[0])


def _head(found: Source, previous: str) -> Iterator[Text]:
    for (head,) in found.rows("SELECT head FROM meta"):
        if head != previous:
            yield say("Loggen slutar inte där registret säger: de sista händelserna saknas.")


class _Entered:
    """What every event is entered under, read beside the events in the same order."""

    def __init__(self, found: Source) -> None:
        rows = found.rows("SELECT event_id, entity, row_id FROM event_subject ORDER BY event_id")
        self._groups = groupby(rows, key=itemgetter(0))
        self._next = next(self._groups, None)

    def under(self, number: int) -> set[tuple[str, int]]:
        """Give what one event is entered under; ask in order."""
        while self._next is not None and self._next[0] < number:
            self._next = next(self._groups, None)
        if self._next is None or self._next[0] != number:
            return set()
        return {(entity, key) for _, entity, key in self._next[1]}


def _named(subjects: str) -> set[tuple[str, int]]:
    if subjects == "[]":
        return set()
    try:
        return {(entity, key) for entity, key in json.loads(subjects)}
    except (ValueError, TypeError):
        return set()


def rows(found: Source, told: Callable[[int, int], object]) -> Iterator[Text]:
    """Compare every row with what the log says that it became."""
    logged = found.became if found.became is not None else _replayed(found)
    found.became = None
    for done, kind in enumerate(KINDS):
        told(done, len(KINDS))
        table = table_of(kind)
        names = [column.name for column in columns_of(kind)]
        for cells in found.rows(f'SELECT {names_of(kind)} FROM "{table}" ORDER BY id'):  # noqa: S608 - our own names
            row = dict(zip(names, cells, strict=True))
            yield from _compared(table, row, logged.pop((table, row["id"]), None))
    for table, key in logged:
        yield say("Rad {key} i {table} finns i loggen men inte i registret.", key=key, table=table)


def _replayed(found: Source) -> Became:
    """Give what the log says that each row became."""
    became: Became = {}
    for (changes,) in found.rows("SELECT changes FROM event ORDER BY id"):
        _replay(became, changes)
    return became


def _replay(became: Became, changes: str) -> None:
    if changes == "[]":
        return
    try:
        entries = json.loads(changes)
        for each in entries:
            key = each["table"], each["id"]
            if key in became:
                became[key].update(each["after"])
            else:
                became[key] = each["after"]
    except (ValueError, TypeError, LookupError):
        # The chain has already said that this event was changed.
        return


def _compared(table: str, row: Row, logged: Row | None) -> Iterator[Text]:
    if logged is None:
        yield say("Rad {key} i {table} saknas i loggen.", key=row["id"], table=table)
        return
    for name, cell in row.items():
        if name in logged and logged[name] != cell:
            yield say(
                "Rad {key} i {table} har ändrats utanför programmet: {name} är {now}, "
                "men loggen säger {then}.",
                key=row["id"],
                table=table,
                name=plain(name),
                now=plain(_shown(cell)),
                then=plain(_shown(logged[name])),
            )


def _shown(cell: SqlValue) -> str:
    words = "tomt" if cell is None or cell == "" else str(cell)
    return words if len(words) <= 60 else f"{words[:59]}…"  # noqa: PLR2004 - one line
