"""Figures that several kinds of rule take, made the same way every time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.rule_kind import FigureField, FigureKind
from desktop.domain.spoken import MONTHS
from desktop.domain.swedish import kr
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.guideline import RuleData

WHOLE = 100
"""All of something, per cent."""
_LONGEST_MONTHS = 120


def kr_field(key: str, label: Text, default: int | None = None, **more: Any) -> FigureField:  # noqa: ANN401
    """Make a figure in whole kronor, at least 1."""
    more.setdefault("low", 1)
    return FigureField(
        key=key, label=label, kind=FigureKind.KR, unit=say("kr"), default=default, **more
    )


def percent_field(key: str, label: Text, default: int | None = None, **more: Any) -> FigureField:  # noqa: ANN401
    """Make a figure in per cent, 1 to 100."""
    return FigureField(
        key=key,
        label=label,
        kind=FigureKind.PERCENT,
        unit=say("%"),
        default=default,
        low=1,
        high=WHOLE,
        **more,
    )


def months_field(key: str, label: Text, default: int | None = None, **more: Any) -> FigureField:  # noqa: ANN401
    """Make a figure in months, 1 to 120."""
    return FigureField(
        key=key,
        label=label,
        kind=FigureKind.MONTHS,
        unit=say("månader"),
        default=default,
        low=1,
        high=_LONGEST_MONTHS,
        **more,
    )


def yes_field(key: str, label: Text, *, default: bool, **more: Any) -> FigureField:  # noqa: ANN401
    """Make a figure that is yes or no."""
    return FigureField(key=key, label=label, kind=FigureKind.BOOL, default=default, **more)


def number(rule: RuleData, key: str) -> int | None:
    """Give a whole number among a rule's figures; None when it has none that can be read."""
    value = rule.figures.get(key)
    return value if isinstance(value, int) and not isinstance(value, bool) else None


def money(rule: RuleData, key: str) -> Text:
    """Give a figure as kronor, or dots where nobody has written one."""
    value = number(rule, key)
    return say("… kr") if value is None else plain(kr(value))


def count(rule: RuleData, key: str) -> Text:
    """Give a figure as digits, or dots where nobody has written one."""
    value = number(rule, key)
    return say("…") if value is None else plain(str(value))


def joined(words: Sequence[Text]) -> Text:
    """Join Texts as a sentence does: `a`, `a och b`, `a, b och c`; nothing for none."""
    if not words:
        return Text("")
    first, *more = words
    for each in more[:-1]:
        first = say("{first}, {other}", first=first, other=each)
    return say("{first} och {other}", first=first, other=more[-1]) if more else first


def months_words(months: int | None) -> Text:
    """Give "en månad", "24 månader"."""
    if months is None:
        return say("… månader")
    return say("en månad") if months == 1 else say("{count} månader", count=months)


def day_words(day: object) -> Text:
    """Give a day of every year: "31 oktober"; dots where it cannot be read."""
    parts = str(day or "").split("-")
    if len(parts) != 2 or not all(each.isdigit() for each in parts):  # noqa: PLR2004 - MM-DD
        return say("…")
    month, number_of_day = map(int, parts)
    if not 1 <= month <= len(MONTHS):
        return say("…")
    return say("{day}\u00a0{month}", day=number_of_day, month=MONTHS[month - 1])
