"""The decision letter leaves the house, or comes back (T14, T17)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Dispatch, Payment, Report
from desktop.domain.phases import Channel, PaymentState, Phase, ReportState
from desktop.domain.problems import refuse
from desktop.domain.rules.report import due
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import (
    CHANNELS,
    can_reach,
    in_phase,
    move,
    no_personal_numbers,
    not_before,
    seen_case,
    way_out,
)
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class SendLetter(Command):
    """Mark that the decision letter was sent; a grant begins to be carried out."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    sent_on: date = ask(Kind.DAY, "Skickat", past=True)
    channel: str = ask(Kind.CHOICE, "Hur", choices=CHANNELS, default="email")
    recipient: str = ask(Kind.LINE, "Till", default="", help="Tomt: mottagaren.")


def _send(desk: Desk, it: SendLetter, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, Phase.DECIDED, Phase.CARRIED_OUT)
    decision = seen.decision
    if decision is None or seen.dispatch is not None:
        raise refuse("case_id", "Brev – är redan skickat – öppna ärendet och se nästa steg.")
    not_before("sent_on", "Skickat", it.sent_on, decision.decided_on)
    can_reach(seen, it.channel)
    recipient = it.recipient or seen.association.contact or seen.association.name
    work.add(
        Dispatch(
            document_id=decision.document_id,
            case_id=seen.id,
            sent_on=it.sent_on,
            channel=Channel(it.channel),
            recipient=recipient,
        )
    )
    if seen.with_money and seen.case.phase is Phase.DECIDED:
        _carry_out(desk, work, seen)
    work.about("case", seen.id)
    work.final = True
    work.said = say(
        "Beslut {number} är skickat till {recipient}.",
        number=decision.cited,
        recipient=recipient,
    )


def _carry_out(desk: Desk, work: Work, seen: Picture) -> None:
    """Plan the payment and the report of a grant whose letter has left."""
    decision = seen.decision
    assert decision is not None  # noqa: S101 - the caller has looked
    move(desk, work, seen.case, Phase.CARRIED_OUT)
    rest = decision.granted - seen.paid
    if rest > 0 and seen.payment is None:
        work.add(Payment(case_id=seen.id, decision_id=decision.id, amount=rest))
    ended = seen.application.ends_on
    counted = due(seen.scheme, ended) if ended else None
    lapsed = seen.report is not None and seen.report.state is ReportState.LAPSED
    if counted is not None and ended is not None and (seen.report is None or lapsed):
        work.add(
            Report(
                case_id=seen.id,
                ended_on=ended,
                month_on=counted.counted,
                due_on=decision.due_on or counted.day,
            )
        )


def _send_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    return {
        "case_id": seen.id,
        "sent_on": desk.today,
        "channel": way_out(seen),
        "recipient": seen.association.contact or seen.association.name,
    }


@dataclass(frozen=True, kw_only=True)
class LetterCameBack(Command):
    """Note that the letter came back; it has to be sent again."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    returned_on: date = ask(Kind.DAY, "Kom tillbaka", past=True)


def _came_back(desk: Desk, it: LetterCameBack, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, Phase.DECIDED, Phase.CARRIED_OUT)
    if seen.dispatch is None:
        raise refuse("case_id", "Brev – är inte skickat – skicka det först.")
    not_before("returned_on", "Kom tillbaka", it.returned_on, seen.dispatch.sent_on)
    work.change(seen.dispatch, returned_on=it.returned_on)
    work.about("case", seen.id)
    work.said = say("Brevet i {number} kom tillbaka. Skicka det igen.", number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class Decline(Command):
    """The recipient declines the grant: pot and budget are freed (T28)."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    declined_on: date = ask(Kind.DAY, "Avstod", past=True)
    evidence: str = ask(Kind.LINE, "Hur", limit=300, help="Till exempel mejl från ordföranden.")


def _decline(desk: Desk, it: Decline, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("evidence", "Hur", it.evidence)
    in_phase(seen, Phase.DECIDED, Phase.CARRIED_OUT)
    if not seen.with_money or seen.decision is None:
        raise refuse("case_id", "Ärende – har inget bidrag att avstå från – avsluta det.")
    if seen.paid - seen.repaid:
        raise refuse(
            "case_id",
            "Ärende – pengar är utbetalda – återkräv dem, eller ångra utbetalningen först.",
        )
    if seen.payment is not None and seen.payment.state is PaymentState.HANDED:
        raise refuse("case_id", "Ärende – pengarna ligger hos ekonomi – ta tillbaka dem först.")
    not_before("declined_on", "Avstod", it.declined_on, seen.decision.decided_on)
    if seen.payment is not None:
        work.change(seen.payment, state=PaymentState.CANCELLED, reason="mottagaren avstod")
    if seen.report is not None and not seen.report_done:
        work.change(seen.report, state=ReportState.LAPSED)
    work.change(seen.case, declined_on=it.declined_on, declined_note=it.evidence)
    work.about("case", seen.id)
    work.reason = it.evidence
    work.said = say("{name} avstår. Potten är frigjord.", name=seen.association.name)


STEPS = (
    Step(
        name="send_letter",
        command=SendLetter,
        about="case",
        title=say("Skicka beslutet"),
        button=VERBS["send_letter"],
        plan=_send,
        applies=lambda seen: (
            seen.case.phase in (Phase.DECIDED, Phase.CARRIED_OUT) and seen.dispatch is None
        ),
        prefill=_send_now,
        consequence=lambda seen: (
            say("Sedan börjar bidraget verkställas.") if seen.with_money else None
        ),
    ),
    Step(
        name="letter_came_back",
        command=LetterCameBack,
        about="case",
        title=say("Brevet kom tillbaka"),
        button=say("Brevet kom tillbaka"),
        plan=_came_back,
        applies=lambda seen: seen.dispatch is not None and seen.case.phase is not Phase.CLOSED,
        prefill=lambda desk, seen: {"case_id": seen.id, "returned_on": desk.today},
    ),
    Step(
        name="decline",
        command=Decline,
        about="case",
        title=say("Mottagaren avstår"),
        button=say("Mottagaren avstår"),
        plan=_decline,
        applies=lambda seen: (
            seen.with_money and seen.case.phase is not Phase.CLOSED and not seen.paid - seen.repaid
        ),
        prefill=lambda desk, seen: {"case_id": seen.id, "declined_on": desk.today},
    ),
)
