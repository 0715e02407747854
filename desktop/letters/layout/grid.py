"""Tables as strips: columns that fit their words, heads that come again on every page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.letters.content import Align, Cell, Table
from desktop.letters.layout.lines import Line, break_lines, measure
from desktop.letters.layout.strips import Strip
from desktop.letters.layout.style import HEAVY, LIST, TABLE, THIN, Style
from desktop.letters.layout.words import draw_line, grey
from desktop.letters.pdf.fonts import width
from desktop.letters.pdf.pen import ARTIFACT
from desktop.letters.pdf.shapes import Place
from desktop.letters.pdf.tags import COLUMN_HEAD, ROW_HEAD

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.letters.content import Column as TableColumn
    from desktop.letters.content import Runs
    from desktop.letters.layout.column import Column
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element

GAP = 11.0
"""Between columns."""

PAD = 4.0
"""Above and below the text of a row."""

_MOST_LINES = 40
_FEW = 3
"""A longer table has at least two rows on each page."""
_WIDEST_WORD = 0.4
_FITS = 0.999


@dataclass(frozen=True)
class Slot:
    """Where the text of a cell goes."""

    x: float
    """Left edge, points."""
    room: float
    """Width, points."""
    style: Style
    """Type."""
    align: Align = Align.LEFT
    """The edge that the text keeps to."""

    def lines(self, runs: Runs) -> list[Line]:
        """Break text to the slot's width."""
        return break_lines(runs, self.room, self.style)

    def draw(self, pen: Pen, owner: Element | str, lines: Sequence[Line], top: float) -> None:
        """Draw lines under each other."""
        for number, line in enumerate(lines):
            x = self.x if self.align is Align.LEFT else self.x + self.room - line.width
            corner = Place(x, top + number * self.style.leading)
            draw_line(pen, owner, line, corner, self.style)


def table(block: Table, column: Column) -> list[Strip]:
    """A table: its head is drawn again on every page, its rows are whole."""
    slots = _slots(block, column, LIST if block.small else TABLE)
    parent = column.parent.add("Table")
    head = parent.add("TR")
    titles = [
        _lines(Cell(lines=_titles(each)), slot)
        for each, slot in zip(block.columns, slots, strict=True)
    ]
    strips = [_head([head.add("TH", COLUMN_HEAD) for _ in slots], titles, slots, column)]
    strips[0].before, strips[0].glued = 6.0, True
    again = _head([ARTIFACT] * len(slots), titles, slots, column)
    for row in block.rows:
        strips += _row(row, slots, parent.add("TR"), column, row_heads=block.row_heads)
    if len(strips) > _FEW:
        strips[1].glued = strips[-2].glued = True
    if block.total:
        strips[-1].glued = True
        last = _row(block.total, slots, parent.add("TR"), None, row_heads=block.row_heads)
        strips += last
    for strip in strips[1:]:
        strip.head = again
    return strips


def _slots(block: Table, column: Column, style: Style) -> list[Slot]:
    count = len(block.columns)
    share = (column.width - GAP * (count - 1)) / sum(each.weight for each in block.columns)
    widths = [each.weight * share for each in block.columns]
    limit = column.width * _WIDEST_WORD
    needs = [min(_need(block, place, style), limit) for place in range(count)]
    pairs = list(zip(needs, widths, strict=True))
    lacking = sum(max(need - wide, 0.0) for need, wide in pairs)
    spare = sum(max(wide - need, 0.0) for need, wide in pairs)
    taken = min(lacking / spare, 1.0) if spare else 0.0
    rooms = [max(need, wide - max(wide - need, 0.0) * taken) for need, wide in pairs]
    # Words that are too wide for all columns together are broken; the table keeps to its page.
    fitting = min(sum(widths) / sum(rooms), 1.0)
    slots, x = [], column.x
    for each, wanted in zip(block.columns, rooms, strict=True):
        room = wanted * fitting if fitting < _FITS else wanted
        slots.append(Slot(x, room, style, each.align))
        x += room + GAP
    return slots


def _need(block: Table, place: int, style: Style) -> float:
    """Give the width of a column's widest word, or widest line when it holds numbers."""
    title = block.columns[place]
    lines: list[Runs] = list(_titles(title))
    for row in (*block.rows, *((block.total,) if block.total else ())):
        lines += row[place].lines
    if title.align is Align.RIGHT:
        return max(measure(line, style) for line in lines) + 0.5
    words = {(part, run.bold) for line in lines for run in line for part in run.text.split(" ")}
    return max(width(word, bold) for word, bold in words) * style.size + 0.5


def _titles(column: TableColumn) -> tuple[Runs, ...]:
    first = (grey(column.title),)
    return (first, column.second) if column.second else (first,)


def _head(
    owners: Sequence[Element | str], titles: list[list[Line]], slots: list[Slot], column: Column
) -> Strip:
    leading = slots[0].style.leading
    most = max(map(len, titles))
    height = most * leading + 2 * PAD

    def draw(pen: Pen, top: float) -> None:
        for owner, lines, slot in zip(owners, titles, slots, strict=True):
            slot.draw(pen, owner, lines, top + PAD + (most - len(lines)) * leading)
        pen.rule(Place(column.x, top + height), column.right, HEAVY)

    return Strip(height, draw)


def _row(
    row: tuple[Cell, ...],
    slots: list[Slot],
    element: Element,
    ruled: Column | None,
    *,
    row_heads: bool,
) -> list[Strip]:
    """One strip, or several for a row that no page could hold."""
    owners = [
        element.add("TD") if place or not row_heads else element.add("TH", ROW_HEAD)
        for place in range(len(slots))
    ]
    cells = [_lines(cell, slot) for cell, slot in zip(row, slots, strict=True)]
    count = max(1, *map(len, cells))
    return [
        _part(
            [
                (owner, cell[begin : begin + _MOST_LINES])
                for owner, cell in zip(owners, cells, strict=True)
            ],
            slots,
            (begin == 0, begin + _MOST_LINES >= count),
            ruled,
        )
        for begin in range(0, count, _MOST_LINES)
    ]


def _part(
    cells: list[tuple[Element, list[Line]]],
    slots: list[Slot],
    ends: tuple[bool, bool],
    ruled: Column | None,
) -> Strip:
    first, last = ends
    above, below = PAD if first else 0.0, PAD if last else 0.0
    count = max(1, *(len(lines) for _, lines in cells))
    height = above + count * slots[0].style.leading + below

    def draw(pen: Pen, top: float) -> None:
        for (owner, lines), slot in zip(cells, slots, strict=True):
            slot.draw(pen, owner, lines, top + above)
        if ruled and last:
            pen.rule(Place(ruled.x, top + height), ruled.right, THIN)

    return Strip(height, draw)


def _lines(cell: Cell, slot: Slot) -> list[Line]:
    found: list[Line] = []
    for runs in cell.lines:
        if found:
            found[-1] = found[-1].spaced()
        found += slot.lines(runs)
    return found
