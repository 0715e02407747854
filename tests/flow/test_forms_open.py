"""Every form as it opens: what it asks for, what it proposes, what its button says and leads to.

The texts stand in tests/flow/views: forms (what is asked, by act) and offers (what is proposed, by
what the act is about). VANBOK_VIEWS=write writes them down anew.
"""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from desktop.domain.budgeting import Allocation, WhatIf
from desktop.domain.commitments import Body
from desktop.domain.registers import BudgetPeriod, Place
from desktop.flow.ask import Kind, asks
from desktop.flow.steps import acts_about
from desktop.flow.steps.catalogue import STEPS
from tests.flow.telling import in_one_line, is_as_written, told
from tests.flow.trying import sits_down, subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.domain.record import Record
    from desktop.flow.step import Step
    from tests.flow.coordinator import Coordinator

ABOUT = sorted({step.about for step in STEPS if step.name != "found_register"})
LATER = ("agreement", "asked", "case", "follow_up", "network", "plan", "project", "visit")
"""Subjects whose acts hang on the day."""
LATER_ON = date(2027, 2, 1)
OF_SCHOOLS = ("case", "association", "associations")
"""Subjects that are otherwise in a register with a school fund."""


@pytest.mark.parametrize("about", ABOUT)
def test_the_fields_of_every_form_are_as_written_down(about):
    lines = [line for step in acts_about(about) for line in _asked(step.title, step.command)]

    is_as_written(f"forms/{about}", "\n".join(lines) + "\n")


@pytest.mark.parametrize("about", ABOUT)
def test_what_a_form_proposes_is_as_written_down(about, looked_at):
    is_as_written(f"offers/{about}", _offers(sits_down(looked_at), about))


@pytest.mark.parametrize("about", LATER)
def test_a_year_later_other_things_are_proposed(about, looked_at):
    is_as_written(f"offers/{about}_later", _offers(sits_down(looked_at, LATER_ON), about))


@pytest.mark.parametrize("about", OF_SCHOOLS)
def test_what_a_form_about_schools_proposes_is_as_written_down(about, school_looked_at):
    is_as_written(f"offers/{about}_of_schools", _offers(sits_down(school_looked_at), about))


OPENED_ON: dict[str, tuple[type[Record], ...]] = {
    "visits": (Place,),
    "agreements": (Place,),
    "plans": (Body,),
    "budget": (BudgetPeriod, Allocation, WhatIf),
}
"""What a form about no subject of its own can be opened on all the same."""


@pytest.mark.parametrize("about", OPENED_ON)
def test_a_form_opened_on_something_else_proposes_what_it_says(about, stage):
    stage.does("set_allocation", purpose="trips", amount=1_000, year=2026)
    store = stage.desk.store

    lines = [
        f"  {line}"
        for kind in OPENED_ON[about]
        for seen in [None, *store.find(kind, order="id")]
        for step in acts_about(about)
        for line in _opened(stage, step, seen)
    ]

    is_as_written(f"offers/{about}_on_something", "\n".join(lines) + "\n")


def _asked(title: object, command: type[Any], indent: str = "") -> Iterator[str]:
    yield f"{indent}{in_one_line(title)} ({command.__name__})"
    defaults = {each.name: each.default for each in fields(command)}
    for name, asked in asks(command).items():
        parts: list[str] = [str(asked.kind)]
        parts += ["must be filled in"] if asked.required else []
        parts += ["not after today"] if asked.past else []
        parts += [f"of {asked.ref or asked.source}"] if asked.ref or asked.source else []
        if asked.kind in (Kind.LINE, Kind.NOTE):
            parts.append(f"at most {asked.limit}")
        if asked.kind in (Kind.KR, Kind.NUMBER):
            parts.append(f"{asked.low} to {asked.high}")
        if defaults[name] not in (MISSING, None, "", ()):
            parts.append(f"begins as {in_one_line(defaults[name])}")
        yield f"{indent}  {name} “{in_one_line(asked.label)}” {', '.join(parts)}"
        if asked.help:
            yield f"{indent}      {in_one_line(asked.help)}"
        if asked.choices:
            words = ", ".join(f"{key} “{in_one_line(word)}”" for key, word in asked.choices)
            yield f"{indent}      {words}"
        if asked.row is not None:
            yield from _asked("each row", asked.row, indent + "      ")


def _offers(it: Coordinator, about: str) -> str:
    steps = acts_about(about)
    lines: list[str] = []
    for name, seen in subjects(it, about):
        lines.append(name)
        for step in steps:
            if step.applies(seen):
                lines += (f"  {line}" for line in _opened(it, step, seen))
    return "\n".join(lines) + "\n"


def _opened(it: Coordinator, step: Step, seen: Any) -> Iterator[str]:
    after = step.consequence(seen)
    yield f"{step.name} ‹{in_one_line(step.verb(seen))}›" + (
        f" {in_one_line(after)}" if after else ""
    )
    values = dict(step.prefill(it.desk, seen))
    short = {name: value for name, value in values.items() if not _is_rows(value)}
    yield "  " + "; ".join(f"{name}={in_one_line(value)}" for name, value in short.items())
    for name, value in values.items():
        if _is_rows(value):
            yield from (f"  {name} {line}" for each in value for line in told(each).splitlines())


def _is_rows(value: object) -> bool:
    return isinstance(value, tuple | list) and any(is_dataclass(each) for each in value)
