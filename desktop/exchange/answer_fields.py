"""What the fillable form of the yearly follow-up asks, in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

NUMBER, KRONOR, NOTE, TICK = "number", "kronor", "note", "tick"
"""Kinds of answer cells."""
AREA, GOAL, QUESTION = "area:", "goal:", "question:"
"""What the keys of ticks and own questions begin with."""
MOST = 999_999
"""The greatest number of contacts or people."""
MOST_KRONOR = 999_999_999
"""The greatest sum."""


@dataclass(frozen=True, kw_only=True)
class AnswerForm:
    """One form: who is asked about what, and which row of which register it belongs to."""

    register: str
    """UUID of the register."""
    round_id: int
    """The round."""
    asked_id: int
    """The row of the one who is asked."""
    year: int
    """The year that is followed up."""
    body: str
    """Who is asked."""
    municipality: str
    """The municipality's full name."""
    reported_to: str
    """Who gets the report, "kommunstyrelsen"."""
    answer_by: date
    """Last day."""
    made_on: date
    """The day it is made."""
    reply_to: str = ""
    """Where it is sent back."""
    areas_title: str = ""
    """What the goals are called."""
    areas: tuple[tuple[str, str], ...] = ()
    """Key and words of each goal."""
    agenda_goals: tuple[tuple[str, str], ...] = ()
    """Number and words of each Agenda 2030 goal; empty when they are not asked for."""
    questions: tuple[str, ...] = ()
    """Own questions."""


@dataclass(frozen=True, kw_only=True)
class AnswerRow:
    """One line of the form."""

    key: str
    """Field of the answer, "digital", "area:young", "question:1"; empty for a heading."""
    label: str
    """The words."""
    kind: str = ""
    """NUMBER, KRONOR, NOTE or TICK; empty for a heading."""
    help: str = ""
    """A few words beside the cell."""


def rows_of(form: AnswerForm) -> Iterator[AnswerRow]:
    """Give the lines of a form, headings too."""
    yield AnswerRow(key="", label=f"Ert internationella arbete {form.year}")
    yield AnswerRow(
        key="activities",
        label="Vad har ni gjort?",
        kind=NOTE,
        help="Skriv kort: vad, med vilka och vad det gav. Inga personnummer.",
    )
    yield AnswerRow(key="digital", label="Digitala möten", kind=NUMBER, help="Antal")
    yield AnswerRow(key="incoming", label="Besök hit", kind=NUMBER, help="Antal")
    yield AnswerRow(key="outgoing", label="Resor", kind=NUMBER, help="Antal")
    yield AnswerRow(key="participants", label="Deltagare", kind=NUMBER, help="Antal personer")
    yield AnswerRow(
        key="youth",
        label="Varav 25 år eller yngre",
        kind=NUMBER,
        help="Antal av deltagarna",
    )
    yield AnswerRow(
        key="cost_own", label="Kostnader på egen budget", kind=KRONOR, help="Hela kronor"
    )
    yield AnswerRow(
        key="cost_external",
        label="Betalt av andra",
        kind=KRONOR,
        help="Hela kronor: EU, fonder, partner",
    )
    yield from _ticks(AREA, form.areas_title or "Mål", form.areas)
    yield from _ticks(GOAL, "Mål i Agenda 2030", form.agenda_goals)
    if form.questions:
        yield AnswerRow(key="", label="Våra frågor")
    for number, question in enumerate(form.questions, start=1):
        yield AnswerRow(key=f"{QUESTION}{number}", label=question, kind=NOTE)


def _ticks(begins: str, title: str, choices: tuple[tuple[str, str], ...]) -> Iterator[AnswerRow]:
    if not choices:
        return
    yield AnswerRow(key="", label=title)
    for key, words in choices:
        yield AnswerRow(
            key=f"{begins}{key}", label=words, kind=TICK, help="Skriv Ja om det stämmer"
        )
