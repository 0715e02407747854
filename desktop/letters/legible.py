"""Facts made fit to be drawn whatever somebody once wrote: what no letter shows gets a number."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar, cast

from desktop.letters.compose import compose, kind_of
from desktop.letters.glyphs import missing_glyphs

if TYPE_CHECKING:
    from desktop.letters.facts import Facts

F = TypeVar("F", bound="Facts")


def legible(facts: F) -> F:
    """Write every character that the letter fonts lack as its number: "[U+1F600]"."""
    missing = {one.character for one in missing_glyphs(compose(kind_of(facts), facts))}
    if not missing:
        return facts
    numbers = str.maketrans({sign: f"[U+{ord(sign):04X}]" for sign in missing})
    return cast("F", _written(facts, numbers))


def _written(value: Any, numbers: dict[int, str]) -> Any:  # noqa: ANN401 - any field of facts
    if isinstance(value, str):
        return value.translate(numbers) if type(value) is str else value
    if isinstance(value, tuple):
        return tuple(_written(each, numbers) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            each.name: _written(getattr(value, each.name), numbers) for each in fields(value)
        }
        return replace(value, **changed)
    return value
