"""What lists show of a case follows its place, also when the place is changed or put back."""

from __future__ import annotations

from desktop.domain.registers import Place
from tests.flow.coordinator import GRINDAVIK


def shown(it, case):
    (row,) = it.desk.store.summaries([case])
    return row.place


def renames(it, name):
    place = it.desk.store.get(Place, GRINDAVIK)
    return it.does("change_place", {"place": GRINDAVIK}, kind=str(place.kind), name=name)


def test_a_case_is_listed_under_the_new_name_of_its_place(coordinator):
    case = coordinator.registers()

    renames(coordinator, "Grindavíkurbær")

    assert shown(coordinator, case) == "Grindavíkurbær"


def test_a_case_is_listed_under_the_old_name_when_the_change_is_taken_back(coordinator):
    case = coordinator.registers()
    done = renames(coordinator, "Grindavíkurbær")

    coordinator.does("take_back", event_id=done.event.id)

    assert shown(coordinator, case) == "Grindavík"


def test_a_contact_with_a_place_leaves_its_cases_as_they_are_listed(coordinator):
    case = coordinator.registers()
    before = coordinator.desk.store.summaries([case])

    coordinator.does("log_contact", place_id=GRINDAVIK, purpose="månadsmöte", day=coordinator.today)

    assert coordinator.desk.store.summaries([case]) == before
