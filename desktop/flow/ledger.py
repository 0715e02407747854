"""Grants in kronor, kept apart: asked, proposed, decided, paid, returned; now or on a past day.

What counts is the day of the act: an application the day it came, a decision the day it was made,
a payment the day it was paid, a repayment the day it arrived, a recipient's no the day it was said.
What was noted by mistake and taken back never counted. A proposal has no day of its own: on a past
day it is what had been put in a consultation round by then, as the log says; today it is also what
the rules give.
"""

# ruff: noqa: S608 - statements are put together of our own words alone, and every value is bound

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.flow.desk import Desk

ALWAYS = "9999-12-31"
"""A day after every other."""

_VALID = """not exists (select 1 from taken_back t where t.entity = '{table}'
    and t.row_id = {alias}.id and t.deleted is null)"""
_DECISION = (
    "from decision d where d.case_id = c.id and d.decided_on <= ?2 and "
    + _VALID.format(table="decision", alias="d")
    + " and not exists (select 1 from decision n where n.replaces_id = d.id"
    " and n.decided_on <= ?2 and " + _VALID.format(table="decision", alias="n") + ")"
)
_PUT = """select r.proposal_ore from round_case r where r.case_id = c.id
    and (r.deleted is null or r.deleted > ?2)
    and exists (select 1 from event_subject es join event e on e.id = es.event_id
      where es.entity = 'round' and es.row_id = r.round_id and e.at < date(?2, '+1 day')
      and e.id in (select event_id from event_subject where entity = 'case' and row_id = c.id))
    order by r.id desc limit 1"""
_RETURNED = """(select sum(r.amount_ore) from repayment r where r.case_id = c.id
    and r.deleted is null and r.day <= ?2)"""
_THEN = (
    "select c.id, c.year, c.scheme, c.place_id,"
    " (select a.asked_ore from application a where a.case_id = c.id and a.came_on <= ?2 and "
    + _VALID.format(table="application", alias="a")
    + " order by a.version desc limit 1) as asked,"
    f" case when exists (select 1 {_DECISION}) then 0 else ({_PUT}) end as proposed,"
    " case when c.declined_on <= ?2 then 0"
    f" else (select d.granted_ore {_DECISION}) end as granted,"
    " (select sum(p.amount_ore) from payment p where p.case_id = c.id and p.deleted is null"
    " and p.state in ('paid', 'reversed') and p.paid_on <= ?2) as paid,"
    f" {_RETURNED} as returned from grant_case c where c.deleted is null and c.year {{years}}"
)
_NOW = (
    "select c.id, c.year, c.scheme, c.place_id, s.asked_ore as asked, s.proposed_ore as proposed,"
    f" s.granted_ore as granted, s.paid_ore + coalesce({_RETURNED}, 0) as paid,"
    f" {_RETURNED} as returned"
    " from grant_case c join summary s on s.id = c.id where c.deleted is null and c.year {years}"
)
_SUMS = """coalesce(sum(asked), 0), coalesce(sum(proposed), 0), coalesce(sum(granted), 0),
    coalesce(sum(paid), 0), coalesce(sum(returned), 0),
    coalesce(sum(max(0, coalesce(returned, 0)
      - max(0, coalesce(paid, 0) - coalesce(granted, 0)))), 0), count(asked)"""


@dataclass(frozen=True, kw_only=True)
class Money:
    """What some cases come to, whole kronor."""

    asked: int = 0
    """Asked."""
    proposed: int = 0
    """Proposed and not decided; a proposal put to the committee is reserved."""
    decided: int = 0
    """Granted and not declined."""
    paid: int = 0
    """Paid less reversals."""
    returned: int = 0
    """Paid back by recipients."""
    freed: int = 0
    """Of what was returned, what goes back to the frame: not what was paid beyond the grant."""
    count: int = 0
    """Cases."""

    def __add__(self, other: Money) -> Money:
        """Put two selections together."""
        return Money(
            asked=self.asked + other.asked,
            proposed=self.proposed + other.proposed,
            decided=self.decided + other.decided,
            paid=self.paid + other.paid,
            returned=self.returned + other.returned,
            freed=self.freed + other.freed,
            count=self.count + other.count,
        )


@dataclass(frozen=True, kw_only=True)
class LedgerLine:
    """The grants of one year, scheme and place."""

    year: int
    """Grant year."""
    scheme: str
    """Key of the scheme."""
    place_id: int
    """The place."""
    money: Money
    """Their sums."""


@dataclass(frozen=True, kw_only=True)
class CaseLine:
    """The money of one case."""

    case_id: int
    """The case."""
    number: str
    """Case number."""
    applicant: str
    """Name of the association."""
    scheme: str
    """Key of the scheme."""
    money: Money
    """Its sums."""


def ledger(desk: Desk, first: int, last: int, on: date | None = None) -> list[LedgerLine]:
    """Give the grants of some years by year, scheme and place; as it stood on a past day."""
    return desk.keep(("ledger", first, last, on), lambda: _ledger(desk, first, last, on))


def _ledger(desk: Desk, first: int, last: int, on: date | None) -> list[LedgerLine]:
    inner = _inner(on, "between ?1 and ?3")
    sql = f"{inner} select year, scheme, place_id, {_SUMS} from x group by 1, 2, 3 order by 1, 3, 2"
    return [
        LedgerLine(year=year, scheme=scheme, place_id=place, money=_money(sums))
        for year, scheme, place, *sums in desk.store.rows(sql, first, _day(on), last)
        if sums[-1]
    ]


def _inner(on: date | None, years: str) -> str:
    """Give the cases with their sums, each counted once: the planner would count them again."""
    cases = (_NOW if on is None else _THEN).format(years=years)
    return f"with x as materialized ({cases})"


def case_lines(desk: Desk, place_id: int, year: int, on: date | None = None) -> list[CaseLine]:
    """Give the cases of a place and year, by number; 0 for all places."""
    sql = (
        f"{_inner(on, '= ?1 and (?3 = 0 or c.place_id = ?3)')}"
        f" select x.id, k.number, a.name, x.scheme, {_SUMS} from x"
        " join grant_case k on k.id = x.id join association a on a.id = k.association_id"
        " where x.asked is not null group by x.id order by k.number"
    )
    return [
        CaseLine(case_id=case_id, number=number, applicant=name, scheme=scheme, money=_money(sums))
        for case_id, number, name, scheme, *sums in desk.store.rows(sql, year, _day(on), place_id)
    ]


@dataclass(frozen=True, kw_only=True)
class Returned:
    """A repayment that goes back to the frame."""

    case_id: int
    """The case."""
    number: str
    """Case number."""
    day: date
    """The day it came."""
    amount: int
    """Whole kronor."""


def returned(desk: Desk, first: int, last: int, on: date | None = None) -> list[Returned]:
    """Give what has gone back to the frame, case by case, by the day of the last of it.

    Counted from the decisions themselves, for the rules ask while a case is being changed.
    """
    inner = _inner(
        date.max if on is None else on,
        "between ?1 and ?3 and c.id in"
        " (select case_id from repayment where deleted is null and day <= ?2)",
    )
    sql = (
        f"{inner} select x.id, k.number, max(r.day), {_SUMS} from x"
        " join grant_case k on k.id = x.id join (select case_id, max(day) as day from repayment"
        " where deleted is null and day <= ?2 group by case_id) r on r.case_id = x.id"
        " group by x.id order by 3, 2"
    )
    return [
        Returned(case_id=case_id, number=number, day=date.fromisoformat(day), amount=freed)
        for case_id, number, day, *sums in desk.store.rows(sql, first, _day(on), last)
        if (freed := _money(sums).freed)
    ]


def total(lines: Iterable[LedgerLine]) -> Money:
    """Give the sums of some lines together."""
    return sum((line.money for line in lines), Money())


def _day(on: date | None) -> str:
    return ALWAYS if on is None else on.isoformat()


def _money(sums: list[int]) -> Money:
    asked, proposed, decided, paid, returned, freed, count = sums
    return Money(
        asked=asked // 100,
        proposed=proposed // 100,
        decided=decided // 100,
        paid=paid // 100,
        returned=returned // 100,
        freed=freed // 100,
        count=count,
    )
