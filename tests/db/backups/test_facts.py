"""The facts of a register are those of one moment, whoever saves meanwhile."""

from __future__ import annotations

from contextlib import closing, suppress

from db.backups.facts import facts
from db.connection import connect_reader
from db.errors import NotSaved
from db.store import Store
from tests.db.backups.conftest import write


def test_an_act_between_two_questions_is_no_damage(ground):
    with Store.open(ground.path) as store, closing(connect_reader(ground.path)) as reader:
        store.verified.wait()
        before = store.last_event_id
        # The act waits for nobody here: either it is saved at once, or it is not.
        store._file.connection.execute("PRAGMA busy_timeout = 0")

        def saved_now(sql: str) -> None:
            if "count(*)" in sql:
                with suppress(NotSaved):
                    write(store)

        reader.set_trace_callback(saved_now)
        read = facts(reader, ground.path.name)
        reader.set_trace_callback(None)
        assert (read.events, read.counts["event"]) == (before, before)
        write(store)
        assert facts(reader, ground.path.name).events == store.last_event_id
