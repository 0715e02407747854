"""The list of cases: its rows, its sums, its orders, and what it can be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.casework import Summary
from desktop.domain.phases import Phase
from desktop.domain.swedish import fold
from desktop.flow.next_act import next_act, next_words
from desktop.flow.picture import picture
from desktop.flow.today import groups
from desktop.flow.waiting import Label, current, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.domain.text import Text
    from desktop.flow.desk import Desk

_AMONG = "(select value from json_each(?))"
_FIRST = "open desc, number desc"
_COLUMNS = {
    "number": "number",
    "applicant": "applicant_key",
    "scheme": "scheme_name",
    "place": "place_key",
    "year": "year",
    "asked": "asked_ore",
    "granted": "granted_ore",
    "paid": "paid_ore",
}
"""What each column of the list is sorted by; the names have keys in Swedish order."""
_TONES = ("late", "stop", "mine", "waiting", "done")
"""The order of states, the most urgent first; closed cases come after."""


@dataclass(frozen=True, kw_only=True)
class CaseRow:
    """One line of the list."""

    case: Summary
    """The case."""
    state: Label
    """Where it stands today."""


@dataclass(frozen=True, kw_only=True)
class Asked:
    """Which cases a person wants to see."""

    text: str = ""
    """Words that stand in the case."""
    group: str = "all"
    """"all", "mine", "others" or "closed"."""
    year: int | None = None
    """Grant year."""
    scheme: str | None = None
    """Key of a scheme."""
    place: str | None = None
    """Name of a place."""


@dataclass(frozen=True, kw_only=True)
class Sums:
    """What some cases come to, whole kronor."""

    count: int = 0
    """Cases."""
    asked: int = 0
    """Asked."""
    proposed: int = 0
    """Proposed and not decided."""
    granted: int = 0
    """Granted."""
    paid: int = 0
    """Paid less returned."""

    def __add__(self, other: Sums) -> Sums:
        """Put two selections together."""
        return Sums(
            count=self.count + other.count,
            asked=self.asked + other.asked,
            proposed=self.proposed + other.proposed,
            granted=self.granted + other.granted,
            paid=self.paid + other.paid,
        )


@dataclass(frozen=True, kw_only=True)
class Choices:
    """What the list can be narrowed to."""

    years: tuple[int, ...]
    """Grant years that have cases, the latest first."""
    schemes: tuple[tuple[str, str], ...]
    """Key and name of each scheme that has cases."""
    places: tuple[str, ...]
    """Names of places that have cases, in Swedish order."""


def case_rows(desk: Desk, ids: Sequence[int]) -> list[CaseRow]:
    """Read some lines, in the order of their ids."""
    awaited = desk.store.awaited(ids)
    return [
        CaseRow(case=each, state=label(awaited.get(each.id, ()), each.phase, desk.today))
        for each in desk.store.summaries(ids)
    ]


def sums_of(desk: Desk, ids: Sequence[int]) -> Sums:
    """Add some cases up."""
    listed = "[" + ",".join(map(str, ids)) + "]"
    row = desk.store.rows(
        "select count(*), sum(asked_ore), sum(proposed_ore), sum(granted_ore), sum(paid_ore)"  # noqa: S608 - values are bound
        f" from summary where id in {_AMONG}",
        listed,
    )[0]
    asked, proposed, granted, paid = (int(each or 0) // 100 for each in row[1:])
    return Sums(count=int(row[0]), asked=asked, proposed=proposed, granted=granted, paid=paid)


def case_count(desk: Desk) -> int:
    """Count all the cases."""
    return desk.store.count(Summary)


def choices(desk: Desk) -> Choices:
    """Give what the list can be narrowed to."""
    return desk.keep("case list", lambda: _choices(desk))


def _choices(desk: Desk) -> Choices:
    rows = desk.store.rows
    years = rows("select distinct year from summary order by year desc")
    schemes = rows("select distinct scheme, scheme_name from summary order by scheme_name")
    places = rows("select distinct place, place_key from summary order by place_key")
    return Choices(
        years=tuple(int(row[0]) for row in years),
        schemes=tuple({str(row[0]): str(row[1]) for row in schemes}.items()),
        places=tuple(str(row[0]) for row in places),
    )


def group(desk: Desk, name: str) -> frozenset[int] | None:
    """Give the cases of "mine" or "others"; None for every other name."""
    if name not in ("mine", "others"):
        return None
    mine, others = desk.keep(("groups", desk.today), lambda: _groups(desk))
    return mine if name == "mine" else others


def _groups(desk: Desk) -> tuple[frozenset[int], frozenset[int]]:
    mine, others = groups(desk)
    return frozenset(mine), frozenset(others)


def found_by_sql(desk: Desk, asked: Asked) -> set[int]:
    """Find cases in plain SQL, for the moment before the index is there."""
    among = group(desk, asked.group)
    words = fold(asked.text).split()
    conditions = [("instr(x.folded, ?)", word) for word in words]
    conditions += [
        (f"s.{name} = ?", value)
        for name, value in (("place", asked.place), ("scheme", asked.scheme), ("year", asked.year))
        if value is not None
    ]
    if asked.group == "closed":
        conditions.append(("s.open = ?", 0))
    where = " and ".join(condition for condition, _ in conditions) or "1"
    rows = desk.store.rows(
        f"select s.id from summary s join search x on x.id = s.id where {where}",  # noqa: S608 - values are bound
        *(value for _, value in conditions),
    )
    found = {int(row[0]) for row in rows}
    return found if among is None else found & among


def in_order(desk: Desk, column: str, *, descending: bool) -> list[int]:
    """Give the ids of all cases sorted by a column of the list; "state": the most urgent first."""
    if column == "state":
        found = _by_state(desk)
        return found[::-1] if descending else found
    way = "desc" if descending else "asc"
    by = _COLUMNS[column]
    rows = desk.store.rows(f"select id from summary order by {by} is null, {by} {way}, {_FIRST}")  # noqa: S608 - our own names
    return [int(row[0]) for row in rows]


def _by_state(desk: Desk) -> list[int]:
    rows = desk.store.rows(f"select id, open from summary order by {_FIRST}")  # noqa: S608 - our own names
    awaited = desk.store.awaited([row[0] for row in rows if row[1]])

    def rank(row: tuple[int, int]) -> int:
        counted = current(awaited.get(row[0], ()), desk.today)
        if not row[1] or not counted:
            return len(_TONES)
        return _TONES.index(label(counted, Phase.RECEIVED, desk.today).tone)

    return [int(row[0]) for row in sorted(rows, key=rank)]


def next_step(desk: Desk, case_id: int) -> tuple[str, Text]:
    """Give name and words of a case's next act; the name is "" when there is none."""
    seen = picture(desk, case_id)
    return next_act(seen), next_words(seen)
