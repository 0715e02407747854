"""Distributions tried side by side for the pending cases of a year; nothing is decided by them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.budgeting import WhatIf, WhatIfRow
from desktop.domain.phases import BEFORE_DECISION, Phase
from desktop.domain.proposal import stopping
from desktop.domain.swedish import capital, kr
from desktop.domain.text import Text, plain, say
from desktop.flow.money import frame_of
from desktop.flow.picture import Picture, picture

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from desktop.flow.desk import Desk

MOST = 40
"""Pending cases read whole; a coordinator with more decides them in more than one sitting."""


@dataclass(frozen=True, kw_only=True)
class Pending:
    """A case that is not decided, with what bounds its sum."""

    case_id: int
    """The case."""
    number: str
    """Its number."""
    applicant: str
    """Name of the association."""
    about: Text
    """What the money is for."""
    asked: int
    """Kronor asked."""
    proposed: int
    """Kronor proposed now: as put to the committee, otherwise what the rules give."""
    given: int
    """Kronor that the rules give; 0 where one stops."""
    ceiling: int
    """The most that the rules leave room for, with nobody before in the queue."""
    stop: Text | None
    """The first rule that stops it."""
    pot: tuple[str, int]
    """The pot it draws on: scheme and place."""
    pot_left: int | None
    """Kronor left in the pot when what is granted is taken; None for no pot."""
    phase: Phase
    """Where it stands."""


@dataclass(frozen=True, kw_only=True)
class Tried:
    """The sum of one case in one distribution, judged."""

    amount: int | None
    """Kronor; None when the distribution leaves the case as it is."""
    mark: str = ""
    """"stop" when a rule, the pot or the frame says no, "lowered" under what was asked, or ""."""
    words: Text | None = None
    """Why."""


@dataclass(frozen=True, kw_only=True)
class Column:
    """One distribution."""

    id: int
    """The distribution; 0 for the proposals as they are."""
    name: str
    """Its name; empty for the proposals as they are."""
    cells: Mapping[int, Tried]
    """By case."""
    total: int
    """Kronor together."""
    left: int | None
    """Left of the frame after it; None without a frame."""
    stop: Text | None = None
    """Why the whole of it cannot be."""
    adopted_on: date | None = None
    """The day it became the proposals."""

    @property
    def stopped(self) -> bool:
        """True when it, or a sum in it, cannot be."""
        return self.stop is not None or any(each.mark == "stop" for each in self.cells.values())


@dataclass(frozen=True, kw_only=True)
class WhatIfs:
    """The distributions of a year side by side, the proposals as they are first."""

    year: int
    """Grant year."""
    cases: tuple[Pending, ...]
    """Pending cases, those of a pot together, by arrival."""
    more: int
    """Pending cases beyond those that are shown."""
    columns: tuple[Column, ...]
    """The proposals as they are, then the distributions in the order they were made."""


_PENDING = """select c.id from grant_case c join summary s on s.id = c.id
    where c.year = ? and c.deleted is null and c.phase in (select value from json_each(?))
    order by c.scheme, c.place_id, s.arrived_on, c.id"""


def pending(desk: Desk, year: int) -> tuple[list[Pending], int]:
    """Give the pending cases of a grant year, and how many more there are."""
    phases = "[" + ",".join(f'"{phase}"' for phase in BEFORE_DECISION) + "]"
    ids = [int(row[0]) for row in desk.store.rows(_PENDING, year, phases)]
    return [pending_case(picture(desk, each)) for each in ids[:MOST]], len(ids[MOST:])


def pending_case(seen: Picture) -> Pending:
    """Give what bounds the sum of a case."""
    stops = stopping(seen.draft.findings, "decision")
    granted = sum(share.amount for share in seen.facts.pot.granted)
    purpose = seen.application.purpose
    return Pending(
        case_id=seen.id,
        number=seen.case.number,
        applicant=seen.association.name,
        about=plain(capital(purpose))
        if purpose
        else say("{scheme} {place}", scheme=say(seen.scheme.name), place=seen.place.name),
        asked=seen.application.asked,
        proposed=seen.proposal,
        given=0 if stops else seen.draft.amount,
        ceiling=seen.draft.ceiling,
        stop=say("{title}: {value}", title=stops[0].title, value=stops[0].value) if stops else None,
        pot=(seen.case.scheme, seen.case.place_id if seen.scheme.per_place else 0),
        pot_left=max(0, seen.scheme.cap - granted) if seen.scheme.cap else None,
        phase=seen.case.phase,
    )


def what_ifs(desk: Desk, year: int) -> WhatIfs:
    """Give the distributions of a grant year, judged against pots, rules and frame."""
    cases, more = pending(desk, year)
    frame = frame_of(desk, year)
    left = frame.left if frame is not None else None
    now: dict[int, int | None] = {each.case_id: each.proposed for each in cases}
    columns = [column(cases, now, left)]
    for each in desk.store.find(WhatIf, "year = ?", year):
        sums = amounts_of(desk, each.id)
        tried = {case.case_id: sums.get(case.case_id) for case in cases}
        columns.append(column(cases, tried, left, each))
    return WhatIfs(year=year, cases=tuple(cases), more=more, columns=tuple(columns))


def amounts_of(desk: Desk, what_if_id: int) -> dict[int, int]:
    """Give the sums of a distribution by case."""
    rows = desk.store.find(WhatIfRow, "what_if_id = ?", what_if_id)
    return {row.case_id: row.amount for row in rows}


def column(
    cases: Iterable[Pending],
    amounts: Mapping[int, int | None],
    frame_left: int | None,
    it: WhatIf | None = None,
) -> Column:
    """Judge a distribution: each sum by its rules and pot, the whole by the frame."""
    listed = list(cases)
    short = _short_pots(listed, amounts)
    total = sum(amounts.get(each.case_id) or 0 for each in listed)
    left = None if frame_left is None else frame_left - total
    stop = None
    if left is not None and left < 0:
        stop = say("Ramen räcker inte: {over} för mycket", over=kr(-left))
    return Column(
        id=it.id if it else 0,
        name=it.name if it else "",
        cells={
            each.case_id: _judged(each, amounts.get(each.case_id), short.get(each.case_id))
            for each in listed
        },
        total=total,
        left=left,
        stop=stop,
        adopted_on=it.adopted_on if it else None,
    )


def _short_pots(cases: Iterable[Pending], amounts: Mapping[int, int | None]) -> dict[int, int]:
    """Give the cases that their pot has no room for, with what it has for them, by arrival."""
    left: dict[tuple[str, int], int] = {}
    found = {}
    for each in cases:
        if each.pot_left is None:
            continue
        room = left.setdefault(each.pot, each.pot_left)
        wanted = amounts.get(each.case_id) or 0
        if wanted > room:
            found[each.case_id] = room
        left[each.pot] = max(0, room - wanted)
    return found


def _judged(case: Pending, amount: int | None, room: int | None) -> Tried:
    if not amount:
        return Tried(amount=amount)
    if case.stop is not None:
        return Tried(amount=amount, mark="stop", words=case.stop)
    if amount > case.ceiling:
        words = say("Reglerna räcker till {room}", room=kr(case.ceiling))
        return Tried(amount=amount, mark="stop", words=words)
    if room is not None:
        return Tried(
            amount=amount, mark="stop", words=say("Potten räcker till {room}", room=kr(room))
        )
    if amount < case.asked:
        words = say(
            "Sökt {asked}, reglerna ger {given}", asked=kr(case.asked), given=kr(case.given)
        )
        return Tried(amount=amount, mark="lowered", words=words)
    return Tried(amount=amount)
