"""What is to be filled in by hand: boxes to tick, lines to sign and write on, notes at the foot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.letters.content import CheckRows, Lines, Notes, Run, Signature, Signatures
from desktop.letters.layout.grid import Slot
from desktop.letters.layout.lines import measure
from desktop.letters.layout.strips import Strip, glue
from desktop.letters.layout.style import BODY, EDGE, FOOTER, SIGN, TABLE, THIN
from desktop.letters.layout.words import grey, word, word_before
from desktop.letters.pdf.shapes import Area, Place
from desktop.letters.pdf.tags import COLUMN_HEAD, ROW_HEAD

if TYPE_CHECKING:
    from desktop.letters.content import Runs
    from desktop.letters.layout.column import Column
    from desktop.letters.layout.lines import Line
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element

_ROW, _HEADS = 20.5, 17.0
_BOX = 9.0
_BOX_COLUMN, _SIGN_COLUMN = 48.0, 112.0
_SIGN_ROOM, _SIGN_WIDTH = 32.0, 200.0
_LINE_ROOM = 19.5


@dataclass(frozen=True)
class _CheckForm:
    """The columns of a table with boxes."""

    block: CheckRows
    column: Column

    @property
    def heads(self) -> list[str]:
        return [*self.block.boxes, *([self.block.signature] if self.block.signature else [])]

    @property
    def places(self) -> list[float]:
        sign = _SIGN_COLUMN if self.block.signature else 0.0
        first = self.column.right - sign - _BOX_COLUMN * len(self.block.boxes)
        return [first + _BOX_COLUMN * number for number in range(len(self.heads))]

    @property
    def names(self) -> Slot:
        right = min(self.places, default=self.column.right)
        return Slot(self.column.x, right - self.column.x - 10, TABLE)


def check_rows(block: CheckRows, column: Column) -> list[Strip]:
    """Names with boxes to tick and room to sign; kept on one page when it can hold them."""
    form = _CheckForm(block, column)
    parent = column.parent.add("Table")
    strips = [_check_heads(form, parent.add("TR"))]
    strips += [_check_row(form, name, parent.add("TR")) for name in block.names]
    return glue(strips)


def _check_heads(form: _CheckForm, row: Element) -> Strip:
    titles = (form.column.own.name, *form.heads)
    owners = [row.add("TH", COLUMN_HEAD) for _ in titles]

    def draw(pen: Pen, top: float) -> None:
        heads = zip(owners, titles, (form.column.x, *form.places), strict=True)
        for owner, said, x in heads:
            word(pen, owner, grey(said), Place(x, top), TABLE)
        pen.rule(Place(form.column.x, top + _HEADS), form.column.right, THIN)

    return Strip(_HEADS, draw, before=1.0)


def _check_row(form: _CheckForm, name: str, row: Element) -> Strip:
    head = row.add("TH", ROW_HEAD)
    boxes = [
        row.add("TD").add("Figure", alternative=form.column.own.tick) for _ in form.block.boxes
    ]
    if form.block.signature:
        row.add("TD")
    lines = form.names.lines((Run(name),))
    height = max(_ROW, len(lines) * TABLE.leading + 8)

    def draw(pen: Pen, top: float) -> None:
        middle = top + height / 2
        form.names.draw(pen, head, lines, middle - len(lines) * TABLE.leading / 2)
        for figure, x in zip(boxes, form.places, strict=False):
            area = Area(x, middle - _BOX / 2, _BOX, _BOX)
            pen.mark(figure)
            figure.attributes = pen.bounds(area)
            pen.frame(area, SIGN)
        pen.rule(Place(form.column.x, top + height), form.column.right, THIN)

    return Strip(height, draw)


def ruled(block: Lines, column: Column) -> list[Strip]:
    """Empty lines to write on."""

    def draw(pen: Pen, top: float) -> None:
        pen.rule(Place(column.x, top + _LINE_ROOM), column.right, EDGE)

    return glue([Strip(_LINE_ROOM, draw) for _ in range(block.count)])


def signatures(block: Signatures, column: Column) -> list[Strip]:
    """Lines to sign on, side by side; they stay with what stands above them."""
    step = column.width / len(block.each)
    slots = [
        Slot(column.x + step * number, min(_SIGN_WIDTH, step - 24), BODY)
        for number in range(len(block.each))
    ]
    made = [_signed(each, slot, column) for each, slot in zip(block.each, slots, strict=True)]
    rows = max(sum(len(lines) for _, lines in each) for each in made)

    def draw(pen: Pen, top: float) -> None:
        below = top + _SIGN_ROOM + 3
        for slot, each in zip(slots, made, strict=True):
            pen.rule(Place(slot.x, top + _SIGN_ROOM), slot.x + slot.room, SIGN)
            at = below
            for owner, lines in each:
                slot.draw(pen, owner, lines, at)
                at += len(lines) * BODY.leading

    return [Strip(_SIGN_ROOM + 6 + rows * BODY.leading, draw, before=4.0)]


def _signed(each: Signature, slot: Slot, column: Column) -> list[tuple[Element, list[Line]]]:
    said: list[Runs] = [(Run(each.name, bold=True),)] if each.name else []
    said += [(Run(each.title),)] if each.title else []
    said += [each.second] if each.second else []
    return [(column.parent.add("P"), slot.lines(runs)) for runs in said]


def notes(block: Notes, column: Column) -> list[Strip]:
    """Small explanations under a rule, at the foot of the last page."""
    right = max((measure((Run(line),), FOOTER) for line in block.right), default=0.0)
    slot = Slot(column.x, column.width - right - 18, FOOTER)
    said = [
        (column.parent.add("P"), slot.lines(tuple(grey(run.text) for run in runs)))
        for runs in block.lines
    ]
    authors = [(column.parent.add("P"), line) for line in block.right]
    count = max(sum(len(lines) for _, lines in said), len(authors))
    if not count:
        return []

    def draw(pen: Pen, top: float) -> None:
        pen.rule(Place(column.x, top), column.right, EDGE)
        at = top + 6
        for owner, lines in said:
            slot.draw(pen, owner, lines, at)
            at += len(lines) * FOOTER.leading
        for number, (owner, line) in enumerate(authors):
            corner = Place(column.right, top + 6 + number * FOOTER.leading)
            word_before(pen, owner, grey(line), corner, FOOTER)

    return [Strip(6 + count * FOOTER.leading, draw, before=10.0, low=True)]
