"""Money that was claimed back: the claim is sent, repaid or written off (T27)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Dispatch, Reclaim, Repayment
from desktop.domain.phases import Channel, ReclaimState
from desktop.domain.problems import refuse
from desktop.domain.swedish import kr
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import (
    CHANNELS,
    can_reach,
    no_personal_numbers,
    not_before,
    seen_case,
    way_out,
)
from desktop.flow.steps.reclaiming import last_day
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


def _open(seen: Picture, *states: ReclaimState) -> Reclaim:
    if seen.reclaim is None or seen.reclaim.state not in states:
        raise refuse("case_id", "Återkrav – inget pågår – öppna ärendet och se nästa steg.")
    return seen.reclaim


def _is(*states: ReclaimState) -> Any:  # noqa: ANN401 - a predicate on a Picture
    return lambda seen: seen.reclaim is not None and seen.reclaim.state in states


@dataclass(frozen=True, kw_only=True)
class ClaimSent(Command):
    """Note that the reclaim's letter was sent."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    claimed_on: date = ask(Kind.DAY, "Krav skickat", past=True)
    channel: str = ask(Kind.CHOICE, "Hur", choices=CHANNELS, default="post")
    recipient: str = ask(Kind.LINE, "Till", default="", help="Tomt: mottagaren.")


def _sent(desk: Desk, it: ClaimSent, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    claim = _open(seen, *_RUNNING)
    if not seen.reclaim_unsent:
        raise refuse("case_id", "Brev – är redan skickat – öppna ärendet och se nästa steg.")
    back = seen.came_back(claim.document_id)
    not_before("claimed_on", "Krav skickat", it.claimed_on, back or claim.decided_on)
    can_reach(seen, it.channel)
    if claim.document_id is not None:
        work.add(
            Dispatch(
                document_id=claim.document_id,
                case_id=seen.id,
                sent_on=it.claimed_on,
                channel=Channel(it.channel),
                recipient=it.recipient or seen.association.contact or seen.association.name,
            )
        )
    due_on = claim.due_on or last_day(it.claimed_on)
    part_paid = claim.state is ReclaimState.PART_PAID
    state = ReclaimState.PART_PAID if part_paid else ReclaimState.CLAIMED
    work.change(claim, state=state, claimed_on=it.claimed_on, due_on=due_on)
    work.about("case", seen.id)
    work.final = True
    work.said = say("Kravet på {amount} är skickat.", amount=kr(claim.amount))


@dataclass(frozen=True, kw_only=True)
class ClaimCameBack(Command):
    """Note that the reclaim's letter came back; it has to be sent again."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    returned_on: date = ask(Kind.DAY, "Kom tillbaka", past=True)


def _came_back(desk: Desk, it: ClaimCameBack, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    sent = seen.sent(_open(seen, *_RUNNING).document_id)
    if sent is None:
        raise refuse("case_id", "Brev – är inte skickat – skicka det först.")
    not_before("returned_on", "Kom tillbaka", it.returned_on, sent.sent_on)
    work.change(sent, returned_on=it.returned_on)
    work.about("case", seen.id)
    work.said = say("Kravet i {number} kom tillbaka. Skicka det igen.", number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class RecordRepayment(Command):
    """Note that money came back."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    day: date = ask(Kind.DAY, "Kom in", past=True)
    amount: int = ask(Kind.KR, "Belopp", low=1)


_RUNNING = (ReclaimState.DECIDED, ReclaimState.CLAIMED, ReclaimState.PART_PAID)


def _back(seen: Picture) -> int:
    claim = seen.reclaim
    return sum(each.amount for each in seen.repayments if claim and each.reclaim_id == claim.id)


def _repaid(desk: Desk, it: RecordRepayment, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    claim = _open(seen, *_RUNNING)
    rest = claim.amount - _back(seen)
    if it.amount > rest:
        raise refuse(
            "amount",
            "Belopp – bara {rest} återstår – skriv högst det.",
            rest=kr(rest),
        )
    not_before("day", "Kom in", it.day, claim.decided_on)
    work.add(Repayment(case_id=seen.id, reclaim_id=claim.id, day=it.day, amount=it.amount))
    whole = it.amount == rest
    work.change(claim, state=ReclaimState.PAID if whole else ReclaimState.PART_PAID)
    work.about("case", seen.id)
    work.said = say("{amount} har kommit tillbaka.", amount=kr(it.amount))


@dataclass(frozen=True, kw_only=True)
class DropReclaim(Command):
    """Write the rest of a reclaim off, with a reason."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    reason: str = ask(Kind.LINE, "Skäl", limit=500)


def _drop(desk: Desk, it: DropReclaim, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    no_personal_numbers("reason", "Skäl", it.reason)
    claim = _open(seen, *_RUNNING)
    work.change(claim, state=ReclaimState.WRITTEN_OFF, ended_reason=it.reason)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("Återkravet i {number} är avskrivet.", number=seen.case.number)


def _sent_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    return {
        "case_id": seen.id,
        "claimed_on": desk.today,
        "channel": way_out(seen),
        "recipient": seen.association.contact or seen.association.name,
    }


def _late_words(seen: Picture) -> Text | None:
    """Say that the letter gives no time to pay any more; its words cannot be changed."""
    due_on = seen.reclaim.due_on if seen.reclaim else None
    if due_on is None or seen.today <= due_on:
        return None
    return say(
        "Brevet säger att pengarna skulle ha kommit in senast {day}. Säg till mottagaren när de"
        " ska betala, eller skriv av återkravet och besluta på nytt.",
        day=due_on.isoformat(),
    )


def _out(seen: Picture) -> bool:
    claim = seen.reclaim
    return claim is not None and seen.sent(claim.document_id) is not None


def _repaid_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    rest = seen.reclaim.amount - _back(seen) if seen.reclaim else None
    return {"case_id": seen.id, "day": desk.today, "amount": rest}


STEPS = (
    Step(
        name="claim_sent",
        command=ClaimSent,
        about="case",
        title=say("Kravet är skickat"),
        button=VERBS["claim_sent"],
        plan=_sent,
        applies=lambda seen: seen.reclaim_unsent,
        prefill=_sent_now,
        consequence=_late_words,
    ),
    Step(
        name="claim_came_back",
        command=ClaimCameBack,
        about="case",
        title=say("Kravet kom tillbaka"),
        button=say("Kravet kom tillbaka"),
        plan=_came_back,
        applies=lambda seen: seen.reclaim_open and _out(seen),
        prefill=lambda desk, seen: {"case_id": seen.id, "returned_on": desk.today},
    ),
    Step(
        name="record_repayment",
        command=RecordRepayment,
        about="case",
        title=say("Pengar har kommit tillbaka"),
        button=VERBS["record_repayment"],
        plan=_repaid,
        applies=_is(*_RUNNING),
        prefill=_repaid_now,
    ),
    Step(
        name="drop_reclaim",
        command=DropReclaim,
        about="case",
        title=say("Skriv av återkravet"),
        button=say("Skriv av återkravet"),
        plan=_drop,
        applies=_is(*_RUNNING),
        prefill=lambda _desk, seen: {"case_id": seen.id},
    ),
)
