"""What stands round the text: letterhead, address, running head and footer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.letters.content import Run
from desktop.letters.layout import foot
from desktop.letters.layout.grid import Slot
from desktop.letters.layout.lines import break_lines, measure
from desktop.letters.layout.style import (
    BODY,
    FOOTER,
    LABEL,
    LABEL_WIDTH,
    LEFT,
    MM,
    RIGHT,
    SENDER,
    SIDE,
    SIDE_BOLD,
    SIDE_WIDTH,
    SIGN,
    SMALL,
    THIN,
    TOP,
    Style,
)
from desktop.letters.layout.words import draw_line, grey, word
from desktop.letters.pdf.pen import HEADER
from desktop.letters.pdf.shapes import Area, Place

if TYPE_CHECKING:
    from desktop.letters.content import Document
    from desktop.letters.layout.lines import Line
    from desktop.letters.pdf.pen import Pen
    from desktop.letters.pdf.tags import Element
    from desktop.letters.pictures import Picture

COAT = "coat"
"""The name of the coat of arms in the file."""

_COAT_SIDE = 34.0
_COAT_GAP = 8.0
_ADDRESS_ROOM = 85 * MM
_ADDRESS_TYPE = ((BODY, 14.2), (SMALL, 11.6), (FOOTER, 9.6))
_UNDER_HEAD = 4.0
_AFTER_ADDRESS = 22.0
_WINDOW_HEIGHT = 31 * MM
_AFTER_HEAD, _AFTER_RUNNING = 14.0, 20.0
_BARE_FOOT = 11 * MM
_ABOVE_FOOTER = 16.0
_MOST_RUNNING = 2
_BESIDE = 12.0
_MARK_TOP, _MARK_PAD = 20.0, 9.0


@dataclass(frozen=True)
class Surround:
    """What stands round the text of one document on its pages."""

    document: Document
    """The document."""
    width: float
    """Of the page, points."""
    height: float
    """Of the page, points."""
    picture: Picture | None
    """The coat of arms."""

    @property
    def right(self) -> float:
        """Right edge of the text."""
        return self.width - RIGHT

    @property
    def first_top(self) -> float:
        """Where the text of the first page begins: below letterhead, address and window."""
        document, head = self.document, self._head_end(first=True) + _AFTER_HEAD
        if not document.recipient:
            return head
        top = self._address_top
        _, leading, address = self._address()
        end = top + sum(map(len, address)) * leading
        beside = self._beside_end() + _AFTER_HEAD if self._beside else 0.0
        return max(head, end + _AFTER_ADDRESS, top + _WINDOW_HEIGHT, beside)

    @property
    def top(self) -> float:
        """Where the text of later pages begins."""
        return self._head_end(first=False) + _AFTER_RUNNING

    @property
    def bottom(self) -> float:
        """Where the text of every page ends."""
        footer = foot.height(self.document, self.right - LEFT)
        return self.height - (footer + _ABOVE_FOOTER if footer else _BARE_FOOT)

    def first(self, pen: Pen, owner: Element, pages: int) -> None:
        """Draw the letterhead and the address, which are read first."""
        self._mark(pen, owner.add("P"))
        corner = Place(LEFT, TOP)
        if self.picture:
            corner = corner.moved(right=self._coat(pen, owner, self.picture))
        for slot, lines in self._sender(corner.x):
            slot.draw(pen, owner.add("P"), lines, corner.y)
            corner = corner.moved(down=len(lines) * slot.style.leading + 0.4)
        self._side(pen, owner, (1, pages))
        window = self.document.window
        corner = Place(window.left * MM, self._address_top)
        style, leading, address = self._address()
        for lines in address:
            element = owner.add("P")
            for part in lines:
                draw_line(pen, element, part, corner, style)
                corner = corner.moved(down=leading)
        if window.fold:
            pen.rule(Place(4 * MM, window.fold * MM), 8 * MM, THIN)

    def later(self, pen: Pen, number: int, pages: int) -> None:
        """Draw the running head of a later page: nothing that is not said on the first."""
        self._mark(pen, HEADER)
        top = TOP
        for place, said in enumerate(self.document.running):
            style = SIDE if place else SIDE_BOLD
            slot = Slot(LEFT, self._side_x() - LEFT - _BESIDE, style)
            lines = slot.lines((Run(said),))[:_MOST_RUNNING]
            slot.draw(pen, HEADER, lines, top)
            top += len(lines) * style.leading
        self._side(pen, None, (number, pages))

    def footer(self, pen: Pen, owner: Element | None) -> None:
        """Draw the footer; where an element owns it, it is read."""
        foot.draw(self.document, pen, owner, Area(LEFT, 0.0, self.right - LEFT, self.height))

    def _mark(self, pen: Pen, owner: Element | str) -> None:
        """Say at the top of the page that this is no original."""
        said = Run(self.document.mark, bold=True)
        if not said.text:
            return
        wide = measure((said,), SIDE) + 2 * _MARK_PAD
        area = Area((self.width - wide) / 2, _MARK_TOP, wide, SIDE.leading + 3)
        pen.artifact()
        pen.frame(area, SIGN)
        word(pen, owner, said, Place(area.x + _MARK_PAD, area.y + 1.5), SIDE)

    def _sender(self, x: float) -> list[tuple[Slot, list[Line]]]:
        head = self.document.letterhead
        said = [(head.municipality, SENDER), *((line, SIDE) for line in head.lines)]
        slots = [Slot(x, self._side_x() - x - _BESIDE, style) for _, style in said]
        return [
            (slot, slot.lines((Run(text),))) for slot, (text, _) in zip(slots, said, strict=True)
        ]

    @property
    def _address_top(self) -> float:
        """Where the address begins: in the window, but never over a long letterhead."""
        window = self.document.window
        above = self._sender_end()
        if window.left * MM + self._address_room > self._side_x():
            above = self._head_end(first=True)
        return max(window.top * MM, above + _UNDER_HEAD)

    @property
    def _address_room(self) -> float:
        return min(_ADDRESS_ROOM, self.right - self.document.window.left * MM)

    def _address(self) -> tuple[Style, float, list[list[Line]]]:
        """Break the address to the window's width, in smaller type where it would be too high."""
        room = self._address_room
        for style, leading in _ADDRESS_TYPE:
            broken = [break_lines((Run(line),), room, style) for line in self.document.recipient]
            if sum(map(len, broken)) * leading <= _WINDOW_HEIGHT:
                break
        return style, leading, broken

    def _coat(self, pen: Pen, owner: Element, picture: Picture) -> float:
        scale = _COAT_SIDE / max(picture.width, picture.height)
        area = Area(LEFT, TOP, picture.width * scale, picture.height * scale)
        said = self.document.own.coat.format(self.document.letterhead.municipality)
        figure = owner.add("Figure", alternative=said)
        pen.mark(figure)
        figure.attributes = pen.bounds(area)
        pen.picture(COAT, picture, area)
        return area.width + _COAT_GAP

    def _side_x(self) -> float:
        return self.right - SIDE_WIDTH

    @property
    def _beside(self) -> bool:
        """Say whether a window at the right moves day and numbers to the left of the address."""
        left = self.document.window.left * MM
        return bool(self.document.recipient) and left >= LEFT + SIDE_WIDTH + _BESIDE

    def _beside_end(self) -> float:
        return self._address_top + self._rows(self._values(LEFT)) * SIDE.leading

    def _rows(self, values: Slot) -> int:
        return sum(len(values.lines((Run(value),))) for _, value in self.document.side) + 1

    def _values(self, x: float) -> Slot:
        labels = [label for label, _ in self.document.side]
        widest = max((measure((Run(label),), SIDE) for label in labels), default=0.0)
        wide = max(LABEL_WIDTH, widest + 9)
        return Slot(x + wide, SIDE_WIDTH - wide, SIDE)

    def _side(self, pen: Pen, owner: Element | None, page: tuple[int, int]) -> None:
        corner = Place(self._side_x(), TOP)
        if self.document.label:
            style, gap = (LABEL, 2.0) if owner else (SIDE_BOLD, 0.0)
            said = owner.add("P") if owner else HEADER
            word(pen, said, Run(self.document.label), corner.moved(down=-1), style)
            corner = corner.moved(down=style.leading + gap)
        if owner and self._beside:
            corner = Place(LEFT, self._address_top)
        values = self._values(corner.x)
        for label, value in self.document.side:
            said = owner.add("P") if owner else HEADER
            word(pen, said, grey(f"{label} "), corner, SIDE)
            lines = values.lines((Run(value),))
            values.draw(pen, said, lines, corner.y)
            corner = corner.moved(down=len(lines) * SIDE.leading)
        own = self.document.own
        word(pen, HEADER, grey(f"{own.page} "), corner, SIDE)
        word(pen, HEADER, Run(f"{page[0]} {own.of} {page[1]}"), Place(values.x, corner.y), SIDE)

    def _head_end(self, *, first: bool) -> float:
        side = self._side_end(first=first)
        return max(side, self._sender_end()) if first else side

    def _side_end(self, *, first: bool) -> float:
        rows = 0 if first and self._beside else self._rows(self._values(self._side_x()))
        label = (LABEL.leading + 2 if first else SIDE.leading) if self.document.label else 0.0
        return TOP + label + rows * SIDE.leading

    def _sender_end(self) -> float:
        beside = LEFT + (_COAT_SIDE + _COAT_GAP if self.picture else 0.0)
        sender = sum(len(lines) * slot.style.leading + 0.4 for slot, lines in self._sender(beside))
        return TOP + max(sender, _COAT_SIDE if self.picture else 0.0)
