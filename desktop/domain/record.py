"""What every row of the register has in common."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.units import EntityId


@dataclass(frozen=True, kw_only=True)
class Record:
    """A row of the file. Its field names are the column names, but for kronor (units.py)."""

    id: EntityId = 0
    """The row's id; 0 before it is in the file."""
    rev: int = 1
    """Counts the changes of the row; undo is refused when it has moved."""
    deleted: date | None = None
    """The day the row was taken away; rows are never erased."""
