"""Every act tried where it does not apply, as one does from a window that shows an older state.

The texts stand in tests/flow/views/out_of_turn. VANBOK_VIEWS=write writes them down anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.problems import Refusal
from desktop.flow.ask import asks
from desktop.flow.steps import acts_about
from desktop.flow.steps.catalogue import STEPS
from tests.flow.telling import in_one_line, is_as_written
from tests.flow.trying import filled, first_of, is_of_schools, refused, sits_down, subjects, tried

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.flow.step import Step
    from tests.flow.coordinator import Coordinator

ABOUT = sorted(
    {
        step.about
        for step in STEPS
        if any(each.ref == step.about for each in asks(step.command).values())
    }
    - {"follow_up"}
)
"""What acts name by its id, but the year of a follow-up, which may not have begun."""
ELSEWHERE = ("read_answer",)
"""An act that wants a workbook, which another test gives it."""
MOST = 4
"""Subjects that one act is tried about, each in another state."""


@pytest.mark.parametrize("about", ABOUT)
def test_an_act_that_does_not_apply_says_why(about, looked_at):
    _compare(sits_down(looked_at), about, about, of_schools=False)


def test_an_act_about_a_schools_case_that_does_not_apply_says_why(school_looked_at):
    _compare(sits_down(school_looked_at), "case", "case_of_schools", of_schools=True)


def _compare(it: Coordinator, about: str, name: str, *, of_schools: bool) -> None:
    head = it.head
    known = subjects(it, about)

    lines = [
        line
        for step in acts_about(about)
        if is_of_schools(step) is of_schools and step.name not in ELSEWHERE
        for line in _told(it, step, known)
    ]

    assert it.head == head
    if lines:
        is_as_written(f"out_of_turn/{name}", "\n".join(lines) + "\n")


def _told(it: Coordinator, step: Step, known: list[tuple[str, Any]]) -> Iterator[str]:
    chosen = _out_of_turn(step, known)
    field = next((name for name, each in asks(step.command).items() if each.ref == step.about), "")
    if not chosen or not field:
        return
    yield step.name
    raw = filled(it, step, first_of(step, known) if step.about == "case" else None)
    for name, seen in chosen:
        found = tried(it, step, {**raw, field: seen.id})
        words = refused(found) if isinstance(found, Refusal) else in_one_line(found.said)
        yield f"  {name} → {words}"


def _out_of_turn(step: Step, known: list[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Give some that the act does not apply to, no two in the same state if that is told."""
    by_state: dict[str, tuple[str, Any]] = {}
    for name, seen in known:
        if not step.applies(seen):
            by_state.setdefault(name.split(" ")[-1], (name, seen))
    return list(by_state.values())[:MOST]
