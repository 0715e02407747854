"""Backups made, thinned and put back: the good ones stay good, and the register as it was or is."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from db.backups.listing import Standing, listing, sound
from db.backups.making import Order, back_up
from db.backups.occasion import Occasion
from db.backups.place import FOLDER, PART, beside, places
from db.backups.removal import thin
from db.backups.restoring import restore
from db.errors import FileTrouble
from tests.faults.ground import taken
from tests.faults.operation import Operation, Verdict
from tests.faults.registers import NAME, NOW, desk_ready, lived_on
from tests.faults.telling import Said, Told

if TYPE_CHECKING:
    from datetime import datetime

    from db.backups.listing import Backup
    from db.backups.place import Place
    from tests.faults.ground import Layout
    from tests.faults.state import State

REGISTER, USB = Path("register"), Path("usb")
TURNS = 2
"""Acts done since the backup that is put back."""


def order(now: datetime = NOW) -> Order:
    """Give what a backup is to say of itself."""
    return Order(occasion=Occasion.ASKED, now=now, program="0.1.0")


def both(folder: Path) -> tuple[Place, ...]:
    """Give the place beside the register and the second one."""
    return places(folder / REGISTER / NAME, folder / USB)


@cache
def _backed_up() -> Layout:
    """A register with a good backup in both places, and some acts done since."""
    with TemporaryDirectory(prefix="vanbok-") as made:
        folder = Path(made)
        (folder / REGISTER).mkdir()
        (folder / USB).mkdir()
        register = folder / REGISTER / NAME
        register.write_bytes(desk_ready())
        back_up(register, both(folder), order())
        register.write_bytes(lived_on(TURNS))
        return taken(folder)


@dataclass
class Kept(Operation):
    """A register with backups; none of them may be lost."""

    _known: set[str] = field(default_factory=set)

    def layout(self) -> Layout:
        return _backed_up()

    def state(self, folder: Path) -> State:
        return self.reader.opened(folder / REGISTER / NAME)

    def good(self, folder: Path) -> list[Backup]:
        """Give every backup that the program lists as good, in both places."""
        found = [each for place in both(folder) for each in listing(place)]
        return [each for each in found if each.standing is Standing.GOOD]

    def spoilt(self, folder: Path) -> list[str]:
        """Give the backups that are listed as good and are not, read with the full check."""
        wrong = []
        for each in self.good(folder):
            data = each.path.read_bytes()
            state = self.reader.opened(each.path)
            whole = sound(each) and each.path.read_bytes() == data and not state.wrong
            if not whole or each.facts is None or each.facts.head != state.head:
                wrong.append(f"not what its slip says: {each.path.name} {state}")
        return wrong

    def names(self, folder: Path) -> set[str]:
        """Give the names of the good backups."""
        return {str(each.path.relative_to(folder)) for each in self.good(folder)}


class BackUp(Kept):
    """A backup in both places."""

    name = "backup"

    def act(self, folder: Path) -> str | None:
        outcomes = back_up(folder / REGISTER / NAME, both(folder), order(NOW + timedelta(hours=1)))
        trouble = next((each.trouble for each in outcomes if each.trouble is not None), None)
        made = [str(each.backup.path.relative_to(folder)) for each in outcomes if each.backup]
        if trouble is not None and not made:
            raise trouble
        return json.dumps(made)

    def rehearsed(self, folder: Path, told: Told) -> None:
        super().rehearsed(folder, told)
        self._known = {name for name in self.layout() if name.endswith(".vanbok")}
        self._known.discard(str(REGISTER / NAME))
        assert len(json.loads(told.words)) == len(self._known) == 2

    def judge(self, folder: Path, told: Told) -> Verdict:
        verdict = self.held(self.state(folder), replace(told, said=Said.NOTHING))
        names = self.names(folder)
        said = json.loads(told.words) if told.said is Said.SAVED else []
        lost = [*verdict.lost, *self.spoilt(folder), *sorted(self._known - names)]
        false = [f"said to be backed up: {name}" for name in said if name not in names]
        if told.said is Said.CRASH:
            false.append(told.words)
        # Whatever a fault has left, the next backup is made, and sweeps.
        if self.strange(folder):
            lost += self._afterwards(folder)
        return Verdict(lost=tuple(lost), false=tuple(false))

    def _afterwards(self, folder: Path) -> list[str]:
        after = back_up(folder / REGISTER / NAME, both(folder), order(NOW + timedelta(hours=2)))
        lost = [f"afterwards: {each.trouble}" for each in after if each.backup is None]
        return lost + [f"half is left: {path.name}" for path in folder.rglob(f"*{PART}")]


@cache
def _many() -> Layout:
    """A register with fourteen backups in one place, of which four have done their duty."""
    with TemporaryDirectory(prefix="vanbok-") as made:
        folder = Path(made)
        (folder / REGISTER).mkdir()
        (folder / USB).mkdir()
        register = folder / REGISTER / NAME
        register.write_bytes(desk_ready())
        layout: Layout = {}
        for turn in range(14):
            now = NOW + (timedelta(hours=turn) if turn < 5 else timedelta(days=turn))
            back_up(register, [beside(register)], order(now))
            # What making them has already taken away comes back.
            layout |= taken(folder)
        return layout


class Thin(Kept):
    """Old backups taken away when a new one has been verified."""

    name = "thin"

    def layout(self) -> Layout:
        return _many()

    def act(self, folder: Path) -> str | None:
        place = beside(folder / REGISTER / NAME)
        return str(thin(place, _uuid(folder), NOW + timedelta(days=15)))

    def rehearsed(self, folder: Path, told: Told) -> None:
        super().rehearsed(folder, told)
        self._known = self.names(folder)
        assert told.words == "4"
        assert len(self._known) == 10

    def judge(self, folder: Path, told: Told) -> Verdict:
        verdict = self.held(self.state(folder), replace(told, said=Said.NOTHING))
        gone = sorted(self._known - self.names(folder))
        false = (told.words,) if told.said is Said.CRASH else ()
        return Verdict(lost=(*verdict.lost, *gone, *self.spoilt(folder)), false=false)


def _uuid(folder: Path) -> str:
    first = listing(beside(folder / REGISTER / NAME))[0]
    assert first.facts is not None
    return first.facts.register_uuid


class Restore(Kept):
    """The earlier backup put back; what was there is kept."""

    name = "restore"

    def act(self, folder: Path) -> str | None:
        backup = next(iter(sorted((folder / REGISTER / FOLDER).glob("*.vanbok"))))
        register = folder / REGISTER / NAME
        restore(register, backup, both(folder), order(NOW + timedelta(hours=1)))
        return None

    def rehearsed(self, folder: Path, told: Told) -> None:
        super().rehearsed(folder, told)
        self._known = {name for name in self.layout() if name.endswith(".vanbok")}
        self._known.discard(str(REGISTER / NAME))

    def judge(self, folder: Path, told: Told) -> Verdict:
        verdict = self.held(self.state(folder), told)
        lost = [*verdict.lost, *self.spoilt(folder), *sorted(self._known - self.names(folder))]
        heads = {self.state(folder).head}
        heads |= {each.facts.head for each in self.good(folder) if each.facts}
        for path in folder.rglob(f"Undanlagt*/{NAME}"):
            heads.add(self.reader.opened(path).head)
        if not heads >= {self.before.head, self.after.head}:
            lost.append("only one of the two is left")
        if self.strange(folder):
            lost += self._afterwards(folder)
        return Verdict(lost=tuple(lost), false=verdict.false)

    def _afterwards(self, folder: Path) -> list[str]:
        try:
            self.act(folder)
        except FileTrouble as trouble:
            return [f"afterwards: {trouble}"]
        return [] if self.state(folder) == self.after else ["afterwards it is not the backup"]
