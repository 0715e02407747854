"""The one way to write: an act, its event and its derived rows in one transaction."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from db import chain
from db.change import Content, Event, Insert, Update
from db.derived import Derived
from db.errors import FAULTS, FileTrouble, NotSaved, Stale, Unsure, damaged, saving_trouble
from db.row import columns_of, names_of, table_of, to_row
from desktop.domain.casework import Document
from desktop.domain.text import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from db.change import Act, Change
    from db.file import RegisterFile
    from db.row import Row
    from db.writer import Writer


def save(
    file: RegisterFile, act: Act, refresh: Callable[[Derived], None]
) -> tuple[Event, tuple[int, ...]]:
    """Do the act whole or not at all; give its event and the cases that were made again.

    Raises NotSaved when nothing of it is in the file, Unsure when that cannot be told, and
    whatever `refresh` raises, after everything was rolled back.
    """
    try:
        file.connection.execute("BEGIN IMMEDIATE")
    except FAULTS as error:
        raise saving_trouble(error, file.path) from error
    try:
        event, replaced = _write(file, act, refresh)
    except FAULTS as error:
        _roll_back(file)
        raise saving_trouble(error, file.path) from error
    except BaseException:
        _roll_back(file)
        raise
    _commit(file, event)
    file.saved(event.hash)
    return event, replaced


def _write(
    file: RegisterFile, act: Act, refresh: Callable[[Derived], None]
) -> tuple[Event, tuple[int, ...]]:
    file.require_same()
    connection = file.connection
    changes = list(_apply(file, act.changes))
    derived = Derived(connection)
    refresh(derived)
    link = _log(connection, act, changes, file.head)
    for content in act.changes:
        if isinstance(content, Content):
            _read_back(file, content)
    if not connection.in_transaction:
        raise NotSaved(
            say("Registret avbröt sparandet, så ingenting sparades. Gör om det du gjorde.")
        )
    event = link.event()
    connection.execute("UPDATE meta SET head = ?", (event.hash,))
    return event, tuple(derived.replaced)


def _apply(file: RegisterFile, changes: Iterable[Change]) -> Iterator[Row]:
    """Write the rows in order; give what the log is to say of each."""
    contents = {each.document_id: each for each in changes if isinstance(each, Content)}
    rows = [each for each in changes if not isinstance(each, Content)]
    for (kind, new), group in groupby(rows, _batch):
        if new:
            inserts = [each for each in group if isinstance(each, Insert)]
            yield from _insert(file.writer, inserts)
            if kind is Document:
                _insert_contents(file.writer, contents, inserts)
        else:
            for each in group:
                if isinstance(each, Update):
                    yield from _update(file, each)
    if contents:
        raise ValueError(f"content without its document: {sorted(contents)}")


def _batch(change: Insert | Update) -> tuple[type, bool]:
    """Tell which neighbours can be written in one go."""
    if isinstance(change, Insert):
        return type(change.record), True
    return type(change.after), False


def _insert(writer: Writer, inserts: list[Insert]) -> Iterator[Row]:
    table = table_of(type(inserts[0].record))
    rows = [to_row(each.record) for each in inserts]
    for each in inserts:
        if each.record.id < 1 or each.record.rev != 1:
            raise ValueError(f"a new row needs an id of its own and rev 1: {each.record!r}")
    writer.insert(table, rows)
    for row in rows:
        yield _changed(table, row["id"], None, row)


def _insert_contents(writer: Writer, contents: dict[int, Content], documents: list[Insert]) -> None:
    """Write the bytes of documents that were just written."""
    for document in documents:
        content = contents.pop(document.record.id, None)
        if content is not None:
            row: Row = {"document_id": content.document_id, "data": content.data}
            writer.insert("content", [row])


def _update(file: RegisterFile, change: Update) -> Iterator[Row]:
    kind, table = type(change.before), table_of(type(change.before))
    before = to_row(change.before)
    after = to_row(replace(change.after, rev=change.before.rev + 1))
    if before["id"] != after["id"] or type(change.after) is not kind:
        raise ValueError(f"an update is of one row: {change!r}")
    changed = {name: cell for name, cell in after.items() if cell != before[name]}
    if changed.keys() == {"rev"}:
        return
    found = file.rows(f'SELECT {names_of(kind)} FROM "{table}" WHERE id = ?', (before["id"],))  # noqa: S608 - our own names
    if found != [tuple(before[column.name] for column in columns_of(kind))]:
        raise Stale(
            say(
                "Uppgiften har ändrats sedan den lästes, så ingenting sparades. "
                "Läs den igen och gör om ändringen."
            )
        )
    file.writer.update(table, change.before.id, changed)
    yield _changed(table, before["id"], {name: before[name] for name in changed}, changed)


def _changed(table: str, key: object, before: Row | None, after: Row) -> Row:
    return {"table": table, "id": key, "before": before, "after": after}  # type: ignore[dict-item]


def _log(connection: sqlite3.Connection, act: Act, changes: list[Row], previous: str) -> chain.Link:
    number = connection.execute("SELECT coalesce(max(id), 0) + 1 FROM event").fetchone()[0]
    link = chain.link(act, number=number, changes=changes, previous=previous)
    connection.execute(chain.INSERT, link.cells)
    connection.executemany(
        "INSERT INTO event_subject (entity, row_id, event_id) VALUES (?, ?, ?)",
        [(entity, key, number) for entity, key in dict.fromkeys(act.subjects)],
    )
    return link


def _read_back(file: RegisterFile, content: Content) -> None:
    """Read bytes just written and compare them with the hash in the document's row."""
    found = file.connection.execute(
        "SELECT c.data, d.sha256 FROM content AS c JOIN document AS d ON d.id = c.document_id "
        "WHERE d.id = ?",
        (content.document_id,),
    ).fetchone()
    if found is None or hashlib.sha256(found[0]).hexdigest() != found[1]:
        raise damaged(file.path.name, say("en handling gick inte att läsa tillbaka"))


def _roll_back(file: RegisterFile) -> None:
    file.turns += 1
    try:
        if file.connection.in_transaction:
            file.connection.execute("ROLLBACK")
    except sqlite3.Error:
        # Closing rolls back as well; the connection is opened again when it is next asked for.
        file.close()


def _commit(file: RegisterFile, event: Event) -> None:
    try:
        file.connection.execute("COMMIT")
    except sqlite3.Error as error:
        _settle(file, event, error)


def _settle(file: RegisterFile, event: Event, error: sqlite3.Error) -> None:
    """Find out what a failed COMMIT did: it may have saved all the same."""
    file.expect(event.hash)
    try:
        file.reopen()
        saved = file.rows("SELECT hash FROM event WHERE uuid = ?", (event.uuid,))
    except (FileTrouble, sqlite3.Error) as trouble:
        file.close()
        raise Unsure(
            say(
                "Det går inte att säga om det sparades, för registret {name} svarar inte längre. "
                "Öppna registret igen och se efter i händelserna innan du gör om det.",
                name=file.path.name,
            )
        ) from trouble
    if saved != [(event.hash,)]:
        raise saving_trouble(error, file.path) from error
