"""The chain of events: canonical JSON and the hash that binds each event to the one before."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from db.change import Event

if TYPE_CHECKING:
    from collections.abc import Sequence

    from db.change import Act
    from db.row import Row, SqlValue

COLUMNS = (
    "id",
    "uuid",
    "at",
    "officer",
    "name",
    "command",
    "subjects",
    "text",
    "reason",
    "changes",
    "final",
    "undoes",
    "previous",
    "hash",
)
"""The columns of `event`, in the order of the table."""

_NAMES = ", ".join(COLUMNS)
SELECT = f"SELECT {_NAMES} FROM event"  # noqa: S608 - our own column names
INSERT = f"INSERT INTO event ({_NAMES}) VALUES ({', '.join('?' * len(COLUMNS))})"  # noqa: S608


@dataclass(frozen=True, kw_only=True)
class Link:
    """An event as it lies in the file, cell by cell."""

    cells: tuple[SqlValue, ...]
    """In the order of COLUMNS."""

    def event(self) -> Event:
        """Give it as an event; ValueError when the cells are not an event of ours."""
        row = dict(zip(COLUMNS, self.cells, strict=True))
        return Event(
            **{
                **row,
                "at": datetime.fromisoformat(str(row["at"])),
                "subjects": tuple((str(kind), int(key)) for kind, key in _pairs(row["subjects"])),
                "final": bool(row["final"]),
            }  # type: ignore[arg-type]
        )


def _pairs(subjects: SqlValue) -> list[tuple[str, int]]:
    pairs: list[tuple[str, int]] = json.loads(str(subjects))
    return pairs


_canonical = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
"""Made once: a check of a large register asks it a hundred thousand times."""


def canonical(value: object) -> str:
    """Give JSON that is the same for the same value: sorted keys, no spaces, å ä ö as they are."""
    return _canonical(value)


def genesis(register_uuid: str) -> str:
    """Give the head of a register without events."""
    return hashlib.sha256(f"vanbok {register_uuid}".encode()).hexdigest()


def digest(cells: Sequence[SqlValue]) -> str:
    """Give the hash of an event from its cells, in the order of COLUMNS; `hash` is left out."""
    *body, previous = cells[: len(COLUMNS) - 1]
    return hashlib.sha256(canonical([previous, *body]).encode()).hexdigest()


def link(act: Act, *, number: int, changes: Sequence[Row], previous: str) -> Link:
    """Make the event of an act."""
    body: tuple[SqlValue, ...] = (
        number,
        act.uuid,
        act.at.isoformat(timespec="seconds"),
        act.officer,
        act.name,
        act.command,
        canonical(act.subjects),
        act.text,
        act.reason,
        canonical(changes),
        int(act.final),
        act.undoes,
        previous,
    )
    return Link(cells=(*body, digest(body)))
