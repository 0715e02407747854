"""The open register as the window knows it: acts are run here, and everybody hears of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop import logfile
from desktop.domain.problems import Problem, Refusal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from db.errors import FileTrouble
    from desktop.flow.desk import Desk
    from desktop.flow.run import Outcome
    from desktop.flow.steps.founding import FoundRegister
    from desktop.ui.preferences import Preferences


@dataclass(frozen=True, kw_only=True)
class Status:
    """What the line at the bottom of the window says."""

    saved: str = ""
    """The time of the latest save, "21.58"; "" when nothing was saved yet."""
    file: str = ""
    """Name of the register's file."""
    officer: str = ""
    """Who sits at the desk."""


class Session(QObject):
    """One register at a time. `run` is the only way from the window to the file."""

    changed = Signal(object)
    """Outcome of an act that was done."""
    refused = Signal(object)
    """Tuple of Problem: the act was not done."""
    opened = Signal()
    """A register was opened or made."""
    closed = Signal()
    """No register is open any more."""
    troubled = Signal(object)
    """A FileTrouble: a register could not be opened."""

    def __init__(
        self, preferences: Preferences, clock: Callable[[], datetime] | None = None
    ) -> None:
        """Make it without a register; a clock can be given for tests and `--on`."""
        super().__init__()
        self.preferences = preferences
        self.trouble: FileTrouble | None = None
        self.tried: Path | None = None
        self._clock = clock
        self._done: list[int] = []
        self._undone: list[int] = []
        self._saved: datetime | None = None
        self._unsure: tuple[object, str] | None = None
        self.desk: Desk | None = None

    def need(self) -> Desk:
        """Give the desk of the open register; RuntimeError when none is open."""
        if self.desk is None:
            raise RuntimeError("no register is open")
        return self.desk

    @property
    def path(self) -> Path | None:
        """The file of the open register."""
        return self.desk.store.path if self.desk is not None else None

    @property
    def today(self) -> date:
        """The day it is, also before a register is open."""
        from datetime import datetime  # noqa: PLC0415 - not before the first paint

        return (self._clock or datetime.now)().date()

    def read_day(self, written: str) -> date | None:
        """Read a day as people type it, seen from the desk's today."""
        from desktop.flow.reading import parse_day  # noqa: PLC0415 - not before the first paint

        # A field may lose the keyboard while the register is being closed.
        return parse_day(written, self.desk.today) if self.desk is not None else None

    def open(self, path: Path) -> bool:
        """Open a register; False when it cannot be, and then `troubled` says why."""
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint
        from desktop.flow.registers import open_register  # noqa: PLC0415 - as above

        self.close()
        self.tried = path
        try:
            self._take(open_register(path, clock=self._clock))
        except FileTrouble as trouble:
            self.trouble = trouble
            self.troubled.emit(trouble)
            return False
        self.trouble = None
        return True

    def create(self, path: Path, founding: FoundRegister) -> bool:
        """Make a new register; False when it cannot be, and then `refused` says why."""
        from datetime import datetime  # noqa: PLC0415 - as below
        from uuid import uuid4  # noqa: PLC0415 - not before the first paint

        from db.errors import FileTrouble  # noqa: PLC0415 - as above
        from desktop.flow.registers import begin  # noqa: PLC0415 - as above

        clock = self._clock or datetime.now
        try:
            desk = begin(path, founding, clock=clock, new_uuid=lambda: str(uuid4()))
        except Refusal as refusal:
            self.refused.emit(refusal.problems)
            return False
        except FileTrouble as trouble:
            self.refused.emit((Problem("", trouble.text),))
            return False
        self.close()
        self._take(desk)
        return True

    def save_copy(self, path: Path) -> bool:
        """Save a checked copy elsewhere; False when it cannot be, and then `refused` says why."""
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint

        try:
            self.need().store.copy_to(path)
        except FileTrouble as trouble:
            self.refused.emit((Problem("", trouble.text),))
            return False
        return True

    def _take(self, desk: Desk) -> None:
        self.desk = desk
        self._undone = []
        latest = desk.store.events(limit=1)
        self._done = [each.id for each in latest if not each.final and each.undoes is None]
        self._saved = latest[0].at if latest else None
        self.opened.emit()

    def close(self) -> None:
        """Close the register."""
        if self.desk is not None:
            self.desk.store.close()
            self.desk = None
            self.closed.emit()

    def submit(self, command: type[Any], raw: Mapping[str, object]) -> Outcome | None:
        """Read what was typed and do the act; None when it was refused."""
        from desktop.flow.reading import read  # noqa: PLC0415 - not before the first paint

        try:
            return self.run(read(command, raw, self.need().today))
        except Refusal as refusal:
            self.refused.emit(refusal.problems)
            return None

    def run(self, command: object) -> Outcome | None:
        """Do an act; None when it was refused."""
        outcome = self._run(command)
        if outcome is not None:
            self._undone = []
            if not outcome.final:
                self._done.append(outcome.event.id)
            self.changed.emit(outcome)
        return outcome

    def _run(self, command: object) -> Outcome | None:
        from db.errors import FileTrouble, Unsure  # noqa: PLC0415 - not before the first paint
        from desktop.flow.run import run  # noqa: PLC0415 - as above

        desk = self.need()
        uuid = desk.new_uuid()
        if self._unsure is not None and self._unsure[0] == command:
            uuid = self._unsure[1]
        self._unsure = None
        try:
            outcome = run(desk, command, uuid)
        except Refusal as refusal:
            self.refused.emit(refusal.problems)
            return None
        except Unsure as trouble:
            # The same act tried again must be the same act, whether or not it was saved.
            self._unsure = (command, uuid)
            self.refused.emit((Problem("", trouble.text),))
            return None
        except FileTrouble as trouble:
            self.refused.emit((Problem("", trouble.text),))
            return None
        self._saved = outcome.event.at
        logfile.act(outcome.event.name, outcome.event.id)
        return outcome

    def can_undo(self) -> bool:
        """Say whether the latest act can be taken back."""
        return self.desk is not None and bool(self._done)

    def can_redo(self) -> bool:
        """Say whether an act that was taken back can be done again."""
        return self.desk is not None and bool(self._undone)

    def undo(self) -> bool:
        """Take the latest act back; False when there is none, or it was refused."""
        return self._back(self._done, self._undone)

    def redo(self) -> bool:
        """Do again what was taken back last."""
        return self._back(self._undone, self._done)

    def _back(self, taken: list[int], given: list[int]) -> bool:
        from desktop.flow.steps.undo import TakeBack  # noqa: PLC0415 - not before the first paint

        if self.desk is None or not taken:
            return False
        outcome = self._run(TakeBack(event_id=taken[-1]))
        if outcome is None:
            return False
        taken.pop()
        given.append(outcome.event.id)
        # Last: who hears of it asks what can be undone now.
        self.changed.emit(outcome)
        return True

    def status(self) -> Status:
        """Give what the line at the bottom says."""
        if self.desk is None:
            return Status()
        saved = self._saved.strftime("%H.%M") if self._saved else ""
        return Status(saved=saved, file=self.desk.store.path.name, officer=self.desk.officer().name)
