"""The words and shares of pots drawn as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import kr
from desktop.letters.content import Bars, Pot, Run, Runs

if TYPE_CHECKING:
    from collections.abc import Iterator

LEGEND = ("Beslutat", "Förslag", "Kvar, belopp till höger")
"""What solid, hatched and empty mean."""

PLACE = "Ort"
"""The head of the column with the places."""


def alternative(pot: Pot) -> str:
    """Say in words what the bar shows."""
    return (
        f"Av {kr(pot.cap)} är {kr(pot.decided)} beslutat, "
        f"{kr(pot.proposed)} föreslaget och {kr(pot.left)} kvar."
    )


def shares(pot: Pot) -> tuple[float, float]:
    """Give the shares of the bar that are solid and hatched, 0 to 1, never over the edge."""
    solid = min(max(pot.decided / pot.cap, 0.0), 1.0) if pot.cap else 0.0
    hatched = min(max(pot.proposed / pot.cap, 0.0), 1.0 - solid) if pot.cap else 0.0
    return solid, hatched


def bar_text(bars: Bars) -> Iterator[Runs]:
    """Give the words of the bars in reading order."""
    yield (Run(bars.title, bold=True),)
    yield from ((Run(word),) for word in (*LEGEND, PLACE, *bars.columns))
    for row in bars.rows:
        yield (Run(row.label),)
        yield from ((Run(kr(pot.left)),) for pot in row.pots if pot)
