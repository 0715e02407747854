"""A new decision in place of one that was made: changed, corrected or after an appeal (T15)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Decision, Payment
from desktop.domain.phases import (
    WITH_MONEY,
    DecisionKind,
    Outcome,
    PaymentState,
    Phase,
    ReportState,
)
from desktop.domain.problems import refuse
from desktop.domain.swedish import kr
from desktop.domain.text import say
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
from desktop.flow.steps.decision import DECIDED, KINDS, OUTCOMES, said_of, terms_of

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


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
    terms = terms_of(it, kind=DecisionKind(it.kind), ground=it.ground)
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


STEPS = (
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
