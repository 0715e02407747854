"""What the board decides itself: prepared for it, written in when it has, minutes announced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import BoardNotice
from desktop.domain.dates import last_day_of_appeal
from desktop.domain.phases import BEFORE_DECISION, DecisionKind, Outcome, Phase
from desktop.domain.problems import refuse
from desktop.domain.proposal import outcome_for, stopping
from desktop.domain.swedish import capital, kr
from desktop.domain.text import Text, say
from desktop.flow.ask import Kind, ask
from desktop.flow.board_paper import board_proposal
from desktop.flow.deciding import Terms, decide, suggested
from desktop.flow.filing import keep_letter
from desktop.flow.lists import next_of_board
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import in_phase, move, no_personal_numbers, not_before, seen_case
from desktop.flow.steps.decision import DECIDED, KINDS, OUTCOMES, said_of
from desktop.flow.steps.decision_anew import replace_standing
from desktop.flow.verbs import VERBS

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.picture import Picture
    from desktop.flow.work import Work

_OUTCOMES = {**OUTCOMES, "written_off": "Avskrivning"}
_BEFORE = (Phase.RECEIVED, Phase.PREPARATION, Phase.READY)


@dataclass(frozen=True, kw_only=True)
class PrepareForBoard(Command):
    """Write the proposal to the board that decides itself; nothing is decided here."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    proposal: int = ask(Kind.KR, "Förslag", help="0 kr föreslår avslag.")
    own_text: str = ask(
        Kind.NOTE, "Bedömning", default="", limit=4000, help="Står i tjänsteskrivelsen."
    )
    meeting_on: date | None = ask(Kind.DAY, "Till mötet", default=None)


def _prepare(desk: Desk, it: PrepareForBoard, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, *_BEFORE)
    _of_board(seen)
    no_personal_numbers("own_text", "Bedömning", it.own_text)
    stopped = bool(stopping(seen.draft.findings, "decision"))
    room = 0 if stopped else seen.draft.ceiling
    given = 0 if stopped else seen.draft.amount
    if it.proposal > room:
        raise refuse(
            "proposal",
            "Förslag – reglerna räcker till {room} – sänk beloppet eller rätta ansökan.",
            room=kr(room),
        )
    if it.proposal != given and not it.own_text:
        raise refuse(
            "own_text",
            "Bedömning – reglerna ger {amount} – skriv varför förslaget är ett annat belopp.",
            amount=kr(given),
        )
    keep_letter(
        desk,
        work,
        board_proposal(desk, seen, it.proposal, it.own_text, it.meeting_on),
        kind="board_proposal",
        title=f"Tjänsteskrivelse till {seen.board}, förslag {kr(it.proposal)}",
        name=f"{seen.case.number}-tjansteskrivelse-{desk.today}",
        case_id=seen.id,
    )
    move(desk, work, seen.case, Phase.READY)
    work.about("case", seen.id)
    work.said = say(
        "Tjänsteskrivelsen för {number} är skriven. {board} beslutar.",
        number=seen.case.number,
        board=capital(seen.board),
    )


def _of_board(seen: Picture) -> None:
    if not seen.board:
        raise refuse("case_id", "Beslut – är delegerat – besluta i ärendet i stället.")


@dataclass(frozen=True, kw_only=True)
class RecordBoardDecision(Command):
    """Write in what the board has decided; the letter is drawn up in the same act."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    meeting_on: date = ask(Kind.DAY, "Nämndens möte", past=True)
    paragraph: str = ask(Kind.LINE, "Paragraf", limit=40, help="I protokollet, till exempel § 84.")
    outcome: str = ask(Kind.CHOICE, "Utfall", choices=_OUTCOMES)
    granted: int = ask(Kind.KR, "Belopp", default=0)
    reasons: tuple[str, ...] = ask(Kind.CHOICES, "Skäl", source="reasons", default=())
    own_text: str = ask(Kind.NOTE, "Egen text", default="", limit=4000)
    deviation: str = ask(
        Kind.LINE,
        "Skäl att avvika",
        default="",
        limit=500,
        help="Behövs när nämnden gick utanför reglerna. Står i brevet.",
    )
    conditions: str = ask(
        Kind.NOTE, "Fler villkor", default="", limit=2000, help="Ett villkor per rad."
    )


def _terms(seen: Picture, it: RecordBoardDecision, **more: Any) -> Terms:  # noqa: ANN401
    no_personal_numbers("own_text", "Egen text", it.own_text)
    no_personal_numbers("deviation", "Skäl att avvika", it.deviation)
    no_personal_numbers("conditions", "Fler villkor", it.conditions)
    return Terms(
        outcome=Outcome(it.outcome),
        granted=it.granted,
        decided_on=it.meeting_on,
        reasons=it.reasons,
        own_text=it.own_text,
        conditions=tuple(line for line in it.conditions.split("\n") if line),
        deviation=it.deviation,
        board=(seen.decision.board if seen.decision else "") or seen.board,
        paragraph=paragraph_of(it.paragraph),
        **more,
    )


def paragraph_of(written: str) -> str:
    """Give the paragraph with its sign: "84" and "§ 84" become "§ 84"."""
    return f"§ {written.removeprefix('§').strip()}"


def _record(desk: Desk, it: RecordBoardDecision, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, *BEFORE_DECISION)
    _of_board(seen)
    number = next_of_board(desk, it.meeting_on.year)
    made = decide(desk, work, seen, _terms(seen, it), number)
    move(desk, work, seen.case, Phase.DECIDED)
    work.about("case", seen.id)
    work.reason = it.deviation
    work.said = said_of(seen, made)


def _record_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    outcome = outcome_for(seen.application.asked, seen.decidable)
    return {
        "case_id": seen.id,
        "meeting_on": desk.today,
        "outcome": str(outcome),
        "granted": seen.decidable,
        "reasons": suggested(desk, seen, outcome),
    }


@dataclass(frozen=True, kw_only=True)
class RecordNewBoardDecision(RecordBoardDecision):
    """Write in that the board corrected or changed its decision: a new version."""

    kind: str = ask(Kind.CHOICE, "Varför", choices=KINDS, default="change")
    ground: str = ask(Kind.LINE, "Grund för ändringen", limit=500)


def _record_anew(desk: Desk, it: RecordNewBoardDecision, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    in_phase(seen, *DECIDED)
    no_personal_numbers("ground", "Grund för ändringen", it.ground)
    terms = _terms(seen, it, kind=DecisionKind(it.kind), ground=it.ground)
    replace_standing(desk, work, seen, terms, next_of_board(desk, it.meeting_on.year))


def _anew_now(desk: Desk, seen: Picture) -> dict[str, Any]:
    old = seen.decision
    if old is None:
        return {"case_id": seen.id}
    return {
        "case_id": seen.id,
        "meeting_on": desk.today,
        "outcome": str(old.outcome),
        "granted": old.granted,
        "reasons": suggested(desk, seen, old.outcome),
        "deviation": old.deviation,
        "kind": "after_court" if seen.annulled else "change",
    }


@dataclass(frozen=True, kw_only=True)
class AnnounceBoardDecision(Command):
    """Note the day the notice board announced the board's minutes: the appeal time runs."""

    case_id: int = ask(Kind.REF, "Ärende", ref="case")
    announced_on: date = ask(Kind.DAY, "Anslagsdag", past=True)


def _announce(desk: Desk, it: AnnounceBoardDecision, work: Work) -> None:
    seen = seen_case(desk, it.case_id)
    if seen.decision is None or not seen.by_board:
        raise refuse("case_id", "Ärende – har inget beslut av nämnden – skriv in beslutet först.")
    not_before("announced_on", "Anslagsdag", it.announced_on, seen.decision.decided_on)
    if seen.notice is None:
        work.add(BoardNotice(decision_id=seen.decision.id, announced_on=it.announced_on))
    else:
        work.change(seen.notice, announced_on=it.announced_on)
    work.about("case", seen.id)
    work.said = say(
        "Anslaget {day}. Sista dag att överklaga är {last}.",
        day=it.announced_on.isoformat(),
        last=last_day_of_appeal(it.announced_on).isoformat(),
    )


def _nothing_decided(seen: Picture) -> Text:
    return say(
        "Skriver tjänsteskrivelsen. Inget beslutas förrän {board} har gjort det.", board=seen.board
    )


STEPS = (
    Step(
        name="prepare_for_board",
        command=PrepareForBoard,
        about="case",
        title=say("Förbered för nämnden"),
        button=VERBS["prepare_for_board"],
        plan=_prepare,
        applies=lambda seen: bool(seen.board) and seen.case.phase in _BEFORE,
        prefill=lambda _desk, seen: {"case_id": seen.id, "proposal": seen.decidable},
        consequence=_nothing_decided,
    ),
    Step(
        name="record_board_decision",
        command=RecordBoardDecision,
        about="case",
        title=say("Nämnden har beslutat"),
        button=VERBS["record_board_decision"],
        plan=_record,
        applies=lambda seen: bool(seen.board) and seen.undecided,
        prefill=_record_now,
        consequence=lambda _: say("Brevet säger att nämnden har beslutat, med dag och paragraf."),
    ),
    Step(
        name="record_new_board_decision",
        command=RecordNewBoardDecision,
        about="case",
        title=say("Nämnden har ändrat beslutet"),
        button=VERBS["record_new_board_decision"],
        plan=_record_anew,
        applies=lambda seen: (
            seen.by_board and seen.case.phase in DECIDED and not seen.case.declined_on
        ),
        prefill=_anew_now,
        consequence=lambda _: say("Det gamla beslutet finns kvar och ersätts. Brevet börjar om."),
    ),
    Step(
        name="announce_board_decision",
        command=AnnounceBoardDecision,
        about="case",
        title=say("Protokollet är anslaget"),
        button=say("Ange anslagsdag"),
        plan=_announce,
        applies=lambda seen: seen.by_board,
        prefill=lambda desk, seen: {"case_id": seen.id, "announced_on": desk.today},
        consequence=lambda _: say(
            "Programmet räknar ut sista dagen att överklaga. Anslaget ska sitta uppe hela tiden."
        ),
    ),
)
