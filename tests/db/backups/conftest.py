"""A register with a second place, and backups of it on given days."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from db.backups.making import back_up
from db.backups.place import Place, beside, places
from db.change import Insert
from db.store import Store
from tests.db import samples
from tests.db.backups.orders import NOW, order

if TYPE_CHECKING:
    from collections.abc import Callable

    from db.backups.listing import Backup
    from db.backups.making import Outcome


def write(store: Store, times: int = 1, text: str = "Något gjordes.") -> None:
    """Do acts that each add a place."""
    from desktop.domain.registers import Place as Town  # noqa: PLC0415 - a folder has the name here

    for _ in range(times):
        key = store.next_id(Town)
        store.commit(
            samples.act(Insert(Town(id=key, name=f"Ort {key}")), text=text), samples.nothing
        )


def made(outcomes: tuple[Outcome, ...], at: int = 0) -> Backup:
    """The backup of one place, which must be there."""
    found = outcomes[at].backup
    assert found is not None, str(outcomes[at].trouble)
    return found


@dataclass
class Ground:
    """A register that is closed, its folder and a second folder."""

    path: Path
    usb: Path

    @property
    def here(self) -> Place:
        return beside(self.path)

    @property
    def both(self) -> tuple[Place, ...]:
        return places(self.path, self.usb)

    def back_up(self, now=NOW, **watched) -> Backup:
        """Back up beside the register alone."""
        return made(back_up(self.path, [self.here], order(now, **watched)))

    def write(self, times: int = 1, text: str = "Något gjordes.") -> str:
        """Do acts, and give the head after them."""
        with Store.open(self.path) as store:
            write(store, times, text)
            return store.head

    @property
    def head(self) -> str:
        with Store.open(self.path) as store:
            return store.head


@pytest.fixture(scope="session")
def registers(tmp_path_factory) -> Callable[[str], bytes]:
    """The bytes of registers with one event, each made once: with the same uuid, told apart."""
    known: dict[str, bytes] = {}

    def give(name: str) -> bytes:
        if name not in known:
            path = tmp_path_factory.mktemp("made") / "Påhittat.vanbok"
            rows = (*samples.grounds(), *samples.letter(1, bytes(30_000)))
            with Store.create(path, register_uuid=samples.REGISTER, version="0.1.0") as store:
                store.commit(samples.act(*rows), samples.nothing)
            known[name] = path.read_bytes()
        return known[name]

    return give


@pytest.fixture
def new_ground(tmp_path, registers) -> Callable[[str], Ground]:
    def make(name: str) -> Ground:
        folder, usb = tmp_path / name, tmp_path / f"{name}-usb"
        folder.mkdir()
        usb.mkdir()
        path = folder / "Påhittat.vanbok"
        path.write_bytes(registers(name))
        return Ground(path=path, usb=usb)

    return make


@pytest.fixture
def ground(new_ground: Callable[[str], Ground]) -> Ground:
    return new_ground("register")
