"""The parts that a paper is made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from desktop.letters.content.bilingual import SideBySide
from desktop.letters.content.charts import Chart
from desktop.letters.content.scans import PagePicture
from desktop.letters.content.text import Align, Runs


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading inside the letter; never left alone at the foot of a page."""

    text: str
    """The words."""
    level: int = 2
    """2 for a part of the letter, 3 inside such a part."""
    fresh: bool = False
    """True to begin a new page with it."""


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """Running text."""

    runs: Runs
    """The words."""
    small: bool = False
    """True for notes in smaller type."""


@dataclass(frozen=True, kw_only=True)
class Lead:
    """The sentence that stands alone, in large type with a bar at its left."""

    runs: Runs
    """The words."""


@dataclass(frozen=True, kw_only=True)
class Amount:
    """One line of a reckoning."""

    label: str
    """What the sum is."""
    value: str
    """The sum as text, "6 500 kr"."""
    bold: bool = False
    """True for the sum that decides."""
    rule: bool = False
    """True for a line above: what is above it adds up to or leads to this."""
    note: str = ""
    """A grey second line."""


@dataclass(frozen=True, kw_only=True)
class Amounts:
    """A reckoning: labels at the left, sums aligned at the right."""

    rows: tuple[Amount, ...]
    """The lines."""
    wide: bool = True
    """False keeps the sums close to short labels."""


@dataclass(frozen=True, kw_only=True)
class Fields:
    """Facts as label and value, such as who is paid and from which account."""

    rows: tuple[tuple[str, Runs], ...]
    """Label and value."""


@dataclass(frozen=True, kw_only=True)
class Numbered:
    """A numbered list, such as conditions that others refer to by number."""

    items: tuple[Runs, ...]
    """The items."""


@dataclass(frozen=True, kw_only=True)
class Bullets:
    """A list without order."""

    items: tuple[Runs, ...]
    """The items."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """A column of a table."""

    title: str
    """Its head."""
    weight: float
    """Its share of the width, compared to the other columns."""
    align: Align = Align.LEFT
    """RIGHT for numbers."""
    second: Runs = ()
    """A second line of the head: the same in another language."""


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A cell: one or several lines, each wrapped in the column."""

    lines: tuple[Runs, ...] = ()
    """The lines; none for an empty cell."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table; its head is repeated on every page, its rows are never broken."""

    columns: tuple[Column, ...]
    """The columns."""
    rows: tuple[tuple[Cell, ...], ...]
    """The rows, each with as many cells as there are columns."""
    total: tuple[Cell, ...] = ()
    """The last row, under a line; nothing for none."""
    small: bool = False
    """True for the smaller type of wide lists."""
    row_heads: bool = False
    """True when the first cell of a row says what the row is about."""


@dataclass(frozen=True, kw_only=True)
class Pot:
    """What a pot holds and what of it is spoken for, whole kronor."""

    cap: int
    """What the pot holds; more than 0."""
    decided: int
    """Decided, 0 to cap."""
    proposed: int
    """Proposed in this paper."""
    left: int
    """What is left when the proposals are decided; below 0 when they are too much."""


@dataclass(frozen=True, kw_only=True)
class BarRow:
    """The pots of one place."""

    label: str
    """The place."""
    pots: tuple[Pot | None, ...]
    """One for each scheme; None where there is no such pot."""


@dataclass(frozen=True, kw_only=True)
class Bars:
    """Pots as bars with the sum left beside: solid, hatched and empty, so grey print keeps them."""

    title: str
    """The heading at the left of the legend."""
    columns: tuple[str, ...]
    """The schemes; one to three."""
    rows: tuple[BarRow, ...]
    """The places."""


@dataclass(frozen=True, kw_only=True)
class CheckRows:
    """Names with boxes to tick and a line to sign on."""

    boxes: tuple[str, ...]
    """What each box means."""
    names: tuple[str, ...]
    """One row each."""
    signature: str = ""
    """The head of the column to sign in; empty for no such column."""


@dataclass(frozen=True, kw_only=True)
class Lines:
    """Empty ruled lines to write on."""

    count: int
    """How many."""


@dataclass(frozen=True, kw_only=True)
class Signature:
    """A line to sign on, with name and title under it."""

    name: str
    """The name; empty leaves a line for it."""
    title: str = ""
    """The title or what the signature is for."""
    second: Runs = ()
    """A line under it: the same in another language."""


@dataclass(frozen=True, kw_only=True)
class Signatures:
    """Several lines to sign on, side by side."""

    each: tuple[Signature, ...]
    """Two or three."""


@dataclass(frozen=True, kw_only=True)
class Notes:
    """Small grey explanations, kept at the foot of the last page."""

    lines: tuple[Runs, ...]
    """One paragraph each."""
    right: tuple[str, ...] = ()
    """Short lines at the right, such as who drew the paper up."""


@dataclass(frozen=True, kw_only=True)
class Box:
    """Parts in a frame, kept on one page when they fit there."""

    blocks: tuple[Heading | Paragraph | Numbered | Bullets, ...]
    """The parts."""
    strong: bool = False
    """True for a darker, tighter frame: something to mind."""


Block: TypeAlias = (
    Heading
    | Paragraph
    | Lead
    | Amounts
    | Fields
    | Numbered
    | Bullets
    | Table
    | Bars
    | CheckRows
    | Lines
    | Signature
    | Signatures
    | Notes
    | Box
    | SideBySide
    | Chart
    | PagePicture
)
