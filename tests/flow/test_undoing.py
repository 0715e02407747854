"""What Ctrl+Z and Ctrl+Y are about, told from the log alone."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.domain.registers import Association, Place
from desktop.flow.legal_undoing import FINAL
from desktop.flow.steps.catalogue import STEPS
from desktop.flow.undoing import Entry, Stacks, Undoing, read_stacks, stacks
from tests.flow.coordinator import CHOIR

MOVES = st.lists(
    st.one_of(
        st.sampled_from(["act", "act", "final", "undo", "undo", "redo", "restart"]),
        st.integers(0, 8),
    ),
    max_size=60,
)
"""A number undoes the act that stands so many below the top, as the page of history can."""


@dataclass
class Model:
    """What a program that is never shut remembers."""

    done: list[tuple[int, bool]] = field(default_factory=list)
    """The event that stands for an act, and whether it left the house."""
    undone: list[int] = field(default_factory=list)
    """Undoings."""

    def acts(self, number: int, *, final: bool) -> None:
        self.done.append((number, final))
        self.undone = []

    def goes_back(self, number: int) -> int | None:
        """Undo by Ctrl+Z: what has left the house is passed, never to be met again."""
        while self.done and self.done[-1][1]:
            self.done.pop()
        return self._back(len(self.done) - 1, number)

    def goes_back_to(self, below: int, number: int) -> int | None:
        """Undo one act far down; with nothing but what left the house above, that is passed."""
        at = len(self.done) - 1 - below
        if at < 0 or self.done[at][1]:
            return None
        if all(final for _, final in self.done[at + 1 :]):
            return self.goes_back(number)
        return self._back(at, number)

    def _back(self, at: int, number: int) -> int | None:
        if at < 0:
            return None
        undoes, _final = self.done.pop(at)
        self.undone.append(number)
        return undoes

    def goes_forth(self, number: int) -> int | None:
        if not self.undone:
            return None
        self.done.append((number, False))
        return self.undone.pop()


class Log:
    """Events as a register has them, and nothing else."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    @property
    def following(self) -> int:
        return len(self.entries) + 1

    def add(self, *, final: bool = False, undoes: int | None = None) -> None:
        depth = 0 if undoes is None else self.entries[undoes - 1].depth + 1
        self.entries.append(Entry(id=self.following, final=final, undoes=undoes, depth=depth))


def _does(move: str | int, model: Model, log: Log) -> None:
    number = log.following
    if move in ("act", "final"):
        model.acts(number, final=move == "final")
        log.add(final=move == "final")
        return
    if isinstance(move, int):
        undoes = model.goes_back_to(move, number)
    elif move == "undo":
        undoes = model.goes_back(number) if _any_standing(model) else None
    else:
        undoes = model.goes_forth(number) if move == "redo" else None
    if undoes is not None:
        log.add(undoes=undoes)


def _any_standing(model: Model) -> bool:
    return any(not final for _, final in model.done)


@given(MOVES)
def test_a_restart_at_any_time_changes_nothing(moves: list[str | int]) -> None:
    model, log = Model(), Log()
    for move in moves:
        _does(move, model, log)
        found = stacks(log.entries)
        assert [(each.id, each.final) for each in found.done] == model.done
        assert [each.id for each in found.undone] == model.undone


def test_nothing_is_read_of_an_empty_log() -> None:
    assert stacks([]) == Stacks()


def entry_of(undoing: Undoing) -> Entry:
    """Give what Ctrl+Z is about."""
    entry = undoing.undo()
    assert entry is not None
    return entry


def next_undone(coordinator) -> Entry:
    return entry_of(Undoing(coordinator.desk.store))


def next_redone(coordinator) -> Entry:
    entry = Undoing(coordinator.desk.store).redo()
    assert entry is not None
    return entry


def test_act_by_act_backwards_and_forwards_in_a_register(coordinator) -> None:
    names = ["Sagostad", "Påhittköping", "Drömby"]
    done = [coordinator.does("add_place", name=name).event.id for name in names]

    for expected in reversed(done):
        assert next_undone(coordinator).id == expected
        coordinator.does("take_back", event_id=expected)
    for _ in done:
        again = next_redone(coordinator)
        coordinator.does("take_back", event_id=again.id)

    assert coordinator.desk.store.count(Place, "name IN (?, ?, ?)", *names) == 3
    assert read_stacks(coordinator.desk.store).undone == ()


def test_what_was_done_again_is_undone_as_the_act_itself_another_day(coordinator) -> None:
    added = coordinator.does("add_place", name="Sagostad").event.id
    undone = coordinator.does("take_back", event_id=added).event.id
    coordinator.does("take_back", event_id=undone)
    coordinator.on(coordinator.today.replace(day=20))

    entry = next_undone(coordinator)
    coordinator.does("take_back", event_id=entry.id)

    assert coordinator.desk.store.count(Place, "name = ?", "Sagostad") == 0


def test_what_has_left_the_house_stops_once_and_says_what_comes_next(coordinator) -> None:
    case = coordinator.registers()
    coordinator.readies(case)
    coordinator.decides(case)
    coordinator.does("add_place", name="Sagostad")
    coordinator.in_case(case, "send_letter")
    undoing = Undoing(coordinator.desk.store)

    assert entry_of(undoing).final
    said = str(undoing.stop().text)

    assert "är skickat till" in said
    assert "Rätta eller ändra beslutet med ett nytt" in said
    assert "Ctrl+Z en gång till ångrar det som gjordes före: " in said
    assert "Sagostad" in said
    assert not entry_of(undoing).final


def test_a_new_act_is_met_before_what_was_told_of(coordinator) -> None:
    case = coordinator.registers()
    coordinator.grants(case)
    undoing = Undoing(coordinator.desk.store)
    undoing.stop()
    added = coordinator.does("add_place", name="Sagostad").event.id

    assert entry_of(undoing).id == added


def test_how_the_register_began_is_no_act_to_undo(coordinator) -> None:
    assert all(each.id != 1 for each in read_stacks(coordinator.desk.store).done)


def test_the_log_is_read_on_until_something_stands(coordinator) -> None:
    """More undoings than are read to begin with must not hide what stands under them."""
    first = coordinator.does("add_place", name="Sagostad").event.id
    event = coordinator.does("add_place", name="Drömby").event.id
    for _ in range(231):
        event = coordinator.does("take_back", event_id=event).event.id

    assert read_stacks(coordinator.desk.store).done[-1].id == first


def test_the_refusal_names_the_newer_act_its_time_and_its_event(coordinator) -> None:
    added = coordinator.does("add_association", name="Föreningen Nypåhittad", place_ids=[2])
    coordinator.registers(dict(added.subjects)["association"])
    registered = coordinator.desk.store.events(limit=1)[0]

    (problem,) = coordinator.is_refused("take_back", event_id=added.event.id)

    assert f"({registered.at:%Y-%m-%d %H.%M}): {registered.text}" in str(problem.text)
    assert (problem.event_id, problem.undoable) == (registered.id, True)


def test_a_later_act_that_was_undone_stands_in_no_way(coordinator) -> None:
    added = coordinator.does("add_association", name="Föreningen Nypåhittad", place_ids=[2])
    association = dict(added.subjects)["association"]
    changed = coordinator.does("change_association", {"association": association}, phone="0911")
    coordinator.does("take_back", event_id=changed.event.id)

    coordinator.does("take_back", event_id=added.event.id)

    assert coordinator.desk.store.count(Association, "id = ?", association) == 0


@pytest.mark.parametrize("name", ["add_place", "add_note"])
def test_what_nobody_judged_is_put_back_another_day_after_other_acts(coordinator, name) -> None:
    more = (
        {"name": "Sagostad"} if name == "add_place" else {"text": "Boka sal", "day": "2026-05-01"}
    )
    undone = coordinator.does("take_back", event_id=coordinator.does(name, **more).event.id)
    coordinator.does("receive_annual_report", {"association": CHOIR})
    coordinator.on(coordinator.today.replace(day=20))

    again = coordinator.does("take_back", event_id=undone.event.id)

    assert str(again.text).startswith("Gjort igen: ")


def test_nothing_is_put_back_under_what_is_taken_away(coordinator) -> None:
    place = dict(coordinator.does("add_place", name="Sagostad").subjects)["place"]
    added = coordinator.does("add_association", name="Föreningen Ny", place_ids=[place])
    undone = coordinator.does("take_back", event_id=added.event.id)
    coordinator.does("remove_place", {"place": place})

    (problem,) = coordinator.is_refused("take_back", event_id=undone.event.id)

    assert problem.field == "event_id"
    assert "Ort Sagostad är borttaget – lägg tillbaka det först" in str(problem.text)


def test_every_act_that_leaves_the_house_has_a_lawful_way_on(stage) -> None:
    left = {name for (name,) in stage.desk.store.rows("SELECT name FROM event WHERE final = 1")}
    named = {step.name for step in STEPS}

    assert left <= FINAL
    assert named >= FINAL
