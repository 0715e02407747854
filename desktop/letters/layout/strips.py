"""Strips: the slices of a paper that are never cut, and how they are laid on pages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from desktop.letters.pdf.pen import Pen
from desktop.letters.pdf.shapes import Stroke

Draw: TypeAlias = Callable[[Pen, float], None]
"""Draws a strip whose top edge is at the given y."""


@dataclass(eq=False)
class Frame:
    """A frame round the strips of a box."""

    x: float
    """Left edge, points."""
    width: float
    """Points."""
    stroke: Stroke
    """How it is drawn."""


@dataclass(eq=False)
class Strip:
    """A slice of the paper as wide as the text."""

    height: float
    """Points."""
    draw: Draw | None = None
    """Draws it; None for empty room."""
    before: float = 0.0
    """Room above, left out at the top of a page."""
    glued: bool = False
    """True when the next strip has to be on the same page."""
    head: Strip | None = None
    """What is drawn again above this strip when it begins a page."""
    frame: Frame | None = None
    """The frame it stands in."""
    low: bool = False
    """True for what stands at the foot of the last page."""
    fresh: bool = False
    """True for what begins a new page."""


@dataclass
class Laid:
    """A page with the strips laid on it."""

    placed: list[tuple[float, Strip]] = field(default_factory=list)
    """Top edge and strip."""


def glue(strips: list[Strip]) -> list[Strip]:
    """Keep strips together on one page, the last one free from what follows."""
    for strip in strips[:-1]:
        strip.glued = True
    return strips


def lay(strips: list[Strip], first_top: float, top: float, bottom: float) -> list[Laid]:
    """Lay strips on pages; `first_top` is the first page's top, `bottom` every page's end."""
    pages = [Laid()]
    y = first_top
    for bunch in _bunches(strips):
        need = _height(bunch, fresh=not pages[-1].placed)
        if pages[-1].placed and (y + need > bottom or bunch[0].fresh):
            pages.append(Laid())
            y = top
        for strip in bunch:
            placed = pages[-1].placed
            before = strip.before if placed else 0.0
            if placed and y + before + strip.height > bottom + 0.01:
                placed = _turn(pages)
                y, before = top, 0.0
            if not placed and strip.head:
                placed.append((y, strip.head))
                y += strip.head.height
            if strip.low:
                y = max(y, bottom - _height(bunch, fresh=True))
                strip.low = False
            y += before
            placed.append((y, strip))
            y += strip.height
    return pages


def _turn(pages: list[Laid]) -> list[tuple[float, Strip]]:
    pages.append(Laid())
    return pages[-1].placed


def _bunches(strips: list[Strip]) -> list[list[Strip]]:
    bunches: list[list[Strip]] = []
    open_bunch = False
    for strip in strips:
        if open_bunch and not strip.fresh:
            bunches[-1].append(strip)
        else:
            bunches.append([strip])
        open_bunch = strip.glued
    return bunches


def _height(bunch: list[Strip], *, fresh: bool) -> float:
    room = sum(strip.before + strip.height for strip in bunch)
    return room - bunch[0].before if fresh else room
