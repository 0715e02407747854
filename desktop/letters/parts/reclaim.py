"""Parts of the decision to claim money back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.phases import ReclaimGround
from desktop.domain.swedish import kr
from desktop.letters.content import Amount, Amounts, Block, Paragraph
from desktop.letters.fill import hold, run
from desktop.letters.phrases import sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.facts import ReclaimFacts
    from desktop.letters.fill import Filler


def reclaim_amounts(facts: ReclaimFacts, _filler: Filler) -> Iterator[Block]:
    """Granted, paid, come back before, claimed back, and what the recipient keeps."""
    rows = [
        Amount(label="Beviljat", value=kr(facts.granted)),
        Amount(label="Utbetalt", value=kr(facts.paid)),
    ]
    if facts.returned:
        rows.append(Amount(label="Redan återbetalt", value=kr(facts.returned)))
    rows.append(Amount(label="Återkrävs", value=kr(facts.amount), bold=True))
    rest = facts.paid - facts.returned - facts.amount
    rows.append(Amount(label=hold(f"Kvar hos {facts.recipient.called}"), value=kr(rest)))
    yield Amounts(rows=tuple(rows), wide=False)


def reclaim_reason(facts: ReclaimFacts, filler: Filler) -> Iterator[Block]:
    """What has happened, a paragraph for every line the officer wrote.

    That a report did not come is said already; other grounds need their words.
    """
    if not facts.reason.strip() and facts.ground is not ReclaimGround.REPORT:
        filler.need("reason", "Skäl för beslutet")
    for line in facts.reason.splitlines():
        if line.strip():
            yield Paragraph(runs=(run(sentence(line)),))
