"""What the form of the yearly follow-up and the reminder of it say."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.letters.facts.letter import Facts


@dataclass(frozen=True, kw_only=True)
class FollowUpAskedFacts(Facts):
    """What both letters need: who is asked, about which year, and until when."""

    year: int
    """The year that is followed up."""
    body: str
    """Who is asked, "Barn- och utbildningsnämnden"."""
    contact: str = ""
    """Its contact person; empty when nobody is named."""
    contact_mail: str = ""
    """The contact person's e-mail, or the body's."""
    answer_by: date
    """Last day for the answer: in the form the round's, in a reminder the new one."""
    reported_to: str = "kommunstyrelsen"
    """Who gets the report, in the middle of a sentence."""
    board_on: date | None = None
    """The day it is to be there; None when nobody has said."""
    guideline: str
    """Title of the guideline, "Policy för internationella kontakter"."""
    cited: str = ""
    """Where it asks for the follow-up: "4.2 Kommunstyrelsen"; empty when it does not say."""
    file_name: str = ""
    """Name of the fillable Excel file that goes with it."""


@dataclass(frozen=True, kw_only=True)
class FollowUpFormFacts(FollowUpAskedFacts):
    """The form to one board, office or company: a letter and fields to fill in."""

    areas_title: str = "Prioriterade områden"
    """What the guideline calls its goals."""
    areas: tuple[str, ...] = ()
    """The goals in a few words, to tick; empty when it has none."""
    agenda_goals: tuple[str, ...] = ()
    """Agenda 2030 goals to tick, "4 God utbildning för alla"; empty when they are not asked for."""
    questions: tuple[str, ...] = ()
    """Questions of our own, to answer in free text."""


@dataclass(frozen=True, kw_only=True)
class FollowUpReminderFacts(FollowUpAskedFacts):
    """A reminder of an answer that has not come."""

    sent_on: date | None = None
    """The day the form went out."""
    first_answer_by: date
    """The last day that has passed, or is near."""
    reminded_on: date | None = None
    """The day of an earlier reminder; None for the first."""
