"""Pots and the budget frame, counted from the decisions that stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Case, Decision
from desktop.domain.phases import BEFORE_DECISION
from desktop.domain.registers import BudgetEntry, BudgetPeriod, Place
from desktop.domain.rule import Pot
from desktop.domain.text import Text, plain, say
from desktop.flow.back_then import rewound
from desktop.flow.ledger import ledger, returned, total
from desktop.flow.own_costs import own_costs
from desktop.flow.queue import in_line, place_in_line, shares

if TYPE_CHECKING:
    from datetime import date

    from desktop.domain.casework import Application
    from desktop.domain.guideline import Scheme
    from desktop.flow.desk import Desk
    from desktop.flow.queue import InPot

EVERYWHERE = Place(name="Hela kommunen")
"""Where a pot belongs that is one for the whole municipality; no row of the file."""


def pot_key(case: Case, scheme: Scheme) -> str:
    """Give the pot a case draws on: scheme, place and grant year; or scheme and year alone.

    Where the guideline has no pot the case is one of its own, that holds what was asked for.
    """
    if not scheme.cap:
        return f"case:{case.id}"
    if not scheme.per_place:
        return f"{case.scheme}:{case.year}"
    return f"{case.scheme}:{case.place_id}:{case.year}"


def per_place(desk: Desk, key: str) -> bool:
    """Say whether a scheme has a pot for each place, by the latest version that has the scheme."""
    return desk.keep(("per place", key), lambda: _per_place(desk, key))


def _per_place(desk: Desk, key: str) -> bool:
    for _, guideline in reversed(desk.versions()):
        for scheme in guideline.schemes:
            if scheme.key == key:
                return scheme.per_place
    return True


def in_pot(desk: Desk, scheme: str, place_id: int, year: int) -> list[InPot]:
    """Give the cases that draw on a pot, in order of arrival.

    The place says nothing of a scheme that has one pot for the whole municipality.
    A case that was rejected, dismissed, written off or declined does not (DOMAIN § 4).
    """
    where, given = "scheme = ? and year = ? and declined_on is null", [scheme, year]
    if per_place(desk, scheme):
        where, given = f"{where} and place_id = ?", [*given, place_id]
    return in_line(desk, desk.store.find(Case, where, *given))


def pot_of(desk: Desk, case: Case, application: Application) -> Pot:
    """Give the pot of a case as the rules see it: grants to others, and who came before."""
    others = [
        each
        for each in in_pot(desk, case.scheme, case.place_id, case.year)
        if each.case.id != case.id
    ]
    scheme = desk.guideline(case.guideline_id).scheme(case.scheme)
    granted, ahead = shares(others, place_in_line(case, application), scheme.cap)
    undecided = [each for each in others if each.granted is None]
    if case.phase not in BEFORE_DECISION:
        # Looked at again, a decided case does not wait in line with those that are undecided.
        undecided = []
    return Pot(
        granted=granted,
        ahead=ahead,
        members=len(others) + 1,
        undecided=len(undecided) + 1,
    )


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The budget frame of a mandate period, as it stands or stood (P2)."""

    period: BudgetPeriod
    """The period."""
    moved: int
    """Movements in kronor, both ways."""
    returned: int
    """Grants paid back by recipients, kronor: what goes back to the frame."""
    decided: int
    """Granted and not declined, of the period's grant years."""
    proposed: int
    """Proposed in undecided cases of the period's grant years."""
    paid: int
    """Paid, less reversals and repayments."""
    own: int
    """Own costs, those of visits planned or real, whichever is greater."""

    @property
    def whole(self) -> int:
        """Frame, movements and what was paid back, kronor."""
        return self.period.frame + self.moved + self.returned

    @property
    def left(self) -> int:
        """What remains (DOMAIN § 4): decided and own costs are taken, proposals stand beside."""
        return self.whole - self.decided - self.own


def frame_of(desk: Desk, year: int, on: date | None = None) -> Frame | None:
    """Give the frame of the period with a year in it; None when none is registered.

    `on` gives it as it stood when that day ended: movements and costs count from their own day,
    grants as in `ledger`. The frame holds from the period's first day, and a change of it counts
    from the day it was made.
    """
    return desk.keep(("frame", year, on), lambda: _frame(desk, year, on))


def _frame(desk: Desk, year: int, on: date | None) -> Frame | None:
    period = period_of(desk, year, on)
    if period is None:
        return None
    first, last = period.first_year, period.last_year
    entries = desk.store.find(BudgetEntry, "period_id = ? and kind = 'movement'", period.id)
    money = total(ledger(desk, first, last, on))
    return Frame(
        period=period,
        moved=sum(each.amount for each in entries if on is None or each.day <= on),
        returned=sum(each.amount for each in returned(desk, first, last, on)),
        # Today's is counted from the decisions: the rules ask while a case is being changed.
        decided=money.decided if on is not None else _decided(desk, first, last),
        proposed=money.proposed,
        paid=money.paid - money.returned,
        own=sum(each.amount for each in own_costs(desk, period, on)),
    )


_DECIDED = """select sum(granted_ore) from standing_decision d
    join grant_case c on c.id = d.case_id where c.year between ? and ?"""


def _decided(desk: Desk, first: int, last: int) -> int:
    return int(desk.store.rows(_DECIDED, first, last)[0][0] or 0) // 100


def period_of(desk: Desk, year: int, on: date | None = None) -> BudgetPeriod | None:
    """Give the period with a year in it, with the frame it had when a day ended."""
    period = desk.store.first(BudgetPeriod, "first_year <= ? and last_year >= ?", year, year)
    if period is None or on is None:
        return period
    found = rewound(desk, [period], [("budget", period.id)], on, from_start=True)
    return found[0] if found else None


def frame_asked(desk: Desk) -> bool:
    """Say whether there is a frame to keep: the guideline in force has one, or one is entered."""
    _, guideline = desk.in_force()
    ruled = any(rule.kind == "budget" for each in guideline.schemes for rule in each.rules)
    return ruled or desk.store.count(BudgetPeriod) > 0


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
    """The place; EVERYWHERE for a pot of the whole municipality."""
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
    def where(self) -> Text:
        """The place in words."""
        return plain(self.place.name) if self.place.id else say("Hela kommunen")

    @property
    def left(self) -> int:
        """Left when the proposals are followed, kronor."""
        return max(0, self.cap - self.decided - self.proposed)


def pots(desk: Desk, year: int) -> list[PotBar]:
    """Give the pots of a year, by place and scheme, of the guideline in force."""
    _, guideline = desk.in_force()
    whole = [each for each in guideline.schemes if each.cap and not each.per_place]
    split = [each for each in guideline.schemes if each.cap and each.per_place]
    places = desk.store.find(Place, "destination = 0", order="id") if split else []
    return [
        *(_bar(desk, scheme.key, EVERYWHERE, year) for scheme in whole),
        *(_bar(desk, scheme.key, place, year) for place in places for scheme in split),
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
        wanted = sum(min(each.room, share) for each in waiting)
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
