"""Cells and facts as the tables of several papers have them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import digits
from desktop.letters.content import Align, Cell, Column, Fields
from desktop.letters.fill import run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.letters.content import Runs


def cell(text: str, *, bold: bool = False, muted: bool = False) -> Cell:
    """Make a cell of one text; an empty cell of none."""
    return lines((run(text, bold=bold, muted=muted),))


def lines(*each: Runs) -> Cell:
    """Make a cell of several lines, the empty ones left out."""
    return Cell(lines=tuple(line for line in each if any(part.text for part in line)))


def facts_table(rows: Iterable[tuple[str, str]]) -> Fields:
    """Make facts as label and value, the unknown ones left out."""
    return Fields(rows=tuple((run(label).text, (run(value),)) for label, value in rows if value))


def sum_column(title: str, weight: float) -> Column:
    """Make a column of numbers."""
    return Column(title=title, weight=weight, align=Align.RIGHT)


def number(of: int | None, *, bold: bool = False) -> Cell:
    """Make a cell of a whole number; a dash where there is none."""
    return cell("\u2013" if of is None else digits(of), bold=bold)
