"""Rounds and delegation lists as their page shows them, and which act comes next there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import DecisionList, Round, RoundCase, Summary
from desktop.domain.dates import last_day_of_appeal
from desktop.flow.lists import unlisted
from desktop.flow.picture import deciding_board
from desktop.flow.rounds import open_round, round_cases

if TYPE_CHECKING:
    from datetime import date

    from desktop.flow.desk import Desk
    from desktop.flow.lists import Delegated

_COUNTS = """select round_id, count(*), sum(proposal_ore) from round_case
    where deleted is null group by round_id"""
_LISTED = """select list_id, count(*) from (
    select list_id from listed_decision where deleted is null
    union all select list_id from listed_reclaim where deleted is null) group by list_id"""


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """A case in the open round."""

    row: RoundCase
    """Its place in the round, with the proposal."""
    case: Summary
    """The case."""


@dataclass(frozen=True, kw_only=True)
class HeldRound:
    """A round that is over."""

    round: Round
    """The round."""
    cases: int
    """How many cases it had."""
    proposed: int
    """Proposed in all, kronor."""


@dataclass(frozen=True, kw_only=True)
class Unlisted:
    """A decision that stands on no delegation list."""

    decision: Delegated
    """The decision."""
    case: Summary
    """Its case."""


@dataclass(frozen=True, kw_only=True)
class ListLine:
    """A delegation list."""

    list: DecisionList
    """The list."""
    decisions: int
    """How many decisions it has."""
    appeal_until: date | None
    """Last day of appeal; None while the notice day is unknown: the time is not running."""
    appeal_over: bool
    """True when that day has passed."""

    @property
    def act(self) -> str:
        """Give what is to be noted of it next; "" when all is."""
        if not self.list.paragraph:
            return "report_list"
        return "announce_list" if self.list.announced_on is None else ""


def reports(desk: Desk) -> bool:
    """Say whether an officer decides by delegation, or has: such decisions are reported."""
    _, guideline = desk.in_force()
    delegated = any(not deciding_board(desk, each) for each in guideline.schemes)
    return delegated or bool(unlisted(desk)) or desk.store.count(DecisionList) > 0


@dataclass(frozen=True, kw_only=True)
class RoundsView:
    """All of the page."""

    open: Round | None
    """The round that cases are put into now."""
    proposed: tuple[Proposed, ...]
    """Its cases."""
    held: tuple[HeldRound, ...]
    """Rounds that are over, the latest first."""
    unlisted: tuple[Unlisted, ...]
    """Decisions to report to the board."""
    lists: tuple[ListLine, ...]
    """Delegation lists, the latest first."""


def rounds_view(desk: Desk) -> RoundsView:
    """Read rounds and lists."""
    found = open_round(desk)
    rows = round_cases(desk, found.id) if found is not None else []
    cases = {each.id: each for each in desk.store.summaries([row.case_id for row in rows])}
    return RoundsView(
        open=found,
        proposed=tuple(Proposed(row=row, case=cases[row.case_id]) for row in rows),
        held=tuple(_held(desk)),
        unlisted=tuple(_unlisted(desk)),
        lists=tuple(_lists(desk)),
    )


def _held(desk: Desk) -> list[HeldRound]:
    counts = {
        int(row[0]): (int(row[1]), int(row[2] or 0) // 100) for row in desk.store.rows(_COUNTS)
    }
    rounds = desk.store.find(Round, "held_on is not null", order="year desc, number desc")
    return [
        HeldRound(
            round=each,
            cases=counts.get(each.id, (0, 0))[0],
            proposed=counts.get(each.id, (0, 0))[1],
        )
        for each in rounds
    ]


def _unlisted(desk: Desk) -> list[Unlisted]:
    decisions = unlisted(desk)
    cases = {each.id: each for each in desk.store.summaries([each.case_id for each in decisions])}
    return [Unlisted(decision=each, case=cases[each.case_id]) for each in decisions]


def _lists(desk: Desk) -> list[ListLine]:
    counts = {int(row[0]): int(row[1]) for row in desk.store.rows(_LISTED)}
    found = []
    for each in desk.store.find(DecisionList, order="year desc, number desc"):
        until = last_day_of_appeal(each.announced_on) if each.announced_on else None
        found.append(
            ListLine(
                list=each,
                decisions=counts.get(each.id, 0),
                appeal_until=until,
                appeal_over=until is not None and until < desk.today,
            )
        )
    return found


def next_of(seen: RoundsView, today: date) -> tuple[str, int]:
    """Give the name of the next act of the page and the id it is about; "" when all is done.

    What the coordinator can do at once comes before what waits for a meeting.
    """
    acts = possible(seen)
    late = [
        (act, key)
        for act, key in acts
        if (act == "report_list" and _met(seen, key, today)) or act == "announce_list"
    ]
    mine = [(act, key) for act, key in acts if act in ("make_sheet", "make_list")]
    unsent = seen.open is not None and seen.open.sent_on is None
    first = [pair for pair in mine if pair[0] == "make_list" or unsent]
    closing = [pair for pair in acts if pair[0] == "close_round"]
    return next(iter([*first, *late, *closing, *acts]), ("", 0))


def _met(seen: RoundsView, list_id: int, today: date) -> bool:
    line = next(each for each in seen.lists if each.list.id == list_id)
    return line.list.meeting_on is not None and line.list.meeting_on <= today


def possible(seen: RoundsView) -> list[tuple[str, int]]:
    """Give every act of the page that can be done now, each with the id it is about."""
    found: list[tuple[str, int]] = []
    if seen.open is not None and seen.proposed:
        found += [("make_sheet", seen.open.id), ("close_round", seen.open.id)]
    if seen.unlisted:
        found.append(("make_list", 0))
    found += [(line.act, line.list.id) for line in reversed(seen.lists) if line.act]
    return found
