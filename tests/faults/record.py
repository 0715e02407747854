"""The record that the shim writes: every call in the watched folder, with its bytes."""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_HEAD = struct.Struct("<qqqII")
UNCOUNTED = frozenset("MC")
"""Words of the program itself, and files closed: neither changes anything."""


@dataclass(frozen=True, slots=True)
class Call:
    """One call, or a mark of the program's."""

    kind: str
    """O opened, C closed, W written, T and t truncated, S synced, R renamed, L linked,
    U unlinked, F folder made, D folder removed, P rights changed, X tried in vain, M mark."""
    file: int
    """The handle."""
    offset: int
    """Of a write; the size of a truncation; 1 when an opened file is new, 2 if emptied."""
    one: bytes
    """What was written, or the name."""
    two: bytes
    """The new name."""

    @property
    def counted(self) -> bool:
        """True when the shim counts it: the others change nothing."""
        return self.kind not in UNCOUNTED and (self.kind != "O" or self.offset != 0)


def calls(path: Path) -> Iterator[Call]:
    """Read a record."""
    data, at = path.read_bytes(), 0
    while at < len(data):
        kind, file, offset, first, second = _HEAD.unpack_from(data, at)
        at += _HEAD.size
        one, two = data[at : at + first], data[at + first : at + first + second]
        at += first + second
        yield Call(kind=chr(kind), file=file, offset=offset, one=one, two=two)
