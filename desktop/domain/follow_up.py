"""The follow-up of a year: who is asked, what they answer, her words, the report (S7, U8, B3)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.domain.record import Record
from desktop.domain.text import Text, say
from desktop.domain.units import EntityId, Kr


class AnswerSource(StrEnum):
    """How an answer came."""

    FORM = "form"
    XLSX = "xlsx"
    PAPER = "paper"
    PHONE = "phone"


SOURCE_WORDS: dict[AnswerSource, Text] = {
    AnswerSource.FORM: say("Ifyllt formulär"),
    AnswerSource.XLSX: say("Ifylld Excelfil"),
    AnswerSource.PAPER: say("Brev eller e-post"),
    AnswerSource.PHONE: say("Samtal"),
}


@dataclass(frozen=True, kw_only=True)
class FollowUpRound(Record):
    """The follow-up of one year: the same questions to boards, offices and companies."""

    year: int
    """The year that is followed up; one round a year."""
    answer_by: date
    """Last day for the answers."""
    sent_on: date | None = None
    """The day the forms were made and went out; None before."""
    board_on: date | None = None
    """The day the board is to have the yearly report; None when nobody has said."""
    questions: tuple[str, ...] = ()
    """Questions of our own, in order; each is answered in free text."""
    note: str = ""
    """Free text."""


@dataclass(frozen=True, kw_only=True)
class FollowUpAsked(Record):
    """One board, office or company that is asked, and what it answered."""

    round_id: EntityId
    """The round."""
    body_id: EntityId
    """Who is asked; once in a round."""
    sent_on: date | None = None
    """The day its form was made; None before."""
    reminded_on: date | None = None
    """The day of the latest reminder."""
    excused: str = ""
    """Why no answer is needed; empty while one is."""
    answered_on: date | None = None
    """The day the answer came; None until it has."""
    source: AnswerSource | None = None
    """How it came."""
    activities: str = ""
    """What was done, in their words."""
    digital: int | None = None
    """Digital contacts; None when nothing is said."""
    incoming: int | None = None
    """Visits to us."""
    outgoing: int | None = None
    """Trips from us."""
    participants: int | None = None
    """People who took part."""
    youth: int | None = None
    """Of them 25 or younger."""
    cost_own: Kr | None = None
    """Costs on their own budget, kronor."""
    cost_external: Kr | None = None
    """Costs that somebody else paid, kronor."""
    areas: tuple[str, ...] = ()
    """Keys of the guideline's goals that were served."""
    agenda_goals: tuple[str, ...] = ()
    """Numbers of Agenda 2030 goals, "1" to "17"."""
    answers: tuple[str, ...] = ()
    """Answers to the questions, in their order."""
    document_id: EntityId | None = None
    """The answer as it came."""


@dataclass(frozen=True, kw_only=True)
class YearlyWords(Record):
    """Her own words in the report of a year, kept while she types."""

    year: int
    """The year."""
    section: str
    """Key of the report's section; "summary" stands first."""
    text: str = ""
    """The words; empty when she has taken them away."""


@dataclass(frozen=True, kw_only=True)
class YearlyReport(Record):
    """The report of a year as it was made: its paper and its figures never change."""

    year: int
    """The year."""
    version: int
    """1, 2, 3 … of that year; a later one replaces it and both stay."""
    made_on: date
    """The day."""
    document_id: EntityId
    """The paper."""
    figures: str
    """Every figure with its rows, as a JSON object."""
    board_on: date | None = None
    """The day the board noted it; None before."""
    paragraph: str = ""
    """§ of the board's minutes; empty before."""
