"""One adopted guideline as data: validity, goals, schemes and rules with their paragraphs."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any

from desktop.domain.applicants import SCHOOLS, ApplicantKind
from desktop.domain.errors import BrokenGuideline
from desktop.domain.text import Text, plain
from desktop.domain.visit_guideline import VisitRules, parse_visits
from desktop.domain.work_guideline import WorkRules, parse_work

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


@dataclass(frozen=True, kw_only=True)
class Goal:
    """A goal or priority area of the guideline that an application can serve."""

    key: str
    """Stable key, "young_people"."""
    short: str
    """A few words for check boxes and lists."""
    text: str
    """As a sentence in a letter: "ökar förståelsen mellan olika kulturer"."""


@dataclass(frozen=True, kw_only=True)
class RuleData:
    """One rule: which kind of rule it is, its figures and where it stands."""

    id: str
    """Number in the house, "P5"."""
    kind: str
    """Key in rules.RULES, or "statement" for a rule that only is shown."""
    gate: str
    """What it gates: "decision", "payment" or "closing"."""
    title: str
    """Name on the rule line."""
    paragraph: str
    """Where it stands, in full: "Bidrag till föreningar, tredje stycket"."""
    short: str
    """Where it stands, short: "Bidrag st. 3"."""
    text: str
    """What the guideline says there."""
    order: int = 50
    """Place among the rules of its gate; lowering rules follow each other in this order."""
    overridable: bool = False
    """True where the guideline leaves room to deviate with a written reason."""
    on: str = ""
    """What a rule of the whole work is about: "project"; empty for the other rules."""
    figures: Mapping[str, Any]
    """The rule's own figures and switches, such as cap (kr) or months."""


@dataclass(frozen=True, kw_only=True)
class CostType:
    """A type of cost that a line of a detailed budget can have."""

    key: str
    """Stable key, "travel"."""
    name: str
    """In the guideline's own words: "Resor"."""


@dataclass(frozen=True, kw_only=True)
class ApplicationType:
    """What a scheme can be applied for, with the types of cost it covers (S3)."""

    key: str
    """Stable key, "practice"."""
    name: str
    """For the form: "Praktik eller gymnasiearbete utomlands"."""
    costs: tuple[CostType, ...]
    """The types of cost it covers."""


@dataclass(frozen=True, kw_only=True)
class Scheme:
    """A form of grant (bidragsform)."""

    key: str
    """Stable key, "activity_grant"."""
    name: str
    """"Aktivitetsbidrag"."""
    short: str
    """Short name for bars: "Aktivitet"."""
    definite: str
    """"aktivitetsbidraget"."""
    activity: bool
    """True when the grant is for an activity with a first and last day."""
    round: bool
    """True when applications for a place and year are decided side by side (equal split)."""
    cap: int
    """Kronor per place and year, or per year where the pot is the whole municipality's."""
    per_place: bool = True
    """True when there is a pot for each place; False for one pot a year for all (S1)."""
    applicants: tuple[ApplicantKind, ...] = (ApplicantKind.ASSOCIATION,)
    """Who can apply (S2)."""
    decided_by_board: bool = False
    """True when the board decides itself, until a delegation is entered in Settings."""
    grant: str = ""
    """What is granted, to follow a sum and "i": "bidrag ur fonden …"; empty takes the name."""
    document: str = ""
    """Title of the document with its rules, when it is not the guideline's own."""
    types: tuple[ApplicationType, ...] = ()
    """What it can be applied for; empty where there is nothing to choose (S3)."""
    rules: tuple[RuleData, ...]
    """In the order they are applied and shown."""

    @property
    def for_schools(self) -> bool:
        """True when schools apply for it."""
        return any(kind in SCHOOLS for kind in self.applicants)

    @property
    def costs(self) -> tuple[CostType, ...]:
        """Every type of cost that any type of application covers, each once."""
        return tuple({each.key: each for kind in self.types for each in kind.costs}.values())

    def type_of(self, key: str) -> ApplicationType | None:
        """Give a type of application by key; None for one the scheme has not."""
        return next((each for each in self.types if each.key == key), None)


@dataclass(frozen=True, kw_only=True)
class Guideline:
    """One adopted version, never edited afterwards."""

    municipality: str
    """Key, "pitea"."""
    name: str
    """Name in lists: "Piteå"."""
    title: str
    """"Riktlinjer för internationellt arbete"."""
    body: str
    """Who adopted it."""
    adopted_on: date | None
    """When; None when its own text does not say."""
    paragraph: str
    """§ of the minutes."""
    dnr: str
    """Reference number."""
    owner: str
    """Who answers for the document."""
    valid_from: date
    """First day."""
    valid_to: date | None
    """Last day by its own words."""
    committee: str
    """Name of the body that is heard, "internationella kommittén"."""
    minimum_goals: int
    """How many goals an application has to serve."""
    goals: tuple[Goal, ...]
    """The goals."""
    schemes: tuple[Scheme, ...]
    """The forms of grant."""
    statements: tuple[RuleData, ...]
    """Rules that this version of the program shows."""
    visits: VisitRules | None = None
    """What it says of visits and cost-sharing agreements; None when it says nothing."""
    work: WorkRules | None = None
    """What it says of the whole work; None when it was adopted before that could be written."""
    account_parts: tuple[str, ...] = ()
    """Names of the parts of an accounting string, in order (S5); empty where schools have none."""
    copied_from: str = ""
    """Whose guideline it was taken over from, "Piteå", while no own one is adopted."""
    complete: bool = False
    """True when nothing is missing from its data: no part written down later is added to it."""

    @property
    def schools(self) -> bool:
        """True when schools can apply for any of its grants."""
        return any(scheme.for_schools for scheme in self.schemes)

    @property
    def associations(self) -> bool:
        """True when associations can apply for any of its grants."""
        return any(ApplicantKind.ASSOCIATION in scheme.applicants for scheme in self.schemes)

    def scheme(self, key: str) -> Scheme:
        """Give a scheme by key; KeyError when the guideline has none such."""
        for scheme in self.schemes:
            if scheme.key == key:
                return scheme
        raise KeyError(key)

    def lapsed(self, day: date) -> bool:
        """Say whether the version had stopped being valid by its own words (P1)."""
        return self.valid_to is not None and self.valid_to < day

    def cited(self) -> Text:
        """Give how it is cited: "Kommunstyrelsen 2022-10-10 § 164"."""
        parts = (self.body, str(self.adopted_on or ""), self.paragraph)
        return plain(" ".join(part for part in parts if part))


_RULE_KEYS = (
    "id",
    "kind",
    "gate",
    "title",
    "paragraph",
    "short",
    "text",
    "order",
    "overridable",
    "on",
)
GATES = ("decision", "payment", "closing")
"""What a rule can gate, in the order of the life of a case."""


def read_rule(data: Mapping[str, Any]) -> RuleData:
    """Read one rule; KeyError when it lacks its id, title or paragraph."""
    figures = {key: value for key, value in data.items() if key not in _RULE_KEYS}
    return RuleData(
        id=data["id"],
        kind=data.get("kind", "statement"),
        gate=data.get("gate", "decision"),
        title=data["title"],
        paragraph=data["paragraph"],
        short=data.get("short", data["paragraph"]),
        text=data.get("text", ""),
        order=data.get("order", 50),
        overridable=data.get("overridable", False),
        on=data.get("on", ""),
        figures=figures,
    )


def _scheme(data: Mapping[str, Any], shared: Iterable[Mapping[str, Any]]) -> Scheme:
    rules = [read_rule(each) for each in (*data["rule"], *shared)]
    rules.sort(key=lambda rule: (GATES.index(rule.gate), rule.order))
    caps = [rule.figures["cap"] for rule in rules if "cap" in rule.figures]
    return Scheme(
        key=data["key"],
        name=data["name"],
        short=data["short"],
        definite=data["definite"],
        activity=data["activity"],
        round=any(rule.kind == "sharing" for rule in rules),
        cap=int(caps[0]) if caps else 0,
        per_place=data.get("per_place", True),
        applicants=tuple(map(ApplicantKind, data.get("applicants", ("association",)))),
        decided_by_board=data.get("decided_by", "delegate") == "board",
        grant=data.get("grant", ""),
        document=data.get("document", ""),
        types=tuple(map(_type, data.get("type", ()))),
        rules=tuple(rules),
    )


def _type(data: Mapping[str, Any]) -> ApplicationType:
    costs = tuple(CostType(key=key, name=name) for key, name in data["costs"].items())
    return ApplicationType(key=data["key"], name=data["name"], costs=costs)


def _day(value: date | str | None) -> date | None:
    return date.fromisoformat(value) if isinstance(value, str) and value else value or None


def _obligatory_day(value: date | str | None) -> date:
    day = _day(value)
    if day is None:
        raise KeyError("day")
    return day


def parse(data: Mapping[str, Any]) -> Guideline:
    """Read a guideline from its data; BrokenGuideline names what is missing."""
    try:
        head = data["guideline"]
        return Guideline(
            municipality=head["municipality"],
            name=head["name"],
            title=head["title"],
            body=head["body"],
            # A text may name no day of adoption; one that is named has to be a day.
            adopted_on=_obligatory_day(head["adopted_on"]) if "adopted_on" in head else None,
            paragraph=head.get("paragraph", ""),
            dnr=head.get("dnr", ""),
            owner=head.get("owner", ""),
            valid_from=_obligatory_day(head["valid_from"]),
            valid_to=_day(head.get("valid_to")),
            committee=head["committee"],
            minimum_goals=head.get("minimum_goals", 1),
            goals=tuple(Goal(**goal) for goal in data.get("goal", ())),
            schemes=tuple(_scheme(each, data.get("shared", ())) for each in data.get("scheme", ())),
            statements=tuple(read_rule(each) for each in data.get("statement", ())),
            account_parts=tuple(head.get("account_parts", ())),
            copied_from=head.get("copied_from", ""),
            complete=bool(head.get("complete", False)),
            visits=parse_visits(data.get("visits"), read_rule),
            work=parse_work(data.get("work"), read_rule),
        )
    except (AttributeError, KeyError, TypeError, ValueError) as trouble:
        raise BrokenGuideline(str(trouble)) from trouble


def to_json(data: Mapping[str, Any]) -> str:
    """Give the data as canonical JSON, which is what the register keeps."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, default=str)


def from_json(words: str) -> Guideline:
    """Read a guideline from the register's JSON."""
    return parse(json.loads(words))


def with_visits(guideline: Guideline, data: Mapping[str, Any] | None) -> Guideline:
    """Give a version that says nothing of visits with the part that was written down later."""
    if guideline.visits is not None or guideline.complete or not data:
        return guideline
    return replace(guideline, visits=parse_visits(data, read_rule))


def with_work(guideline: Guideline, data: Mapping[str, Any] | None) -> Guideline:
    """Give a version from before the part on the whole work with the one written down later."""
    if guideline.work is not None or guideline.complete or data is None:
        return guideline
    return replace(guideline, work=parse_work(data, read_rule))


def in_force(versions: Iterable[tuple[int, Guideline]], day: date) -> tuple[int, Guideline]:
    """Give id and version followed on a day: the latest begun; the first when none had.

    One taken over from another municipality is followed until an own one begins.
    """
    begun = sorted(
        versions, key=lambda each: (not each[1].copied_from, each[1].valid_from, each[0])
    )
    past = [each for each in begun if each[1].copied_from or each[1].valid_from <= day]
    return past[-1] if past else begun[0]


def amended(
    data: Mapping[str, Any], head: Mapping[str, Any], caps: Mapping[str, int]
) -> dict[str, Any]:
    """Give the data of a new version: another head, and new caps (kr) by scheme."""
    schemes = []
    for scheme in data["scheme"]:
        rules = [
            {**rule, "cap": caps[scheme["key"]]}
            if "cap" in rule and scheme["key"] in caps
            else rule
            for rule in scheme["rule"]
        ]
        schemes.append({**scheme, "rule": rules})
    return {**data, "guideline": {**data["guideline"], **head}, "scheme": schemes}
