"""Kills that come when nobody expects them: at random moments of saving, deciding and the rest."""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from db.store import Store
from tests.faults.backing import BackUp, Restore
from tests.faults.bringing import Migrate
from tests.faults.figures import Figure
from tests.faults.ground import Ground
from tests.faults.operation import Operation
from tests.faults.registers import NAME, desk_ready, save
from tests.faults.saving import Decide
from tests.faults.state import Reader
from tests.faults.telling import Said, Told, doing, heard, tell

TURNS, FEW = 12, 8
"""Acts that a program saves before it stops by itself, and after how many a kill may come."""
LETTER = 20_000
"""Bytes of a paper in every third of them."""
LONGER = 1.2
"""Some kills come when all is done."""
OTHERS: tuple[Callable[[], Operation], ...] = (
    Decide,
    BackUp,
    Restore,
    lambda: Migrate(schema=3),
)
SHARE = 5
"""Of so many kills one befalls something else than saving."""


class Saver:
    """Saves one act after the other, and says the turn after each."""

    def __init__(self, folder: Path) -> None:
        """Do it all once, to know each head on the way and how long it takes."""
        self.ground = Ground(folder, {NAME: desk_ready()})
        self.path = folder / NAME
        self.reader = Reader()
        self.ground.lay()
        self.heads: list[str] = []
        start = time.perf_counter()
        with Store.open(self.path) as store:
            self.heads.append(store.head)
            for turn in range(TURNS):
                save(store, turn, LETTER if turn % 3 == 0 else 0)
                self.heads.append(store.head)
        self.length = time.perf_counter() - start

    def __call__(self, say: Callable[[int], object]) -> None:
        """Save."""
        with Store.open(self.path) as store:
            for turn in range(TURNS):
                self.saves(store, turn, say)

    def saves(self, store: Store, turn: int, say: Callable[[int], object]) -> None:
        """Save one act, and say so."""
        save(store, turn, LETTER if turn % 3 == 0 else 0)
        say(turn + 1)

    def killed(self, chance: random.Random) -> list[str]:
        """Kill it some acts on, at any moment of the next two, and give what is lost."""
        self.ground.lay()
        said = _killed(
            lambda its: self(lambda turn: tell(its, Told(said=Said.SAVED, words=str(turn)))),
            chance.uniform(0, 2 * self.length / TURNS),
            chance.randrange(FEW),
        )
        told = int(said[-1].words) if said else 0
        state = self.reader.opened(self.path)
        if state.wrong or state.head not in self.heads:
            return [f"after {told} acts: {state}"]
        found = self.heads.index(state.head)
        return [] if found in (told, told + 1) else [f"{told} said to be saved, {found} there"]


def _killed(act: Callable[[int], object], after: float, words: int = 0) -> list[Told]:
    """Do it in a process of its own, and kill that so long after it has said so many words."""
    mine, its = os.pipe()
    child = os.fork()
    if child == 0:
        act(its)
        os._exit(0)
    os.close(its)
    data = b""
    while data.count(b"\n") < words and (more := os.read(mine, 65536)):
        data += more
    time.sleep(after)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    data += b"".join(iter(lambda: os.read(mine, 65536), b""))
    os.close(mine)
    return heard(data)


class Other:
    """Any other operation, killed once in its course."""

    def __init__(self, operation: Operation, folder: Path) -> None:
        """Do it once, to know what it comes to and how long it takes."""
        self.operation = operation
        self.ground = Ground(folder, operation.layout())
        self.ground.lay()
        operation.before = operation.state(folder)
        self.ground.lay()
        start = time.perf_counter()
        told = doing(lambda: operation.act(folder))
        self.length = time.perf_counter() - start
        operation.rehearsed(folder, told)

    def killed(self, after: float) -> tuple[str, ...]:
        """Kill it after so many seconds, and give what is lost."""
        self.ground.lay()
        folder, operation = self.ground.folder, self.operation
        said = _killed(lambda its: tell(its, doing(lambda: operation.act(folder))), after)
        verdict = operation.judge(folder, said[-1] if said else Told(said=Said.NOTHING))
        return (*verdict.lost, *verdict.false)


def random_kills(
    folder: Path, times: int, seed: int, saver: Callable[[Path], Saver] = Saver
) -> Iterator[Figure]:
    """Kill so many times, most of them in the midst of saving."""
    chance = random.Random(seed)
    main = saver(_new(folder, "save"))
    many = times - times // SHARE
    lost = [each for _ in range(many) for each in main.killed(chance)]
    yield Figure(operation="saving on and on", fault="random SIGKILL", cases=many, lost=tuple(lost))
    for at, make in enumerate(OTHERS):
        one = Other(make(), _new(folder, str(at)))
        share = times // SHARE // len(OTHERS)
        found = [each for _ in range(share) for each in one.killed(_when(chance, one.length))]
        yield Figure(
            operation=one.operation.name, fault="random SIGKILL", cases=share, lost=tuple(found)
        )


def _when(chance: random.Random, length: float) -> float:
    return chance.uniform(0, LONGER * length)


def _new(folder: Path, name: str) -> Path:
    made = folder / name
    made.mkdir()
    return made
