"""Parts of the decision letter that follow from its sums and reasons."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.phases import Outcome
from desktop.domain.swedish import count_word, kr
from desktop.letters.content import Amount, Amounts, Block, Paragraph
from desktop.letters.fill import hold, run

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.facts import DecisionFacts
    from desktop.letters.fill import Filler


def amounts(facts: DecisionFacts, _filler: Filler) -> Iterator[Block]:
    """Asked, granted and rejected; what is not there is left out."""
    asked, granted = facts.matter.asked, facts.granted
    rows = [Amount(label="Sökt", value=kr(asked))] if asked else []
    rows.append(Amount(label="Beviljat", value=kr(granted), bold=True))
    if asked > granted:
        rows.append(Amount(label="Avslaget", value=kr(asked - granted)))
    yield Amounts(rows=tuple(rows), wide=False)


def reasons(facts: DecisionFacts, filler: Filler) -> Iterator[Block]:
    """The reasons, a paragraph for every line, their placeholders filled.

    What is not granted in full needs a reason or a calculation.
    """
    if facts.outcome is not Outcome.GRANTED and not facts.reasons and not facts.limits:
        filler.need("reasons", "Skäl för beslutet")
    for reason in facts.reasons:
        for line in filler.text_lines(reason):
            yield Paragraph(runs=(run(line),))


def limits(facts: DecisionFacts, _filler: Filler) -> Iterator[Block]:
    """The explained calculation: what limits the sum, and the line that decides."""
    rows = [_limit(limit.label, limit.amount, limit.paragraph) for limit in facts.limits]
    deciding = [limit for limit in facts.limits if limit.deciding]
    least = len(facts.limits) > 1 and facts.granted == min(each.amount for each in facts.limits)
    word = count_word(len(facts.limits))
    label = f"Beviljat är det lägsta av de {word}" if least and deciding else "Beviljat"
    rows.append(Amount(label=label, value=kr(facts.granted), bold=True, rule=True))
    yield Amounts(rows=tuple(rows))


def _limit(label: str, amount: int, paragraph: str) -> Amount:
    return Amount(label=hold(label), value=kr(amount), note=hold(paragraph))


def decided_by(facts: DecisionFacts, filler: Filler) -> Iterator[Block]:
    """Who decided and by what right: title, hearing, guideline and delegation."""
    heard = ", efter samråd," if facts.consultation else ""
    where = " ({authority})" if facts.authority else ""
    template = f"{{decider_alone}}{heard} enligt {{guideline_long}}{where} och {{delegation}}."
    yield Paragraph(runs=filler.runs(template))
