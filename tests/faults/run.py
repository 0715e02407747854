"""Jobs started behind the shim, by the tests and by `dev.py faults`."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.faults.figures import Figure, figure
from tests.faults.shim import environment

ROOT = Path(__file__).parents[2]


class Broken(Exception):  # noqa: N818 - it is the job that broke
    """A job that ended in an error; the message is its last words."""


def figures(shim: Path, words: Sequence[str]) -> Iterator[Figure]:
    """Start a job and give its figures as they come; raises Broken."""
    command = [sys.executable, "-m", "tests.faults.worker", *words]
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment(shim),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as job:
        assert job.stdout is not None
        assert job.stderr is not None
        for line in job.stdout:
            yield figure(line)
        trouble = job.stderr.read()
        if job.wait():
            raise Broken(f"{' '.join(words)}: {trouble[-2000:]}")
