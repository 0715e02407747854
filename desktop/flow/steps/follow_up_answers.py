"""An answer to the follow-up is written in, or put right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.agenda import AGENDA
from desktop.domain.follow_up import SOURCE_WORDS, AnswerSource
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.text import say
from desktop.exchange.answer_fields import MOST
from desktop.flow.ask import File, Kind, ask
from desktop.flow.filing import file_away
from desktop.flow.follow_up_view import ANSWERED, AskedPicture
from desktop.flow.step import Command, Step
from desktop.flow.steps.about import no_personal_numbers
from desktop.flow.steps.follow_up_about import (
    seen_asked,
    told,
)

if TYPE_CHECKING:
    from desktop.flow.desk import Desk
    from desktop.flow.work import Work

_SOURCES = {str(key): str(word) for key, word in SOURCE_WORDS.items()}
NUMBERS = ("digital", "incoming", "outgoing", "participants", "youth", "cost_own", "cost_external")
"""Fields that are numbers."""


@dataclass(frozen=True, kw_only=True)
class Reply(Command):
    """The answer to one question of our own."""

    text: str = ask(Kind.NOTE, "Svar", default="")


@dataclass(frozen=True, kw_only=True)
class RegisterAnswer(Command):
    """Write in the answer of a board, office or company."""

    asked_id: int = ask(Kind.REF, "Verksamhet", ref="asked")
    answered_on: date = ask(Kind.DAY, "Kom in", past=True)
    source: str = ask(Kind.CHOICE, "Hur", choices=_SOURCES, default="form")
    activities: str = ask(Kind.NOTE, "Vad de har gjort", default="")
    digital: int | None = ask(Kind.NUMBER, "Digitala möten", default=None, high=MOST)
    incoming: int | None = ask(Kind.NUMBER, "Besök hit", default=None, high=MOST)
    outgoing: int | None = ask(Kind.NUMBER, "Resor", default=None, high=MOST)
    participants: int | None = ask(Kind.NUMBER, "Deltagare", default=None, high=MOST)
    youth: int | None = ask(Kind.NUMBER, "Varav 25 år eller yngre", default=None, high=MOST)
    cost_own: int | None = ask(Kind.KR, "Kostnader på egen budget", default=None)
    cost_external: int | None = ask(Kind.KR, "Betalt av andra", default=None)
    areas: tuple[str, ...] = ask(Kind.CHOICES, "Mål", source="goals", default=())
    agenda_goals: tuple[str, ...] = ask(Kind.CHOICES, "Agenda 2030", choices=AGENDA, default=())
    answers: tuple[Reply, ...] = ask(Kind.ROWS, "Egna frågor", row=Reply, default=())
    file: File | None = ask(Kind.FILE, "Svaret som fil", default=None)


@dataclass(frozen=True, kw_only=True)
class CorrectAnswer(RegisterAnswer):
    """Put right an answer that is in; the file that came is kept as it is."""


def _register(desk: Desk, it: RegisterAnswer, work: Work) -> None:
    seen = seen_asked(desk, it.asked_id)
    if seen.state == ANSWERED:
        raise refuse(
            "asked_id",
            "Verksamhet – {name} har redan svarat – ändra svaret i stället.",
            name=seen.name,
        )
    keep_answer(desk, work, seen, it)
    work.said = say("Svaret från {name} är inne.", name=seen.name)


def _correct(desk: Desk, it: CorrectAnswer, work: Work) -> None:
    seen = seen_asked(desk, it.asked_id)
    if seen.state != ANSWERED:
        raise refuse(
            "asked_id", "Verksamhet – {name} har inte svarat – skriv in svaret.", name=seen.name
        )
    keep_answer(desk, work, seen, it)
    work.said = say("Svaret från {name} är rättat.", name=seen.name)


def keep_answer(desk: Desk, work: Work, seen: AskedPicture, it: RegisterAnswer) -> None:
    """Judge an answer and put it on the work; its file too."""
    _judge(seen, it)
    document_id = seen.asked.document_id
    if it.file is not None:
        document_id = file_away(
            desk,
            work,
            it.file,
            kind="follow_up_answer",
            title=f"Svar {seen.round.year}, {seen.name}",
            subject=f"asked:{seen.id}",
        ).id
    work.change(
        seen.asked,
        answered_on=it.answered_on,
        source=AnswerSource(it.source),
        excused="",
        activities=it.activities,
        areas=it.areas,
        agenda_goals=it.agenda_goals,
        answers=tuple(each.text for each in it.answers),
        document_id=document_id,
        **{name: getattr(it, name) for name in NUMBERS},
    )
    told(work, seen.round.id, seen.id)


def _judge(seen: AskedPicture, it: RegisterAnswer) -> None:
    problems: list[Problem] = []
    texts = [("activities", "Vad de har gjort", it.activities)]
    texts += [(f"answers.{at}.text", "Svar", each.text) for at, each in enumerate(it.answers)]
    for field, label, words in texts:
        try:
            no_personal_numbers(field, label, words)
        except Refusal as refusal:
            problems.extend(refusal.problems)
    if it.youth is not None and it.youth > (it.participants or 0):
        problems.append(
            problem(
                "youth",
                "Varav 25 år eller yngre – {youth} är fler än deltagarna – rätta det ena.",
                youth=it.youth,
            )
        )
    known = {goal.key for goal in seen.guideline.goals}
    problems += [
        problem(
            "areas", "Mål – {key} finns inte i riktlinjen – välj i listan.", key=key[:40] or "?"
        )
        for key in it.areas
        if key not in known
    ]
    if len(it.answers) > len(seen.round.questions):
        problems.append(
            problem(
                "answers",
                "Egna frågor – det finns {count} – ta bort svaren som blir över.",
                count=len(seen.round.questions),
            )
        )
    told_of = (it.activities, *(getattr(it, name) for name in NUMBERS), *it.areas)
    if all(each in ("", None) for each in told_of) and not any(x.text for x in it.answers):
        problems.append(
            problem("activities", "Vad de har gjort – svaret är tomt – skriv det, eller 0.")
        )
    if problems:
        raise Refusal(problems)


def _proposed(desk: Desk, seen: AskedPicture) -> dict[str, Any]:
    return {
        "asked_id": seen.id,
        "answered_on": desk.today,
        "source": str(AnswerSource.FORM),
        "answers": tuple(Reply() for _ in seen.round.questions),
    }


def _now(desk: Desk, seen: AskedPicture) -> dict[str, Any]:
    asked = seen.asked
    same = ("answered_on", "activities", "areas", "agenda_goals", *NUMBERS)
    rest = len(seen.round.questions) - len(asked.answers)
    return {
        **_proposed(desk, seen),
        **{name: getattr(asked, name) for name in same},
        "source": str(asked.source),
        "answers": tuple(Reply(text=each) for each in (*asked.answers, *([""] * rest))),
    }


STEPS = (
    Step(
        name="register_answer",
        command=RegisterAnswer,
        about="asked",
        title=say("Skriv in svaret"),
        button=say("Skriv in svaret"),
        plan=_register,
        applies=lambda seen: seen.state != ANSWERED,
        prefill=_proposed,
    ),
    Step(
        name="correct_answer",
        command=CorrectAnswer,
        about="asked",
        title=say("Ändra svaret"),
        button=say("Ändra svaret"),
        plan=_correct,
        applies=lambda seen: seen.state == ANSWERED,
        prefill=_now,
    ),
)
