"""Deciding to claim money back: numbered as every decision, its letter drawn in the same act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Reclaim
from desktop.domain.dates import next_working_day
from desktop.domain.phases import RECLAIM_GROUNDS, Phase, ReclaimGround, ReportState
from desktop.domain.problems import refuse
from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.filing import keep_letter
from desktop.flow.lists import next_number
from desktop.flow.papers import draw, letter_base
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import in_phase, no_personal_numbers, not_before, seen_case
from desktop.flow.verbs import VERBS
from desktop.letters.facts import ReclaimFacts

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work

DAYS_TO_PAY = 30
"""Days proposed for paying back."""
GROUNDS = {str(key): str(words) for key, words in RECLAIM_GROUNDS.items()}
_ASKED_BY = {
    ReclaimGround.PURPOSE: ("funding", "place_link"),
    ReclaimGround.REPORT: ("report",),
    ReclaimGround.FACTS: ("written_application",),
}
"""Kinds of rule whose paragraph asks for what was not met; the first that the scheme has."""


@dataclass(frozen=True, kw_only=True)
class ReclaimGrant(Command):
    """Decide to claim money back; the letter is drawn up in the same act."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    amount: int = ask(Kind.KR, "Återkrävs", low=1)
    ground: str = ask(Kind.CHOICE, "Villkor som inte följts", choices=GROUNDS, default="purpose")
    reason: str = ask(
        Kind.LINE,
        "Vad som har hänt",
        default="",
        limit=500,
        help="Står i brevet. Behövs inte när rapporten uteblev.",
    )
    due_on: date | None = ask(Kind.DAY, "Betalas senast", default=None, help="Tomt: om 30 dagar.")
    pay_to: str = ask(
        Kind.LINE,
        "Betalas till",
        default="",
        limit=120,
        help="Till exempel bankgiro 5402-9681. Tomt: faktura skickas särskilt.",
    )
    heard_on: date | None = ask(
        Kind.DAY,
        "Fick yttra sig",
        default=None,
        past=True,
        help="Dagen då mottagaren fick yttra sig. Tomt: nämns inte.",
    )
    unbiased: bool = ask(Kind.YES, "Jag är inte jävig i ärendet", default=False)


def held(seen: Picture) -> int:
    """Give the kronor that are paid and have not come back."""
    return seen.paid - seen.repaid


def last_day(day: date) -> date:
    """Give the last day to pay when nobody sets another."""
    return next_working_day(day + timedelta(days=DAYS_TO_PAY))


def _reclaim(desk: Desk, it: ReclaimGrant, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    _judge(desk, seen, it)
    number, year = next_number(desk, desk.today.year), desk.today.year
    due_on, officer = it.due_on or last_day(desk.today), desk.officer()
    letter = keep_letter(
        desk,
        work,
        draw(
            desk, "reclaim_decision", _facts(desk, seen, it, f"{number}/{year}", due_on), "reason"
        ),
        kind="reclaim_decision",
        title=f"Beslut {number}/{year}, återkrav",
        name=f"{seen.case.number}-aterkrav-{year}-{number}",
        case_id=seen.id,
    )
    work.add(
        Reclaim(
            case_id=seen.id,
            amount=it.amount,
            ground=it.ground,
            reason=why(it),
            decided_on=desk.today,
            due_on=due_on,
            number=number,
            year=year,
            heard_on=it.heard_on,
            pay_to=it.pay_to,
            officer=officer.name,
            officer_title=officer.title,
            delegation=officer.delegation,
            document_id=letter.id,
        )
    )
    work.about("case", seen.id)
    work.reason = why(it)
    work.said = say(
        "Beslut {number}: {amount} återkrävs av {name}. Brevet ligger klart att skicka.",
        number=f"{number}/{year}",
        amount=kr(it.amount),
        name=seen.association.name,
    )


def why(it: Any) -> str:  # noqa: ANN401 - either form of a reclaim
    """Give the reason as registers and the log keep it."""
    return it.reason or str(RECLAIM_GROUNDS[ReclaimGround(it.ground)])


def judge_claim(seen: Picture, it: Any) -> None:  # noqa: ANN401 - either form of a reclaim
    """Refuse a claim on more than is held, or on a ground that the case does not give."""
    in_phase(seen, Phase.CARRIED_OUT)
    if seen.reclaim_open:
        raise refuse("case_id", "Återkrav – ett pågår redan – avsluta det först.")
    if not held(seen):
        raise refuse("case_id", "Återkrav – inget utbetalt är kvar – det går inte att återkräva.")
    if it.amount > held(seen):
        raise refuse(
            "amount",
            "Återkrävs – bara {held} är utbetalt och kvar hos mottagaren – skriv högst det.",
            held=kr(held(seen)),
        )
    if it.ground == ReclaimGround.REPORT and not _no_report(seen):
        raise refuse("ground", "Villkor – ingen rapport uteblev i ärendet – välj ett annat.")
    if not it.reason and it.ground != ReclaimGround.REPORT:
        raise refuse("reason", "Vad som har hänt – saknas – skriv det.")
    no_personal_numbers("reason", "Vad som har hänt", it.reason)


def _judge(desk: Desk, seen: Picture, it: ReclaimGrant) -> None:
    """Refuse a reclaim that does not hold."""
    if seen.board:
        raise refuse(
            "case_id",
            "Beslut – {board} beslutar själv – skriv in vad som är beslutat, eller ange"
            " delegationen under Inställningar.",
            board=seen.board,
        )
    judge_claim(seen, it)
    if it.due_on is not None and it.due_on <= desk.today:
        raise refuse(
            "due_on",
            "Betalas senast – {day} ger ingen tid att betala – skriv en dag efter i dag.",
            day=it.due_on.isoformat(),
        )
    if it.heard_on is not None and seen.decision is not None:
        not_before("heard_on", "Fick yttra sig", it.heard_on, seen.decision.decided_on)
    no_personal_numbers("pay_to", "Betalas till", it.pay_to)
    if not it.unbiased:
        raise refuse("unbiased", "Jäv – inte besvarat – kryssa i, eller låt någon annan besluta.")


def _facts(desk: Desk, seen: Picture, it: ReclaimGrant, number: str, due_on: date) -> ReclaimFacts:
    decision, report = seen.decision, seen.report
    assert decision is not None  # noqa: S101 - money has been paid
    return ReclaimFacts(
        **letter_base(desk, seen, desk.today, f"reclaim:{number}"),
        number=number,
        decision_number=f"{decision.number}/{decision.year}",
        decided_on=decision.decided_on,
        granted=decision.granted,
        paid=seen.paid,
        returned=seen.repaid,
        amount=it.amount,
        ground=ReclaimGround(it.ground),
        reason=it.reason[:1].upper() + it.reason[1:],
        paragraph=_paragraph(seen, ReclaimGround(it.ground)),
        report_due=report.due_on if report else None,
        reminded_on=tuple(each.day for each in seen.reminders),
        heard_on=it.heard_on,
        due_on=due_on,
        pay_to=it.pay_to,
    )


def _paragraph(seen: Picture, ground: ReclaimGround) -> str:
    """Give where the guideline asks for what was not met; "" when it does not say."""
    by_kind = {rule.kind: rule.paragraph for rule in reversed(seen.scheme.rules)}
    return next((by_kind[kind] for kind in _ASKED_BY[ground] if kind in by_kind), "")


def _no_report(seen: Picture) -> bool:
    """Say whether the report's day has passed without it."""
    missing = seen.report is not None and seen.report.state is ReportState.MISSING
    return missing or seen.report_late > 0


def _ground(seen: Picture) -> ReclaimGround:
    return ReclaimGround.REPORT if _no_report(seen) else ReclaimGround.PURPOSE


def reclaim_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    """Give what a reclaim is proposed to say."""
    deviation = seen.report.deviation if seen.report else None
    latest = desk.store.first(Reclaim, "number > 0", order="id desc")
    return {
        "case_id": seen.id,
        "amount": min(deviation or held(seen), held(seen)) or None,
        "ground": str(_ground(seen)),
        "reason": seen.report.note if deviation and seen.report else "",
        "due_on": last_day(desk.today),
        "pay_to": latest.pay_to if latest else "",
    }


def can_claim(seen: Picture) -> bool:
    """Say whether there is money to claim back, and no other claim is running."""
    settled = seen.reclaim_appeal is None or seen.reclaim_appeal.settled_on is not None
    carried = seen.case.phase is Phase.CARRIED_OUT
    return carried and held(seen) > 0 and not seen.reclaim_open and settled


STEPS = (
    Step(
        name="reclaim",
        command=ReclaimGrant,
        about="case",
        title=say("Besluta om återkrav"),
        button=VERBS["reclaim"],
        plan=_reclaim,
        applies=lambda seen: not seen.board and can_claim(seen),
        prefill=reclaim_now,
        consequence=lambda _: say(
            "Ett beslut med eget nummer, brev och rad på delegationslistan. Det kan sedan inte"
            " ändras."
        ),
    ),
)
