"""What the papers of a visit say: invitation, visit sheet and settlement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.cost_types import CostType
from desktop.domain.visit_words import Party
from desktop.letters.facts.agreement import ShareRow
from desktop.letters.facts.letter import Facts, Recipient


@dataclass(frozen=True, kw_only=True)
class InvitationFacts(Facts):
    """An invitation to the other town; `made_on` is the day it is written."""

    language: str = "sv-SE"
    """Language of the letter: "sv-SE" or "en-GB"."""
    recipient: Recipient
    """The other town's municipality."""
    number: str
    """Number of the visit, "B 2026-02"."""
    purpose: str
    """What the visit is for, in the language of the letter."""
    starts_on: date
    """First day."""
    ends_on: date
    """Last day."""
    guests: int = 0
    """How many are invited; 0 when that is open."""
    young: int = 0
    """How many of them are young people."""
    lines: tuple[ShareRow, ...] = ()
    """Who pays what by the agreement; none without one."""
    agreed_on: date | None = None
    """First day of the agreement in force; None without one."""
    arrival_place: str = ""
    """Where the guest's journey ends."""
    programme: tuple[tuple[date, str], ...] = ()
    """Day and words, in the language of the letter."""
    answer_by: date
    """Last day to answer."""


@dataclass(frozen=True, kw_only=True)
class PeopleRow:
    """Those of one side and role who take part."""

    side: str
    """"Grindavík"."""
    role: str
    """"Ungdom"."""
    name: str = ""
    """Name of an adult in service; never of a minor."""
    ages: tuple[int, int, int, int]
    """How many under 13, 13–17, 18–25 and 26 or older."""


@dataclass(frozen=True, kw_only=True)
class SheetCost:
    """A cost on the visit sheet."""

    words: str
    """Kind of cost."""
    detail: str = ""
    """How it was counted."""
    planned_ore: int | None = None
    """Planned; None when nothing was."""
    real_ore: int | None = None
    """Paid; None until it is known."""
    own_amount: str = ""
    """The sum in another currency with its rate, when that is how it was paid."""
    should: str = ""
    """Who should pay."""
    paid_by: str = ""
    """Who paid."""
    bearer: str = ""
    """The board that bears it, when it is another than the visit's."""
    source: str = ""
    """Where the money comes from, when it is from elsewhere than the visit's."""


@dataclass(frozen=True, kw_only=True)
class RuleLine:
    """What a rule of the guideline finds."""

    rule: str
    """"P13"."""
    title: str
    """The rule's name."""
    said: str
    """What the visit has for it."""
    status: str
    """"Uppfylld"."""
    paragraph: str
    """Where it stands."""
    met: bool = False
    """True when it is met."""


@dataclass(frozen=True, kw_only=True)
class VisitSheetFacts(Facts):
    """One page that answers why, who, who paid, what it gave and why not digitally."""

    number: str
    """"B 2026-02"."""
    title: str
    """"Besök från Grindavík"."""
    days: str
    """"9–12 februari 2026"; empty while no day is set."""
    stage: str
    """"Avslutat"."""
    purpose: str = ""
    """What it is for."""
    goals: tuple[str, ...] = ()
    """The guideline's goals."""
    goals_title: str = "Mål"
    """What the guideline calls its goals: "Prioriterade områden"."""
    agenda: tuple[str, ...] = ()
    """Goals of Agenda 2030, with number."""
    approved: str = ""
    """Who approved the purpose, and when."""
    why_not_digital: str = ""
    """Why they met in person."""
    digital: bool = False
    """True for a digital meeting."""
    digital_first: bool = True
    """True where the guideline wants digital contacts first, and asks why this one is not (P10)."""
    people: tuple[PeopleRow, ...] = ()
    """Those who take part."""
    youth: str = ""
    """Share of young guests, in words."""
    programme: tuple[tuple[date, str], ...] = ()
    """Day and words."""
    costs: tuple[SheetCost, ...] = ()
    """The costs."""
    bearer: str = ""
    """Who bears our costs, and from what money."""
    agreement: str = ""
    """The agreement it is split by, or that there is none."""
    settlement: str = ""
    """Who owes whom, and when it was settled."""
    deviations: tuple[str, ...] = ()
    """What differs from the agreement or the rules, with reasons."""
    outcome: str = ""
    """What it gave."""
    lessons: str = ""
    """What to do otherwise."""
    reported: str = ""
    """When it was reported, or when it is to be."""
    held: bool = True
    """False before the visit; true for a cancelled one, whose costs are known."""
    cancelled: str = ""
    """Why it was cancelled, and when; empty for one that was not."""
    rules: tuple[RuleLine, ...] = ()
    """What the rules find."""


@dataclass(frozen=True, kw_only=True)
class SettledRow:
    """One cost in a settlement."""

    cost_type: CostType
    """The kind of cost."""
    detail: str = ""
    """How it was counted."""
    amount: int
    """Sum in the smallest unit of its currency."""
    currency: str = "SEK"
    """Three letters."""
    rate: str = ""
    """SEK for one unit, with a point; empty for kronor."""
    rate_on: date | None = None
    """Day of the rate."""
    sek_ore: int
    """The sum in kronor, öre."""
    should: tuple[tuple[Party, int], ...]
    """What each party should bear."""
    paid_by: Party
    """Who paid."""
    over_ore: int = 0
    """Above the ceiling."""
    exempted: bool = False
    """True when somebody else pays than the agreement says."""
    unnamed: bool = False
    """True when the agreement does not name the kind of cost."""


@dataclass(frozen=True, kw_only=True)
class SettlementFacts(Facts):
    """Who should have paid, who did, and who owes whom; `made_on` is the day it is settled."""

    language: str = "sv-SE"
    """Language of the paper: "sv-SE" or "en-GB"."""
    number: str
    """Number of the visit."""
    incoming: bool
    """True when they came to us."""
    starts_on: date | None
    """First day."""
    ends_on: date | None
    """Last day."""
    guest: str
    """The guest's name."""
    host: str
    """The host's name."""
    ours: Party
    """Whether we are guest or host."""
    agreed_from: date | None = None
    """First day of the agreement it is split by; None without one."""
    cancelled: bool = False
    """True when the visit was cancelled."""
    rows: tuple[SettledRow, ...]
    """The costs."""
    should: tuple[tuple[Party, int], ...]
    """What each party should bear."""
    paid: tuple[tuple[Party, int], ...]
    """What each has paid."""
    debts: tuple[tuple[Party, Party, int], ...] = ()
    """Who owes, to whom, how much."""
    deviation: str = ""
    """Why something differs; words after // are the English ones."""
    lacking: tuple[CostType, ...] = ()
    """Costs whose sum or payer is not known."""
    settled: bool = True
    """False for one that is not settled yet."""
