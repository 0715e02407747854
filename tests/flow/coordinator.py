"""A coordinator who works as the window does: proposed values, what she types, one act."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from desktop.domain.casework import Case, DecisionList, Round
from desktop.domain.phases import Phase
from desktop.domain.problems import Refusal
from desktop.domain.registers import Association, Member, Place, Reason
from desktop.flow.agreement_view import agreement_picture
from desktop.flow.follow_up_view import asked_picture, follow_up
from desktop.flow.next_act import next_act
from desktop.flow.picture import Picture, picture
from desktop.flow.reading import read
from desktop.flow.run import run
from desktop.flow.steps import step_named
from desktop.flow.steps.founding import FoundRegister, NewMember
from desktop.flow.visit_picture import visit_picture
from desktop.flow.waiting import Label, label
from tests.flow import commitment_stage

if TYPE_CHECKING:
    from desktop.domain.problems import Problem
    from desktop.domain.record import Record
    from desktop.flow.desk import Desk
    from desktop.flow.run import Outcome
    from desktop.flow.step import Step

FOUNDED = date(2025, 1, 7)
GRINDAVIK = 2
CHOIR, FRIENDS, ROWERS, READERS = 1, 2, 3, 4

FOUNDING = FoundRegister(
    name="Ebba Sagolin",
    delegation="kommunstyrelsens delegationsordning, punkt 4.7",
    frame=480_000,
    members=(
        NewMember(name="Sixten Fabelberg", role="kommunfullmäktiges ordförande"),
        NewMember(name="Gullvi Påhittsson", role="kommunchef"),
    ),
)
ASSOCIATIONS = (
    {
        "name": "Körsällskapet Trollsländan",
        "account_kind": "bankgiro",
        "account": "5402-9681",
        "contact": "Greta Visström",
    },
    {"name": "Föreningen Vulkanvännerna", "account_kind": "bankgiro", "account": "5402-9681"},
    {"name": "Roddklubben Sagofjorden", "account_kind": "bankgiro", "account": "5402-9681"},
    {"name": "Läsecirkeln Lavafältet", "account_kind": "bankgiro", "account": "5402-9681"},
)
TYPED: dict[str, Any] = {
    "reason": "ett påhittat men skrivet skäl",
    "evidence": "mejl från ordföranden",
    "ground": "beloppet blev fel i brevet",
    "paragraph": "§ 201",
    "unbiased": True,
    "own_text": "Skälen står i den påhittade utredningen.",
    "deviation": "Kommittén ville pröva det så.",
    "dnr": "26KS1",
    "reference": "KS 2026-02-09 § 21",
    "file": {"name": "bilaga.txt", "base64": "aGVq"},
    "items": "Aktivitetens kostnader",
    "note": "Kvittot på bussen saknas.",
}
"""What she writes where nothing is proposed and something is needed."""
RECORDS: dict[str, type[Record]] = {
    "association": Association,
    "list": DecisionList,
    "member": Member,
    "place": Place,
    "reason": Reason,
    "round": Round,
}
"""Subjects that a form is opened on as they lie in the register."""
MOST_ACTS = 60
"""More acts than this to close a case is a dead end."""


@dataclass
class Clock:
    """The only thing a test may pretend."""

    now: datetime

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Numbers:
    """Ids of commands, new ones for each act."""

    count: Any = field(default_factory=lambda: itertools.count(1))

    def __call__(self) -> str:
        return f"00000000-0000-4000-8000-{next(self.count):012}"


@dataclass
class Coordinator:
    """The one who sits at the desk."""

    desk: Desk
    clock: Clock

    @property
    def today(self) -> date:
        return self.desk.today

    @property
    def head(self) -> str:
        return self.desk.store.head

    def on(self, day: date) -> None:
        """Come to work another day."""
        self.clock.now = datetime.combine(day, time(9, 30))

    def wait(self, days: int = 1) -> None:
        self.on(self.today + timedelta(days=days))

    def sees(self, case_id: int) -> Picture:
        return picture(self.desk, case_id)

    def label(self, case_id: int) -> Label:
        """What the list shows of the case, from the rows in the file."""
        store = self.desk.store
        phase = store.get(Case, case_id).phase
        return label(store.awaited([case_id])[case_id], phase, self.today)

    def subject(self, step: Step, **which: int) -> Any:
        """What a form about the step is opened on."""
        store = self.desk.store
        match step.about:
            case "case":
                return self.sees(which["case"])
            case about if about in RECORDS:
                return store.get(RECORDS[about], which[about])
            case "visit":
                return visit_picture(self.desk, which["visit"])
            case "agreement":
                return agreement_picture(self.desk, which["agreement"])
            case "follow_up":
                return follow_up(self.desk, which.get("follow_up", self.today.year))
            case "asked":
                return asked_picture(self.desk, which["asked"])
            case about if about in commitment_stage.KINDS:
                return commitment_stage.KINDS[about][1](self.desk, which[about])
            case _:
                return None

    def command(self, name: str, which: dict[str, int] | None = None, /, **typed: Any) -> Any:
        """Read the form as it was proposed, with what was typed over it."""
        step = step_named(name)
        proposed = step.prefill(self.desk, self.subject(step, **(which or {})))
        return read(step.command, {**proposed, **typed}, self.today)

    def does(self, name: str, which: dict[str, int] | None = None, /, **typed: Any) -> Outcome:
        return run(self.desk, self.command(name, which, **typed))

    def in_case(self, case_id: int, name: str, /, **typed: Any) -> Outcome:
        return self.does(name, {"case": case_id}, **typed)

    def is_refused(
        self, name: str, which: dict[str, int] | None = None, /, **typed: Any
    ) -> tuple[Problem, ...]:
        """The act is refused and nothing is written; give the problems."""
        head = self.head
        try:
            done = self.does(name, which, **typed)
        except Refusal as refusal:
            assert self.head == head
            return refusal.problems
        raise AssertionError(f"not refused: {done.text}")

    def in_case_refused(self, case_id: int, name: str, /, **typed: Any) -> tuple[Problem, ...]:
        return self.is_refused(name, {"case": case_id}, **typed)

    # Habits

    def registers(self, association: int = CHOIR, **typed: Any) -> int:
        """Register an activity application that every rule is content with; give the case."""
        facts = {
            "association_id": association,
            "scheme": "activity_grant",
            "place_id": GRINDAVIK,
            "year": self.today.year,
            "purpose": "vinterkonsert med kör från Grindavík",
            "starts_on": self.today + timedelta(days=20),
            "ends_on": self.today + timedelta(days=22),
            "asked": 8_000,
            "costs": 20_000,
            "other_funding": 2_000,
            "goals": ["cultures"],
        }
        done = self.does("register_application", **{**facts, **typed})
        return done.subjects[0][1]

    def registers_base(self, association: int = CHOIR, **typed: Any) -> int:
        """Register a base-grant application; give the case."""
        facts = {
            "scheme": "base_grant",
            "purpose": "",
            "starts_on": None,
            "ends_on": None,
            "costs": None,
            "other_funding": None,
            "asked": 10_000,
        }
        return self.registers(association, **{**facts, **typed})

    def readies(self, *cases: int, **typed: Any) -> None:
        """Hear the committee on the cases, as proposed."""
        for case_id in cases:
            self.in_case(case_id, "add_to_round", **typed)
        seen = self.sees(cases[0])
        assert seen.round is not None
        self.does("close_round", {"round": seen.round.id})

    def decides(self, case_id: int, **typed: Any) -> Outcome:
        """Decide as proposed."""
        return self.in_case(case_id, "decide", unbiased=True, **typed)

    def grants(self, case_id: int, **typed: Any) -> None:
        """Hear, decide as proposed and send the letter."""
        self.readies(case_id)
        self.decides(case_id, **typed)
        self.in_case(case_id, "send_letter")

    def reports_to_board(self) -> int:
        """Put every decision on a list and report it; give the list."""
        made = self.does("make_list")
        list_id = dict(made.subjects)["list"]
        self.does("report_list", {"list": list_id}, paragraph="201")
        return list_id

    def pays(self, case_id: int) -> None:
        """Take the annual report in when it is missing, hand over and note as paid."""
        if self.sees(case_id).payment_stops:
            self.does("receive_annual_report", {"association": self.sees(case_id).association.id})
        self.in_case(case_id, "release_payment")
        self.in_case(case_id, "mark_paid")

    # What a person does who only follows the next act

    def follows(self, case_id: int) -> str:
        """Do the next act of the case, as proposed and filled in; give its name."""
        seen = self.sees(case_id)
        name = next_act(seen)
        assert name, f"{seen.case.number} in {seen.case.phase} has no next act"
        if name == "remind_report" and seen.reminders:
            # Nobody reminds for ever: this association answers the first time.
            name = "receive_report"
        step = step_named(name)
        which, typed = self._about(seen, step)
        assert step.applies(self.subject(step, **which)), f"{name} does not apply"
        self._patiently(step, which, typed)
        return name

    def closes(self, case_id: int) -> list[str]:
        """Follow the next act until the case is closed; give what was done."""
        done: list[str] = []
        while self.sees(case_id).case.phase is not Phase.CLOSED:
            assert len(done) < MOST_ACTS, f"dead end: {done}"
            done.append(self.follows(case_id))
        return done

    def _about(self, seen: Picture, step: Step) -> tuple[dict[str, int], dict[str, Any]]:
        which = {"case": seen.id, "association": seen.association.id}
        if seen.round is not None:
            which["round"] = seen.round.id
        if listing := seen.unreported or seen.listing:
            which["list"] = listing.id
        typed: dict[str, Any] = {}
        if step.about == "pot":
            case = seen.case
            typed = {"scheme": case.scheme, "place_id": case.place_id, "year": case.year}
            typed["decided_on"] = self.today
        return which, typed

    def _patiently(self, step: Step, which: dict[str, int], typed: dict[str, Any]) -> None:
        """Fill in what a refusal asks for, as a person does who reads it."""
        for _ in range(4):
            try:
                self.does(step.name, which, **typed)
            except Refusal as refusal:
                if alone := re.match(r"(\d{4}-\d{3,}): ", str(refusal)):
                    # One of several cannot be decided with the others: it is decided alone.
                    self._decides_alone(alone[1])
                    return
                typed = {**typed, **self._answers(refusal, which)}
            else:
                return
        self.does(step.name, which, **typed)

    def _decides_alone(self, number: str) -> None:
        case = self.desk.store.first(Case, "number = ?", number)
        assert case is not None
        self._patiently(
            step_named("decide"), {"case": case.id, "association": case.association_id}, {}
        )

    def _answers(self, refusal: Refusal, which: dict[str, int]) -> dict[str, Any]:
        answers: dict[str, Any] = {}
        for each in refusal.problems:
            words = str(each.text)
            if each.field in TYPED:
                answers[each.field] = TYPED[each.field]
            elif each.field == "reasons":
                answers["own_text"] = TYPED["own_text"]
            elif words.startswith("Konto – "):
                self.does(
                    "change_account",
                    {"association": which["association"]},
                    account="5402-9681",
                    source="intyg från banken",
                    source_on=self.today,
                )
            else:
                raise refusal
        return answers
