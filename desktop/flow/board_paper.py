"""The proposal to the board that decides itself, on paper (tjänsteskrivelse)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.proposal import outcome_for
from desktop.domain.rule import STATUS_WORDS
from desktop.flow.deciding import limits_shown
from desktop.flow.exchange_view import exchange_of, people
from desktop.flow.papers import draw, letter_base
from desktop.letters.facts import BoardProposalFacts, Checked, Cost

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture


def board_proposal(
    desk: Desk, seen: Picture, proposal: int, own_text: str, meeting_on: date | None
) -> bytes:
    """Draw the proposal: what is applied for, what the rules say, what is proposed."""
    application = seen.application
    exchange = exchange_of(seen)
    facts = BoardProposalFacts(
        **letter_base(desk, seen, desk.today, f"board_proposal:{desk.today}:{len(seen.documents)}"),
        outcome=outcome_for(application.asked, proposal),
        proposal=proposal,
        meeting_on=meeting_on,
        about=exchange.about,
        people=people(exchange).shown(str),
        told=tuple((str(heading), words) for heading, words in exchange.told),
        costs=tuple(
            Cost(label=each.name, kind=each.kind, amount=each.amount, named=each.named)
            for each in exchange.costs
        ),
        checked=tuple(
            Checked(
                status=str(STATUS_WORDS[each.status]),
                title=str(each.title),
                value=str(each.value),
                limit=str(each.limit),
                paragraph=each.paragraph,
            )
            for each in seen.draft.findings
            if each.gate == "decision"
        ),
        limits=limits_shown(seen.draft.limits) if proposal else (),
        assessment=tuple(line for line in own_text.split("\n") if line),
    )
    return draw(desk, "board_proposal", facts, "own_text")
