"""The structure tree: what each piece of a page is, in reading order."""

from __future__ import annotations

from dataclasses import dataclass, field

KINDS = frozenset(
    "Document Sect H1 H2 H3 P Span L LI Lbl LBody Table TR TH TD Figure Link".split()  # noqa: SIM905
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
    language: str = ""
    """Language tag, where it is another than the parent's."""
    target: str = ""
    """Where a Link leads."""
    words: str = ""
    """What a Link says, put together line by line."""

    def add(self, kind: str, attributes: str = "", alternative: str = "") -> Element:
        """Add a child at the end and give it."""
        if kind not in KINDS:
            raise ValueError(kind)
        child = Element(kind, attributes, alternative)
        self.kids.append(child)
        return child

    def inside(self, kind: str, language: str, target: str = "") -> Element:
        """Give the child for a stretch of text: the last one, when it is still about the same."""
        last = self.kids[-1] if self.kids else None
        if isinstance(last, Element) and (last.kind, last.language, last.target) == (
            kind,
            language,
            target,
        ):
            return last
        child = self.add(kind)
        child.language, child.target = language, target
        return child

    def walk(self) -> list[Element]:
        """Give this element and all below it, in reading order."""
        found: list[Element] = []
        waiting = [self]
        while waiting:
            element = waiting.pop()
            found.append(element)
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]
        return found


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
