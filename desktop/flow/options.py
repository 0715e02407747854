"""What a field can be chosen from: the register's rows, the guideline's goals and schemes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from desktop import library
from desktop.domain.budgeting import Note, WhatIf
from desktop.domain.casework import Case, DecisionList, Round, Summary
from desktop.domain.commitments import (
    ActionPlan,
    Body,
    ContactPerson,
    GoverningDocument,
    Network,
    Project,
)
from desktop.domain.follow_up import FollowUpAsked, FollowUpRound, YearlyReport
from desktop.domain.phases import Outcome
from desktop.domain.registers import (
    Association,
    BudgetEntry,
    GuidelineVersion,
    Member,
    Place,
    Reason,
)
from desktop.domain.rules.allowed_costs import OTHER
from desktop.domain.swedish import fold, kr
from desktop.domain.text import Text, plain, say
from desktop.domain.visiting import Agreement, Visit
from desktop.flow.ask import Ask
from desktop.flow.beginning import EMPTY
from desktop.flow.rule_reasons import fits_rules

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.store import Store
    from desktop.domain.guideline import ApplicationType
    from desktop.flow.desk import Desk

Option = tuple[str, Text]
"""Key and words of a choice; the key of a row is its id as digits."""


def options(desk: Desk, asked: Ask, subject: Any = None) -> list[Option]:  # noqa: ANN401
    """Give the choices of a field that has none of its own.

    `subject` narrows them: a Picture gives its guideline's goals, an outcome its reasons.
    """
    if asked.choices:
        return list(asked.choices)
    if asked.ref:
        return _rows(desk, asked.ref)
    return _source(desk, asked.source, subject)


def _rows(desk: Desk, ref: str) -> list[Option]:
    reader = _REGISTERS.get(ref)
    return reader(desk.store) if reader else []


def _places(store: Store) -> list[Option]:
    return [(str(each.id), plain(each.name)) for each in store.find(Place, order="id")]


def _entries(store: Store) -> list[Option]:
    return [
        (str(each.id), plain(f"{each.day} {each.reference} {kr(each.amount)}"))
        for each in store.find(BudgetEntry)
    ]


def _numbered(kind: type[Round | DecisionList]) -> Callable[[Store], list[Option]]:
    return lambda store: [
        (str(each.id), plain(f"{each.number}/{each.year}")) for each in store.find(kind)
    ]


_REGISTERS: dict[str, Callable[[Store], list[Option]]] = {
    "association": lambda store: _named((each.id, each.name) for each in store.find(Association)),
    "place": _places,
    "member": lambda store: [(str(each.id), plain(each.name)) for each in store.find(Member)],
    "reason": lambda store: [(str(each.id), plain(each.title)) for each in store.find(Reason)],
    "round": _numbered(Round),
    "list": _numbered(DecisionList),
    "budget_entry": _entries,
    "visit": lambda store: [
        (str(each.id), plain(each.number)) for each in store.find(Visit, order="id desc")
    ],
    "agreement": lambda store: [
        (
            str(each.id),
            plain(
                f"{store.get(Place, each.place_id, everything=True).name}"
                f" {each.valid_from or ''}".strip()
            ),
        )
        for each in store.find(Agreement, order="id desc")
    ],
    "body": lambda store: _named(
        (each.id, each.name) for each in store.find(Body, "active_until is null")
    ),
    "contact": lambda store: _named((each.id, each.name) for each in store.find(ContactPerson)),
    "asked": lambda store: [
        (
            str(each.id),
            plain(
                f"{store.get(Body, each.body_id, everything=True).name}"
                f" {store.get(FollowUpRound, each.round_id).year}"
            ),
        )
        for each in store.find(FollowUpAsked, order="id desc")
    ],
    "follow_up": lambda store: [
        (str(each.id), plain(str(each.year)))
        for each in store.find(FollowUpRound, order="year desc")
    ],
    "yearly_report": lambda store: [
        (str(each.id), plain(f"{each.year} version {each.version}"))
        for each in store.find(YearlyReport, order="year desc, version desc")
    ],
    "governing_document": lambda store: _named(
        (each.id, each.name) for each in store.find(GoverningDocument)
    ),
    "guideline": lambda store: [
        (str(each.id), plain(f"{each.title} {each.valid_from}"))
        for each in store.find(GuidelineVersion, order="valid_from desc, id desc")
    ],
    "network": lambda store: _named((each.id, each.name) for each in store.find(Network)),
    "plan": lambda store: [
        (
            str(each.id),
            plain(f"{store.get(Body, each.body_id, everything=True).name} {each.year}"),
        )
        for each in store.find(ActionPlan, order="year desc, id")
    ],
    "project": lambda store: _named((each.id, each.name) for each in store.find(Project)),
    "what_if": lambda store: [(str(each.id), plain(each.name)) for each in store.find(WhatIf)],
    "note": lambda store: [
        (str(each.id), plain(each.text)) for each in store.find(Note, "done_on is null")
    ],
    "case": lambda store: [
        (str(each.id), plain(each.number)) for each in store.find(Case, limit=500)
    ],
}


def _named(rows: Any) -> list[Option]:  # noqa: ANN401 - pairs of id and name
    ordered = sorted(rows, key=lambda row: fold(row[1]))
    return [(str(row_id), plain(name)) for row_id, name in ordered]


def _source(  # noqa: PLR0911 - one for each source
    desk: Desk,
    source: str,
    subject: Any,  # noqa: ANN401
) -> list[Option]:
    match source:
        case "municipalities":
            known = [(each.key, plain(each.name)) for each in library.municipalities()]
            return [*known, (EMPTY, say("En tom riktlinje"))]
        case "schemes":
            return [(each.key, say(each.name)) for each in _guideline(desk, subject).schemes]
        case "application_types":
            return [(each.key, say(each.name)) for each in _school_types(desk, subject)]
        case "cost_types":
            return _cost_types(desk, subject)
        case "goals":
            return [(each.key, say(each.short)) for each in _guideline(desk, subject).goals]
        case "gate_rules":
            rules = getattr(subject, "payment_stops", ())
            return [(each.rule, each.title) for each in rules]
        case "reasons":
            return reasons_for(desk, subject)
        case _:
            return []


def _school_types(desk: Desk, subject: Any) -> list[ApplicationType]:  # noqa: ANN401
    schemes = _guideline(desk, subject).schemes
    return [each for scheme in schemes for each in scheme.types]


def _cost_types(desk: Desk, subject: Any) -> list[Option]:  # noqa: ANN401
    schemes = _guideline(desk, subject).schemes
    known = {each.key: say(each.name) for scheme in schemes for each in scheme.costs}
    return [*known.items(), (OTHER, say("Annat"))]


def _guideline(desk: Desk, subject: Any) -> Any:  # noqa: ANN401 - a Guideline
    return getattr(subject, "guideline", None) or desk.in_force()[1]


def reasons_for(desk: Desk, subject: Any = None, outcome: str = "") -> list[Option]:  # noqa: ANN401
    """Give the reasons of the library that fit the case's scheme, and the outcome if given."""
    scheme = subject.case.scheme if hasattr(subject, "case") else ""
    found = []
    for each in desk.store.find(Reason):
        fits_outcome = not outcome or not each.outcomes or Outcome(outcome) in each.outcomes
        fits_scheme = not scheme or not each.schemes or scheme in each.schemes
        fits_rule = not scheme or fits_rules(each, subject.scheme)
        if fits_outcome and fits_scheme and fits_rule:
            found.append((each.key, plain(each.title)))
    return found


def label_of(summary: Summary) -> Text:
    """Give a case as a choice: "2026-014 Körsällskapet Trollsländan"."""
    return plain(f"{summary.number} {summary.applicant}")
