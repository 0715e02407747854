"""The municipality's boards, offices and companies as the other registers need them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

from desktop.domain.commitment_words import BodyKind
from desktop.domain.commitments import Body
from desktop.domain.swedish import fold

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from desktop.domain.record import Record
    from desktop.flow.desk import Desk

    R = TypeVar("R", bound=Record)

_ORDER = list(BodyKind)


def all_bodies(desk: Desk) -> dict[int, Body]:
    """Give every body by id, those that have ended too: boards, offices, companies, by name."""
    return desk.keep("bodies", lambda: _read(desk))


def _read(desk: Desk) -> dict[int, Body]:
    rows = sorted(desk.store.find(Body), key=lambda it: (_ORDER.index(it.kind), fold(it.name)))
    return {each.id: each for each in rows}


def in_being(desk: Desk, body: Body) -> bool:
    """Say whether a body is in being today."""
    return body.active_until is None or body.active_until >= desk.today


def bodies_of(desk: Desk, kinds: Collection[str]) -> list[Body]:
    """Give the bodies of some kinds that are in being today."""
    return [it for it in all_bodies(desk).values() if it.kind in kinds and in_being(desk, it)]


def body_of(desk: Desk, body_id: int | None) -> Body | None:
    """Give a body by id, taken away or not; None without an id."""
    if body_id is None:
        return None
    return all_bodies(desk).get(body_id) or desk.store.get(Body, body_id, everything=True)


def grouped(rows: Iterable[R], key: Callable[[R], int]) -> dict[int, list[R]]:
    """Give rows by what they belong to, in the order they came."""
    found: dict[int, list[R]] = defaultdict(list)
    for each in rows:
        found[key(each)].append(each)
    return found
