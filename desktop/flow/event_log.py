"""The log as it is read by people: newest first, a piece at a time, narrowed as they ask."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop.domain.swedish import fold
from desktop.domain.text import Text, say

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from db.store import Store

WINDOW = 500
"""Events looked through at once while something is searched for."""
TAKE_BACK = "take_back"


class Group(StrEnum):
    """What kinds of acts are about."""

    CASES = "cases"
    REGISTERS = "registers"
    VISITS = "visits"
    WORK = "work"
    BUDGET = "budget"
    FOLLOW_UP = "follow_up"
    OFFICE = "office"


GROUP_WORDS: dict[Group, Text] = {
    Group.CASES: say("Ärenden"),
    Group.REGISTERS: say("Orter och föreningar"),
    Group.VISITS: say("Besök och överenskommelser"),
    Group.WORK: say("Nätverk, projekt och planer"),
    Group.BUDGET: say("Budget"),
    Group.FOLLOW_UP: say("Uppföljning"),
    Group.OFFICE: say("Riktlinje, brev och inställningar"),
}
_ABOUT: dict[Group, tuple[str, ...]] = {
    Group.CASES: ("case", "cases", "pot", "round", "list", "lists"),
    Group.REGISTERS: ("association", "associations", "place", "places"),
    Group.VISITS: ("visit", "visits", "agreement", "agreements"),
    Group.WORK: (
        "body",
        "bodies",
        "contact",
        "governing_document",
        "governing_documents",
        "network",
        "networks",
        "plan",
        "plans",
        "project",
        "projects",
    ),
    Group.BUDGET: ("budget", "budget_entry", "what_if"),
    Group.FOLLOW_UP: ("asked", "follow_up"),
}


class Kind(StrEnum):
    """What may be looked at alone."""

    LEFT = "left"
    """Has left the house."""
    TAKEN = "taken"
    """Undoings and doings again."""


KIND_WORDS: dict[Kind, Text] = {
    Kind.LEFT: say("Har lämnat huset"),
    Kind.TAKEN: say("Ångrat och gjort igen"),
}


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What is looked for; empty, it is everything."""

    words: str = ""
    """Words that all stand in what was done, why, or who did it."""
    first: date | None = None
    """The first day."""
    last: date | None = None
    """The last day."""
    group: Group | None = None
    """What the acts are about."""
    kind: Kind | None = None
    """Only those."""

    @property
    def everything(self) -> bool:
        """True when nothing is left out."""
        return self == Wanted()


@dataclass(frozen=True, kw_only=True)
class LogRow:
    """One act in the log, without what it changed."""

    id: int
    """The event."""
    at: datetime
    """When, local time."""
    officer: str
    """Who."""
    name: str
    """The kind of act."""
    subjects: tuple[tuple[str, int], ...]
    """What it is about."""
    text: str
    """What was done."""
    reason: str
    """Why, when a reason was asked for."""
    final: bool
    """True when it left the house."""
    undoes: int | None
    """The event that it takes back."""


_COLUMNS = "id, at, officer, name, subjects, text, reason, final, undoes"


@cache
def group_of(act: str) -> Group:
    """Give what an act is about."""
    from desktop.flow.steps import step_named  # noqa: PLC0415 - only where the log is narrowed

    try:
        about = step_named(act).about
    except KeyError:
        # An act of an older version of the program.
        return Group.OFFICE
    found = (group for group, kinds in _ABOUT.items() if about in kinds)
    return next(found, Group.OFFICE)


def read_rows(store: Store, ids: Sequence[int]) -> list[LogRow]:
    """Give rows of the log in the order of `ids`; one that is not there is left out."""
    listed = json.dumps(list(ids))
    sql = f"SELECT {_COLUMNS} FROM event WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - our own names
    found = {row[0]: _row(row) for row in store.rows(sql, listed)}
    return [found[key] for key in ids if key in found]


def _row(cells: tuple[Any, ...]) -> LogRow:
    number, at, officer, name, subjects, text, reason, final, undoes = cells
    return LogRow(
        id=number,
        at=datetime.fromisoformat(at),
        officer=officer,
        name=name,
        subjects=tuple((str(kind), int(key)) for kind, key in json.loads(subjects)),
        text=text,
        reason=reason,
        final=bool(final),
        undoes=undoes,
    )


def ids_before(store: Store, before: int, wanted: Wanted) -> tuple[list[int], int]:
    """Look through one piece of the log, newest first, from under `before`.

    Gives the events that fit and the lowest number looked at; 1 when the log is at its end.
    """
    low = max(1, before - WINDOW)
    if wanted.everything:
        return list(range(before - 1, low - 1, -1)), low
    conditions, values = ["id >= ?", "id < ?"], [low, before]
    for sign, day in ((">=", wanted.first), ("<", _next(wanted.last))):
        if day is not None:
            conditions.append(f"at {sign} ?")
            values.append(day.isoformat())  # type: ignore[arg-type]
    if wanted.kind is not None:
        conditions.append("final = 1" if wanted.kind is Kind.LEFT else "undoes IS NOT NULL")
    undoes = ", undoes" if wanted.group is not None else ", NULL"
    sql = (
        f"SELECT id, officer, name, text, reason{undoes} FROM event"  # noqa: S608 - our own names
        f" WHERE {' AND '.join(conditions)} ORDER BY id DESC"
    )
    return list(_fitting(store, store.rows(sql, *values), wanted)), low


def _next(day: date | None) -> date | None:
    return None if day is None or day == date.max else date.fromordinal(day.toordinal() + 1)


def _fitting(store: Store, rows: Sequence[tuple[Any, ...]], wanted: Wanted) -> Iterator[int]:
    words = fold(wanted.words).split()
    for number, officer, name, text, reason, undoes in rows:
        if words:
            said = fold(f"{text} {reason} {officer}")
            if not all(each in said for each in words):
                continue
        if wanted.group is not None and _first_group(store, name, undoes) is not wanted.group:
            continue
        yield number


def _first_group(store: Store, name: str, undoes: int | None) -> Group:
    while name == TAKE_BACK and undoes is not None:
        ((name, undoes),) = store.rows("SELECT name, undoes FROM event WHERE id = ?", undoes)
    return group_of(name)


@dataclass
class Undoings:
    """Which events were taken back, and by which: found from the newest and downwards."""

    store: Store
    """The register."""
    low: int = 0
    """The event from which on they are known; 0 before any is."""
    _by: dict[int, list[int]] = field(default_factory=dict)
    _high: int = 0

    def reach(self, low: int) -> None:
        """Know of every undoing from `low` on: what is taken back lies before what does it."""
        last = self.store.last_event_id
        if not self.low:
            self.low = last + 1
        spans = ((min(low, self.low), self.low), (self._high + 1, last + 1))
        for first, end in spans if self._high else spans[:1]:
            self._note(first, end)
        self.low, self._high = min(low, self.low), last

    def _note(self, first: int, end: int) -> None:
        if first < end:
            sql = "SELECT id, undoes FROM event WHERE id >= ? AND id < ? AND undoes IS NOT NULL"
            for number, undoes in self.store.rows(sql, first, end):
                self._by.setdefault(undoes, []).append(number)

    def undoer(self, number: int) -> int | None:
        """Give the undoing of an event that stands itself, or None: then the event stands."""
        return next((each for each in self._by.get(number, ()) if self.undoer(each) is None), None)

    def last_of(self, number: int) -> int:
        """Give the event that stands for an act now: itself, its undoing, or it done again."""
        undoings = self._by.get(number)
        return self.last_of(max(undoings)) if undoings else number
