"""The case filter: every case's folded words in memory, answered at each key press."""

from __future__ import annotations

from bisect import bisect_left
from contextlib import closing
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any

from db.block import Block, Entry, Filter, Label
from db.connection import connect_reader
from db.errors import FAULTS, reading_trouble
from desktop.domain.swedish import fold

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Sequence
    from collections.abc import Set as AbstractSet
    from pathlib import Path

    from db.store import Store

BLOCK = 1000
"""Cases in a block: small enough to make again at once, large enough to be few."""
_AT_A_TIME = 2000
"""Rows fetched before other threads are let on."""
_KEPT_FILTERS = 8
_CLOSED = 1 << 62

_SELECT = (
    "SELECT s.id, s.number, s.open, s.place, s.scheme, s.year, x.folded "
    "FROM summary AS s JOIN search AS x ON x.id = s.id"
)


@dataclass(frozen=True)
class Hits:
    """The first cases that a question finds."""

    ids: tuple[int, ...]
    """Open ones first, then closed, each by number, the latest first."""
    more: bool
    """True when there are more than these."""


@dataclass(frozen=True)
class _Asked:
    """The last question with a filter, whose whole answer the next letter only narrows."""

    words: str
    """The folded text."""
    found: tuple[tuple[int, bytes], ...]
    """Every case that it found, with its words."""


class CaseIndex:
    """The words of all cases; made in any thread, then used in one."""

    def __init__(self, entries: Iterable[Entry] = (), event_id: int = 0) -> None:
        """Build the index of the cases as they were after an event."""
        ordered = sorted(entries, key=lambda entry: entry.order)
        self._blocks = [
            Block(ordered[start : start + BLOCK]) for start in range(0, len(ordered), BLOCK)
        ]
        self._event_id = event_id
        self._asked: dict[Filter, _Asked] = {}
        self._filters: list[Filter] = []

    @classmethod
    def load(cls, path: Path) -> CaseIndex:
        """Read all cases through a connection of its own; a FileTrouble when that fails."""
        try:
            with closing(connect_reader(path)) as connection:
                return cls(*_entries(connection))
        except FAULTS as error:
            raise reading_trouble(error, path) from error

    def __len__(self) -> int:
        """Count the cases."""
        return sum(map(len, self._blocks))

    def catch_up(self, store: Store) -> None:
        """Take in what acts have changed since the index was made or last caught up."""
        changed = list(dict.fromkeys(store.replaced_since(self._event_id)))
        for case_id in changed:
            row = store.rows(f"{_SELECT} WHERE s.id = ?", case_id)
            self._replace(case_id, _entry(row[0], {}) if row else None)
        if changed:
            self._asked.clear()
        self._event_id = max(self._event_id, store.last_event_id)

    def query(  # noqa: PLR0913 - one question has these parts
        self,
        text: str,
        *,
        place: str | None = None,
        scheme: str | None = None,
        year: int | None = None,
        closed: bool | None = None,
        within: AbstractSet[int] | None = None,
        limit: int = 200,
    ) -> Hits:
        """Give the first cases in which every word of `text` stands, in the list's order.

        `place` and `scheme` are as Summary has them; `within` are the ids of a group of cases.
        """
        chosen = self._chosen(place, scheme, year, closed, within)
        folded = fold(text)
        last = self._asked.get(chosen)
        words = _words(folded)
        if last is not None and folded.startswith(last.words):
            among: Iterable[tuple[int, bytes]] = last.found
            among = (each for each in among if all(word in each[1] for word in words))
        else:
            among = self._search(words, chosen)
        found = tuple(islice(among, limit + 1))
        if len(found) <= limit:
            self._asked[chosen] = _Asked(folded, found)
        return Hits(tuple(key for key, _ in found[:limit]), len(found) > limit)

    def count(  # noqa: PLR0913 - the same question
        self,
        text: str,
        *,
        place: str | None = None,
        scheme: str | None = None,
        year: int | None = None,
        closed: bool | None = None,
        within: AbstractSet[int] | None = None,
    ) -> int:
        """Count all the cases that `query` would give without a limit."""
        chosen = self._chosen(place, scheme, year, closed, within)
        words = _words(fold(text))
        return sum(block.part(chosen).count(words) for block in self._blocks)

    def portions(  # noqa: PLR0913 - the same question
        self,
        text: str,
        *,
        place: str | None = None,
        scheme: str | None = None,
        year: int | None = None,
        closed: bool | None = None,
        within: AbstractSet[int] | None = None,
    ) -> Iterator[Sequence[int]]:
        """Give all that `query` would without a limit, some at a time: others come in between."""
        chosen = self._chosen(place, scheme, year, closed, within)
        words = _words(fold(text))
        for block in self._blocks:
            part = block.part(chosen)
            yield [key for key, _ in part.search(words)] if words else part.ids

    def ordered(self, ids: Iterable[int]) -> CaseIndex:
        """Give an index of the same cases in another order; those that are not named come last."""
        places = {key: at for at, key in enumerate(ids)}
        entries = [entry for block in self._blocks for entry in block.entries()]
        turned = [
            entry._replace(order=places.get(entry.id, len(places) + at))
            for at, entry in enumerate(entries)
        ]
        return CaseIndex(turned, self._event_id)

    def _chosen(
        self,
        place: str | None,
        scheme: str | None,
        year: int | None,
        closed: bool | None,
        within: AbstractSet[int] | None,
    ) -> Filter:
        """Give the filter, and let the one that was asked for longest ago go."""
        chosen = Filter(place, scheme, year, closed, None if within is None else frozenset(within))
        if chosen in self._filters:
            self._filters.remove(chosen)
        self._filters.append(chosen)
        if len(self._filters) > _KEPT_FILTERS:
            oldest = self._filters.pop(0)
            self._asked.pop(oldest, None)
            for block in self._blocks:
                block.forget(oldest)
        return chosen

    def _search(self, words: Sequence[bytes], chosen: Filter) -> Iterator[tuple[int, bytes]]:
        for block in self._blocks:
            yield from block.part(chosen).search(words)

    def _replace(self, case_id: int, entry: Entry | None) -> None:
        for number, block in enumerate(self._blocks):
            if case_id in block.ids:
                self._put(number, block.without(case_id))
                break
        if entry is not None:
            self._add(entry)

    def _add(self, entry: Entry) -> None:
        number = bisect_left(self._blocks, entry.order, key=lambda block: block.last)
        if not self._blocks:
            self._blocks.append(Block([entry]))
            return
        number = min(number, len(self._blocks) - 1)
        self._put(number, self._blocks[number].with_entry(entry))

    def _put(self, number: int, entries: list[Entry]) -> None:
        """Make a block again: none of nothing, two of one that has grown too large."""
        middle = len(entries) // 2
        halves = (entries[:middle], entries[middle:]) if len(entries) > 2 * BLOCK else (entries,)
        self._blocks[number : number + 1] = [Block(half) for half in halves if half]


def _words(folded: str) -> list[bytes]:
    """Give the words to find, the longest first: it is the rarest as a rule."""
    return sorted((word.encode() for word in set(folded.split())), key=len, reverse=True)


def _entries(connection: sqlite3.Connection) -> tuple[list[Entry], int]:
    """Read all cases, and the event they are read after."""
    connection.execute("BEGIN")
    event_id = connection.execute("SELECT coalesce(max(id), 0) FROM event").fetchone()[0]
    cursor = connection.execute(_SELECT)
    entries: list[Entry] = []
    known: dict[Label, Label] = {}
    while rows := cursor.fetchmany(_AT_A_TIME):
        entries.extend(_entry(row, known) for row in rows)
    return entries, event_id


def _entry(row: tuple[Any, ...], known: dict[Label, Label]) -> Entry:
    key, number, is_open, place, scheme, year, folded = row
    label = (place, scheme, year, not is_open)
    return Entry(
        id=key,
        order=_order(number, key, is_open),
        label=known.setdefault(label, label),
        words=folded.replace("\n", " ").encode(),
    )


def _order(number: str, key: int, is_open: int) -> int:
    """Give the place in the list: open before closed, the latest number first.

    A number that is not "year-running" comes after those that are.
    """
    year, _, running = number.partition("-")
    plain = year.isdecimal() and running.isdecimal()
    return (0 if is_open else _CLOSED) - (
        int(year) * 1_000_000_000 + int(running) if plain else key
    )
