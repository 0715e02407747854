"""Which acts Ctrl+Z and Ctrl+Y are about, told from the log: a restart changes nothing.

What has left the house ends nothing. It stops the first Ctrl+Z with a sentence, so that nobody
undoes what came before it unawares; the next one goes on to what came before.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.domain.problems import Problem
from desktop.domain.text import plain, say
from desktop.flow.legal_undoing import way_on

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from db.change import Event
    from db.store import Store

FIRST = 200
"""Events read to begin with; more when they say too little."""
TIMES = 8
"""So many times more each time."""
FOUNDING = "found_register"
"""The act that no undoing ever reaches."""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What the stacks need to know of an event."""

    id: int
    """The event."""
    final: bool = False
    """True when it left the house."""
    undoes: int | None = None
    """The event that it takes back."""
    depth: int = 0
    """0 for an act, odd for an undoing, even for a doing again."""


@dataclass(frozen=True, kw_only=True)
class Stacks:
    """What can be taken back and done again, the next one last."""

    done: tuple[Entry, ...] = ()
    """Acts that stand, also those that have left the house."""
    undone: tuple[Entry, ...] = ()
    """Undoings since the last act, which can be taken back in their turn."""


@dataclass(frozen=True)
class Hindrance(Problem):
    """Why an act cannot be taken back, and which event to look at for a way on."""

    event_id: int = 0
    """The later act that stands in the way, or the one that has left the house."""
    undoable: bool = False
    """True when that one may be taken back first."""


def stacks(entries: Iterable[Entry]) -> Stacks:
    """Give what the events, oldest first, leave to be taken back and done again."""
    done: dict[int, Entry] = {}
    undone: dict[int, Entry] = {}
    for each in entries:
        if each.undoes is None:
            done[each.id] = each
            undone.clear()
        elif each.depth % 2:
            _pass_by(done, each.undoes)
            done.pop(each.undoes, None)
            undone[each.id] = each
        else:
            undone.pop(each.undoes, None)
            done[each.id] = each
    return Stacks(done=tuple(done.values()), undone=tuple(undone.values()))


def _pass_by(done: dict[int, Entry], wanted: int) -> None:
    """Leave behind what has left the house, when what came before it was taken back by Ctrl+Z."""
    passed: list[int] = []
    for key in reversed(done):
        if key == wanted:
            for each in passed:
                del done[each]
            return
        if not done[key].final:
            return
        passed.append(key)


def read_stacks(store: Store) -> Stacks:
    """Give the stacks of a register, reading no more of its log than they need."""
    limit = FIRST
    while True:
        entries = read_entries(store, limit)
        found = stacks(entries)
        acts = any(each.undoes is None for each in entries)
        if len(entries) < limit or (acts and any(not each.final for each in found.done)):
            return Stacks(done=_without_founding(store, found.done), undone=found.undone)
        limit *= TIMES


def _without_founding(store: Store, done: Sequence[Entry]) -> tuple[Entry, ...]:
    """Leave out how the register began: there is nothing before it to go back to."""
    if not done or done[0].id != 1:
        return tuple(done)
    ((name,),) = store.rows("SELECT name FROM event WHERE id = 1")
    return tuple(done[1:] if name == FOUNDING else done)


def read_entries(store: Store, limit: int) -> list[Entry]:
    """Give the last events, oldest first; none of what they changed is read."""
    rows = store.rows("SELECT id, final, undoes FROM event ORDER BY id DESC LIMIT ?", limit)
    known: dict[int, int | None] = {number: undoes for number, _final, undoes in rows}
    return [
        Entry(id=number, final=bool(final), undoes=undoes, depth=depth(store, number, known))
        for number, final, undoes in reversed(rows)
    ]


def depth(store: Store, number: int, known: dict[int, int | None]) -> int:
    """Say how many times over an event takes back: 0 an act, 1 an undoing, 2 a doing again."""
    steps = 0
    while True:
        if number not in known:
            ((known[number],),) = store.rows("SELECT undoes FROM event WHERE id = ?", number)
        before = known[number]
        if before is None:
            return steps
        number, steps = before, steps + 1


def first_act(store: Store, event: Event) -> Event:
    """Give the act that an undoing, or a doing again, is about in the end."""
    while event.undoes is not None:
        event = store.event(event.undoes)
    return event


def still_last(store: Store, number: int) -> bool:
    """Say whether nothing stands that was done after an event: each later act was taken back."""
    later = store.rows("SELECT id, undoes FROM event WHERE id > ? ORDER BY id DESC", number)
    annulled: set[int] = set()
    for each, undoes in later:
        if undoes is not None and each not in annulled:
            annulled.add(undoes)
    return all(each in annulled or (undoes or 0) > number for each, undoes in later)


class Undoing:
    """What Ctrl+Z and Ctrl+Y do next in an open register; the log is read when they are asked."""

    def __init__(self, store: Store) -> None:
        """Keep the register; read nothing."""
        self._store = store
        self._at = -1
        self._told = False
        self._stacks = Stacks()

    def stacks(self) -> Stacks:
        """Give the stacks as the log now stands."""
        last = self._store.last_event_id
        if last != self._at:
            self._stacks, self._at, self._told = read_stacks(self._store), last, False
        return self._stacks

    def undo(self) -> Entry | None:
        """Give what is taken back next; one that has left the house is told of and then passed."""
        done = self.stacks().done
        if not self._told:
            return done[-1] if done else None
        return next((each for each in reversed(done) if not each.final), None)

    def redo(self) -> Entry | None:
        """Give the undoing that is taken back next."""
        undone = self.stacks().undone
        return undone[-1] if undone else None

    def stop(self) -> Hindrance:
        """Say why the next act stays, what to do instead, and what the next Ctrl+Z will undo."""
        entry = self.undo()
        assert entry is not None  # noqa: S101 - only what stands stops
        self._told = True
        event = self._store.event(entry.id)
        said, way = plain(event.text), way_on(event.name)
        before = self.undo()
        if before is None:
            words = say(
                "{text} Det har lämnat huset och kan inte ångras. {way}", text=said, way=way
            )
        else:
            words = say(
                "{text} Det har lämnat huset och kan inte ångras. {way}"
                " Ctrl+Z en gång till ångrar det som gjordes före: {before}",
                text=said,
                way=way,
                before=plain(self._store.event(before.id).text),
            )
        return Hindrance("", words, event_id=entry.id)
