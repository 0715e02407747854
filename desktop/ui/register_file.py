"""The file side of a session: opened, made, closed, looked at, put back."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.domain.problems import Problem, Refusal
from desktop.ui.care import Care
from desktop.ui.file_words import moved_words, put_back_words, restored_words
from desktop.ui.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from db.backups.restoring import Restored
    from db.backups.stepwise import Watch
    from db.errors import FileTrouble
    from db.look import View
    from db.moving import MovedTo
    from db.rescue import PutBack
    from desktop.flow.desk import Desk
    from desktop.flow.steps.founding import FoundRegister


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

        False too when what must be done before was called off: what is open then stays so.
        """
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint
        from desktop.flow.registers import open_register  # noqa: PLC0415 - as above

        if not self.care.before_opening(path):
            return False
        self.close()
        self.tried = self.home = path
        try:
            _require_no_backup(path)
            self._take(open_register(path, clock=self._clock))
        except FileTrouble as trouble:
            self.trouble = trouble
            self.troubled.emit(trouble)
            return False
        self.trouble = None
        return True

    def create(self, path: Path, founding: FoundRegister) -> bool:
        """Make a new register; False when it cannot be, and then `refused` says why."""
        from datetime import datetime  # noqa: PLC0415 - not before the first paint
        from uuid import uuid4  # noqa: PLC0415 - not before the first paint

        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint
        from desktop.flow.registers import begin  # noqa: PLC0415 - not before the first paint

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
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint

        try:
            self.need().store.copy_to(path)
        except FileTrouble as trouble:
            self._refuse(trouble)
            return False
        return True

    def _take(self, desk: Desk) -> None:
        self.desk = desk
        self.opened.emit()

    def _refuse(self, trouble: FileTrouble) -> None:
        self.refused.emit((Problem("", trouble.text),))

    def close(self) -> None:
        """Close the register."""
        if self.desk is None:
            return
        self.desk.store.close()
        self.desk = self.home = self.looking = None
        if self._folder is not None:
            from shutil import rmtree  # noqa: PLC0415 - not before the first paint

            rmtree(self._folder, ignore_errors=True)
            self._folder = None
        self.closed.emit()

    def give_up(self, trouble: FileTrouble) -> None:
        """Close a register that turned out to be damaged, as one that could not be opened."""
        path, self.trouble = self.home, trouble
        with self._exchanging():
            self.close()
        self.tried = self.home = path
        self.troubled.emit(trouble)

    # Copies

    def look(self, path: Path) -> bool:
        """Look at a copy of a backup, or of a register that cannot be worked in.

        False when it cannot be read: `refused` says why, and what was open still is.
        """
        import os  # noqa: PLC0415 - not before the first paint
        from pathlib import Path  # noqa: PLC0415 - not before the first paint
        from shutil import rmtree  # noqa: PLC0415 - not before the first paint
        from tempfile import mkdtemp  # noqa: PLC0415 - not before the first paint

        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint
        from db.look import copied  # noqa: PLC0415 - not before the first paint
        from db.store import Store  # noqa: PLC0415 - not before the first paint
        from desktop.flow.desk import Desk  # noqa: PLC0415 - not before the first paint

        folder, source = Path(mkdtemp(prefix="vanbok-")), Path(os.path.realpath(path))
        now = self.care.now()
        try:
            # The copying takes its time, and a register belongs to the thread that opened it.
            copy, view = self.care.patiently(
                tr("Kopian läses …"), lambda _watch: copied(source, folder, now)
            )
            store = Store.open(copy)
        except FileTrouble as trouble:
            rmtree(folder, ignore_errors=True)
            self._refuse(trouble)
            return False
        store.view, store.copied = view, None
        home = self.home
        with self._exchanging():
            self.close()
        self.home, self.looking, self._folder = home, view, folder
        self._take(Desk(store=store, clock=self._clock) if self._clock else Desk(store=store))
        return True

    def reopen(self) -> bool:
        """Open the register itself again, after a look or when it could not be opened."""
        return self.home is not None and self.open(self.home)

    def restore(self, backup: Path) -> Restored | None:
        """Put a backup in the register's place; None when `refused` says that it is as it was."""
        from db.backups.making import Order  # noqa: PLC0415 - not before the first paint
        from db.backups.occasion import Occasion  # noqa: PLC0415 - not before the first paint
        from db.backups.restoring import restore  # noqa: PLC0415 - not before the first paint
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint
        from desktop import __version__  # noqa: PLC0415 - not before the first paint

        home = self.home
        if home is None:
            return None
        uuid = self.desk.store.register_uuid if self.desk is not None else _uuid_of(backup)
        places, now = self.care.places(home, uuid), self.care.now()
        restored: Restored | None = None
        refused: FileTrouble | None = None

        def work(watch: Watch) -> Restored:
            order = Order(occasion=Occasion.RESTORE, now=now, program=__version__, watch=watch)
            return restore(home, backup, places, order)

        try:
            with self._exchanging():
                self.close()
                restored = self.care.patiently(tr("Registret återställs …"), work)
            self.restored.emit(restored)
        except FileTrouble as trouble:
            refused = trouble
        finally:
            self._again(home)
        if refused is not None:
            self._refuse(refused)
        if restored is not None and self.desk is not None:
            self.told.emit(restored_words(backup, restored))
        return restored

    def put_back(self) -> PutBack | None:
        """Give the register's name back to what is open; None when `refused` says why not."""
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint
        from db.rescue import put_back  # noqa: PLC0415 - not before the first paint

        try:
            done = put_back(self.need().store, self.care.now())
        except FileTrouble as trouble:
            self._refuse(trouble)
            return None
        with self._exchanging():
            self.close()
        self._again(done.path)
        if self.desk is not None:
            self.told.emit(put_back_words(done))
        return done

    def move(self, folder: Path) -> MovedTo | None:
        """Move the register to a folder and open it there; None when `refused` says why not."""
        from db.backups.making import Order  # noqa: PLC0415 - not before the first paint
        from db.backups.occasion import Occasion  # noqa: PLC0415 - not before the first paint
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint
        from db.moving import move  # noqa: PLC0415 - not before the first paint
        from desktop import __version__  # noqa: PLC0415 - not before the first paint

        path, now = self.need().store.path, self.care.now()
        moved: MovedTo | None = None
        refused: FileTrouble | None = None

        def work(watch: Watch) -> MovedTo:
            order = Order(occasion=Occasion.ASKED, now=now, program=__version__, watch=watch)
            return move(path, folder, order)

        try:
            with self._exchanging():
                self.close()
                moved = self.care.patiently(tr("Registret flyttas …"), work)
        except FileTrouble as trouble:
            refused = trouble
        finally:
            self._again(moved.path if moved is not None else path)
        if refused is not None:
            self._refuse(refused)
        if moved is not None and self.desk is not None:
            self.told.emit(moved_words(moved))
        return moved

    @contextmanager
    def _exchanging(self) -> Iterator[None]:
        self.between = True
        try:
            yield
        finally:
            self.between = False

    def _again(self, path: Path) -> None:
        """Open a register after it was exchanged, or have the window begin without one."""
        self.trouble = None
        if not self.open(path) and self.trouble is None:
            self.closed.emit()


def _require_no_backup(path: Path) -> None:
    """Raise OpenedBackup for a file among the backups: nobody is to work in one."""
    from db.backups.place import FOLDER, is_backup  # noqa: PLC0415 - not before the first paint
    from db.backups.trouble import opened_backup  # noqa: PLC0415 - not before the first paint

    if FOLDER in path.parts and is_backup(path) and path.is_file():
        raise opened_backup(path.name)


def _uuid_of(backup: Path) -> str:
    """Give whose backup it is by its slip; "" when that is missing."""
    from db.backups.manifest import read  # noqa: PLC0415 - not before the first paint

    slip = read(backup)
    return slip.facts.register_uuid if slip is not None else ""
