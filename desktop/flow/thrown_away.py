"""What has been taken away: one line for each thing a person would name, and the act that did it.

Nothing is ever emptied: a row that is taken away lies where it lay, out of sight.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from db.row import IMMUTABLE, KINDS, table_of
from desktop.domain.casework import TakenBack
from desktop.domain.swedish import list_of
from desktop.domain.text import Text, plain, say
from desktop.flow.event_log import LogRow, read_rows
from desktop.flow.putting_back import removed
from desktop.flow.row_words import ROWS, bare_name, belonged_to, name_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.change import Event
    from db.store import Store
    from desktop.flow.desk import Desk

WINDOW = 1_000
"""Events looked through at once."""
NAMED = 3
"""Names of one line; more are counted."""

Row = tuple[str, int]
"""Table and id."""


@dataclass(frozen=True, kw_only=True)
class Thrown:
    """Something that one act took away."""

    what: Text
    """What it is called: "Ort Sagostad"."""
    where: Text
    """What it belonged to; empty for what stood by itself."""
    act: LogRow
    """The act that took it away; taking that back puts it back."""
    rows: tuple[Row, ...]
    """The rows, those that a person would name."""


def thrown_away(desk: Desk) -> Iterator[list[Thrown]]:
    """Give what is taken away, the latest first, a piece of the log at a time."""
    pending = gone_rows(desk.store)
    above = desk.store.last_event_id + 1
    while pending and above > 1:
        low = max(1, above - WINDOW)
        found: list[Thrown] = []
        for event in _removing(desk.store, low, above):
            mine = removed(event) & pending
            pending -= mine
            found += _things(desk, event, mine)
        above = low
        yield found


def gone_rows(store: Store) -> set[Row]:
    """Give every row that is taken away now."""
    found: set[Row] = set()
    for kind in KINDS:
        if kind is not TakenBack and kind not in IMMUTABLE:
            table = table_of(kind)
            sql = f'SELECT id FROM "{table}" WHERE deleted IS NOT NULL'  # noqa: S608 - our own name
            found |= {(table, int(key)) for (key,) in store.rows(sql)}
    back = store.rows("SELECT entity, row_id FROM taken_back WHERE deleted IS NULL")
    return found | {(str(entity), int(key)) for entity, key in back}


def _removing(store: Store, low: int, above: int) -> list[Event]:
    """Give the events of a piece of the log that took anything away, newest first."""
    numbers = store.rows(
        "SELECT id FROM event WHERE id >= ? AND id < ? AND (instr(changes, ?) OR instr(changes, ?))"
        " ORDER BY id DESC",
        low,
        above,
        '"deleted":"',
        '"table":"taken_back"',
    )
    return [store.event(number) for (number,) in numbers]


def _things(desk: Desk, event: Event, mine: set[Row]) -> Iterator[Thrown]:
    """Give a line for each kind of thing that an act took away."""
    roots = sorted(_roots(desk, mine))
    acts = read_rows(desk.store, [event.id]) if roots else []
    for table, some in groupby(roots, key=lambda each: each[0]):
        rows = tuple(some)
        yield Thrown(
            what=_what(desk, table, rows), where=_where(desk, rows[0], mine), act=acts[0], rows=rows
        )


def _roots(desk: Desk, mine: set[Row]) -> set[Row]:
    """Leave out what belonged to something else that went with it, and the papers of it."""
    owners = {each: set(belonged_to(desk, *each)) for each in mine}
    roots = {each for each in mine if not owners[each] & (mine - {each})}
    named = {each for each in roots if each[0] != "document"}
    return named or roots


def _what(desk: Desk, table: str, rows: tuple[Row, ...]) -> Text:
    if len(rows) == 1:
        return name_of(desk, *rows[0])
    names = [name for name in (bare_name(desk, *each) for each in rows) if name]
    kind = ROWS.get(table, say("Uppgift"))
    if len(rows) > NAMED or len(names) < len(rows):
        return say(
            "{kind}, {count} stycken: {names}",
            kind=kind,
            count=len(rows),
            names=", ".join(names[:NAMED]) + " …",
        )
    return say("{kind}: {names}", kind=kind, names=list_of(names))


def _where(desk: Desk, row: Row, mine: set[Row]) -> Text:
    """Name what a thing belonged to, the nearest first."""
    for owner in belonged_to(desk, *row):
        if owner not in mine and bare_name(desk, *owner):
            return name_of(desk, *owner)
    return plain("")
