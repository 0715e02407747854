"""Several cases lived through any sequence of acts, legal or not, with a clock that moves."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections import Counter
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any, ClassVar

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from db import invariants
from db.check import check
from db.row import KINDS, table_of
from desktop.domain.casework import (
    Awaited,
    Case,
    DecisionList,
    Payment,
    Round,
    Summary,
    TakenBack,
)
from desktop.domain.phases import PaymentState, Phase
from desktop.domain.problems import Refusal
from desktop.domain.record import Record
from desktop.domain.registers import Association, BudgetEntry, Member, Place, Reason
from desktop.domain.swedish import fold
from desktop.flow.ask import Ask, Kind, asks
from desktop.flow.derive import folded, summary
from desktop.flow.money import frame_of
from desktop.flow.next_act import next_act
from desktop.flow.picture import Picture
from desktop.flow.reading import read
from desktop.flow.registers import open_register
from desktop.flow.run import Outcome as Done
from desktop.flow.run import run
from desktop.flow.standing import open_tracks
from desktop.flow.step import Step
from desktop.flow.steps import STEPS, acts_about, step_named
from desktop.flow.waiting import label, waiting
from tests.flow.coordinator import ASSOCIATIONS, TYPED, Clock, Coordinator

FROZEN = ("application", "content", "decision", "document", "event", "guideline_version")
"""Tables whose rows the file itself lets nobody change."""
GATED = (PaymentState.READY, PaymentState.HANDED, PaymentState.PAID)
ELSEWHERE = ("found_register", "set_coat", "register_application", "take_back")
"""Acts that rules of their own do, or that need a picture."""
BESIDE = tuple(step for step in STEPS if step.about != "case" and step.name not in ELSEWHERE)
NEAR = tuple(
    step_named(name)
    for name in (
        "receive_annual_report",
        "change_association",
        "make_sheet",
        "close_round",
        "decide_together",
        "make_list",
        "report_list",
        "announce_list",
        "add_own_cost",
        "adopt_guideline",
    )
)
"""Acts that are not about one case and yet move cases."""
ABOUT: dict[str, type[Record]] = {
    "association": Association,
    "budget_entry": BudgetEntry,
    "list": DecisionList,
    "member": Member,
    "place": Place,
    "reason": Reason,
    "round": Round,
}
CHANCE = st.randoms(use_true_random=True)
"""Choices inside an act are even; Hypothesis chooses and shrinks the acts."""
FIRST_DAYS = (date(2026, 3, 2), date(2026, 9, 28), date(2026, 12, 28), date(2027, 12, 20))
FIRST_EVENTS = 1 + len(ASSOCIATIONS)
"""Events in the founded register."""
SUMS = (0, 1, 500, 2_000, 3_333, 5_000, 8_000, 10_000, 12_000, 999_999_999)
WORDS = ("", "ett skäl", "å ä ö ð þ ŋ", "<b>&</b> {purpose} \u00ad", "ord " * 40)


def typed(asked: Ask, today: date, chance: Random) -> Any:
    """Give what somebody might type into a field."""
    keys = [key for key, _ in asked.choices]
    match asked.kind:
        case Kind.KR:
            return chance.choice(SUMS)
        case Kind.NUMBER:
            return chance.choice((today.year, today.year + 1, 2023, 2027))
        case Kind.DAY:
            return today + timedelta(days=chance.randint(-60, 60))
        case Kind.YES:
            return chance.random() < 0.5
        case Kind.CHOICE:
            return chance.choice(keys or ["P8", "base_grant"])
        case Kind.CHOICES:
            return chance.sample(keys or ["cultures", "young", "equal_split"], 2)
        case Kind.REF:
            return chance.randint(1, 5)
        case Kind.REFS:
            return chance.sample(range(1, 5), 2)
        case Kind.FILE:
            return chance.choice([TYPED["file"], None])
        case Kind.ROWS:
            return ()
        case _:
            return chance.choice(WORDS)


class Life(RuleBasedStateMachine):
    """The register of one coordinator, and everything that must hold in it."""

    founded: ClassVar[Path]
    """The file each life begins with a copy of."""
    most_cases: ClassVar[int] = 3
    """Cases in one life."""
    counted: ClassVar[Counter[str]] = Counter()
    """What was done and refused in all lives."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory(prefix="vanbok-")
        self.path = Path(self.folder.name) / "påhittat.vanbok"
        shutil.copy(self.founded, self.path)
        clock = Clock(datetime(2026, 3, 2, 9, 30))
        desk = open_register(self.path, clock=clock)
        self.it = Coordinator(desk, clock)
        self.store = desk.store
        self.decided: list[tuple[Any, ...]] = []
        self.done: Counter[str] = Counter()

    # What happens

    @initialize(chance=CHANCE)
    def begins(self, chance):
        """Begin on some day, with cases that have come some way."""
        self.it.on(chance.choice(FIRST_DAYS))
        for _ in range(chance.randint(0, self.most_cases)):
            self.registers(chance)
            self.follows_on(chance)

    @rule(days=st.sampled_from([1, 3, 10, 40, 200]))
    def waits(self, days):
        self.it.wait(days)

    @precondition(lambda self: len(self.cases) < self.most_cases)
    @rule(chance=CHANCE)
    def applies(self, chance):
        self.registers(chance)

    @precondition(lambda self: self.open_cases)
    @rule(chance=CHANCE)
    def follows(self, chance):
        """Lead one case some steps further, so that the later acts are met as often."""
        self.follows_on(chance)

    def follows_on(self, chance: Random) -> None:
        if not self.open_cases:
            return
        case = chance.choice(self.open_cases)
        for _ in range(chance.randint(0, 9)):
            if self.it.sees(case.id).case.phase is Phase.CLOSED:
                return
            before = self.store.last_event_id
            name = self.it.follows(case.id)
            note(f"followed {name} in {case.number}")
            assert self.store.last_event_id > before
            self.counted[f"did {name}"] += 1

    @precondition(lambda self: self.cases)
    @rule(chance=CHANCE)
    def does_something_in_a_case(self, chance):
        """Do anything: what does not apply is not offered, and is refused all the same."""
        step = chance.choice(acts_about("case"))
        seen = self.it.sees(chance.choice(self.cases).id)
        done = self.tries(step, self.drawn(chance, step, seen))
        assert done is None or step.applies(seen)

    @precondition(lambda self: self.cases)
    @rule(chance=CHANCE)
    def does_what_applies_in_a_case(self, chance):
        step, seen = self.applying(chance)
        self.tries(step, self.drawn(chance, step, seen))

    @rule(chance=CHANCE)
    def does_something_beside(self, chance):
        step = chance.choice(chance.choice((NEAR, NEAR, BESIDE)))
        self.tries(step, self.drawn(chance, step, self.subject_of(chance, step)))

    @precondition(lambda self: self.cases)
    @rule(chance=CHANCE)
    def does_and_takes_back(self, chance):
        step, seen = self.applying(chance)
        before = self.rows()
        done = self.tries(step, self.drawn(chance, step, seen))
        if done is None or done.final:
            return
        after = self.rows()
        back = self.takes_back(done.event.id)
        assert back is not None
        assert self.rows() == before
        again = self.takes_back(back.event.id)
        assert again is not None
        assert self.rows() == after

    @precondition(lambda self: self.store.last_event_id > FIRST_EVENTS)
    @rule(chance=CHANCE)
    def takes_something_back(self, chance):
        event_id = chance.randint(FIRST_EVENTS + 1, self.store.last_event_id)
        event = self.store.event(event_id)
        done = self.takes_back(event_id)
        assert not (event.final and done)

    def registers(self, chance: Random) -> None:
        today = self.it.today
        starts = today + timedelta(days=chance.randint(-40, 40))
        raw = {
            "association_id": chance.randint(1, 4),
            "scheme": "base_grant",
            "place_id": 2,
            "asked": chance.choice(SUMS[1:]),
            "came_on": today - timedelta(days=chance.randint(-1, 20)),
            "channel": chance.choice(["email", "post"]),
            "goals": chance.choice([["cultures"], ["cultures", "young"], ["young"], []]),
            "purpose": chance.choice(WORDS),
            "confirm": chance.random() < 0.3,
        }
        if chance.random() < 0.5:
            raw |= {
                "scheme": "activity_grant",
                "starts_on": starts,
                "ends_on": chance.choice([starts, starts + timedelta(days=2), None]),
                "costs": chance.choice([None, 9_000, 20_000, 20_000]),
                "other_funding": chance.choice([None, 0, 4_000, 20_000]),
            }
        self.tries(step_named("register_application"), raw)

    def applying(self, chance: Random) -> tuple[Step, Picture]:
        seen = self.it.sees(chance.choice(self.cases).id)
        steps = [step for step in acts_about("case") if step.applies(seen)]
        # What was seldom done in this life is tried before what was done often.
        weights = [1 / (1 + self.done[step.name]) ** 2 for step in steps]
        return chance.choices(steps, weights)[0], seen

    def drawn(self, chance: Random, step: Step, subject: Any) -> dict[str, Any]:
        """What was proposed, most often filled in, and in some fields something else."""
        nobody = step.about in ABOUT and subject is None
        raw = {} if nobody else step.prefill(self.it.desk, subject)
        if step.name == "decide_together":
            raw = {"scheme": "base_grant", "place_id": 2, "year": self.it.today.year}
            raw["decided_on"] = self.it.today
        known = asks(step.command)
        if chance.random() < 0.8:
            raw = {**{name: TYPED[name] for name in known if name in TYPED}, **raw}
        names = sorted(name for name in known if name != "case_id")
        for name in chance.sample(names, min(len(names), chance.choice((0, 0, 0, 1, 2)))):
            raw[name] = typed(known[name], self.it.today, chance)
        return raw

    def subject_of(self, chance: Random, step: Step) -> Any:
        kind = ABOUT.get(step.about)
        rows = self.store.find(kind) if kind else []
        return chance.choice(rows) if rows else None

    def tries(self, step: Step, raw: dict[str, Any]) -> Done | None:
        """Do the act, or be refused in words; nothing else, and nothing half."""
        note(f"{self.it.today} {step.name} {raw}")
        head, newest = self.store.head, self.store.last_event_id
        payments = {each.id: each.state for each in self.store.find(Payment)}
        try:
            done = run(self.it.desk, read(step.command, raw, self.it.today))
        except Refusal as refusal:
            assert (self.store.head, self.store.last_event_id) == (head, newest)
            note(f"refused: {refusal}")
            assert refusal.problems
            assert all(" – " in str(each.text) for each in refusal.problems), refusal
            self.counted[f"refused {step.name}"] += 1
            return None
        self.counted[f"did {step.name}"] += 1
        self.done[step.name] += 1
        assert self.store.last_event_id == newest + 1
        assert done.event.name == step.name
        self.money_moved(step, payments)
        return done

    def takes_back(self, event_id: int) -> Done | None:
        return self.tries(step_named("take_back"), {"event_id": event_id})

    def money_moved(self, step: Step, before: dict[int, PaymentState]) -> None:
        """No money moves on while a gate is closed, and none is granted outside the frame."""
        for each in self.store.find(Payment):
            moved = each.state in GATED and before.get(each.id) is not each.state
            if moved and step.name in ("release_payment", "take_back"):
                assert not self.it.sees(each.case_id).payment_stops
        if step.name in ("decide", "decide_together"):
            for year in {case.year for case in self.cases}:
                frame = frame_of(self.it.desk, year)
                granted = any(self.it.sees(each.id).granted for each in self.cases)
                assert frame is None or frame.left >= 0 or not granted

    # What is seen

    @property
    def cases(self) -> list[Case]:
        return self.store.find(Case)

    @property
    def open_cases(self) -> list[Case]:
        return [each for each in self.cases if each.phase is not Phase.CLOSED]

    def rows(self) -> dict[str, list[Any]]:
        """Every row that stands, without the count of its changes, and what lists read."""
        shot: dict[str, list[Any]] = {
            table_of(kind): [replace(each, rev=1) for each in self.store.find(kind)]
            for kind in KINDS
            if kind is not TakenBack
        }
        shot["summary"] = self.derived(Summary)
        shot["awaited"] = [replace(each, id=0) for each in self.derived(Awaited)]
        shot["search"] = self.store.rows("select id, folded from search order by id")
        return shot

    def derived(self, kind: type[Record]) -> list[Any]:
        ids = [int(row[0]) for row in self.store.rows("select id from summary order by id")]
        if kind is Summary:
            return self.store.summaries(ids)
        return [each for rows in self.store.awaited(ids).values() for each in rows]

    # What must always hold (DOMAIN § 5, CASE § 7)

    @invariant()
    def a_decision_never_changes(self):
        rows = self.store.rows("select * from decision order by id")
        assert rows[: len(self.decided)] == self.decided
        self.decided = rows

    @invariant()
    def money_keeps_inside_what_was_granted(self):
        assert list(invariants.money(self.store)) == []
        for case in self.cases:
            seen = self.it.sees(case.id)
            granted = seen.granted or 0
            planned = sum(
                each.amount
                for each in seen.payments
                if each.state not in ("paid", "reversed", "cancelled")
            )
            assert 0 <= seen.paid - seen.repaid <= granted, seen.case
            assert seen.paid + planned <= max(granted, seen.paid), seen.case
            if case.phase is Phase.CLOSED:
                assert open_tracks(seen) == []

    @invariant()
    def every_open_case_has_a_next_act_that_applies(self):
        for case in self.open_cases:
            seen = self.it.sees(case.id)
            name = next_act(seen)
            assert name, case
            step = step_named(name)
            if step.about in ("case", "round", "list"):
                subject = {"case": seen, "round": seen.round, "list": seen.listing}[step.about]
                assert step.applies(subject), (case, name)

    @invariant()
    def the_lists_read_what_the_cases_say(self):
        store = self.store
        stored = {each.id: each for each in store.summaries([case.id for case in self.cases])}
        awaited = store.awaited([case.id for case in self.cases])
        words = dict(store.rows("select id, folded from search"))
        assert set(words) == {case.id for case in self.cases}
        for case in self.cases:
            seen = self.it.sees(case.id)
            assert stored[case.id] == summary(seen)
            made = waiting(seen)
            assert [replace(each, id=0) for each in awaited[case.id]] == self.ordered(made)
            assert label(awaited[case.id], case.phase, self.it.today) == label(
                made, case.phase, self.it.today
            )
            assert fold(folded(seen)) == words[case.id]

    @rule(days=st.sampled_from([1, 30, 400]))
    def another_day_changes_only_what_is_derived(self, days):
        now, head = self.it.clock.now, self.store.head
        rows = self.rows()
        self.it.wait(days)
        self.the_lists_read_what_the_cases_say()
        assert (self.rows(), self.store.head) == (rows, head)
        self.it.clock.now = now

    def ordered(self, made: list[Awaited]) -> list[Awaited]:
        """In the order the file gives them."""
        return sorted(
            made,
            key=lambda each: (each.due_on is None, str(each.due_on), each.since, made.index(each)),
        )

    def teardown(self):
        try:
            self.ends()
        finally:
            self.store.close()
            self.folder.cleanup()

    def ends(self):
        """Whatever happened, every case can be led to its end, and the file is whole."""
        for case in self.open_cases:
            done = self.it.closes(case.id)
            self.counted["closed"] += 1
            self.counted["acts to close"] += len(done)
        self.a_decision_never_changes()
        self.money_keeps_inside_what_was_granted()
        assert check(self.store) == []
        for (document,) in self.store.rows("select id from document"):
            assert self.store.content(document)
        self.counted["letters"] += self.store.rows("select count(*) from document where outgoing")[
            0
        ][0]
        self.counted["lives"] += 1
        self.refuses_direct_sql()

    def refuses_direct_sql(self):
        head = self.store.head
        with closing(sqlite3.connect(self.path)) as other:
            for table in FROZEN:
                column = {"content": "data", "event": "text"}.get(table, "id")
                if not other.execute(f"select 1 from {table} limit 1").fetchone():
                    continue
                for sql in (
                    f"update {table} set {column} = {column} || ''",
                    f"delete from {table}",
                ):
                    try:
                        other.execute(sql)
                    except sqlite3.IntegrityError:
                        other.rollback()
                    else:
                        raise AssertionError(f"the file let through: {sql}")
        assert self.store.head == head
