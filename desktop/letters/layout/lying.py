"""A chart of bars that lie, with room for long categories."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import Run
from desktop.letters.layout.fillings import draw_end, filled
from desktop.letters.layout.grid import Slot
from desktop.letters.layout.lines import measure
from desktop.letters.layout.style import FOOTER, OUTLINE, SIDE, THIN
from desktop.letters.layout.words import grey, word
from desktop.letters.pdf.shapes import Area, Place

if TYPE_CHECKING:
    from desktop.letters.layout.plot import Plot
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element

_BAR = 10.0
_GROUP_GAP = 7.0
_LABEL_GAP, _END_GAP = 9.0, 5.0
_WIDEST_LABEL = 0.36
_BELOW = 3.0


def parts(plot: Plot, most: float) -> list[tuple[int, int]]:
    """Divide the categories so that no figure is higher than `most` points."""
    found: list[tuple[int, int]] = []
    begin, room = 0, most - plot.legend_height - _foot()
    filled_up = 0.0
    for place in range(len(plot.chart.categories)):
        high = _group_height(plot, place)
        if place > begin and filled_up + high > room:
            found.append((begin, place))
            begin, filled_up = place, 0.0
        filled_up += high
    return [*found, (begin, len(plot.chart.categories))]


def height(plot: Plot) -> float:
    """Give the figure's height, points."""
    groups = sum(_group_height(plot, place) for place in range(len(plot.chart.categories)))
    return plot.legend_height + groups + _foot()


def draw(plot: Plot, pen: Pen, figure: Element, top: float) -> None:
    """Draw legend, bars with their categories and numbers, and the scale."""
    plot.draw_legend(pen, figure, top)
    labels, column = _labels(plot), plot.column
    left = labels.x + labels.room + _LABEL_GAP
    begin = top + plot.legend_height
    groups = height(plot) - plot.legend_height - _foot()
    area = Area(left, begin, column.right - left - plot.widest_end() - _END_GAP, groups)
    _scale(plot, pen, figure, area)
    at = area.y
    for place, category in enumerate(plot.chart.categories):
        high = _group_height(plot, place)
        lines = labels.lines((Run(category),))
        middle = at + high / 2
        labels.draw(pen, figure, lines, middle - len(lines) * SIDE.leading / 2)
        thick = _BAR * plot.tracks
        _group(plot, pen, figure, (place, Area(area.x, middle - thick / 2, area.width, thick)))
        at += high
    zero = _right(plot, area, 0)
    pen.mark(figure)
    pen.upright(Place(zero, area.y), area.y + area.height, OUTLINE)


def _scale(plot: Plot, pen: Pen, figure: Element, area: Area) -> None:
    own, free = plot.column.own, 0.0
    for tick in plot.scale.ticks:
        x = _right(plot, area, tick)
        pen.mark(figure)
        pen.upright(Place(x, area.y), area.y + area.height, THIN)
        words = own.number(tick)
        unit = plot.chart.measured_in(own)
        if tick == plot.scale.ticks[-1] and unit:
            words = f"{words}\u00a0{unit}"
        wide = measure((Run(words),), FOOTER)
        start = min(x - measure((Run(own.number(tick)),), FOOTER) / 2, plot.column.right - wide)
        start = max(start, plot.column.x)
        if start >= free:
            word(pen, figure, grey(words), Place(start, area.y + area.height + _BELOW), FOOTER)
            free = start + wide + _END_GAP


def _group(plot: Plot, pen: Pen, figure: Element, where: tuple[int, Area]) -> None:
    place, area = where
    for each in plot.segments(place):
        begin, end = _right(plot, area, each.low), _right(plot, area, each.high)
        if begin != end:
            pen.mark(figure)
            top = area.y + each.track * _BAR + 0.5
            bar = Area(min(begin, end), top, abs(end - begin), _BAR - 1)
            filled(pen, bar, each.series)
    for track, end, words in plot.ends(place):
        right = _right(plot, area, max(end, 0)) + _END_GAP
        down = area.y + (track + 0.5) * _BAR - FOOTER.leading / 2
        draw_end(pen, figure, words, Place(right, down))


def _right(plot: Plot, area: Area, value: int) -> float:
    return area.x + area.width * plot.scale.share(value)


def _labels(plot: Plot) -> Slot:
    widest = max(measure((Run(each),), SIDE) for each in plot.chart.categories) + 0.5
    return Slot(plot.column.x, min(widest, plot.column.width * _WIDEST_LABEL), SIDE)


def _group_height(plot: Plot, place: int) -> float:
    lines = len(_labels(plot).lines((Run(plot.chart.categories[place]),)))
    return max(_BAR * plot.tracks, lines * SIDE.leading) + _GROUP_GAP


def _foot() -> float:
    return _BELOW + FOOTER.leading
