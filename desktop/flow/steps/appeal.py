"""Appeals to the administrative court: of a decision, or of a reclaim (13 kap. KL)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Appeal
from desktop.domain.phases import Phase, ReclaimState
from desktop.domain.problems import refuse
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import not_before, seen_case
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work

_RESULTS = {"upheld": "Beslutet står fast", "annulled": "Beslutet är upphävt"}


@dataclass(frozen=True, kw_only=True)
class ReceiveAppeal(Command):
    """Note that the decision was appealed to the administrative court."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    received_on: date = ask(Kind.DAY, "Fick veta", past=True)


def _receive(desk: Desk, it: ReceiveAppeal, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    if seen.decision is None:
        raise refuse("case_id", "Ärende – har inget beslut – det går inte att överklaga än.")
    _none_open(seen)
    not_before("received_on", "Fick veta", it.received_on, seen.decision.decided_on)
    work.add(Appeal(decision_id=seen.decision.id, received_on=it.received_on))
    _open_again(desk, work, seen)
    work.said = say("{number} är överklagat.", number=seen.case.number)


@dataclass(frozen=True, kw_only=True)
class AppealReclaim(Command):
    """Note that the reclaim was appealed to the administrative court."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    received_on: date = ask(Kind.DAY, "Fick veta", past=True)


def _reclaim(desk: Desk, it: AppealReclaim, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    claim = seen.reclaim
    if seen.decision is None or claim is None or not claim.cited:
        raise refuse("case_id", "Återkrav – är inte beslutat – det går inte att överklaga än.")
    _none_open(seen)
    not_before("received_on", "Fick veta", it.received_on, claim.decided_on)
    work.add(Appeal(decision_id=seen.decision.id, reclaim_id=claim.id, received_on=it.received_on))
    _open_again(desk, work, seen)
    work.said = say("Återkravet i {number} är överklagat.", number=seen.case.number)


def _none_open(seen: Picture) -> None:
    if seen.open_appeal is not None:
        raise refuse(
            "case_id", "Ärende – är redan överklagat – skriv in vad domstolen kom fram till."
        )


def _open_again(desk: Desk, work: Work, seen: Picture) -> None:
    if seen.case.phase is Phase.CLOSED:
        phase = Phase.CARRIED_OUT if seen.with_money else Phase.DECIDED
        work.change(seen.case, phase=phase, phase_since=desk.today)
    work.about("case", seen.id)


@dataclass(frozen=True, kw_only=True)
class SettleAppeal(Command):
    """Note what the court found."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    settled_on: date = ask(Kind.DAY, "Avgjort", past=True)
    result: str = ask(Kind.CHOICE, "Domstolen", choices=_RESULTS, default="upheld")


def _settle(desk: Desk, it: SettleAppeal, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    appeal = seen.open_appeal
    if appeal is None:
        raise refuse("case_id", "Ärende – har inget öppet överklagande – kontrollera ärendet.")
    not_before("settled_on", "Avgjort", it.settled_on, appeal.received_on)
    work.change(appeal, settled_on=it.settled_on, result=it.result)
    work.about("case", seen.id)
    if appeal.reclaim_id is not None:
        _settle_reclaim(work, seen, annulled=it.result == "annulled")
        return
    work.said = (
        say(
            "Domstolen upphävde beslutet i {number}. Fatta ett nytt beslut.",
            number=seen.case.number,
        )
        if it.result == "annulled"
        else say("Beslutet i {number} står fast.", number=seen.case.number)
    )


def _settle_reclaim(work: Work, seen: Picture, *, annulled: bool) -> None:
    """End a reclaim that the court annulled: nothing more is claimed by it."""
    if not annulled:
        work.said = say("Återkravet i {number} står fast.", number=seen.case.number)
        return
    if seen.reclaim is not None and seen.reclaim_open:
        work.change(
            seen.reclaim,
            state=ReclaimState.WRITTEN_OFF,
            ended_reason="Domstolen upphävde återkravet.",
        )
    work.said = say("Domstolen upphävde återkravet i {number}.", number=seen.case.number)


def _received_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    return {"case_id": seen.id, "received_on": desk.today}


STEPS = (
    Step(
        name="receive_appeal",
        command=ReceiveAppeal,
        about="case",
        title=say("Beslutet är överklagat"),
        button=say("Beslutet är överklagat"),
        plan=_receive,
        applies=lambda seen: seen.decision is not None and seen.open_appeal is None,
        prefill=_received_now,
    ),
    Step(
        name="appeal_reclaim",
        command=AppealReclaim,
        about="case",
        title=say("Återkravet är överklagat"),
        button=say("Återkravet är överklagat"),
        plan=_reclaim,
        applies=lambda seen: bool(seen.reclaim and seen.reclaim.cited and seen.open_appeal is None),
        prefill=_received_now,
    ),
    Step(
        name="settle_appeal",
        command=SettleAppeal,
        about="case",
        title=say("Domstolen har avgjort"),
        button=VERBS["settle_appeal"],
        plan=_settle,
        applies=lambda seen: seen.open_appeal is not None,
        prefill=lambda desk, seen: {"case_id": seen.id, "settled_on": desk.today},
    ),
)
