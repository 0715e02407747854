"""Labels with sums or facts beside them as strips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import Align, Amount, Amounts, Fields, Run, runs_text
from desktop.letters.layout.grid import GAP, PAD, Slot
from desktop.letters.layout.strips import Strip, glue
from desktop.letters.layout.style import BETWEEN, BODY, FIRM, SMALL, THIN
from desktop.letters.layout.words import grey
from desktop.letters.pdf.shapes import Place
from desktop.letters.pdf.tags import ROW_HEAD

if TYPE_CHECKING:
    from desktop.letters.content import Runs
    from desktop.letters.layout.column import Column
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element

_NARROW = 207.0
_FIELD = 128.0


def amounts(block: Amounts, column: Column) -> list[Strip]:
    """A reckoning: a line for each sum, the sums right-aligned; kept on one page."""
    room = column.width if block.wide else min(_NARROW, column.width)
    parent = column.parent.add("Table")
    strips = [_amount(row, parent.add("TR"), column.x, room) for row in block.rows]
    if strips:
        strips[0].before = BETWEEN
    return glue(strips)


def _amount(row: Amount, element: Element, x: float, room: float) -> Strip:
    head, cell = element.add("TH", ROW_HEAD), element.add("TD")
    right = Slot(x, room, BODY, Align.RIGHT)
    value = right.lines((Run(row.value, bold=row.bold),))
    left_room = room - max((line.width for line in value), default=0.0) - GAP
    left, below = Slot(x, left_room, BODY), Slot(x, left_room, SMALL)
    label = left.lines((Run(row.label, bold=row.bold),))
    note = below.lines((grey(row.note),)) if row.note else []
    if note:
        label[-1] = label[-1].spaced()

    def draw(pen: Pen, top: float) -> None:
        if row.rule:
            pen.rule(Place(x, top), x + room, FIRM)
        left.draw(pen, head, label, top + 1)
        below.draw(pen, head, note, top + 1 + len(label) * BODY.leading)
        right.draw(pen, cell, value, top + 1)

    return Strip(len(label) * BODY.leading + len(note) * SMALL.leading + 2, draw)


def fields(block: Fields, column: Column) -> list[Strip]:
    """Facts as label and value, with a hairline under each."""
    parent = column.parent.add("Table")
    strips = [_field(label, value, parent.add("TR"), column) for label, value in block.rows]
    if strips:
        strips[0].before = BETWEEN
    return strips


def _field(label: str, value: Runs, element: Element, column: Column) -> Strip:
    head, cell = element.add("TH", ROW_HEAD), element.add("TD")
    left = Slot(column.x, _FIELD - GAP, BODY)
    right = Slot(column.x + _FIELD, column.width - _FIELD, BODY)
    said = left.lines((grey(label),))
    fact = right.lines(value) if runs_text(value).strip() else []
    height = max(len(said), len(fact), 1) * BODY.leading + 2 * PAD

    def draw(pen: Pen, top: float) -> None:
        left.draw(pen, head, said, top + PAD)
        right.draw(pen, cell, fact, top + PAD)
        pen.rule(Place(column.x, top + height), column.right, THIN)

    return Strip(height, draw)
