"""Several cases lived through any sequence of acts, legal or not, with a clock that moves."""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any, ClassVar

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from db.check import check
from desktop.domain.casework import Case, Payment
from desktop.domain.phases import Phase
from desktop.domain.problems import Refusal
from desktop.flow.picture import Picture
from desktop.flow.reading import read
from desktop.flow.registers import open_register
from desktop.flow.run import Outcome as Done
from desktop.flow.run import run
from desktop.flow.step import Step
from desktop.flow.steps import acts_about, step_named
from tests.flow import holds
from tests.flow.chance import application, applying, beside, drawn, subject_of
from tests.flow.coordinator import ASSOCIATIONS, Clock, Coordinator

CHANCE = st.randoms(use_true_random=True)
"""Choices inside an act are even; Hypothesis chooses and shrinks the acts."""
FIRST_DAYS = (date(2026, 3, 2), date(2026, 9, 28), date(2026, 12, 28), date(2027, 12, 20))
FIRST_EVENTS = 1 + len(ASSOCIATIONS)
"""Events in the founded register."""


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

    @precondition(lambda self: self.cases)
    @rule(chance=CHANCE)
    def does_something_in_a_case(self, chance):
        """Do anything: what does not apply is not offered, and is refused all the same."""
        step, seen = chance.choice(acts_about("case")), self.any_case(chance)
        done = self.tries(step, drawn(chance, self.it, step, seen))
        assert done is None or step.applies(seen)

    @precondition(lambda self: self.cases)
    @rule(chance=CHANCE)
    def does_what_applies_in_a_case(self, chance):
        self.does_what_applies(chance)

    @precondition(lambda self: self.cases)
    @rule(chance=CHANCE)
    def does_what_applies_in_another(self, chance):
        self.does_what_applies(chance)

    @rule(chance=CHANCE)
    def does_something_beside(self, chance):
        step = beside(chance)
        self.tries(step, drawn(chance, self.it, step, subject_of(chance, self.it, step)))

    @precondition(lambda self: self.cases)
    @rule(chance=CHANCE)
    def does_and_takes_back(self, chance):
        self.restored(lambda: self.does_what_applies(chance))

    def restored(self, act: Callable[[], Done | None]) -> None:
        """Undo restores the exact rows, and undoing that restores them again."""
        before = holds.rows(self.store)
        done = act()
        if done is None or done.final:
            return
        after = holds.rows(self.store)
        back = self.takes_back(done.event.id)
        assert back is not None
        assert holds.rows(self.store) == before
        assert self.takes_back(back.event.id) is not None
        assert holds.rows(self.store) == after

    @precondition(lambda self: self.store.last_event_id > FIRST_EVENTS)
    @rule(chance=CHANCE)
    def takes_something_back(self, chance):
        event_id = chance.randint(FIRST_EVENTS + 1, self.store.last_event_id)
        final = self.store.event(event_id).final
        done = self.takes_back(event_id)
        assert not (final and done)

    @rule(days=st.sampled_from([1, 30, 400]))
    def another_day_changes_only_what_is_derived(self, days):
        now, head, before = self.it.clock.now, self.store.head, holds.rows(self.store)
        self.it.wait(days)
        holds.lists_read_what_cases_say(self.it)
        assert (holds.rows(self.store), self.store.head) == (before, head)
        self.it.clock.now = now

    def registers(self, chance: Random) -> None:
        self.tries(step_named("register_application"), application(chance, self.it.today))

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

    def does_what_applies(self, chance: Random) -> Done | None:
        seen = self.any_case(chance)
        step = applying(chance, seen, self.done)
        return self.tries(step, drawn(chance, self.it, step, seen))

    def any_case(self, chance: Random) -> Picture:
        return self.it.sees(chance.choice(self.cases).id)

    def takes_back(self, event_id: int) -> Done | None:
        return self.tries(step_named("take_back"), {"event_id": event_id})

    def tries(self, step: Step, raw: dict[str, Any]) -> Done | None:
        """Do the act, or be refused in words; nothing else, and nothing half."""
        note(f"{self.it.today} {step.name} {raw}")
        head, newest = self.store.head, self.store.last_event_id
        payments = {each.id: each.state for each in self.store.find(Payment)}
        try:
            done = run(self.it.desk, read(step.command, raw, self.it.today))
        except Refusal as refusal:
            note(f"refused: {refusal}")
            assert (self.store.head, self.store.last_event_id) == (head, newest)
            assert refusal.problems
            assert all(" – " in str(each.text) for each in refusal.problems), refusal
            self.counted[f"refused {step.name}"] += 1
            return None
        self.counted[f"did {step.name}"] += 1
        self.done[step.name] += 1
        assert self.store.last_event_id == newest + 1
        assert done.event.name == step.name
        holds.money_moved_lawfully(self.it, step.name, payments)
        return done

    @property
    def cases(self) -> list[Case]:
        return self.store.find(Case)

    @property
    def open_cases(self) -> list[Case]:
        return [each for each in self.cases if each.phase is not Phase.CLOSED]

    # What must always hold

    @invariant()
    def a_decision_never_changes(self):
        rows = self.store.rows("select * from decision order by id")
        assert rows[: len(self.decided)] == self.decided
        self.decided = rows

    @invariant()
    def money_stays_inside_what_was_granted(self):
        holds.money_stays_inside(self.it)

    @invariant()
    def no_delegation_number_is_given_twice(self):
        holds.numbers_come_once(self.it)

    @invariant()
    def every_open_case_has_a_next_act_that_applies(self):
        holds.nobody_is_stuck(self.it)

    @invariant()
    def the_lists_read_what_the_cases_say(self):
        holds.lists_read_what_cases_say(self.it)

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
        holds.money_stays_inside(self.it)
        assert check(self.store) == []
        letters = self.store.rows("select id from document where outgoing")
        assert all(self.store.content(document_id) for (document_id,) in letters)
        self.counted["letters"] += len(letters)
        self.counted["lives"] += 1
        head = self.store.head
        holds.file_refuses_changes(self.path)
        assert self.store.head == head
