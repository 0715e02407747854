"""Every act the coordinator can do; one line for each module of acts."""

from __future__ import annotations

from functools import cache
from typing import Any

from desktop.flow.step import Step
from desktop.flow.steps import (
    application,
    associations,
    budget,
    closing,
    consultation,
    decision,
    founding,
    guidelines,
    letter,
    listing,
    office,
    payment,
    places,
    preparation,
    reasons,
    reclaim,
    report,
    undo,
)

STEPS: tuple[Step, ...] = (
    *founding.STEPS,
    *office.STEPS,
    *places.STEPS,
    *associations.STEPS,
    *budget.STEPS,
    *guidelines.STEPS,
    *reasons.STEPS,
    *application.STEPS,
    *preparation.STEPS,
    *consultation.STEPS,
    *decision.STEPS,
    *letter.STEPS,
    *listing.STEPS,
    *payment.STEPS,
    *report.STEPS,
    *reclaim.STEPS,
    *closing.STEPS,
    *undo.STEPS,
)


@cache
def _by_name() -> dict[str, Step]:
    return {step.name: step for step in STEPS}


@cache
def _by_command() -> dict[type[Any], Step]:
    return {step.command: step for step in STEPS}


def step_named(name: str) -> Step:
    """Give an act by name; KeyError when there is none such."""
    return _by_name()[name]


def step_of(command: type[Any]) -> Step:
    """Give the act of a command's class."""
    return _by_command()[command]


def acts_about(subject: str) -> tuple[Step, ...]:
    """Give the acts about a kind of subject, in catalogue order."""
    return tuple(step for step in STEPS if step.about == subject)
