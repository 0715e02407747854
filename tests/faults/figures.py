"""What the suites count, and the table of it."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SHOWN = 5
"""Findings that are written out of each kind."""


@dataclass(frozen=True, kw_only=True)
class Figure:
    """One line of the table."""

    operation: str
    """What was done."""
    fault: str
    """What was done to it."""
    cases: int
    """How often."""
    lost: tuple[str, ...] = ()
    """What was gone, half or damaged afterwards."""
    false: tuple[str, ...] = ()
    """What was said and was not so."""

    @property
    def well(self) -> bool:
        """True when something was tried and nothing was found."""
        return self.cases > 0 and not self.lost and not self.false

    def line(self) -> str:
        """Give it as a line of JSON."""
        return json.dumps(asdict(self), ensure_ascii=False)


def figure(line: str) -> Figure:
    """Read a line of JSON."""
    said = json.loads(line)
    return Figure(**{**said, "lost": tuple(said["lost"]), "false": tuple(said["false"])})


def table(figures: Iterable[Figure]) -> str:
    """Give the table, and below it the first of what was found."""
    found = list(figures)
    rows = [("operation", "fault", "cases", "lost", "false")]
    rows += [
        (each.operation, each.fault, str(each.cases), str(len(each.lost)), str(len(each.false)))
        for each in found
    ]
    cases, lost, false = (sum(int(row[at]) for row in rows[1:]) for at in (2, 3, 4))
    rows.append(("all", "", str(cases), str(lost), str(false)))
    wide = [max(len(row[at]) for row in rows) for at in range(5)]
    lines = [
        "  ".join(
            cell.ljust(width) if at < 2 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, wide, strict=True))
        )
        for row in rows
    ]
    for each in found:
        lines += [*each.lost[:SHOWN], *each.false[:SHOWN]]
    return "\n".join(lines)
