"""Points, rectangles and lines on a page, in points from its top left corner."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A point."""

    x: float
    """From the left edge."""
    y: float
    """From the top edge."""

    def moved(self, right: float = 0.0, down: float = 0.0) -> Place:
        """Give the point moved to the right and down."""
        return Place(self.x + right, self.y + down)


@dataclass(frozen=True)
class Area:
    """A rectangle."""

    x: float
    """Its left edge."""
    y: float
    """Its top edge."""
    width: float
    """Its width."""
    height: float
    """Its height."""


@dataclass(frozen=True)
class Stroke:
    """How a line is drawn."""

    weight: float
    """Its thickness."""
    colour: str
    """Red, green and blue from 0 to 1 as PDF numbers: "0 0 0"."""
