"""Every act with something else in one field: what it says and writes then, or why it is refused.

The texts stand in tests/flow/views/otherwise: first each act as it is proposed, then, for one field
at a time, what differs. VANBOK_VIEWS=write writes them down anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from desktop.domain.problems import Refusal
from desktop.flow.ask import asks
from desktop.flow.steps import acts_about, step_named
from desktop.flow.steps.catalogue import STEPS
from tests.flow.stage import subject_of
from tests.flow.telling import is_as_written
from tests.flow.trying import (
    filled,
    first_of,
    is_of_schools,
    others,
    outcome,
    refused,
    sits_down,
    subjects,
    tried,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from db.store import Store
    from desktop.flow.picture import Picture
    from desktop.flow.step import Step
    from tests.flow.coordinator import Coordinator

ELSEWHERE = ("found_register", "set_coat", "read_answer")
"""Acts that want a new file, a picture or a workbook, which other tests give them."""
ACTS = [step.name for step in STEPS if step.name not in ELSEWHERE]


@pytest.fixture(scope="session")
def first(looked_at: Store, school_looked_at: Store) -> dict[str, int]:
    """The first case that each act can be done with, by the act."""
    found = {}
    for store, of_schools in ((looked_at, False), (school_looked_at, True)):
        cases = subjects(sits_down(store), "case")
        for step in acts_about("case"):
            if is_of_schools(step) is of_schools and (seen := first_of(step, cases)):
                found[step.name] = seen.id
    return found


@pytest.mark.parametrize("name", ACTS)
def test_another_value_in_one_field_leads_to_what_was_written_down(name, first, request):
    step = step_named(name)
    kept = "school_looked_at" if is_of_schools(step) else "looked_at"
    it = sits_down(request.getfixturevalue(kept))
    head = it.head

    told = "\n".join(_told(it, step, it.sees(first[name]) if name in first else None)) + "\n"

    assert it.head == head
    is_as_written(f"otherwise/{name}", told)


def _told(it: Coordinator, step: Step, case: Picture | None) -> Iterator[str]:
    seen = case or subject_of(it, step)
    raw = filled(it, step, seen)
    known = tried(it, step, raw)
    assert not isinstance(known, Refusal), refused(known)
    yield "as proposed → " + "\n".join(outcome(known, known))
    for field, asked in asks(step.command).items():
        for what, value in others(it, asked, raw.get(field), seen):
            found = tried(it, step, {**raw, field: value})
            words = [refused(found)] if isinstance(found, Refusal) else outcome(found, known)
            yield f"{field}: {what} → " + "\n".join(words)
