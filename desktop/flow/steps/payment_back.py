"""A payment order is called back, or a payment that went wrong is reversed (T20)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.domain.casework import Payment
from desktop.domain.phases import PaymentState, Phase
from desktop.domain.problems import refuse
from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import in_phase, no_personal_numbers, not_before, seen_case
from desktop.flow.steps.payment import payment_is, under_way

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class RecallPayment(Command):
    """Take a payment back from finance before it was paid, for instance when it bounced."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    reason: str = ask(Kind.LINE, "Skäl", limit=300)


def _recall(desk: Desk, it: RecallPayment, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    payment = under_way(seen, PaymentState.READY, PaymentState.HANDED)
    work.change(payment, state=PaymentState.CANCELLED, reason=it.reason)
    work.add(Payment(case_id=seen.id, decision_id=payment.decision_id, amount=payment.amount))
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("{amount} är taget tillbaka från ekonomi.", amount=kr(payment.amount))


@dataclass(frozen=True, kw_only=True)
class ReversePayment(Command):
    """Reverse a payment that was made: a row of its own with a minus; nothing is erased."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    reversed_on: date = ask(Kind.DAY, "Återförd", past=True)
    reason: str = ask(Kind.LINE, "Skäl", limit=300)


def _last_paid(seen: Picture) -> Payment | None:
    reversed_ids = {each.reverses_id for each in seen.payments}
    for each in reversed(seen.payments):
        if each.state is PaymentState.PAID and each.id not in reversed_ids:
            return each
    return None


def _reverse(desk: Desk, it: ReversePayment, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    in_phase(seen, Phase.CARRIED_OUT)
    paid = _last_paid(seen)
    if paid is None or paid.paid_on is None:
        raise refuse("case_id", "Utbetalning – inget är utbetalt – det finns inget att återföra.")
    not_before("reversed_on", "Återförd", it.reversed_on, paid.paid_on)
    if seen.reclaim_open or seen.repaid > seen.paid - paid.amount:
        raise refuse(
            "case_id",
            "Utbetalning – pengarna är återkrävda eller återbetalda – avsluta återkravet.",
        )
    work.add(
        Payment(
            case_id=seen.id,
            decision_id=paid.decision_id,
            amount=-paid.amount,
            state=PaymentState.REVERSED,
            account_kind=paid.account_kind,
            account=paid.account,
            paid_on=it.reversed_on,
            reverses_id=paid.id,
            reason=it.reason,
        )
    )
    _plan_again(work, seen, paid)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("Utbetalningen av {amount} är återförd.", amount=kr(paid.amount))


def _plan_again(work: Work, seen: Picture, paid: Payment) -> None:
    """Plan what is granted and not paid once the payment is reversed, in one planned row."""
    if seen.decision is None or not seen.with_money:
        return
    rest = seen.decision.granted - (seen.paid - paid.amount)
    planned = seen.payment
    if planned is not None and planned.state is PaymentState.PLANNED:
        work.change(planned, amount=rest)
        return
    rest -= planned.amount if planned else 0
    if rest > 0:
        work.add(Payment(case_id=seen.id, decision_id=seen.decision.id, amount=rest))


STEPS = (
    Step(
        name="recall_payment",
        command=RecallPayment,
        about="case",
        title=say("Ta tillbaka från ekonomi"),
        button=say("Ta tillbaka"),
        plan=_recall,
        applies=payment_is(PaymentState.READY, PaymentState.HANDED),
        prefill=lambda _desk, seen: {"case_id": seen.id},
    ),
    Step(
        name="reverse_payment",
        command=ReversePayment,
        about="case",
        title=say("Återför utbetalningen"),
        button=say("Återför"),
        plan=_reverse,
        applies=lambda seen: seen.case.phase is Phase.CARRIED_OUT and _last_paid(seen) is not None,
        prefill=lambda desk, seen: {"case_id": seen.id, "reversed_on": desk.today},
    ),
)
