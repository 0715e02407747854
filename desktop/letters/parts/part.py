"""What a part is: facts in, blocks out."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeAlias, TypeVar

from desktop.letters.content import Block, Signature
from desktop.letters.facts import Facts
from desktop.letters.fill import Filler, hold
from desktop.letters.problems import BadTemplate

Part: TypeAlias = Callable[[Facts, Filler], Iterable[Block]]
"""Builds blocks from the facts of one kind of paper."""

F = TypeVar("F", bound=Facts)


def of(kind: type[F], build: Callable[[F, Filler], Iterable[Block]]) -> Part:
    """Make a part that refuses the facts of another kind of paper with BadTemplate."""

    def part(facts: Facts, filler: Filler) -> Iterable[Block]:
        if not isinstance(facts, kind):
            raise BadTemplate(type(facts).__name__, f"{build.__name__} hör till {kind.__name__}")
        return build(facts, filler)

    return part


def signature(facts: Facts, _filler: Filler) -> Iterable[Block]:
    """A line to sign on for the officer."""
    yield Signature(name=hold(facts.officer.name), title=hold(facts.officer.title))
