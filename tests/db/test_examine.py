"""A register verified from any thread, beside the window that has it open."""

from __future__ import annotations

import sqlite3
import threading
from contextlib import closing

import pytest

from db import chain
from db.change import Insert
from db.check import Depth, Stage, check, examine
from db.checking import source
from desktop.domain.casework import Document
from tests.db.samples import act, letter, nothing, one_of_each, place
from tests.db.states import listing

BOTH = pytest.mark.parametrize("depth", Depth)


@pytest.fixture
def full(store):
    store.commit(act(*one_of_each(), *letter(2, bytes(30_000))), nothing)
    return store


def behind_the_back(path, *statements):
    """Write as no program of ours does."""
    with closing(sqlite3.connect(path)) as other:
        for statement in statements:
            other.execute(statement)
        other.commit()


def words(examined):
    return [str(each) for each in examined.findings]


@BOTH
def test_a_register_that_is_well_is_well(full, depth):
    done = examine(full.path, depth=depth)

    assert done.well
    assert words(done) == []
    assert done.counts is not None
    assert done.counts.bytes == full.path.stat().st_size
    assert (done.counts.events, done.counts.documents) == (1, full.count(Document))


@BOTH
def test_nothing_is_written_and_nothing_is_left(full, depth):
    before = listing(full.path.parent)

    examine(full.path, depth=depth)

    assert listing(full.path.parent) == before


def test_it_can_be_done_in_another_thread_while_somebody_saves(full):
    done = []
    thread = threading.Thread(target=lambda: done.append(examine(full.path)))
    thread.start()
    for key in range(2, 12):
        full.commit(act(Insert(place(id=key, name=f"Ort {key}"))), nothing)
    thread.join()

    assert words(done[0]) == []
    full.commit(act(Insert(place(id=99))), nothing)


def test_nobody_who_saves_waits_for_it(full):
    """Given a check that stands still in the midst, a save goes through at once."""
    full._file.connection.execute("PRAGMA busy_timeout = 0")

    def save(stage, _done, _total):
        if stage is Stage.LOG:
            full.commit(act(Insert(place(id=full.next_id(type(place()))))), nothing)

    assert examine(full.path, told=save).well


def test_each_stage_is_told(full):
    told = []

    examine(full.path, told=lambda *each: told.append(each))

    assert list(dict.fromkeys(stage for stage, _, _ in told)) == list(Stage)
    assert all(0 <= done <= total for _, done, total in told)
    assert all(str(stage.words) for stage in Stage)


@pytest.mark.parametrize("stage", [Stage.READING, Stage.LOG, Stage.MONEY])
def test_it_can_be_stopped(full, stage):
    seen = []

    done = examine(
        full.path, told=lambda *each: seen.append(each[0]), stopped=lambda: stage in seen
    )

    assert done.stopped
    assert not done.well
    assert words(done) == []


def test_a_lost_document_is_found_in_both(full):
    behind_the_back(full.path, "DROP TRIGGER content_kept", "DELETE FROM content")

    for depth in Depth:
        assert any("saknar innehåll" in each for each in words(examine(full.path, depth=depth)))


def test_changed_bytes_are_found_by_the_full_check_alone(full):
    behind_the_back(
        full.path, "DROP TRIGGER content_fixed", "UPDATE content SET data = zeroblob(length(data))"
    )

    assert not any("Handling" in each for each in words(examine(full.path, depth=Depth.QUICK)))
    assert any("kontrollsumma" in each for each in words(examine(full.path)))


def test_a_changed_event_is_found_at_the_end_by_both(full):
    behind_the_back(full.path, "DROP TRIGGER event_fixed", "UPDATE event SET text = 'annat'")

    for depth in Depth:
        found = words(examine(full.path, depth=depth))
        assert "Händelse 1 har ändrats i efterhand." in found


def test_an_event_entered_wrongly_is_found(full):
    behind_the_back(full.path, "INSERT INTO event_subject VALUES ('case', 1, 1)")

    assert "Händelse 1 är fel införd bland det den handlar om." in words(examine(full.path))


def test_a_row_changed_behind_the_back_is_found(full):
    behind_the_back(full.path, "UPDATE place SET note = 'smusslat', rev = rev + 1")

    assert any("har ändrats utanför programmet" in each for each in words(examine(full.path)))


def test_a_mistake_in_every_row_is_not_said_of_each(full):
    rows = [Insert(place(id=key, name=f"Ort {key}")) for key in range(2, 300)]
    full.commit(act(*rows), nothing)
    behind_the_back(full.path, "UPDATE place SET note = 'smusslat', rev = rev + 1")

    found = words(examine(full.path))

    assert found[-1] == "Fler fel av samma slag visas inte."
    assert len(found) == 201


def test_missing_events_are_found_by_the_quick_check(full):
    for key in range(2, 6):
        full.commit(act(Insert(place(id=key, name=f"Ort {key}"))), nothing)
    full.close()
    behind_the_back(full.path, "DROP TRIGGER event_kept", "DELETE FROM event WHERE id = 3")

    found = words(examine(full.path, depth=Depth.QUICK))

    assert "En händelse saknas i loggen." in found


def test_damaged_pages_are_named(full):
    full.close()
    data = bytearray(full.path.read_bytes())
    page = len(data) // 4096 - 2
    data[4096 * (page - 1) : 4096 * (page + 1)] = b"\xff" * 8192
    full.path.write_bytes(data)

    done = examine(full.path, depth=Depth.QUICK)

    assert set(done.pages) & {page, page + 1}
    assert any("innehåller fel data" in each for each in words(done))
    assert full.path.read_bytes() == bytes(data)


@pytest.mark.parametrize(
    ("data", "word"),
    [(b"", "trasig"), (b"text" * 3000, "skadat")],
)
def test_what_is_no_register_is_a_finding(tmp_path, data, word):
    path = tmp_path / "x.vanbok"
    path.write_bytes(data)

    done = examine(path)

    assert done.counts is None
    assert word in words(done)[0]


def test_a_register_that_is_not_there_is_unread_and_nothing_is_found_in_it(tmp_path):
    done = examine(tmp_path / "x.vanbok")

    assert "inget register på platsen" in str(done.unread)
    assert done.findings == ()
    assert not done.well


def test_a_register_that_another_program_holds_is_unread_and_not_damaged(full, monkeypatch):
    monkeypatch.setattr("db.connection.BUSY_SECONDS", 0)
    with closing(sqlite3.connect(full.path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")

        done = examine(full.path, depth=Depth.QUICK)

    assert "används just nu" in str(done.unread)
    assert done.findings == ()
    assert not done.well


def test_a_register_too_large_for_memory_is_verified_too(full, monkeypatch, tmp_path):
    monkeypatch.setattr(source, "_IN_MEMORY", 0)
    before = listing(tmp_path)

    assert examine(full.path).well

    assert listing(tmp_path) == before


def test_other_sizes_of_page_are_verified(full):
    full.close()
    with closing(sqlite3.connect(full.path, isolation_level=None)) as other:
        other.execute("PRAGMA page_size = 8192")
        other.execute("VACUUM")

    assert examine(full.path).well


def test_an_open_register_is_verified_by_the_same_rules(full):
    assert check(full) == []
    behind_the_back(full.path, "DROP TRIGGER content_kept")

    assert [str(each) for each in check(full)] == words(examine(full.path))


def test_a_long_log_is_followed_at_its_end_by_the_quick_check(full):
    """Given more events than are followed, a change further back is the full check's to find."""
    head, number = full.head, 1
    with closing(sqlite3.connect(full.path)) as other:
        for number in range(2, 80):
            link = chain.link(act(), number=number, changes=[], previous=head)
            other.execute(chain.INSERT, link.cells)
            head = str(link.cells[-1])
            other.execute("UPDATE meta SET head = ?", (head,))
        other.execute("DROP TRIGGER event_fixed")
        other.execute("UPDATE event SET text = 'annat' WHERE id = 10")
        other.commit()

    changed = "Händelse 10 har ändrats i efterhand."
    assert changed not in words(examine(full.path, depth=Depth.QUICK))
    assert changed in words(examine(full.path))
