"""The acts that close what is open and open something else: looking, restoring, moving."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from desktop.ui.file_words import moved_words, put_back_words, restored_words
from desktop.ui.i18n import tr
from desktop.ui.own_folders import OwnFolders
from desktop.ui.register_file import RegisterFile

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime
    from pathlib import Path

    from db.backups.making import Order
    from db.backups.occasion import Occasion
    from db.backups.restoring import Restored
    from db.backups.stepwise import Watch
    from db.errors import FileTrouble
    from db.moving import MovedTo
    from db.rescue import PutBack
    from db.store import Store

Done = TypeVar("Done")


class Exchanging(RegisterFile):
    """The file side of a session, with what is done while nothing is open."""

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

        False when it cannot be read: `refused` says why, and what was open still is. So it is too
        when it was called off.
        """
        import os  # noqa: PLC0415 - not before the first paint
        from pathlib import Path  # noqa: PLC0415 - not before the first paint

        from db.backups.trouble import BrokenOff  # noqa: PLC0415 - not before the first paint
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint
        from desktop.flow.desk import Desk  # noqa: PLC0415 - not before the first paint

        if not self.may_leave():
            return False
        folder, source = OwnFolders.make(), Path(os.path.realpath(path))
        now = self.care.now()
        try:
            with self._exchanging():
                store = self.care.patiently(
                    tr("Kopian läses …"), lambda watch: _looked_at(source, folder, now, watch)
                ).take_over()
        except BrokenOff:
            # She called it off herself: what she left is what she sees.
            OwnFolders.remove(folder)
            return False
        except FileTrouble as trouble:
            OwnFolders.remove(folder)
            self._refuse(trouble)
            return False
        home = self.home
        with self._exchanging():
            self.close()
        self.home, self.looking, self._folder = home, store.view, folder
        self._take(Desk(store=store, clock=self._clock) if self._clock else Desk(store=store))
        return True

    def reopen(self) -> bool:
        """Open the register itself again, after a look or when it could not be opened."""
        return self.home is not None and self.open(self.home)

    # The register itself

    def restore(self, backup: Path) -> Restored | None:
        """Put a backup in the register's place; None when `refused` says that it is as it was."""
        from db.backups.occasion import Occasion  # noqa: PLC0415 - not before the first paint
        from db.backups.restoring import restore  # noqa: PLC0415 - not before the first paint

        home = self.home
        if home is None:
            return None
        uuid = self.desk.store.register_uuid if self.desk is not None else _uuid_of(backup)
        places, order = self.care.places(home, uuid), self._order(Occasion.RESTORE)
        restored = self._exchange(
            tr("Registret återställs …"),
            lambda watch: restore(home, backup, places, order(watch)),
            then=lambda _done: home,
            heard=self.restored.emit,
        )
        if restored is not None and self.desk is not None:
            self.told.emit(restored_words(backup, restored))
        return restored

    def move(self, folder: Path) -> MovedTo | None:
        """Move the register to a folder and open it there; None when `refused` says why not."""
        from db.backups.occasion import Occasion  # noqa: PLC0415 - not before the first paint
        from db.moving import move  # noqa: PLC0415 - not before the first paint

        store, order = self.need().store, self._order(Occasion.ASKED)
        strayed = self.strayed()
        if strayed is not None:
            # What has the name now is not what is to be moved.
            self._refuse(strayed)
            return None
        path = store.path
        moved = self._exchange(
            tr("Registret flyttas …"),
            lambda watch: move(path, folder, order(watch)),
            then=lambda done: done.path if done is not None else path,
        )
        if moved is not None and self.desk is not None:
            self.told.emit(moved_words(moved))
        return moved

    def put_back(self) -> PutBack | None:
        """Give the register's name back to what is open; None when `refused` says why not."""
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint
        from db.rescue import give_name_back, let_go  # noqa: PLC0415 - as above

        store, now = self.need().store, self.care.now()

        try:
            done = self._lending(
                tr("Registret läggs tillbaka …"), lambda _watch: give_name_back(store, now)
            )
        except FileTrouble as trouble:
            self._refuse(trouble)
            return None
        let_go(store)
        with self._exchanging():
            self.close()
        self._again(done.path)
        if self.desk is not None:
            self.told.emit(put_back_words(done))
        return done

    def _exchange(
        self,
        words: str,
        work: Callable[[Watch], Done],
        *,
        then: Callable[[Done | None], Path],
        heard: Callable[[Done], object] = lambda _done: None,
    ) -> Done | None:
        """Close the register, do long work with its file, and open what `then` gives.

        `heard` is told before that is opened. None when it was refused, which is said.
        """
        from db.errors import FileTrouble  # noqa: PLC0415 - not before the first paint

        if not self.may_leave():
            return None
        done: Done | None = None
        refused: FileTrouble | None = None
        try:
            with self._exchanging():
                self.close()
                done = came = self.care.patiently(words, work)
            heard(came)
        except FileTrouble as trouble:
            refused = trouble
        finally:
            self._again(then(done))
        if refused is not None:
            self._refuse(refused)
        return done

    def _order(self, occasion: Occasion) -> Callable[[Watch], Order]:
        """Give what makes the order for a backup, with the time as it is now."""
        from db.backups.making import Order  # noqa: PLC0415 - not before the first paint
        from desktop import __version__  # noqa: PLC0415 - not before the first paint

        now = self.care.now()
        return lambda watch: Order(occasion=occasion, now=now, program=__version__, watch=watch)

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


def _looked_at(source: Path, folder: Path, now: datetime, watch: Watch) -> Store:
    """Copy a register and open the copy, which may have to be brought to today's schema."""
    from db.backups.trouble import broken_off  # noqa: PLC0415 - not before the first paint
    from db.look import copied  # noqa: PLC0415 - not before the first paint
    from db.store import Store  # noqa: PLC0415 - not before the first paint

    store = Store.looking(*copied(source, folder, now, watch))
    if watch.stopped():
        store.close()
        raise broken_off()
    return store


def _uuid_of(backup: Path) -> str:
    """Give whose backup it is by its slip; "" when that is missing."""
    from db.backups.manifest import read  # noqa: PLC0415 - not before the first paint

    slip = read(backup)
    return slip.facts.register_uuid if slip is not None else ""
