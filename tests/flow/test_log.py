"""The log read a piece at a time, and what of it can be taken back."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.flow import event_log
from desktop.flow.event_log import Undoings, Wanted, group_of, ids_before, read_rows
from desktop.flow.undoing import Entry, stacks
from desktop.flow.verdicts import Standing, Verdict, verdict


def test_a_piece_of_the_log_is_looked_through_at_a_time(autumn, monkeypatch):
    monkeypatch.setattr(event_log, "WINDOW", 10)
    store = autumn.store

    assert ids_before(store, 21, Wanted()) == (list(range(20, 10, -1)), 11)
    assert ids_before(store, 11, Wanted()) == (list(range(10, 0, -1)), 1)
    assert ids_before(store, 2, Wanted()) == ([1], 1)
    found, low = ids_before(store, 11, Wanted(kind=event_log.Kind.LEFT))
    assert (found, low) == ([1], 1)


def _all(store, **wanted):
    return ids_before(store, store.last_event_id + 1, Wanted(**wanted))[0]


def test_the_log_is_narrowed_to_days_with_both_ends_in_it(autumn):
    store = autumn.store
    days = {
        row.at.date()
        for row in read_rows(store, _all(store, first=date(2026, 3, 20), last=date(2026, 5, 11)))
    }

    assert days == {date(2026, 3, 20), date(2026, 5, 11)}
    assert _all(store, last=date.max) == _all(store, first=date(2020, 1, 1))
    assert _all(store, first=date(2026, 10, 2)) == []


def test_the_log_is_narrowed_by_words_of_what_why_and_who(autumn):
    def names(words):
        return [row.name for row in read_rows(autumn.store, _all(autumn.store, words=words))]

    assert names("stormen") == ["cancel_visit"]
    assert names("sagolin STORMEN inställt") == ["cancel_visit"]
    assert names("stormen kassören") == []


def test_an_undoing_is_of_the_group_of_what_it_undoes(autumn):
    rows = read_rows(autumn.store, _all(autumn.store, kind=event_log.Kind.TAKEN))

    assert {row.name for row in rows} == {"take_back"}
    assert len(rows) == 7
    undone = read_rows(
        autumn.store,
        _all(autumn.store, kind=event_log.Kind.TAKEN, group=event_log.Group.REGISTERS),
    )
    assert [row.text for row in undone] == [
        "Ångrat: Föreningen Kort är tillagd.",
        "Ångrat: Sagoby är tillagd.",
        "Ångrat: Sagostad är tillagd.",
    ]


def test_acts_of_an_older_program_are_of_the_office():
    assert group_of("an_act_that_was") is event_log.Group.OFFICE
    assert group_of("decide") is event_log.Group.CASES


def _twice(it):
    """An act undone, done again and undone once more; give the four events."""
    made = it.does("add_place", name="Sagostad").event.id
    ids = [made]
    for _ in range(3):
        ids.append(it.does("take_back", event_id=ids[-1]).event.id)
    return ids


def test_the_undoings_of_an_act_are_known_from_the_newest_down(coordinator):
    made, undone, again, third = _twice(coordinator)
    known = Undoings(coordinator.desk.store)
    known.reach(1)

    assert known.undoer(third) is None
    assert known.undoer(again) == third
    assert known.undoer(undone) is None
    assert known.undoer(made) == undone
    assert {known.last_of(each) for each in (made, undone, again, third)} == {third}


def test_undoings_are_reached_for_in_pieces_and_new_ones_caught_up(coordinator):
    made, undone, *_ = _twice(coordinator)
    known = Undoings(coordinator.desk.store)
    known.reach(undone + 1)
    assert known.last_of(made) == made
    known.reach(made)
    assert known.last_of(made) == undone + 2
    done = coordinator.does("take_back", event_id=undone + 2)
    known.reach(made)
    assert known.last_of(made) == done.event.id
    assert known.low == made


def _stands(it, number):
    (row,) = read_rows(it.desk.store, [number])
    return verdict(it.desk, row, Undoings(it.desk.store))


def test_an_act_stands_is_undone_or_is_done_again(coordinator):
    made, *_, third = _twice(coordinator)

    assert _stands(coordinator, made).standing is Standing.UNDONE
    assert _stands(coordinator, made).undone_by == _stands(coordinator, made).target == third
    assert _stands(coordinator, made).may
    coordinator.does("take_back", event_id=third)
    stands = _stands(coordinator, made)
    assert (stands.standing, stands.target, stands.undone_by) == (Standing.STANDS, third + 1, None)
    assert (stands.may, stands.hindrance) == (True, None)


def test_the_first_event_began_the_register(coordinator):
    stands = _stands(coordinator, 1)

    assert stands == Verdict(standing=Standing.BEGAN, target=1)
    assert not stands.may


@pytest.mark.parametrize(
    ("entries", "done", "undone"),
    [
        ([Entry(id=1), Entry(id=2)], [1, 2], []),
        ([Entry(id=1), Entry(id=2, undoes=1, depth=1)], [], [2]),
        ([Entry(id=1), Entry(id=2, undoes=1, depth=1), Entry(id=3)], [3], []),
        (
            [Entry(id=1), Entry(id=2, undoes=1, depth=1), Entry(id=3, undoes=2, depth=2)],
            [3],
            [],
        ),
        ([Entry(id=1), Entry(id=2, final=True), Entry(id=3, undoes=1, depth=1)], [], [3]),
        ([Entry(id=1), Entry(id=2), Entry(id=3, undoes=1, depth=1)], [2], [3]),
        (
            [Entry(id=1), Entry(id=2), Entry(id=3, final=True), Entry(id=4, undoes=1, depth=1)],
            [2, 3],
            [4],
        ),
    ],
)
def test_what_can_be_taken_back_and_done_again(entries, done, undone):
    found = stacks(entries)

    assert [each.id for each in found.done] == done
    assert [each.id for each in found.undone] == undone
