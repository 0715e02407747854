"""A part of the page *Nätverk och projekt* on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.ui.i18n import shown, tr
from desktop.ui.list_printing import ListPaper, PaperColumn, PaperGroup
from desktop.ui.table import Cell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from desktop.ui.pages.natverk_part import Part
    from desktop.ui.table import Column

WIDE, NARROW = 5.0, 2.6
"""Shares of the page for a column of words and one of days or sums."""


def part_paper(part: Part, rows: Sequence[Any], today: date) -> ListPaper:
    """Give a list as it is printed: its columns without the way to the next act."""
    columns = part.columns()
    line = [tr("Per {day}", day=today.isoformat()), part.line(rows)]
    sums = part.sums(rows) if len(rows) > 1 else {}
    return ListPaper(
        title=shown(part.word),
        line=" · ".join(each for each in line if each),
        columns=[
            PaperColumn(
                title=each.title,
                share=WIDE if each.stretch else NARROW,
                align="right" if each.align == "right" else "left",
            )
            for each in columns
        ],
        groups=[
            PaperGroup(title="", rows=[[_words(each, row) for each in columns] for row in rows])
        ],
        sums=[sums.get(each.key, "") for each in columns] if sums else (),
        landscape=True,
    )


def _words(column: Column, row: Any) -> str:  # noqa: ANN401 - a row of the part
    value = column.value(row)
    if not isinstance(value, Cell):
        return value
    first = " ".join(part for part in (value.text, value.after) if part)
    return f"{first}\n{value.second}" if value.second else first
