"""Payments: the gate, the payment order, finance, paid (T18, T19, P8)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Payment
from desktop.domain.dates import last_closed_year
from desktop.domain.phases import PaymentState, Phase
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.proposal import has_rule, propose, stopping
from desktop.domain.registers import AnnualReport
from desktop.domain.rule import Finding
from desktop.domain.swedish import kr, long_date
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.filing import keep_letter
from desktop.flow.papers import draw, letter_base, year_in_letter
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import in_phase, not_before, seen_case
from desktop.flow.verbs import VERBS
from desktop.letters.facts import PaymentOrderFacts

if TYPE_CHECKING:
    from desktop.domain.registers import Association
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class ReleasePayment(Command):
    """Find the gate open, write the payment order and hand it to finance."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    handed: bool = ask(Kind.YES, "Lämnat till ekonomi i dag", default=True)


def payment_is(*states: PaymentState) -> Any:  # noqa: ANN401 - a predicate on a Picture
    """Make the predicate that the payment under way stands in one of the states."""
    return lambda seen: (
        seen.case.phase is Phase.CARRIED_OUT
        and seen.payment is not None
        and seen.payment.state in states
    )


def under_way(seen: Picture, *states: PaymentState) -> Payment:
    """Give the payment under way in one of the states, or refuse."""
    in_phase(seen, Phase.CARRIED_OUT)
    if seen.payment is None or seen.payment.state not in states:
        raise refuse(
            "case_id",
            "Utbetalning – det finns ingen i det läget – öppna ärendet och se nästa steg.",
        )
    return seen.payment


def gate_problems(seen: Picture) -> list[Problem]:
    """Give what keeps the money back today: the gate, a missing account, a missing letter."""
    found = list(map(_closed, seen.payment_stops))
    if not seen.association.account and not seen.scheme.for_schools:
        found.append(
            problem(
                "case_id",
                "Konto – {name} har inget bankgiro eller plusgiro – lägg in det på föreningen.",
                name=seen.association.name,
            )
        )
    if seen.annulled:
        found.append(
            problem("case_id", "Beslut – är upphävt av domstolen – fatta ett nytt beslut först.")
        )
    if seen.dispatch is None:
        found.append(
            problem("case_id", "Brev – beslutet är inte skickat – skicka brevet före utbetalning.")
        )
    return found


def _closed(stop: Finding) -> Problem:
    if not stop.overridable:
        return problem(
            "case_id",
            "{title} – {value} {limit} ({paragraph}) – skriv in det först.",
            title=stop.title,
            value=stop.value,
            limit=stop.limit,
            paragraph=stop.short,
        )
    return problem(
        "case_id",
        "{title} – {value} {limit} ({paragraph}) – ta emot den, eller skriv ett undantag.",
        title=stop.title,
        value=stop.value,
        limit=stop.limit,
        paragraph=stop.short,
    )


def _release(desk: Desk, it: ReleasePayment, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    payment = under_way(seen, PaymentState.PLANNED)
    problems = gate_problems(seen)
    if problems:
        raise Refusal(problems)
    document = keep_letter(
        desk,
        work,
        _order(desk, seen, payment),
        kind="payment_order",
        title=f"Utbetalningsunderlag {kr(payment.amount)}",
        name=f"{seen.case.number}-utbetalning-{len(seen.payments)}",
        case_id=seen.id,
    )
    work.change(
        payment,
        state=PaymentState.HANDED if it.handed else PaymentState.READY,
        account_kind=seen.association.account_kind,
        account=paid_to(seen.association),
        released_on=desk.today,
        handed_on=desk.today if it.handed else None,
        document_id=document.id,
    )
    work.about("case", seen.id)
    amount = kr(payment.amount)
    work.said = (
        say(
            "{amount} till {name} är lämnat till ekonomi.",
            amount=amount,
            name=seen.association.name,
        )
        if it.handed
        else say(
            "{amount} till {name} är klart att betala.", amount=amount, name=seen.association.name
        )
    )


def _order(desk: Desk, seen: Picture, payment: Payment) -> bytes:
    decision, association = seen.decision, seen.association
    assert decision is not None  # noqa: S101 - a payment has a decision
    facts = PaymentOrderFacts(
        **letter_base(desk, seen, desk.today, f"payment_order:{len(seen.payments)}"),
        number=decision.cited,
        decided_on=decision.decided_on,
        granted=decision.granted,
        amount=payment.amount,
        account_kind=None if association.account_string else association.account_kind,
        account=paid_to(association),
        principal=association.principal,
        board=decision.board,
        paragraph=decision.paragraph,
        account_source=association.account_source,
        coding=desk.office().coding,
        gates=_opened(desk, seen),
    )
    return draw(desk, "payment_order", facts)


def paid_to(applicant: Association) -> str:
    """Give the accounting string of a municipal school, the giro number of others."""
    return applicant.account_string or applicant.account


def _opened(desk: Desk, seen: Picture) -> tuple[str, ...]:
    if not has_rule(seen.scheme, "annual_report"):
        return ()
    year = last_closed_year(desk.today, seen.association.year_end)
    report = desk.store.first(
        AnnualReport, "association_id = ? and year_end = ?", seen.association.id, year.last
    )
    if report is not None:
        came = long_date(report.received_on)
        return (f"Verksamhetsberättelse för {year_in_letter(year)} kom in {came}.",)
    return tuple(f"Undantag från {each.rule}: {each.reason}." for each in seen.exemptions)


@dataclass(frozen=True, kw_only=True)
class HandToFinance(Command):
    """Hand a payment order that is ready to finance."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    handed_on: date = ask(Kind.DAY, "Lämnat", past=True)


def _hand(desk: Desk, it: HandToFinance, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    payment = under_way(seen, PaymentState.READY)
    not_before("handed_on", "Lämnat", it.handed_on, payment.released_on or it.handed_on)
    closed = stopping(propose(replace(seen.facts, today=it.handed_on)).findings, "payment")
    if closed:
        raise Refusal(map(_closed, closed))
    work.change(payment, state=PaymentState.HANDED, handed_on=it.handed_on)
    work.about("case", seen.id)
    work.said = say("{amount} är lämnat till ekonomi.", amount=kr(payment.amount))


@dataclass(frozen=True, kw_only=True)
class MarkPaid(Command):
    """Note the day finance paid."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    paid_on: date = ask(Kind.DAY, "Utbetalt", past=True)


def _paid(desk: Desk, it: MarkPaid, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    payment = under_way(seen, PaymentState.HANDED)
    not_before("paid_on", "Utbetalt", it.paid_on, payment.handed_on or it.paid_on)
    work.change(payment, state=PaymentState.PAID, paid_on=it.paid_on)
    work.about("case", seen.id)
    work.final = True
    work.said = say(
        "{amount} är utbetalt till {name}.", amount=kr(payment.amount), name=seen.association.name
    )


def _release_words(seen: Picture) -> Text | None:
    if seen.payment is None:
        return None
    account = paid_to(seen.association)
    if not account:
        return say("Kontot saknas ännu.")
    return say(
        "{amount} till {account}. Skriver utbetalningsunderlaget.",
        amount=kr(seen.payment.amount),
        account=account,
    )


STEPS = (
    Step(
        name="release_payment",
        command=ReleasePayment,
        about="case",
        title=say("Frige utbetalningen"),
        button=VERBS["release_payment"],
        plan=_release,
        applies=payment_is(PaymentState.PLANNED),
        prefill=lambda _desk, seen: {"case_id": seen.id, "handed": True},
        consequence=_release_words,
    ),
    Step(
        name="hand_to_finance",
        command=HandToFinance,
        about="case",
        title=say("Lämna till ekonomi"),
        button=VERBS["hand_to_finance"],
        plan=_hand,
        applies=payment_is(PaymentState.READY),
        prefill=lambda desk, seen: {"case_id": seen.id, "handed_on": desk.today},
    ),
    Step(
        name="mark_paid",
        command=MarkPaid,
        about="case",
        title=say("Utbetalt"),
        button=VERBS["mark_paid"],
        plan=_paid,
        applies=payment_is(PaymentState.HANDED),
        prefill=lambda desk, seen: {"case_id": seen.id, "paid_on": desk.today},
    ),
)
