"""The changes an act wants, gathered as data before anything is written."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, TypeVar

from db.change import Change, Content, Insert, Update
from desktop.domain.casework import Document
from desktop.domain.record import Record

if TYPE_CHECKING:
    from db.store import Store
    from desktop.domain.text import Text

R = TypeVar("R", bound=Record)


@dataclass(kw_only=True)
class Work:
    """What one act is about to do: rows to add, rows to change, bytes to keep, words to say."""

    store: Store
    """Where ids are allotted from."""
    changes: list[Change] = field(default_factory=list)
    """The changes, in order."""
    subjects: list[tuple[str, int]] = field(default_factory=list)
    """What the act is about: ("case", 3)."""
    documents: list[int] = field(default_factory=list)
    """Documents to show when it is done."""
    drawn: dict[int, bytes] = field(default_factory=dict)
    """Bytes of the documents made by this act, by id."""
    said: Text | None = None
    """One sentence: what was done."""
    reason: str = ""
    """The written reason, if there was one."""
    final: bool = False
    """True when the act left the house and cannot be taken back."""
    undoes: int | None = None
    """The event taken back."""

    def add(self, record: R) -> R:
        """Put a new row on the work and give it with its id."""
        new = replace(record, id=self.store.next_id(type(record)))
        self.changes.append(Insert(new))
        return new

    def change(self, record: R, **values: Any) -> R:  # noqa: ANN401 - any column of the record
        """Put a changed row on the work and give it as it will be; nothing when nothing changes.

        A row already added or changed by this act is changed in place: one row, one change.
        """
        after = replace(record, **values)
        if after == record:
            return record
        for at, each in enumerate(self.changes):
            if isinstance(each, Insert) and _same(each.record, record):
                self.changes[at] = Insert(after)
                return after
            if isinstance(each, Update) and _same(each.before, record):
                self.changes[at] = Update(each.before, replace(after, rev=each.before.rev + 1))
                return after
        after = replace(after, rev=record.rev + 1)
        self.changes.append(Update(record, after))
        return after

    def keep(self, document: Document, content: bytes) -> Document:
        """Put a file or letter on the work, with its digest, and give its row."""
        kept = self.add(
            replace(document, sha256=hashlib.sha256(content).hexdigest(), size=len(content))
        )
        self.changes.append(Content(kept.id, content))
        self.drawn[kept.id] = content
        return kept

    def about(self, kind: str, row_id: int) -> None:
        """Note what the act is about."""
        if (kind, row_id) not in self.subjects:
            self.subjects.append((kind, row_id))


def _same(one: Record, other: Record) -> bool:
    return type(one) is type(other) and one.id == other.id
