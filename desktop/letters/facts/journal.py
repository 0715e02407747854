"""What the journal of a case says."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from desktop.domain.units import Kr
from desktop.letters.facts.letter import Facts


@dataclass(frozen=True, kw_only=True)
class RuleRow:
    """One rule and what it said of the case."""

    rule: str
    """Id of the rule, "P5"."""
    title: str
    """Its name and what the case has: "Rapport inom en månad: 2026-12-28"."""
    result: str
    """One word: "Uppfylld"."""
    paragraph: str
    """Where it stands."""


@dataclass(frozen=True, kw_only=True)
class DeviationRow:
    """Something that was done against or beside a rule, on purpose."""

    day: date | None = None
    """The day, when it is known."""
    what: str
    """What: "Undantag från P8"."""
    reason: str
    """The written reason."""


@dataclass(frozen=True, kw_only=True)
class DecisionRow:
    """One version of the decision."""

    number: str
    """Delegation number, "5/2026"."""
    day: date
    """The day."""
    outcome: str
    """"Rättelse: delvis bifall"."""
    granted: Kr
    """Sum granted; 0 for none."""
    officer: str
    """Who decided, with title."""
    note: str = ""
    """What it replaces or is replaced by, and why."""


@dataclass(frozen=True, kw_only=True)
class HeardRow:
    """A consultation of the committee about the case."""

    round: str
    """The round, its day and its form: "Omgång 3/2026 den 9 november 2026, möte"."""
    proposal: str
    """What was proposed, or empty."""
    answers: tuple[str, ...] = ()
    """Each member with the answer."""
    remark: str = ""
    """What the committee said."""


@dataclass(frozen=True, kw_only=True)
class DocumentRow:
    """A document of the case."""

    day: date
    """The day it came in or was drawn up."""
    way: str
    """"In" or "Ut"."""
    title: str
    """Its title."""
    sha256: str = ""
    """Hexadecimal digest of its bytes; empty when it is not told."""


@dataclass(frozen=True, kw_only=True)
class EventRow:
    """Something that happened."""

    at: datetime | None
    """When; None for what the journal itself is a part of."""
    day: date
    """The day."""
    who: str
    """The officer."""
    what: str
    """What was done, one sentence."""
    reason: str = ""
    """Why, when a reason was written."""
    undone: bool = False
    """True when it was taken back afterwards."""


@dataclass(frozen=True, kw_only=True)
class JournalFacts(Facts):
    """Everything that happened in a case; `made_on` is the day it is drawn up."""

    number: str
    """Number of the case."""
    dnr: str = ""
    """Reference number."""
    applicant: str
    """The applicant."""
    subject: str
    """What it is about: "Aktivitetsbidrag 2026, Grindavík"."""
    closed: bool = False
    """True for the journal that is kept when the case is closed."""
    head: tuple[tuple[str, str], ...]
    """The facts on top, label and value."""
    sums: tuple[tuple[str, Kr], ...]
    """The sums, label and kronor."""
    tracks: tuple[tuple[str, str], ...] = ()
    """The state of each track."""
    decisions: tuple[DecisionRow, ...] = ()
    """Versions of the decision, oldest first."""
    consultations: tuple[HeardRow, ...] = ()
    """Consultations, oldest first."""
    rules: tuple[RuleRow, ...] = ()
    """The rules that were checked."""
    deviations: tuple[DeviationRow, ...] = ()
    """Deviations with their reasons."""
    events: tuple[EventRow, ...] = ()
    """What happened, oldest first."""
    documents: tuple[DocumentRow, ...] = ()
    """Documents, oldest first."""
