"""A whole paper with what stands round its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from desktop.letters.content.blocks import Block
from desktop.letters.content.own import OwnWords, own_words
from desktop.letters.content.text import Align


@dataclass(frozen=True, kw_only=True)
class FooterColumn:
    """A column at the foot of every page."""

    lines: tuple[str, ...]
    """Its lines."""
    align: Align = Align.LEFT
    """RIGHT for the last column."""


@dataclass(frozen=True, kw_only=True)
class Letterhead:
    """Who writes."""

    municipality: str
    """"Piteå kommun"."""
    lines: tuple[str, ...] = ()
    """Department and on whose behalf."""
    coat: bytes | None = None
    """The coat of arms as a PNG or JPEG picture."""
    footer: tuple[FooterColumn, ...] = ()
    """What stands at the foot of every page."""


@dataclass(frozen=True, kw_only=True)
class Window:
    """Where the envelope's window shows the address, millimetres from the paper's corner."""

    left: float = 25.0
    """From the left edge: 25 for a window at the left, about 115 for one at the right."""
    top: float = 47.0
    """From the top edge to the first line of the address."""
    fold: float = 0.0
    """Where a small mark shows the fold, from the top edge; 0 for no mark."""


@dataclass(frozen=True, kw_only=True)
class Document:
    """A whole paper: everything its pages say, and nothing about how they are drawn."""

    kind: str
    """Key of the template, "decision_granted"."""
    doc_id: str
    """Stable id of this very paper; no two papers share one. It becomes the file's /ID."""
    title: str
    """The file's title."""
    created: date
    """The day the paper is dated; also the file's creation time."""
    letterhead: Letterhead
    """Who writes."""
    heading: str
    """The matter, as the paper's only heading of level 1."""
    language: str = "sv-SE"
    """Language tag of the text."""
    label: str = ""
    """What the paper is, at the top right: "Delegationsbeslut"."""
    side: tuple[tuple[str, str], ...] = ()
    """Label and value under it: day, reference number. The page number follows by itself."""
    recipient: tuple[str, ...] = ()
    """Name and address in the window; none for a paper without recipient."""
    subtitle: str = ""
    """A line under the heading."""
    blocks: tuple[Block, ...] = ()
    """The parts in reading order."""
    running: tuple[str, ...] = ()
    """Two short lines at the top left of the second and later pages."""
    checksum: str = ""
    """Twelve hexadecimal digits of the register's head, at the foot as Kontrolltal; or nothing."""
    landscape: bool = False
    """True for wide lists."""
    dense: bool = False
    """True for sheets that are read at a table: a large heading and smaller text."""
    window: Window = field(default_factory=Window)
    """Where the envelope's window is."""
    mark: str = ""
    """One or two words at the top of every page of what is no original: "Maskad kopia"."""

    @property
    def own(self) -> OwnWords:
        """The layer's own words in the paper's language."""
        return own_words(self.language)

    @property
    def footer(self) -> tuple[FooterColumn, ...]:
        """The columns at the foot of every page, with the Kontrolltal as the last."""
        if not self.checksum:
            return self.letterhead.footer
        fours = [self.checksum[begin : begin + 4] for begin in range(0, len(self.checksum), 4)]
        lines = (self.own.checksum, "\u00a0".join(fours))
        return (*self.letterhead.footer, FooterColumn(lines=lines, align=Align.RIGHT))
