"""What an act wants written and what the log keeps of it, as data."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from datetime import datetime

    from db.row import Row
    from desktop.domain.record import Record


@dataclass(frozen=True)
class Insert:
    """A new row."""

    record: Record
    """The record with the id that Store.next_id allotted and rev 1."""


@dataclass(frozen=True)
class Update:
    """A changed row; one that changes nothing is not written."""

    before: Record
    """The record as it was read: the row must still be like it."""
    after: Record
    """The record as it is to be; its rev is set to one more than before's."""


@dataclass(frozen=True)
class Content:
    """The bytes of a Document row inserted in the same act."""

    document_id: int
    """The document."""
    data: bytes
    """All of its bytes; their number and SHA-256 stand in the document's row."""


Change: TypeAlias = Insert | Update | Content


@dataclass(frozen=True, kw_only=True)
class Act:
    """One act: one transaction, one event."""

    uuid: str
    """Given before the act is tried, so that it is never done twice; 36 characters."""
    name: str
    """The kind of act, "decide"."""
    at: datetime
    """When, local time."""
    officer: str
    """Who."""
    command: str
    """What was asked for, canonical JSON."""
    subjects: tuple[tuple[str, int], ...]
    """What it is about: (("case", 3), ("round", 2))."""
    text: str
    """What was done, one Swedish sentence."""
    reason: str = ""
    """Why, when a reason was asked for."""
    changes: tuple[Change, ...] = ()
    """The rows, in an order that foreign keys allow."""
    final: bool = False
    """True when it left the house and cannot be taken back."""
    undoes: int | None = None
    """The event that this act takes back."""


@dataclass(frozen=True, kw_only=True)
class Changed:
    """What the log says of one row."""

    table: str
    """The table."""
    id: int
    """The row."""
    before: Row | None
    """The changed columns as they were; None when the row was new."""
    after: Row
    """The changed columns as they became; the whole row when it was new."""


@dataclass(frozen=True, kw_only=True)
class Event:
    """One row of the log."""

    id: int
    """1, 2, 3 … without gaps."""
    uuid: str
    """The act's uuid."""
    at: datetime
    """When."""
    officer: str
    """Who."""
    name: str
    """The kind of act."""
    command: str
    """What was asked for, JSON."""
    subjects: tuple[tuple[str, int], ...]
    """What it is about."""
    text: str
    """What was done."""
    reason: str
    """Why."""
    changes: str
    """The rows, JSON; `changed` reads it."""
    final: bool
    """True when it left the house."""
    undoes: int | None
    """The event that this one takes back."""
    previous: str
    """The hash of the event before."""
    hash: str
    """SHA-256 over `previous` and all of the above, 64 hexadecimal digits."""

    def changed(self) -> tuple[Changed, ...]:
        """Give the rows that the act wrote, in its order."""
        return tuple(Changed(**each) for each in json.loads(self.changes))
