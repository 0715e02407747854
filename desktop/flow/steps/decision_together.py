"""Several applications for one pot are decided in one act (P4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.phases import (
    Outcome,
    Phase,
)
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.proposal import outcome_for
from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.deciding import Terms, decide, suggested
from desktop.flow.lists import next_number
from desktop.flow.money import in_pot
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import (
    move,
    no_personal_numbers,
    seen_case,
)

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class DecideTogether(Command):
    """Decide every ready application of an equal split at once: one letter each (P4)."""

    scheme: str = ask(Kind.CHOICE, "Bidrag", source="schemes")
    place_id: int = ask(Kind.REF, "Ort", ref="place")
    year: int = ask(Kind.NUMBER, "År", low=2000, high=2199)
    reasons: tuple[str, ...] = ask(Kind.CHOICES, "Skäl", source="reasons", default=("equal_split",))
    own_text: str = ask(Kind.NOTE, "Egen text i alla brev", default="", limit=4000)
    unbiased: bool = ask(Kind.YES, "Jag är inte jävig i något av ärendena", default=False)
    decided_on: date = ask(Kind.DAY, "Beslutsdag", past=True)


def _decide_together(desk: Desk, it: DecideTogether, work: Work) -> None:
    no_personal_numbers("own_text", "Egen text i alla brev", it.own_text)
    ready = [
        each.case
        for each in in_pot(desk, it.scheme, it.place_id, it.year)
        if each.case.phase is Phase.READY
    ]
    if not all(seen_case(desk, case.id).scheme.round for case in ready):
        raise refuse("scheme", "Bidrag – delas inte lika – besluta i varje ärende.")
    if not ready:
        raise refuse(
            "place_id", "Fördelning – inget ärende är klart för beslut – avsluta samrådet först."
        )
    number = next_number(desk, it.decided_on.year)
    total = 0
    for at, case in enumerate(ready):
        seen = seen_case(desk, case.id)
        terms = _shared_terms(desk, seen, it)
        total += terms.granted
        _within_frame(seen, total)
        try:
            decide(desk, work, seen, terms, number + at)
        except Refusal as refusal:
            raise Refusal(_in_pot(seen, each) for each in refusal.problems) from refusal
        move(desk, work, seen.case, Phase.DECIDED)
        work.about("case", seen.id)
    work.said = say(
        "{count} beslut, tillsammans {total}. Breven ligger klara att skicka.",
        count=len(ready),
        total=kr(total),
    )


def _shared_terms(desk: Desk, seen: Picture, it: DecideTogether) -> Terms:
    """Give the share as the rules give it now, or as the committee heard it with a reason."""
    row = seen.round_case
    deviation = row.deviation if row else ""
    granted = min(row.proposal, seen.draft.ceiling) if row and deviation else seen.draft.amount
    if granted == seen.draft.amount:
        deviation = ""
    outcome = outcome_for(seen.application.asked, granted)
    fitting = () if deviation else suggested(desk, seen, outcome)
    return Terms(
        outcome=outcome,
        granted=granted,
        decided_on=it.decided_on,
        reasons=it.reasons if outcome is Outcome.PARTLY else fitting or _left(it, outcome),
        own_text="\n".join(filter(None, (it.own_text, deviation if not granted else ""))),
        deviation=deviation,
        unbiased=it.unbiased,
    )


def _left(it: DecideTogether, outcome: Outcome) -> tuple[str, ...]:
    return it.reasons if outcome is Outcome.GRANTED else ()


def _within_frame(seen: Picture, total: int) -> None:
    """Refuse shares that the budget has room for one by one, but not together (P9)."""
    left = seen.facts.frame_left
    if left is not None and total > left:
        raise refuse(
            "",
            "Budget – besluten blir tillsammans {total}, och ramen räcker till {left} – besluta ett"
            " i taget, eller bered dem för styrelsen.",
            total=kr(total),
            left=kr(max(0, left)),
        )


def _in_pot(seen: Picture, one: Problem) -> Problem:
    """Say which case of the pot a problem is about."""
    shared = one.field in DecideTogether.__dataclass_fields__
    words = {"number": seen.case.number, "text": one.text}
    return Problem(one.field if shared else "", say("{number}: {text}", **words))


STEPS = (
    Step(
        name="decide_together",
        command=DecideTogether,
        about="pot",
        title=say("Besluta tillsammans"),
        button=say("Besluta alla"),
        plan=_decide_together,
        consequence=lambda _: say("Ett beslut och ett brev för varje förening."),
    ),
)
