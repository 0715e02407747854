"""What is the same in every chart: its numbers, its scale, where its parts begin and end."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.letters.content import Run
from desktop.letters.layout.fillings import draw_legend, legend_rows
from desktop.letters.layout.lines import measure
from desktop.letters.layout.scale import Scale, scale_of
from desktop.letters.layout.style import FOOTER, SIDE
from desktop.letters.pdf.shapes import Place

if TYPE_CHECKING:
    from desktop.letters.content import Chart
    from desktop.letters.layout.column import Column
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element

_AFTER_LEGEND = 7.0


@dataclass(frozen=True)
class Segment:
    """A piece of a column or bar."""

    series: int
    """Which series, counted from 0."""
    track: int
    """Which column of the group, counted from 0."""
    low: int
    """Where it begins on the scale."""
    high: int
    """Where it ends on the scale; below `low` for a number below 0."""


@dataclass(frozen=True)
class Plot:
    """A chart, or the categories of it that one figure holds."""

    chart: Chart
    """The chart; in a figure of several, with only its own categories."""
    scale: Scale
    """The scale of the whole chart."""
    column: Column
    """Where it is drawn."""

    @classmethod
    def of(cls, chart: Chart, column: Column) -> Plot:
        """Make the plot of a whole chart."""
        reach = [
            end
            for place in range(len(chart.categories))
            for segment in _segments(chart, place)
            for end in (segment.low, segment.high)
        ]
        return cls(chart, scale_of(reach), column)

    def part(self, begin: int, end: int) -> Plot:
        """Give the plot with the categories from `begin` up to `end`."""
        series = tuple(replace(each, values=each.values[begin:end]) for each in self.chart.series)
        categories = self.chart.categories[begin:end]
        return replace(self, chart=replace(self.chart, categories=categories, series=series))

    @property
    def tracks(self) -> int:
        """How many columns stand side by side in a group."""
        return 1 if self.chart.stacked else len(self.chart.series)

    @property
    def legend(self) -> list[list[str]]:
        """The lines of the legend; none where there is but one series."""
        if len(self.chart.series) == 1:
            return []
        return legend_rows([each.name for each in self.chart.series], self.column.width)

    @property
    def legend_height(self) -> float:
        """The room that the legend takes, points."""
        return len(self.legend) * SIDE.leading + _AFTER_LEGEND if self.legend else 0.0

    def draw_legend(self, pen: Pen, figure: Element, top: float) -> None:
        """Draw the legend at the left edge."""
        draw_legend(pen, figure, self.legend, Place(self.column.x, top))

    def segments(self, place: int) -> list[Segment]:
        """Give the pieces of a category."""
        return _segments(self.chart, place)

    def ends(self, place: int) -> list[tuple[int, int, str]]:
        """Give what is written at the ends of a category's columns: track, where, words."""
        own = self.column.own
        if self.chart.stacked:
            pieces = self.segments(place)
            if not pieces or any(each.high < each.low for each in pieces):
                return []  # What is above 0 alone is no sum.
            top = pieces[-1].high
            return [(0, top, self.chart.said(top, own))]
        return [
            (each.track, each.high, self.chart.said(each.high, own))
            for each in self.segments(place)
        ]

    def widest_end(self) -> float:
        """Give the width of the widest of what is written at the ends, points."""
        return max(
            (
                measure((Run(words),), FOOTER)
                for place in range(len(self.chart.categories))
                for _, _, words in self.ends(place)
            ),
            default=0.0,
        )


def _segments(chart: Chart, place: int) -> list[Segment]:
    found: list[Segment] = []
    above = below = 0
    for number, series in enumerate(chart.series):
        value = series.values[place]
        if value is None:
            continue
        if not chart.stacked:
            found.append(Segment(number, number, 0, value))
        elif value >= 0:
            found.append(Segment(number, 0, above, above + value))
            above += value
        else:
            found.append(Segment(number, 0, below, below + value))
            below += value
    return found
