"""The footer: who to turn to, and the Kontrolltal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import Align, Run
from desktop.letters.layout.grid import Slot
from desktop.letters.layout.lines import measure
from desktop.letters.layout.style import EDGE, FOOTER, MM
from desktop.letters.layout.words import grey
from desktop.letters.pdf.pen import FOOTER as ARTIFACT
from desktop.letters.pdf.shapes import Place

if TYPE_CHECKING:
    from desktop.letters.content import Document, FooterColumn
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.shapes import Area
    from desktop.letters.pdf.tags import Element

_BELOW = 8 * MM
_ABOVE = 7.0
_FEW = 2
_LARGER_SHARE = 1.25


def height(document: Document, width: float) -> float:
    """Give the footer's height from the paper's foot to the line above it; 0 for none."""
    found = document.footer
    slots = [Slot(0.0, _room(len(found), width), FOOTER, each.align) for each in found]
    rows = [
        sum(len(slot.lines((Run(line),))) for line in column.lines)
        for slot, column in zip(slots, found, strict=True)
    ]
    return _BELOW + max(rows) * FOOTER.leading + _ABOVE if rows else 0.0


def draw(document: Document, pen: Pen, owner: Element | None, page: Area) -> None:
    """Draw the footer between the edges of `page`; its height is the paper's."""
    found = document.footer
    if not found:
        return
    top = page.height - height(document, page.width)
    pen.mark(ARTIFACT)
    pen.stroke(Place(page.x, top), page.x + page.width, EDGE)
    for column, slot in zip(found, _slots(found, page), strict=True):
        at = top + _ABOVE
        for line in column.lines:
            lines = slot.lines((grey(line),))
            slot.draw(pen, owner.add("P") if owner else ARTIFACT, lines, at)
            at += len(lines) * FOOTER.leading


def _slots(found: tuple[FooterColumn, ...], page: Area) -> list[Slot]:
    """Set the columns side by side with the same room between them."""
    most = _room(len(found), page.width)
    widths = [
        min(max(measure((Run(line),), FOOTER) for line in column.lines) + 0.1, most)
        for column in found
    ]
    if len(found) == 1 and found[0].align is Align.RIGHT:
        return [Slot(page.x + page.width - widths[0], widths[0], FOOTER, Align.RIGHT)]
    gap = (page.width - sum(widths)) / max(len(found) - 1, 1)
    slots, x = [], page.x
    for column, wide in zip(found, widths, strict=True):
        slots.append(Slot(x, wide, FOOTER, column.align))
        x += wide + gap
    return slots


def _room(count: int, width: float) -> float:
    if count < _FEW:
        return width
    return width / count * (_LARGER_SHARE if count > _FEW else 1.0) - 12
