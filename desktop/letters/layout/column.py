"""The column that blocks are set in, with the element that they become part of."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.letters.content.own import SWEDISH, OwnWords
from desktop.letters.layout.style import BODY, Style
from desktop.letters.pdf.tags import Element


@dataclass(frozen=True)
class Column:
    """Where blocks go and what they belong to."""

    x: float
    """Left edge, points."""
    width: float
    """Points."""
    parent: Element
    """The element that the blocks' elements are added to."""
    style: Style = BODY
    """Running text."""
    boxed: bool = False
    """True inside a box, where headings are larger."""
    own: OwnWords = SWEDISH
    """The layer's own words in the paper's language."""
    room: float = 600.0
    """The height that a later page has for text, points."""

    @property
    def right(self) -> float:
        """Right edge, points."""
        return self.x + self.width

    def inset(self, left: float, right: float) -> Column:
        """Give the column made narrower at both edges."""
        return replace(self, x=self.x + left, width=self.width - left - right)
