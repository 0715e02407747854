"""A year's follow-up is begun and changed; a body is asked too, or excused (S7, U8, B3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.commitments import Body
from desktop.domain.follow_up import FollowUpAsked, FollowUpRound
from desktop.domain.problems import refuse
from desktop.domain.spoken import counted
from desktop.domain.text import say
from desktop.flow.ask import Kind, ask
from desktop.flow.follow_up_next import VERBS
from desktop.flow.follow_up_papers import of_body
from desktop.flow.follow_up_view import (
    ANSWERED,
    EXCUSED,
    AskedPicture,
    FollowUpPicture,
    follow_up,
    latest_year,
)
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers, not_before
from desktop.flow.steps.follow_up_about import (
    FIRST,
    LAST,
    begun,
    only_asked,
    only_round,
    round_of,
    seen_asked,
    seen_round,
    told,
)

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

QUESTIONS = 2000
"""Characters of all own questions: what a form has room for."""


@dataclass(frozen=True, kw_only=True)
class StartFollowUp(Command):
    """Begin the follow-up of a year: who is asked, until when, and what besides the figures."""

    year: int = ask(Kind.NUMBER, "År", low=FIRST, high=LAST)
    answer_by: date = ask(Kind.DAY, "Svar senast")
    board_on: date | None = ask(
        Kind.DAY, "Rapport till styrelsen", default=None, help="Dagen då årsrapporten ska vara där."
    )
    body_ids: tuple[int, ...] | None = ask(
        Kind.REFS, "Vilka som frågas", ref="body", default=None, help="Tomt: de riktlinjen nämner."
    )
    questions: str = ask(
        Kind.NOTE, "Egna frågor", default="", limit=QUESTIONS, help="En fråga per rad."
    )


@dataclass(frozen=True, kw_only=True)
class ChangeFollowUp(Command):
    """Change the days, and the questions until the forms are sent."""

    round_id: int = ask(Kind.REF, "Uppföljning", ref="follow_up")
    answer_by: date = ask(Kind.DAY, "Svar senast")
    board_on: date | None = ask(Kind.DAY, "Rapport till styrelsen", default=None)
    questions: str = ask(
        Kind.NOTE, "Egna frågor", default="", limit=QUESTIONS, help="En fråga per rad."
    )
    note: str = ask(Kind.NOTE, "Anteckning", default="")


@dataclass(frozen=True, kw_only=True)
class AskBody(Command):
    """Ask one more board, office or company, or one that was excused."""

    round_id: int = ask(Kind.REF, "Uppföljning", ref="follow_up")
    body_id: int = ask(Kind.REF, "Verksamhet", ref="body")


@dataclass(frozen=True, kw_only=True)
class ExcuseBody(Command):
    """Let one that is asked go without an answer, with the reason."""

    asked_id: int = ask(Kind.REF, "Verksamhet", ref="asked")
    reason: str = ask(Kind.LINE, "Skäl", help="Står i årsrapporten.")


def questions_of(words: str) -> tuple[str, ...]:
    """Give the questions, one from each line."""
    return tuple(line for each in words.split("\n") if (line := " ".join(each.split())))


def _start(desk: Desk, it: StartFollowUp, work: Work) -> None:
    seen = follow_up(desk, it.year)
    no_personal_numbers("questions", "Egna frågor", it.questions)
    if seen.round is not None:
        raise refuse(
            "year", "År – uppföljningen {year} är redan startad – öppna den.", year=it.year
        )
    _in_order(it.answer_by, it.board_on, it.year)
    chosen = tuple(_body(desk, each) for each in it.body_ids or ())
    bodies = chosen or seen.bodies
    if not bodies:
        raise refuse(
            "body_ids",
            "Vilka som frågas – inga är registrerade – lägg upp nämnder, kontor och bolag först.",
        )
    made = work.add(
        FollowUpRound(
            year=it.year,
            answer_by=it.answer_by,
            board_on=it.board_on,
            questions=questions_of(it.questions),
        )
    )
    for each in bodies:
        work.add(FollowUpAsked(round_id=made.id, body_id=each.id))
    told(work, made.id)
    work.said = say(
        "Uppföljningen {year} är startad, {count} frågas.",
        year=it.year,
        count=counted(len(bodies)),
    )


def _in_order(answer_by: date, board_on: date | None, year: int) -> None:
    not_before("answer_by", "Svar senast", answer_by, date(year, 1, 1))
    if board_on is not None:
        not_before("board_on", "Rapport till styrelsen", board_on, answer_by)


def _body(desk: Desk, body_id: int) -> Body:
    found = desk.store.first(Body, "id = ?", body_id)
    if found is None:
        raise refuse("body_ids", "Vilka som frågas – en av dem finns inte – välj i listan.")
    return found


def _change(desk: Desk, it: ChangeFollowUp, work: Work) -> None:
    seen = seen_round(desk, it.round_id)
    no_personal_numbers("questions", "Egna frågor", it.questions)
    found = round_of(seen)
    _in_order(it.answer_by, it.board_on, found.year)
    no_personal_numbers("note", "Anteckning", it.note)
    questions = questions_of(it.questions)
    if seen.sent and questions != found.questions:
        raise refuse(
            "questions", "Egna frågor – formulären är redan skickade – låt frågorna stå som de är."
        )
    work.change(
        found,
        answer_by=it.answer_by,
        board_on=it.board_on,
        questions=questions,
        note=it.note,
    )
    told(work, found.id)
    work.said = say("Uppföljningen {year} är ändrad.", year=found.year)


def _ask(desk: Desk, it: AskBody, work: Work) -> None:
    seen = seen_round(desk, it.round_id)
    found = desk.store.first(Body, "id = ?", it.body_id)
    if found is None:
        raise refuse("body_id", "Verksamhet – finns inte i registret – välj i listan.")
    known = of_body(seen, found.id)
    if known is None:
        asked = work.add(FollowUpAsked(round_id=it.round_id, body_id=found.id))
    elif known.state == EXCUSED:
        asked = work.change(known.asked, excused="")
    else:
        raise refuse(
            "body_id", "Verksamhet – {name} frågas redan – välj en annan.", name=found.name
        )
    told(work, it.round_id, asked.id)
    work.said = say("{name} är med i uppföljningen.", name=found.name)


def _excuse(desk: Desk, it: ExcuseBody, work: Work) -> None:
    seen = seen_asked(desk, it.asked_id)
    if seen.state == ANSWERED:
        raise refuse("asked_id", "Verksamhet – {name} har svarat – låt svaret stå.", name=seen.name)
    no_personal_numbers("reason", "Skäl", it.reason)
    work.change(seen.asked, excused=it.reason)
    told(work, seen.round.id, seen.id)
    work.reason = it.reason
    work.said = say("{name} behöver inte svara.", name=seen.name)


def _begin(desk: Desk, seen: Any) -> dict[str, Any]:  # noqa: ANN401 - a FollowUpPicture or nothing
    if not isinstance(seen, FollowUpPicture):
        seen = follow_up(desk, latest_year(desk))
    last = follow_up(desk, seen.year - 1).round
    return {
        "year": seen.year,
        "answer_by": seen.answer_by or date(seen.year + 1, 1, 31),
        "board_on": seen.report_by,
        "body_ids": tuple(each.id for each in seen.bodies),
        "questions": "\n".join(last.questions) if last else "",
    }


def _now(_desk: Desk, seen: FollowUpPicture) -> dict[str, Any]:
    if not begun(seen):
        return {}
    found = round_of(seen)
    return {
        "round_id": found.id,
        "answer_by": found.answer_by,
        "board_on": found.board_on,
        "questions": "\n".join(found.questions),
        "note": found.note,
    }


def _excusable(seen: AskedPicture) -> bool:
    return seen.state not in (ANSWERED, EXCUSED)


STEPS = (
    Step(
        name="start_follow_up",
        command=StartFollowUp,
        about="follow_up",
        title=say("Starta uppföljningen"),
        button=VERBS["start_follow_up"],
        plan=_start,
        applies=lambda seen: not begun(seen),
        prefill=_begin,
    ),
    Step(
        name="change_follow_up",
        command=ChangeFollowUp,
        about="follow_up",
        title=say("Ändra uppföljningen"),
        button=say("Ändra uppföljningen"),
        plan=_change,
        applies=begun,
        prefill=_now,
    ),
    Step(
        name="ask_body",
        command=AskBody,
        about="follow_up",
        title=say("Fråga en till"),
        button=say("Fråga en till"),
        plan=_ask,
        applies=begun,
        prefill=only_round,
    ),
    Step(
        name="excuse_body",
        command=ExcuseBody,
        about="asked",
        title=say("Behöver inte svara"),
        button=say("Behöver inte svara"),
        plan=_excuse,
        applies=_excusable,
        prefill=only_asked,
    ),
)
