"""Acts saved in an open register, and files made of it: create, save, decide, copy."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from db.errors import FileTrouble, NotSaved, Unsure
from db.store import Store
from desktop.flow.registers import open_register
from desktop.flow.run import run
from tests.db.samples import REGISTER
from tests.faults.operation import Operation, Verdict
from tests.faults.registers import NAME, clock, desk_ready, lived_on, number, save
from tests.faults.state import State
from tests.faults.telling import Said, Told
from tests.flow.coordinator import Coordinator

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.ground import Layout

ACT = 900


class Saving(Operation):
    """An act in a register that is open; one that nobody is sure of is looked up by its uuid."""

    heavy = False

    def layout(self) -> Layout:
        return {NAME: desk_ready()}

    def act(self, folder: Path) -> str | None:
        with Store.open(folder / NAME) as store:
            self.surely(store, lambda: save(store, ACT))
        return None

    def surely(self, store: Store, commit: Callable[[], object]) -> None:
        """Do the act; one that nobody is sure of is looked up, as a person is told to."""
        try:
            commit()
        except Unsure as unsure:
            try:
                done = store.event_by_uuid(number(ACT))
            except FileTrouble:
                raise unsure from None
            if done is None:
                commit()
        except NotSaved:
            if not self.patient:
                raise
            commit()

    def judge(self, folder: Path, told: Told) -> Verdict:
        verdict = super().judge(folder, told)
        left = sorted(path.name for path in folder.iterdir() if path.name != NAME)
        return Verdict(lost=(*verdict.lost, *left), false=verdict.false)


class Save(Saving):
    """A small act."""

    name = "save"


class Decide(Saving):
    """A decision made as the window makes it, with its letter drawn and stored."""

    name = "decide"

    def act(self, folder: Path) -> str | None:
        desk = open_register(folder / NAME, clock=clock())
        with desk.store as store:
            decision = Coordinator(desk, clock()).command("decide", {"case": 1}, unbiased=True)
            self.surely(store, lambda: run(desk, decision, number(ACT)))
        return None


class Create(Operation):
    """A new register: all of it or nothing under its name.

    One that was made and could not be opened at once is there, empty: nothing was typed in it.
    """

    name = "create"

    def layout(self) -> Layout:
        return {}

    def act(self, folder: Path) -> str | None:
        Store.create(folder / NAME, register_uuid=REGISTER, version="0.1.0").close()
        return None

    def state(self, folder: Path) -> State:
        return self.reader.opened(folder / NAME) if (folder / NAME).exists() else State()

    def held(self, state: State, told: Told) -> Verdict:
        return super().held(state, _only_if_saved(told))


@dataclass
class CopyTo(Operation):
    """A copy saved over an older copy; the register itself stays as it is.

    A copy that is whole and may yet lose its name, because the folder was not synced, counts as
    none: it is not said to be made.
    """

    name = "copy_to"

    def layout(self) -> Layout:
        return {NAME: lived_on(2), "Kopia.vanbok": desk_ready()}

    def act(self, folder: Path) -> str | None:
        with Store.open(folder / NAME) as store:
            store.copy_to(folder / "Kopia.vanbok")
        return None

    def state(self, folder: Path) -> State:
        return self.reader.opened(folder / "Kopia.vanbok")

    def judge(self, folder: Path, told: Told) -> Verdict:
        verdict = self.held(self.state(folder), _only_if_saved(told))
        kept = self.reader.opened(folder / NAME)
        if kept != self.after:
            return Verdict(lost=(*verdict.lost, f"the register: {kept}"), false=verdict.false)
        return verdict


def _only_if_saved(told: Told) -> Told:
    """Hear only that it was saved, or a crash: of the rest nothing is claimed."""
    return replace(told, said=Said.NOTHING) if told.said is Said.NOT_SAVED else told
