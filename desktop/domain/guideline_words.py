"""How values of a guideline are said: sums, months, choices, yes and no."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop.domain.guideline_fields import shown_in
from desktop.domain.rule_kind import FigureField, FigureKind
from desktop.domain.swedish import kr, list_of
from desktop.domain.text import Text, plain, say

if TYPE_CHECKING:
    from collections.abc import Mapping


def part_words(part: Mapping[str, Any]) -> str:
    """Give what a goal, a form of grant or a type is called."""
    return str(part.get("name") or part.get("short") or part.get("text") or part.get("key", ""))


def value_words(field: FigureField, value: object) -> Text:
    """Say a value of a field in words; "tomt" for none."""
    known = shown_in(field, value)
    if field.kind is FigureKind.BOOL:
        return say("ja") if known else say("nej")
    if known in ("", (), [], None):
        return say("tomt")
    if isinstance(known, list | tuple):
        words = [str(word) for key, word in field.choices if key in known]
        return plain(list_of(words))
    if isinstance(known, int):
        return _number(field, known)
    return dict(field.choices).get(str(known), plain(str(known)))


def _number(field: FigureField, number: int) -> Text:
    if field.kind is FigureKind.KR:
        return plain(kr(number))
    if field.unit.template:
        return say("{number} {unit}", number=number, unit=field.unit)
    return plain(str(number))
