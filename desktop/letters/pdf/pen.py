"""Draws on a page and marks everything it draws: an element's content, or an artifact."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from desktop.letters.pdf.fonts import faces, stretches
from desktop.letters.pdf.tags import Annotation, Element, Mark

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.letters.pdf.shapes import Area, Place, Stroke
    from desktop.letters.pictures import Picture

Colour: TypeAlias = str
"""Red, green and blue from 0 to 1 as PDF numbers: "0 0 0"."""

Part: TypeAlias = tuple[str, bool, Colour]
"""A stretch of text, whether it is bold, and its colour."""

ARTIFACT = "/Artifact BMC"
HEADER = "/Artifact<</Type/Pagination/Subtype/Header>>BDC"
FOOTER = "/Artifact<</Type/Pagination/Subtype/Footer>>BDC"


class Untagged(Exception):  # noqa: N818 - a fault of the program, found in tests
    """Something was drawn outside every element and artifact."""


@dataclass(frozen=True)
class LinkArea:
    """A rectangle of a page that leads somewhere."""

    page: int
    """Page, counted from 0."""
    rectangle: tuple[float, float, float, float]
    """Left, bottom, right, top in points."""
    owner: Element
    """The Link; it knows the address and all the words, also those on the next line."""


@dataclass
class Page:
    """A page as it is drawn."""

    width: float
    """Points."""
    height: float
    """Points."""
    operators: list[str] = field(default_factory=list)
    """Content stream."""
    marked: list[Element] = field(default_factory=list)
    """The element of each marked content, by its number."""


class Pen:
    """Draws on the last page; y counts downwards from its top edge, in points."""

    def __init__(self, document: object) -> None:
        """Draw into a ReportLab document, which collects the characters of each font."""
        self._document = document
        self.pages: list[Page] = []
        self.links: list[LinkArea] = []
        self.pictures: dict[int, dict[str, Picture]] = {}
        self._open: Element | str | None = None
        self._ink: dict[str, Colour] = {}
        self._codes: dict[str, dict[str, str]] = {}
        self._names: dict[tuple[str, int], str] = {}

    def new_page(self, width: float, height: float) -> None:
        """Begin a page."""
        self.close()
        self.pages.append(Page(width, height))
        self._ink = {}

    def close(self) -> None:
        """End the mark that is open; nothing can be drawn before the next."""
        if self._open is not None:
            self._write("EMC")
        self._open = None

    def mark(self, owner: Element | str) -> None:
        """What is drawn from now on belongs to an element, or is an artifact of a kind."""
        if self._open is owner:
            return
        self.close()
        if isinstance(owner, Element):
            page = self.pages[-1]
            number = len(page.marked)
            page.marked.append(owner)
            owner.kids.append(Mark(len(self.pages) - 1, number))
            self._write(f"/{owner.kind}<</MCID {number}>>BDC")
        else:
            self._write(owner)
        self._open = owner

    def artifact(self) -> None:
        """What is drawn from now on has no meaning of its own: a rule, a background."""
        self.mark(ARTIFACT)

    def line(self, place: Place, parts: Sequence[Part], size: float) -> None:
        """Draw stretches of text after each other, from a point on the base line."""
        written = ["BT", f"1 0 0 1 {place.x:.2f} {self._up(place.y):.2f} Tm"]
        for text, bold, colour in parts:
            written.append(self._inked("rg", colour))
            for face, stretch in stretches(text, bold):
                written += self._shown(face, stretch, size)
        written.append("ET")
        self._paint(" ".join(filter(None, written)))

    def _shown(self, face: str, text: str, size: float) -> list[str]:
        known = self._codes.setdefault(face, {})
        try:
            codes = "".join([known[character] for character in text])
        except KeyError:
            return self._shown_first(face, text, size)
        return [f"{self._names[face, 0]} {size:g} Tf <{codes}> Tj"]

    def _shown_first(self, face: str, text: str, size: float) -> list[str]:
        """Let ReportLab give codes to new characters, and remember those of the first subset."""
        font, known = faces()[face].font, self._codes[face]
        split = font.splitString(text, self._document)
        if len(split) == 1 and not split[0][0]:
            known |= {
                character: f"{code:02x}" for character, code in zip(text, split[0][1], strict=True)
            }
        for subset, _ in split:
            self._names[face, subset] = font.getSubsetInternalName(subset, self._document)
        return [
            f"{self._names[face, subset]} {size:g} Tf <{codes.hex()}> Tj" for subset, codes in split
        ]

    def rule(self, place: Place, right: float, stroke: Stroke) -> None:
        """Draw a horizontal line from a point to `right`, as an artifact."""
        self.artifact()
        self.stroke(place, right, stroke)

    def stroke(self, place: Place, right: float, stroke: Stroke) -> None:
        """Draw a horizontal line from a point to `right` as part of what is open."""
        ink, up = self._inked("RG", stroke.colour), self._up(place.y)
        self._paint(f"{ink} {stroke.weight:g} w {place.x:.2f} {up:.2f} m {right:.2f} {up:.2f} l S")

    def upright(self, place: Place, bottom: float, stroke: Stroke) -> None:
        """Draw a vertical line from a point down to `bottom` as part of what is open."""
        ink, x = self._inked("RG", stroke.colour), f"{place.x:.2f}"
        ends = f"{x} {self._up(place.y):.2f} m {x} {self._up(bottom):.2f} l"
        self._paint(f"{ink} {stroke.weight:g} w {ends} S")

    def frame(self, area: Area, stroke: Stroke) -> None:
        """Draw the outline of a rectangle."""
        ink = self._inked("RG", stroke.colour)
        self._paint(f"{ink} {stroke.weight:g} w {self._box(area)} S")

    def fill(self, area: Area, colour: Colour) -> None:
        """Fill a rectangle."""
        self._paint(f"{self._inked('rg', colour)} {self._box(area)} f")

    def hatch(self, area: Area, gap: float, stroke: Stroke) -> None:
        """Fill a rectangle with slanting lines."""
        bottom, top = self._up(area.y + area.height), self._up(area.y)
        lines = []
        start = area.x - area.height
        while start < area.x + area.width:
            lines.append(f"{start:.2f} {bottom:.2f} m {start + area.height:.2f} {top:.2f} l")
            start += gap
        # The state is restored, so the colour that was set before still holds afterwards.
        ink = f"{stroke.colour} RG {stroke.weight:g} w"
        self._paint(f"q {self._box(area)} W n {ink} {' '.join(lines)} S Q")

    def picture(self, name: str, picture: Picture, area: Area) -> None:
        """Place a picture; the file keeps pictures of one name once."""
        self.pictures.setdefault(len(self.pages) - 1, {})[name] = picture
        matrix = f"{area.width:.2f} 0 0 {area.height:.2f} {area.x:.2f}"
        self._paint(f"q {matrix} {self._up(area.y + area.height):.2f} cm /{name} Do Q")

    def link(self, element: Element, area: Area) -> None:
        """Make an area of the page lead where a Link does."""
        right, bottom = area.x + area.width, area.y + area.height
        rectangle = (area.x, self._up(bottom), right, self._up(area.y))
        element.kids.append(Annotation(len(self.links)))
        self.links.append(LinkArea(len(self.pages) - 1, rectangle, element))

    def bounds(self, area: Area) -> str:
        """Give the attributes of a figure that takes up a rectangle of this page."""
        low, high = self._up(area.y + area.height), self._up(area.y)
        right = area.x + area.width
        return f"<</O/Layout/BBox[{area.x:.2f} {low:.2f} {right:.2f} {high:.2f}]>>"

    def _up(self, y: float) -> float:
        return self.pages[-1].height - y

    def _box(self, area: Area) -> str:
        up = self._up(area.y + area.height)
        return f"{area.x:.2f} {up:.2f} {area.width:.2f} {area.height:.2f} re"

    def _inked(self, operator: str, colour: Colour) -> str:
        if self._ink.get(operator) == colour:
            return ""
        self._ink[operator] = colour
        return f"{colour} {operator}"

    def _paint(self, operators: str) -> None:
        if self._open is None:
            raise Untagged(operators)
        self._write(operators)

    def _write(self, operators: str) -> None:
        self.pages[-1].operators.append(operators)
