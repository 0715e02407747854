"""A new register, made whole or not at all."""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from functools import cache
from typing import TYPE_CHECKING

from db import chain
from db.connection import connected
from db.copying import place_new
from db.errors import AlreadyThere, NotFound, read_only, reading_trouble
from db.header import SCHEMA
from db.migrations import schema_sql, statements
from db.remains import NEW, put_strangers_aside, remains
from desktop.domain.text import plain, say

if TYPE_CHECKING:
    from pathlib import Path


def create(path: Path, *, register_uuid: str, version: str) -> None:
    """Make an empty register under a name that nothing has; whole, or not at all."""
    if path.exists():
        raise _already_there(path)
    part = path.with_name(path.name + NEW)
    try:
        strangers = remains(path)
        if strangers:
            # Half a save of an earlier file of that name would be taken back into the new one.
            put_strangers_aside(path, strangers)
        part.unlink(missing_ok=True)
        part.touch()
        _fill(part, register_uuid, version)
        place_new(part, path)
    except FileExistsError:
        raise _already_there(path) from None
    except FileNotFoundError:
        raise NotFound(
            say("Mappen {path} finns inte. Välj en annan mapp.", path=plain(str(path.parent)))
        ) from None
    except OSError:
        raise read_only(path) from None
    except sqlite3.Error as error:
        raise reading_trouble(error, path) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def _already_there(path: Path) -> AlreadyThere:
    return AlreadyThere(
        say(
            "Det finns redan en fil som heter {name} i mappen. "
            "Öppna den, eller välj ett annat namn på det nya registret.",
            name=path.name,
        )
    )


def _fill(path: Path, register_uuid: str, version: str) -> None:
    path.write_bytes(_blank())
    with connected(path) as connection:
        # Its COMMIT syncs the whole file, and so what was written above.
        connection.execute("BEGIN IMMEDIATE")
        connection.execute(
            "INSERT INTO meta (id, register_uuid, created_by_version, min_reader_version, head) "
            "VALUES (1, ?, ?, ?, ?)",
            (register_uuid, version, SCHEMA, chain.genesis(register_uuid)),
        )
        connection.execute("COMMIT")


@cache
def _blank() -> bytes:
    """Give a file with the schema and no row; its hundreds of statements are run once."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        for statement in statements(schema_sql()):
            connection.execute(statement)
        return connection.serialize()
