"""Deciding one case, and a withdrawal before it (T12, T13)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Decision
from desktop.domain.phases import (
    BEFORE_DECISION,
    WITH_MONEY,
    Outcome,
    Phase,
)
from desktop.domain.problems import refuse
from desktop.domain.proposal import outcome_for
from desktop.domain.swedish import kr
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.deciding import Terms, decide, suggested
from desktop.flow.lists import next_number
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import (
    in_phase,
    move,
    no_personal_numbers,
    seen_case,
)
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


OUTCOMES = {
    "granted": "Bifall",
    "partly": "Delvis bifall",
    "rejected": "Avslag",
    "dismissed": "Avvisning",
}


KINDS = {
    "correction": "Rättelse av skrivfel",
    "change": "Ändring",
    "review": "Omprövning",
    "after_court": "Nytt beslut efter dom",
}


DECIDED = (Phase.DECIDED, Phase.CARRIED_OUT, Phase.CLOSED)


@dataclass(frozen=True, kw_only=True)
class Decide(Command):
    """Decide in one case; the letter is drawn up in the same act."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    outcome: str = ask(Kind.CHOICE, "Utfall", choices=OUTCOMES)
    granted: int = ask(Kind.KR, "Belopp", default=0)
    reasons: tuple[str, ...] = ask(Kind.CHOICES, "Skäl", source="reasons", default=())
    own_text: str = ask(Kind.NOTE, "Egen text", default="", limit=4000)
    deviation: str = ask(
        Kind.LINE,
        "Skäl att avvika",
        default="",
        limit=500,
        help="Behövs när beloppet inte är det som reglerna ger. Står i brevet.",
    )
    conditions: str = ask(
        Kind.NOTE, "Fler villkor", default="", limit=2000, help="Ett villkor per rad."
    )
    report_due: date | None = ask(
        Kind.DAY, "Rapport senast", default=None, help="Tomt: räknas ut från aktivitetens slut."
    )
    unbiased: bool = ask(Kind.YES, "Jag är inte jävig i ärendet", default=False)
    decided_on: date = ask(Kind.DAY, "Beslutsdag", past=True)


def _delegated(seen: Picture) -> None:
    """Refuse to decide for a board that decides itself."""
    if seen.board:
        raise refuse(
            "case_id",
            "Beslut – {board} beslutar själv – förbered ärendet och skriv in beslutet, eller ange"
            " delegationen under Inställningar.",
            board=seen.board,
        )


def terms_of(it: Any, **more: Any) -> Terms:  # noqa: ANN401 - any deciding command
    """Read the terms of a decision off the form; refuse a personal number in its words."""
    no_personal_numbers("own_text", "Egen text", it.own_text)
    no_personal_numbers("deviation", "Skäl att avvika", it.deviation)
    no_personal_numbers("conditions", "Fler villkor", it.conditions)
    return Terms(
        outcome=Outcome(it.outcome),
        granted=it.granted,
        decided_on=it.decided_on,
        reasons=it.reasons,
        own_text=it.own_text,
        conditions=tuple(line for line in it.conditions.split("\n") if line),
        deviation=it.deviation,
        report_due=it.report_due,
        unbiased=it.unbiased,
        **more,
    )


def _decide(desk: Desk, it: Decide, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, *BEFORE_DECISION)
    _delegated(seen)
    made = decide(desk, work, seen, terms_of(it), next_number(desk, it.decided_on.year))
    _leave_round(desk, work, seen)
    move(desk, work, seen.case, Phase.DECIDED)
    work.about("case", seen.id)
    work.reason = it.deviation
    work.said = said_of(seen, made)


def _leave_round(desk: Desk, work: Work, seen: Picture) -> None:
    """Take a case decided without consultation out of the round it lies in."""
    if seen.case.phase is Phase.CONSULTATION and seen.round_case is not None:
        work.change(seen.round_case, deleted=desk.today)
        work.about("round", seen.round_case.round_id)


def said_of(seen: Picture, made: Decision) -> Text:
    """Say what was decided."""
    number = made.cited
    if made.outcome in WITH_MONEY:
        return say(
            "Beslut {number}: {granted} av {asked} till {name}. Brevet ligger klart att skicka.",
            number=number,
            granted=kr(made.granted),
            asked=kr(made.asked),
            name=seen.association.name,
        )
    return say(
        "Beslut {number} om {name} är fattat. Brevet ligger klart att skicka.",
        number=number,
        name=seen.association.name,
    )


def decide_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    """Propose outcome, sum, reasons and day."""
    amount = seen.decidable
    outcome = outcome_for(seen.application.asked, amount)
    differs = seen.round_case is not None and amount != seen.draft.amount
    return {
        "case_id": seen.id,
        "outcome": str(outcome),
        "granted": amount,
        "reasons": suggested(desk, seen, outcome),
        "deviation": seen.round_case.deviation if differs and seen.round_case else "",
        "decided_on": desk.today,
    }


@dataclass(frozen=True, kw_only=True)
class Withdraw(Command):
    """Write the case off because the applicant withdrew it: a decision too (T13)."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    withdrawn_on: date = ask(Kind.DAY, "Återkallad", past=True)
    evidence: str = ask(Kind.LINE, "Hur", help="Till exempel mejl från ordföranden.", limit=300)
    unbiased: bool = ask(Kind.YES, "Jag är inte jävig i ärendet", default=False)
    decided_on: date = ask(Kind.DAY, "Beslutsdag", past=True)


def _withdraw(desk: Desk, it: Withdraw, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, *BEFORE_DECISION)
    _delegated(seen)
    no_personal_numbers("evidence", "Hur", it.evidence)
    terms = Terms(
        outcome=Outcome.WRITTEN_OFF,
        granted=0,
        decided_on=it.decided_on,
        withdrawn_on=it.withdrawn_on,
        unbiased=it.unbiased,
    )
    decide(desk, work, seen, terms, next_number(desk, it.decided_on.year))
    _leave_round(desk, work, seen)
    move(desk, work, seen.case, Phase.DECIDED)
    work.about("case", seen.id)
    work.reason = it.evidence
    work.said = say(
        "{number} är avskrivet. Brevet ligger klart att skicka.", number=seen.case.number
    )


def _officer_decides(seen: Picture) -> bool:
    return seen.undecided and not seen.board


STEPS = (
    Step(
        name="decide",
        command=Decide,
        about="case",
        title=say("Besluta"),
        button=VERBS["decide"],
        plan=_decide,
        applies=_officer_decides,
        prefill=decide_now,
        consequence=lambda _: say("Beslutet kan sedan inte ändras, bara ersättas av ett nytt."),
    ),
    Step(
        name="withdraw",
        command=Withdraw,
        about="case",
        title=say("Ansökan är återkallad"),
        button=say("Skriv av ärendet"),
        plan=_withdraw,
        applies=_officer_decides,
        prefill=lambda desk, seen: {
            "case_id": seen.id,
            "withdrawn_on": desk.today,
            "decided_on": desk.today,
        },
        consequence=lambda _: say(
            "Också det är ett beslut, med brev och rad på delegationslistan."
        ),
    ),
)
