"""What the pages of single things, lists, choices and the log show, as it was written down.

The texts stand in tests/flow/views; how they are written anew is said in test_views.
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.flow.shown import TOLD
from tests.flow.telling import is_as_written, told
from tests.flow.test_views import VIEWS

LATER = (
    "agreements",
    "associations",
    "case_acts",
    "follow_ups",
    "lead_times",
    "plans",
    "projects",
    "today_of_all",
    "versions",
    "visit_acts",
)
"""What much hangs on the day in."""
OF_SCHOOLS = (
    "case_acts",
    "choices",
    "offered",
    "today_of_all",
    "what_ifs",
    "associations",
    "today",
    "deadlines",
    "visits",
)
"""What a school fund has otherwise."""


LIVED = {**VIEWS, **TOLD}
"""All of it is told of the register in which much has gone on."""
UNLIVED = (
    "case_rules",
    "letters",
    "log",
    "guidelines_said",
    "reasons",
    "place_visits",
    "visit_facts",
)
"""What that would say nothing new of."""


@pytest.mark.parametrize("name", TOLD)
def test_it_is_shown_as_it_was_written_down(stage, name):
    is_as_written(f"told/{name}", told(TOLD[name](stage.desk)))


@pytest.mark.parametrize("name", LATER)
def test_a_year_later_it_is_shown_otherwise(stage, name):
    stage.on(date(2027, 2, 1))

    is_as_written(f"told/{name}_later", told(TOLD[name](stage.desk)))


@pytest.mark.parametrize("name", OF_SCHOOLS)
def test_a_school_fund_shows_what_was_written_down(school_desk, name):
    is_as_written(f"told/{name}_schools", told({**VIEWS, **TOLD}[name](school_desk)))


@pytest.mark.parametrize("name", [each for each in LIVED if each not in UNLIVED])
def test_where_much_has_gone_on_it_is_shown_as_it_was_written_down(autumn, name):
    is_as_written(f"lived/{name}", told(LIVED[name](autumn)))
