"""What the views show of a register with a case wherever one can stand, as it was written down.

The texts stand in tests/flow/views. When a view is meant to show something else, run this with
VANBOK_VIEWS=write, and read what git says has changed before it is kept.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from desktop.domain.casework import Case
from desktop.domain.proposal import propose
from desktop.domain.visiting import Visit
from desktop.flow import (
    board,
    budget_view,
    case_list,
    deadline_facts,
    follow_up_view,
    ledger,
    network_view,
    outbox,
    places,
    plan_view,
    project_view,
    rounds_view,
    today,
    visit_list,
    visit_place,
    yearly,
)
from desktop.flow.picture import picture
from desktop.flow.visit_list import visit_row
from desktop.flow.visit_picture import visit_picture
from desktop.flow.waiting import waiting
from tests.flow.coordinator import GRINDAVIK
from tests.flow.telling import is_as_written, told

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.flow.desk import Desk


def _cases(desk: Desk) -> list[int]:
    return [each.id for each in desk.store.find(Case)]


def _rules(desk: Desk, case_id: int) -> list[object]:
    seen = picture(desk, case_id)
    draft = propose(seen.facts)
    limits = [f"{each.title}: {each.detail()} = {each.amount}" for each in draft.limits]
    return [seen.case.number, draft.amount, draft.findings, limits, waiting(seen)]


VIEWS: dict[str, Callable[[Desk], object]] = {
    "board": lambda desk: [board.rounds(desk), board.lists(desk)],
    "budget": lambda desk: budget_view.budget_view(desk, 2026),
    "cases": lambda desk: case_list.case_rows(desk, _cases(desk)),
    "case_rules": lambda desk: [_rules(desk, each) for each in _cases(desk)],
    "case_sums": lambda desk: [case_list.sums_of(desk, _cases(desk)), case_list.choices(desk)],
    "deadlines": deadline_facts.all_deadlines,
    "follow_up": lambda desk: follow_up_view.follow_up(desk, 2025),
    "ledger": lambda desk: ledger.ledger(desk, 2023, 2026),
    "letters": lambda desk: outbox.letters_of(desk, _cases(desk)),
    "networks": network_view.network_list,
    "place": lambda desk: places.place_view(desk, GRINDAVIK),
    "place_pots": lambda desk: budget_view.place_lines(desk, 2026),
    "place_visits": lambda desk: visit_place.place_visits(desk, GRINDAVIK),
    "places": places.place_rows,
    "plans": lambda desk: plan_view.plan_list(desk, 2025),
    "projects": project_view.project_list,
    "rounds": rounds_view.rounds_view,
    "today": today.today,
    "trips": visit_place.trip_places,
    "visits": visit_list.visit_list,
    "year": lambda desk: yearly.yearly(desk, 2026),
}
LATER = ("cases", "deadlines", "today", "visits", "year")
"""Views in which much hangs on the day."""


@pytest.mark.parametrize("view", VIEWS)
def test_a_view_shows_what_was_written_down(stage, view):
    is_as_written(view, told(VIEWS[view](stage.desk)))


@pytest.mark.parametrize("view", LATER)
def test_a_year_later_the_same_register_shows_what_is_late(stage, view):
    stage.on(date(2027, 2, 1))

    is_as_written(f"{view}_later", told(VIEWS[view](stage.desk)))


def test_every_visit_is_shown_as_it_was_written_down(stage):
    rows = [each.id for each in stage.desk.store.find(Visit)]

    shown = [visit_row(visit_picture(stage.desk, each)) for each in rows]

    is_as_written("visit_rows", told(shown))
