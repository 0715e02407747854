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
from desktop.flow.waiting import Label, label

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.domain.text import Text
    from desktop.flow.desk import Desk

_AMONG = "(select value from json_each(?))"
_FIRST = "s.open desc, s.number desc"
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
MOST_RANKED = 2000
"""Open cases that are sorted by urgency; more than one person ever has."""


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
    cases, today = desk.store.summaries(ids), desk.today
    awaited = desk.store.awaited([each.id for each in cases if each.open])
    return [
        CaseRow(case=each, state=label(awaited.get(each.id, ()), each.phase, today))
        for each in cases
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
    return int(desk.store.rows("select count(*) from summary")[0][0])


def choices(desk: Desk) -> Choices:
    """Give what the list can be narrowed to."""
    return desk.keep("case list", lambda: _choices(desk))


def _choices(desk: Desk) -> Choices:
    rows = desk.store.rows(
        "select distinct place_key, place, scheme_name, scheme, year from summary"
    )
    places = {str(place): str(key) for key, place, *_ in rows}
    schemes = {str(scheme): str(name) for _, _, name, scheme, _ in rows}
    return Choices(
        years=tuple(sorted({int(row[4]) for row in rows}, reverse=True)),
        schemes=tuple(sorted(schemes.items(), key=lambda pair: pair[1])),
        places=tuple(sorted(places, key=lambda place: places[place])),
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


def first_by_sql(
    desk: Desk, asked: Asked, limit: int, column: str = "state", *, descending: bool = False
) -> list[int]:
    """Find the first cases in plain SQL, for the moment before the index is there."""
    if column == "state":
        found = [] if asked.group == "closed" else urgent_first(desk, _found(desk, asked, "s.open"))
        if asked.group in ("all", "closed"):
            found += _found(desk, asked, "not s.open", limit)
        return found[:limit]
    among = group(desk, asked.group)
    order = _order(column, descending=descending)
    found = _found(desk, asked, "1", -1 if among is not None else limit, order)
    return [key for key in found if among is None or key in among][:limit]


def _found(desk: Desk, asked: Asked, among: str, limit: int = -1, order: str = _FIRST) -> list[int]:
    conditions: list[tuple[str, object]] = [
        ("instr(x.folded, ?)", word) for word in fold(asked.text).split()
    ]
    conditions += [
        (f"s.{name} = ?", value)
        for name, value in (("place", asked.place), ("scheme", asked.scheme), ("year", asked.year))
        if value is not None
    ]
    if asked.group == "closed":
        conditions.append(("s.open = ?", 0))
    where = " and ".join([among, *(condition for condition, _ in conditions)])
    within = group(desk, asked.group)
    joined = "join search x on x.id = s.id" if asked.text.strip() else ""
    rows = desk.store.rows(
        f"select s.id from summary s {joined} where {where} order by {order} limit ?",  # noqa: S608 - values are bound
        *(value for _, value in conditions),
        limit,
    )
    return [int(row[0]) for row in rows if within is None or row[0] in within]


def _order(column: str, *, descending: bool) -> str:
    way = "desc" if descending else "asc"
    return f"{_COLUMNS[column]} is null, {_COLUMNS[column]} {way}, {_FIRST}"


def in_order(desk: Desk, column: str, *, descending: bool) -> list[int]:
    """Give the ids of all cases sorted by a column of the list, "state" excepted."""
    order = _order(column, descending=descending)
    rows = desk.store.rows(f"select id from summary s order by {order}")  # noqa: S608 - our own names
    return [int(row[0]) for row in rows]


def urgent_first(desk: Desk, ids: Iterable[int]) -> list[int]:
    """Sort open cases by where they stand, the most urgent first; else their order stays."""
    ranks = desk.keep(("ranks", desk.today), lambda: _ranks(desk))
    return sorted(ids, key=lambda key: ranks.get(key, len(_TONES)))


def _ranks(desk: Desk) -> dict[int, int]:
    rows = desk.store.rows("select id, phase from summary where open limit ?", MOST_RANKED)
    awaited = desk.store.awaited([row[0] for row in rows])
    return {
        int(key): _TONES.index(label(awaited.get(key, ()), Phase(phase), desk.today).tone)
        for key, phase in rows
    }


def next_step(desk: Desk, case_id: int) -> tuple[str, Text]:
    """Give name and words of a case's next act; the name is "" when there is none."""
    seen = picture(desk, case_id)
    return next_act(seen), next_words(seen)
