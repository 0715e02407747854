"""Clauses in Swedish and English of a template, for a text that two parties sign."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.letters.content import Clause

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.letters.fill import Filler
    from desktop.letters.template import TemplateBlock

HEADS = ("Svenska", "English")
"""What stands over the columns."""


def clauses(blocks: Iterable[TemplateBlock], filler: Filler) -> tuple[Clause, ...]:
    """Fill clauses; one without titles goes on with the clause before it."""
    found: list[Clause] = []
    for block in blocks:
        titles = (filler.text(block.words[0]), filler.text(block.words[1]))
        left = tuple(map(filler.runs, block.words[2::2]))
        right = tuple(map(filler.runs, block.words[3::2]))
        if found and not any(titles):
            before = found[-1]
            found[-1] = replace(before, left=(*before.left, *left), right=(*before.right, *right))
        else:
            found.append(Clause(titles=titles, left=left, right=right))
    return tuple(found)
