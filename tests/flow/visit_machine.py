"""The same life with visits and agreements in it: led on, ended, taken back, over New Year."""

from __future__ import annotations

from datetime import timedelta
from random import Random
from typing import Any

from hypothesis import note
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from desktop.domain.problems import Refusal
from desktop.domain.visit_words import VisitStage
from desktop.domain.visiting import Agreement, Visit
from desktop.flow.step import Step
from desktop.flow.steps import acts_about
from tests.flow import visit_holds, visit_stage
from tests.flow.chance import drawn
from tests.flow.machine import CHANCE, Life

MOST_VISITS = 4
"""Visits in one life that are led on; contacts and mistakes come on top."""
LEADS = (
    visit_stage.ideas,
    visit_stage.approves,
    visit_stage.plans,
    visit_stage.holds,
    visit_stage.reports,
    visit_stage.settles,
)
PLACES = (1, 2, 3)
SUBJECTS = ("visits", "agreements", "visit", "agreement")


class WholeLife(Life):
    """The register of one coordinator, with cases, visits and agreements."""

    def __init__(self) -> None:
        super().__init__()
        self.settled: dict[int, Any] = {}
        self.signed: dict[int, Any] = {}

    @initialize(chance=CHANCE)
    def begins_with_visits(self, chance):
        """Begin with an agreement or two, and a visit that has come some way."""
        for place in chance.sample(PLACES, chance.randint(0, 2)):
            visit_stage.signs(
                self.it,
                place,
                notice_months=chance.choice((None, 0, 6)),
                valid_to=self.it.today + timedelta(days=chance.choice((2, 40, 800))),
            )
        for _ in range(chance.randint(0, 2)):
            self.registers_visit(chance)

    @precondition(lambda self: len(self.visits) < MOST_VISITS)
    @rule(chance=CHANCE)
    def plans_a_visit(self, chance):
        self.registers_visit(chance)

    @precondition(lambda self: self.visits)
    @rule(chance=CHANCE)
    def follows_a_visit(self, chance):
        visit = chance.choice(self.visits)
        for _ in range(chance.randint(1, 4)):
            if not visit_holds.follows(self.it, visit.id, note):
                return

    @precondition(lambda self: self.store.find(Agreement))
    @rule(chance=CHANCE)
    def does_what_applies_to_an_agreement(self, chance):
        self.does_what_applies_beside(chance, "agreement")

    @precondition(lambda self: self.visits)
    @rule(chance=CHANCE)
    def does_what_applies_to_a_visit(self, chance):
        self.does_what_applies_beside(chance, "visit")

    @rule(chance=CHANCE)
    def does_something_about_visits(self, chance):
        """Do anything: what does not apply is not offered, and is refused all the same."""
        step = chance.choice(acts_about(chance.choice(SUBJECTS)))
        seen = None
        if step.about in visit_stage.KINDS:
            known = visit_stage.pictures(self.it, step.about)
            if not known:
                return
            seen = chance.choice(known)
        done = self.tries(step, drawn(chance, self.it, step, seen))
        assert done is None or seen is None or step.applies(seen), step.name

    @precondition(lambda self: self.visits or self.store.find(Agreement))
    @rule(chance=CHANCE)
    def does_and_takes_back_a_visit(self, chance):
        """Undo restores the exact rows, and undoing that restores them again."""
        about = chance.choice([name for name in visit_stage.KINDS if self.has(name)])
        self.restored(lambda: self.does_what_applies_beside(chance, about))

    @rule(days=st.sampled_from([5, 120, 365]))
    def waits_long(self, days):
        self.it.wait(days)

    @rule()
    def looks_at_lists_and_pages(self):
        visit_holds.views_can_be_read(self.it)

    def registers_visit(self, chance: Random) -> None:
        starts = self.it.today + timedelta(days=chance.choice((-40, -5, -1, 0, 3, 30, 300)))
        form = chance.choice(("incoming", "outgoing", "outgoing", "digital"))
        try:
            chance.choice(LEADS)(
                self.it,
                place_id=chance.choice(PLACES),
                form=form,
                starts_on=starts,
                ends_on=starts + timedelta(days=chance.choice((0, 3, 12))),
                bearer="kommunstyrelsen",
                reason=chance.choice(("", "ett påhittat men skrivet skäl")),
                funding=chance.choice(("own", "own", "project")),
                project="ett påhittat projekt",
            )
        except Refusal as refusal:
            note(f"refused: {refusal}")
            self.counted["refused a lead"] += 1
        else:
            self.counted["led a visit"] += 1

    def does_what_applies_beside(self, chance: Random, about: str) -> Any:
        seen = chance.choice(visit_stage.pictures(self.it, about))
        step = self.applying_beside(chance, seen, about)
        return None if step is None else self.tries(step, drawn(chance, self.it, step, seen))

    def applying_beside(self, chance: Random, seen: Any, about: str) -> Step | None:
        steps = [step for step in acts_about(about) if step.applies(seen)]
        weights = [1 / (1 + self.done[step.name]) for step in steps]
        return chance.choices(steps, weights)[0] if steps else None

    def has(self, about: str) -> bool:
        return bool(self.store.find(visit_stage.KINDS[about][0]))

    @property
    def visits(self) -> list[Visit]:
        return self.store.find(Visit)

    # What must always hold

    @invariant()
    def every_unfinished_visit_has_a_next_act_that_applies(self):
        visit_holds.nobody_is_stuck(self.it)

    @invariant()
    def a_changed_agreement_never_changes_a_settled_visit(self):
        now = visit_holds.settled(self.it)
        for visit_id, split in self.settled.items():
            assert visit_id not in now or now[visit_id] == split, visit_id
        self.settled = now

    @invariant()
    def the_terms_of_a_signed_agreement_never_change(self):
        now = visit_holds.signed(self.it)
        for agreement_id, terms in self.signed.items():
            assert agreement_id not in now or now[agreement_id] == terms, agreement_id
        self.signed = now

    @invariant()
    def one_agreement_holds_a_day(self):
        visit_holds.one_agreement_a_day(self.it)

    def ends(self):
        """Every visit can be led to its end, or cancelled."""
        for visit in self.visits:
            visit_holds.finishes(self.it, visit.id, note)
        stages = [each.stage for each in self.visits]
        assert all(each in (VisitStage.CLOSED, VisitStage.CANCELLED) for each in stages)
        self.counted["visits ended"] += len(stages)
        super().ends()
