"""The numbers of a chart as a table, and all its words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import Align, Cell, Chart, Column, Run, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.content import OwnWords, Runs

_LABEL, _NUMBER = 1.6, 1.0


def chart_table(chart: Chart, own: OwnWords) -> Table:
    """Make the table with a chart's numbers: a row for each category, a column for each series."""
    rows = tuple(
        (_cell(category), *(_cell(chart.said(each.values[place], own)) for each in chart.series))
        for place, category in enumerate(chart.categories)
    )
    sums = tuple(
        _cell(chart.said(sum(value or 0 for value in each.values), own), bold=True)
        for each in chart.series
    )
    return Table(
        columns=(
            Column(title=chart.head, weight=_LABEL),
            *(Column(title=each.name, weight=_NUMBER, align=Align.RIGHT) for each in chart.series),
        ),
        rows=rows,
        total=(_cell(own.total, bold=True), *sums) if chart.total else (),
        small=True,
        row_heads=True,
    )


def drawn_words(chart: Chart, own: OwnWords) -> Iterator[Runs]:
    """Give the words inside the picture, which are not read aloud."""
    for words in (
        chart.measured_in(own),
        *chart.categories,
        *(each.name for each in chart.series),
        *(chart.said(value, own) for each in chart.series for value in each.values),
    ):
        yield (Run(words),)


def _cell(words: str, *, bold: bool = False) -> Cell:
    return Cell(lines=((Run(words, bold=bold),),)) if words else Cell()
