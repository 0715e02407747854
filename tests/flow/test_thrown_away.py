"""Everything that was taken away is found again, by the names that people give things."""

from __future__ import annotations

from desktop.domain.registers import Association, Place
from desktop.flow.thrown_away import gone_rows, thrown_away
from tests.flow.coordinator import GRINDAVIK


def _all(coordinator):
    return [each for piece in thrown_away(coordinator.desk) for each in piece]


def _names(coordinator) -> list[str]:
    return [str(each.what) for each in _all(coordinator)]


def test_an_empty_basket(coordinator):
    assert _all(coordinator) == []


def test_what_was_removed_and_what_was_undone_lie_there_the_latest_first(coordinator):
    place = dict(coordinator.does("add_place", name="Sagostad").subjects)["place"]
    coordinator.does("remove_place", {"place": place})
    note = coordinator.does("add_note", text="Boka sal", day="2026-05-01")
    coordinator.does("take_back", event_id=note.event.id)

    assert _names(coordinator) == ["Bevakning Boka sal", "Ort Sagostad"]


def test_a_thing_is_one_line_whatever_rows_it_has(coordinator):
    added = coordinator.does("add_association", name="Föreningen Ny", place_ids=[GRINDAVIK])
    coordinator.does("take_back", event_id=added.event.id)

    (line,) = _all(coordinator)

    assert str(line.what) == "Föreningen Ny"
    assert len(gone_rows(coordinator.desk.store)) == 2


def test_a_case_lies_there_with_its_papers_and_comes_back_whole_another_day(coordinator):
    case = coordinator.registers()
    registered = coordinator.desk.store.events(limit=1)[0]
    coordinator.does("take_back", event_id=registered.id)
    coordinator.does("add_place", name="Sagostad")
    coordinator.on(coordinator.today.replace(day=20))

    (line,) = _all(coordinator)
    assert str(line.what) == "Ärende 2026-001 Körsällskapet Trollsländan"
    coordinator.does("take_back", event_id=line.act.id)

    assert coordinator.sees(case).case.number == "2026-001"
    assert _all(coordinator) == []


def test_it_says_what_it_belonged_to_and_which_act_took_it(coordinator):
    coordinator.registers()
    coordinator.in_case(1, "begin_preparation")
    coordinator.in_case(1, "add_to_round")
    coordinator.in_case(1, "take_from_round", reason="fel omgång")

    (line,) = _all(coordinator)

    assert str(line.where) == "Samrådsomgång 1/2026"
    assert line.act.name == "take_from_round"
    assert line.act.reason == "fel omgång"


def test_what_was_put_back_is_there_no_more(coordinator):
    place = dict(coordinator.does("add_place", name="Sagostad").subjects)["place"]
    coordinator.does("remove_place", {"place": place})
    (line,) = _all(coordinator)

    coordinator.does("take_back", event_id=line.act.id)

    assert _all(coordinator) == []
    assert coordinator.desk.store.get(Place, place).name == "Sagostad"


def test_what_was_removed_again_is_there_by_its_last_removal(coordinator):
    place = dict(coordinator.does("add_place", name="Sagostad").subjects)["place"]
    first = coordinator.does("remove_place", {"place": place})
    coordinator.does("take_back", event_id=first.event.id)
    again = coordinator.does("remove_place", {"place": place})

    assert [each.act.id for each in _all(coordinator)] == [again.event.id]


def test_nothing_is_ever_emptied(coordinator):
    """A row that was taken away is still in the file, whole."""
    added = coordinator.does("add_association", name="Föreningen Ny", place_ids=[GRINDAVIK])
    coordinator.does("take_back", event_id=added.event.id)
    key = dict(added.subjects)["association"]

    assert coordinator.desk.store.get(Association, key, everything=True).name == "Föreningen Ny"
