"""The structure tree: what each piece of a page is, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

KINDS = frozenset(
    "Document Sect H1 H2 H3 P L LI Lbl LBody Table TR TH TD Figure Link".split()  # noqa: SIM905
)
"""The closed vocabulary of structure elements, all of them PDF's own."""


COLUMN_HEAD = "<</O/Table/Scope/Column>>"
ROW_HEAD = "<</O/Table/Scope/Row>>"
NUMBERS = "<</O/List/ListNumbering/Decimal>>"
DISCS = "<</O/List/ListNumbering/Disc>>"
"""Attributes of heads and lists."""

HEADINGS = frozenset({"H1", "H2", "H3"})
CELLS = frozenset({"TH", "TD"})


@dataclass(frozen=True)
class Mark:
    """A stretch of a page's content that belongs to an element."""

    page: int
    """Page, counted from 0."""
    mcid: int
    """Its number on the page."""


@dataclass(frozen=True)
class Annotation:
    """A link's annotation, placed in its Link element."""

    number: int
    """Its number among all annotations of the file, counted from 0."""


@dataclass(eq=False)
class Element:
    """A structure element; what it holds is added while the pages are drawn."""

    kind: str
    """One of KINDS."""
    attributes: str = ""
    """Attributes as a PDF dictionary, "<</O/Table/Scope/Column>>"; empty for none."""
    alternative: str = ""
    """What a Figure shows, in words."""
    kids: list[Element | Mark | Annotation] = field(default_factory=list)
    """Children and content in reading order."""

    def add(self, kind: str, attributes: str = "", alternative: str = "") -> Element:
        """Add a child at the end and give it."""
        if kind not in KINDS:
            raise ValueError(kind)
        child = Element(kind, attributes, alternative)
        self.kids.append(child)
        return child

    def walk(self) -> Iterator[Element]:
        """Give this element and all below it, in reading order."""
        yield self
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid.walk()


def prune(root: Element) -> None:
    """Take away elements that hold nothing once everything is drawn, but keep empty cells."""
    root.kids = [kid for kid in root.kids if not isinstance(kid, Element) or _holds(kid)]


def level_headings(root: Element) -> None:
    """Mend headings that skip a level, before anything is drawn."""
    level = 0
    for element in root.walk():
        if element.kind in HEADINGS:
            level = min(int(element.kind[1]), level + 1)
            element.kind = f"H{level}"


def _holds(element: Element) -> bool:
    tidied = [kid for kid in element.kids if not isinstance(kid, Element) or _holds(kid)]
    element.kids = tidied
    return bool(tidied) or element.kind in CELLS
