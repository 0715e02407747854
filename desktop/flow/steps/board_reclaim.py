"""Money that the board itself has claimed back: written in from its minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Reclaim
from desktop.domain.problems import refuse
from desktop.domain.swedish import kr
from desktop.domain.text import say
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import not_before, seen_case
from desktop.flow.steps.board import paragraph_of
from desktop.flow.steps.reclaiming import (
    GROUNDS,
    can_claim,
    judge_claim,
    last_day,
    reclaim_now,
    why,
)
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work


@dataclass(frozen=True, kw_only=True)
class RecordBoardReclaim(Command):
    """Write in that the board has decided to claim money back; the minutes go with the claim."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    meeting_on: date = ask(Kind.DAY, "Nämndens möte", past=True)
    paragraph: str = ask(Kind.LINE, "Paragraf", limit=40, help="I protokollet, till exempel § 90.")
    amount: int = ask(Kind.KR, "Återkrävs", low=1)
    ground: str = ask(Kind.CHOICE, "Villkor som inte följts", choices=GROUNDS, default="purpose")
    reason: str = ask(Kind.LINE, "Vad som har hänt", default="", limit=500)
    due_on: date | None = ask(
        Kind.DAY, "Betalas senast", default=None, help="Tomt: 30 dagar från att kravet skickas."
    )
    heard_on: date | None = ask(
        Kind.DAY,
        "Fick yttra sig",
        default=None,
        past=True,
        help="Dagen då mottagaren fick yttra sig.",
    )
    minutes: File | None = ask(
        Kind.FILE, "Protokollsutdrag", default=None, help="Skickas till mottagaren som krav."
    )


def _record(desk: Desk, it: RecordBoardReclaim, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    if not seen.board:
        raise refuse("case_id", "Återkrav – är delegerat – besluta om återkravet i stället.")
    judge_claim(seen, it)
    if seen.decision is not None:
        decided_on = seen.decision.decided_on
        not_before("meeting_on", "Nämndens möte", it.meeting_on, decided_on)
        if it.heard_on is not None:
            not_before("heard_on", "Fick yttra sig", it.heard_on, decided_on)
    if it.due_on is not None:
        not_before("due_on", "Betalas senast", it.due_on, it.meeting_on)
    kept = None
    if it.minutes:
        title = f"Protokollsutdrag {paragraph_of(it.paragraph)}, återkrav"
        kept = file_away(desk, work, it.minutes, kind="attachment", title=title, case_id=seen.id)
    officer = desk.officer()
    work.add(
        Reclaim(
            case_id=seen.id,
            amount=it.amount,
            ground=it.ground,
            reason=why(it),
            decided_on=it.meeting_on,
            due_on=it.due_on,
            year=it.meeting_on.year,
            heard_on=it.heard_on,
            officer=officer.name,
            officer_title=officer.title,
            board=seen.board,
            paragraph=paragraph_of(it.paragraph),
            document_id=kept.id if kept else None,
        )
    )
    work.about("case", seen.id)
    work.reason = why(it)
    work.said = say(
        "{board} återkräver {amount} av {name}. Skicka protokollsutdraget.",
        board=seen.board.capitalize(),
        amount=kr(it.amount),
        name=seen.association.name,
    )


def _now(desk: Desk, seen: Picture) -> dict[str, Any]:
    proposed = reclaim_now(desk, seen)
    kept = {name: proposed[name] for name in ("case_id", "amount", "ground", "reason")}
    return {**kept, "meeting_on": desk.today, "due_on": last_day(desk.today)}


STEPS = (
    Step(
        name="record_board_reclaim",
        command=RecordBoardReclaim,
        about="case",
        title=say("Nämnden har återkrävt"),
        button=VERBS["record_board_reclaim"],
        plan=_record,
        applies=lambda seen: bool(seen.board) and can_claim(seen),
        prefill=_now,
        consequence=lambda seen: say(
            "Återkravet beslutas av {board}. Här skrivs det in, så att kravet bevakas.",
            board=seen.board,
        ),
    ),
)
