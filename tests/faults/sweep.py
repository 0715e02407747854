"""Every call of an operation made to fail, be cut short or be the last, one case for each."""

from __future__ import annotations

import errno
import gc
import os
import select
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.figures import Figure
from tests.faults.ground import Ground
from tests.faults.record import Call, calls
from tests.faults.shim import Blind, Plan, Shim
from tests.faults.telling import Said, Told, doing, heard, tell

if TYPE_CHECKING:
    from tests.faults.operation import Operation

PATIENCE = 120.0
"""Seconds after which an operation hangs."""
FEW, STRIDE = 8, 24
"""In a run of more writes in one file the short form takes the two at its ends with every fault,
and every so many in between with some: they differ only in how much is written."""


@dataclass(frozen=True, kw_only=True)
class Fault:
    """One kind of fault."""

    name: str
    """What it is called in the table."""
    plan: Plan
    """What happens."""
    error: int = 0
    """The error that the call gives."""
    patient: bool = False
    """True when the act is tried again at once."""
    bulk: bool = False
    """True when the short form tries it in the midst of long runs of writes too."""
    turn: int | None = None
    """Of a heavy operation the short form tries it at every other call, odd or even."""


FAULTS = (
    Fault(name="kill before", plan=Plan.KILL_BEFORE, bulk=True),
    Fault(name="kill after", plan=Plan.KILL_AFTER),
    Fault(name="torn + kill", plan=Plan.TORN, bulk=True),
    Fault(name="ENOSPC once", plan=Plan.ONCE, error=errno.ENOSPC, patient=True, turn=0),
    Fault(name="EIO once", plan=Plan.ONCE, error=errno.EIO, turn=1),
    Fault(name="ENOSPC sticky", plan=Plan.FROM_THERE_ON, error=errno.ENOSPC, bulk=True, turn=1),
    Fault(name="EIO sticky", plan=Plan.FROM_THERE_ON, error=errno.EIO, turn=0),
)


class Sweep:
    """An operation rehearsed once and then tried with a fault at each of its calls."""

    def __init__(self, operation: Operation, ground: Ground, shim: Shim) -> None:
        """Rehearse it; Blind when the shim sees nothing, or not the same twice."""
        self.operation, self.ground, self.shim = operation, ground, shim
        self._warm()
        record = ground.folder.with_name("record")
        ground.lay()
        told = self._tried(replace(FAULTS[0], plan=Plan.NOTHING), 0, record)
        self.calls = [each for each in calls(record) if each.counted]
        if not self.calls or _marked(record) != len(self.calls):
            raise Blind(f"{len(self.calls)} calls seen in {operation.name}")
        operation.rehearsed(ground.folder, told)

    def _warm(self) -> None:
        """Do it once here, so that every module is loaded before the first fork."""
        self.ground.lay()
        self.shim.plan(Plan.NOTHING)
        self.operation.before = self.operation.state(self.ground.folder)
        self.ground.lay()
        self.operation.begin(self.ground.folder)
        told = doing(lambda: self.operation.act(self.ground.folder))
        assert told.said is Said.SAVED, told
        gc.collect()
        gc.freeze()

    def places(self, fault: Fault, *, every: bool) -> Iterator[int]:
        """Give the numbers of the calls that a fault is tried at."""
        for number, call in enumerate(self.calls, start=1):
            if fault.plan is Plan.TORN and (call.kind != "W" or len(call.one) < 2):
                continue
            # After a call is the same as before the next.
            last = fault.plan is not Plan.KILL_AFTER or number == len(self.calls)
            skipped = self.operation.heavy and fault.turn not in (None, number % 2)
            if every or (last and not skipped and self._telling(number - 1, bulk=fault.bulk)):
                yield number

    def _telling(self, at: int, *, bulk: bool) -> bool:
        first = last = at
        while first > 0 and _same_run(self.calls[first - 1], self.calls[at]):
            first -= 1
        while last + 1 < len(self.calls) and _same_run(self.calls[last + 1], self.calls[at]):
            last += 1
        return last - first < FEW or at in (first, last) or (bulk and (at - first) % STRIDE == 0)

    def run(self, fault: Fault, numbers: Sequence[int]) -> Figure:
        """Try a fault at these calls."""
        lost: list[str] = []
        false: list[str] = []
        for number in numbers:
            self.ground.lay()
            told = self._tried(fault, number)
            self.operation.sticky = fault.plan is Plan.FROM_THERE_ON
            verdict = self.operation.judge(self.ground.folder, told)
            where = f"{self.operation.name}, {fault.name} at {number} ({self.words(number)})"
            lost += [f"{where}: {each}" for each in verdict.lost]
            false += [f"{where}: {each}" for each in verdict.false]
        return Figure(
            operation=self.operation.name,
            fault=fault.name,
            cases=len(numbers),
            lost=tuple(lost),
            false=tuple(false),
        )

    def words(self, number: int) -> str:
        """Say which call has a number."""
        call = self.calls[number - 1]
        return f"{call.kind} {Path(os.fsdecode(call.one)).name if call.kind in 'ORULFDPt' else ''}"

    def _tried(self, fault: Fault, number: int, record: Path | None = None) -> Told:
        """Do the operation in a process of its own, with the fault, and give what it said."""
        mine, its = os.pipe()
        child = os.fork()
        if child == 0:
            self._does(fault, number, its, record)
        os.close(its)
        said = heard(_read(mine, child))
        os.close(mine)
        _, status = os.waitpid(child, 0)
        if os.WIFSIGNALED(status) and os.WTERMSIG(status) != signal.SIGKILL:
            return Told(said=Said.CRASH, words=f"signal {os.WTERMSIG(status)}")
        return said[-1] if said else Told(said=Said.NOTHING)

    def _does(self, fault: Fault, number: int, its: int, record: Path | None) -> None:
        folder, operation = self.ground.folder, self.operation
        operation.patient = fault.patient
        operation.say = partial(tell, its, Told(said=Said.SAVED))
        operation.begin(folder)
        if record is not None:
            self.shim.record(record)
        self.shim.plan(fault.plan, number, fault.error)
        told = doing(lambda: operation.act(folder))
        if told.said is Said.NOT_SAVED and fault.patient:
            told = doing(lambda: operation.act(folder))
        count = self.shim.count
        self.shim.mark(str(count))
        tell(its, told)
        os._exit(0)


def _marked(record: Path) -> int:
    """Give the number of calls that the shim itself has counted."""
    marks = [int(each.one) for each in calls(record) if each.kind == "M"]
    return marks[-1] if marks else 0


def _same_run(one: Call, other: Call) -> bool:
    return one.kind == other.kind == "W" and one.file == other.file


def _read(handle: int, child: int) -> bytes:
    data = b""
    while select.select([handle], [], [], PATIENCE)[0]:
        more = os.read(handle, 65536)
        if not more:
            return data
        data += more
    os.kill(child, signal.SIGKILL)
    told = Told(said=Said.CRASH, words=f"still at it after {PATIENCE:.0f} seconds")
    mine, its = os.pipe()
    tell(its, told)
    os.close(its)
    data = os.read(mine, 65536)
    os.close(mine)
    return data
