"""A document becomes pages: blocks become strips, strips are laid, pages are drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import (
    Amounts,
    Bars,
    Block,
    Box,
    Bullets,
    Chart,
    CheckRows,
    Document,
    Fields,
    Heading,
    Lead,
    Lines,
    Notes,
    Numbered,
    PagePicture,
    Paragraph,
    Run,
    SideBySide,
    Signature,
    Signatures,
    Table,
)
from desktop.letters.layout import bilingual, chart, form, grid, pairs, pots, prose, scan
from desktop.letters.layout.column import Column
from desktop.letters.layout.strips import Frame, Laid, Strip, lay
from desktop.letters.layout.style import (
    BODY,
    DENSE,
    H1,
    H1_DENSE,
    LEFT,
    LONG,
    RIGHT,
    SHORT,
    SUBTITLE,
)
from desktop.letters.layout.surround import Surround
from desktop.letters.layout.words import paragraph
from desktop.letters.pdf.shapes import Area
from desktop.letters.pdf.tags import level_headings, prune

if TYPE_CHECKING:
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element
    from desktop.letters.pictures import Picture

_BEYOND = 7.0


def draw(document: Document, pen: Pen, root: Element, picture: Picture | None) -> None:
    """Draw all pages of a document and hang all its elements under `root`."""
    width, height = (LONG, SHORT) if document.landscape else (SHORT, LONG)
    head, body, foot = root.add("Sect"), root.add("Sect"), root.add("Sect")
    around = Surround(document, width, height, picture)
    column = Column(
        LEFT,
        width - LEFT - RIGHT,
        body,
        DENSE if document.dense else BODY,
        own=document.own,
        room=around.bottom - around.top,
    )
    strips = _strips(document, column)
    level_headings(root)
    pages = lay(strips, around.first_top, around.top, around.bottom)
    for number, page in enumerate(pages, 1):
        pen.new_page(width, height)
        if number == 1:
            around.first(pen, head, len(pages))
        else:
            around.later(pen, number, len(pages))
        _frames(page, pen)
        for top, strip in page.placed:
            if strip.draw:
                strip.draw(pen, top)
        around.footer(pen, foot if number == 1 else None)
    pen.close()
    prune(root)


def lay_block(block: Block, column: Column) -> list[Strip]:  # noqa: C901, PLR0911, PLR0912
    """Make the strips of a block."""
    match block:
        case Heading():
            return prose.heading(block, column)
        case Paragraph():
            return prose.text(block, column)
        case Lead():
            return prose.lead(block, column)
        case Numbered():
            return prose.numbered(block, column)
        case Bullets():
            return prose.bullets(block, column)
        case Box():
            return prose.box(block, column, lay_block)
        case Amounts():
            return pairs.amounts(block, column)
        case Fields():
            return pairs.fields(block, column)
        case Table():
            return grid.table(block, column)
        case Bars():
            return pots.bars(block, column)
        case CheckRows():
            return form.check_rows(block, column)
        case Lines():
            return form.ruled(block, column)
        case Signature():
            return form.signatures(Signatures(each=(block,)), column)
        case Signatures():
            return form.signatures(block, column)
        case Notes():
            return form.notes(block, column)
        case SideBySide():
            return bilingual.side_by_side(block, column)
        case Chart():
            return chart.chart(block, column)
        case PagePicture():
            return scan.page_picture(block, column)


def _strips(document: Document, column: Column) -> list[Strip]:
    heading, style = column.parent.add("H1"), H1_DENSE if document.dense else H1
    strips = paragraph(heading, (Run(document.heading),), column, style)
    if document.subtitle:
        below = column.parent.add("P")
        runs = (Run(document.subtitle),)
        strips += paragraph(below, runs, column, SUBTITLE, before=2)
    for strip in strips:
        strip.glued = True
    return strips + prose.set_blocks(document.blocks, column, lay_block)


def _frames(page: Laid, pen: Pen) -> None:
    """Draw the frames of boxes, each round its strips on this page."""
    reach: dict[int, tuple[Frame, float, float, Strip, Strip]] = {}
    for top, strip in page.placed:
        if strip.frame is None:
            continue
        frame, begin, _, first, _ = reach.get(
            id(strip.frame), (strip.frame, top, top, strip, strip)
        )
        reach[id(frame)] = (frame, begin, top + strip.height, first, strip)
    for frame, begin, end, first, last in reach.values():
        above = 0.0 if first.draw is None else _BEYOND
        below = 0.0 if last.draw is None else _BEYOND
        pen.artifact()
        height = end - begin + above + below
        pen.frame(Area(frame.x, begin - above, frame.width, height), frame.stroke)
