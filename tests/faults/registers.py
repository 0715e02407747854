"""The plainly invented registers that the suites save in, each made once in a process."""

from __future__ import annotations

import gzip
from datetime import datetime
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from db.change import Act, Insert
from desktop.domain.casework import Document
from desktop.domain.registers import Place
from desktop.flow.registers import begin, open_register
from tests.db import samples
from tests.flow.coordinator import (
    ASSOCIATIONS,
    FOUNDED,
    FOUNDING,
    GRINDAVIK,
    Clock,
    Coordinator,
    Numbers,
)

if TYPE_CHECKING:
    from db.change import Change
    from db.store import Store

NAME = "Påhittat.vanbok"
NOW = datetime(2026, 3, 2, 14, 30)
STORED = Path(__file__).parents[1] / "db" / "registers"


def clock(now: datetime = NOW) -> Clock:
    """A clock that stands."""
    return Clock(now)


def number(turn: int) -> str:
    """Give the uuid of an act, the same each time that a case is tried."""
    return f"00000000-0000-4000-9000-{turn:012}"


@cache
def desk_ready() -> bytes:
    """A register in which case 1 is to be decided."""
    with TemporaryDirectory(prefix="vanbok-") as made:
        path = Path(made) / NAME
        now = clock(datetime.combine(FOUNDED, NOW.time()))
        desk = begin(path, FOUNDING, clock=now, new_uuid=Numbers())
        coordinator = Coordinator(desk, now)
        for each in ASSOCIATIONS:
            coordinator.does("add_association", place_ids=[GRINDAVIK], **each)
        now.now = NOW
        case = coordinator.registers()
        coordinator.readies(case)
        desk.store.close()
        return path.read_bytes()


@cache
def lived_on(turns: int) -> bytes:
    """The same register so many small acts later."""
    with TemporaryDirectory(prefix="vanbok-") as made:
        path = Path(made) / NAME
        path.write_bytes(desk_ready())
        desk = open_register(path, clock=clock())
        for turn in range(turns):
            save(desk.store, turn)
        desk.store.close()
        return path.read_bytes()


def save(store: Store, turn: int, letter: int = 0) -> None:
    """Do a small act: another place, and a paper of so many bytes when asked."""
    store.commit(small_act(store, turn, letter), samples.nothing)


def small_act(store: Store, turn: int, letter: int = 0) -> Act:
    """Give the act that adds a place; the same turn is the same act."""
    key = store.next_id(Place)
    changes: list[Change] = [Insert(Place(id=key, name=f"Ort {turn}"))]
    if letter:
        changes += samples.letter(store.next_id(Document), bytes(letter), case_id=None)
    return samples.act(*changes, uuid=number(turn), at=NOW)


@cache
def stored(schema: int) -> bytes:
    """The register that the release with this schema wrote."""
    return gzip.decompress((STORED / f"schema{schema}.vanbok.gz").read_bytes())


@cache
def schemas() -> tuple[int, ...]:
    """The schemas of which a register is kept, oldest first."""
    found = (path.name.removeprefix("schema").split(".")[0] for path in STORED.glob("schema*.gz"))
    return tuple(sorted(map(int, found)))
