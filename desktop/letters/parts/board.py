"""Parts of the proposal to a board that decides itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.swedish import digits, kr
from desktop.letters.content import (
    Align,
    Amount,
    Amounts,
    Block,
    Cell,
    Column,
    Fields,
    Paragraph,
    Table,
)
from desktop.letters.fill import hold, run
from desktop.letters.phrases import days_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.facts import BoardProposalFacts, Cost
    from desktop.letters.fill import Filler


def exchange(facts: BoardProposalFacts, _filler: Filler) -> Iterator[Block]:
    """What the exchange is: type, days, place, participants as numbers, and what is told."""
    matter = facts.matter
    rows = (
        ("Ansökan gäller", facts.about),
        ("Dagar", days_of(matter)),
        ("Resmål", matter.place),
        ("Deltagare", facts.people),
        *((heading, " ".join(words.split())) for heading, words in facts.told),
    )
    yield Fields(rows=tuple((label, (run(words),)) for label, words in rows if words))


def budget_lines(facts: BoardProposalFacts, _filler: Filler) -> Iterator[Block]:
    """The detailed budget as a table with its sum."""
    if not facts.costs:
        return
    yield Table(
        columns=(
            Column(title="Budget", weight=8),
            Column(title="Kronor", weight=2, align=Align.RIGHT),
        ),
        rows=tuple((_cost(each), _cell(digits(each.amount))) for each in facts.costs),
        total=(
            Cell(lines=((run("Tillsammans", bold=True),),)),
            Cell(lines=((run(digits(sum(each.amount for each in facts.costs)), bold=True),),)),
        ),
    )


def _cost(cost: Cost) -> Cell:
    """Give a line with its kind below, and whether the guideline names that kind."""
    below = cost.kind if cost.named else "Slaget är inte bland riktlinjens exempel"
    lines = ((run(cost.label),), (run(below, muted=True),)) if below else ((run(cost.label),),)
    return Cell(lines=lines)


def _cell(words: str) -> Cell:
    return Cell(lines=((run(words),),))


def checked_rules(facts: BoardProposalFacts, _filler: Filler) -> Iterator[Block]:
    """What each rule says, one row each, with where it stands."""
    yield Table(
        columns=(
            Column(title="Regel", weight=4),
            Column(title="Läge", weight=2),
            Column(title="Ansökan", weight=6),
        ),
        rows=tuple(
            (
                Cell(lines=((run(each.title),), (run(each.paragraph, muted=True),))),
                _cell(each.status),
                Cell(lines=((run(each.value),), (run(each.limit, muted=True),))),
            )
            for each in facts.checked
        ),
    )


def proposed_sum(facts: BoardProposalFacts, _filler: Filler) -> Iterator[Block]:
    """The explained calculation, the proposal last."""
    rows = [
        Amount(label=hold(each.label), value=kr(each.amount), note=hold(each.paragraph))
        for each in facts.limits
    ]
    if rows:
        rows.append(Amount(label="Förslag", value=kr(facts.proposal), bold=True, rule=True))
        yield Amounts(rows=tuple(rows))


def assessment(facts: BoardProposalFacts, _filler: Filler) -> Iterator[Block]:
    """The officer's own words."""
    for line in facts.assessment:
        yield Paragraph(runs=(run(line),))
