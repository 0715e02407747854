"""What an act changed is told in the words of its form, never in those of the file."""

from __future__ import annotations

from db.row import KINDS, columns_of, table_of
from desktop.flow.event_log import Group, Kind, Undoings, Wanted, ids_before, read_rows
from desktop.flow.event_words import traces
from desktop.flow.row_words import ROWS
from desktop.flow.verdicts import Standing, verdict


def _told(coordinator, event):
    found = traces(coordinator.desk, event)
    return [(str(e.row), str(e.field), str(e.before), str(e.after)) for e in found]


def test_field_before_and_after(coordinator):
    place = dict(coordinator.does("add_place", name="Sagostad").subjects)["place"]
    changed = coordinator.does("change_place", {"place": place}, name="Sagoby")

    assert ("Ort Sagoby", "Ort", "Sagostad", "Sagoby") in _told(coordinator, changed.event)


def test_states_sums_and_choices_are_words(coordinator):
    coordinator.registers(asked=8_000)
    registered = coordinator.desk.store.events(limit=1)[0]
    told = _told(coordinator, registered)

    assert any(row[1:] == ("Läge", "–", "Ny") for row in told)
    assert any(row[3] == "8\u00a0000\u00a0kr" for row in told)


def test_everything_in_the_log_is_told_without_names_of_columns(stage):
    columns = {column.name for kind in KINDS for column in columns_of(kind) if "_" in column.name}
    fields, values = set(), []
    for event in stage.desk.store.events(limit=2_000):
        for each in traces(stage.desk, event):
            fields.add(str(each.field))
            values += [str(each.before), str(each.after)]

    assert "Uppgift" not in fields
    assert not fields & columns
    assert not [value for value in values if value.startswith(('{"', '["'))]
    assert not [value for value in values if len(value) == 64 and value.isalnum()]


def test_every_table_has_a_word():
    assert {table_of(kind) for kind in KINDS} <= ROWS.keys()


def test_the_log_is_narrowed_by_words_days_and_kind(stage):
    store = stage.desk.store
    last = store.last_event_id + 1

    def ids(**wanted):
        found, above = [], last
        while above > 1:
            some, above = ids_before(store, above, Wanted(**wanted))
            found += some
        return read_rows(store, found)

    assert len(ids()) == last - 1
    assert all("påhittköping" in row.text.lower() for row in ids(words="PÅHITTKÖPING tillagd"))
    assert ids(words="påhittköping")
    assert {row.name for row in ids(group=Group.BUDGET)} >= {"add_own_cost"}
    assert all(row.final for row in ids(kind=Kind.LEFT))
    day = stage.today
    assert {row.at.date() for row in ids(first=day, last=day)} == {day}


def test_an_act_says_how_it_stands(coordinator):
    added = coordinator.does("add_place", name="Sagostad")
    key = dict(added.subjects)["place"]

    def stands(number):
        desk = coordinator.desk
        (row,) = read_rows(desk.store, [number])
        return verdict(desk, row, Undoings(desk.store))

    assert stands(added.event.id).standing is Standing.STANDS
    changed = coordinator.does("change_place", {"place": key}, note="ny")
    held = stands(added.event.id)
    assert held.standing is Standing.HELD
    assert held.hindrance.event_id == changed.event.id
    undone = coordinator.does("take_back", event_id=changed.event.id)
    found = stands(changed.event.id)
    assert (found.standing, found.target) == (Standing.UNDONE, undone.event.id)
    again = coordinator.does("take_back", event_id=undone.event.id)
    assert stands(changed.event.id).target == again.event.id
    assert stands(1).standing is Standing.BEGAN
