"""Numbers as a figure: columns that stand or bars that lie, with the numbers in a table under."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from desktop.letters.charts import chart_table
from desktop.letters.content import Heading
from desktop.letters.layout import columns, lying
from desktop.letters.layout.grid import table
from desktop.letters.layout.plot import Plot
from desktop.letters.layout.prose import heading
from desktop.letters.layout.strips import Strip, glue
from desktop.letters.layout.style import BETWEEN
from desktop.letters.pdf.shapes import Area

if TYPE_CHECKING:
    from desktop.letters.content import Chart
    from desktop.letters.layout.column import Column
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element

Drawing: TypeAlias = Callable[["Plot", "Pen", "Element", float], None]
"""Draws a plot as a figure whose top edge is given."""

_SHARE_OF_PAGE = 0.8
_LABELS, _NUMBERS = 0.36, 0.2
_FEW = 14
"""A table of so many rows is never parted."""


def chart(block: Chart, column: Column) -> list[Strip]:
    """Heading, figure and table; more bars than a page holds become several figures."""
    plot = Plot.of(block, column)
    strips = heading(Heading(text=block.title, level=block.level), column)
    lie = block.lying or not columns.fits(plot)
    if lie:
        most = column.room * _SHARE_OF_PAGE
        parts = [plot.part(*part) for part in lying.parts(plot, most)]
        strips += [_figure(part, lying.height(part), lying.draw) for part in parts]
    else:
        strips.append(_figure(plot, columns.height(plot), columns.draw))
    if block.table:
        share = min(_LABELS + _NUMBERS * len(block.series), 1.0)
        narrow = column.inset(0.0, column.width * (1 - share))
        rows = table(chart_table(block, column.own), narrow)
        strips += glue(rows) if len(rows) <= _FEW else rows
    return strips


def _figure(plot: Plot, height: float, drawing: Drawing) -> Strip:
    column = plot.column
    figure = column.parent.add("Figure", alternative=plot.chart.words(column.own))

    def draw(pen: Pen, top: float) -> None:
        pen.mark(figure)
        figure.attributes = pen.bounds(Area(column.x, top, column.width, height))
        drawing(plot, pen, figure, top)

    return Strip(height, draw, before=BETWEEN)
