"""Pots drawn as bars, each a figure with its words, with the sum left beside."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.letters.bars import alternative, shares
from desktop.letters.content import Bars, Run
from desktop.letters.layout.grid import Slot
from desktop.letters.layout.lines import measure
from desktop.letters.layout.strips import Strip, glue
from desktop.letters.layout.style import BEFORE_HEADING, DARK, H2, OUTLINE, TABLE
from desktop.letters.layout.words import grey, word, word_before
from desktop.letters.pdf.shapes import Area, Place
from desktop.letters.pdf.tags import COLUMN_HEAD, ROW_HEAD

if TYPE_CHECKING:
    from desktop.letters.content import BarRow, Pot
    from desktop.letters.layout.column import Column
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element

_ROW = 15.6
_BAR = 8.0
_SUM = 52.0
_GAP = 27.0
_LABEL = 0.205
_SWATCH, _SWATCH_HIGH = 10.0, 7.0
_HATCH = 4.2
_SWATCHES = ((1.0, 0.0), (0.0, 1.0), (0.0, 0.0))


@dataclass(frozen=True)
class _Plot:
    """The columns of a table with bars."""

    column: Column
    count: int

    @property
    def labels(self) -> Slot:
        return Slot(self.column.x, self.column.width * _LABEL - 8, TABLE)

    @property
    def places(self) -> list[float]:
        first = self.column.x + self.column.width * _LABEL
        return [first + self._step * number for number in range(self.count)]

    @property
    def wide(self) -> float:
        return self._step - _GAP - _SUM

    @property
    def _step(self) -> float:
        return (self.column.width * (1 - _LABEL) + _GAP) / max(self.count, 1)


def bars(block: Bars, column: Column) -> list[Strip]:
    """Title and legend, then a row of bars for each place; never cut."""
    title, legend = column.parent.add("H2"), column.parent.add("P")
    parent = column.parent.add("Table")
    plot = _Plot(column, len(block.columns))

    def draw_title(pen: Pen, top: float) -> None:
        word(pen, title, Run(block.title), Place(column.x, top), H2)
        _legend(pen, legend, Place(column.right, top), column.own.legend)

    return glue(
        [
            Strip(H2.leading + 2, draw_title, before=BEFORE_HEADING),
            _heads(block, plot, parent.add("TR")),
            *(_row(row, plot, parent.add("TR")) for row in block.rows),
        ]
    )


def _legend(pen: Pen, owner: Element, corner: Place, legend: tuple[str, ...]) -> None:
    words = [measure((Run(said),), TABLE) for said in legend]
    at = corner.moved(right=7 - sum(wide + _SWATCH + 10 for wide in words), down=0.6)
    for said, wide, parts in zip(legend, words, _SWATCHES, strict=True):
        pen.artifact()
        _bar(pen, Area(at.x, at.y + 3.4, _SWATCH, _SWATCH_HIGH), parts)
        at = at.moved(right=_SWATCH + 3)
        word(pen, owner, grey(said if said is legend[-1] else f"{said} "), at, TABLE)
        at = at.moved(right=wide + 7)


def _heads(block: Bars, plot: _Plot, row: Element) -> Strip:
    slots = (plot.labels, *(Slot(x, plot.wide + _SUM, TABLE) for x in plot.places))
    titles = (plot.column.own.place, *block.columns)
    heads = [
        (slot, row.add("TH", COLUMN_HEAD), slot.lines((grey(said),)))
        for slot, said in zip(slots, titles, strict=True)
    ]
    high = max(len(lines) for _, _, lines in heads)

    def draw(pen: Pen, top: float) -> None:
        for slot, owner, lines in heads:
            slot.draw(pen, owner, lines, top + (high - len(lines)) * TABLE.leading)

    return Strip(high * TABLE.leading + 2, draw)


def _row(row: BarRow, plot: _Plot, element: Element) -> Strip:
    head = element.add("TH", ROW_HEAD)
    lines = plot.labels.lines((Run(row.label),))
    cells = [(pot, element.add("TD"), x) for pot, x in zip(row.pots, plot.places, strict=True)]
    figures = [
        cell.add("Figure", alternative=alternative(pot, plot.column.own)) if pot else cell
        for pot, cell, _ in cells
    ]

    def draw(pen: Pen, top: float) -> None:
        begin = top + (_ROW - TABLE.leading) / 2
        plot.labels.draw(pen, head, lines, begin)
        for (pot, cell, x), figure in zip(cells, figures, strict=True):
            if pot is None:
                continue
            _pot(pen, pot, figure, Area(x, top + (_ROW - _BAR) / 2, plot.wide, _BAR))
            word_before(
                pen,
                cell,
                Run(plot.column.own.kr(pot.left)),
                Place(x + plot.wide + _SUM, begin),
                TABLE,
            )

    return Strip(max(_ROW, len(lines) * TABLE.leading + 2), draw)


def _pot(pen: Pen, pot: Pot, figure: Element, area: Area) -> None:
    pen.mark(figure)
    figure.attributes = pen.bounds(area)
    _bar(pen, area, shares(pot))


def _bar(pen: Pen, area: Area, parts: tuple[float, float]) -> None:
    solid, hatched = parts
    split = area.x + area.width * solid
    if solid:
        pen.fill(Area(area.x, area.y, area.width * solid, area.height), DARK)
    if hatched:
        pen.hatch(Area(split, area.y, area.width * hatched, area.height), _HATCH, OUTLINE)
    pen.frame(area, OUTLINE)
