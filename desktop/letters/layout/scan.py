"""A picture on a page of its own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.letters.content import Heading, Run
from desktop.letters.layout.prose import heading
from desktop.letters.layout.strips import Strip, glue
from desktop.letters.layout.style import SMALL, THIN
from desktop.letters.layout.words import paragraph
from desktop.letters.pdf.shapes import Area
from desktop.letters.scans import scan_name, scanned

if TYPE_CHECKING:
    from desktop.letters.content import PagePicture
    from desktop.letters.layout.column import Column
    from desktop.letters.pdf.pen import Pen

_BETWEEN = 6.0
_LEAST = 60.0


def page_picture(block: PagePicture, column: Column) -> list[Strip]:
    """Heading, picture and caption on a new page, the picture as large as there is room."""
    part = column.parent.add("Sect")
    inner = replace(column, parent=part)
    above = heading(Heading(text=block.title, level=block.level), inner) if block.title else []
    picture, name = scanned(block.data), scan_name(block.data)
    figure = part.add("Figure", alternative=block.alternative)
    below = []
    if block.caption:
        runs = (Run(block.caption, muted=True),)
        below = paragraph(part.add("P"), runs, inner, SMALL, before=_BETWEEN)
    taken = sum(strip.before + strip.height for strip in (*above, *below)) + _BETWEEN
    room = max(column.room - taken - 1, _LEAST)
    scale = min(column.width / picture.width, room / picture.height)
    wide, high = picture.width * scale, picture.height * scale

    def draw(pen: Pen, top: float) -> None:
        area = Area(column.x + (column.width - wide) / 2, top, wide, high)
        pen.mark(figure)
        figure.attributes = pen.bounds(area)
        pen.picture(name, picture, area)
        pen.frame(area, THIN)

    strips = [*above, Strip(high, draw, before=_BETWEEN if above else 0.0), *below]
    strips[0].fresh = True
    return glue(strips)
