"""Programs that are wrong on purpose: a suite that finds nothing in them is blind."""

from __future__ import annotations

import os
import shutil
import signal
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from db import connection as settings
from db import migrations, transaction
from db.errors import NotSaved
from db.store import Store
from tests.faults.backing import Restore, both, order
from tests.faults.bringing import Migrate
from tests.faults.kills import LETTER, Saver
from tests.faults.registers import NAME, save
from tests.faults.saving import Save

if TYPE_CHECKING:
    from tests.faults.session import Session

SETTINGS = {
    "DELETE and FULL": ("DELETE", "FULL"),
    "TRUNCATE and OFF": ("TRUNCATE", "OFF"),
    "WAL and NORMAL": ("WAL", "NORMAL"),
}
"""Journal modes and syncing that lose acts when the power goes."""


@contextmanager
def _instead(owner: Any, name: str, value: object) -> Iterator[None]:
    kept = getattr(owner, name)
    setattr(owner, name, value)
    try:
        yield
    finally:
        setattr(owner, name, kept)


def saving_with(name: str) -> Callable[[Session], None]:
    """Give a day of saving with other settings than ours."""
    mode, syncing = SETTINGS[name]

    def work(session: Session) -> None:
        others = [
            each for each in settings._DURABLE if "journal" not in each and "sync" not in each
        ]
        pragmas = (*others, f"PRAGMA journal_mode = {mode}", f"PRAGMA synchronous = {syncing}")
        unasked = _instead(settings, "_require_journal", lambda _connection: None)
        with _instead(settings, "_DURABLE", pragmas), unasked:
            session.saves(range(1, 10))

    return work


def saving(session: Session) -> None:
    """Do the same day with our own settings, which must lose nothing."""
    session.saves(range(1, 10))


def restoring_carelessly(session: Session) -> None:
    """Put a backup back by writing over the register."""
    session.restoring = _written_over
    session.backs_up(1)
    session.saves(range(1, 4))
    session.restores()
    session.saves(range(4, 6))


def _written_over(register: Path, backup: Path, *_: object) -> None:
    shutil.copyfile(backup, register)


class Boaster(Save):
    """Says that the act is saved just before it is."""

    name = "save (says so before COMMIT)"

    def act(self, folder: Path) -> str | None:
        real = transaction._commit

        def commit(*words: Any) -> None:
            self.say()
            real(*words)

        with _instead(transaction, "_commit", commit):
            return super().act(folder)


class BoastingSaver(Saver):
    """Says that each act is saved before it is."""

    def saves(self, store: Store, turn: int, say: Callable[[int], object]) -> None:
        say(turn + 2)
        save(store, turn, LETTER)


class Swallower(Save):
    """Takes a full disk for nothing worth telling."""

    name = "save (swallows a full disk)"

    def act(self, folder: Path) -> str | None:
        with suppress(NotSaved):
            super().act(folder)
        return None


class Overwriter(Restore):
    """Puts a backup back by writing over the register."""

    name = "restore (writes over)"

    def act(self, folder: Path) -> str | None:
        backup = min(path for place in both(folder) for path in place.folder.glob("*.vanbok"))
        _written_over(folder / "register" / NAME, backup, order())
        return None

    def spoilt(self, folder: Path) -> list[str]:
        return []


class StepByStep(Migrate):
    """Brings a register over one statement at a time."""

    @property
    def name(self) -> str:
        return "migrate (step by step)"

    def act(self, folder: Path) -> str | None:
        with _instead(migrations, "_walk", _stepping):
            return super().act(folder)


def _stepping(
    connection: sqlite3.Connection, _path: Path, way: Sequence[migrations.Step], _fresh: object
) -> None:
    for step in way:
        for statement in migrations.statements(step.sql):
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version = {step.target:d}")


def reading_and_writing(path: Path, *_: object) -> str:
    """Read a register and leave a mark in it."""
    with path.open("ab") as file:
        file.write(b"\0")
    return "read"


def reading_and_crashing(path: Path, *_: object) -> str:
    """Read a register and fall over it."""
    os.kill(os.getpid(), signal.SIGSEGV)
    return str(path)
