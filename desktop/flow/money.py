"""Pots and the budget frame, counted from the decisions that stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Application, Case, Decision, RoundCase
from desktop.domain.phases import BEFORE_DECISION, OUT_OF_POT
from desktop.domain.registers import (
    Association,
    BudgetEntry,
    BudgetPeriod,
    Place,
)
from desktop.domain.rule import Pot, Share

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.desk import Desk


def pot_key(case: Case) -> str:
    """Give the pot a case draws on: scheme, place and grant year."""
    return f"{case.scheme}:{case.place_id}:{case.year}"


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
    """Kronor it can use: asked, but not more than costs less other funding."""
    granted: int | None
    """Kronor granted; None while undecided."""
    proposal: int | None
    """Kronor put to the committee; None before."""


def in_pot(desk: Desk, scheme: str, place_id: int, year: int) -> list[InPot]:
    """Give the cases that draw on a pot, in order of arrival.

    A case that was rejected, dismissed, written off or declined does not (DOMAIN § 4).
    """
    store = desk.store
    cases = store.find(
        Case,
        "scheme = ? and place_id = ? and year = ? and declined_on is null",
        scheme,
        place_id,
        year,
    )
    found = []
    for case in cases:
        decision = store.first(Decision, "case_id = ?", case.id, order="version desc")
        if decision is not None and decision.outcome in OUT_OF_POT:
            continue
        application = store.find(
            Application, "case_id = ?", case.id, order="version desc", limit=1
        )[0]
        row = (
            None
            if case.unconsulted
            else store.first(RoundCase, "case_id = ?", case.id, order="id desc")
        )
        found.append(
            InPot(
                case=case,
                applicant=store.get(Association, case.association_id).name,
                arrived=(application.arrived_on, case.id),
                asked=application.asked,
                room=_room(application),
                granted=decision.granted if decision else None,
                proposal=row.proposal if row and case.phase in BEFORE_DECISION[3:] else None,
            )
        )
    return sorted(found, key=lambda each: each.arrived)


def _room(application: Application) -> int:
    if application.costs is None:
        return application.asked
    free = max(0, application.costs - (application.other_funding or 0))
    return min(application.asked, free)


def pot_of(desk: Desk, case: Case, application: Application) -> Pot:
    """Give the pot of a case as the rules see it: grants to others, and who came before."""
    others = [
        each
        for each in in_pot(desk, case.scheme, case.place_id, case.year)
        if each.case.id != case.id
    ]
    granted = tuple(
        Share(case=each.case.number, applicant=each.applicant, amount=each.granted)
        for each in others
        if each.granted
    )
    mine = (application.arrived_on, case.id or 1 << 60)
    scheme = desk.guideline(case.guideline_id).scheme(case.scheme)
    left = scheme.cap - sum(share.amount for share in granted)
    ahead = []
    for each in others:
        if each.granted is None and each.arrived < mine:
            amount = max(0, min(left, each.room if each.proposal is None else each.proposal))
            left -= amount
            if amount:
                ahead.append(Share(case=each.case.number, applicant=each.applicant, amount=amount))
    undecided = [each for each in others if each.granted is None]
    if case.phase not in BEFORE_DECISION:
        # Looked at again, a decided case does not wait in line with those that are undecided.
        undecided = []
    return Pot(
        granted=granted,
        ahead=tuple(ahead),
        members=len(others) + 1,
        undecided=len(undecided) + 1,
    )


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The budget frame of a mandate period, as it stands (P2)."""

    period: BudgetPeriod
    """The period."""
    moved: int
    """Movements in kronor, both ways."""
    decided: int
    """Granted and not declined, of the period's grant years."""
    proposed: int
    """Proposed in undecided cases of the period's grant years."""
    paid: int
    """Paid, less reversals and repayments."""
    own: int
    """Own costs."""

    @property
    def whole(self) -> int:
        """Frame and movements, kronor."""
        return self.period.frame + self.moved

    @property
    def left(self) -> int:
        """Frame + movements − decided − own costs, kronor; proposals stand beside."""
        return self.whole - self.decided - self.own


_DECIDED = """select sum(granted_ore) from standing_decision d
    join grant_case c on c.id = d.case_id where c.year between ? and ?"""
_PROPOSED = """select sum(proposed_ore) from summary where year between ? and ?"""
_PAID = """select sum(amount_ore) from payment p join grant_case c on c.id = p.case_id
    where c.year between ? and ? and p.deleted is null and p.state in ('paid', 'reversed')"""
_REPAID = """select sum(amount_ore) from repayment r join grant_case c on c.id = r.case_id
    where c.year between ? and ? and r.deleted is null"""


def _kronor(desk: Desk, sql: str, years: tuple[int, int]) -> int:
    """Sum a column of öre as whole kronor."""
    return int(desk.store.rows(sql, *years)[0][0] or 0) // 100


def frame_of(desk: Desk, year: int) -> Frame | None:
    """Give the frame of the period with a year in it; None when none is registered."""
    return desk.keep(("frame", year), lambda: _frame(desk, year))


def _frame(desk: Desk, year: int) -> Frame | None:
    store = desk.store
    period = store.first(BudgetPeriod, "first_year <= ? and last_year >= ?", year, year)
    if period is None:
        return None
    entries = store.find(BudgetEntry, "period_id = ?", period.id)
    years = (period.first_year, period.last_year)
    return Frame(
        period=period,
        moved=sum(each.amount for each in entries if each.kind == "movement"),
        decided=_kronor(desk, _DECIDED, years),
        proposed=_kronor(desk, _PROPOSED, years),
        paid=_kronor(desk, _PAID, years) - _kronor(desk, _REPAID, years),
        own=sum(each.amount for each in entries if each.kind == "own_cost"),
    )


def frame_left(desk: Desk, case: Case) -> int | None:
    """Give what the frame has left for a case: its own standing grant is not counted."""
    frame = frame_of(desk, case.year)
    if frame is None:
        return None
    own = (
        desk.store.first(Decision, "case_id = ?", case.id, order="version desc")
        if case.id and not case.declined_on
        else None
    )
    return frame.left + (own.granted if own else 0)


@dataclass(frozen=True, kw_only=True)
class PotBar:
    """One pot of a year, for bars and lists."""

    scheme: str
    """Key of the scheme."""
    short: str
    """Short name of the scheme."""
    place: Place
    """The place."""
    year: int
    """Grant year."""
    cap: int
    """What the pot holds, kronor."""
    decided: int
    """Granted, kronor."""
    proposed: int
    """Proposed in undecided cases, kronor, at most what is left."""
    round: bool
    """True when the scheme is decided side by side."""
    waiting: int
    """Undecided cases in the pot."""

    @property
    def left(self) -> int:
        """Left when the proposals are followed, kronor."""
        return max(0, self.cap - self.decided - self.proposed)


def pots(desk: Desk, year: int) -> list[PotBar]:
    """Give the pots of a year, by place and scheme, of the guideline in force."""
    _, guideline = desk.in_force()
    return [
        _bar(desk, scheme.key, place, year)
        for place in desk.store.find(Place, order="id")
        for scheme in guideline.schemes
        if scheme.cap
    ]


def _bar(desk: Desk, key: str, place: Place, year: int) -> PotBar:
    _, guideline = desk.in_force()
    scheme = guideline.scheme(key)
    cases = in_pot(desk, key, place.id, year)
    cap = max(
        [desk.guideline(each.case.guideline_id).scheme(key).cap for each in cases] or [scheme.cap]
    )
    decided = sum(each.granted or 0 for each in cases)
    waiting = [each for each in cases if each.granted is None]
    if scheme.round:
        share = cap // max(1, len(cases))
        wanted = sum(min(each.asked, share) for each in waiting)
    else:
        wanted = sum(each.room if each.proposal is None else each.proposal for each in waiting)
    return PotBar(
        scheme=key,
        short=scheme.short,
        place=place,
        year=year,
        cap=cap,
        decided=decided,
        proposed=max(0, min(wanted, cap - decided)),
        round=scheme.round,
        waiting=len(waiting),
    )
