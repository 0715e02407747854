"""What is wrong with the answers to one question of first start, before one goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.domain.problems import Problem, Refusal, problem
from desktop.flow.ask import File
from desktop.flow.coat import coat_picture
from desktop.flow.reading import read
from desktop.flow.steps.founding import FoundRegister, court_missing
from desktop.ui.pages.start_question import problems_of

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from desktop.ui.pages.start_aside import Answers


def judge(names: Collection[str], answers: Answers) -> list[Problem]:
    """Give what is wrong with the fields of one question."""
    found: list[Problem] = []
    try:
        read(FoundRegister, answers.raw, answers.today)
    except Refusal as refusal:
        found += problems_of(names, refusal.problems)
    if "municipality" in names:
        found += _municipality(answers)
    if "coat" in names:
        found += _coat(answers)
    return found


def _municipality(answers: Answers) -> list[Problem]:
    if not answers.own:
        return []
    if not answers.line("municipality"):
        return [problem("municipality", "Kommun – saknas – skriv kommunens namn.")]
    if answers.unfinished:
        return [
            problem(
                "municipality",
                "Kommun – {name} är ingen kommun – skriv hela namnet eller välj i listan.",
                name=answers.line("municipality"),
            )
        ]
    return [] if answers.line("court") else [court_missing(answers.name)]


def _coat(answers: Answers) -> list[Problem]:
    coat = answers.raw.get("coat")
    if not isinstance(coat, File):
        return []
    try:
        coat_picture(coat)
    except Refusal as refusal:
        return list(refusal.problems)
    return []


def unwritable(path: Path) -> Problem:
    """Say that a folder could not be made or written in."""
    return problem(
        "path",
        "Fil – i mappen {folder} går det inte att skriva – välj en annan mapp.",
        folder=str(path.parent),
    )
