"""Whether the file is sound: its pages, its schema, and the bytes of its documents."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from db import migrations
from db.pages import pages_in, pages_words
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from db.checking.source import Source

_SHOWN = 20
_ASKED = 100
"""Findings that SQLite is asked for."""
_STEP = 50
"""Documents between two words of how far it has come."""


def structure(found: Source, _told: Callable[[int, int], object]) -> Iterator[Text]:
    """Let SQLite verify its pages, indexes, constraints and references."""
    yield from _pages(found, f"PRAGMA integrity_check({_ASKED})")
    for table, key, target, _ in found.rows("PRAGMA foreign_key_check"):
        yield say(
            "Rad {key} i {table} hänvisar till en rad i {target} som inte finns.",
            key=key,
            table=plain(table),
            target=plain(target),
        )


def quick_structure(found: Source, _told: Callable[[int, int], object]) -> Iterator[Text]:
    """Let SQLite verify its pages, without comparing the indexes or asking every constraint."""
    list(found.rows("PRAGMA ignore_check_constraints = ON"))
    yield from _pages(found, f"PRAGMA quick_check({_ASKED})")


def _pages(found: Source, question: str) -> Iterator[Text]:
    said = [str(row[0]) for row in found.rows(question)]
    if said == ["ok"]:
        return
    pages = pages_in(said)
    found.pages.update(pages)
    if pages:
        yield say("Filens inre är skadat: {finding}", finding=pages_words(pages))
    for finding in _without_pages(said)[:_SHOWN]:
        yield say("Filens inre är skadat: {finding}", finding=plain(finding))


def _without_pages(said: Iterable[str]) -> list[str]:
    lines = [line for each in said for line in each.splitlines()]
    return [line for line in lines if not pages_in([line]) and not line.startswith("***")]


def schema(found: Source, _told: Callable[[int, int], object]) -> Iterator[Text]:
    """Compare the schema with a new file's: a missing trigger is a missing protection."""
    there = {
        (kind, name, migrations.evened(str(sql)))
        for kind, name, sql in found.rows(
            "SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite@_%' ESCAPE '@'"
        )
    }
    fresh = migrations.fresh_schema(migrations.schema_sql())
    for name in sorted({name for _, name, _ in there ^ fresh}):
        yield say(
            "Filens uppbyggnad har ändrats utanför programmet: {name} är inte som den ska.",
            name=plain(name),
        )


def documents(found: Source, told: Callable[[int, int], object]) -> Iterator[Text]:
    """Compare the bytes of every document with its size and SHA-256."""
    total = found.one("SELECT count(*) FROM document")
    rows = found.rows(
        "SELECT d.id, d.title, d.size, d.sha256, c.data "
        "FROM document AS d LEFT JOIN content AS c ON c.document_id = d.id ORDER BY d.id"
    )
    for done, (key, title, size, sha256, data) in enumerate(rows):
        if done % _STEP == 0:
            told(done, total)
        if data is None:
            yield _missing(key, title)
        elif len(data) != size or hashlib.sha256(data).hexdigest() != sha256:
            yield _changed(key, title)


def sizes(found: Source, _told: Callable[[int, int], object]) -> Iterator[Text]:
    """Compare the size of every document with what its row says, without reading its bytes."""
    for key, title, length in found.rows(
        "SELECT d.id, d.title, length(c.data) FROM document AS d "
        "LEFT JOIN content AS c ON c.document_id = d.id "
        "WHERE length(c.data) IS NOT d.size ORDER BY d.id"
    ):
        yield _missing(key, title) if length is None else _changed(key, title)


def _missing(key: int, title: str) -> Text:
    return say("Handling {key}, {title}, saknar innehåll.", key=key, title=plain(title))


def _changed(key: int, title: str) -> Text:
    return say(
        "Handling {key}, {title}, har ändrats: innehållet stämmer inte med sin kontrollsumma.",
        key=key,
        title=plain(title),
    )
