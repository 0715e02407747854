"""What was done can be taken back, by another act, until something stands on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from db.change import Insert, Update
from db.check import check
from db.errors import CannotUndo
from desktop.domain.casework import Case, Decision, Document, Payment, TakenBack
from desktop.domain.phases import PaymentState, Phase
from desktop.domain.registers import Association, Place
from tests.db.samples import (
    DAY,
    act,
    association,
    case,
    decide,
    guideline,
    nothing,
    payment,
    place,
)


def undo(store, event):
    return store.commit(act(*store.inverse(event, DAY), undoes=event.id), nothing)


def changed(store, record, **fields):
    before = store.get(type(record), record.id)
    return store.commit(act(Update(before, replace(before, **fields)), text="Ändrat."), nothing)


def test_a_new_row_is_put_away(store):
    event = store.commit(act(Insert(place())), nothing)

    undo(store, event)

    assert store.find(Place) == []
    assert store.get(Place, 1, everything=True).deleted == DAY


def test_a_change_is_changed_back(store):
    store.commit(act(Insert(place())), nothing)
    event = changed(store, place(), note="ny", distance_km=5)

    undo(store, event)

    assert store.get(Place, 1) == place(rev=3)


def test_what_was_taken_back_can_be_done_again(store):
    event = store.commit(act(Insert(place())), nothing)
    back = undo(store, event)

    undo(store, back)

    assert store.get(Place, 1) == place(rev=3)


def test_an_event_names_what_it_takes_back(store):
    event = store.commit(act(Insert(place())), nothing)

    assert undo(store, event).undoes == event.id


def test_a_decision_is_taken_back_with_its_letter(started):
    before = started.get(Case, 1)
    event = started.commit(
        act(
            *decide(1),
            Insert(payment()),
            Update(before, replace(before, phase=Phase.DECIDED)),
        ),
        nothing,
    )

    undo(started, event)

    assert [started.find(kind) for kind in (Decision, Document, Payment)] == [[], [], []]
    assert started.get(Case, 1).phase is Phase.RECEIVED
    assert started.get(Decision, 1, everything=True).granted == 5000
    assert {(each.entity, each.row_id) for each in started.find(TakenBack)} == {
        ("decision", 1),
        ("document", 1),
    }


def test_a_decision_taken_back_can_be_put_back(started):
    event = started.commit(act(*decide(1)), nothing)
    back = undo(started, event)

    undo(started, back)

    assert started.get(Decision, 1).granted == 5000
    assert started.rows("SELECT id FROM standing_decision") == [(1,)]
    assert [str(text) for text in check(started)] == []


def test_a_decision_taken_back_twice_is_refused_the_second_time(started):
    event = started.commit(act(*decide(1)), nothing)
    undo(started, event)

    with pytest.raises(CannotUndo):
        started.inverse(event, DAY)


def test_a_row_that_has_moved_names_the_later_act(store):
    event = store.commit(act(Insert(place())), nothing)
    later = changed(store, place(), note="ny")

    with pytest.raises(CannotUndo, match=r"Ändrat\.") as caught:
        store.inverse(event, DAY)

    assert caught.value.later == later


def test_acts_can_be_taken_back_one_after_the_other(store):
    made = store.commit(act(Insert(place())), nothing)
    first = changed(store, place(), note="ett")
    second = changed(store, place(), note="två", country="Island")

    for event in (second, first, made):
        undo(store, event)

    assert store.get(Place, 1, everything=True) == place(rev=6, deleted=DAY)


def test_an_act_that_was_done_again_stands_in_the_way(store):
    store.commit(act(Insert(place())), nothing)
    first = changed(store, place(), note="ett")
    second = changed(store, place(), country="Island")
    undo(store, undo(store, second))

    with pytest.raises(CannotUndo) as caught:
        store.inverse(first, DAY)

    assert caught.value.later == second


def test_an_act_is_not_taken_back_twice(store):
    store.commit(act(Insert(place())), nothing)
    event = changed(store, place(), note="ett")
    back = undo(store, event)

    with pytest.raises(CannotUndo) as caught:
        store.inverse(event, DAY)

    assert caught.value.later == back


def test_an_act_done_again_can_be_taken_back_again(started):
    event = started.commit(act(*decide(1)), nothing)
    undo(started, undo(started, event))

    undo(started, event)

    assert started.find(Decision) == []
    assert [str(text) for text in check(started)] == []


def test_a_row_that_another_stands_on_is_not_put_away(store):
    grounds = store.commit(act(Insert(place()), Insert(association())), nothing)
    later = store.commit(act(Insert(guideline()), Insert(case()), text="Nytt ärende."), nothing)

    with pytest.raises(CannotUndo, match=r"Nytt ärende\.") as caught:
        store.inverse(grounds, DAY)

    assert caught.value.later == later


def test_a_row_whose_users_were_put_away_can_be_put_away(started):
    event = started.commit(act(Insert(place(id=2))), nothing)
    later = started.commit(act(Insert(case(2, place_id=2))), nothing)
    undo(started, later)

    undo(started, event)

    assert started.count(Place) == 1


def test_what_left_the_house_cannot_be_taken_back(store):
    event = store.commit(act(Insert(place()), final=True, text="Brevet sändes."), nothing)

    with pytest.raises(CannotUndo, match="lämnat huset"):
        store.inverse(event, DAY)


def test_a_row_written_twice_in_one_act_is_taken_back_once(store):
    new = place()
    event = store.commit(
        act(Insert(new), Update(new, replace(new, note="a")), Insert(association())), nothing
    )

    undo(store, event)

    assert (store.find(Place), store.find(Association)) == ([], [])


def test_a_row_changed_twice_in_one_act_is_changed_back_once(store):
    new = place()
    store.commit(act(Insert(new)), nothing)
    once = replace(new, note="a")
    twice = replace(once, rev=2, note="b", distance_km=1)
    event = store.commit(act(Update(new, once), Update(replace(once, rev=2), twice)), nothing)

    undo(store, event)

    assert store.get(Place, 1) == place(rev=4)


def test_a_payment_made_ready_is_made_planned_again(started):
    started.commit(act(*decide(1), Insert(payment())), nothing)
    before = started.get(Payment, 1)
    event = started.commit(
        act(Update(before, replace(before, state=PaymentState.READY, released_on=DAY))), nothing
    )

    undo(started, event)

    assert started.get(Payment, 1) == replace(payment(), rev=3)
