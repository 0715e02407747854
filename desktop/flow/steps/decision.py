"""Deciding one case, an equal split together, a withdrawal, and anew (T12, T13, T30)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Decision, Payment
from desktop.domain.phases import (
    BEFORE_DECISION,
    WITH_MONEY,
    DecisionKind,
    Outcome,
    PaymentState,
    Phase,
    ReportState,
)
from desktop.domain.problems import Problem, Refusal, refuse
from desktop.domain.proposal import outcome_for
from desktop.domain.swedish import kr
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.deciding import Terms, decide, suggested
from desktop.flow.lists import next_number
from desktop.flow.money import in_pot
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


def _terms(it: Any, **more: Any) -> Terms:  # noqa: ANN401 - any deciding command
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
    made = decide(desk, work, seen, _terms(it), next_number(desk, it.decided_on.year))
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


@dataclass(frozen=True, kw_only=True)
class DecideAnew(Command):
    """Correct, change or review a decision: a new version; the old one stays (T30)."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    kind: str = ask(Kind.CHOICE, "Varför", choices=KINDS, default="correction")
    ground: str = ask(
        Kind.LINE,
        "Grund för ändringen",
        limit=500,
        help="Ett gynnande beslut får sänkas bara om villkoren, säkerheten eller vilseledande"
        " uppgifter ger stöd.",
    )
    outcome: str = ask(Kind.CHOICE, "Utfall", choices=OUTCOMES)
    granted: int = ask(Kind.KR, "Belopp", default=0)
    reasons: tuple[str, ...] = ask(Kind.CHOICES, "Skäl", source="reasons", default=())
    own_text: str = ask(Kind.NOTE, "Egen text", default="", limit=4000)
    deviation: str = ask(Kind.LINE, "Skäl att avvika", default="", limit=500)
    conditions: str = ask(Kind.NOTE, "Fler villkor", default="", limit=2000)
    report_due: date | None = ask(Kind.DAY, "Rapport senast", default=None)
    unbiased: bool = ask(Kind.YES, "Jag är inte jävig i ärendet", default=False)
    decided_on: date = ask(Kind.DAY, "Beslutsdag", past=True)


def _anew(desk: Desk, it: DecideAnew, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, *DECIDED)
    no_personal_numbers("ground", "Grund för ändringen", it.ground)
    terms = _terms(it, kind=DecisionKind(it.kind), ground=it.ground)
    replace_standing(desk, work, seen, terms, next_number(desk, it.decided_on.year))


def replace_standing(desk: Desk, work: Work, seen: Picture, terms: Terms, number: int) -> None:
    """Put a decision that replaces the standing one on the work; payments and report follow."""
    if seen.case.declined_on:
        raise refuse("case_id", "Ärende – mottagaren har avstått – ta emot en ny ansökan.")
    old = seen.decision
    if old is None:
        raise refuse("case_id", "Ärende – har inget beslut – besluta först.")
    if terms.granted < seen.paid - seen.repaid:
        raise refuse(
            "granted",
            "Belopp – {paid} är redan utbetalt – återkräv skillnaden först, eller skriv minst det.",
            paid=kr(seen.paid - seen.repaid),
        )
    made = decide(desk, work, seen, terms, number)
    money = made.outcome in WITH_MONEY
    carried = money and seen.with_money and seen.case.phase is not Phase.DECIDED
    move(desk, work, seen.case, Phase.CARRIED_OUT if carried else Phase.DECIDED)
    adjust_payments(work, seen, made, plan_new=carried)
    if seen.report is not None and not seen.report_done:
        if not money:
            work.change(seen.report, state=ReportState.LAPSED)
        elif made.due_on and made.due_on != seen.report.due_on:
            work.change(seen.report, due_on=made.due_on)
    work.about("case", seen.id)
    work.reason = terms.ground
    work.said = said_of(seen, made)


def adjust_payments(work: Work, seen: Picture, made: Decision, *, plan_new: bool) -> None:
    """Make the payment under way fit the sum that now stands."""
    rest = made.granted - seen.paid
    under_way = seen.payment
    if under_way is not None and under_way.state is PaymentState.HANDED:
        if under_way.amount != rest:
            raise refuse(
                "granted",
                "Belopp – {amount} ligger hos ekonomi – ta tillbaka utbetalningen först.",
                amount=kr(under_way.amount),
            )
        return
    if under_way is not None and (rest <= 0 or under_way.amount != rest):
        work.change(under_way, state=PaymentState.CANCELLED, reason="nytt beslut")
        under_way = None
    if under_way is None and rest > 0 and plan_new:
        work.add(Payment(case_id=seen.id, decision_id=made.id, amount=rest))


def _anew_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    old = seen.decision
    if old is None:
        return {"case_id": seen.id}
    outcome = old.outcome if old.outcome is not Outcome.WRITTEN_OFF else Outcome.REJECTED
    return {
        "case_id": seen.id,
        "kind": "after_court" if seen.annulled else "correction",
        "outcome": str(outcome),
        "granted": old.granted,
        "reasons": suggested(desk, seen, outcome),
        "deviation": old.deviation,
        "report_due": seen.report.due_on if seen.report else old.due_on,
        "decided_on": desk.today,
    }


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
        name="decide_together",
        command=DecideTogether,
        about="pot",
        title=say("Besluta tillsammans"),
        button=say("Besluta alla"),
        plan=_decide_together,
        consequence=lambda _: say("Ett beslut och ett brev för varje förening."),
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
    Step(
        name="decide_anew",
        command=DecideAnew,
        about="case",
        title=say("Rätta eller ändra beslutet"),
        button=say("Fatta det nya beslutet"),
        plan=_anew,
        applies=lambda seen: (
            seen.case.phase in DECIDED and not seen.case.declined_on and not seen.by_board
        ),
        prefill=_anew_now,
        consequence=lambda _: say(
            "Det gamla beslutet finns kvar och ersätts. Brev och anmälan börjar om."
        ),
    ),
)
