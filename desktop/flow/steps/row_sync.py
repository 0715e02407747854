"""Rows that belong to a record, brought to what a form says with as few changes as can be."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import fields
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.domain.record import Record

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

R = TypeVar("R", bound=Record)
Key = Callable[[Any], Hashable]

_OWN = {field.name for field in fields(Record)}


def put_rows(
    desk: Desk, work: Work, known: Sequence[R], wanted: Sequence[R], *keys: Key
) -> tuple[R, ...]:
    """Change, add and take away rows until those known say what is wanted; give the new ones.

    A wanted row takes the first row left that is alike by one of the keys, the surest key first;
    without keys each takes the one in its place.
    """
    pairs = paired(known, wanted, *keys)
    used = {old.id for old, _ in pairs if old is not None}
    for old in known:
        if old.id not in used:
            work.change(old, deleted=desk.today)
    return tuple(
        work.add(new) if old is None else work.change(old, **_columns(new)) for old, new in pairs
    )


def paired(known: Sequence[R], wanted: Sequence[R], *keys: Key) -> list[tuple[R | None, R]]:
    """Pair each wanted row with the row it was, if any."""
    if not keys:
        rest = [None] * max(0, len(wanted) - len(known))
        return list(zip([*known, *rest], wanted, strict=False))
    left = list(known)
    found: dict[int, R] = {}
    for key in keys:
        for at, new in enumerate(wanted):
            alike = next((old for old in left if key(old) == key(new)), None)
            if at not in found and alike is not None:
                found[at] = alike
                left.remove(alike)
    return [(found.get(at), new) for at, new in enumerate(wanted)]


def _columns(record: Record) -> dict[str, Any]:
    return {
        field.name: getattr(record, field.name)
        for field in fields(record)
        if field.name not in _OWN
    }
