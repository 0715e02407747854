"""A visit whole: its place, agreement, people, costs, rules, settlement and documents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.domain.casework import Document
from desktop.domain.quota import Share, youth_share
from desktop.domain.registers import Place
from desktop.domain.rule import Finding, Status
from desktop.domain.settlement import Extent, Settlement, parts, settle
from desktop.domain.text import Text, say
from desktop.domain.visit_rules import VisitFacts, visit_findings
from desktop.domain.visit_words import (
    AFTER_VISIT,
    BEFORE_VISIT,
    Party,
    Side,
    VisitForm,
    VisitStage,
)
from desktop.domain.visiting import (
    Agreement,
    AgreementLine,
    Visit,
    VisitCost,
    VisitDay,
    VisitExtension,
    VisitPeople,
)
from desktop.flow.visit_facts import costs_by_visit, facts_of, lines_of, of_own_budget

if TYPE_CHECKING:
    from desktop.domain.guideline import Guideline
    from desktop.flow.desk import Desk


@dataclass(frozen=True, kw_only=True)
class OurCost:
    """Our own budget's part of one cost of a visit."""

    cost: VisitCost
    """The cost."""
    planned_ore: int
    """Our part of what was planned; 0 when nothing was."""
    real_ore: int | None
    """Our part of what was paid; None until it is known."""

    @property
    def ore(self) -> int:
        """What it takes of the budget: planned or real, whichever is greater."""
        return max(self.planned_ore, self.real_ore or 0)


@dataclass(frozen=True, kw_only=True)
class VisitPicture:
    """Everything about one visit; read once, never changed."""

    facts: VisitFacts
    """What the rules look at."""
    lines: tuple[AgreementLine, ...]
    """The lines of the agreement it is split by."""
    programme: tuple[VisitDay, ...]
    """Lines of the programme, by day."""
    documents: tuple[Document, ...]
    """Papers and files of the visit, the oldest first."""
    extensions: tuple[VisitExtension, ...]
    """Later days for its report, the oldest first."""
    board: str
    """Our own board, whose budget own costs are taken from."""

    @property
    def visit(self) -> Visit:
        """The visit."""
        return self.facts.visit

    @property
    def id(self) -> int:
        """Its id."""
        return self.visit.id

    @property
    def today(self) -> date:
        """The day it is seen."""
        return self.facts.today

    @property
    def stage(self) -> VisitStage:
        """Where it stands."""
        return self.visit.stage

    @property
    def place(self) -> Place | None:
        """The place, when it is registered."""
        return self.facts.place

    @property
    def guideline(self) -> Guideline:
        """The version it follows."""
        return self.facts.guideline

    @property
    def agreement(self) -> Agreement | None:
        """The agreement it is split by."""
        return self.facts.agreement

    @property
    def people(self) -> tuple[VisitPeople, ...]:
        """Those who take part."""
        return self.facts.people

    @property
    def costs(self) -> tuple[VisitCost, ...]:
        """Its costs."""
        return self.facts.costs

    # Words

    @property
    def where(self) -> str:
        """Name of the other party's town."""
        return self.place.name if self.place else self.visit.elsewhere

    @property
    def title(self) -> Text:
        """What it is called: "Besök från Grindavík"."""
        return title_of(self.visit, self.where)

    def party(self, party: Party) -> Text:
        """Name a party: the municipality, the place or somebody else."""
        if party is Party.OTHER:
            return say("annan")
        return say("{name}", name=self.ours if party is self.our_party else self.where)

    @property
    def ours(self) -> str:
        """Our own short name."""
        return self.facts.municipality

    @property
    def our_party(self) -> Party:
        """Whether we are guest or host."""
        return Party.GUEST if self.visit.form is VisitForm.OUTGOING else Party.HOST

    # People and days

    @property
    def guests(self) -> int:
        """How many came, or go."""
        return sum(each.count for each in self.people if each.side is Side.GUEST)

    @property
    def youth(self) -> Share:
        """Share of the guests who are 25 or younger."""
        return youth_share(each for each in self.people if each.side is Side.GUEST)

    @property
    def days(self) -> int:
        """Days, first and last included; 0 when they are not known."""
        first, last = self.visit.starts_on, self.visit.ends_on
        return (last - first).days + 1 if first and last else 0

    @property
    def nights(self) -> int:
        """Nights between first and last day."""
        return max(0, self.days - 1)

    # Rules and money

    @property
    def noted(self) -> bool:
        """True for a digital contact that was only noted."""
        return self.visit.number.startswith("D ")

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """What the rules find, in the guideline's order; nothing for a contact only noted."""
        # Its purpose is never approved, so no rule of the gate can stop it.
        return () if self.noted else visit_findings(self.facts)

    @property
    def stops(self) -> tuple[Finding, ...]:
        """The findings that keep the purpose from being approved."""
        return tuple(each for each in self.findings if each.status is Status.STOPS)

    @cached_property
    def settlement(self) -> Settlement:
        """Who should pay, who did, and who owes whom."""
        extent = Extent(guests=self.guests, nights=self.nights, days=self.days)
        # A cancelled visit keeps its plan, but only what was paid is settled.
        cancelled = self.stage is VisitStage.CANCELLED
        paid = [each for each in self.costs if each.amount is not None] if cancelled else self.costs
        return settle(self.lines, paid, extent)

    @property
    def planned_ore(self) -> int:
        """All planned costs of both parties."""
        return sum(cost.planned_ore or 0 for cost in self.costs)

    @cached_property
    def our_costs(self) -> tuple[OurCost, ...]:
        """Our part of the costs that our own budget bears."""
        known = {line.cost_type: line for line in self.lines}
        return tuple(
            OurCost(
                cost=cost,
                planned_ore=self._ours(cost, known.get(cost.cost_type), cost.planned_ore) or 0,
                real_ore=self._ours(cost, known.get(cost.cost_type), cost.sek_ore),
            )
            for cost in self.costs
            if of_own_budget(cost, self.board)
        )

    def _ours(self, cost: VisitCost, line: AgreementLine | None, ore: int | None) -> int | None:
        if ore is None:
            return None
        divided = parts(cost, line, ore)
        # Nobody has paid yet and no agreement says who should: what we plan is ours.
        return divided.get(self.our_party, 0) if divided else ore

    @property
    def own_ore(self) -> int:
        """What the visit takes of our own budget: planned or real, whichever is greater."""
        cancelled = self.stage is VisitStage.CANCELLED
        return sum(
            (each.real_ore or 0) if cancelled else each.ore
            for each in self.our_costs
            if not cancelled or each.cost.sek_ore is not None
        )

    # Where it stands

    @property
    def settled(self) -> bool:
        """True when the costs were settled."""
        return self.visit.settled_on is not None

    @property
    def to_settle(self) -> bool:
        """True when there are costs that nobody has settled."""
        over = self.stage in AFTER_VISIT or (
            self.stage is VisitStage.CANCELLED and bool(self.settlement.owes)
        )
        return over and bool(self.costs) and not self.settled

    @property
    def to_report(self) -> bool:
        """True when the report is not in and one is wanted: digital meetings need none."""
        return self.stage is VisitStage.CARRIED_OUT and self.visit.form is not VisitForm.DIGITAL

    @property
    def report_late(self) -> int:
        """Days the report is late; 0 when it is not."""
        due = self.visit.report_due_on
        if due is None or self.stage is not VisitStage.CARRIED_OUT or due >= self.today:
            return 0
        return (self.today - due).days

    @property
    def over(self) -> bool:
        """True when the last day has passed, or is today, and nobody has said it was held."""
        last = self.visit.ends_on
        return self.stage in BEFORE_VISIT and last is not None and last <= self.today

    @property
    def final(self) -> bool:
        """True when nothing more is to be done."""
        return self.stage in (VisitStage.CLOSED, VisitStage.CANCELLED) and not self.to_settle


def title_of(visit: Visit, where: str) -> Text:
    """Give what a visit is called."""
    match visit.form:
        case VisitForm.INCOMING:
            return say("Besök från {place}", place=where)
        case VisitForm.OUTGOING:
            return say("Resa till {place}", place=where)
        case VisitForm.DIGITAL:
            return say("Digitalt möte med {place}", place=where)


def visit_picture(desk: Desk, visit_id: int) -> VisitPicture:
    """Read a visit whole; LookupError when there is none with that id."""
    return pictured(desk, desk.store.get(Visit, visit_id))


def pictured(desk: Desk, visit: Visit) -> VisitPicture:
    """Read everything about a visit."""
    store = desk.store
    people = store.find(VisitPeople, "visit_id = ?", visit.id, order="id")
    facts = facts_of(desk, visit, people, costs_by_visit(desk).get(visit.id, ()))
    return VisitPicture(
        facts=facts,
        lines=lines_of(desk, facts.agreement),
        programme=tuple(store.find(VisitDay, "visit_id = ?", visit.id, order="day, id")),
        documents=tuple(store.find(Document, "subject = ?", f"visit:{visit.id}", order="id")),
        extensions=tuple(store.find(VisitExtension, "visit_id = ?", visit.id, order="id")),
        board=desk.office().board,
    )
