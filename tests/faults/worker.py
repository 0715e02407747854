"""A process behind the shim that does one job and says its figures, a line of JSON for each.

Started as `python -m tests.faults.worker JOB WORDS…` with the shim loaded.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from db.header import SCHEMA
from tests.faults import controls
from tests.faults.backing import BackUp, Restore, Thin
from tests.faults.bringing import Migrate
from tests.faults.cuts import Recorded, power_cuts
from tests.faults.damaged import in_rows, spoilt
from tests.faults.figures import Figure
from tests.faults.ground import Ground
from tests.faults.kills import random_kills
from tests.faults.moving import Move, PutBack
from tests.faults.operation import Operation
from tests.faults.registers import schemas
from tests.faults.saving import CopyTo, Create, Decide, Save
from tests.faults.shim import Plan, Shim
from tests.faults.sweep import FAULTS, Sweep

OPERATIONS: dict[str, Callable[[], Operation]] = {
    "save": Save,
    "decide": Decide,
    "create": Create,
    "copy_to": CopyTo,
    **{f"migrate {each}": partial(Migrate, schema=each) for each in schemas() if each < SCHEMA},
    "backup": BackUp,
    "thin": Thin,
    "restore": Restore,
    "move": Move,
    "put_back": PutBack,
}
"""Every way in which the program writes files."""
WRONG: dict[str, tuple[Callable[[], Operation], Plan, int]] = {
    "boaster": (controls.Boaster, Plan.KILL_BEFORE, 3),
    "swallower": (controls.Swallower, Plan.FROM_THERE_ON, 3),
    "overwriter": (controls.Overwriter, Plan.KILL_BEFORE, 1),
    "step by step": (lambda: controls.StepByStep(schema=3), Plan.KILL_BEFORE, 400),
}
"""Operations that are wrong on purpose, the fault that shows it, and every which call it hits."""
CUTS, KILLS = 60, 20
"""How often a wrong day is cut, and a wrong program killed, until it must have shown."""


def sweep(folder: Path, name: str, form: str, share: str = "0/1") -> Iterator[Figure]:
    """Try every fault at the calls of an operation; `share` is which part of them, "1/4"."""
    found = _rehearsed(folder, OPERATIONS[name]())
    which, parts = map(int, share.split("/"))
    for fault in FAULTS:
        numbers = list(found.places(fault, every=form == "long"))[which::parts]
        if numbers:
            yield found.run(fault, numbers)


def _rehearsed(folder: Path, operation: Operation) -> Sweep:
    watched = folder / "disk"
    watched.mkdir()
    return Sweep(operation, Ground(watched, operation.layout()), Shim(watched))


def wrong(folder: Path) -> Iterator[Figure]:
    """Try every program that is wrong on purpose; each figure must have found something."""
    for name, (make, plan, every) in WRONG.items():
        found = _rehearsed(_apart(folder, name), make())
        fault = next(each for each in FAULTS if each.plan is plan)
        yield found.run(fault, range(1, len(found.calls) + 1, every))
    days = {each: controls.saving_with(each) for each in controls.SETTINGS}
    days["restore by writing over"] = controls.restoring_carelessly
    for name, work in days.items():
        yield from power_cuts(Recorded(_apart(folder, name), work), CUTS, 1, name)
    boasting = random_kills(_apart(folder, "kills"), KILLS, 1, controls.BoastingSaver)
    yield replace(next(boasting), operation="saving, said too early")
    for reading in (controls.reading_and_writing, controls.reading_and_crashing):
        spoiling = spoilt(_apart(folder, reading.__name__), 8, 1, short=True, reading=reading)
        yield replace(next(spoiling), operation=reading.__name__.replace("_", " "))


def _apart(folder: Path, name: str) -> Path:
    made = folder / name
    made.mkdir()
    return made


def blind(folder: Path) -> Iterator[Figure]:
    """Sweep what the shim does not watch."""
    shim, operation = Shim(folder / "elsewhere"), Save()
    (folder / "disk").mkdir()
    sweeping = Sweep(operation, Ground(folder / "disk", operation.layout()), shim)
    yield sweeping.run(FAULTS[0], [1])


def cuts(folder: Path, times: str, seed: str) -> Iterator[Figure]:
    """Cut the power so many times in the midst of a day's work."""
    yield from power_cuts(Recorded(folder), int(times), int(seed))


def same_day(folder: Path, times: str, seed: str) -> Iterator[Figure]:
    """Cut the power in the day of the wrong settings, which is done with our own."""
    day = Recorded(folder, controls.saving)
    yield from power_cuts(day, int(times), int(seed), "our own settings")


def kills(folder: Path, times: str, seed: str) -> Iterator[Figure]:
    """Kill so many times at random moments."""
    Shim(folder)
    yield from random_kills(folder, int(times), int(seed))


def damaged(folder: Path, times: str, seed: str, form: str) -> Iterator[Figure]:
    """Spoil so many copies and read them."""
    yield from spoilt(folder, int(times), int(seed), short=form == "short")


def damaged_rows(folder: Path, times: str, seed: str) -> Iterator[Figure]:
    """Flip bits that the quick check is blind to."""
    yield from in_rows(folder, int(times), int(seed))


JOBS: dict[str, Callable[..., Iterator[Figure]]] = {
    "sweep": sweep,
    "wrong": wrong,
    "blind": blind,
    "same-day": same_day,
    "cuts": cuts,
    "kills": kills,
    "damaged": damaged,
    "rows": damaged_rows,
}


def main(job: str, *words: str) -> None:
    """Do a job in a folder of its own."""
    with TemporaryDirectory(prefix="vanbok-", ignore_cleanup_errors=True) as made:
        for figure in JOBS[job](Path(made).resolve(), *words):
            print(figure.line(), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
