"""A chart of columns that stand side by side or on each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import Align, Run
from desktop.letters.layout.fillings import draw_end, filled
from desktop.letters.layout.grid import Slot
from desktop.letters.layout.lines import measure
from desktop.letters.layout.style import FOOTER, OUTLINE, SIDE, THIN
from desktop.letters.layout.words import grey, word_before
from desktop.letters.pdf.shapes import Area, Place

if TYPE_CHECKING:
    from desktop.letters.layout.plot import Plot
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element

_HEIGHT = 140.0
_ABOVE, _BELOW, _AXIS_GAP = 16.0, 4.0, 6.0
_GROUP_SHARE = 0.74
_WIDEST = 44.0
_BETWEEN = 2.0
_MOST_LINES = 3
_LABEL_GAP = 6.0


def fits(plot: Plot) -> bool:
    """Tell whether the categories have room under their columns."""
    step = _step(plot)
    for category in plot.chart.categories:
        words = category.split(" ")
        if max(measure((Run(each),), SIDE) for each in words) > step - _LABEL_GAP:
            return False
        if len(_slot(0.0, step).lines((Run(category),))) > _MOST_LINES:
            return False
    return step / plot.tracks >= _LABEL_GAP


def height(plot: Plot) -> float:
    """Give the figure's height, points."""
    slot = _slot(0.0, _step(plot))
    rows = max(len(slot.lines((Run(each),))) for each in plot.chart.categories)
    return plot.legend_height + _ABOVE + _HEIGHT + _BELOW + rows * SIDE.leading + 2


def draw(plot: Plot, pen: Pen, figure: Element, top: float) -> None:
    """Draw legend, scale, columns and categories."""
    plot.draw_legend(pen, figure, top)
    area = Area(
        plot.column.x + _axis(plot),
        top + plot.legend_height + _ABOVE,
        plot.column.width - _axis(plot),
        _HEIGHT,
    )
    _scale(plot, pen, figure, area)
    step = _step(plot)
    for place, category in enumerate(plot.chart.categories):
        left = area.x + place * step
        _group(plot, pen, figure, (place, Area(left, area.y, step, area.height)))
        slot = _slot(left, step)
        for number, line in enumerate(slot.lines((Run(category),))):
            down = area.y + area.height + _BELOW + number * SIDE.leading
            middle = left + step / 2 - line.width / 2
            Slot(middle, line.width + 1, SIDE).draw(pen, figure, [line], down)
    zero = _up(plot, area, 0)
    pen.mark(figure)
    pen.stroke(Place(area.x, zero), area.x + area.width, OUTLINE)


def _scale(plot: Plot, pen: Pen, figure: Element, area: Area) -> None:
    own = plot.column.own
    for tick in plot.scale.ticks:
        y = _up(plot, area, tick)
        pen.mark(figure)
        pen.stroke(Place(area.x, y), area.x + area.width, THIN)
        corner = Place(area.x - _AXIS_GAP, y - FOOTER.leading / 2)
        word_before(pen, figure, grey(own.number(tick)), corner, FOOTER)
    if unit := plot.chart.measured_in(own):
        corner = Place(area.x - _AXIS_GAP, area.y - FOOTER.leading * 1.5)
        word_before(pen, figure, grey(unit), corner, FOOTER)


def _group(plot: Plot, pen: Pen, figure: Element, where: tuple[int, Area]) -> None:
    place, area = where
    wide = min(area.width * _GROUP_SHARE / plot.tracks, _WIDEST)
    first = area.x + (area.width - wide * plot.tracks) / 2
    for each in plot.segments(place):
        begin, end = _up(plot, area, each.low), _up(plot, area, each.high)
        left = first + each.track * wide
        pen.mark(figure)
        if begin != end:
            thick = wide - (_BETWEEN if plot.tracks > 1 else 0.0)
            column = Area(left, min(begin, end), thick, abs(begin - end))
            filled(pen, column, each.series)
    if plot.widest_end() > (wide if plot.tracks > 1 else area.width) - _BETWEEN:
        return
    for track, end, words in plot.ends(place):
        middle = first + (track + 0.5) * wide - measure((Run(words),), FOOTER) / 2
        above = _up(plot, area, max(end, 0)) - FOOTER.leading - 1
        draw_end(pen, figure, words, Place(middle, above))


def _up(plot: Plot, area: Area, value: int) -> float:
    return area.y + area.height * (1 - plot.scale.share(value))


def _axis(plot: Plot) -> float:
    own = plot.column.own
    words = [*map(own.number, plot.scale.ticks), plot.chart.measured_in(own)]
    return max(measure((Run(each),), FOOTER) for each in words) + _AXIS_GAP


def _step(plot: Plot) -> float:
    return (plot.column.width - _axis(plot)) / len(plot.chart.categories)


def _slot(left: float, step: float) -> Slot:
    return Slot(left, step - _LABEL_GAP, SIDE, Align.LEFT)
