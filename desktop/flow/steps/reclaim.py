"""Money claimed back: decided, claimed, repaid, written off (T27)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Reclaim, Repayment
from desktop.domain.dates import next_working_day
from desktop.domain.phases import Phase, ReclaimState
from desktop.domain.problems import refuse
from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import in_phase, not_before, seen_case
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work

DAYS_TO_PAY = 30
"""Days proposed for paying back."""


@dataclass(frozen=True, kw_only=True)
class ReclaimGrant(Command):
    """Decide to claim money back."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    amount: int = ask(Kind.KR, "Återkrävs", low=1)
    reason: str = ask(Kind.LINE, "Skäl", limit=500, help="Vilket villkor som inte följts.")


def _held(seen: Picture) -> int:
    return seen.paid - seen.repaid


def _reclaim(desk: Desk, it: ReclaimGrant, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, Phase.CARRIED_OUT)
    if seen.reclaim_open:
        raise refuse("case_id", "Återkrav – ett pågår redan – avsluta det först.")
    if it.amount > _held(seen):
        raise refuse(
            "amount",
            "Återkrävs – bara {held} är utbetalt och kvar hos föreningen – skriv högst det.",
            held=kr(_held(seen)),
        )
    work.add(Reclaim(case_id=seen.id, amount=it.amount, reason=it.reason, decided_on=desk.today))
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say(
        "{amount} återkrävs av {name}.", amount=kr(it.amount), name=seen.association.name
    )


def _open(seen: Picture, *states: ReclaimState) -> Reclaim:
    if seen.reclaim is None or seen.reclaim.state not in states:
        raise refuse("case_id", "Återkrav – inget pågår – öppna ärendet och se nästa steg.")
    return seen.reclaim


def _is(*states: ReclaimState) -> Any:  # noqa: ANN401 - a predicate on a Picture
    return lambda seen: seen.reclaim is not None and seen.reclaim.state in states


@dataclass(frozen=True, kw_only=True)
class ClaimSent(Command):
    """Note that the claim was sent, with its last day."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    claimed_on: date = ask(Kind.DAY, "Krav skickat", past=True)
    due_on: date = ask(Kind.DAY, "Betalas senast")


def _sent(desk: Desk, it: ClaimSent, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    claim = _open(seen, ReclaimState.DECIDED)
    not_before("claimed_on", "Krav skickat", it.claimed_on, claim.decided_on)
    not_before("due_on", "Betalas senast", it.due_on, it.claimed_on)
    work.change(claim, state=ReclaimState.CLAIMED, claimed_on=it.claimed_on, due_on=it.due_on)
    work.about("case", seen.id)
    work.final = True
    work.said = say("Kravet på {amount} är skickat.", amount=kr(claim.amount))


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
    claim = _open(seen, *_RUNNING)
    work.change(claim, state=ReclaimState.WRITTEN_OFF, ended_reason=it.reason)
    work.about("case", seen.id)
    work.reason = it.reason
    work.said = say("Återkravet i {number} är avskrivet.", number=seen.case.number)


def _reclaim_now(_desk: Desk, seen: Picture) -> dict[str, Any]:
    deviation = seen.report.deviation if seen.report else None
    return {"case_id": seen.id, "amount": min(deviation or _held(seen), _held(seen)) or None}


def _sent_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    later = next_working_day(desk.today + timedelta(days=DAYS_TO_PAY))
    return {"case_id": seen.id, "claimed_on": desk.today, "due_on": later}


def _repaid_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    rest = seen.reclaim.amount - _back(seen) if seen.reclaim else None
    return {"case_id": seen.id, "day": desk.today, "amount": rest}


STEPS = (
    Step(
        name="reclaim",
        command=ReclaimGrant,
        about="case",
        title=say("Återkräv bidraget"),
        button=VERBS["reclaim"],
        plan=_reclaim,
        applies=lambda seen: (
            seen.case.phase is Phase.CARRIED_OUT and _held(seen) > 0 and not seen.reclaim_open
        ),
        prefill=_reclaim_now,
    ),
    Step(
        name="claim_sent",
        command=ClaimSent,
        about="case",
        title=say("Kravet är skickat"),
        button=VERBS["claim_sent"],
        plan=_sent,
        applies=_is(ReclaimState.DECIDED),
        prefill=_sent_now,
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
