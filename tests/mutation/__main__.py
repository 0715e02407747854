"""Tell how many small errors in desktop/domain and desktop/flow the tests would notice.

python -m tests.mutation                              every mutant; a night's work
python -m tests.mutation --sample 600 'desktop/flow/*'   so many, evenly drawn
python -m tests.mutation --again                      those that were not noticed last time
python -m tests.mutation --list 'desktop/domain/dates.py'   only name them
python -m tests.mutation … -- tests/domain -k pot      with these arguments for pytest

python -m tests.mutation --summary                    how it went last time

The results are kept in .mutants/results.jsonl. What is changed, and what is not, is told in
tests/mutation/mutators.py. A slow test (marked so) is not asked.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import sys
import tempfile
from collections import Counter, defaultdict
from dataclasses import asdict
from fnmatch import fnmatch
from typing import TYPE_CHECKING

import pytest

from tests.mutation.running import KEPT, PACKAGES, Chosen, Runner, Verdict, every_mutant

if TYPE_CHECKING:
    from collections.abc import Iterable

RESULTS = KEPT / "results.jsonl"
NOTICED = ("killed", "timeout")
MISSED = ("survived", "untested")
TESTS = ["tests/domain", "tests/flow", "tests/guidelines"]
QUIETLY = ["-q", "-s", "--tb=no", "-p", "no:cacheprovider", "-m", "not slow"]
QUIETLY += ["--hypothesis-profile=mutants", "-o", "tmp_path_retention_policy=none"]
WEAKEST = 15
"""Modules named in the summary."""


def main(words: list[str]) -> int:
    """Run what is asked for and say how it went."""
    end = words.index("--") if "--" in words else len(words)
    tests = words[end + 1 :] or TESTS
    options = _options().parse_args(words[:end])
    if options.summary:
        print(summary(read().values()))
        return 0
    chosen = choose(options, read() if options.again else {})
    if options.list:
        print("\n".join(each.name for each in chosen))
        return 0
    KEPT.mkdir(exist_ok=True)
    if not (options.again or options.more):
        RESULTS.write_text("", encoding="utf-8")
    runner = Runner(chosen, keep=keep, most=options.most, jobs=options.jobs)
    with tempfile.TemporaryDirectory(prefix="mutants-") as folder:
        os.environ["PYTEST_DEBUG_TEMPROOT"] = folder
        code = pytest.main([*QUIETLY, *tests], plugins=[runner])
    print(summary(read().values()))
    return 0 if runner.done == len(chosen) else int(code) or 1


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tests.mutation",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("patterns", nargs="*", help="modules, as desktop/domain/rules/*")
    parser.add_argument("--sample", type=int, help="how many to draw")
    parser.add_argument("--seed", type=int, default=6, help="what they are drawn by")
    parser.add_argument("--jobs", type=int, default=1, help="how many at once")
    parser.add_argument("--most", type=float, default=60, help="seconds of tests for each mutant")
    parser.add_argument("--again", action="store_true", help="those not noticed last time")
    parser.add_argument("--more", action="store_true", help="add to the results of last time")
    parser.add_argument("--summary", action="store_true", help="only say how it went last time")
    parser.add_argument("--list", action="store_true", help="name them and do no more")
    return parser


def choose(options: argparse.Namespace, kept: dict[str, Verdict]) -> list[Chosen]:
    """Give the mutants that are asked for."""
    found = [
        each
        for each in every_mutant()
        if not options.patterns or any(fnmatch(each.path, one) for one in options.patterns)
    ]
    if options.again:
        left = {name for name, each in kept.items() if each.state in MISSED}
        found = [each for each in found if each.name in left]
    if options.sample is not None and options.sample < len(found):
        # In the order they were drawn, so that what is done when one stops is a sample too.
        found = random.Random(options.seed).sample(found, options.sample)
    return found


def read() -> dict[str, Verdict]:
    """Give the last verdict on every mutant that was tried."""
    found = {}
    for line in RESULTS.read_text(encoding="utf-8").splitlines():
        each = json.loads(line)
        verdict = Verdict(**each | {"mutant": Chosen(**each["mutant"])})
        found[verdict.mutant.name] = verdict
    return found


def keep(verdict: Verdict) -> None:
    """Add a verdict to the results."""
    with RESULTS.open("a", encoding="utf-8") as file:
        print(json.dumps(asdict(verdict), ensure_ascii=False), file=file)


def interval(noticed: int, tried: int) -> tuple[float, float]:
    """Give Wilson's 95 per cent interval of a share."""
    z = 1.96
    share = noticed / tried
    middle = share + z * z / (2 * tried)
    room = z * math.sqrt(share * (1 - share) / tried + z * z / (4 * tried * tried))
    whole = 1 + z * z / tried
    return (middle - room) / whole, (middle + room) / whole


def summary(verdicts: Iterable[Verdict]) -> str:
    """Give the score of each package and its weakest modules."""
    lines = []
    states: dict[str, Counter[str]] = defaultdict(Counter)
    for each in verdicts:
        states[each.mutant.path][each.state] += 1
        for package in PACKAGES:
            if each.mutant.path.startswith(f"{package}/"):
                states[package][each.state] += 1
    for package in (each for each in PACKAGES if each in states):
        lines.append(_scored(package, states[package]))
        inside = [each for each in states if each.startswith(f"{package}/")]
        weakest = sorted(inside, key=lambda each: -_missed(states[each]))[:WEAKEST]
        lines += [f"    {_scored(each, states[each])}" for each in weakest if _missed(states[each])]
    return "\n".join(lines)


def _missed(counted: Counter[str]) -> int:
    return sum(counted[each] for each in MISSED)


def _scored(name: str, counted: Counter[str]) -> str:
    tried = counted.total() - counted["unfit"] - counted["settled"]
    if not tried:
        return f"{name}: nothing could be tried"
    noticed = sum(counted[each] for each in NOTICED)
    low, high = interval(noticed, tried)
    parts = ", ".join(f"{number} {state}" for state, number in sorted(counted.items()))
    return f"{name}: {noticed / tried:.1%} noticed ({low:.1%}–{high:.1%}) of {tried}: {parts}"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
