"""Cases in the order they came in: what each was granted, or can use of what is left."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop import library
from desktop.domain.casework import Application, BudgetLine, Case, Decision, Report, RoundCase
from desktop.domain.phases import BEFORE_DECISION, OUT_OF_POT, ReportState
from desktop.domain.proposal import OWN_KINDS, own_room
from desktop.domain.registers import AnnualReport, Association, AssociationPlace, Place
from desktop.domain.rule import CaseFacts, Consultation, Pot, Share, Unreported
from desktop.domain.rules.allowed_costs import room as covered

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from desktop.domain.guideline import Scheme
    from desktop.flow.desk import Desk

_LAST = 1 << 60
"""Stands for the id of a case that is not in the file yet, and for a sum without an end."""
_AMONG = "in (select value from json_each(?))"
OF_YEAR = ("base_amount", "yearly_share")
"""Kinds of rule that look at all that the applicant has of a scheme in a year."""


@dataclass(frozen=True, kw_only=True)
class InPot:
    """A case that draws on a pot."""

    case: Case
    """The case."""
    applicant: str
    """Its association."""
    arrived: tuple[date, int]
    """Arrival day and case id: the order of arrival."""
    asked: int
    """Kronor asked."""
    room: int
    """Kronor it can use: asked, but no more than its costs, and the rules of its scheme, let it.
    Asked when it is decided: then nobody waits for it."""
    granted: int | None
    """Kronor granted; None while undecided."""
    proposal: int | None
    """Kronor put to the committee; None before."""


def in_line(desk: Desk, cases: Iterable[Case]) -> list[InPot]:
    """Give the cases in order of arrival.

    One that was rejected, dismissed or written off draws on no pot (DOMAIN § 4).
    """
    listed = list(cases)
    rows = _rows(desk, listed)
    found = (_in_pot(desk, case, rows) for case in listed)
    return sorted((each for each in found if each is not None), key=lambda each: each.arrived)


@dataclass(frozen=True, kw_only=True)
class _Rows:
    """What a line is made of, by case, read with one question of each kind for all of them."""

    decisions: dict[int, Decision]
    """The latest of those that are decided."""
    applications: dict[int, Application]
    """The latest version of each."""
    rounds: dict[int, RoundCase]
    """The latest of those that were put to the committee."""
    applicants: dict[int, str]
    """Names by association."""


def _rows(desk: Desk, cases: list[Case]) -> _Rows:
    store, ids = desk.store, json.dumps([each.id for each in cases])
    associations = json.dumps([each.association_id for each in cases])
    decided = store.find(Decision, f"case_id {_AMONG}", ids, order="version")
    applied = store.find(Application, f"case_id {_AMONG}", ids, order="version")
    heard = store.find(RoundCase, f"case_id {_AMONG}", ids, order="id")
    named = store.find(Association, f"id {_AMONG}", associations)
    return _Rows(
        decisions={each.case_id: each for each in decided},
        applications={each.case_id: each for each in applied},
        rounds={each.case_id: each for each in heard},
        applicants={each.id: each.name for each in named},
    )


def _in_pot(desk: Desk, case: Case, rows: _Rows) -> InPot | None:
    decision = rows.decisions.get(case.id)
    if decision is not None and decision.outcome in OUT_OF_POT:
        return None
    application = rows.applications[case.id]
    row = None if case.unconsulted else rows.rounds.get(case.id)
    return InPot(
        case=case,
        applicant=rows.applicants[case.association_id],
        arrived=(application.arrived_on, case.id),
        asked=application.asked,
        room=_room(desk, case, application) if decision is None else application.asked,
        granted=decision.granted if decision else None,
        proposal=row.proposal if row and case.phase in BEFORE_DECISION[3:] else None,
    )


def lines_of(desk: Desk, application: Application) -> tuple[BudgetLine, ...]:
    """Give the detailed budget of a version of an application that is in the file."""
    if not application.id:
        return ()
    found = desk.store.find(BudgetLine, "application_id = ?", application.id, order="place_in_list")
    return tuple(found)


def _room(desk: Desk, case: Case, application: Application) -> int:
    scheme = desk.guideline(case.guideline_id).scheme(case.scheme)
    room = _by_costs(desk, scheme, application)
    if has_any(scheme, OWN_KINDS):
        return min(room, own_room(alone(desk, case, application)))
    return room


def _by_costs(desk: Desk, scheme: Scheme, application: Application) -> int:
    if scheme.types:
        return min(application.asked, covered(scheme, application, lines_of(desk, application)))
    if application.costs is None:
        return application.asked
    free = max(0, application.costs - (application.other_funding or 0))
    return min(application.asked, free)


def has_any(scheme: Scheme, kinds: Iterable[str]) -> bool:
    """Say whether a scheme has a rule of any of the kinds."""
    wanted = frozenset(kinds)
    return any(rule.kind in wanted for rule in scheme.rules)


def shares(
    others: Iterable[InPot], arrived: tuple[date, int], whole: int
) -> tuple[tuple[Share, ...], tuple[Share, ...]]:
    """Give what others were granted of a whole, and what those before in line want of the rest."""
    listed = list(others)
    granted = tuple(
        Share(case=each.case.number, applicant=each.applicant, amount=each.granted)
        for each in listed
        if each.granted
    )
    left = whole - sum(share.amount for share in granted)
    ahead = []
    for each in listed:
        if each.granted is None and each.arrived < arrived:
            amount = max(0, min(left, each.room if each.proposal is None else each.proposal))
            left -= amount
            if amount:
                ahead.append(Share(case=each.case.number, applicant=each.applicant, amount=amount))
    return granted, tuple(ahead)


def place_in_line(case: Case, application: Application) -> tuple[date, int]:
    """Give where a case stands among the others; last of its day when it is not in the file."""
    return (application.arrived_on, case.id or _LAST)


def alone(
    desk: Desk,
    case: Case,
    application: Application,
    *,
    lines: tuple[BudgetLine, ...] | None = None,
    place: Place | None = None,
) -> CaseFacts:
    """Gather what the rules look at in the case itself, as if nobody else had asked for money."""
    store = desk.store
    guideline = desk.guideline(case.guideline_id)
    scheme = guideline.scheme(case.scheme)
    association = store.get(Association, case.association_id)
    linked = store.first(
        AssociationPlace,
        "association_id = ? and place_id = ?",
        association.id,
        case.place_id,
    )
    return CaseFacts(
        today=desk.today,
        guideline=guideline,
        scheme=scheme,
        case=case,
        application=application,
        association=association,
        place=place or store.get(Place, case.place_id),
        linked=linked is not None,
        original=False,
        pot=Pot(),
        frame_left=None,
        consultation=Consultation(reason=case.unconsulted),
        annual_reports=frozenset(
            each.year_end for each in store.find(AnnualReport, "association_id = ?", association.id)
        ),
        report=None,
        exemptions={},
        lines=lines_of(desk, application) if lines is None else lines,
        base_amount=library.base_amounts().get(case.year),
        own=_own(desk, case, application) if has_any(scheme, OF_YEAR) else Pot(),
        unreported=_unreported(desk, case) if has_any(scheme, ["prior_report"]) else (),
    )


def _own(desk: Desk, case: Case, application: Application) -> Pot:
    """Give what the same applicant has of the scheme in the year, at any place."""
    mates = desk.store.find(
        Case,
        "association_id = ? and scheme = ? and year = ? and id <> ? and declined_on is null",
        case.association_id,
        case.scheme,
        case.year,
        case.id,
    )
    before = [each for each in mates if _counts(desk, each, case, application)]
    arrived = place_in_line(case, application)
    granted, ahead = shares(in_line(desk, before), arrived, _LAST)
    return Pot(granted=granted, ahead=ahead)


def _counts(desk: Desk, other: Case, case: Case, application: Application) -> bool:
    """Leave out undecided cases that came in later: their rooms look at this one, not it at them.

    A decided case that is looked at again does not wait in line either.
    """
    if desk.store.first(Decision, "case_id = ?", other.id) is not None:
        return True
    if case.phase not in BEFORE_DECISION:
        return False
    theirs = desk.store.find(Application, "case_id = ?", other.id, order="version desc", limit=1)[0]
    return place_in_line(other, theirs) < place_in_line(case, application)


def _unreported(desk: Desk, case: Case) -> tuple[Unreported, ...]:
    """Give the applicant's other grants whose reports are late, or are noted as never come."""
    found = []
    for other in desk.store.find(
        Case, "association_id = ? and id <> ?", case.association_id, case.id
    ):
        report = desk.store.first(Report, "case_id = ?", other.id, order="id desc")
        if report is None:
            continue
        given_up = report.state is ReportState.MISSING
        if given_up or (report.state is ReportState.AWAITED and report.due_on < desk.today):
            found.append(Unreported(case=other.number, due_on=report.due_on, given_up=given_up))
    return tuple(found)
