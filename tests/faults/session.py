"""A scripted day of work with real files, and what must be on the disk at each moment of it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from db.backups.making import back_up
from db.backups.place import FOLDER
from db.backups.restoring import restore
from db.store import Store
from desktop.flow.registers import open_register
from desktop.flow.run import run
from tests.db.samples import REGISTER as UUID
from tests.faults.backing import REGISTER, USB, both, order
from tests.faults.registers import NAME, NOW, clock, desk_ready, number, save, stored
from tests.flow.coordinator import Coordinator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from tests.faults.ground import Layout
    from tests.faults.record import Call
    from tests.faults.shim import Shim

OLD, NEW, COPY = Path("gammalt") / NAME, Path("nytt") / NAME, REGISTER / "Kopia.vanbok"
SCHEMA = 3
"""The schema of the older register that is brought over."""
LETTER = 20_000
"""Bytes of a paper that is stored with a small act."""


def layout() -> Layout:
    """Give what lies there in the morning."""
    return {
        str(REGISTER): None,
        str(USB): None,
        "gammalt": None,
        "nytt": None,
        str(REGISTER / NAME): desk_ready(),
        str(OLD): stored(SCHEMA),
    }


@dataclass
class Session:
    """The work, which puts into the record when each act began and when it was told as done."""

    folder: Path
    shim: Shim
    restoring: Callable[..., object] = restore
    """How a backup is put back; a control gives another."""

    def saves(self, turns: range) -> None:
        """Save acts, with a paper in every third."""
        with Store.open(self.folder / REGISTER / NAME) as store:
            for turn in turns:
                self._begin(REGISTER / NAME)
                save(store, turn, LETTER if turn % 3 == 0 else 0)
                self._done(REGISTER / NAME, store.head)

    def decides(self) -> None:
        """Decide case 1, with its letter."""
        desk = open_register(self.folder / REGISTER / NAME, clock=clock())
        with desk.store as store:
            decision = Coordinator(desk, clock()).command("decide", {"case": 1}, unbiased=True)
            self._begin(REGISTER / NAME)
            run(desk, decision, number(500))
            self._done(REGISTER / NAME, store.head)

    def backs_up(self, hours: int) -> None:
        """Back up in both places."""
        now = NOW + timedelta(hours=hours)
        for each in back_up(self.folder / REGISTER / NAME, both(self.folder), order(now)):
            assert each.backup is not None, each.trouble
            self._mark(backup=str(each.backup.path.relative_to(self.folder)))

    def restores(self) -> None:
        """Put the first backup back."""
        register = self.folder / REGISTER / NAME
        backup = min((self.folder / REGISTER / FOLDER).glob("*.vanbok"))
        self._begin(REGISTER / NAME)
        self.restoring(register, backup, both(self.folder), order(NOW + timedelta(hours=9)))
        with Store.open(register) as store:
            self._done(REGISTER / NAME, store.head)

    def copies(self) -> None:
        """Save a copy."""
        with Store.open(self.folder / REGISTER / NAME) as store:
            self._begin(COPY)
            store.copy_to(self.folder / COPY)
            self._done(COPY, store.head)

    def brings(self) -> None:
        """Open the register of an earlier release."""
        self._begin(OLD)
        with Store.open(self.folder / OLD) as store:
            self._done(OLD, store.head)

    def creates(self) -> None:
        """Make a new register."""
        self._begin(NEW)
        with Store.create(self.folder / NEW, register_uuid=UUID, version="0.1.0") as store:
            self._done(NEW, store.head)

    def whole_day(self) -> None:
        """Do all of it."""
        self.saves(range(1, 7))
        self.decides()
        self.backs_up(1)
        self.saves(range(7, 10))
        self.restores()
        self.saves(range(10, 13))
        self.copies()
        self.brings()
        self.creates()

    def _begin(self, file: Path) -> None:
        self._mark(begin=str(file))

    def _done(self, file: Path, head: str) -> None:
        self._mark(done=str(file), head=head)

    def _mark(self, **words: str) -> None:
        self.shim.mark(json.dumps(words))


@dataclass
class Expected:
    """What must be there at a moment."""

    heads: dict[str, tuple[str, ...]]
    """The heads that a register may have; an empty head when it may be missing."""
    backups: tuple[str, ...] = ()
    """Backups that were said to be made."""


def expectations(record: list[Call], first: dict[str, str]) -> Iterator[Expected]:
    """Give for each call of a record what must be there when the power goes just after it.

    `first` has the heads in the morning.
    """
    marks = {at: json.loads(call.one) for at, call in enumerate(record) if call.kind == "M"}
    expected = Expected(heads={name: (head,) for name, head in first.items()})
    for at in range(len(record)):
        said = marks.get(at, {})
        if "begin" in said:
            name = said["begin"]
            next_head = next(
                marks[later]["head"]
                for later in sorted(marks)
                if later > at and marks[later].get("done") == name
            )
            expected = _with(expected, name, (*expected.heads[name], next_head))
        elif "done" in said:
            expected = _with(expected, said["done"], (said["head"],))
        elif "backup" in said:
            expected = Expected(heads=expected.heads, backups=(*expected.backups, said["backup"]))
        yield expected


def _with(expected: Expected, name: str, heads: tuple[str, ...]) -> Expected:
    return Expected(heads={**expected.heads, name: heads}, backups=expected.backups)
