"""Power cuts: a recorded session, cut at any moment, opened again and held against its words."""

from __future__ import annotations

import hashlib
import random
import sqlite3
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from db.backups.listing import Standing, listing, sound
from db.backups.place import FOLDER, second
from db.errors import FAULTS
from tests.faults.backing import REGISTER
from tests.faults.disk import Disk
from tests.faults.figures import Figure
from tests.faults.ground import Ground, Layout
from tests.faults.record import calls
from tests.faults.registers import NAME
from tests.faults.session import COPY, NEW, OLD, Expected, Session, expectations, layout
from tests.faults.shim import Blind, Plan, Shim
from tests.faults.state import Reader, State, rows

ENDINGS = ("", "-journal", "-wal", "-shm")
OPENED = 5
"""One of so many registers found after a cut is opened by the program as it lies there. In the
others SQLite takes half a save back, and the bytes are held against those that it has opened."""
OPENED_ANEW = 40
"""Of so many older registers found after a cut one is opened, and so brought over, once more."""
SHORT, KEPT = 64, 500
"""Bytes that are their own mark, and marks that are kept for what stands still."""


@dataclass
class Judge:
    """Reads what a cut has left, every part that it has not seen before with the program itself."""

    folder: Path
    old: State
    """What the older register is before it is brought over."""
    new: State
    """And after."""
    reader: Reader = field(default_factory=Reader)
    _grounds: dict[str, Ground] = field(default_factory=dict)
    _known: dict[object, State] = field(default_factory=dict)
    _marks: dict[int, tuple[bytes, bytes]] = field(default_factory=dict)

    def judged(self, left: Layout, expected: Expected) -> list[str]:
        """Give what is lost."""
        lost = []
        for name, heads in expected.heads.items():
            state = self._state(left, name)
            if state.wrong or state.head not in heads:
                lost.append(f"{name}: {state}, not {' or '.join(each[:8] for each in heads)}")
        listed = (name for name in left if FOLDER in name and name.endswith(".vanbok"))
        for name in {*listed, *expected.backups}:
            state = self._backup(left, name)
            if state.wrong and (name in expected.backups or state.head):
                lost.append(f"{name}: {state}")
        return lost

    @property
    def opened(self) -> int:
        """How many different files it has read."""
        return len(self._known)

    def _state(self, left: Layout, name: str) -> State:
        parts = {name + each: left.get(name + each) for each in (*ENDINGS, ".lock")}
        key = (name, *map(self._mark, parts.values()))
        if key not in self._known:
            there = {part: data for part, data in parts.items() if data is not None}
            parent = {} if "/" not in name else {name.rpartition("/")[0]: None}
            path = self._laid(name, {**parent, **there}) / name
            self._known[key] = self._brought(path) if name == str(OLD) else self._read(path)
        return self._known[key]

    def _laid(self, name: str, layout: Layout) -> Path:
        if name not in self._grounds:
            folder = self.folder / str(len(self._grounds))
            folder.mkdir()
            self._grounds[name] = Ground(folder, {})
        self._grounds[name].lay(layout)
        return self._grounds[name].folder

    def _read(self, path: Path) -> State:
        if not path.exists():
            return State()
        state = self.reader.settled(path) if len(self._known) % OPENED else None
        return state or self.reader.opened(path)

    def _brought(self, path: Path) -> State:
        """Tell that it is old or new; now and then open it, which brings it over."""
        try:
            found = rows(path)
        except FAULTS as error:
            return State(wrong=(str(error),))
        if found not in (self.old.rows, self.new.rows):
            return State(wrong=("neither old nor new",))
        if found == self.old.rows and len(self._known) % OPENED_ANEW:
            return self.old
        return self._read(path)

    def _backup(self, left: Layout, name: str) -> State:
        slip = f"{name}.json"
        key = ("backup", self._mark(left.get(name)), self._mark(left.get(slip)))
        if key not in self._known:
            there = {each: left[each] for each in (name, slip) if left.get(each) is not None}
            parent = Path(name).parent
            folder = self._laid(name, {str(parent.parent): None, str(parent): None, **there})
            self._known[key] = self._listed(folder / name)
        return self._known[key]

    def _listed(self, path: Path) -> State:
        """Read a backup that is listed as good; any other has no head."""
        for each in listing(second(path.parent)):
            if each.path == path and each.standing is Standing.GOOD and each.facts is not None:
                state = self.reader.opened(path)
                if sound(each) and state.head == each.facts.head:
                    return state
                return State(head=each.facts.head, wrong=("listed as good, and is not",))
        return State(wrong=("not among the good backups",))

    def _mark(self, data: bytes | None) -> bytes | None:
        if data is None or len(data) < SHORT:
            return data
        known = self._marks.get(id(data))
        if known is None or known[0] is not data:
            known = (data, hashlib.blake2b(data, digest_size=16).digest())
            if len(self._marks) > KEPT:
                self._marks.clear()
            self._marks[id(data)] = known
        return known[1]


class Recorded:
    """A session recorded with the shim, ready to be cut."""

    def __init__(self, folder: Path, work: Callable[[Session], None] = Session.whole_day) -> None:
        """Do the work once; Blind when nothing of it was seen."""
        disk, judging, record = folder / "disk", folder / "judging", folder / "record"
        disk.mkdir()
        judging.mkdir()
        shim = Shim(disk)
        self._layout = layout()
        Ground(disk, self._layout).lay()
        self._folder = str(disk)
        old = new = State(head=_head(disk / OLD), rows=rows(disk / OLD))
        self._first = {
            str(REGISTER / NAME): _head(disk / REGISTER / NAME),
            str(OLD): old.head,
            str(COPY): "",
            str(NEW): "",
        }
        shim.plan(Plan.NOTHING)
        shim.record(record)
        work(Session(disk, shim))
        shim.record(None)
        self.calls = list(calls(record))
        if not any(each.kind == "W" for each in self.calls):
            raise Blind("nothing was seen of the session")
        if any(b'"begin"' in each.one and b"gammalt" in each.one for each in self.calls):
            new = Reader().opened(disk / OLD)
        # What is read from now on is not synced either.
        self.judge = Judge(folder=judging, old=old, new=new)
        shim.watch(judging)

    def cut(self, times: int, seed: int) -> Iterator[list[str]]:
        """Cut the power so many times, and give what each cut has lost."""
        chance = random.Random(seed)
        wanted = Counter(self._moments(times, chance))
        disk = Disk(self._folder, self._layout)
        moments = zip(self.calls, expectations(self.calls, self._first), strict=True)
        for at, (call, expected) in enumerate(moments):
            disk.do(call)
            for _ in range(wanted[at]):
                found = self.judge.judged(disk.after_cut(chance), expected)
                yield [f"seed {seed}, call {at}: {each}" for each in found]

    def _moments(self, times: int, chance: random.Random) -> Iterator[int]:
        """Give moments, half of them spread over the acts and half over the calls."""
        marks = [at for at, call in enumerate(self.calls) if call.kind == "M"]
        begun = {at for at in marks if b'"begin"' in self.calls[at].one}
        spans = [span for span in pairwise(marks) if span[0] in begun]
        for turn in range(times):
            first, last = chance.choice(spans) if turn % 2 else (0, len(self.calls) - 1)
            yield chance.randint(first, last)


def _head(path: Path) -> str:
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT head FROM meta").fetchone()
    return str(found[0])


def power_cuts(
    recorded: Recorded, times: int, seed: int, name: str = "a day's work", step: int = 1000
) -> Iterator[Figure]:
    """Cut so many times, and give a figure for every so many."""
    for part, done in enumerate(range(0, times, step)):
        cases, lost = 0, list[str]()
        for found in recorded.cut(min(step, times - done), seed + part):
            cases += 1
            lost += found
        yield Figure(operation=name, fault="power cut", cases=cases, lost=tuple(lost))
