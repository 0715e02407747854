"""Clauses in two languages beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from desktop.letters.content import Run
from desktop.letters.layout.grid import Slot
from desktop.letters.layout.strips import Strip, glue
from desktop.letters.layout.style import BEFORE_HEADING, BETWEEN, HEAVY, TABLE, Style
from desktop.letters.layout.words import grey, word
from desktop.letters.pdf.pen import ARTIFACT
from desktop.letters.pdf.shapes import Place

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.letters.content import Clause, Runs, SideBySide
    from desktop.letters.layout.column import Column
    from desktop.letters.layout.lines import Line
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element

_GAP = 22.0
_TITLE = Style(TABLE.size, TABLE.leading, bold=True)
_INDENT = 20.0
_PAD = 4.0
_BETWEEN_CLAUSES = 9.0
_FEW = 8
"""A clause of so many lines is never parted."""


@dataclass(frozen=True)
class _Side:
    """A paragraph or title at the left or right, with the number in front of it."""

    x: float
    slot: Slot
    element: Element
    lines: list[Line]
    label: str

    def draw(self, pen: Pen, number: int, top: float) -> None:
        if number >= len(self.lines):
            return
        if self.label and not number:
            word(pen, self.element, Run(self.label), Place(self.x, top), self.slot.style)
        self.slot.draw(pen, self.element, self.lines[number : number + 1], top)


def side_by_side(block: SideBySide, column: Column) -> list[Strip]:
    """Two columns; a pair that does not fit on a page is parted where both sides may be."""
    wide = (column.width - _GAP) / 2
    places = (column.x, column.x + wide + _GAP)
    parent = column.parent.add("Sect")
    slots = tuple(Slot(x, wide, TABLE) for x in places)
    titles = [slot.lines((grey(said),)) for slot, said in zip(slots, block.heads, strict=True)]
    owners = [_spoken(parent.add("P"), each) for each in block.languages]
    head = _head(owners, titles, slots)
    head.before, head.glued = BEFORE_HEADING, True
    again = _head([ARTIFACT, ARTIFACT], titles, slots)
    strips = [head]
    for place, clause in enumerate(block.clauses):
        made = _clause(clause, block, (places, wide), parent.add("Sect"), block.label(place))
        if made:
            made[0].before = _PAD if len(strips) == 1 else _BETWEEN_CLAUSES
        strips += made
    for strip in strips[1:]:
        strip.head = again
    return strips


def _spoken(element: Element, language: str) -> Element:
    element.language = language
    return element


def _head(
    owners: Sequence[Element | str],
    titles: list[list[Line]],
    slots: tuple[Slot, ...],
) -> Strip:
    height = max(map(len, titles)) * TABLE.leading + _PAD

    def draw(pen: Pen, top: float) -> None:
        for owner, lines, slot in zip(owners, titles, slots, strict=True):
            slot.draw(pen, owner, lines, top)
            pen.rule(Place(slot.x, top + height), slot.x + slot.room, HEAVY)

    return Strip(height + _PAD, draw)


def _clause(
    clause: Clause,
    block: SideBySide,
    measures: tuple[tuple[float, float], float],
    element: Element,
    label: str,
) -> list[Strip]:
    places, wide = measures
    spoken = [_spoken(element.add("Sect"), each) for each in block.languages]
    indent = _INDENT if label else 0.0
    pairs: list[list[_Side]] = []
    titled = any(clause.titles)
    for number, pair in enumerate([*_titles(clause), *zip_longest(clause.left, clause.right)]):
        style, kind = (_TITLE, "H2") if titled and not number else (TABLE, "P")
        sides: list[_Side] = []
        for x, parent, runs in zip(places, spoken, pair, strict=True):
            slot = Slot(x + indent, wide - indent, style)
            if runs:
                own = "" if number else label
                sides.append(_Side(x, slot, parent.add(kind), slot.lines(runs), own))
        pairs.append(sides)
    return _rows(pairs, titled=titled)


def _titles(clause: Clause) -> list[tuple[Runs, ...]]:
    if not any(clause.titles):
        return []
    return [tuple((Run(said),) if said else () for said in clause.titles)]


def _rows(pairs: list[list[_Side]], *, titled: bool) -> list[Strip]:
    strips: list[Strip] = []
    for number, pair in enumerate(pairs):
        made = _pair(pair)
        if made and strips:
            made[0].before = BETWEEN / 2
        if made and titled and not number:
            made[-1].glued = True
        strips += made
    return glue(strips) if len(strips) <= _FEW else strips


def _pair(sides: list[_Side]) -> list[Strip]:
    counts = [len(side.lines) for side in sides]
    strips = [_row(sides, number) for number in range(max(counts, default=0))]
    for number, strip in enumerate(strips[:-1]):
        # Neither side leaves its first line at a page's foot or its last at the next one's top.
        strip.glued = any(number in {0, count - 2} for count in counts)
    return strips


def _row(sides: list[_Side], number: int) -> Strip:
    def draw(pen: Pen, top: float) -> None:
        for side in sides:
            side.draw(pen, number, top)

    return Strip(TABLE.leading, draw)
