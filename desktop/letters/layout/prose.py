"""Headings, paragraphs, lists, the lead and boxes as strips."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from desktop.letters.content import (
    Box,
    Bullets,
    Heading,
    Lead,
    Numbered,
    Paragraph,
    Run,
    Signature,
    Signatures,
)
from desktop.letters.layout.strips import Frame, Strip, glue
from desktop.letters.layout.style import (
    ACCENT,
    AFTER_HEADING,
    AFTER_LEAD,
    BEFORE_HEADING,
    BETWEEN,
    BOXED,
    FIRM,
    H2,
    H2_BOX,
    H3,
    LEAD,
    PALE,
    SMALL,
)
from desktop.letters.layout.words import paragraph, word_before
from desktop.letters.pdf.shapes import Area, Place
from desktop.letters.pdf.tags import DISCS, NUMBERS

if TYPE_CHECKING:
    from desktop.letters.content import Block, Runs
    from desktop.letters.layout.column import Column
    from desktop.letters.layout.strips import Draw
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element

LayBlock: TypeAlias = Callable[["Block", "Column"], list[Strip]]
"""Makes strips of any block."""

_NUMBER_WIDTH = 19.0
_NUMBER_GAP = 2.4
_BAR = 3.0
_LEAD_INDENT = 15.0
_PAD_X, _PAD_Y = 18.0, 13.0
_TIGHT_X, _TIGHT_Y = 10.0, 7.0


def set_blocks(blocks: Sequence[Block], column: Column, lay_block: LayBlock) -> list[Strip]:
    """Make the strips of blocks: text follows its heading closely, a signature its text."""
    strips: list[Strip] = []
    previous: Block | None = None
    for block in blocks:
        made = lay_block(block, column)
        if made and isinstance(previous, Heading) and not isinstance(block, Heading):
            made[0].before = min(made[0].before, AFTER_HEADING)
            # A small line under a heading tells of what follows and never ends a page.
            made[-1].glued |= isinstance(block, Paragraph) and block.small
        if made and isinstance(previous, Lead):
            made[0].before = max(made[0].before, AFTER_LEAD)
        if strips and isinstance(block, Signature | Signatures):
            strips[-1].glued = True
        strips += made
        previous = block
    return strips


def heading(block: Heading, column: Column) -> list[Strip]:
    """A heading, glued to what follows."""
    element = column.parent.add(f"H{block.level}")
    high = H2_BOX if column.boxed else H2
    style = high if block.level == 2 else H3  # noqa: PLR2004 - the level of a part
    strips = paragraph(element, (Run(block.text),), column, style, before=BEFORE_HEADING)
    for strip in strips:
        strip.glued = True
    strips[0].fresh = block.fresh
    return strips


def text(block: Paragraph, column: Column) -> list[Strip]:
    """Running text."""
    style = SMALL if block.small else column.style
    return paragraph(column.parent.add("P"), block.runs, column, style, before=BETWEEN)


def lead(block: Lead, column: Column) -> list[Strip]:
    """The sentence that stands alone, with its bar; never cut."""
    inner = column.inset(_LEAD_INDENT, 0.0)
    strips = paragraph(column.parent.add("P"), block.runs, inner, LEAD, before=BEFORE_HEADING)
    for strip in strips:
        strip.draw = _with_bar(strip.draw, column.x, strip.height)
    return glue(strips)


def _with_bar(draw: Draw | None, x: float, height: float) -> Draw:
    def drawn(pen: Pen, top: float) -> None:
        pen.artifact()
        pen.fill(Area(x, top, _BAR, height), ACCENT)
        if draw:
            draw(pen, top)

    return drawn


def numbered(block: Numbered, column: Column) -> list[Strip]:
    """A numbered list."""
    labels = [f"{number}. " for number in range(1, len(block.items) + 1)]
    return _list(block.items, labels, column.parent.add("L", NUMBERS), column)


def bullets(block: Bullets, column: Column) -> list[Strip]:
    """A list without order."""
    labels = ["\u2022 "] * len(block.items)
    return _list(block.items, labels, column.parent.add("L", DISCS), column)


def _list(
    items: tuple[Runs, ...], labels: list[str], parent: Element, column: Column
) -> list[Strip]:
    inner = column.inset(_NUMBER_WIDTH, 0.0)
    strips: list[Strip] = []
    for item, label in zip(items, labels, strict=True):
        element = parent.add("LI")
        marker, body = element.add("Lbl"), element.add("LBody").add("P")
        lines = paragraph(body, item, inner, column.style, before=1.2 if strips else 2.0)
        if lines:
            lines[0].draw = _with_label(lines[0].draw, marker, label, column)
        strips += lines
    if len(strips) > 1:
        strips[0].glued = strips[-2].glued = True
    return strips


def _with_label(draw: Draw | None, marker: Element, label: str, column: Column) -> Draw:
    def drawn(pen: Pen, top: float) -> None:
        corner = Place(column.x + _NUMBER_WIDTH - _NUMBER_GAP, top)
        word_before(pen, marker, Run(label), corner, column.style)
        if draw:
            draw(pen, top)

    return drawn


def box(block: Box, column: Column, lay_block: LayBlock) -> list[Strip]:
    """Blocks in a frame; kept whole when a page can hold them."""
    pad_x, pad_y = (_TIGHT_X, _TIGHT_Y) if block.strong else (_PAD_X, _PAD_Y)
    frame = Frame(column.x, column.width, FIRM if block.strong else PALE)
    inner = replace(
        column.inset(pad_x, pad_x),
        parent=column.parent.add("Sect"),
        style=column.style if block.strong else BOXED,
        boxed=True,
    )
    inside = set_blocks(block.blocks, inner, lay_block)
    if not inside:
        return []
    inside[0].before = 0.0
    strips = [Strip(pad_y, before=11.0), *inside, Strip(pad_y)]
    for strip in strips:
        strip.frame = frame
    return glue(strips)
