"""How two files of one register differ: compared by their chains of events."""

from __future__ import annotations

from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from db.backups.facts import Facts, facts
from db.connection import connect_reader
from db.errors import FAULTS, reading_trouble
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

SHOWN = 200
"""The most events that are given in words."""


class Relation(StrEnum):
    """How another file stands to this one."""

    SAME = "same"
    """Both have the same events."""
    BEHIND = "behind"
    """The other is what this one was earlier."""
    AHEAD = "ahead"
    """The other has all that this one has, and more."""
    FORKED = "forked"
    """Each has events that the other lacks."""
    STRANGER = "stranger"
    """The other is of another register."""


@dataclass(frozen=True, kw_only=True)
class Happened:
    """An event that only one of the files has."""

    id: int
    """Its number."""
    at: str
    """When, local time, ISO 8601."""
    text: str
    """What was done."""


@dataclass(frozen=True, kw_only=True)
class Counted:
    """The rows of a table that the files have different numbers of."""

    table: str
    """The table."""
    here: int
    """Rows in this file."""
    there: int
    """Rows in the other."""


@dataclass(frozen=True, kw_only=True)
class Difference:
    """What differs between this file and another."""

    relation: Relation
    """How the other stands to this one."""
    common: int
    """How many events they share from the beginning; they part after it."""
    here: int
    """How many events only this one has."""
    there: int
    """How many events only the other has."""
    counts: tuple[Counted, ...]
    """The tables that differ in rows, by name."""
    only_here: tuple[Happened, ...]
    """The last of the events that only this one has, newest first; at most SHOWN."""
    only_there: tuple[Happened, ...]
    """The last of the events that only the other has, newest first; at most SHOWN."""

    @property
    def words(self) -> Text:
        """Say it in a line, with this file as the register now and the other as a copy."""
        match self.relation:
            case Relation.SAME:
                return say("som registret är nu")
            case Relation.BEHIND:
                return say("registret har {events} till", events=_events(self.here))
            case Relation.AHEAD:
                return say("kopian har {events} som registret saknar", events=_events(self.there))
            case Relation.FORKED:
                return say(
                    "skiljs åt efter händelse {common}: {here} bara i registret, "
                    "{there} bara i kopian",
                    common=self.common,
                    here=self.here,
                    there=self.there,
                )
        return say("ett annat register")


def _events(count: int) -> Text:
    return say("en händelse") if count == 1 else say("{count} händelser", count=count)


def difference(here: Path, there: Path) -> Difference:
    """Compare the register here with a file there; either may be open in a window.

    Raises a FileTrouble when one of them cannot be read.
    """
    path = here
    try:
        with closing(connect_reader(here)) as ours:
            path = there
            with closing(connect_reader(there)) as theirs:
                return _compared(
                    (ours, facts(ours, here.name)), (theirs, facts(theirs, there.name))
                )
    except FAULTS as error:
        raise reading_trouble(error, path) from error


def relation(here: sqlite3.Connection, there: sqlite3.Connection, name: str) -> Relation:
    """Tell how what one connection reads stands to what another does; both are called `name`.

    Raises a FileTrouble when one of them is no register, and sqlite3.Error.
    """
    now, other = facts(here, name), facts(there, name)
    common = 0
    if now.register_uuid == other.register_uuid:
        common = _common(here, there, min(now.events, other.events))
    return _relation(now, other, common)


def _compared(
    ours: tuple[sqlite3.Connection, Facts], theirs: tuple[sqlite3.Connection, Facts]
) -> Difference:
    (here, now), (there, other) = ours, theirs
    counts = tuple(
        Counted(table=table, here=now.counts.get(table, 0), there=other.counts.get(table, 0))
        for table in sorted({*now.counts, *other.counts})
        if now.counts.get(table, 0) != other.counts.get(table, 0)
    )
    common = 0
    if now.register_uuid == other.register_uuid:
        common = _common(here, there, min(now.events, other.events))
    return Difference(
        relation=_relation(now, other, common),
        common=common,
        here=now.events - common,
        there=other.events - common,
        counts=counts,
        only_here=_after(here, common),
        only_there=_after(there, common),
    )


def _relation(now: Facts, other: Facts, common: int) -> Relation:
    if now.register_uuid != other.register_uuid:
        return Relation.STRANGER
    if now.events == other.events == common:
        return Relation.SAME
    if other.events == common:
        return Relation.BEHIND
    return Relation.AHEAD if now.events == common else Relation.FORKED


def _common(here: sqlite3.Connection, there: sqlite3.Connection, most: int) -> int:
    """Give the last event that both have: as each hash binds all before it, halving finds it."""
    shared, parted = 0, most + 1
    while parted - shared > 1:
        # The usual answer first: one is what the other was.
        middle = most if parted > most else (shared + parted) // 2
        if _hash(here, middle) == _hash(there, middle):
            shared = middle
        else:
            parted = middle
    return shared


def _hash(connection: sqlite3.Connection, number: int) -> object:
    return connection.execute("SELECT hash FROM event WHERE id = ?", (number,)).fetchone()


def _after(connection: sqlite3.Connection, common: int) -> tuple[Happened, ...]:
    rows = connection.execute(
        "SELECT id, at, text FROM event WHERE id > ? ORDER BY id DESC LIMIT ?", (common, SHOWN)
    )
    return tuple(Happened(id=key, at=at, text=text) for key, at, text in rows.fetchall())
