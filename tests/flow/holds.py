"""What must hold in a register whatever was done (DOMAIN § 5, CASE § 7); each raises."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from db import invariants
from db.row import KINDS, table_of
from db.store import Store
from desktop.domain.casework import Awaited, Case, Decision, Payment, Reclaim, TakenBack
from desktop.domain.phases import PaymentState, Phase
from desktop.flow.derive import folded, summary
from desktop.flow.money import frame_of
from desktop.flow.next_act import next_act
from desktop.flow.standing import open_tracks
from desktop.flow.steps import step_named
from desktop.flow.waiting import label, waiting
from tests.flow.coordinator import Coordinator

FROZEN = ("application", "content", "decision", "document", "event", "guideline_version")
"""Tables whose rows the file itself lets nobody change."""
GATED = (PaymentState.READY, PaymentState.HANDED, PaymentState.PAID)
UNDER_WAY = (PaymentState.PLANNED, PaymentState.READY, PaymentState.HANDED)


def money_stays_inside(it: Coordinator) -> None:
    """Pots, grants, payments and repayments; a closed case has nothing left open."""
    assert list(invariants.money(it.desk.store)) == []
    for case in it.desk.store.find(Case):
        seen = it.sees(case.id)
        granted = seen.granted or 0
        planned = sum(each.amount for each in seen.payments if each.state in UNDER_WAY)
        assert 0 <= seen.paid - seen.repaid <= granted, case
        assert seen.paid + planned <= max(granted, seen.paid), case
        if case.phase is Phase.CLOSED:
            assert open_tracks(seen) == []


def numbers_come_once(it: Coordinator) -> None:
    """Decisions and reclaims share one series of numbers, and each has one of its own."""
    made: list[Decision | Reclaim] = [
        *it.desk.store.find(Decision),
        *it.desk.store.find(Reclaim, "number > 0"),
    ]
    numbers = [(each.year, each.number) for each in made]
    assert len(set(numbers)) == len(numbers)


def money_moved_lawfully(it: Coordinator, act: str, before: dict[int, PaymentState]) -> None:
    """No money moves on while its gate is closed, and none is granted outside the frame."""
    store = it.desk.store
    for each in store.find(Payment):
        moved = each.state in GATED and before.get(each.id) is not each.state
        if moved and act in ("release_payment", "take_back"):
            assert not it.sees(each.case_id).payment_stops
    if act in ("decide", "decide_together"):
        cases = store.find(Case)
        for year in {case.year for case in cases}:
            frame = frame_of(it.desk, year)
            granted = any(it.sees(case.id).granted for case in cases)
            assert frame is None or frame.left >= 0 or not granted


def nobody_is_stuck(it: Coordinator) -> None:
    """Every open case has a next act, and it applies."""
    for case in it.desk.store.find(Case, "phase <> ?", Phase.CLOSED):
        seen = it.sees(case.id)
        name = next_act(seen)
        assert name, case
        step = step_named(name)
        subjects = {"case": seen, "round": seen.round, "list": seen.unreported or seen.listing}
        assert step.about not in subjects or step.applies(subjects[step.about]), (case, name)


def lists_read_what_cases_say(it: Coordinator) -> None:
    """The derived rows are those that would be made today."""
    store = it.desk.store
    cases = store.find(Case)
    ids = [case.id for case in cases]
    stored = {each.id: each for each in store.summaries(ids)}
    awaited = store.awaited(ids)
    words = dict(store.rows("select id, folded from search"))
    assert set(words) == set(ids)
    for case in cases:
        seen = it.sees(case.id)
        made = waiting(seen)
        assert stored[case.id] == summary(seen)
        assert [replace(each, id=0) for each in awaited[case.id]] == _ordered(made)
        shown = label(awaited[case.id], case.phase, it.today)
        assert shown == label(made, case.phase, it.today)
        assert words[case.id] == folded(seen)


def _ordered(made: list[Awaited]) -> list[Awaited]:
    """Give them in the order the file gives them."""
    return sorted(
        made,
        key=lambda each: (each.due_on is None, str(each.due_on), each.since, made.index(each)),
    )


def rows(store: Store) -> dict[str, list[Any]]:
    """Give every row that stands, without the count of its changes, and what lists read."""
    shot: dict[str, list[Any]] = {
        table_of(kind): [replace(each, rev=1) for each in store.find(kind)]
        for kind in KINDS
        if kind is not TakenBack
    }
    ids = [int(row[0]) for row in store.rows("select id from summary order by id")]
    shot["summary"] = list(store.summaries(ids))
    awaited = store.awaited(ids).values()
    shot["awaited"] = [replace(each, id=0) for found in awaited for each in found]
    shot["search"] = store.rows("select id, folded from search order by id")
    return shot


def file_refuses_changes(path: Path) -> None:
    """Neither update nor delete gets at what is frozen, also not from another program."""
    with closing(sqlite3.connect(path)) as other:
        for table in FROZEN:
            column = {"content": "data", "event": "text"}.get(table, "id")
            if not other.execute(f"select 1 from {table} limit 1").fetchone():
                continue
            for sql in (f"update {table} set {column} = {column} || ''", f"delete from {table}"):
                try:
                    other.execute(sql)
                except sqlite3.IntegrityError:
                    other.rollback()
                else:
                    raise AssertionError(f"the file let through: {sql}")
