"""An answer to the follow-up is read from the Excel file that came back; problems name cells."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desktop.domain.follow_up import AnswerSource
from desktop.domain.problems import Problem, Refusal, problem, refuse
from desktop.domain.text import say
from desktop.exchange.answer_fields import AREA, GOAL, QUESTION
from desktop.exchange.answer_reading import Cell, FilledForm, read_form
from desktop.exchange.problems import Unreadable
from desktop.flow.ask import File, Kind, ask
from desktop.flow.follow_up_next import VERBS
from desktop.flow.follow_up_view import ANSWERED, AskedPicture
from desktop.flow.reading import read
from desktop.flow.step import Command, Step
from desktop.flow.steps.follow_up_about import begun, only_round, seen_round
from desktop.flow.steps.follow_up_answers import NUMBERS, RegisterAnswer, keep_answer

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.flow.desk import Desk
    from desktop.flow.follow_up_view import FollowUpPicture
    from desktop.flow.work import Work

_YES = ("ja", "j", "x", "yes", "true", "1", "sant")
_NO = ("", "nej", "n", "no", "false", "0", "falskt")


@dataclass(frozen=True, kw_only=True)
class ReadAnswer(Command):
    """Read an answer from the Excel file that came back, and keep the file."""

    round_id: int = ask(Kind.REF, "Uppföljning", ref="follow_up")
    file: File = ask(Kind.FILE, "Ifylld Excelfil")


def _read(desk: Desk, it: ReadAnswer, work: Work) -> None:
    seen = seen_round(desk, it.round_id)
    try:
        form = read_form(it.file.content)
    except Unreadable as trouble:
        raise Refusal([Problem("file", trouble.text)]) from trouble
    asked = _whose(desk, seen, form)
    command = _answer(desk, asked, form)
    try:
        keep_answer(desk, work, asked, replace(command, file=it.file))
    except Refusal as refusal:
        raise _in_cells(refusal, form) from refusal
    work.said = say("Svaret från {name} är inläst.", name=asked.name)


def _whose(desk: Desk, seen: FollowUpPicture, form: FilledForm) -> AskedPicture:
    """Give who the form was made for; refuse one of another register, round or time."""
    if form.register != desk.store.register_uuid:
        raise refuse("file", "Filen – hör till ett annat register – läs in den där.")
    if form.round_id != (seen.round.id if seen.round else 0) or form.year != seen.year:
        raise refuse(
            "file",
            "Filen – är ett svar om {year} – öppna uppföljningen {year} och läs in den där.",
            year=form.year,
        )
    asked = next((each for each in seen.asked if each.id == form.asked_id), None)
    if asked is None:
        raise refuse("file", "Filen – är från någon som inte frågas längre – fråga dem igen först.")
    if asked.state == ANSWERED:
        raise refuse(
            "file",
            "Filen – {name} har redan svarat – ändra svaret, eller ångra det och läs in på nytt.",
            name=asked.name,
        )
    return asked


def _answer(desk: Desk, asked: AskedPicture, form: FilledForm) -> RegisterAnswer:
    """Make the same command of the cells as a person fills in; problems name the cell."""
    questions = range(1, len(asked.round.questions) + 1)
    raw: dict[str, object] = {
        "asked_id": asked.id,
        "answered_on": desk.today,
        "source": str(AnswerSource.XLSX),
        **{name: _typed(form.answers.get(name)) for name in ("activities", *NUMBERS)},
        "answers": [{"text": _typed(form.answers.get(f"{QUESTION}{at}"))} for at in questions],
    }
    problems: list[Problem] = []
    for begins, name in ((AREA, "areas"), (GOAL, "agenda_goals")):
        raw[name] = list(_ticked(form, begins, problems))
    try:
        command = read(RegisterAnswer, raw, desk.today)
    except Refusal as refusal:
        problems += _in_cells(refusal, form).problems
    if problems:
        raise Refusal(problems)
    return command


def _typed(cell: Cell | None) -> object:
    """Give a cell as a person would have typed it: 12.0 is 12, half is left to be refused."""
    value = cell.value if cell else None
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, float):
        whole = math.isfinite(value) and value == int(value)
        return int(value) if whole else str(value).replace(".", ",")
    return value


def _ticked(form: FilledForm, begins: str, problems: list[Problem]) -> Iterable[str]:
    for key, cell in form.answers.items():
        if not key.startswith(begins):
            continue
        words = str(_typed(cell) if cell.value is not None else "").strip().lower()
        if words in _YES:
            yield key.removeprefix(begins)
        elif words not in _NO:
            problems.append(
                problem(
                    "file",
                    "Cell {cell} – {given} är varken ja eller nej – skriv Ja eller lämna tomt.",
                    cell=cell.at,
                    given=words[:40],
                )
            )


def _in_cells(refusal: Refusal, form: FilledForm) -> Refusal:
    """Say the same problems with the cell where each stands."""
    return Refusal(
        Problem("file", say("Cell {cell}: {words}", cell=at, words=each.text))
        if (at := _cell_of(each.field, form))
        else Problem("file", each.text)
        for each in refusal.problems
    )


def _cell_of(field: str, form: FilledForm) -> str:
    name, _, rest = field.partition(".")
    key = f"{QUESTION}{int(rest.partition('.')[0]) + 1}" if name == "answers" and rest else name
    cell = form.answers.get(key)
    return cell.at if cell else ""


STEPS = (
    Step(
        name="read_answer",
        command=ReadAnswer,
        about="follow_up",
        title=say("Läs in svar"),
        button=VERBS["read_answer"],
        plan=_read,
        applies=lambda seen: begun(seen) and bool(seen.missing or seen.unsent),
        prefill=only_round,
        consequence=lambda _: say("Filen visar vems svaret är. Den sparas som den är."),
    ),
)
