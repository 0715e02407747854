"""What a rule is: a draft and the facts in, a draft out, with its lines and its finding."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypeAlias

from desktop.domain.casework import Application, BudgetLine, Case, Report
from desktop.domain.registers import Association, Place
from desktop.domain.swedish import kr
from desktop.domain.text import Text, plain, say
from desktop.domain.units import Kr

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from desktop.domain.guideline import Guideline, RuleData, Scheme


class Status(StrEnum):
    """How a rule stands; the words are in STATUS_WORDS."""

    MET = "met"
    LOWERED = "lowered"
    NOT_APPLICABLE = "not_applicable"
    NOTE = "note"
    WAITS = "waits"
    STOPS = "stops"


STATUS_WORDS: dict[Status, Text] = {
    Status.MET: say("Uppfylld"),
    Status.LOWERED: say("Sänker"),
    Status.NOT_APPLICABLE: say("Gäller inte"),
    Status.NOTE: say("Obs"),
    Status.WAITS: say("Väntar"),
    Status.STOPS: say("Stoppar"),
}


@dataclass(frozen=True, kw_only=True)
class Finding:
    """What one rule says of a case: one line on screen, in the sheet and in the decision."""

    rule: str
    """Number of the rule, "P5"."""
    status: Status
    """Met, lowered, not applicable, note, waits, stops."""
    title: Text
    """The rule's name."""
    value: Text
    """What the case has: a day, a sum, a count."""
    limit: Text
    """What the rule asks for."""
    paragraph: str
    """Where it stands, in full."""
    short: str
    """Where it stands, short."""
    gate: str
    """"decision", "payment" or "closing"."""
    overridable: bool = False
    """True when a written reason is enough to go on."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One row of an explained sum."""

    sign: str
    """"", "−", "÷", "×"."""
    label: Text
    """What the figure is."""
    amount: int
    """Kronor, or a count after "÷" and "×"."""
    case: str = ""
    """Number of the case it comes from, when there is one."""


_NOTHING = Text("")


@dataclass(frozen=True, kw_only=True)
class Limit:
    """A ceiling that a rule puts on the sum, with the rows that explain it."""

    rule: str
    """Number of the rule; empty for the sum asked for."""
    title: Text
    """What the ceiling is called: "Kvar i potten"."""
    parts: tuple[Part, ...]
    """The rows that give it; empty when it is a figure of its own."""
    amount: Kr
    """The ceiling in kronor."""
    paragraph: str = ""
    """Where the rule stands, in full."""
    short: str = ""
    """Where the rule stands, short."""
    kind: str = ""
    """Kind of the rule: "cap"; empty for the sum asked for."""
    deciding: bool = False
    """True for the lowest ceiling, which decides the sum."""
    said: Text = _NOTHING
    """How it is reckoned, as one line of a letter; empty where the rows are said one by one."""
    queued: Kr = 0
    """Kronor above `amount` that a written reason lets in: what those before in the queue want, or
    costs of a kind that the guideline does not name."""

    def detail(self) -> str:
        """Give the rows as one short expression: "20 000 − 9 000"."""
        return " ".join(
            f"{part.sign} {group(part.amount)}".strip()
            for part in self.parts
            if part.amount or not part.sign
        )


def group(amount: int) -> str:
    """Give a figure with Swedish grouping and no unit."""
    return kr(amount).removesuffix("\u00a0kr")


@dataclass(frozen=True, kw_only=True)
class Draft:
    """What the rules applied so far make of a case."""

    amount: Kr
    """The sum they leave room for."""
    limits: tuple[Limit, ...] = ()
    """The ceilings, in order."""
    findings: tuple[Finding, ...] = ()
    """The findings, in order."""

    @property
    def ceiling(self) -> Kr:
        """The most that may be granted: the lowest ceiling, with nobody before in the queue."""
        return max(0, min((limit.amount + limit.queued for limit in self.limits), default=0))

    def found(self, finding: Finding) -> Draft:
        """Give the draft with one finding more."""
        return replace(self, findings=(*self.findings, finding))

    def limited(self, limit: Limit) -> Draft:
        """Give the draft with one ceiling more, and the sum under it."""
        return replace(
            self, limits=(*self.limits, limit), amount=max(0, min(self.amount, limit.amount))
        )


@dataclass(frozen=True, kw_only=True)
class Share:
    """Another case's part of the same pot."""

    case: str
    """Its number."""
    applicant: str
    """Its association."""
    amount: Kr
    """Kronor granted, or proposed for a pending case."""


@dataclass(frozen=True, kw_only=True)
class Pot:
    """The pot of a place, year and scheme, seen from one case."""

    granted: tuple[Share, ...] = ()
    """Standing grants to others."""
    ahead: tuple[Share, ...] = ()
    """Pending cases that arrived earlier, with what is proposed for them."""
    members: int = 1
    """Cases that share, this one included (equal split)."""
    undecided: int = 1
    """Those of them that are undecided, this one included."""


@dataclass(frozen=True, kw_only=True)
class Consultation:
    """Whether the committee was heard."""

    held_on: date | None = None
    """The day it was heard."""
    number: str = ""
    """The round, "3/2026"."""
    reason: str = ""
    """The written reason why it was not heard."""
    waiting: bool = False
    """True when the case lies in an open round."""


@dataclass(frozen=True, kw_only=True)
class Unreported:
    """An earlier grant to the same applicant whose report has not come in time."""

    case: str
    """Number of its case."""
    due_on: date
    """The day the report was due."""
    given_up: bool = False
    """True when it is noted that the report never came."""


@dataclass(frozen=True, kw_only=True)
class CaseFacts:
    """Everything the rules look at; nothing else."""

    today: date
    """The day it is computed for."""
    guideline: Guideline
    """The version the case follows."""
    scheme: Scheme
    """The form of grant."""
    case: Case
    """The case."""
    application: Application
    """The latest version of the application."""
    association: Association
    """The applicant."""
    place: Place
    """The place."""
    linked: bool
    """True when the association is registered for the place."""
    original: bool
    """True when the original application is kept in the register."""
    pot: Pot
    """The pot as it stands for this case."""
    frame_left: Kr | None
    """What is left of the budget frame for this case; None when no frame is registered."""
    consultation: Consultation
    """Whether the committee was heard."""
    annual_reports: frozenset[date]
    """Ends of the financial years whose annual reports are in."""
    report: Report | None
    """The report, once the grant is decided."""
    exemptions: Mapping[str, str]
    """Written reasons by rule."""
    lines: tuple[BudgetLine, ...] = ()
    """The detailed budget of the application, in order (S4)."""
    base_amount: Kr | None = None
    """The price base amount (prisbasbelopp) of the grant year; None when nobody knows it."""
    own: Pot = Pot()
    """What the applicant has, or waits for, of the scheme's money that year, at any place."""
    unreported: tuple[Unreported, ...] = ()
    """Earlier grants to the applicant whose reports are late or never came."""


Apply: TypeAlias = "Callable[[RuleData, CaseFacts, Draft], Draft]"
"""A kind of rule: pure, total, and silent about everything but its own paragraph."""


def finding(rule: RuleData, status: Status, value: Text, limit: Text) -> Finding:
    """Make the finding of a rule."""
    return Finding(
        rule=rule.id,
        status=status,
        title=say(rule.title),
        value=value,
        limit=limit,
        paragraph=rule.paragraph,
        short=rule.short,
        gate=rule.gate,
        overridable=rule.overridable,
    )


def amount(kronor: int) -> Text:
    """Give a sum as a Text."""
    return plain(kr(kronor))


def day(when: date | None) -> Text:
    """Give a day as a Text."""
    return plain(when.isoformat() if when else "")
