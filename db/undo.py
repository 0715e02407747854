"""The changes that take an act back."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from db.change import Insert, Update
from db.errors import CannotUndo
from db.row import IMMUTABLE, KINDS, decoded, kind_of, table_of
from desktop.domain.casework import TakenBack
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from db.change import Change, Changed, Event
    from db.store import Store
    from desktop.domain.record import Record


NEWEST = 200
"""Events about the same thing that are looked at before the whole log is."""
_MATES = (
    "SELECT e.id, e.undoes, instr(e.changes, ?) > 0 AS wrote FROM event AS e WHERE e.id IN"
    " (SELECT s.event_id FROM json_each(?) AS j JOIN event_subject AS s"
    " ON s.entity = json_extract(j.value, '$[0]') AND s.row_id = json_extract(j.value, '$[1]')"
    " WHERE s.event_id > ? ORDER BY s.event_id DESC LIMIT ?) ORDER BY e.id DESC"
)
_LATER = (
    "SELECT id, undoes, instr(changes, ?) > 0 AS wrote FROM event"
    " WHERE id > ? AND (undoes IS NOT NULL OR instr(changes, ?) > 0) ORDER BY id DESC"
)


def inverse(store: Store, event: Event, day: date) -> tuple[Change, ...]:
    """Give the changes that take `event` back on `day`, in an order that can be written.

    Raises CannotUndo when the act left the house, when a row was changed by a later act that
    has not been taken back itself, or when something that stays points at a row that would go.
    """
    if event.final:
        raise CannotUndo(
            say(
                "Det har redan lämnat huset och kan inte tas tillbaka: {text}",
                text=plain(event.text),
            )
        )
    rows = _net(event)
    gone = {
        (each.table, each.id, column)
        for each in rows
        for column in (each.after if each.before is None else each.before)
    }
    return tuple(_reverse(store, event, each, gone, day) for each in reversed(rows))


def _net(event: Event) -> list[Changed]:
    """Give one change for each row, also for a row that the act wrote several times."""
    rows: dict[tuple[str, int], Changed] = {}
    for each in event.changed():
        first = rows.get((each.table, each.id))
        if first is None:
            rows[each.table, each.id] = each
            continue
        before = None if first.before is None else (each.before or {}) | first.before
        rows[each.table, each.id] = replace(each, before=before, after=first.after | each.after)
    return list(rows.values())


def _reverse(
    store: Store, event: Event, changed: Changed, gone: set[tuple[str, int, str]], day: date
) -> Change:
    kind = kind_of(changed.table)
    row = store.get(kind, changed.id, everything=True)
    if row.rev != changed.after["rev"]:
        later = _writer_after(store, event, changed.table, changed.id)
        if later is not None:
            raise _stands_in_the_way(event, later)
    if changed.before is not None:
        fields = decoded(kind, changed.before) | {"rev": row.rev}
        return Update(before=row, after=replace(row, **fields))
    _require_unused(store, event, changed, gone)
    if kind in IMMUTABLE:
        return _taken_back(store, event, changed)
    return Update(before=row, after=replace(row, deleted=day))


def _taken_back(store: Store, event: Event, changed: Changed) -> Change:
    known = store.first(TakenBack, "entity = ? AND row_id = ?", changed.table, changed.id)
    if known is not None:
        raise _stands_in_the_way(event, _writer_after(store, event, "taken_back", known.id))
    return Insert(TakenBack(id=store.next_id(TakenBack), entity=changed.table, row_id=changed.id))


def _require_unused(
    store: Store, event: Event, changed: Changed, gone: set[tuple[str, int, str]]
) -> None:
    """Raise when a row still points at the row that would go: `gone` holds those that will not."""
    for kind in KINDS:
        for column in _pointing(store, kind, changed.table):
            for user in store.find(kind, f'"{column}" = ?', changed.id):
                table = table_of(kind)
                if (table, user.id, column) not in gone:
                    raise _stands_in_the_way(event, _writer_after(store, event, table, user.id))


def _pointing(store: Store, kind: type[Record], table: str) -> list[str]:
    """Give the columns of a kind that point at a table."""
    sql = 'SELECT "from" FROM pragma_foreign_key_list(?) WHERE "table" = ?'
    return [str(name) for (name,) in store.rows(sql, table_of(kind), table)]


def _writer_after(store: Store, event: Event, table: str, key: int) -> Event | None:
    """Give the last act after `event` that wrote a row and still counts for it.

    An act that was taken back, and the act that took it back, leave the row as it was. The log
    is asked for the row by the words that the canonical JSON of `changes` has for it, and first
    where it most often is, among the newest about the same thing: what was done long ago is
    judged without reading all that was done since.
    """
    written = f'"id":{key},"table":"{table}"}}'
    mates = store.rows(_MATES, written, json.dumps(event.subjects), event.id, NEWEST)
    near = _standing_writer(mates, event.id)
    if near is None:
        near = _standing_writer(store.rows(_LATER, written, event.id, written), event.id)
    return store.event(near) if near is not None else None


def _standing_writer(later: Sequence[tuple[int, int | None, int]], after: int) -> int | None:
    """Give the newest writer that stands; `later` holds id, undoes and whether it wrote."""
    annulled: set[int] = set()
    for number, undoes, _wrote in later:
        if undoes is not None and number not in annulled:
            annulled.add(undoes)
    return next(
        (
            number
            for number, undoes, wrote in later
            if wrote and number not in annulled and (undoes or 0) <= after
        ),
        None,
    )


def _stands_in_the_way(event: Event, later: Event | None) -> CannotUndo:
    return CannotUndo(_sentence(event, later), later)


def _sentence(event: Event, later: Event | None) -> Text:
    if later is None:
        return say("Det kan inte tas tillbaka, för det används: {text}", text=plain(event.text))
    return say(
        "Det kan inte tas tillbaka, för något senare bygger på det ({when}): {later}"
        " Ta tillbaka det först.",
        later=plain(later.text),
        when=f"{later.at:%Y-%m-%d %H.%M}",
    )
