"""A register moved to another folder, and its name given back after another took it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db.moving import move
from db.rescue import put_back
from db.store import Store
from tests.faults.backing import order
from tests.faults.operation import Operation, Verdict
from tests.faults.registers import NAME, NOW, desk_ready, lived_on, save
from tests.faults.state import State
from tests.faults.telling import Said, Told

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.ground import Layout

TURNS = 3
"""Acts of the file that took the name."""


@dataclass
class PutBack(Operation):
    """A register whose name another file took while it was open, put back in its place."""

    name = "put_back"
    _open: list[Store] = field(default_factory=list)

    def layout(self) -> Layout:
        return {NAME: desk_ready(), "other": lived_on(TURNS)}

    def begin(self, folder: Path) -> None:
        store = Store.open(folder / NAME)
        save(store, 1)
        (folder / "other").replace(folder / NAME)
        self._open[:] = [store]

    def act(self, folder: Path) -> str | None:
        put_back(self._open[0], NOW)
        return None

    def state(self, folder: Path) -> State:
        return self.reader.opened(folder / NAME)

    def rehearsed(self, folder: Path, told: Told) -> None:
        # What it begins with is what has the name then.
        (folder / "other.vanbok").write_bytes(lived_on(TURNS))
        self.before = self.reader.opened(folder / "other.vanbok")
        super().rehearsed(folder, told)

    def judge(self, folder: Path, told: Told) -> Verdict:
        verdict = self.held(self.state(folder), told)
        kept = {self.reader.opened(path) for path in folder.glob("*.vanbok")}
        lost = () if self.before in kept else ("what had the name is gone",)
        return Verdict(lost=(*verdict.lost, *lost), false=verdict.false)


@dataclass
class Move(Operation):
    """A register moved: at every moment one of the two is whole and has the name."""

    name = "move"

    def layout(self) -> Layout:
        return {"from": None, "to": None, f"from/{NAME}": lived_on(1)}

    def act(self, folder: Path) -> str | None:
        moved = move(folder / "from" / NAME, folder / "to", order())
        return None if moved.former is None else "former"

    def state(self, folder: Path) -> State:
        return self.reader.opened(folder / "to" / NAME)

    def rehearsed(self, folder: Path, told: Told) -> None:
        self.before = State()
        super().rehearsed(folder, told)

    def judge(self, folder: Path, told: Told) -> Verdict:
        there = {
            name: self.reader.opened(folder / name / NAME)
            for name in ("from", "to")
            if (folder / name / NAME).exists()
        }
        lost = [f"{name}: {state}" for name, state in there.items() if state != self.after]
        if not there:
            lost.append("no file has the name")
        false = [told.words] if told.said is Said.CRASH else []
        if told.said is Said.SAVED and "to" not in there:
            false.append("said to be moved, and is not")
        # A disk that takes nothing away again keeps a whole copy more, which is harmless.
        allowed = (["from"], ["from", "to"]) if self.sticky else (["from"],)
        if told.said is Said.NOT_SAVED and list(there) not in allowed:
            false.append(f"said not to be moved: {told.words}, and is in {' and '.join(there)}")
        return Verdict(lost=tuple(lost), false=tuple(false))
