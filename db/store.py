"""The open register: opened, watched while it is open, and the one way to write in it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Self

from db import remains, transaction, undo
from db.errors import FAULTS, Damaged, FileTrouble, How, OnlyLooking, reading_trouble
from db.file import RegisterFile
from db.header import SCHEMA, read_header
from db.lock import SessionLock
from db.reading import Reading
from db.row import table_of
from db.verification import Verification
from desktop.domain.text import say

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from datetime import date, datetime

    from db.backups.stepwise import Watch
    from db.change import Act, Change, Event
    from db.derived import Derived
    from db.errors import Moved
    from db.look import View
    from db.standing import Standing
    from desktop.domain.record import Record


class Store(Reading):
    """A register that is open in this window; belongs to one thread, that which opened it."""

    def __init__(self, file: RegisterFile, lock: SessionLock, verified: Verification) -> None:
        """Keep what `open` has opened."""
        super().__init__(file)
        self._lock = lock
        self._standing: Standing | None = None
        self._closed = False
        self._given: dict[type[Record], int] = {}
        self._replaced: list[tuple[int, tuple[int, ...]]] = []
        self.verified = verified
        """SQLite's own check of the file; the first act waits for its answer."""
        self.copied: Path | None = None
        """The copy made of an older register before it was brought to today's schema."""
        self.view: View | None = None
        """What is looked at in a copy, where nothing can be changed; None for a register."""

    @classmethod
    def create(cls, path: Path, *, register_uuid: str, version: str) -> Self:
        """Make a new register and open it; AlreadyThere when something has that name."""
        from db import creation  # noqa: PLC0415 - a register is made once, and opened every day

        creation.create(Path(path).absolute(), register_uuid=register_uuid, version=version)
        return cls.open(path)

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a register; raises a FileTrouble that says what to do, and then changes nothing."""
        path = Path(os.path.realpath(path))
        schema = read_header(path)
        lock = SessionLock(path)
        file = RegisterFile(path)
        copied: Path | None = None
        try:
            if remains.settle(path):
                schema = read_header(path)
            if schema < SCHEMA:
                from db import migrations  # noqa: PLC0415 - as rare as a new version

                copied = migrations.migrate(path)
            file.reopen()
            remains.sweep(path)
            verified = Verification(path)
            verified.start()
        except BaseException as error:
            if isinstance(error, Damaged):
                error.pages = error.pages or remains.pages_of(path)
            file.close()
            lock.release()
            raise
        store = cls(file, lock, verified)
        store.copied = copied
        return store

    @classmethod
    def look(cls, path: Path, folder: Path, *, now: datetime) -> Self:
        """Open a verified copy of a register in `folder`, to be looked at and never changed.

        `path` may be a backup, protected against writing, open on another computer or of an older
        schema, but never open in this process: nothing is locked, and nothing is written beside
        it. Closing takes the copy away. Raises a FileTrouble; no copy is left then.
        """
        from db import look  # noqa: PLC0415 - one seldom looks

        return cls.looking(*look.copied(path, folder, now))

    @classmethod
    def looking(cls, copy: Path, view: View) -> Self:
        """Open a copy that `db.look.copied` has made, which may be in another thread."""
        from db import look  # noqa: PLC0415 - as above

        try:
            store = cls.open(copy)
        except BaseException:
            look.remove(copy)
            raise
        store.view = view
        if store.copied is not None:
            look.remove(store.copied)
            store.copied = None
        return store

    def close(self) -> None:
        """Close the file and let others open it; nothing happens the second time."""
        self._closed = True
        self.verified.stop()
        self._file.leave()
        if self.view is not None:
            from db import look  # noqa: PLC0415 - loaded already

            look.remove(self.path)
        self._lock.release()

    def __enter__(self) -> Self:
        """Give the store itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the store."""
        self.close()

    def copy_to(self, copy: Path, watch: Watch | None = None) -> Path:
        """Save a checked copy of the register as it is now; a file of that name is replaced.

        Raises AlreadyThere for the register's own name, Locked when the other file is open in
        a window, BrokenOff when `watch` said so, and any other FileTrouble when the copy cannot
        be made: then there is none.
        """
        from db import copying  # noqa: PLC0415 - copies are made now and then

        return copying.copy_open(self._file, copy.absolute(), watch)

    # The file while it is open

    def standing(self, *, wait: bool = True) -> Moved | None:
        """Tell what became of the file with our name; None when it is ours as we left it.

        Cheap, and leaves no lock: ask every few seconds, in the thread of the store. When a share
        that was gone is back with the same register it is taken up again, and acts work. Without
        `wait` the answer may be None because it is not known yet: `reading` is True then.
        """
        if self.view is not None or self._closed:
            return None
        if self._standing is None:
            from db.standing import Standing  # noqa: PLC0415 - not before the first page

            self._standing = Standing(self._file)
        moved = self._standing.look(wait=wait)
        if moved is None and not self.reading:
            self.verified.ask_again()
            with suppress(FileTrouble):
                # Somebody may have taken the lock's file away, which would let another window in.
                self._lock.renew()
        return moved

    def require_head(self) -> None:
        """Read the file again, and raise a FileTrouble unless its log ends as we left it."""
        try:
            head = self._file.current_head()
        except FAULTS as error:
            raise reading_trouble(error, self.path) from error
        last = self._file.rows("SELECT hash FROM event ORDER BY id DESC LIMIT 1")
        if head != self.head or (last and last[0][0] != head):
            raise self._file.moved(How.WRITTEN)

    @property
    def reading(self) -> bool:
        """True while what has our name is read through before it is taken up as ours."""
        return self._standing is not None and self._standing.reading

    def rescue(self, to: Path) -> Path:
        """Save a verified copy of what is open, also when its name is gone or another file's.

        Never over anything. Raises AlreadyThere; NotRescued when what was open can no longer be
        had from the file, and any other FileTrouble; no half copy is left.
        """
        from db import rescue  # noqa: PLC0415 - as rare as what it rescues from

        return rescue.rescue(self._file, to.absolute())

    # Other threads

    def take_over(self) -> Self:
        """Belong to the thread that calls from now on, when another has opened it; gives itself."""
        self._file.take_over()
        return self

    def borrowed(self) -> AbstractContextManager[None]:
        """Let the thread that calls read and copy what is open while the window waits for it."""
        return self._file.borrowed()

    def silent(self) -> Moved:
        """Say that the disk does not answer, without asking it."""
        return self._file.moved(How.UNREACHABLE)

    @property
    def file(self) -> RegisterFile:
        """The file under it, for the modules of `db` alone."""
        return self._file

    @property
    def lock(self) -> SessionLock:
        """The lock on it, for the modules of `db` alone."""
        return self._lock

    def next_id(self, kind: type[Record]) -> int:
        """Allot an id to a new row; one that is not used goes to another row later on."""
        if kind not in self._given:
            sql = f'SELECT coalesce(max(id), 0) FROM "{table_of(kind)}"'  # noqa: S608 - our own name
            self._given[kind] = int(self.rows(sql)[0][0])
        self._given[kind] += 1
        return self._given[kind]

    def replaced_since(self, event_id: int) -> list[int]:
        """Give the cases whose derived rows were made again after an event, in this window."""
        return [key for number, replaced in self._replaced if number > event_id for key in replaced]

    # Writing

    def commit(self, act: Act, refresh: Callable[[Store, Derived], None]) -> Event:
        """Do an act whole or not at all; the same uuid again gives the first event unwritten.

        `refresh` makes the derived rows again; within it reads show what the act has changed.
        Raises NotSaved when nothing of the act is in the file, OnlyLooking in a copy, Unsure when
        that cannot be told, Damaged when the file did not pass its check; what `refresh` raises,
        after a rollback.
        """
        if self.view is not None:
            raise OnlyLooking(
                say(
                    "Du tittar på {name} utan att ändra, så ingenting sparades. "
                    "Gå tillbaka till registret och gör om det där.",
                    name=self.view.source.name,
                )
            )
        done = self.event_by_uuid(act.uuid)
        if done is not None:
            return done
        self.verified.require()
        try:
            event, replaced = transaction.save(
                self._file, act, lambda derived: refresh(self, derived)
            )
        finally:
            self._given.clear()
        self._replaced.append((event.id, replaced))
        return event

    def inverse(self, event: Event, day: date) -> tuple[Change, ...]:
        """Give the changes that take an event back on `day`; CannotUndo says why not."""
        return undo.inverse(self, event, day)
