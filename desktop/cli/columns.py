"""Tables of plain text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]], right: Iterable[int] = ()) -> str:
    """Give lines with aligned columns; those numbered in `right` are aligned to the right."""
    cells = [head, *rows]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    rightly = set(right)
    lines = []
    for row in cells:
        padded = (
            _padded(cell, width, right=at in rightly)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        )
        lines.append("  ".join(padded).rstrip())
    return "\n".join(lines)


def _width(words: str) -> int:
    """Count the places that words take in a terminal."""
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in words)


def _padded(words: str, width: int, *, right: bool) -> str:
    space = " " * (width - _width(words))
    return f"{space}{words}" if right else f"{words}{space}"
