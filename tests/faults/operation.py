"""What every operation of the save path has in common: a ground, an act, and a judgement."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tests.faults.registers import NAME
from tests.faults.state import Reader, State
from tests.faults.telling import Said, Told

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.ground import Layout


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """What was found after a fault."""

    lost: tuple[str, ...] = ()
    """What is gone, half or damaged."""
    false: tuple[str, ...] = ()
    """What was said and is not so."""


@dataclass
class Operation(ABC):
    """One way in which the program writes files; `before` and `after` are known once rehearsed."""

    reader: Reader = field(default_factory=Reader)
    before: State = field(default_factory=State)
    after: State = field(default_factory=State)
    patient: bool = False
    """True when what failed is tried again at once, as a person does."""
    sticky: bool = False
    """True when the disk went on failing, so that nothing could be taken away again."""
    say: Callable[[], object] = bool
    """Says that it is saved before the act has ended; only a control that must fail does so."""
    _seen: set[frozenset[tuple[str, bool]]] = field(default_factory=set)

    @property
    @abstractmethod
    def name(self) -> str:
        """What it is called in the table."""

    @abstractmethod
    def layout(self) -> Layout:
        """Give what lies in the folder when it begins."""

    @property
    def heavy(self) -> bool:
        """True when one case takes so long that the short form has fewer."""
        return True

    def begin(self, folder: Path) -> None:  # noqa: B027 - most have nothing to do
        """Do what comes before it, which no fault befalls."""

    @abstractmethod
    def act(self, folder: Path) -> str | None:
        """Do it; what it gives is told as well."""

    def state(self, folder: Path) -> State:
        """Read what it came to."""
        return self.reader.opened(folder / NAME)

    def rehearsed(self, folder: Path, told: Told) -> None:
        """Keep what it comes to when nothing fails."""
        if told.said is not Said.SAVED:
            raise AssertionError(f"{self.name} fails without a fault: {told}")
        self.after = self.state(folder)
        for state in (self.before, self.after):
            if state.wrong:
                raise AssertionError(f"{self.name} is wrong without a fault: {state}")

    def judge(self, folder: Path, told: Told) -> Verdict:
        """Read what it came to after a fault, and hold it against what was said."""
        return self.held(self.state(folder), told)

    def strange(self, folder: Path) -> bool:
        """Tell whether such files have not been left by any case before this one."""
        files = (path for path in folder.rglob("*") if path.is_file())
        left = frozenset((path.name, path.stat().st_size > 0) for path in files)
        new = left not in self._seen
        self._seen.add(left)
        return new

    def held(self, state: State, told: Told) -> Verdict:
        """Hold a state against what was said: it is old or new, as was told."""
        if state.wrong or state not in (self.before, self.after):
            return Verdict(lost=(f"neither old nor new: {state}",))
        if told.said is Said.CRASH:
            return Verdict(false=(told.words,))
        if told.said is Said.SAVED and state != self.after:
            return Verdict(lost=("said to be saved, and is not",), false=("saved",))
        if told.said is Said.NOT_SAVED and state != self.before:
            return Verdict(false=(f"said not to be saved, and is: {told.words}",))
        return Verdict()


def left_over(folder: Path, known: Layout, allowed: tuple[str, ...]) -> tuple[str, ...]:
    """Give the files that nobody should find there afterwards."""
    there = (str(path.relative_to(folder)) for path in folder.rglob("*"))
    return tuple(name for name in there if name not in known and not name.endswith(allowed))
