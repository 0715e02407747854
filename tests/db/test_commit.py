"""The one way to write: whole or not at all, and the truth about which."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest
from sqlite_utils.db import Table

from db import chain
from db.change import Content, Insert, Update
from db.derived import sort_key
from db.errors import Damaged, Moved, NotSaved, Stale, Unsure
from db.store import Store
from desktop.domain.casework import Document
from desktop.domain.phases import PlaceKind
from desktop.domain.registers import Association, Place
from tests.db.samples import (
    DAY,
    LETTER,
    REGISTER,
    act,
    association,
    awaited,
    decide,
    letter,
    nothing,
    place,
    refreshed,
    summary,
)


class Treacherous:
    """A connection whose COMMIT reports an error, after something else has happened instead."""

    def __init__(self, connection, instead):
        self._connection = connection
        self._instead = instead

    def __getattr__(self, name):
        return getattr(self._connection, name)

    def execute(self, sql, *args):
        if sql != "COMMIT":
            return self._connection.execute(sql, *args)
        self._instead(self._connection)
        raise sqlite3.OperationalError("disk I/O error")


def betray(store, instead=lambda _: None):
    store._file._connection = Treacherous(store._file.connection, instead)


def test_an_act_writes_its_rows_and_one_event(store):
    done = act(Insert(place()), Insert(association()), subjects=(("place", 1),), text="Ny ort.")

    event = store.commit(done, nothing)

    assert store.get(Place, 1) == place()
    assert store.events() == [event]
    assert store.events(("place", 1)) == [event]
    assert store.events(("case", 1)) == []
    assert (event.id, event.uuid, event.text, event.at) == (1, done.uuid, "Ny ort.", done.at)
    assert store.head == event.hash


def test_the_event_tells_before_and_after(store):
    store.commit(act(Insert(place())), nothing)
    before = store.get(Place, 1)

    event = store.commit(
        act(Update(before, replace(before, kind=PlaceKind.OTHER, distance_km=2))), nothing
    )

    (changed,) = event.changed()
    assert changed.before == {"kind": "twin_town", "distance_km": None, "rev": 1}
    assert changed.after == {"kind": "other", "distance_km": 2, "rev": 2}


def test_an_update_that_changes_nothing_is_not_written(store):
    store.commit(act(Insert(place())), nothing)
    before = store.get(Place, 1)

    event = store.commit(act(Update(before, before)), nothing)

    assert event.changes == "[]"
    assert store.get(Place, 1).rev == 1


def test_the_same_uuid_gives_the_first_event_and_writes_nothing(store):
    once = act(Insert(place()))
    first = store.commit(once, nothing)

    again = store.commit(replace(once, changes=(Insert(place(id=2)),)), nothing)

    assert again == first
    assert store.count(Place) == 1


def test_many_rows_of_a_kind_are_written_in_order(store):
    rows = [place(id=n, name=f"Ort {n}") for n in range(1, 251)]

    event = store.commit(act(*map(Insert, rows)), nothing)

    assert store.find(Place) == rows
    assert [each.id for each in event.changed()] == list(range(1, 251))


# Reading


def test_rows_are_found_by_the_values_that_records_have(store):
    rows = (place(id=1, council_on=DAY), place(id=2, kind=PlaceKind.PARTNERSHIP, name="Rana"))
    store.commit(act(*map(Insert, rows)), nothing)

    assert store.find(Place, "kind = ?", PlaceKind.PARTNERSHIP) == [rows[1]]
    assert store.first(Place, "council_on = ?", DAY) == rows[0]
    assert store.count(Place, "name LIKE ?", "R%") == 1
    assert [each.id for each in store.find(Place, order="id DESC", limit=1)] == [2]


def test_a_row_that_is_not_there_is_a_lookup_error(store):
    with pytest.raises(LookupError):
        store.get(Place, 1)
    with pytest.raises(LookupError):
        store.content(1)


def test_ids_are_given_out_once_until_the_act(store):
    given = [store.next_id(Place) for _ in range(3)]
    store.commit(act(Insert(place(id=3))), nothing)

    assert (given, store.next_id(Place)) == ([1, 2, 3], 4)


def test_ids_that_were_not_used_are_given_out_again(store):
    store.next_id(Place)
    store.commit(act(Insert(association())), nothing)

    assert store.next_id(Place) == 1


# Derived rows


def test_refresh_sees_what_the_act_has_changed(store):
    seen = []

    store.commit(act(Insert(place())), lambda inside, _: seen.append(inside.get(Place, 1)))

    assert seen == [place()]


def test_derived_rows_are_made_again_whole(started):
    started.commit(
        act(),
        lambda _, derived: derived.replace_case(
            summary(), [awaited(kind="a"), awaited(kind="b", due_on=DAY)], "a"
        ),
    )

    started.commit(
        act(),
        lambda _, derived: derived.replace_case(summary(paid=5), [awaited(kind="c")], "b"),
    )

    assert [each.kind for each in started.awaited([1])[1]] == ["c"]
    assert started.summaries([1, 2]) == [summary(paid=5)]
    assert started.rows("SELECT folded FROM search") == [("b",)]


def test_what_is_due_first_is_waited_for_first_and_no_day_last(started):
    waits = [
        awaited(kind="later", due_on=DAY.replace(day=9)),
        awaited(kind="someday"),
        awaited(kind="sooner", due_on=DAY),
    ]
    started.commit(act(), lambda _, derived: derived.replace_case(summary(), waits, ""))

    assert [each.kind for each in started.open_awaited()] == ["sooner", "later", "someday"]
    plan = started.rows(
        "EXPLAIN QUERY PLAN SELECT * FROM awaited ORDER BY due_on IS NULL, due_on, since, id"
    )
    assert [row[3] for row in plan] == ["SCAN awaited USING INDEX awaited_due"]


def test_applicants_are_sorted_as_swedish_does(started):
    names = ["Örn", "Ål", "Ängel", "Zorn", "ånga", "Adam", "Érik", "Ødegård", "Ödet"]

    assert sorted(names, key=sort_key) == [
        "Adam", "Érik", "Zorn", "Ål", "ånga", "Ängel", "Ødegård", "Ödet", "Örn",
    ]  # fmt: skip
    started.commit(act(), refreshed(summary(applicant="Ängel")))
    assert started.rows("SELECT applicant_key FROM summary") == [(sort_key("Ängel"),)]


def test_a_case_taken_away_leaves_no_derived_rows(started):
    started.commit(act(), lambda _, derived: derived.replace_case(summary(), [awaited()], "ord"))

    started.commit(act(), lambda _, derived: derived.remove_case(1))

    counts = [
        started.rows(f"SELECT count(*) FROM {name}")[0][0]
        for name in ("summary", "awaited", "search")
    ]
    assert counts == [0, 0, 0]


# Refusals, each of them whole


def test_a_refresh_that_fails_leaves_nothing(store):
    def fail(_store, _derived):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.commit(act(Insert(place())), fail)

    assert store.count(Place) == 0
    store.commit(act(Insert(place())), nothing)


def test_an_act_that_is_refused_halfway_leaves_nothing(store):
    with pytest.raises(NotSaved, match="CHECK"):
        store.commit(act(Insert(association()), Insert(place(name=""))), nothing)

    assert store.count(Association) == 0


def test_a_row_changed_since_it_was_read_is_not_overwritten(store):
    store.commit(act(Insert(place())), nothing)
    before = store.get(Place, 1)
    store.commit(act(Update(before, replace(before, note="först"))), nothing)

    with pytest.raises(Stale, match="ändrats sedan den lästes"):
        store.commit(act(Update(before, replace(before, note="sen"))), nothing)

    assert store.get(Place, 1).note == "först"


@pytest.mark.parametrize("record", [place(id=0), place(rev=2)])
def test_a_new_row_needs_an_id_and_rev_one(store, record):
    with pytest.raises(ValueError, match="rev 1"):
        store.commit(act(Insert(record)), nothing)


def test_bytes_without_their_document_are_a_mistake(store):
    with pytest.raises(ValueError, match="without its document"):
        store.commit(act(Content(7, b"x")), nothing)


def test_bytes_that_are_not_what_the_document_says_are_refused(started):
    with pytest.raises(Damaged, match="läsa tillbaka"):
        started.commit(act(*letter(1, sha256="0" * 64)), nothing)

    assert started.count(Document) == 0


def test_bytes_come_back_as_they_were(started):
    started.commit(act(*letter()), nothing)

    assert started.content(1) == LETTER


def test_a_full_disk_is_said_and_leaves_nothing(store):
    pages = store.rows("PRAGMA page_count")[0][0]
    store.rows(f"PRAGMA max_page_count = {pages}")

    with pytest.raises(NotSaved, match="Disken är full"):
        store.commit(act(*letter(1, bytes(1_000_000), case_id=None)), nothing)

    assert store.count(Document) == 0
    store.commit(act(Insert(place())), nothing)


def test_a_file_that_another_program_holds_is_not_written(store):
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        store.rows("PRAGMA busy_timeout = 10")

        with pytest.raises(NotSaved, match="Ett annat program använder registret"):
            store.commit(act(Insert(place())), nothing)

    store.commit(act(Insert(place())), nothing)


# A failed COMMIT is uncertain


def test_a_commit_that_failed_but_was_saved_is_told_as_saved(store):
    betray(store, lambda connection: connection.execute("COMMIT"))

    event = store.commit(act(Insert(place())), nothing)

    assert store.get(Place, 1) == place()
    assert store.events() == [event]
    store.commit(act(Insert(place(id=2))), nothing)


def test_a_commit_that_failed_is_told_as_not_saved(store):
    head = store.head
    betray(store)

    with pytest.raises(NotSaved, match="ingenting sparades"):
        store.commit(act(Insert(place())), nothing)

    assert (store.count(Place), store.head) == (0, head)
    store.commit(act(Insert(place())), nothing)


def test_a_commit_that_a_reader_holds_up_is_told_as_not_saved(store):
    """Another program in the middle of reading: COMMIT itself is what fails."""
    with closing(sqlite3.connect(store.path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT * FROM meta").fetchall()
        store.rows("PRAGMA busy_timeout = 10")

        with pytest.raises(NotSaved, match="Ett annat program använder registret"):
            store.commit(act(Insert(place())), nothing)

    assert store.count(Place) == 0
    store.commit(act(Insert(place())), nothing)


def test_a_commit_on_a_disk_that_fills_is_told_as_not_saved(store):
    """The file cannot grow: the pages are written at COMMIT, and that is what fails."""
    resource = pytest.importorskip("resource", reason="the system has no limit on file sizes")
    store.commit(act(Insert(place())), nothing)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (store.path.stat().st_size, limits[1]))
    try:
        with pytest.raises(NotSaved, match="ingenting sparades"):
            store.commit(act(*letter(1, bytes(100_000), case_id=None)), nothing)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)

    assert store.count(Document) == 0
    store.commit(act(*letter(1, case_id=None)), nothing)
    assert store.content(1) == LETTER


def test_a_file_gone_after_a_failed_commit_leaves_it_unsure(store):
    away = store.path.with_name("borta")
    betray(store, lambda _: store.path.rename(away))

    with pytest.raises(Unsure, match="inte att säga om det sparades"):
        store.commit(act(Insert(place())), nothing)

    away.rename(store.path)
    assert store.count(Place) == 0
    store.commit(act(Insert(place())), nothing)


# The file is still ours


@pytest.fixture
def copy(store, tmp_path):
    """A copy of the register as it was one act ago."""
    store.commit(act(Insert(place())), nothing)
    made = tmp_path / "kopia"
    made.write_bytes(store.path.read_bytes())
    before = store.get(Place, 1)
    store.commit(act(Update(before, replace(before, note="ny"))), nothing)
    return made


def test_a_file_exchanged_underneath_is_noticed(store, copy):
    os.replace(copy, store.path)  # noqa: PTH105

    with pytest.raises(Moved, match="bytts ut"):
        store.commit(act(Insert(association())), nothing)


def test_a_file_exchanged_for_its_like_is_noticed(store, copy):
    copy.write_bytes(store.path.read_bytes())
    os.replace(copy, store.path)  # noqa: PTH105
    size = store.path.stat().st_size

    with pytest.raises(Moved, match="bytts ut"):
        store.commit(act(Insert(association())), nothing)

    assert store.path.stat().st_size == size


def test_a_file_overwritten_in_place_is_noticed(store, copy):
    store.path.write_bytes(copy.read_bytes())

    with pytest.raises(Moved, match="ändrats av ett annat program"):
        store.commit(act(Insert(association())), nothing)


def test_a_file_taken_away_is_noticed(store):
    store.verified.wait()
    store.path.rename(store.path.with_name("flyttad.vanbok"))

    with pytest.raises(Moved, match="har flyttats"):
        store.commit(act(Insert(place())), nothing)


def test_an_event_by_another_program_is_noticed(store):
    store.commit(act(Insert(place())), nothing)
    link = chain.link(act(), number=2, changes=[], previous=store.head)
    with closing(sqlite3.connect(store.path)) as other:
        other.execute(chain.INSERT, link.cells)
        other.execute("UPDATE meta SET head = ?", (link.cells[-1],))
        other.commit()

    with pytest.raises(Moved):
        store.commit(act(Insert(association())), nothing)


def test_a_register_can_be_moved_when_it_is_closed(store, tmp_path):
    store.commit(act(*letter(1, case_id=None)), nothing)
    store.close()
    there = tmp_path / "annan mapp åäö %20 #1?"
    there.mkdir()
    moved = store.path.rename(there / "bok.vanbok")

    with Store.open(moved) as again:
        assert again.content(1) == LETTER
        assert again.register_uuid == REGISTER


# The cost


def test_reading_does_not_load_the_library_for_writing(store):
    code = (
        "import sys, pathlib; from db.store import Store\n"
        "from desktop.domain.registers import Place\n"
        "store = Store.open(pathlib.Path(sys.argv[1])); store.find(Place); store.open_awaited()\n"
        "heavy = {'sqlite_utils', 'db.writer', 'db.migrations', 'db.check', 'click'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    store.close()

    done = subprocess.run(
        [sys.executable, "-c", code, store.path], capture_output=True, text=True, check=True
    )

    assert done.stdout.strip() == "[]"


def spied(method, asked):
    """The method, noting the table each time."""

    def noted(table, *args):
        asked.append(table.name)
        return method(table, *args)

    return noted


def test_the_records_of_an_act_go_through_sqlite_utils(store, monkeypatch):
    """Given its table class spied upon, when an act inserts and updates, then it was asked."""
    asked: list[str] = []
    for name in ("insert_chunk", "update"):
        monkeypatch.setattr(Table, name, spied(getattr(Table, name), asked))

    store.commit(act(Insert(place()), *letter(1, case_id=None)), nothing)
    before = store.get(Place, 1)
    store.commit(act(Update(before, replace(before, note="ny"))), nothing)

    assert asked == ["place", "document", "content", "place"]


def test_a_letter_is_decided_on_in_one_act(started):
    started.commit(act(*decide(1)), nothing)

    assert started.content(1) == LETTER


def test_what_was_read_within_an_act_that_was_rolled_back_does_not_count(store):
    within = []

    def refresh(read, _derived):
        within.append(read.changes)
        raise ValueError("not today")

    with pytest.raises(ValueError, match="not today"):
        store.commit(act(Insert(place())), refresh)

    assert within[0] != store.changes
