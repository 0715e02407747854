"""Everything about a register that can be verified, each finding a plain Swedish sentence."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from db import chain, invariants, migrations
from db.errors import FileTrouble
from db.row import KINDS, columns_of, names_of, table_of
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from db.row import Row, SqlValue
    from db.store import Store

_SHOWN = 20


def check(store: Store) -> list[Text]:
    """Verify structure, log, rows, documents and money; give what is wrong, nothing when well."""
    looks: tuple[Callable[[Store], Iterator[Text]], ...] = (
        structure,
        schema,
        log,
        rows,
        documents,
        invariants.money,
    )
    found: list[Text] = []
    for look in looks:
        try:
            found.extend(look(store))
        except FileTrouble as trouble:
            found.append(trouble.text)
        except (LookupError, TypeError, ValueError) as error:
            found.append(say("Kontrollen kunde inte slutföras: {reason}", reason=plain(str(error))))
    return found


def structure(store: Store) -> Iterator[Text]:
    """Let SQLite verify its pages, indexes, constraints and references."""
    for (finding,) in store.rows(f"PRAGMA integrity_check({_SHOWN})"):
        if finding != "ok":
            yield say("Filens inre är skadat: {finding}", finding=plain(finding))
    for table, key, target, _ in store.rows("PRAGMA foreign_key_check"):
        yield say(
            "Rad {key} i {table} hänvisar till en rad i {target} som inte finns.",
            key=key,
            table=plain(table),
            target=plain(target),
        )


def schema(store: Store) -> Iterator[Text]:
    """Compare the schema with a new file's: a missing trigger is a missing protection."""
    there = {
        (kind, name, " ".join(str(sql).split()))
        for kind, name, sql in store.rows(
            "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'"
        )
    }
    fresh = migrations.fresh_schema(migrations.schema_sql())
    for name in sorted({name for _, name, _ in there ^ fresh}):
        yield say(
            "Filens uppbyggnad har ändrats utanför programmet: {name} är inte som den ska.",
            name=plain(name),
        )


def log(store: Store) -> Iterator[Text]:
    """Follow the chain of events from the beginning to the head."""
    previous, number = chain.genesis(store.register_uuid), 0
    entered = _subjects(store)
    for cells in store.rows(f"{chain.SELECT} ORDER BY id"):
        number += 1
        row = dict(zip(chain.COLUMNS, cells, strict=True))
        if row["id"] != number:
            yield say("Händelse {number} saknas i loggen.", number=number)
            number = row["id"]
        if row["previous"] != previous:
            yield say("Händelse {number} följer inte på den före: kedjan är bruten.", number=number)
        if chain.digest(cells) != row["hash"]:
            yield say("Händelse {number} har ändrats i efterhand.", number=number)
        if entered.get(number, set()) != _named(row["subjects"]):
            yield say("Händelse {number} är fel införd bland det den handlar om.", number=number)
        previous = row["hash"]
    ((head,),) = store.rows("SELECT head FROM meta")
    if head != previous:
        yield say("Loggen slutar inte där registret säger: de sista händelserna saknas.")


def _subjects(store: Store) -> dict[int, set[tuple[str, int]]]:
    """Give what every event is entered under."""
    entered: dict[int, set[tuple[str, int]]] = {}
    for event_id, entity, key in store.rows("SELECT event_id, entity, row_id FROM event_subject"):
        entered.setdefault(event_id, set()).add((entity, key))
    return entered


def _named(subjects: str) -> set[tuple[str, int]]:
    try:
        return {(entity, key) for entity, key in json.loads(subjects)}
    except (ValueError, TypeError):
        return set()


def rows(store: Store) -> Iterator[Text]:
    """Compare every row with what the log says that it became."""
    logged = dict(_replayed(store))
    for kind in KINDS:
        table = table_of(kind)
        names = [column.name for column in columns_of(kind)]
        for cells in store.rows(f'SELECT {names_of(kind)} FROM "{table}" ORDER BY id'):  # noqa: S608 - our own names
            row = dict(zip(names, cells, strict=True))
            yield from _compared(table, row, logged.pop((table, row["id"]), None))
    for table, key in logged:
        yield say("Rad {key} i {table} finns i loggen men inte i registret.", key=key, table=table)


def _replayed(store: Store) -> Iterator[tuple[tuple[str, int], Row]]:
    """Give what the log says that each row became."""
    became: dict[tuple[str, int], Row] = {}
    for (changes,) in store.rows("SELECT changes FROM event ORDER BY id"):
        for each in _entries(changes):
            became.setdefault((each["table"], each["id"]), {}).update(each["after"])
    yield from became.items()


def _entries(changes: str) -> list[dict[str, Any]]:
    try:
        entries: list[dict[str, Any]] = json.loads(changes)
    except ValueError:
        # The chain has already said that this event was changed.
        return []
    return entries


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


def documents(store: Store) -> Iterator[Text]:
    """Compare the bytes of every document with its size and SHA-256."""
    for key, title, size, sha256 in store.rows("SELECT id, title, size, sha256 FROM document"):
        found = store.rows("SELECT data FROM content WHERE document_id = ?", key)
        if not found:
            yield say("Handling {key}, {title}, saknar innehåll.", key=key, title=plain(title))
        elif len(found[0][0]) != size or hashlib.sha256(found[0][0]).hexdigest() != sha256:
            yield say(
                "Handling {key}, {title}, har ändrats: innehållet stämmer inte med sin "
                "kontrollsumma.",
                key=key,
                title=plain(title),
            )
