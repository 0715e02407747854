"""The file side of a session: opened, made, closed, and kept when its name is another's."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop.domain.problems import Problem, Refusal
from desktop.domain.text import say
from desktop.ui.care import Care
from desktop.ui.i18n import tr
from desktop.ui.own_folders import OwnFolders

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from db.backups.stepwise import Watch
    from db.errors import FileTrouble, Moved
    from db.look import View
    from desktop.flow.desk import Desk
    from desktop.flow.steps.founding import FoundRegister
    from desktop.ui.parting import Left


Done = TypeVar("Done")


class RegisterFile(QObject):
    """One register at a time, or a copy of it that is only looked at."""

    refused = Signal(object)
    """Tuple of Problem: what was asked for was not done."""
    opened = Signal()
    """A register was opened or made, or a copy is looked at."""
    closed = Signal()
    """No register is open any more."""
    troubled = Signal(object)
    """A FileTrouble: a register could not be opened."""
    restored = Signal(object)
    """A Restored: a backup has taken the register's place, which is opened again after this."""
    told = Signal(object)
    """A Text about what was done with the file, once the pages show it."""
    parted = Signal(object)
    """A Left: a register was closed whose file was not as it was left."""

    def __init__(self, clock: Callable[[], datetime] | None = None) -> None:
        """Make it without a register; a clock can be given for tests and `--on`."""
        super().__init__()
        self.care = Care()
        self.desk: Desk | None = None
        self.home: Path | None = None
        """The register itself: open, put aside while a copy is looked at, or not to be opened."""
        self.looking: View | None = None
        """What is looked at and cannot be changed; None when the register itself is open."""
        self.between = False
        """True while a register is exchanged: it is closed, and will soon be open again."""
        self.trouble: FileTrouble | None = None
        self.tried: Path | None = None
        self.left: Left | None = None
        """How the register that was closed last was left."""
        self._sheltered: Left | None = None
        self._insisted = False
        self._clock = clock
        self._folder: Path | None = None

    def need(self) -> Desk:
        """Give the desk of the open register; RuntimeError when none is open."""
        if self.desk is None:
            raise RuntimeError("no register is open")
        return self.desk

    @property
    def path(self) -> Path | None:
        """The file of the open register."""
        return self.desk.store.path if self.desk is not None else None

    def open(self, path: Path) -> bool:
        """Open a register; False when it cannot be, and then `troubled` says why.

        False too when what must be done before was called off, or what is open would be lost:
        that then stays open, as it does when the disk does not answer, which `refused` says.
        """
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint

        if not self.care.answers(path):
            self._not_answered(path)
            return False
        if not self.care.before_opening(path) or not self.leave():
            return False
        self.tried = self.home = path
        try:
            _require_no_backup(path)
            self._take(self._opened_at(path))
        except FileTrouble as trouble:
            self.trouble = trouble
            self.troubled.emit(trouble)
            return False
        self.trouble = None
        return True

    def _not_answered(self, path: Path) -> None:
        from db.errors import silent  # noqa: PLC0415 - as rare as a disk that is away

        trouble = silent(path, say("disken svarar inte"))
        if self.desk is not None:
            self._refuse(trouble)
            return
        self.tried = self.home = path
        self.trouble = trouble
        self.troubled.emit(trouble)

    def _opened_at(self, path: Path) -> Desk:
        """Open a register; in a thread where that takes its time. Raises a FileTrouble."""
        from desktop.flow.registers import open_register  # noqa: PLC0415 - not before first paint

        if not self.care.slow_to_open(path):
            return open_register(path, clock=self._clock)
        desk = self.care.patiently(
            tr("Registret öppnas …"),
            lambda _watch: open_register(path, clock=self._clock),
            stoppable=False,
        )
        desk.store.take_over()
        return desk

    def create(self, path: Path, founding: FoundRegister) -> bool:
        """Make a new register; False when it cannot be, and then `refused` says why."""
        from datetime import datetime  # noqa: PLC0415 - not before the first paint
        from uuid import uuid4  # noqa: PLC0415 - not before the first paint

        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint
        from desktop.flow.registers import begin  # noqa: PLC0415 - not before the first paint

        if not self.may_leave():
            return False
        clock = self._clock or datetime.now
        try:
            desk = begin(path, founding, clock=clock, new_uuid=lambda: str(uuid4()))
        except Refusal as refusal:
            self.refused.emit(refusal.problems)
            return False
        except FileTrouble as trouble:
            self._refuse(trouble)
            return False
        self.close()
        self.home, self.trouble = path, None
        self._take(desk)
        return True

    def save_copy(self, path: Path) -> bool:
        """Save a checked copy elsewhere; False when it cannot be, and then `refused` says why."""
        from db.backups.trouble import BrokenOff  # noqa: PLC0415 - not before the first paint
        from db.errors import FileTrouble  # noqa: PLC0415 - as above

        store = self.need().store
        try:
            self._lending(
                tr("Kopian sparas …"), lambda watch: store.copy_to(path, watch), stoppable=True
            )
        except BrokenOff:
            self.refused.emit((Problem("", say("Kopieringen avbröts. Ingen kopia sparades.")),))
            return False
        except FileTrouble as trouble:
            self._refuse(trouble)
            return False
        return True

    def _lending(
        self, words: str, work: Callable[[Watch], Done], *, stoppable: bool = False
    ) -> Done:
        """Do long work with what is open in another thread, while nobody else asks for it."""
        store, before = self.need().store, self.between

        def borrowed(watch: Watch) -> Done:
            with store.borrowed():
                return work(watch)

        self.between = True
        try:
            return self.care.patiently(words, borrowed, stoppable=stoppable)
        finally:
            self.between = before

    def _take(self, desk: Desk) -> None:
        self.desk = desk
        self._sheltered, self._insisted = None, False
        self.opened.emit()

    def _refuse(self, trouble: FileTrouble) -> None:
        self.refused.emit((Problem("", trouble.text),))

    # The way out

    def strayed(self) -> Moved | None:
        """Tell what became of the open register's file; None when it is ours as we left it."""
        if self.desk is None or self.between:
            return None
        return self.desk.store.standing()

    def shelter(self) -> Left | None:
        """Save what is open elsewhere when its file is another's or gone; it stays open.

        Saved once, however often it is asked. None when no register is open.
        """
        if self.desk is None or self.looking is not None:
            return None
        from desktop.ui.parting import Left, parting  # noqa: PLC0415 - not before the first paint

        store, known = self.desk.store, self._sheltered
        moved = store.standing()
        if moved is None:
            return Left(path=store.path, head=store.head)
        if known is not None and known.head == store.head and known.still_kept:
            return replace(known, moved=moved)
        folders, now = self.shelters(store.path, store.register_uuid), self.care.now()
        left = self._lending(
            tr("Det som är öppet sparas …"), lambda _watch: parting(store, moved, folders, now)
        )
        self._sheltered = left if left.kept is not None else None
        return left

    def shelters(self, path: Path, uuid: str) -> Iterator[Path]:
        """Give the folders where what is open may be saved then, the best first."""
        yield path.parent
        for place in self.care.places(path, uuid):
            yield place.folder

    def may_leave(self) -> bool:
        """Save what is open elsewhere if need be; False when closing would lose it.

        `refused` says so then, and whoever asks a second time may leave all the same.
        """
        left = self.shelter()
        if left is None or not left.in_danger:
            self._insisted = False
            return True
        if self._insisted:
            return True
        from desktop.ui.parting import not_left  # noqa: PLC0415 - as rare as it

        self._insisted = True
        self.refused.emit((not_left(left),))
        return False

    def leave(self) -> bool:
        """Close the register, unless that would lose what is open; `refused` says so once."""
        if not self.may_leave():
            return False
        self.close()
        return True

    def close(self) -> None:
        """Close the register whatever happens; what is open is saved elsewhere first if need be."""
        if self.desk is None:
            return
        left = self.shelter()
        self.left = left or self.left
        self.desk.store.close()
        self.desk = self.home = self.looking = None
        if self._folder is not None:
            OwnFolders.remove(self._folder)
            self._folder = None
        self.closed.emit()
        if left is not None and left.moved is not None:
            self.parted.emit(left)


def _require_no_backup(path: Path) -> None:
    """Raise OpenedBackup for a file among the backups: nobody is to work in one."""
    from db.backups.place import FOLDER, is_backup  # noqa: PLC0415 - not before the first paint
    from db.backups.trouble import opened_backup  # noqa: PLC0415 - not before the first paint

    if FOLDER in path.parts and is_backup(path) and path.is_file():
        raise opened_backup(path.name)
