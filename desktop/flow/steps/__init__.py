"""Every act the coordinator can do, found by its name, its command or what it is about.

The catalogue is loaded when the first act is asked for: lists and the first page need none.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from desktop.flow.step import Step


def _catalogue() -> tuple[Step, ...]:
    from desktop.flow.steps.catalogue import STEPS  # noqa: PLC0415 - some seventy modules

    return STEPS


@cache
def _by_name() -> dict[str, Step]:
    return {step.name: step for step in _catalogue()}


@cache
def _by_command() -> dict[type[Any], Step]:
    return {step.command: step for step in _catalogue()}


def step_named(name: str) -> Step:
    """Give an act by name; KeyError when there is none such."""
    return _by_name()[name]


def step_of(command: type[Any]) -> Step:
    """Give the act of a command's class."""
    return _by_command()[command]


def acts_about(subject: str) -> tuple[Step, ...]:
    """Give the acts about a kind of subject, in catalogue order."""
    return tuple(step for step in _catalogue() if step.about == subject)
