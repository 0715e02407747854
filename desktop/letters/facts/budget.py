"""What the budget overview says; whole kronor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from desktop.domain.units import Kr
from desktop.letters.facts.letter import Facts


@dataclass(frozen=True, kw_only=True)
class SumLine:
    """A row of the calculation of what is left."""

    words: str
    """What it is."""
    amount: Kr
    """With its sign."""
    kind: str
    """"frame", "movement", "returned", "decided", "own" or "left"."""
    day: date | None = None
    """Its day, when it has one."""
    case: str = ""
    """The case it comes from."""


@dataclass(frozen=True, kw_only=True)
class YearLine:
    """One year."""

    year: int
    """Calendar year."""
    plan: Kr | None
    """Planned; None when nothing is."""
    asked: Kr
    """Asked for."""
    proposed: Kr
    """Proposed and not decided."""
    decided: Kr
    """Granted."""
    own: Kr
    """Own costs."""
    paid: Kr
    """Paid out of what was granted."""
    returned: Kr
    """Paid back."""


@dataclass(frozen=True, kw_only=True)
class GrantLine:
    """The grants of a place and scheme."""

    place: str
    """The place."""
    scheme: str
    """The scheme."""
    asked: Kr
    """Asked for."""
    proposed: Kr
    """Proposed and not decided."""
    decided: Kr
    """Granted."""
    paid: Kr
    """Paid."""
    returned: Kr
    """Paid back."""
    left: Kr | None
    """Left in the pot; None without a pot."""


@dataclass(frozen=True, kw_only=True)
class OwnLine:
    """A cost of our own."""

    day: date
    """Its day."""
    words: str
    """What it was."""
    purpose: str
    """What it was for."""
    bearer: str
    """The board."""
    amount: Kr
    """The sum."""


@dataclass(frozen=True, kw_only=True)
class SetAside:
    """What is set aside for a purpose."""

    purpose: str
    """The purpose."""
    year: int | None
    """The year; None for the whole period."""
    amount: Kr
    """Set aside."""
    used: Kr
    """Used."""
    left: Kr
    """Left."""


@dataclass(frozen=True, kw_only=True)
class BudgetOverviewFacts(Facts):
    """A mandate period as it stands on a day; `made_on` is the day it is printed."""

    first_year: int
    """First calendar year."""
    last_year: int
    """Last calendar year."""
    on: date
    """The day it is as of."""
    year: int
    """The year of the grants by place."""
    committee: str = "internationella kommittén"
    """The committee, in the middle of a sentence."""
    whole: Kr | None = None
    """Frame, movements and what was paid back; None without a frame."""
    left: Kr | None = None
    """What remains; None without a frame."""
    proposed: Kr = 0
    """Proposed in cases without decision."""
    calculation: tuple[SumLine, ...] = ()
    """What leads to what is left."""
    years: tuple[YearLine, ...] = ()
    """Every year."""
    grants: tuple[GrantLine, ...] = ()
    """The year's grants."""
    costs: tuple[OwnLine, ...] = ()
    """Own costs."""
    allocations: tuple[SetAside, ...] = ()
    """What is set aside."""
    unset: Kr | None = None
    """What is set aside for nothing; None without a frame."""
