"""The words and shares of pots drawn as bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import Bars, OwnWords, Pot, Run, Runs

if TYPE_CHECKING:
    from collections.abc import Iterator


def alternative(pot: Pot, own: OwnWords) -> str:
    """Say in words what the bar shows."""
    return own.pot.format(
        cap=own.kr(pot.cap),
        decided=own.kr(pot.decided),
        proposed=own.kr(pot.proposed),
        left=own.kr(pot.left),
    )


def shares(pot: Pot) -> tuple[float, float]:
    """Give the shares of the bar that are solid and hatched, 0 to 1, never over the edge."""
    solid = min(max(pot.decided / pot.cap, 0.0), 1.0) if pot.cap else 0.0
    hatched = min(max(pot.proposed / pot.cap, 0.0), 1.0 - solid) if pot.cap else 0.0
    return solid, hatched


def bar_text(bars: Bars, own: OwnWords) -> Iterator[Runs]:
    """Give the words of the bars in reading order."""
    yield (Run(bars.title, bold=True),)
    yield from ((Run(word),) for word in (*own.legend, own.place, *bars.columns))
    for row in bars.rows:
        yield (Run(row.label),)
        yield from ((Run(own.kr(pot.left)),) for pot in row.pots if pot)
