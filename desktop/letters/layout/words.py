"""Lines of text drawn on a page, and running text as strips."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import Run
from desktop.letters.layout.lines import Line, break_lines, measure
from desktop.letters.layout.strips import Strip
from desktop.letters.layout.style import BODY, GREY, INK, Style
from desktop.letters.pdf.fonts import width
from desktop.letters.pdf.shapes import Area, Place

if TYPE_CHECKING:
    from desktop.letters.content import Runs
    from desktop.letters.layout.column import Column
    from desktop.letters.pdf.pen import Part, Pen
    from desktop.letters.pdf.tags import Element

_WHOLE = 3
"""A paragraph of so many lines is never parted."""


def draw_line(pen: Pen, owner: Element | str, line: Line, corner: Place, style: Style) -> None:
    """Draw a line of text whose top left corner is given.

    `owner` is its element, or the kind of artifact that it is. Links become areas where an
    element owns them, and words in another language a Span.
    """
    waiting: list[Part] = []
    begin = at = corner.x
    base = style.base(corner.y)
    for run in line.runs:
        wide = width(run.text, run.bold or style.bold) * style.size
        part = (run.text, run.bold or style.bold, GREY if run.muted else INK)
        if (run.link or run.lang) and not isinstance(owner, str):
            if waiting:
                pen.mark(owner)
                pen.line(Place(begin, base), waiting, style.size)
            inner = owner.inside("Link" if run.link else "Span", run.lang, run.link)
            pen.mark(inner)
            pen.line(Place(at, base), (part,), style.size)
            if run.link:
                inner.words += run.text
                pen.link(inner, Area(at, corner.y, wide, style.leading))
            waiting, begin = [], at + wide
        else:
            waiting.append(part)
        at += wide
    if waiting:
        pen.mark(owner)
        pen.line(Place(begin, base), waiting, style.size)


def word(pen: Pen, owner: Element | str, run: Run, corner: Place, style: Style = BODY) -> None:
    """Draw a run on one line whose top left corner is given."""
    draw_line(pen, owner, Line((run,), 0.0), corner, style)


def word_before(
    pen: Pen, owner: Element | str, run: Run, corner: Place, style: Style = BODY
) -> None:
    """Draw a run on one line whose top right corner is given."""
    word(pen, owner, run, corner.moved(right=-measure((run,), style)), style)


def grey(text: str) -> Run:
    """Make a grey run."""
    return Run(text, muted=True)


def paragraph(
    element: Element, runs: Runs, column: Column, style: Style, *, before: float = 0.0
) -> list[Strip]:
    """Make strips of running text, never a single line of it alone on a page."""
    lines = break_lines(runs, column.width, style)
    strips = [_strip(element, line, column.x, style) for line in lines]
    for number, strip in enumerate(strips[:-1]):
        strip.glued = len(lines) <= _WHOLE or number in {0, len(lines) - 2}
    if strips:
        strips[0].before = before
    return strips


def _strip(element: Element, line: Line, x: float, style: Style) -> Strip:
    def draw(pen: Pen, top: float) -> None:
        draw_line(pen, element, line, Place(x, top), style)

    return Strip(style.leading, draw)
