"""What a guideline says of the whole work: networks, projects, plans, follow-up and review."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, Self

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from desktop.domain.guideline import Guideline, RuleData

SUBJECTS = (
    "network",
    "project",
    "plan",
    "contact",
    "follow_up",
    "place",
    "agreement",
    "document",
    "visit",
    "grant",
)
"""What a rule of the work can be about, its key `on`."""
GATES = ("entry", "note")
"""What such a rule can do: refuse what is entered, or only tell."""
BODY_KINDS = ("board", "office", "company")
"""The kinds of body that a part can be about; BodyKind of the registers has the same words."""
PROJECT_KINDS = ("eu", "aid", "other")
"""The kinds of project; ProjectKind of the registers has the same words."""
MANDATE_PERIOD = "mandate_period"
"""Review at the start of every mandate period (U1, S9)."""


@dataclass(frozen=True, kw_only=True)
class MonthDay:
    """A day that comes back every year."""

    month: int
    """1 to 12."""
    day: int
    """1 to 31."""

    @classmethod
    def read(cls, words: str) -> Self:
        """Read "01-31"; ValueError for what is no day of a leap year."""
        date.fromisoformat(f"2024-{words}")
        month, day = words.split("-")
        return cls(month=int(month), day=int(day))

    def within(self, year: int) -> date:
        """Give the day of a year; 29 February is the 28th in a common year."""
        last = calendar.monthrange(year, self.month)[1]
        return date(year, self.month, min(self.day, last))

    def __str__(self) -> str:
        """Give it as the file has it: "01-31"."""
        return f"{self.month:02}-{self.day:02}"


@dataclass(frozen=True, kw_only=True)
class NetworkTerms:
    """How networks and memberships are kept (U4, A3)."""

    review_months: int
    """Months from entry or last review to the next, as proposed."""


@dataclass(frozen=True, kw_only=True)
class ProjectTerms:
    """How projects are kept (A2, U6, B4)."""

    kinds: tuple[str, ...]
    """The kinds that can be registered, of PROJECT_KINDS."""


@dataclass(frozen=True, kw_only=True)
class BodyTerms:
    """Which bodies have something: an action plan (B1), a contact person (B2)."""

    of: tuple[str, ...]
    """Kinds of body, of BODY_KINDS."""


@dataclass(frozen=True, kw_only=True)
class FollowUpTerms:
    """The yearly follow-up (S7, U8, B3)."""

    asked: tuple[str, ...]
    """Kinds of body that are asked, of BODY_KINDS."""
    answer_by: MonthDay
    """Last day to answer, in the year after the one that is followed up."""
    report_by: MonthDay
    """Day by which the yearly report is made, in the year after."""
    reported_to: str
    """Who gets it: "kommunstyrelsen"."""


@dataclass(frozen=True, kw_only=True)
class WorkRules:
    """The part of a guideline that the registers and the follow-up go by. None = not shown."""

    areas_title: str = ""
    """What the goals are called: "Prioriterade områden"; empty for the house's own word."""
    agenda_goals: bool = False
    """True when it is asked which goals of Agenda 2030 something serves (U2)."""
    area_required: frozenset[str] = frozenset()
    """Subjects that cannot do without an area: "visit", "project", "grant", "network" (S6)."""
    networks: NetworkTerms | None = None
    """Networks and memberships."""
    projects: ProjectTerms | None = None
    """Projects."""
    plans: BodyTerms | None = None
    """Action plans."""
    contacts: BodyTerms | None = None
    """Contact persons."""
    documents: bool = False
    """True when governing documents are kept."""
    follow_up: FollowUpTerms | None = None
    """The yearly follow-up and report."""
    review: str = ""
    """When the guideline itself is reviewed: MANDATE_PERIOD, or empty for never."""
    council_decides_twin_towns: bool = False
    """True when a twin town needs the council's decision (U7)."""
    rules: tuple[RuleData, ...] = ()
    """The rules with their paragraphs, in order; RuleData.on tells what each is about."""

    def rules_on(self, subject: str) -> tuple[RuleData, ...]:
        """Give the rules about a subject, in order."""
        return tuple(rule for rule in self.rules if rule.on == subject)

    def rule(self, kind: str, subject: str) -> RuleData | None:
        """Give the first rule of a kind about a subject, for its paragraph; None without one."""
        return next((each for each in self.rules_on(subject) if each.kind == kind), None)


NO_WORK = WorkRules()
"""What holds where the guideline says nothing of the whole work: nothing is kept or asked."""


def work_rules(guideline: Guideline) -> WorkRules:
    """Give what a guideline says of the whole work, or that it says nothing."""
    return guideline.work or NO_WORK


def parse_work(
    data: Mapping[str, Any] | None, rule: Callable[[Mapping[str, Any]], RuleData]
) -> WorkRules | None:
    """Read the `[work]` part; None without one; KeyError, TypeError or ValueError when wrong."""
    if data is None:
        return None
    rules = sorted(map(rule, data.get("rule", ())), key=lambda each: each.order)
    for each in rules:
        _among((each.on,), SUBJECTS)
        _among((each.gate,), GATES)
    return WorkRules(
        areas_title=str(data.get("areas_title", "")),
        agenda_goals=bool(data.get("agenda_goals", False)),
        area_required=frozenset(_among(data.get("area_required", ()), SUBJECTS)),
        networks=_networks(data.get("networks")),
        projects=_projects(data.get("projects")),
        plans=_bodies(data.get("plans")),
        contacts=_bodies(data.get("contacts")),
        documents=bool(data.get("documents", False)),
        follow_up=_follow_up(data.get("follow_up")),
        review="".join(_among(filter(None, (_review(data),)), (MANDATE_PERIOD,))),
        council_decides_twin_towns=bool(data.get("council_decides_twin_towns", False)),
        rules=tuple(rules),
    )


def _among(words: Iterable[str], known: tuple[str, ...]) -> tuple[str, ...]:
    found = tuple(words)
    for word in found:
        if word not in known:
            raise ValueError(word)
    return found


def _review(data: Mapping[str, Any]) -> str:
    return str(data.get("review", {}).get("every", ""))


def _networks(data: Mapping[str, Any] | None) -> NetworkTerms | None:
    return None if data is None else NetworkTerms(review_months=int(data["review_months"]))


def _projects(data: Mapping[str, Any] | None) -> ProjectTerms | None:
    if data is None:
        return None
    return ProjectTerms(kinds=_among(data.get("kinds", PROJECT_KINDS), PROJECT_KINDS))


def _bodies(data: Mapping[str, Any] | None) -> BodyTerms | None:
    return None if data is None else BodyTerms(of=_among(data["of"], BODY_KINDS))


def _follow_up(data: Mapping[str, Any] | None) -> FollowUpTerms | None:
    if data is None:
        return None
    return FollowUpTerms(
        asked=_among(data["asked"], BODY_KINDS),
        answer_by=MonthDay.read(data["answer_by"]),
        report_by=MonthDay.read(data["report_by"]),
        reported_to=str(data["reported_to"]),
    )
