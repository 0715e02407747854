"""The scale of a chart: round steps that its numbers fit between."""

from __future__ import annotations

from dataclasses import dataclass

_MOST_STEPS = 5
_ROUND = (1, 2, 5)


@dataclass(frozen=True)
class Scale:
    """Round numbers from the lowest to the highest, always with 0 among them."""

    ticks: tuple[int, ...]
    """At least two, rising by the same step."""

    def share(self, value: int) -> float:
        """Tell how far along the scale a number is, 0 to 1."""
        low, high = self.ticks[0], self.ticks[-1]
        return (value - low) / (high - low)


def scale_of(values: list[int]) -> Scale:
    """Make the scale of some numbers."""
    low, high = min(0, *values, 0), max(0, *values, 0)
    step = _step(max(high - low, 1))
    first = (low // step) * step
    last = -(-high // step) * step
    if first == last:
        last = first + step
    return Scale(tuple(range(first, last + 1, step)))


def _step(reach: int) -> int:
    power = 1
    while True:
        for factor in _ROUND:
            if reach <= factor * power * _MOST_STEPS:
                return factor * power
        power *= 10
