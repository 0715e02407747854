"""The part of the list of networks, projects, plans, contact persons and documents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import Align, Block, Column, Heading, Paragraph, Table
from desktop.letters.fill import run
from desktop.letters.parts.table import cell
from desktop.letters.phrases import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.facts import WorkListFacts
    from desktop.letters.fill import Filler


def work_tables(facts: WorkListFacts, _filler: Filler) -> Iterator[Block]:
    """Each list under its heading, with where the guideline asks for it."""
    for table in facts.tables:
        yield Heading(text=table.title, level=2)
        if table.rules:
            yield Paragraph(runs=(run(sentence(table.rules), muted=True),), small=True)
        yield Table(
            columns=tuple(
                Column(
                    title=each.title,
                    weight=each.weight,
                    align=Align.RIGHT if each.right else Align.LEFT,
                )
                for each in table.columns
            ),
            rows=tuple(tuple(cell(words) for words in row) for row in table.rows),
            small=True,
            row_heads=True,
        )
        if table.note:
            yield Paragraph(runs=(run(sentence(table.note)),), small=True)
