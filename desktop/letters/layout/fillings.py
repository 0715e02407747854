"""Fillings that grey print tells apart, and the legend that says what they mean."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import Run
from desktop.letters.layout.lines import measure
from desktop.letters.layout.style import DARK, FOOTER, OUTLINE, SIDE
from desktop.letters.layout.words import word
from desktop.letters.pdf.shapes import Area, Place, Stroke

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element

_WHITE, _LIGHT, _MIDDLE = "1 1 1", "0.86 0.88 0.90", "0.62 0.66 0.70"
_HATCH = Stroke(0.6, DARK)
_GAP = 4.2
_GROUNDS = (DARK, _LIGHT, _WHITE, _MIDDLE, _WHITE)
_HATCHED = 2

_SWATCH, _SWATCH_HIGH = 10.0, 7.0
_BESIDE, _BETWEEN = 4.0, 14.0


def filled(pen: Pen, area: Area, place: int) -> None:
    """Fill a rectangle as the series at a place is filled, with an outline."""
    pen.fill(area, _GROUNDS[place])
    if place == _HATCHED:
        pen.hatch(area, _GAP, _HATCH)
    pen.frame(area, OUTLINE)


def draw_end(pen: Pen, owner: Element, words: str, corner: Place) -> None:
    """Write a number where a column ends, on white, so that no line of the scale crosses it."""
    pen.mark(owner)
    wide = measure((Run(words),), FOOTER)
    pen.fill(Area(corner.x - 1, corner.y + 2, wide + 2, FOOTER.leading - 3), _WHITE)
    word(pen, owner, Run(words), corner, FOOTER)


def legend_rows(names: Sequence[str], room: float) -> list[list[str]]:
    """Put names on lines that fit a width."""
    rows: list[list[str]] = [[]]
    filled_up = 0.0
    for name in names:
        wide = _SWATCH + _BESIDE + measure((Run(name),), SIDE) + _BETWEEN
        if rows[-1] and filled_up + wide > room + _BETWEEN:
            rows.append([])
            filled_up = 0.0
        rows[-1].append(name)
        filled_up += wide
    return rows


def draw_legend(pen: Pen, owner: Element, rows: list[list[str]], corner: Place) -> None:
    """Draw the legend: a swatch and a name for each series, in their order."""
    place = 0
    for number, row in enumerate(rows):
        at = corner.moved(down=number * SIDE.leading)
        for name in row:
            pen.mark(owner)
            swatch = Area(at.x, at.y + (SIDE.leading - _SWATCH_HIGH) / 2, _SWATCH, _SWATCH_HIGH)
            filled(pen, swatch, place)
            at = at.moved(right=_SWATCH + _BESIDE)
            word(pen, owner, Run(name), at, SIDE)
            at = at.moved(right=measure((Run(name),), SIDE) + _BETWEEN)
            place += 1
