"""Parts of the form of the yearly follow-up: what is filled in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.letters.content import Block, CheckRows, Column, Heading, Lines, Paragraph, Table
from desktop.letters.fill import run
from desktop.letters.parts.table import cell

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.letters.facts import FollowUpFormFacts
    from desktop.letters.fill import Filler

NUMBERS = (
    "Digitala möten, antal",
    "Besök hit, antal",
    "Resor, antal",
    "Deltagare, antal",
    "Varav 25 år eller yngre, antal",
    "Kostnader på egen budget, kr",
    "Betalt av andra, kr",
)
"""What is asked in numbers, in the order of the file for Excel."""


def activities_lines(_facts: FollowUpFormFacts, _filler: Filler) -> Iterator[Block]:
    """Room to tell what was done."""
    yield Lines(count=6)


def number_fields(_facts: FollowUpFormFacts, _filler: Filler) -> Iterator[Block]:
    """A row for each number, with an empty place to write it in."""
    yield Table(
        columns=(Column(title="Uppgift", weight=5), Column(title="Ert svar", weight=4)),
        rows=tuple((cell(words), cell("")) for words in NUMBERS),
        row_heads=True,
    )


def area_boxes(facts: FollowUpFormFacts, _filler: Filler) -> Iterator[Block]:
    """The guideline's goals and the goals of Agenda 2030, each with a box to tick."""
    if facts.areas:
        yield Heading(text=facts.areas_title, level=2)
        yield CheckRows(boxes=("Ja",), names=facts.areas)
    if facts.agenda_goals:
        yield Heading(text="Agenda 2030", level=2)
        yield CheckRows(boxes=("Ja",), names=facts.agenda_goals)


def question_lines(facts: FollowUpFormFacts, _filler: Filler) -> Iterator[Block]:
    """Each question of our own with room for an answer."""
    for question in facts.questions:
        yield Paragraph(runs=(run(question, bold=True),))
        yield Lines(count=4)


def answered_by(_facts: FollowUpFormFacts, _filler: Filler) -> Iterator[Block]:
    """Who has answered."""
    yield Table(
        columns=(Column(title="Svaret är lämnat av", weight=5), Column(title="Dag", weight=3)),
        rows=((cell(""), cell("")),),
    )
