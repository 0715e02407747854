"""Registers spoilt as disks and copies do it: refused or read, never written, never a crash."""

from __future__ import annotations

import contextlib
import io
import os
import random
import sqlite3
import traceback
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from db.store import Store
from desktop.cli.main import main
from desktop.flow.registers import open_register
from desktop.flow.run import run
from tests.faults.figures import Figure
from tests.faults.ground import Ground
from tests.faults.registers import NAME, clock, desk_ready, number, stored
from tests.faults.saving import ACT
from tests.faults.state import Reader, rows
from tests.faults.telling import Said, Told, heard, tell
from tests.flow.coordinator import Coordinator

PAGE, SECTOR = 4096, 512
HEADER = 100
READINGS = (
    ("cases", "--json"),
    ("visits", "--json"),
    ("budget", "--json"),
    ("networks", "--json"),
    ("projects", "--json"),
    ("plans", "--json"),
    ("contacts", "--json"),
    ("documents", "--json"),
    ("follow-up", "--json"),
    ("report", "--json"),
    ("deadlines", "--json"),
    ("today", "--json"),
    ("guideline",),
    ("search", "kör"),
)
"""Every list that the program shows, as the command line asks for it."""
FEW = 1
"""Of so many lists the short form reads each copy by."""


def sound() -> tuple[bytes, ...]:
    """Give registers to spoil: one with a decision, one with agreements, visits and contacts."""
    with TemporaryDirectory(prefix="vanbok-") as made:
        path = Path(made) / NAME
        path.write_bytes(desk_ready())
        desk = open_register(path, clock=clock())
        decision = Coordinator(desk, clock()).command("decide", {"case": 1}, unbiased=True)
        run(desk, decision, number(ACT))
        desk.store.close()
        decided = path.read_bytes()
        path.write_bytes(stored(3))
        Store.open(path).close()
        return decided, path.read_bytes()


def flipped(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 3, 50))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def cut(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    del data[at if chance.random() < 0.5 else at // PAGE * PAGE :]


def zeroed(data: bytearray, chance: random.Random) -> None:
    size = chance.choice((16, SECTOR, PAGE, 8 * PAGE))
    at = chance.randrange(len(data)) // size * size
    data[at : at + size] = bytes(len(data[at : at + size]))


def swapped(data: bytearray, chance: random.Random) -> None:
    one, two = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE], data[two : two + PAGE] = data[two : two + PAGE], data[one : one + PAGE]


def doubled(data: bytearray, chance: random.Random) -> None:
    one, two = (chance.randrange(len(data) // PAGE) * PAGE for _ in range(2))
    data[one : one + PAGE] = data[two : two + PAGE]


def garbage(data: bytearray, chance: random.Random) -> None:
    size = chance.choice((64, SECTOR, PAGE))
    at = chance.randrange(len(data)) // size * size
    data[at : at + size] = chance.randbytes(len(data[at : at + size]))


def tail(data: bytearray, chance: random.Random) -> None:
    data += chance.randbytes(chance.choice((1, SECTOR, PAGE, 3 * PAGE)))


def header(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 1, 4))):
        data[chance.randrange(HEADER)] ^= 1 << chance.randrange(8)


WAYS: dict[str, Callable[[bytearray, random.Random], None]] = {
    "bits flipped": flipped,
    "cut": cut,
    "zeroed": zeroed,
    "pages swapped": swapped,
    "a page doubled": doubled,
    "garbage": garbage,
    "garbage at its end": tail,
    "header bits flipped": header,
}


def read(path: Path, lists: int | None, chance: random.Random) -> str:
    """Read a register by its lists and checks, as the window and the command line do."""
    chosen = READINGS if lists is None else chance.sample(READINGS, lists)
    for name, *words in (*chosen, ("check",)):
        with (
            contextlib.redirect_stdout(io.StringIO()),
            contextlib.redirect_stderr(io.StringIO()) as said,
        ):
            main([name, str(path), *words])
        if name == "check" and said.getvalue():
            return "refused"
    return "read"


def spoilt(
    folder: Path, times: int, seed: int, *, short: bool, reading: Callable[..., str] = read
) -> Iterator[Figure]:
    """Spoil so many copies in every way, and read each in a process of its own."""
    chance, good = random.Random(seed), sound()
    ground = Ground(folder, {})
    for name, way in WAYS.items():
        cases, lost, false = 0, list[str](), list[str]()
        for turn in range(times // len(WAYS)):
            data = bytearray(good[turn % len(good)])
            way(data, chance)
            spoilt_copy = bytes(data)
            ground.lay({NAME: spoilt_copy})
            told = _apart(lambda: reading(folder / NAME, FEW if short else None, chance))
            cases += 1
            where = f"{name}, seed {seed}, copy {turn}"
            if told.said is not Said.SAVED:
                false.append(f"{where}: {told.words}")
            if (folder / NAME).read_bytes() != spoilt_copy:
                lost.append(f"{where}: its bytes were changed")
        yield Figure(
            operation="open and read",
            fault=name,
            cases=cases,
            lost=tuple(lost),
            false=tuple(false),
        )


def _apart(act: Callable[[], str]) -> Told:
    """Do it in a process of its own, whose crash is heard."""
    mine, its = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            tell(its, Told(said=Said.SAVED, words=act()))
        except BaseException as error:  # noqa: BLE001 - whatever it is, the suite must hear of it
            last = traceback.extract_tb(error.__traceback__)[-1]
            words = f"{type(error).__name__}: {error} in {Path(last.filename).name}:{last.lineno}"
            tell(its, Told(said=Said.CRASH, words=words[:500]))
        os._exit(0)
    os.close(its)
    data = b"".join(iter(lambda: os.read(mine, 65536), b""))
    os.close(mine)
    _, status = os.waitpid(child, 0)
    said = heard(data)
    return said[-1] if said else Told(said=Said.CRASH, words=f"the process died: {status}")


def in_rows(folder: Path, times: int, seed: int) -> Iterator[Figure]:
    """Flip bits that SQLite's quick check is blind to: the full check finds them, or no row has.

    What nothing finds and yet changes a cell would be believed for ever.
    """
    chance, good, reader = random.Random(seed), sound(), Reader()
    path = folder / NAME
    cases, unseen = 0, list[str]()
    wholes = [_rows_of(path, data) for data in good]
    while cases < times:
        which = cases % len(good)
        data = bytearray(good[which])
        at = chance.randrange(HEADER, len(data))
        if not any(data[at - 8 : at + 8]):
            continue
        data[at] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        if not _passes(path):
            continue
        cases += 1
        state = reader.opened(path)
        if not state.wrong and state.rows != wholes[which]:
            unseen.append(f"seed {seed}: a bit at {at} of copy {which} is not seen")
    yield Figure(
        operation="full check",
        fault="bits in rows",
        cases=cases,
        lost=tuple(unseen),
    )


def _rows_of(path: Path, data: bytes) -> str:
    path.write_bytes(data)
    return rows(path)


def _passes(path: Path) -> bool:
    try:
        with closing(sqlite3.connect(path)) as connection:
            return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))
    except (sqlite3.Error, UnicodeDecodeError):
        return False
