"""The explained calculation of a case as columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.rule import group
from desktop.ui.i18n import shown, tr
from desktop.ui.spoken import count_word
from desktop.ui.widgets.calculation import SumLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.rule import Limit, Part
    from desktop.flow.picture import Picture


COUNTED = ("÷", "×")
"""Signs after which a count stands, not kronor."""


def calculation(seen: Picture) -> list[list[SumLine]]:
    """Give a column for each ceiling that has rows, and one that compares them."""
    limits = tuple(seen.limits)
    columns = [_column(limit) for limit in limits if limit.parts]
    return [*columns, _compared(seen, limits)]


def _column(limit: Limit) -> list[SumLine]:
    result = SumLine(
        sign="=",
        label=shown(limit.title),
        value=group(limit.amount),
        line=True,
        strong=limit.deciding,
    )
    return [*(_part(part) for part in limit.parts), result]


def _part(part: Part) -> SumLine:
    label = shown(part.label)
    return SumLine(
        sign=part.sign,
        label=f"{label}," if part.case else label,
        value=str(part.amount) if part.sign in COUNTED else group(part.amount),
        link=part.case,
    )


def _compared(seen: Picture, limits: Sequence[Limit]) -> list[SumLine]:
    asked = next((limit.amount for limit in limits if not limit.parts), seen.application.asked)
    lowest = max(0, min((limit.amount for limit in limits), default=asked))
    lines = [SumLine(label=tr("Sökt"), value=group(asked))]
    if len(limits) > 1:
        label = tr("Minst av de {count}", count=count_word(len(limits)))
        lines.append(SumLine(label=label, value=group(lowest), strong=True))
    decision = seen.decision
    if decision is not None and decision.granted != lowest:
        lines.append(SumLine(label=tr("Beviljat"), value=group(decision.granted), strong=True))
        if decision.deviation:
            lines.append(SumLine(label=decision.deviation, muted=True))
        return lines
    lines.append(
        SumLine(label=_why(limits, asked, lowest, decided=decision is not None), muted=True)
    )
    return lines


def _why(limits: Sequence[Limit], asked: int, lowest: int, *, decided: bool) -> str:
    deciding = next((limit for limit in limits if limit.deciding), None)
    if deciding is None or not deciding.parts:
        return tr("Det sökta beloppet ryms")
    rest = group(asked - lowest)
    title = shown(deciding.title)
    if decided:
        return tr("{limit} avgör; {rest} kr avslås", limit=title, rest=rest)
    return tr("{limit} avgör; {rest} kr ryms inte", limit=title, rest=rest)
