"""`python3 dev.py faults`: every fault suite, in its short form or as before a release.

Says how far it has come, and ends with a table; the exit code is 1 when something was lost, said
falsely, or not found in a control.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.faults.figures import Figure, table
from tests.faults.run import Broken, figures
from tests.faults.shim import compiled, unfit
from tests.faults.test_sweep import PARTS

LONG_PARTS = {"restore": 8, "backup": 6, "migrate 1": 8, "migrate 3": 6, "decide": 2, "move": 4}
"""Parts that the calls of the heavier operations are tried in, one process for each."""


@dataclass(frozen=True, kw_only=True)
class Job:
    """One process behind the shim."""

    words: tuple[str, ...]
    """What it is told to do."""
    control: bool = False
    """True when it must find something."""


def jobs(*, long: bool) -> list[Job]:
    """Give what is to be done; the controls first, since without them the rest is worth nothing."""
    found = [Job(words=("wrong",), control=True)]
    turn = range(1, 21)
    if not long:
        found += [
            Job(words=("sweep", name, "short", f"0/{parts}")) for name, parts in PARTS.items()
        ]
        found += [Job(words=("cuts", "1500", seed)) for seed in ("1", "100")]
        found += [Job(words=("kills", "100", seed)) for seed in ("1", "2")]
        return [*found, Job(words=("damaged", "200", "1", "short")), Job(words=("rows", "40", "1"))]
    found += [Job(words=("cuts", "10000", str(1000 * seed))) for seed in turn]
    found += [Job(words=("kills", "500", str(seed))) for seed in turn]
    for name in PARTS:
        parts = LONG_PARTS.get(name, 1)
        found += [Job(words=("sweep", name, "long", f"{part}/{parts}")) for part in range(parts)]
    found += [Job(words=("damaged", "256", str(seed), "long")) for seed in range(1, 9)]
    return found + [Job(words=("rows", "250", str(seed))) for seed in range(1, 5)]


def done(shim: Path, job: Job) -> list[Figure]:
    """Do a job; one that broke, and a control that found nothing, counts as a false word."""
    try:
        found = list(figures(shim, job.words))
    except Broken as broken:
        return [_missed(job, str(broken))]
    if not job.control:
        return found
    return [_control(each) for each in found]


def _control(figure: Figure) -> Figure:
    """Give what a control comes to: nothing when it has found something."""
    blind = () if figure.lost or figure.false else ("the control found nothing",)
    return replace(figure, fault=f"control: {figure.fault}", lost=(), false=blind)


def _missed(job: Job, words: str) -> Figure:
    return Figure(operation=job.words[0], fault=job.words[-1], cases=0, false=(words,))


def together(found: list[Figure]) -> list[Figure]:
    """Put the figures of the same operation and fault together, in the order they came."""
    sums: dict[tuple[str, str], Figure] = {}
    for each in found:
        key = each.operation, each.fault
        before = sums.get(key, replace(each, cases=0, lost=(), false=()))
        sums[key] = replace(
            before,
            cases=before.cases + each.cases,
            lost=before.lost + each.lost,
            false=before.false + each.false,
        )
    return list(sums.values())


def main(arguments: list[str]) -> int:
    """Do all of it, as many jobs at a time as there are processors."""
    parser = argparse.ArgumentParser(prog="dev.py faults", allow_abbrev=False)
    parser.add_argument("--long", action="store_true", help="as before a release")
    parser.add_argument("--only", default="", metavar="JOB", help="sweep, cuts, kills, damaged …")
    asked = parser.parse_args(arguments)
    if why := unfit():
        print(why, file=sys.stderr)
        return 1
    start = time.monotonic()
    wanted = [
        each
        for each in jobs(long=asked.long)
        if not asked.only or " ".join(each.words).startswith(asked.only)
    ]
    found: list[Figure] = []
    with TemporaryDirectory(prefix="vanbok-") as made, ThreadPoolExecutor(os.cpu_count()) as pool:
        shim = compiled(Path(made))
        coming = pool.map(lambda job: (job, done(shim, job)), wanted)
        for number, (job, came) in enumerate(coming, start=1):
            found += came
            print(_line(f"{number}/{len(wanted)}", job, came, time.monotonic() - start), flush=True)
    print()
    print(table(together(found)))
    return 1 if any(each.lost or each.false for each in found) else 0


def _line(turn: str, job: Job, came: list[Figure], seconds: float) -> str:
    cases = sum(each.cases for each in came)
    lost, false = (sum(len(getattr(each, what)) for each in came) for what in ("lost", "false"))
    minutes, rest = divmod(int(seconds), 60)
    said = f"{cases} cases, {lost} lost, {false} false"
    what = "control " if job.control else ""
    return f"{minutes:3}:{rest:02} {turn} {what}{' '.join(job.words)}: {said}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
