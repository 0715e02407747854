"""The open register as the window knows it: acts are run here, and everybody hears of it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal

from desktop import logfile
from desktop.domain.problems import Problem, Refusal, problem
from desktop.ui.examination import Examination
from desktop.ui.exchanging import Exchanging
from desktop.ui.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date, datetime
    from pathlib import Path

    from db.errors import FileTrouble
    from desktop.flow.desk import Desk
    from desktop.flow.run import Outcome
    from desktop.flow.undoing import Undoing
    from desktop.ui.keeper import Keeper
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


class Session(Exchanging):
    """One register at a time. `run` is the only way from the window to the file."""

    changed = Signal(object)
    """Outcome of an act that was done."""

    def __init__(
        self, preferences: Preferences, clock: Callable[[], datetime] | None = None
    ) -> None:
        """Make it without a register; a clock can be given for tests and `--on`."""
        super().__init__(clock)
        self.preferences = preferences
        self.examination = Examination(self)
        """The look through the register that she asked for."""
        self.closed.connect(self.examination.forget)
        self.keeper: Keeper | None = None
        """Who makes the backups; None in a window without companions."""
        self._undoing: Undoing | None = None
        self._saved: datetime | None = None
        self._unsure: tuple[object, str] | None = None
        self.under_way = ""
        """The uuid of the act that is being done; it stays when the program itself goes wrong."""
        self.troubles: list[FileTrouble] = []
        """What stood in the way of the act that was tried last, and of no other."""

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

    def shelters(self, path: Path, uuid: str) -> Iterator[Path]:
        """Give the folders for what is open, with one on this computer after those of its own."""
        yield from super().shelters(path, uuid)
        from desktop.ui.lying import own_folder  # noqa: PLC0415 - as rare as a lost file

        for folder in (own_folder(), self.preferences.drafts.folder):
            with suppress(OSError):
                folder.mkdir(parents=True, exist_ok=True)
            yield folder

    def _take(self, desk: Desk) -> None:
        from desktop.flow.undoing import Undoing  # noqa: PLC0415 - not before the first paint

        self._undoing = Undoing(desk.store)
        latest = desk.store.events(limit=1)
        self._saved = latest[0].at if latest else None
        super()._take(desk)

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
            self.changed.emit(outcome)
        return outcome

    def _run(self, command: object) -> Outcome | None:
        from db.errors import FileTrouble, Unsure  # noqa: PLC0415 - not before the first paint
        from desktop.flow.run import run  # noqa: PLC0415 - as above

        desk = self.need()
        if self.looking is not None:
            self.refused.emit((_only_looking(),))
            return None
        if not self.care.wait_for(tr("Registret läses igenom …"), desk.store.verified.wait):
            self.refused.emit((_not_read_through(),))
            return None
        uuid = desk.new_uuid()
        if self._unsure is not None and self._unsure[0] == command:
            uuid = self._unsure[1]
        before, self._unsure = self._unsure, None
        self.under_way, self.troubles = uuid, []
        try:
            outcome = run(desk, command, uuid)
        except Refusal as refusal:
            self.under_way = ""
            self.refused.emit(refusal.problems)
            return None
        except FileTrouble as trouble:
            if isinstance(trouble, Unsure) or before is not None:
                # The same act tried again must be the same act, whether or not it was saved.
                self._unsure = (command, uuid) if isinstance(trouble, Unsure) else before
            self.under_way, self.troubles = "", [trouble]
            self.refused.emit((Problem("", trouble.text),))
            return None
        self.under_way = ""
        self._saved = outcome.event.at
        logfile.act(outcome.event.name, outcome.event.id)
        return outcome

    @property
    def unsure(self) -> str:
        """The uuid of an act that nobody could say was saved; "" when there is none."""
        return self._unsure[1] if self._unsure is not None else ""

    def settle(self) -> Outcome | None:
        """Take an act that nobody could say was saved as done; None when it is not in the file."""
        if self._unsure is None or self.need().store.event_by_uuid(self._unsure[1]) is None:
            return None
        return self.run(self._unsure[0])

    def meet(self, trouble: FileTrouble) -> None:
        """Say what stood in the way of showing something."""
        self.troubles = [trouble]
        self.refused.emit((Problem("", trouble.text),))

    def _can(self) -> Undoing | None:
        """Give what tells of undoing, in a register that can be changed."""
        return self._undoing if self.desk is not None and self.looking is None else None

    def can_undo(self) -> bool:
        """Say whether there is an act to take back; one that has left the house says why not."""
        undoing = self._can()
        return undoing is not None and undoing.undo() is not None

    def can_redo(self) -> bool:
        """Say whether an act that was taken back can be done again."""
        undoing = self._can()
        return undoing is not None and undoing.redo() is not None

    def undo(self) -> bool:
        """Take the latest act back; False when there is none, or it was refused."""
        undoing = self._can()
        entry = undoing.undo() if undoing is not None else None
        if undoing is not None and entry is not None and entry.final:
            self.refused.emit((undoing.stop(),))
            return False
        return self.take_back(entry.id) if entry is not None else False

    def redo(self) -> bool:
        """Do again what was taken back last."""
        undoing = self._can()
        entry = undoing.redo() if undoing is not None else None
        return self.take_back(entry.id) if entry is not None else False

    def take_back(self, event_id: int) -> bool:
        """Take an act back, or do again one that was; False when it was refused."""
        from desktop.flow.steps.undo import TakeBack  # noqa: PLC0415 - not before the first paint

        return self.run(TakeBack(event_id=event_id)) is not None

    def status(self) -> Status:
        """Give what the line at the bottom says."""
        if self.desk is None:
            return Status()
        saved = self._saved.strftime("%H.%M") if self._saved else ""
        return Status(saved=saved, file=self.desk.store.path.name, officer=self.desk.officer().name)


def _not_read_through() -> Problem:
    return problem(
        "",
        "Inget sparades: registret är inte genomläst än, och först då är det säkert att det är "
        "helt. Försök igen om en stund.",
    )


def _only_looking() -> Problem:
    return problem(
        "",
        "Du tittar på en kopia, och i den kan inget ändras. Gå tillbaka till registret och gör "
        "det där.",
    )
