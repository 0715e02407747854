"""The proposal to the board that decides itself, on paper (tjänsteskrivelse)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.proposal import outcome_for
from desktop.domain.rule import STATUS_WORDS
from desktop.domain.rules.allowed_costs import named
from desktop.flow.deciding import limits_shown
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
    kind = seen.scheme.type_of(application.application_type)
    facts = BoardProposalFacts(
        **letter_base(desk, seen, desk.today, f"board_proposal:{desk.today}:{len(seen.documents)}"),
        outcome=outcome_for(application.asked, proposal),
        proposal=proposal,
        meeting_on=meeting_on,
        about=kind.name if kind else "",
        pupils=application.pupils or 0,
        staff=application.staff or 0,
        aims=application.aims,
        theme=application.theme,
        costs=tuple(
            Cost(label=named(seen.scheme, each), amount=each.amount) for each in seen.facts.lines
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
